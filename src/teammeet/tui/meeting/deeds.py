"""Carrying out what a line or a key means: deeds are kept, questions are asked in the line itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError
from textual import work

from teammeet.tui.meeting.pick import Pick, PickOne
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Keep, Rate, ReadPlan, Tell, Turn
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.widgets.capture import CaptureLine, CoachLine

if TYPE_CHECKING:
    from teammeet.model.family import Family


class DoesDeeds(HouseScreen):
    """A screen with a capture line and a line beside it. While a question is asked, the unfinished line is laid aside."""

    def __init__(self) -> None:
        super().__init__()
        self.asking: AskLine | None = None
        self._asked_before: tuple[AskLine, ...] = ()
        """The questions that led to the open one, each with its answer in the line: nothing of them is kept yet."""
        self._laid_aside = ""
        self._warned_of = ""

    # What a screen gives

    def show_all(self) -> None:
        """Paint everything."""
        raise NotImplementedError

    def select(self, row: str) -> None:
        """Select the row with that id."""
        raise NotImplementedError

    def is_kept(self, deed: Keep) -> None:
        """Something was kept: say so, and what comes of it."""
        self.tell(deed.said)

    def is_about_to_keep(self, before: Family, deed: Keep, typed: str) -> None:
        """A typed line will be kept now."""

    def family_to_read(self) -> Family | None:
        """The family as it may be read aloud."""
        return self.app.family

    def rate(self) -> None:
        """Hand the keyboard over for the private rating; only a meeting is rated."""

    def turn(self, mode: str) -> None:
        """Let the line add something else; only a meeting has modes."""

    # The line

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one(CaptureLine)

    def take_line(self, line: str) -> None:
        """Put a line into the field, the cursor behind it."""
        self.line.value = line
        self.line.cursor_position = len(line)

    def unfinished(self) -> str:
        """The line that is being typed, also while a question is answered in its place."""
        return self._laid_aside if self.asking is not None else self.line.value

    def line_is_left(self, key: str) -> bool:
        """Whether a line was begun and is not kept; the message ``key`` says so, once for each line: then nothing holds up."""
        if not self.line.value.strip() or self._warned_of == self.line.value:
            return False
        self._warned_of = self.line.value
        self.tell(self.app.say(key))
        return True

    def tell(self, words: str) -> None:
        """Say beside the line why nothing was changed, or what came of it; nothing clears it."""
        self.query_one(CoachLine).say(words, told=bool(words))

    def answer(self, asking: AskLine, typed: str) -> None:
        """Enter while a question is asked. An empty line is an answer only where it may be; else nothing happens."""
        if typed or asking.may_be_blank:
            self.do(lambda: asking.then(typed), typed, answers=True)
        else:
            self.end_asking()

    def end_asking(self) -> None:
        """Not this question: the one that led to it is open again, with its answer; else the line that was laid aside is."""
        self.line.take()
        if not self._asked_before:
            self._answered()
            return
        before, self._asked_before = self._asked_before[-1], self._asked_before[:-1]
        self._ask(before, follows=True)

    def _answered(self) -> None:
        """The question is over; the line that was laid aside comes back, before what was typed since."""
        self.asking, self._asked_before = None, ()
        laid_aside, self._laid_aside = self._laid_aside, ""
        self.line.give_back(laid_aside)
        self.show_all()

    # Deeds

    def do(self, deed_of: Callable[[], Deed], typed: str = "", *, answers: bool = False) -> None:
        """Carry out what a line or a key means. ``typed`` was taken from the line: unless it is kept, it comes back there.

        With ``answers`` it is the answer to the question that is open: one that follows from it takes its place.
        """
        try:
            deed = deed_of()
        except ValidationError:
            deed = Tell(self.app.say("meeting.told.does-not-fit"))
        if not isinstance(deed, Keep | AskPick):
            self.line.give_back(typed)
        match deed:
            case Keep():
                self._keep(deed, typed)
            case AskLine():
                if answers and self.asking is not None:
                    self._asked_before += (replace(self.asking, start=typed),)
                self._ask(deed, follows=answers)
            case AskPick():
                self._pick(deed, typed)
            case Edited():
                self._edit(deed)
            case ReadPlan():
                self.read_plan(deed)
            case Turn():
                self.turn(deed.mode)
                self.tell(deed.said)
            case Rate():
                self.rate()
            case Tell():
                self.tell(deed.words)

    def _keep(self, deed: Keep, typed: str) -> None:
        """Keep it; a line that could not be kept comes back. Then a pasted line that waits comes in."""
        before = self.app.family
        if before is not None and typed and deed.edits:
            self.is_about_to_keep(before, deed, typed)
        if deed.edits and not self.app.keep(*deed.edits, then=lambda: self._kept_after_all(deed, typed)):
            self.line.give_back(typed)
        else:
            self._kept(deed, typed)

    def _kept_after_all(self, deed: Keep, typed: str) -> None:
        """Somebody else had changed the same thing, and people chose what was typed here: it need not wait in the line."""
        self.line.value = self.line.value.removeprefix(typed).lstrip()
        self._kept(deed, typed)

    def _kept(self, deed: Keep, typed: str) -> None:
        if deed.select:
            self.select(deed.select)
        if self.asking is not None:
            self._answered()
        elif typed and not self.line.value:
            self.line.clear()
        if deed.edits:
            self.app.tell("meeting.told.kept")
        self.is_kept(deed)
        if deed.then is not None:
            self._ask(deed.then)

    def _ask(self, asking: AskLine, *, follows: bool = False) -> None:
        """Ask in the line. What stands in it is laid aside; of an open question that this one cuts short, the answer begun."""
        if not follows:
            self._asked_before = ()
        begun = self.asking is None or (not follows and self.line.value != self.asking.start)
        if begun and self.line.value:
            between = " " if self._laid_aside and not self._laid_aside.endswith(" ") else ""
            self._laid_aside += f"{between}{self.line.value}"
        self.asking = asking
        self.tell("")
        self.take_line(asking.start)
        self.show_all()
        self.line.focus()

    @work(exclusive=True, group="pick")
    async def _pick(self, asking: AskPick, typed: str = "") -> None:
        """Let people pick. Where they do not, what was ``typed`` before comes back, and so does its question."""
        before, led_to_it = self.asking, self._asked_before
        if before is not None:
            self._answered()
        if asking.many:
            picked = await self.app.push_screen_wait(Pick(asking))
        else:
            picked = await self.app.push_screen_wait(PickOne(asking))
        if picked is not None:
            self.do(lambda: asking.then(picked), typed if before is None else "")
        elif before is not None:
            self._ask(replace(before, start=typed))
            self._asked_before = led_to_it
        else:
            self.line.give_back(typed)

    def _edit(self, deed: Edited) -> None:
        from teammeet.tui.widgets.editor import EditItem

        self.app.push_screen(EditItem(deed.item))

    def read_plan(self, deed: ReadPlan) -> None:
        """Show the whole plan."""
        from teammeet.tui.meeting.read_back import ReadBack

        family = self.family_to_read()
        if family is not None:
            self.app.push_screen(ReadBack(family, deed.title))
