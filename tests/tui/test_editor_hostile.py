"""Strings that break programs, in every field of every form: no crash, kept exactly as the way in makes them fit."""

from datetime import date
from itertools import cycle, islice
from math import ceil
from typing import Any

import pytest
from tests.hostile import DECOMPOSED, FIT, FORBIDDEN, LONG, MARKED
from textual.pilot import Pilot

from teammeet.desk import Desk
from teammeet.model.crisis import CrisisPlan
from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.people import Household, Person
from teammeet.model.plan import Assessment, Outcome
from teammeet.model.record import ITEM_KINDS, LIST_OF
from teammeet.model.supports import Support
from teammeet.model.values import Value
from teammeet.text import LINE_LIMIT, NOTE_LIMIT, REPLACEMENT, mended
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.forms import forms
from teammeet.tui.forms.form import Draft, Form
from teammeet.tui.forms.parts import CLAIM, CONTACT, DECISION_RIGHT, TRANSLATION
from teammeet.tui.going import open_family
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow
from teammeet.tui.widgets.find_fields import FindRow
from teammeet.tui.widgets.form_screen import FormScreen
from teammeet.tui.widgets.text_fields import AreaRow, LineRow

HOSTILE = (*FORBIDDEN.values(), DECOMPOSED, MARKED, LONG[:30_000], *FIT.values())
EACH = 24
"""Strings that a form meets in one run: all forms together meet every string several times, a person's meets them all."""
_REQUIRED: dict[str, Any] = {
    "on": date(2026, 3, 2),
    "section": "needs",
    "support": "gym",
    "to": "home",
    "who": "ty",
    "outcome": "outcome",
    "plan": "crisis",
    "meeting": "meet",
    "assessment": "test",
    "name": "Rivera family",
    "code": "c",
    "value": 1,
    "edition": 1,
    "method": "ink",
    "text": "note",
}


def a_family(desk: Desk) -> Family:
    """One of each item that others need."""
    started = desk.start_family("Rivera family")
    items = (
        Household(id="home", name="Home"),
        Person(id="ty", used_name="Ty", households=("home",)),
        Support(id="gym", name="Gym"),
        Outcome(id="outcome"),
        CrisisPlan(id="crisis"),
        Meeting(id="meet"),
        Assessment(id="test"),
    )
    return desk.change(started.header.id, [put(item) for item in items])


def a_draft(form: Form, family: Family) -> Draft:
    """A new item of the form's kind, with what it cannot be without."""
    if ITEM_KINDS["header"] is form.kind:
        return Draft.of(form, family.header)
    given = {field.path[0]: _REQUIRED.get(field.path[0]) for field in form.required()}
    return Draft.new(form, **given)


def put_into(row: FieldRow, words: str) -> str | tuple[str, ...]:
    """Paste ``words`` over what stands in the field; what should be kept."""
    limit = row.setting.form.limit(row.field)
    if isinstance(row, LineRow):
        row.control.replace(words, 0, len(row.control.value))
        return mended(words, limit=limit)[0]
    assert isinstance(row, AreaRow)
    words = words[:limit] if row.field.control == "lines" else words
    row.control.clear()
    row.control.insert(words)
    fit = mended(words, lines=True, limit=NOTE_LIMIT)[0]
    return fit if row.field.control == "note" else tuple(line.strip() for line in fit.split("\n") if line.strip())


def is_free(row: FieldRow) -> bool:
    """Whether any words may stand in the field."""
    return row.field.control in ("line", "note", "lines")


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.kind.__name__)
async def test_hostile_strings_in_every_field_are_kept_as_made_fit_or_told_and_kept_out(form: Form, desk: Desk) -> None:
    family = a_family(desk)
    draft = a_draft(form, family)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(EditItem(draft))
        await pilot.pause()
        await strict_fields_take_nothing(app, pilot)
        await free_fields_keep_everything(app, pilot, draft)
        assert desk.open(family.header.id) == app.family


