"""The keys by which a facilitator decides what the room sees: share, blank, take back, pause, a scribe at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual import work

from teammeet.model.family import Edit, Family
from teammeet.room_window.page import RoomPage
from teammeet.tui.commands import Command
from teammeet.tui.meeting import pausing, taking_back
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.room_page import page_of
from teammeet.tui.meeting.scene import Keep, short
from teammeet.tui.meeting.share_check import what_is_visible, who_is_there
from teammeet.tui.meeting.share_dialogs import CodeDialog, PauseDialog, ShareDialog
from teammeet.tui.meeting.taking_back import LastLine
from teammeet.tui.screens.base import BLANK
from teammeet.tui.screens.curtain import PrivateNext
from teammeet.tui.screens.dialogs import Question

if TYPE_CHECKING:
    from teammeet.desk import Place
    from teammeet.model.meetings import Meeting
    from teammeet.practice.agenda import Agenda
    from teammeet.tui.sharing import Wall

COMMANDS_OF_SHARING: Final = (
    Command("share.share", "ctrl+o", footer=True),
    BLANK,
    Command("share.take-back", "ctrl+k"),
    Command("share.pause", "ctrl+n"),
    Command("share.scribe", "shift+f7"),
)

_BRIEF: Final = 40
"""Characters of a line that is named beside another sentence."""


class SharesMeeting(HeldMeeting):
    """A meeting of which the room sees a part: in a window of its own, or on this screen."""

    _last_line = LastLine()

    def on_mount(self) -> None:
        """Follow the family for the room, also while a dialog covers this screen."""
        self.watch(self.app, "sharing", self._sharing_turned, init=False)
        self.watch(self.app, "family", self._room_follows, init=False)

    def on_unmount(self) -> None:
        """The meeting is left: the room sees nothing more of it."""
        sharing = self.app.sharing
        if self.app.is_running and (sharing.is_on or sharing.scribe) and sharing.meeting == self._meeting_id:
            self.app.room.end()

    # What the room sees

    def is_shown(self) -> None:
        """The room's window follows."""
        super().is_shown()
        self.show_the_room()

    def show_the_room(self) -> None:
        """Bring the room's window up to date."""
        if self.is_held and self.app.sharing.wall == "window":
            self.app.room.follow(self.room_page())

    def room_page(self) -> RoomPage:
        """The step as everybody now present may see it."""
        return page_of(self.scene(), self.stand, time_mark=self.time_mark())

    def time_mark(self) -> str:
        """A neutral mark of how far the meeting is, for the room; nothing unless it is asked for."""
        return ""

    def show_place(self, place: str) -> None:
        """Before the place it is said what the room sees."""
        sharing = self.app.sharing
        state = "blank" if sharing.blank else sharing.wall
        marks = [self.app.say(f"share.mark.{state}")] if sharing.wall == "window" else []
        marks += [self.app.say("share.mark.scribe")] if sharing.scribe else []
        super().show_place(" · ".join((*marks, place)))

    def _room_follows(self, family: Family | None) -> None:
        if family is not None and not self.is_current:
            self.show_the_room()

    def _sharing_turned(self) -> None:
        self.tell("")
        if self.is_held:
            self.show_all()

    # Sharing

    @work(exclusive=True, group="share")
    async def action_share(self) -> None:
        """Look at who is there and what will be seen, then let the room look; or stop."""
        if self._asks_in_private():
            return
        scene, sharing = self.scene(), self.app.sharing
        asked = ShareDialog(who_is_there(scene), what_is_visible(scene), sharing.wall, self.app.room.code)
        way = await self.app.push_screen_wait(asked)
        if way in ("window", "screen", "none"):
            self.share(cast("Wall", way))

    def share(self, wall: Wall) -> None:
        """Let the room look at something else from now on. A screen that was the room's is said to be so no longer first."""
        if self.app.sharing.wall == "screen" and wall != "screen":
            self.app.push_screen(PrivateNext(), lambda _: self._share(wall))
        else:
            self._share(wall)

    def _share(self, wall: Wall) -> None:
        self.everything = wall == "window"
        if not self.app.room.share(wall, self.meeting.id):
            return
        self.app.desk.note_access(self.family_now.header.id, f"show:{wall}")
        self.show_all()
        self.app.tell(f"share.told.{wall}")
        if wall == "window":
            self.app.push_screen(CodeDialog(self.app.room.code))

    def is_begun(self) -> None:
        """After a restart in a shared meeting this screen is the room's again at once; a window is asked about."""
        super().is_begun()
        settings = self.app.settings
        if settings.wall == "none" or settings.shared_meeting != self.meeting.id or self.app.sharing.is_on:
            return
        if settings.wall == "screen":
            self.share("screen")
        else:
            self.action_share()

    def _asks_in_private(self) -> bool:
        """Whether a question is open on the facilitator's own screen: its answer may be for nobody else, so it comes first."""
        if self.asking is None or not self.app.sharing.private:
            return False
        self.tell(self.app.say("share.told.answer-first"))
        return True

    def action_scribe(self) -> None:
        """A scribe types from now on, and sees what the room may see; or no longer."""
        if self._asks_in_private():
            return
        self.app.room.turn_scribe(self.meeting.id)
        self.everything = self.everything and self.app.sharing.private
        self.show_all()
        self.app.tell("share.told.scribe" if self.app.sharing.scribe else "share.told.no-scribe")

    def leave_meeting(self) -> None:
        """While the room looks it is asked first: somebody may only have meant to close something."""
        if self.app.sharing.is_on:
            self._leave_asked()
        else:
            super().leave_meeting()

    @work(exclusive=True, group="share")
    async def _leave_asked(self) -> None:
        if await self.app.push_screen_wait(Question("share.leave")):
            super().leave_meeting()

    def action_note(self) -> None:
        """A private note is typed where only the facilitator looks."""
        if self.app.sharing.private:
            super().action_note()
        else:
            self.tell(self.app.say("share.told.no-note-here"))

    # Taking back

    def _open(self, meeting: Meeting, agenda: Agenda) -> None:
        """The line that was kept last before a restart can still be taken back."""
        place = self.app.place
        if place is not None and place.meeting == meeting.id:
            self._last_line = LastLine(place.last_line, place.last_made, place.last_written_into)
        super()._open(meeting, agenda)

    def is_about_to_keep(self, before: Family, deed: Keep, typed: str) -> None:
        """Remember the line: it may be taken back."""
        self._last_line = LastLine.of(before, deed.edits, typed)

    def is_kept(self, deed: Keep) -> None:
        """The line can be taken back after a restart too."""
        super().is_kept(deed)
        if deed.edits:
            self.save_place()

    def action_take_back(self) -> None:
        """Take the last line off every screen and copy; it is kept for the facilitator alone."""
        last = self._last_line
        edits = taking_back.taken_back(self.family_now, last, self.meeting.id, self.stand.step, self.app.today())
        self.take_back(edits, last.typed if self.app.sharing.private else "")

    def take_back(self, edits: tuple[Edit, ...], line: str = "") -> None:
        """Keep ``edits``, which take something back, and say what that means; ``line`` is named where nobody else looks."""
        if not edits:
            self.tell(self.app.say("share.told.nothing-to-take-back"))
            return
        if not self.app.keep(*edits):
            return
        self._last_line = LastLine()
        gone = tuple(edit.id for edit in edits if edit.after is not None and edit.after.taken_back)
        signed = taking_back.is_signed(self.family_now, gone)
        told = self.app.say("share.told.taken-back")
        if line:
            told = f"{self.app.say('share.told.taken-back-line', line=short(line, _BRIEF))} {told}"
        self.tell(f"{told} {self.app.say('share.told.still-signed', number=signed)}" if signed else told)
        self.save_place()

    def place_now(self) -> Place:
        """The place, with the line that can be taken back after a restart too."""
        last = self._last_line
        return super().place_now().changed(last_line=last.typed, last_made=last.made, last_written_into=last.written_into)

    # Pause

    @work(exclusive=True, group="share")
    async def action_pause(self) -> None:
        """Look after people; then go on where the meeting stood, or close it safely."""
        self.count_time()
        scene = self.scene()
        if not scene.private:
            scene = scene.for_the_room()
        self.app.room.show_card(pausing.room_card(scene))
        answer = await self.app.push_screen_wait(
            PauseDialog(pausing.reminders(scene), pausing.calls(scene), pausing.crisis_plan(scene), pausing.without_plan(scene))
        )
        self.app.room.show_card(None)
        if answer == "close":
            await self.run_action("stop_well")
