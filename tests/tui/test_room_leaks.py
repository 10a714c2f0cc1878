"""Ways round the wall: leaving, a restart, a question, an edition, an undo, initials, copies; none tells what is hidden."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk
from tests.tui.test_sharing import SECRET, own_folder, with_somebody_and_a_secret
from textual.widgets import OptionList, Select

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.supports import Support, TeamMember, Tie
from teammeet.model.values import Words
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.meeting.share_dialogs import CodeDialog
from teammeet.tui.screens.conflict import ConflictDialog
from teammeet.tui.screens.curtain import BlankScreen, PrivateNext
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.widgets.editor import EditItem

__all__ = ("own_folder",)
"""The fixture of the other tests of sharing holds here too."""
AGENDA = "first-wraparound-meeting"


async def shared(room: Room) -> str:
    """Rosa is here, a need is kept from her, and the room looks at this screen; the id of the need."""
    need = await with_somebody_and_a_secret(room)
    await room.press("ctrl+o", "t")
    return need


async def somebody_hidden_from_rosa(room: Room, name: str) -> Support:
    hidden = Support(name=name, kept_from=(room.family.people[0].id,))
    room.app.keep(put(hidden), put(TeamMember(who=hidden.id)))
    return hidden


# Leaving


@pytest.mark.parametrize("keys", [("f12", "y", "y"), ("shift+f12", "f12", "y", "y")])
async def test_ending_a_shared_meeting_draws_the_curtain_before_the_signing(tmp_path: Path, keys: tuple[str, ...]) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await shared(room)
        for key in keys:
            await room.press(key)
        assert isinstance(room.app.screen, PrivateNext)
        await room.press("enter")
        assert isinstance(room.app.screen, SignScreen)
        assert not room.app.sharing.is_on


@pytest.mark.parametrize("way", ["w", "x"])
async def test_a_screen_that_the_room_looks_at_becomes_private_behind_the_curtain_only(tmp_path: Path, way: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await shared(room)
        await room.press("ctrl+o", way)
        assert isinstance(room.app.screen, PrivateNext)
        assert not room.app.sharing.private
        await room.press("enter")
        assert room.app.sharing.private
        assert isinstance(room.app.screen, CodeDialog if way == "w" else MeetingScreen)


async def test_a_scribe_who_leaves_the_meeting_meets_the_curtain(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await with_somebody_and_a_secret(room)
        await room.press("shift+f7", "escape", "escape", "escape")
        assert isinstance(room.app.screen, PrivateNext), "Esc is easily pressed once too often: it does not lift the curtain"


async def test_a_scribe_types_on_when_the_rooms_window_ends(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+o", "w", "enter", "shift+f7")
        await room.press("ctrl+o", "x")
        assert not room.app.sharing.is_on
        assert not room.app.sharing.private
        assert SECRET not in room.screen_text


# A restart


@pytest.mark.parametrize("where", ["meeting", "sign"])
@pytest.mark.parametrize("way", ["screen", "scribe"])
async def test_after_a_restart_others_see_no_more_than_before(tmp_path: Path, where: str, way: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await with_somebody_and_a_secret(room)
        await room.press(*(("ctrl+o", "t") if way == "screen" else ("shift+f7",)))
        if where == "sign":
            await room.press("f9")
        room.app.places.flush()
        again = TeamMeetApp(desk=desk)
        async with again.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            then = Room(pilot, again, time)
            assert not again.sharing.private
            assert SECRET not in then.screen_text
            assert isinstance(again.screen, SignScreen if where == "sign" else MeetingScreen)
            await then.press("escape")
            if where == "sign":  # the meeting lies not below: it is opened anew, and is the room's still
                assert isinstance(again.screen, MeetingScreen)
                assert not again.sharing.private
                await then.press("escape")
            assert SECRET not in then.screen_text
            if isinstance(again.screen, MeetingScreen):
                await then.press("escape")
            if isinstance(again.screen, Question):  # the room looks: it is asked before the meeting is left
                await then.press("y")
            assert isinstance(again.screen, PrivateNext)


# What is asked and told


@pytest.mark.parametrize("keys", [("ctrl+o", "t"), ("shift+f7",)])
async def test_a_private_note_that_is_being_typed_is_finished_before_others_look(tmp_path: Path, keys: tuple[str, ...]) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await with_somebody_and_a_secret(room)
        await room.press("f7", *"fear")
        await room.press(keys[0])
        assert isinstance(room.app.screen, MeetingScreen)
        assert "question first" in room.told
        await room.press("enter", *keys)
        assert not room.app.sharing.private
        assert [note.text for note in room.family.notes] == ["fear"]
        assert "fear" not in room.screen_text


async def test_the_check_does_not_tell_the_room_that_there_is_more(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 40)) as room:
        await shared(room)
        guest = Support(name="Ana")
        room.app.keep(put(guest), put(Attendance(meeting=room.meeting.meeting.id, who=guest.id, how="room")))
        await room.press("ctrl+o")
        told = " ".join(room.screen_text.split())
        assert "Rosa (in the room)" in told
        assert "not for everybody" not in told
        assert "not on the team" not in told


async def test_an_edition_is_read_as_those_who_are_here_now_may_see_it(tmp_path: Path) -> None:
    """Theo came after it was signed, and a line was taken back since."""
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 50)) as room:
        need = await with_somebody_and_a_secret(room)
        meeting, theo = room.meeting.meeting.id, Support(name="Theo")
        room.app.keep(put(theo), put(TeamMember(who=theo.id)))
        kept = room.family.get(need)
        assert isinstance(kept, Need)
        back = Need(words=Words(text="said in anger"))
        room.app.keep(put(kept.changed(kept_from=(theo.id,))), put(back))
        room.app.fix_edition(meeting)
        room.app.keep(put(Attendance(meeting=meeting, who=theo.id, how="room")), put(back.changed(taken_back=True)))
        await room.press("ctrl+o", "t", "f9")
        room.signing.select(room.family.editions[0].id)
        await room.press("f2")
        assert "quiet evening" in room.screen_text
        assert SECRET not in room.screen_text
        assert "anger" not in room.screen_text


async def test_redoing_a_taking_back_does_not_say_the_line_once_more(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(160, 40)) as room:
        await shared(room)
        await room.type("said in anger")
        await room.press("ctrl+k")
        assert "anger" not in room.screen_text
        await room.press("ctrl+z")
        assert "anger" not in room.screen_text
        await room.press("n", "ctrl+z", "y")
        assert "anger" in room.screen_text
        await room.press("ctrl+y")
        assert "anger" not in room.screen_text


async def test_initials_do_not_tell_that_somebody_hidden_has_the_same(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 40)) as room:
        await with_somebody_and_a_secret(room)
        jane = Person(used_name="Jane Lee", kept_from=(room.family.people[0].id,))
        jon = Person(used_name="Jon Lake")
        room.app.keep(put(jane), put(jon))
        await room.press("ctrl+o", "t")
        scene = room.meeting.scene()
        assert scene.tags.tag(jon.id) == scene.for_the_room().tags.tag(jon.id) == "JL"
        assert scene.tags.who("JL") == jon.id, "who types what stands on the wall means the one on the wall"
        assert scene.tags.tag(jane.id) not in ("", "JL")
        await room.press("f9")
        assert room.signing.scene().tags.tag(jon.id) == "JL"


async def test_an_editor_names_nobody_whom_the_room_does_not_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 40)) as room:
        await shared(room)
        hidden, dale = await somebody_hidden_from_rosa(room, "Quentin"), Support(name="Mr. Dale")
        tie = Tie(support=dale.id, to=hidden.id)
        room.app.keep(put(dale), put(tie))
        room.app.push_screen(EditItem(tie))
        await room.pilot.pause()
        assert "Quentin" not in room.screen_text


async def test_two_texts_side_by_side_hold_no_private_field_on_the_wall(tmp_path: Path) -> None:
    time = Time()
    desk, other = (make(tmp_path / "families.vault", "plum otter lamp river cedar moss") for make in (Desk.create, Desk.unlock))
    desk.clock = time
    family = desk.start_family("Rivera family").header.id
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 40)) as room:
        await shared(room)
        aunt = Person(used_name="Aunt", private_note=SECRET)
        room.app.keep(put(aunt))
        other.change(family, [put(aunt.changed(used_name="Tia", private_note="xylophone"))])
        room.app.keep(put(aunt.changed(used_name="Auntie", private_note="another")))
        await room.pilot.pause()
        assert isinstance(room.app.screen, ConflictDialog)
        told = room.screen_text
        assert "Tia" in told
        assert "Auntie" in told
        for hidden in (SECRET, "xylophone", "another"):
            assert hidden not in told
    other.close()


async def test_copies_are_offered_on_the_wall_for_those_only_whom_the_room_sees(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 50)) as room:
        await with_somebody_and_a_secret(room)
        await somebody_hidden_from_rosa(room, "Quentin")
        await room.press("f9", "f6")
        assert "Quentin" in room.screen_text, "the facilitator alone gives a copy to everybody"
        await room.press("escape", "escape", "ctrl+o", "t", "f9", "f6")
        listed = room.app.screen.query_one("#sendings", OptionList)
        told = " ".join(str(option.prompt) for option in listed.options)
        assert "Rosa" in told
        assert "Quentin" not in told
        await room.press("escape", "f5")
        readers = [str(words) for words, _ in room.app.screen.query_one("#reader", Select)._options]
        assert any("Rosa" in words for words in readers)
        assert not any("Quentin" in words for words in readers)


# Blank and lock


async def test_one_key_blanks_every_screen_and_dialog_that_the_room_looks_at(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA, size=(100, 40)) as room:
        await shared(room)
        for opened in ("", "f8", "f9", "shift+f9", "shift+f12", "alt+0", "ctrl+g", "ctrl+o", "ctrl+e"):
            if opened:
                await room.press(opened)
            await room.press("ctrl+b")
            assert isinstance(room.app.screen, BlankScreen), opened
            assert "quiet evening" not in room.screen_text
            await room.press("ctrl+b")
            assert not isinstance(room.app.screen, BlankScreen), opened
            if not isinstance(room.app.screen, MeetingScreen):
                await room.press("escape")
            assert isinstance(room.app.screen, MeetingScreen), opened


@pytest.mark.parametrize("before", ["ctrl+b", "ctrl+o", "alt+0", "ctrl+g", "f2"])
async def test_ctrl_l_locks_at_once_whatever_covers_the_screen(tmp_path: Path, before: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=AGENDA) as room:
        await shared(room)
        await room.press(before, "ctrl+l")
        assert room.app.lock_wanted
