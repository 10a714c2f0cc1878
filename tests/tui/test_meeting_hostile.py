"""Strings that break programs, typed and pasted into the line of every step and shown again."""

from pathlib import Path

import pytest
from tests.hostile import FIT, FORBIDDEN, LONG
from tests.tui.meeting_app import Time, at_meeting, demo_desk, fresh_desk
from tests.tui.meeting_scenes import FIRST
from textual.events import Paste

from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.supports import Support, TeamMember
from teammeet.text import mended
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.screens.meeting import MeetingScreen

CONTROLS = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0))} - {"\n"}
STEPS = ("welcome", "story-and-vision", "going-well", "needs", "outcomes", "ideas-and-tasks", "if-things-get-hard", "closing")


@pytest.mark.parametrize("number", range(1, 9), ids=STEPS)
async def test_hostile_lines_are_kept_as_the_way_in_makes_them(tmp_path: Path, number: int) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press(f"alt+{number}")
        modes = PANELS[room.meeting.scene().step.phase].modes(room.meeting.scene())
        # Each string in two of the eight steps; the functions behind the line take them all in every mode (test_every_step).
        for place, said in enumerate((*FIT.values(), *FORBIDDEN.values())[number % 4 :: 4]):
            room.line.post_message(Paste(said))
            await room.press("enter")
            assert isinstance(room.app.screen, MeetingScreen)
            assert not set(room.screen_text) & CONTROLS
            room.meeting.take_line("")
            if place % 2 == 0:
                room.meeting.turn(modes[place // 2 % len(modes)])
        assert all(_is_clean(item.model_dump_json()) for item in room.family.items())
        for key in ("alt+up", "alt+down", "f2", "escape", "delete"):
            await room.press(key)


async def test_hostile_names_are_shown_at_the_table_and_while_signing(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    said = [mended(text)[0].strip() for text in (*FIT.values(), *FORBIDDEN.values())]
    people = [Person(used_name=name) for name in said[::2] if name]
    supports = [Support(name=name) for name in said[1::2] if name]
    desk.open(family)
    desk.change(family, [*map(put, people), *map(put, supports), *(put(TeamMember(who=s.id)) for s in supports)])
    async with at_meeting(desk, family, time, agenda=FIRST, size=(160, 45)) as room:
        for key in ("r", "p", "v", "l", "a"):
            await room.press(f"alt+{key}", "down")
        await room.press("f9")
        for key in ("5", "down", "1", "y", "escape", "f5", "escape"):
            await room.press(key)
            assert not set(room.screen_text) & CONTROLS


async def test_a_line_of_a_hundred_thousand_characters_is_cut_and_said(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.line.post_message(Paste(LONG))
        await room.pilot.pause()
        assert len(room.line.value) == room.line.limit
        await room.press("enter")
        assert len(str(room.family.strengths[-1].words)) == room.line.limit


@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]x"])
async def test_markup_in_a_question_about_somebody_is_text(tmp_path: Path, name: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type(f"{name}, mother")
        await room.press("alt+w")
        assert name in room.screen_text


def _is_clean(text: str) -> bool:
    return not set(text) & CONTROLS
