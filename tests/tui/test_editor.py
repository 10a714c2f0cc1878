"""The editor: each field is kept when it is left, by keyboard alone, undone and brought back, whatever is typed."""

from typing import Any

import pytest
from tests.tui.editing import NAN, editing, family_with, go_to, now, remark, row
from textual.widgets import Select, Static

from teammeet.desk import Desk
from teammeet.errors import VaultFull
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.sharing import Signature
from teammeet.model.supports import Tie
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft
from teammeet.tui.going import open_family
from teammeet.tui.screens.dialogs import Notice
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow
from teammeet.tui.widgets.form_screen import FormScreen
from teammeet.tui.widgets.line_input import LineInput


async def test_a_field_is_kept_when_it_is_left_and_nothing_before(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        await pilot.press("end", *" Rosa")
        assert desk.open(family.header.id).label("nan") == "Nan"
        await pilot.press("tab")
        await pilot.pause()
        assert desk.open(family.header.id).label("nan") == "Nan Rosa"


async def test_enter_keeps_the_line_and_goes_on_to_the_next_field(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        await pilot.press("end", *" Rosa", "enter")
        await pilot.pause()
        assert now(pilot).label("nan") == "Nan Rosa"
        assert pilot.app.focused is row(pilot, "role").control


async def test_escape_keeps_the_line_and_closes(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        await pilot.press("end", "!", "escape")
        await pilot.pause()
        assert now(pilot).label("nan") == "Nan!"
        assert not isinstance(pilot.app.screen, EditItem)


async def test_a_new_item_is_not_there_before_its_first_field_was_kept(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        assert now(pilot).needs == ()
        await pilot.press("escape")
        await pilot.pause()
        assert now(pilot).needs == ()


async def test_the_editor_answers_with_the_item_as_it_was_kept_or_with_nothing(desk: Desk) -> None:
    family = family_with(desk)
    answers: list[Any] = []
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(EditItem(NAN), answers.append)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        app.push_screen(EditItem(NAN), answers.append)
        await pilot.pause()
        await pilot.press("end", "a", "escape")
        await pilot.pause()
    assert answers[0] is None
    assert answers[1] == NAN.changed(used_name="Nana")


async def test_undo_and_redo_show_in_the_open_editor(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        await pilot.press("end", "a", "enter")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now(pilot).label("nan") == "Nan"
        assert isinstance(row(pilot, "used_name").control, LineInput)
        assert row(pilot, "used_name").query_one(LineInput).value == "Nan"
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert row(pilot, "used_name").query_one(LineInput).value == "Nana"


async def test_a_new_item_that_was_undone_can_be_begun_again(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        await pilot.press(*"sleep", "enter", "ctrl+z")
        await pilot.pause()
        assert now(pilot).needs == ()
        await go_to(pilot, "words-text")
        await pilot.press(*"rest", "enter")
        await pilot.pause()
        assert [str(need.words) for need in now(pilot).needs] == ["rest"]


async def test_what_cannot_be_understood_stays_in_the_field_with_the_reason(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        await go_to(pilot, "rank")
        await pilot.press(*"first", "tab")
        await pilot.pause()
        assert row(pilot, "rank").query_one(LineInput).value == "first"
        assert "1" in remark(pilot, "rank")
        await go_to(pilot, "rank")
        await pilot.press(*["backspace"] * 5, "1", "tab")
        await pilot.pause()
        assert remark(pilot, "rank") == ""
        assert now(pilot).needs[0].rank == 1


async def test_when_the_vault_takes_nothing_the_typed_line_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    family = family_with(desk)

    def full(*_: object) -> None:
        raise VaultFull

    async with editing(desk, family, NAN) as pilot:
        monkeypatch.setattr(desk, "change", full)
        await pilot.press("end", "a", "tab")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Notice)
        await pilot.press("enter")
        await pilot.pause()
        assert row(pilot, "used_name").query_one(LineInput).value == "Nana"
        assert remark(pilot, "used_name")
        monkeypatch.undo()
        await go_to(pilot, "used_name")
        await pilot.press("enter")
        await pilot.pause()
        assert now(pilot).label("nan") == "Nana"


async def test_the_family_cannot_be_left_without_a_name(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.header) as pilot:
        await pilot.press(*["backspace"] * 3, "ctrl+u", "tab")
        await pilot.pause()
        assert now(pilot).header.name == "Rivera family"
        assert remark(pilot, "name")


async def test_a_tie_between_two_is_strong_for_one_and_stressful_for_the_other(desk: Desk) -> None:
    family = family_with(desk)
    tie = Draft.new(form_of(Tie), support="gym")
    async with editing(desk, family, tie) as pilot:
        assert "To" in str(pilot.app.screen.query_one(".editor-title", Static).content)
        await pilot.press(*"home", "enter")
        await pilot.pause()
        assert now(pilot).ties[0].to == "home"
        marks = {"ty": ("space", "down", "down", "down", "space"), "nan": ("down", "down", "down", "space")}
        for who, keys in marks.items():
            await go_to(pilot, "claims")
            await pilot.press("end", "enter")
            await pilot.pause()
            assert isinstance(pilot.app.screen, FormScreen)
            await pilot.press(*who, "enter", "tab", *keys, "escape")
            await pilot.pause()
        claims = now(pilot).ties[0].claims
        assert [(claim.kinds, claim.said_by) for claim in claims] == [(("strong", "stressful"), "ty"), (("stressful",), "nan")]


async def test_a_value_in_a_list_is_taken_out_by_delete_and_comes_back_by_undo(desk: Desk) -> None:
    from teammeet.model.people import Contact

    reached = NAN.changed(contacts=(Contact(value="555 0100"), Contact(kind="email", value="nan@example.org")))
    family = family_with(desk, reached)
    async with editing(desk, family, reached) as pilot:
        await go_to(pilot, "contacts")
        await pilot.press("home", "delete")
        await pilot.pause()
        assert [contact.value for contact in now(pilot).people[1].contacts] == ["nan@example.org"]
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now(pilot).people[1] == reached


async def test_who_may_see_an_item_is_folded_away_and_can_be_changed_in_plain_words(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        pilot.app.screen.query_one("CollapsibleTitle").focus()
        await pilot.press("enter")
        await go_to(pilot, "kept_from")
        await pilot.press(*"gym", "enter")
        pilot.app.screen.query_one("#field-record Select", Select).value = "school"
        await pilot.pause()
        nan = next(person for person in now(pilot).people if person.id == "nan")
        assert nan.kept_from == ("gym",)
        assert nan.record == "school"


async def test_labels_are_in_the_language_of_the_screen(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN, language="es") as pilot:
        labels = [str(label.content) for label in pilot.app.screen.query(".field-label").results(Static)]
        assert "Nombre que se usa" in labels
        assert "Ocultar a" in labels


async def test_every_field_can_be_reached_by_tab_alone(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, NAN) as pilot:
        reached = set()
        for _ in range(40):
            reached |= {one.field.name for one in pilot.app.screen.query(FieldRow) if one.has_focus_within}
            await pilot.press("tab")
        assert {one.name for one in form_of(Person).fields} <= reached


async def test_how_somebody_signed_is_read_and_never_edited(desk: Desk) -> None:
    family = family_with(desk)
    given = Signature(id="sig", who="nan", edition=1, method="ink", role="grandmother", witness="Ms. Vale")
    async with editing(desk, family, given) as pilot:
        offered = {one.field.name for one in pilot.app.screen.query(FieldRow)}
        assert offered & {"who", "method", "typed_name", "signed_at", "edition", "saw_the_plan"} == set()
        assert {"note", "expected_by"} <= offered
        told = str(pilot.app.screen.query_one(".editor-fixed", Static).render())
        assert "Ms. Vale" in told
        assert "grandmother" in told
