"""What the tests of the family screen share: families, an app with the screen open, ways about it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

from textual.pilot import Pilot

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.people import Household, Person
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow
from teammeet.tui.widgets.menu import Menu
from teammeet.tui.widgets.sheet import Sheet

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def the_demo(desk: Desk) -> Family:
    return desk.accept(desk.look_at(write_family(demo.family(DAY)).encode()))


def a_family(desk: Desk) -> Family:
    started = desk.start_family("Rivera family")
    home = Household(id="home", name="Home")
    youth = Person(id="ty", used_name="Ty", enrolled=True, households=("home",))
    return desk.change(started.header.id, [put(home), put(youth)])


@asynccontextmanager
async def shown(desk: Desk, family: Family, size: tuple[int, int] = (80, 24), language: str = "en") -> AsyncIterator[Any]:
    """The family's screen; gives the pilot."""
    app = TeamMeetApp(desk=desk, open_family=family.header.id, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FamilyScreen)
        yield pilot


def now(pilot: Pilot[None]) -> Family:
    family = pilot.app.family  # type: ignore[attr-defined]  # the pilot's app is ours
    assert isinstance(family, Family)
    return family


def sheet(pilot: Pilot[None]) -> Sheet:
    return pilot.app.screen.query_one(Sheet)


async def go_to(pilot: Pilot[None], item: str) -> None:
    """The cursor on the row of an item."""
    sheet(pilot).highlighted = next(n for n, row in enumerate(sheet(pilot).rows) if row.item == item)
    await pilot.pause()


async def add(pilot: Pilot[None], kind: str) -> None:
    """Add something by its key in the menu."""
    await pilot.press("n")
    await pilot.pause()
    menu = pilot.app.screen
    assert isinstance(menu, Menu)
    await pilot.press(next(entry.key for entry in menu._entries if entry.id == kind))
    await pilot.pause()
    assert isinstance(pilot.app.screen, EditItem)


async def to_field(pilot: Pilot[None], name: str) -> None:
    """Tab on until the field has the focus."""
    row = pilot.app.screen.query_one(f"#field-{name}", FieldRow)
    for _ in range(60):
        if row.has_focus_within:
            return
        await pilot.press("tab")
    raise AssertionError(name)
