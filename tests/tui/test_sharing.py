"""What the room sees: the check before, this very screen, a window of its own, blanking, taking back, the pause, a scribe."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk, fresh_desk
from textual.widgets import Static

from teammeet.model.family import put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Contact
from teammeet.model.plan import Need
from teammeet.model.supports import Claim, Support, TeamMember, Tie
from teammeet.model.values import Words
from teammeet.room_window.glass import RoomGlass
from teammeet.room_window.page import RoomPage
from teammeet.tui.screens.curtain import BlankScreen, PrivateNext
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow

SECRET = "zanzibar"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's file lies where this test looks, and nowhere else."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


async def shared(room: Room) -> RoomGlass:
    """The room's window, joined by its code."""
    await room.press("ctrl+o", "w", "enter")
    return RoomGlass.join(room.app.room.code)


def seen_in(window: RoomGlass) -> RoomPage:
    page = window.look()
    assert page is not None
    return page


def words_of(page: RoomPage) -> str:
    return page.model_dump_json()


async def with_somebody_and_a_secret(room: Room) -> str:
    """Rosa is here, and a need is kept from her; its id."""
    await room.type("Rosa, mother")
    rosa = room.family.people[0].id
    need = Need(words=Words(text=SECRET), kept_from=(rosa,))
    room.app.keep(put(need), put(Need(words=Words(text="a quiet evening"))))
    await room.press("pagedown", "pagedown", "pagedown")
    return need.id