@pytest.mark.parametrize("form", [CLAIM, CONTACT, DECISION_RIGHT, TRANSLATION], ids=lambda form: form.kind.__name__)
async def test_hostile_strings_in_the_small_values_of_an_item(form: Form, desk: Desk) -> None:
    family = a_family(desk)
    given = {"value": "1", "area": "medical", "language": "en", "text": "t"}
    needed = {field.path[0]: given[field.path[0]] for field in form.required()}
    kept: list[Value] = []
    app = TeamMeetApp(desk=desk)

    def keep(value: Value) -> bool:
        kept.append(value)
        return True

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(FormScreen(Draft.new(form, **needed), "part", keep))
        await pilot.pause()
        for words in HOSTILE[::4]:
            for row in [row for row in app.screen.query(FieldRow) if is_free(row)]:
                fit = put_into(row, words)
                row.commit()
                await pilot.pause()
                assert Draft.of(form, kept[-1]).get(row.field) == fit


async def strict_fields_take_nothing(app: TeamMeetApp, pilot: Pilot[None]) -> None:
    """Dates, numbers, languages, people: what is not understood stays in the field, is told, and changes nothing."""
    before = app.family
    strings = cycle(("[/]", "NaN", "1e999", "\x1b[2J", "٣", "9999-99-99", "'", "-0", "true"))
    strict = [row for row in app.screen.query(LineRow) if not is_free(row)]
    for row in strict:
        row.control.replace(next(strings) + " [x", 0, len(row.control.value))
        row.commit()
    for found in app.screen.query(FindRow):
        if found.field.control == "refer":
            found.control.replace(f"Zorro {next(strings)}", 0, 0)
            found.commit()
    await pilot.pause()
    assert isinstance(app.screen, FormScreen)
    assert app.family == before
    assert all(row.is_unfit for row in strict)


async def free_fields_keep_everything(app: TeamMeetApp, pilot: Pilot[None], draft: Draft) -> None:
    """Hostile strings stand in every field in turn, and in the vault as they were made fit."""
    start = forms().index(draft.form) * EACH
    number = len(HOSTILE) if draft.form.kind is Person else EACH
    strings = islice(cycle(HOSTILE), start, None)
    rows = [row for row in app.screen.query(FieldRow) if is_free(row)]
    wanted: dict[str, Any] = {}
    for _ in range(ceil(number / len(rows)) if rows else 0):
        for row in rows:
            wanted[row.field.name] = put_into(row, next(strings))
            row.commit()
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        item = app.family.get(draft.held["id"]) if app.family is not None else None
        assert item is not None
        shown = Draft.of(draft.form, item)
        assert {row.field.name: shown.get(row.field) for row in rows} == wanted


async def test_no_control_character_reaches_the_screen_from_a_field(desk: Desk) -> None:
    family = a_family(desk)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(EditItem(family.people[0]))
        await pilot.pause()
        for row in app.screen.query(FieldRow):
            if is_free(row):
                put_into(row, "Ana\x1b[2J\u202e")
        await pilot.pause()
        painted = "".join(segment.text for line in app.screen._compositor.render_strips() for segment in line)
        assert "\x1b" not in painted
        assert "\u202e" not in painted
        assert REPLACEMENT in painted


async def test_a_line_of_a_list_that_is_too_long_is_told_and_stays_in_the_field(desk: Desk) -> None:
    family = a_family(desk)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(EditItem(family.crisis_plans[0]))
        await pilot.pause()
        row = app.screen.query_one("#field-triggers", AreaRow)
        row.control.insert("x" * (LINE_LIMIT + 1))
        row.commit()
        await pilot.pause()
        assert row.is_unfit
        assert len(row.typed) == LINE_LIMIT + 1
        assert app.family == family


def test_every_kind_of_item_has_its_form_tried_here() -> None:
    assert {LIST_OF[form.item_kind] for form in forms()} == set(ITEM_KINDS) - {"editions"}
