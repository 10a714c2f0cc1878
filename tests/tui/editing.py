"""What the tests of the editor share: a small family, an app with the editor open, ways to look into a field."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from teammeet.desk import Desk
from teammeet.model.family import Family, put
from teammeet.model.people import Household, Person
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.forms.form import Draft
from teammeet.tui.going import open_family
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow

YOUTH = Person(id="ty", used_name="Ty", enrolled=True, households=("home",))
NAN = Person(id="nan", used_name="Nan", role="grandmother", households=("home",))
GYM = Support(id="gym", name="Gym", kind="community")


def family_with(desk: Desk, *items: Item) -> Family:
    started = desk.start_family("Rivera family")
    home = Household(id="home", name="Home")
    return desk.change(started.header.id, [put(item) for item in (home, YOUTH, NAN, GYM, *items)])


@asynccontextmanager
async def editing(
    desk: Desk, family: Family, item: Item | Draft, size: tuple[int, int] = (80, 24), language: str = "en"
) -> AsyncIterator[Any]:
    """The editor over the item; gives the pilot."""
    app = TeamMeetApp(desk=desk, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        app.push_screen(EditItem(item))
        await pilot.pause()
        yield pilot


def now(pilot: Pilot[None]) -> Family:
    family = pilot.app.family  # type: ignore[attr-defined]  # the pilot's app is ours
    assert isinstance(family, Family)
    return family


def row(pilot: Pilot[None], name: str) -> FieldRow:
    return pilot.app.screen.query_one(f"#field-{name}", FieldRow)


def remark(pilot: Pilot[None], name: str) -> str:
    return " ".join(str(said.content) for said in row(pilot, name).query(".field-remark").results(Static) if said.display)


async def go_to(pilot: Pilot[None], name: str) -> None:
    row(pilot, name).control.focus()
    await pilot.pause()
