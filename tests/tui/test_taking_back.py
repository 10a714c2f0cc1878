"""What is taken back is off every screen and copy, with all that says it too; what it stood in goes on."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk

from teammeet.export import Options, exporter_named
from teammeet.model.family import put
from teammeet.model.plan import Need
from teammeet.model.readers import reader_named
from teammeet.model.values import Translation, Words
from teammeet.tui.meeting.row_deeds import row_deed
from teammeet.tui.meeting.scene import Keep

AGENDA = "first-wraparound-meeting"
CANARY = "zanzibar"
CRISIS_STEP = 6


async def at(room: Room, step: int, mode: int = 0) -> None:
    await room.press(*["pagedown"] * step, *["ctrl+down"] * mode)


def copies_with_it(room: Room) -> list[str]:
    """Copies for everybody but the facilitator in which the canary still sings."""
    family, today = room.family, room.app.today()
    whos = [f"person:{one.id}" for one in (*family.people, *family.supports)]
    found = []
    for reader in ("team", "family", "agency", "room", *whos):
        view = family.seen_by(reader_named(family, reader, today))
        whats = ("word", "ecomap-svg", "family-file", *(() if "crisis-plans" in view.withheld else ("crisis-page",)))
        for what in whats:
            data = exporter_named(what).write(view, "en", Options(today=today)).content
            if data.startswith(b"PK"):
                packed = zipfile.ZipFile(io.BytesIO(data))
                data = b"".join(packed.read(name) for name in packed.namelist())
            found += [f"{what} for {reader}"] if CANARY.encode() in data.lower() else []
    return found


def is_gone(room: Room) -> bool:
    assert CANARY in room.family.model_dump_json(), "the facilitator has it still"
    return CANARY not in room.screen_text and not copies_with_it(room)


@pytest.mark.parametrize(
    ("step", "mode", "line"),
    [
        (0, 0, f"Peter {CANARY}, uncle"),
        (1, 0, f"A {CANARY} story."),
        (1, 1, f"We want {CANARY}."),
        (2, 0, f"cooks {CANARY}"),
        (3, 0, f"needs {CANARY}"),
        (3, 0, f"! fears {CANARY}"),
        (4, 0, f"has {CANARY}"),
        (5, 0, f"try {CANARY}"),
        (CRISIS_STEP, 0, f"it is {CANARY}"),
        (CRISIS_STEP, 1, f"set off by {CANARY}"),
        (7, 1, f"when {CANARY}"),
    ],
)
async def test_a_line_of_any_step_is_off_the_wall_and_every_copy(tmp_path: Path, step: int, mode: int, line: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(120, 40)) as room:
        await room.type("Rosa, mother")
        await room.press("ctrl+o", "t")
        await at(room, step, mode)
        await room.type(line)
        assert copies_with_it(room), "it stood in a copy before"
        await room.press("ctrl+k")
        assert is_gone(room)


async def test_the_first_crisis_line_goes_and_the_crisis_plan_goes_on(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(120, 40)) as room:
        await room.type("Rosa, mother")
        await room.press("ctrl+o", "t")
        await at(room, CRISIS_STEP, 1)
        await room.type(CANARY)
        await room.press("ctrl+k")
        assert is_gone(room)
        assert [note.text for note in room.family.notes] == [CANARY]
        await room.type("loud music")
        assert "loud music" in room.screen_text, "the plan of what to do is there for everybody"
        assert not room.family.crisis_plans[0].taken_back


async def test_other_wordings_of_a_vision_go_with_the_line_and_are_kept(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(120, 40)) as room:
        await at(room, 1, 1)
        await room.type("We sleep.")
        await room.type("He hits.")
        header = room.family.header
        beside = header.vision.changed(reworded=f"He is {CANARY}", translations=(Translation(language="es", text="Él pega"),))
        room.app.keep(put(header.changed(vision=beside)))
        await room.press("ctrl+o", "t", "ctrl+k")
        assert is_gone(room)
        assert room.family.header.vision == Words(text="We sleep.", verbatim=header.vision.verbatim)
        assert room.family.notes[0].text.split("\n") == ["He hits.", f"He is {CANARY}", "Él pega"]


async def test_both_parts_of_a_line_that_was_cut_go(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(120, 40)) as room:
        await at(room, 2)
        await room.type(f"sings {CANARY} and bakes {CANARY}")
        scene = room.meeting.scene()
        room.meeting.do(lambda: row_deed(scene, "split"))
        await room.pilot.pause()
        await room.type(f"sings {CANARY} | and bakes {CANARY}")
        assert len(room.family.strengths) == 2
        await room.press("ctrl+o", "t", "ctrl+k")
        assert is_gone(room)


async def test_a_line_that_only_moved_down_keeps_its_words(tmp_path: Path) -> None:
    """The words of the new line stand in those of an old one, which got another rank by it."""
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(120, 40)) as room:
        await at(room, 3)
        need = Need(words=Words(text="rest at night"), rank=1)
        room.app.keep(put(need))
        before = room.family
        new = Need(words=Words(text="rest"), rank=1)
        room.meeting.is_about_to_keep(before, _keep(new, need.changed(rank=2)), "rest")
        room.app.keep(put(new), put(need.changed(rank=2)))
        await room.press("ctrl+k")
        assert [str(one.words) for one in room.family.needs if not one.taken_back] == ["rest at night"]


def _keep(*items: Need) -> Keep:
    return Keep(tuple(map(put, items)))