async def test_the_check_says_who_is_here_and_what_will_be_seen(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+o")
        told = " ".join(room.screen_text.split())
        assert "Rosa (in the room)" in told
        assert "1 line is not for everybody here" in told
        assert SECRET not in told


async def test_the_rooms_window_follows_the_step_and_holds_only_what_those_present_may_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        window = await shared(room)
        page = seen_in(window)
        assert "a quiet evening" in words_of(page)
        assert SECRET not in words_of(page)
        assert SECRET in room.screen_text, "the facilitator's own window shows all"
        await room.press("pagedown")
        assert seen_in(window).step == page.step + 1


async def test_what_the_room_sees_is_computed_anew_as_people_leave_and_come(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        meeting = room.family.attendances[0].meeting
        theo = Support(name="Theo")
        room.app.keep(put(theo), put(TeamMember(who=theo.id)), put(Attendance(meeting=meeting, who=theo.id, how="room")))
        window = await shared(room)
        assert SECRET not in words_of(seen_in(window))
        rosa = room.family.attendances[0]
        room.app.keep(put(rosa.changed(left_at=time.now)))
        await room.pilot.pause()
        assert SECRET in words_of(seen_in(window)), "it was kept from Rosa alone"
        room.app.keep(put(rosa))
        await room.pilot.pause()
        assert SECRET not in words_of(seen_in(window))


async def test_blank_hides_everything_and_loses_nothing(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        window = await shared(room)
        seen_in(window)
        await room.press("full_stop")
        assert seen_in(window) == RoomPage(kind="waiting", language="en")
        await room.press("ctrl+b")
        assert "a quiet evening" in words_of(seen_in(window))


async def test_a_full_stop_in_a_sentence_is_a_full_stop(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await room.press("B", "e", "full_stop")
        assert room.line.value == "Be."


async def test_on_one_screen_blank_covers_it_and_any_key_brings_it_back(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+o", "t")
        await room.press("ctrl+b")
        assert isinstance(room.app.screen, BlankScreen)
        assert "quiet evening" not in room.screen_text
        await room.press("full_stop")
        assert "quiet evening" in room.screen_text


async def test_a_shared_screen_shows_no_secret_no_note_and_no_hint(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting", size=(160, 45)) as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+o", "t")
        assert SECRET not in room.screen_text
        await room.press("ctrl+r")
        assert SECRET not in room.screen_text
        await room.type("needs therapy")
        assert "ask" not in room.told.lower()
        await room.press(*"she is afraid")
        await room.press("f7")
        assert room.line.value.endswith("afraid")
        assert not room.family.notes


async def test_leaving_a_shared_screen_draws_a_curtain_before_what_is_private(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+o", "t")
        await room.press("escape")
        assert isinstance(room.app.screen, Question), "somebody may only have meant to close something"
        await room.press("y")
        assert isinstance(room.app.screen, PrivateNext)
        assert not room.app.sharing.private, "nothing private is painted, not even below the curtain"
        await room.press("enter")
        assert not isinstance(room.app.screen, PrivateNext)
        assert not room.app.sharing.is_on


async def test_the_last_line_is_taken_off_every_screen_and_kept_for_the_facilitator(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        await room.type("he was hit again")
        window = await shared(room)
        assert "hit again" in words_of(seen_in(window))
        await room.press("ctrl+k")
        assert "hit again" not in words_of(seen_in(window))
        assert "kept, for you alone" in room.told
        assert any(need.taken_back for need in room.family.needs)
        await room.press("ctrl+k")
        assert "no last line" in room.told
        await room.press("ctrl+z")
        assert window.look() is None, "the page stays: it is asked first"
        await room.press("y")
        assert "hit again" in words_of(seen_in(window))


async def test_a_line_that_was_written_into_the_vision_goes_to_a_private_note(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await room.press("pagedown", "f3")
        assert "vision" in str(room.line.border_title).lower()
        await room.type("We sleep.")
        await room.type("He is locked up.")
        await room.press("ctrl+k")
        assert room.family.header.vision.text == "We sleep."
        assert [note.text for note in room.family.notes] == ["He is locked up."]


async def test_the_last_line_can_be_taken_back_after_a_restart(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await room.press("pagedown", "pagedown")
        await room.type("cooks")
        room.app.places.flush()
        meeting = room.meeting.meeting.id
        room.app._desk = None  # the vault stays open for the next program
    async with at_meeting(desk, family, time, meeting=meeting) as room:
        await room.press("ctrl+k")
        assert "“cooks”" in room.told
        assert [strength.taken_back for strength in room.family.strengths] == [True]


async def test_the_pause_shows_whom_to_call_and_gives_the_room_a_calm_card(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        window = await shared(room)
        await room.press("ctrl+n")
        assert "People come first" in room.screen_text
        card = seen_in(window)
        assert card.kind == "pause"
        await room.press("escape")
        assert seen_in(window).kind == "page"


async def test_a_scribe_sees_what_the_room_may_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        await room.press("ctrl+r")
        assert SECRET in room.screen_text
        await room.press("shift+f7")
        assert SECRET not in room.screen_text
        await room.press("shift+f7")
        assert SECRET not in room.screen_text


async def test_locking_takes_the_rooms_page_away(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_somebody_and_a_secret(room)
        window = await shared(room)
        seen_in(window)
        room.app.room.leave()
        page = window.look()
        assert page is None or page.kind == "waiting"


async def test_on_a_shared_screen_the_editor_has_no_private_field_and_no_phone_number(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, size=(100, 60)) as room:
        meeting = room.meeting.meeting.id
        mari = next(person for person in room.family.people if person.legal_name)
        room.app.keep(
            put(mari.changed(contacts=(Contact(value="555-0911"),), private_note=SECRET)),
            put(Attendance(meeting=meeting, who=mari.id, how="room")),
        )
        await room.press("ctrl+o", "t")
        held = room.family.get(mari.id)
        assert held is not None
        room.app.push_screen(EditItem(held))
        await room.pilot.pause()
        shown = room.screen_text
        fields = {row.field.name for row in room.app.screen.query(FieldRow)}
        assert not fields & {"legal_name", "private_note", "contacts", "kept_from", "only_for"}
        assert "used_name" in fields
        for hidden in (mari.legal_name, SECRET, "555-0911"):
            assert hidden not in shown


async def test_on_a_shared_map_no_kind_of_a_tie_stands_that_was_not_released(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting", size=(120, 40)) as room:
        await with_somebody_and_a_secret(room)
        rosa, aide = room.family.people[0], Support(name="Mr. Dale", kind="formal")
        tie = Tie(support=aide.id, to=rosa.id, claims=(Claim(kinds=("stressful",)),))
        room.app.keep(put(aide), put(tie))
        await room.press("f8")
        await room.press("l")
        assert "stressful" in room.screen_text.lower()
        await room.press("l", "escape")
        await room.press("ctrl+o", "t")
        await room.press("f8")
        await room.press("l")
        words = [line for line in room.screen_text.lower().splitlines() if "dale" in line]
        assert words
        assert not any("stress" in line for line in words)


async def test_undo_on_a_shared_screen_does_not_name_what_the_room_may_not_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting", size=(160, 40)) as room:
        await with_somebody_and_a_secret(room)
        rosa = room.family.people[0]
        await room.press("ctrl+o", "t")
        room.app.keep(put(Need(words=Words(text="kept from her: " + SECRET), kept_from=(rosa.id,))))
        await room.press("ctrl+z")
        assert SECRET not in room.screen_text


async def test_in_a_small_window_the_check_opens_with_its_title(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, size=(60, 16)) as room:
        await room.press("ctrl+o")
        await room.pilot.pause()
        assert "Before the room looks" in room.screen_text


@pytest.mark.parametrize("again", [False, True])
async def test_the_check_is_whole_at_80_by_24_its_title_first(tmp_path: Path, again: bool) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("ctrl+o")
        if again:
            await room.press("w")
            await room.press("enter")
            await room.press("ctrl+o")
        await room.pilot.pause()
        dialog = room.app.screen.query_one(".dialog")
        title = room.app.screen.query_one(".dialog-title", Static)
        assert dialog.scroll_y == 0
        assert dialog.max_scroll_y == 0
        assert str(title.content) in room.screen_text
        assert [part.max_scroll_y for part in room.app.screen.query(".share-list")] == [0, 0]
        assert "only if you showed it to the room" in " ".join(room.screen_text.replace("│", " ").split())
