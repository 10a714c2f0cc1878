"""The menu of the selected line, and parking a line: it waits for later, and one more key says where it goes."""

from __future__ import annotations

from typing import Final

from textual import events, on, work

from teammeet.model.family import put
from teammeet.model.meetings import Parked
from teammeet.model.values import Words
from teammeet.tui.commands import Command
from teammeet.tui.meeting.row_deeds import (
    FURTHER,
    TAKE_BACK,
    further_deed,
    further_keys,
    row_deed,
    row_keys,
    taken_back,
    title_of,
)
from teammeet.tui.meeting.row_menu import RowMenu
from teammeet.tui.meeting.scene import Deed, Keep, Tell
from teammeet.tui.meeting.sharing_on_screen import SharesMeeting
from teammeet.tui.meeting.shown import shown
from teammeet.tui.widgets.capture import ALT, CaptureLine, CoachLine, CommandKey, Entered
from teammeet.tui.widgets.record_list import MENU_KEY, HeldKey, MenuWanted, RecordList

CAPTURE_COMMANDS: Final = (Command("capture.row-menu", MENU_KEY),)
_PARK_LETTERS: Final = {"next_agenda": "nxt", "private_follow_up": "pvy", "somebody_else": "oeh"}
"""Letters for where a parked line goes, the best first: the first that the step does not use itself is offered."""


class Captures(SharesMeeting):
    """A meeting's screen on which lines are joined, cut, moved and parked."""

    _parked = ""
    """The line that was parked last, while the remark about it stands."""
    _parked_told = ""

    def __init__(self, meeting: str = "", agenda: str = "") -> None:
        super().__init__(meeting, agenda)
        self._early: list[HeldKey] = []

    @work(exclusive=True, group="row-menu")
    async def action_row_menu(self) -> None:
        """What can be done with the selected line; for some of it, where to."""
        try:
            await self._ask_row_menu()
        finally:
            self._let_keys_go()

    async def _ask_row_menu(self) -> None:
        scene = self.scene()
        keys = row_keys(scene)
        if not keys:
            self.tell(scene.say("told.nothing-selected"))
            return
        key = await self.app.push_screen_wait(RowMenu(title_of(scene), keys, self._early))
        to = None
        if key in FURTHER:
            where = RowMenu(self.app.say(f"capture.ask.{key}"), further_keys(scene, key), self._early)
            to = await self.app.push_screen_wait(where)
        if key is None or not self.is_held:
            return
        if key == TAKE_BACK:
            self.take_back(taken_back(scene))
        elif to is not None or key not in FURTHER:
            self.do(lambda: further_deed(scene, key, to) if to is not None else row_deed(scene, key))

    @on(MenuWanted)
    def _menu_wanted(self) -> None:
        if self.is_held:
            self.action_row_menu()
        else:
            self._let_keys_go()

    @on(CommandKey)
    def _menu_key(self, pressed: CommandKey) -> None:
        if pressed.key == MENU_KEY and not self.is_held:
            self._let_keys_go()

    @on(HeldKey)
    def _held_key(self, held: HeldKey) -> None:
        """Typed before the menu was there: it is for the menu, or for what comes after it."""
        self._early.append(held)
        if isinstance(self.app.screen, RowMenu):
            self.app.screen.take_early()
        elif not (self.line.holds_keys or self.query_one(RecordList).holds_keys):
            self._let_keys_go()

    def _let_keys_go(self) -> None:
        """Keys type again; what was held and nothing took goes into the line, or opens the menu once more."""
        if not self.query(CaptureLine):
            return  # the program ends while the menu is open
        self.line.holds_keys = self.query_one(RecordList).holds_keys = False
        while self._early:
            held = self._early.pop(0)
            if held.key == MENU_KEY:
                self.line.holds_keys = True
                self.post_message(MenuWanted())
                return
            if held.key == "enter" and self.line.value:
                self.line.post_message(Entered(self.line.take()))
            elif held.character.isprintable():
                self.line.insert_text_at_cursor(held.character)

    def action_park(self) -> None:
        """The line waits for later; with no line, it is asked for."""

        def parked(words: str) -> Deed:
            item = Parked(words=Words(text=words), meeting=self.meeting.id)
            self._parked, self._parked_told = item.id, self._park_remark()
            return Keep((put(item),), said=self._parked_told)

        self.keep_aside("meeting.ask.park", parked)

    def on_key(self, event: events.Key) -> None:
        """Alt and a letter of the remark says where the line that was parked last goes."""
        letter = event.key.removeprefix(ALT)
        goes = next((goes for goes, offered in self._park_letters().items() if offered == letter), None)
        if letter == event.key or goes is None or not self._remark_stands():
            return
        event.stop()
        self.do(lambda: self._goes(goes))

    def _goes(self, goes: str) -> Deed:
        item = self.family_now.get(self._parked)
        if not isinstance(item, Parked):
            return Tell(self.app.say("meeting.told.select-parked"))
        where = self.app.say(f"model.parked_goes_to.{goes}")
        self._parked = ""
        return Keep((put(item.changed(goes_to=goes)),), said=self.app.say("capture.said.parked-for", where=where))

    def _park_remark(self) -> str:
        offered = self._park_letters().items()
        ways = (f"Alt+{letter.upper()} {self.app.say(f'capture.goes.{goes}')}" for goes, letter in offered)
        return self.app.say("capture.said.parked", ways=" · ".join(ways))

    def _park_letters(self) -> dict[str, str]:
        taken = shown(self.scene(), self.stand, self.clock).letters if self.is_held else frozenset()
        free = {goes: [letter for letter in letters if letter not in taken] for goes, letters in _PARK_LETTERS.items()}
        return {goes: letters[0] for goes, letters in free.items() if letters}

    def _remark_stands(self) -> bool:
        coach = self.query_one(CoachLine)
        return bool(self._parked) and coach.display and self._parked_told in str(coach.content)
