"""What a line or a key of the meeting does: deeds are carried out here, questions are asked in the line itself."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError
from textual import work

from teammeet.model.family import put
from teammeet.model.meetings import Parked, PrivateNote
from teammeet.model.values import Words
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.hints import hints_for
from teammeet.tui.meeting.pick import Pick
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Hint, Keep, Tell, Turn
from teammeet.tui.widgets.capture import CaptureLine, CoachLine


class ActingMeeting(HeldMeeting):
    """A meeting whose line keeps what is typed. While a question is asked there, the unfinished line is laid aside."""

    def __init__(self, meeting: str = "", agenda: str = "") -> None:
        super().__init__(meeting, agenda)
        self.asking: AskLine | None = None
        self._laid_aside = ""
        self._hints_on = True

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

    def tell(self, words: str) -> None:
        """Say beside the line why nothing was changed, or what came of it; nothing clears it."""
        self.query_one(CoachLine).say(words, told=bool(words))

    def enter(self, typed: str) -> None:
        """Enter in the line: an answer, something that was said, or (empty) the selected row to be edited."""
        if not self.is_held:
            self.tell(self.app.say("meeting.told.no-meeting"))
        elif self.asking is not None:
            self._answer(self.asking, typed)
        elif typed:
            self.do(lambda: self.panel.kept(self.scene(), typed), typed=True)
        else:
            self.do(lambda: self.panel.opened(self.scene()))

    def park(self) -> None:
        """The line waits for later; with no line, it is asked for."""
        typed = self.unfinished().strip()

        def parked(words: str) -> Deed:
            return Keep(
                (put(Parked(words=Words(text=words), meeting=self.meeting.id)),), said=self.app.say("meeting.told.parked")
            )

        self.do(lambda: parked(typed) if typed else AskLine(self.app.say("meeting.ask.park"), parked), typed=bool(typed))

    def note(self) -> None:
        """The line is for the facilitator alone; with no line, it is asked for."""
        typed = self.unfinished().strip()

        def noted(words: str) -> Deed:
            note = PrivateNote(text=words, meeting=self.meeting.id, step=self.stand.step, on=self.app.today())
            return Keep((put(note),), said=self.app.say("meeting.told.note-kept"))

        self.do(lambda: noted(typed) if typed else AskLine(self.app.say("meeting.ask.note"), noted), typed=bool(typed))

    def turn_hints(self) -> None:
        """Hints on, or off."""
        self._hints_on = not self._hints_on
        self.tell("")
        self.app.tell("meeting.told.coach-on" if self._hints_on else "meeting.told.coach-off")

    def turn(self, mode: str) -> None:
        """Let the line add something else."""
        self.stand = self.stand.with_mode(mode)
        self.tell("")
        self.show_all()
        self.save_place()
        self.line.focus()

    def do(self, deed_of: Callable[[], Deed], *, typed: bool = False) -> None:
        """Carry out what a line or a key means. What does not fit into the record is said, and the line stays."""
        try:
            deed = deed_of()
        except ValidationError:
            self.tell(self.app.say("meeting.told.does-not-fit"))
            return
        match deed:
            case Keep():
                self._keep(deed, typed)
            case AskLine():
                self._ask(deed)
            case AskPick():
                self._pick(deed)
            case Edited():
                self._edit(deed)
            case Turn():
                self.turn(deed.mode)
            case Tell():
                self.tell(deed.words)

    def end_asking(self) -> None:
        """The question is over; the line that was laid aside comes back."""
        self.asking = None
        laid_aside, self._laid_aside = self._laid_aside, ""
        self.take_line(laid_aside)
        self.show_all()

    def _answer(self, asking: AskLine, typed: str) -> None:
        if typed or asking.may_be_blank:
            self.do(lambda: asking.then(typed))
        else:
            self.end_asking()

    def _keep(self, deed: Keep, typed: bool) -> None:
        """Keep first; only then the line is emptied."""
        before = self.stand
        if deed.select:
            self.stand = self.stand.with_row(deed.select)
        if deed.edits and not self.app.keep(*deed.edits):
            self.stand = before
            self.show_all()
            return
        if self.asking is not None:
            self.end_asking()
        elif typed:
            self.line.clear()
        self.app.tell("meeting.told.kept")
        self.tell(deed.said)
        self._hint(deed.hint)

    def _hint(self, hint: Hint | None) -> None:
        found = hints_for(self.family_now, hint, self.app.language) if self._hints_on else ()
        if found:
            first, *more = found
            words = self.app.say("meeting.line.hint", reason=first.reason, ask=first.ask)
            rest = self.app.say("meeting.line.hint-more", number=len(more)) if more else ""
            self.query_one(CoachLine).say(f"{words}  {rest}".rstrip())

    def _ask(self, asking: AskLine) -> None:
        if self.asking is None:
            self._laid_aside = self.line.value
        self.asking = asking
        self.tell("")
        self.take_line(asking.start)
        self.line.focus()
        self.show_all()

    @work(exclusive=True, group="pick")
    async def _pick(self, asking: AskPick) -> None:
        picked = await self.app.push_screen_wait(Pick(asking))
        if picked is not None:
            self.do(lambda: asking.then(picked))

    def _edit(self, deed: Edited) -> None:
        from teammeet.tui.widgets.editor import EditItem

        self.app.push_screen(EditItem(deed.item))
