"""Keys that are typed faster than screens open: each reaches what it was meant for, in its order."""

import asyncio
from pathlib import Path

from tests.tui.hands import settled
from tests.tui.meeting_app import Time, at_meeting, fresh_desk
from textual.events import Key

from teammeet.tui.screens.family import FamilyScreen

KEYS = ("n", "1", *"Bruno", "tab", *"dog", "escape")
GAPS = (None, 0, 0.001, 0.01)
"""Seconds between two keys; none at all is what a terminal hands over at once."""


async def test_a_person_is_typed_without_waiting_for_the_form(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="family") as room:
        for number, gap in enumerate(GAPS, start=1):
            for key in KEYS:
                room.app.post_message(Key(key, key if len(key) == 1 else None))
                if gap is not None:
                    await asyncio.sleep(gap)
            for _ in range(40):
                await settled(room.pilot)
                if len(room.family.people) == number and isinstance(room.app.screen, FamilyScreen):
                    break
                await room.pilot.pause(0.05)
            assert [(person.used_name, person.role) for person in room.family.people] == [("Bruno", "dog")] * number
            assert isinstance(room.app.screen, FamilyScreen)
