"""Undo and redo say what they took back and what they brought back."""

from tests.tui.family_shown import a_family, now, shown

from teammeet.desk import Desk
from teammeet.model.family import drop, put
from teammeet.model.plan import Need
from teammeet.model.values import Words
from teammeet.tui.forms.difference import in_few_words


def test_what_came_or_went_is_called_by_its_first_words(desk: Desk) -> None:
    family = a_family(desk)
    need = Need(id="need", words=Words(text="to feel safe on the bus in the morning, and on the way home"))
    more = family.with_edits([put(need)])
    assert in_few_words(more, family, "en") == "Need “to feel safe on the bus in the morning,…”"
    assert in_few_words(family, more, "es").startswith("Necesidad “to feel safe")
    assert in_few_words(family, family, "en") == ""


def test_a_changed_field_is_named_but_never_what_stands_in_private_ones(desk: Desk) -> None:
    family = a_family(desk)
    youth = family.people[0]
    changed = family.with_edits([put(youth.changed(private_note="she drinks"))])
    assert in_few_words(changed, family, "en") == "Person “Ty”: Private note"
    renamed = family.with_edits([put(youth.changed(used_name="Tyrone"))])
    assert in_few_words(renamed, family, "en") == "Person “Tyrone”"


def test_of_many_the_first_is_named_and_the_others_are_counted(desk: Desk) -> None:
    family = a_family(desk)
    assert in_few_words(family, family.with_edits([drop(family.people[0]), put(Need(id="n"))]), "en").endswith("and 1 more")


async def test_undo_and_redo_say_it_in_the_heading(desk: Desk) -> None:
    family = a_family(desk)
    desk.change(family.header.id, [put(Need(id="need", words=Words(text="to sleep")))])
    async with shown(desk, family, (120, 40)) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now(pilot).needs == ()
        assert "Taken back: Need “to sleep”" in pilot.app.status
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "Brought back: Need “to sleep”" in pilot.app.status
