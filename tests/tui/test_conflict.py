"""Two programs on one vault: both texts are shown side by side, and people choose which stand."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.tui.meeting_app import Time, at_meeting
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet.desk import Desk
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Person
from teammeet.model.plan import Need, Task
from teammeet.model.values import Words
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.conflicts import clashes, on_top
from teammeet.tui.going import open_family
from teammeet.tui.meeting.clock import minutes_of
from teammeet.tui.screens.conflict import ConflictDialog
from teammeet.tui.screens.dialogs import Notice

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk, str]]:
    mine = Desk.create(tmp_path / "families.vault", WORDS)
    theirs = Desk.unlock(tmp_path / "families.vault", WORDS)
    family = mine.start_family("Rivera family")
    yield mine, theirs, family.header.id
    theirs.close()
    mine.close()


@asynccontextmanager
async def opened(mine: Desk, family: str) -> AsyncIterator[tuple[TeamMeetApp, Pilot[None]]]:
    app = TeamMeetApp(desk=mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family)
        await pilot.pause()
        yield app, pilot


def now(app: TeamMeetApp) -> Family:
    assert app.family is not None
    return app.family


def shown(app: TeamMeetApp) -> str:
    return "\n".join(str(static.content) for static in app.screen.query(Static))


async def test_both_texts_are_shown_and_theirs_stay_unless_mine_are_chosen(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    async with opened(mine, family) as (app, pilot):
        header = now(app).header
        theirs.change(family, [put(header.changed(agency="Theirs"))])
        assert app.keep(put(header.changed(agency="Mine"))) is False
        await pilot.pause()
        assert isinstance(app.screen, ConflictDialog)
        assert "Agency" in shown(app)
        assert shown(app).index("Theirs") < shown(app).index("Mine")
        await pilot.press("enter")
        await pilot.pause()
        assert now(app).header.agency == theirs.open(family).header.agency == "Theirs"


async def test_mine_go_on_top_and_what_they_changed_besides_stays(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    async with opened(mine, family) as (app, pilot):
        header = now(app).header
        theirs.change(family, [put(header.changed(agency="Theirs", mission=Words(text="Together")))])
        after: list[str] = []
        app.keep(put(header.changed(agency="Mine")), then=lambda: after.append("kept"))
        await pilot.pause()
        await pilot.press("tab", "enter")
        await pilot.pause()
        kept = theirs.open(family).header
        assert (kept.agency, kept.mission.text) == ("Mine", "Together")
        assert now(app).header == kept
        assert after == ["kept"]


async def test_names_are_not_read_as_markup(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    async with opened(mine, family) as (app, pilot):
        header = now(app).header
        theirs.change(family, [put(header.changed(agency="[/]", facilitator="[@click=app.quit]"))])
        app.keep(put(header.changed(agency="[bold]", name="[Mum]")))
        await pilot.pause()
        assert isinstance(app.screen, ConflictDialog)
        assert "[/]" in shown(app)
        assert "[Mum]" in shown(app)


async def test_what_leans_on_something_that_is_gone_is_told(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    need = Need(words=Words(text="to be heard"))
    mine.change(family, [put(need)])
    async with opened(mine, family) as (app, pilot):
        theirs.open(family)
        theirs.change(family, [drop(need)])
        assert app.keep(put(Task(words=Words(text="call"), need=need.id))) is False
        await pilot.pause()
        assert isinstance(app.screen, Notice)


async def test_a_typed_line_leaves_the_line_when_it_is_kept_after_all(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    time = Time()
    mine.clock = time
    async with at_meeting(mine, family, time, agenda="first-wraparound-meeting") as room:
        await room.press("pagedown")
        modes = room.meeting.panel.modes(room.meeting.scene())
        room.meeting.turn(next(mode for mode in modes if mode == "vision"))
        theirs.change(family, [put(theirs.open(family).header.changed(vision=Words(text="They said this")))])
        await room.type("A quiet home")
        assert isinstance(room.app.screen, ConflictDialog)
        await room.press("tab", "enter")
        assert room.line.value == ""
        assert room.family.header.vision.text == "A quiet home"


async def test_nobody_is_asked_about_minutes(desks: tuple[Desk, Desk, str]) -> None:
    mine, theirs, family = desks
    time = Time()
    mine.clock = theirs.clock = time
    async with at_meeting(mine, family, time, agenda="first-wraparound-meeting") as room:
        held = theirs.open(family).meetings[0]
        theirs.change(family, [put(held.changed(place="library"))])
        time.pass_minutes(7)
        await room.press("pagedown")
        assert room.meeting.is_current
        assert minutes_of(room.meeting.meeting, "welcome") == 7
        assert room.meeting.meeting.place == "library"


# Without a screen


def rows_of(edit: Edit, base: Family, there: Family) -> list[tuple[str, str]]:
    return [(row.theirs, row.mine) for clash in clashes([edit], base, there, "en") for row in clash.rows]


def test_something_taken_out_stands_against_all_of_it(desks: tuple[Desk, Desk, str]) -> None:
    mine, _, family = desks
    ana = Person(used_name="Ana", role="mother")
    base = mine.change(family, [put(ana)])
    ((theirs, own),) = rows_of(drop(ana), base, base.with_edits([put(ana.changed(role="aunt"))]))
    assert "aunt" in theirs
    assert own == "(taken out)"
    ((theirs, own),) = rows_of(put(ana.changed(role="aunt")), base, base.with_edits([drop(ana)]))
    assert theirs == "(taken out)"
    assert "aunt" in own


def test_what_both_wrote_alike_is_no_difference(desks: tuple[Desk, Desk, str]) -> None:
    mine, _, family = desks
    base = mine.open(family)
    both = put(base.header.changed(agency="Alike"))
    assert rows_of(both, base, base.with_edits([both])) == []
    assert on_top([both], base, base.with_edits([both])) == (both,)
