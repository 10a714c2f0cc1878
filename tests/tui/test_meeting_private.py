"""The meeting stands on a wall: what only the facilitator may see is not on it unless a key asks for it."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import FIRST, REVIEW

from teammeet.model.family import Family, put
from teammeet.model.meetings import PrivateNote
from teammeet.tui.widgets.editor import EditItem

SECRET = "quokka"
"""Stands in every field that is for the facilitator alone."""


def with_secrets(family: Family) -> Family:
    held = [item.changed(private_note=f"{SECRET} of {item.id}") for item in (family.header, *family.people)]
    notes = [PrivateNote(text=f"{SECRET} noted", meeting=meeting.id) for meeting in family.meetings]
    return family.with_edits(put(item) for item in (*held, *notes))


@pytest.mark.parametrize("agenda", [FIRST, REVIEW])
@pytest.mark.parametrize("size", [(80, 24), (140, 60)])
async def test_no_step_and_no_mode_of_a_meeting_shows_a_private_note(
    tmp_path: Path, agenda: str, size: tuple[int, int]
) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    desk.change(family, [put(item) for item in with_secrets(desk.open(family)).items() if SECRET in item.model_dump_json()])
    async with at_meeting(desk, family, time, size=size, agenda=agenda) as room:
        assert SECRET in room.family.model_dump_json()
        for number in range(len(room.meeting.agenda.steps)):
            await look_through(room, number)


async def look_through(room: Room, number: int) -> None:
    """Every mode of a step, with every row of its record selected in turn."""
    room.meeting.go_to(number)
    for mode in room.meeting.panel.modes(room.meeting.scene()):
        room.meeting.turn(mode)
        await room.pilot.pause()
        for row in room.meeting.panel.rows(room.meeting.scene()):
            room.meeting.select(row.id)
            assert SECRET not in f"{row.words} {row.detail} {row.mark}"
        await room.pilot.pause()
        assert SECRET not in room.screen_text


async def test_the_plan_that_is_read_back_has_none(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    desk.change(family, [put(item) for item in with_secrets(desk.open(family)).items() if SECRET in item.model_dump_json()])
    async with at_meeting(desk, family, time, size=(140, 60)) as room:
        room.meeting.go_to(len(room.meeting.agenda.steps) - 1)
        room.meeting.select("read-back")
        room.meeting.action_edit()
        await room.pilot.pause()
        assert SECRET not in room.screen_text


async def test_a_person_whose_form_is_asked_for_keeps_the_note_folded_away(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    mari = desk.open(family).people[0]
    desk.change(family, [put(mari.changed(private_note=SECRET))])
    async with at_meeting(desk, family, time, size=(140, 60)) as room:
        room.app.push_screen(EditItem(mari.changed(private_note=SECRET)))
        await room.pilot.pause()
        assert SECRET not in room.screen_text


async def test_the_look_finds_what_is_not_private(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    need = desk.open(family).needs[0]
    desk.change(family, [put(need.changed(words=need.words.changed(text=SECRET)))])
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        steps = [step.phase for step in room.meeting.agenda.steps]
        with pytest.raises(AssertionError):
            await look_through(room, steps.index("needs"))
