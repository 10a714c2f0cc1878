"""A meeting in lines: what is said is kept in the step's mode, and commands go about in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from teammeet.practice.task_hints import sharing_hints
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import means, named_among
from teammeet.tui.line_mode.editing import edit_item
from teammeet.tui.line_mode.held_meeting import HeldMeeting
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.modes import mode_in, modes_in_words
from teammeet.tui.line_mode.sharing import SharesMeeting
from teammeet.tui.meeting.as_said import as_said
from teammeet.tui.meeting.asked_next import turned
from teammeet.tui.meeting.clock import A_WHILE
from teammeet.tui.meeting.hints import hints_for
from teammeet.tui.meeting.scene import Deed, Edited, Keep, Row, StepKey
from teammeet.tui.meeting.taking_back import LastLine

_COMMANDS: Final = (
    *("next", "back", "step", "steps", "add", "rows", "select", "keys", "do", "edit", "move", "remove"),
    *("why", "question", "who", "time", "counts", "hints", "map", "figures", "read", "sections", "park", "note"),
    *("everything", "menu", "takeback", "pause", "readback", "opening", "planning", "share", "blank", "unshare", "until"),
    *("sign", "export", "end", "stopwell"),
)


class MeetingRoom(SharesMeeting):
    """A meeting that is held."""

    commands: ClassVar[tuple[str, ...]] = _COMMANDS

    def __init__(self, house: House, held: HeldMeeting) -> None:
        super().__init__(house)
        self.held = held
        self._hints_on = True
        self._typed = ""

    # What deeds need

    def rows(self) -> Sequence[Row]:
        """The live record of the step, with other words and the interpreter's beneath what was said."""
        scene = self.held.scene()
        return as_said(scene, self.held.panel.rows(scene))

    def keys(self) -> Sequence[StepKey]:
        """What the letters do."""
        return self.held.panel.keys(self.held.scene())

    def act(self, key: str) -> None:
        """Do what a letter does to the selected row."""
        self.do(lambda: self.held.panel.act(self.held.scene(), key))

    @property
    def selected(self) -> str:
        """The id of the selected row."""
        return self.held.scene().selected

    def select(self, row: str) -> None:
        """Select a row of this step."""
        self.held.stand = self.held.stand.with_row(row)

    def narrow(self) -> frozenset[str]:
        """What is not for the room, while everything is shown."""
        return self.held.scene().not_for_the_room if self.held.sight.everything else frozenset()

    def edit(self, deed: Edited) -> None:
        """Ask for the fields of an item."""
        edit_item(self.house, deed.item)

    def turn(self, mode: str) -> None:
        """Let a line add something else."""
        asked = self.held.stand.question
        self.held.stand = turned(self.held.stand, self.held.step, mode, self.house.language)
        if self.held.stand.question != asked:
            self.say_question()
        first = self.held.panel.first(self.held.scene())
        if first:
            self.select(first)
        self.held.save_place()
        self.say_line()
        if first:
            self.say_selected()

    def is_about_to_keep(self, deed: Keep) -> None:
        """Remember a line that was typed: it may be taken back."""
        if deed.edits and self._typed:
            self.held.last_line = LastLine.of(self.house.open_family, deed.edits, self._typed)

    def is_kept(self, deed: Keep) -> None:
        """Say what was kept and as what, what came of it, and what the coach would ask."""
        held = self.held
        if deed.edits:
            held.stand = held.stand.with_done(held.step.id)
            held.save_place()
            self._say_kept(deed)
        self.say_told(deed.said)
        if not self._is_unseen(deed.select):
            self.say_hints(tuple(hints_for(self.house.open_family, deed.hint, self.house.language)))

    def _say_kept(self, deed: Keep) -> None:
        about = deed.select if self.about is None else self.about
        if self._is_unseen(about):
            self.console.tell("kept-unseen")
            return
        words = self.row_in_words(about) if about else ""
        if words:
            self.console.tell("kept", row=words)
        else:
            self.console.tell("kept-short")
        if deed.select and deed.select != about and not self._is_unseen(deed.select):
            self.say_selected()

    def _is_unseen(self, row: str) -> bool:
        return bool(row) and not self.held.sight.everything and row in self.held.scene().not_for_the_room

    def say_hints(self, found: Sequence[object]) -> None:
        """Each hint with its reason and its question, unless hints are off."""
        for hint in found if self._hints_on else ():
            self.console.say(self.hint_in_words(hint))

    # Reading

    def take(self, line: str) -> None:
        """As every room; a meeting that was taken out of the record is left first. Minutes are written down on the way."""
        if not self.held.is_there:
            self.console.say(self.house.say("meeting.told.no-meeting"))
            self.leave_room()
            return
        self.held.count_time(A_WHILE)
        super().take(line)
        if self.held.is_there and not self.is_left:
            self.mind()

    def speech(self, line: str) -> None:
        """What somebody said: the step keeps it in its mode."""
        self._typed = line
        try:
            self.do(lambda: self.held.panel.kept(self.held.scene(), line), about=None)
        finally:
            self._typed = ""

    def finish(self) -> None:
        """The room sees nothing more; the minutes of the present step stay."""
        super().finish()
        self.held.count_time()

    # Going about

    def do_next(self, _: str) -> None:
        """On to the next step."""
        self._go_to(self.held.number + 1)

    def do_back(self, _: str) -> None:
        """Back one step."""
        self._go_to(self.held.number - 1)

    def do_step(self, said: str) -> None:
        """To a step by its number or its name."""
        language = self.house.language
        steps = self.held.agenda.steps
        by_id = next((str(number) for number, step in enumerate(steps, start=1) if step.id == said), "")
        named = by_id or named_among(said, ((str(n), step.name.in_language(language)) for n, step in enumerate(steps, start=1)))
        number = named or said
        self._go_to(int(number) - 1 if number.isascii() and number.isdigit() else -1)

    def _go_to(self, number: int) -> None:
        self.step_is_left()
        if not self.held.go_to(number):
            self.console.tell("no-such-step", number=len(self.held.agenda.steps))
            return
        self.here()
        if self.held.step.phase == "closing":
            self.say_hints(sharing_hints(self.held.scene().shown, self.house.language))

    def do_add(self, said: str) -> None:
        """Let a line add something else, by its name; without a name, say what there is."""
        modes = self.held.panel.modes(self.held.scene())
        mode = mode_in(modes, said)
        if mode:
            self.turn(mode)
            return
        self.console.tell("what-a-line-adds", names=modes_in_words(modes, self.house.language))
        self.say_line()

    def do_help(self, said: str) -> None:
        """Every command that works here; and how a line says of whom it is."""
        super().do_help(said)
        self.console.tell("help-names")

    def do_question(self, _: str) -> None:
        """The next question to ask the family."""
        self.held.stand = self.held.stand.with_next_question()
        self.say_question()

    # The selected row

    def do_edit(self, said: str) -> None:
        """Change the selected row, or the one of that number."""
        if said:
            self.do_select(said)
        self.do(lambda: self.held.panel.opened(self.held.scene()))

    def do_move(self, said: str) -> None:
        """The selected row up or down."""
        by = self.direction(said)
        if by:
            self.do(lambda: self.held.panel.moved(self.held.scene(), by))

    def do_remove(self, said: str) -> None:
        """Take the selected row out, or the one of that number; undo brings it back."""
        if said:
            self.do_select(said)
        words = self.row_in_words(self.selected)
        deed = self.do(lambda: self._removed(words), about="")
        if isinstance(deed, Keep):
            self.held.stand = self.held.stand.with_row("")

    def _removed(self, words: str) -> Deed:
        deed = self.held.panel.removed(self.held.scene())
        if isinstance(deed, Keep) and deed.edits and words and not deed.said:
            return Keep(deed.edits, deed.select, deed.hint, self.house.say("plain.removed", row=words), deed.then)
        return deed

    def do_hints(self, said: str) -> None:
        """Hints on, or off."""
        self._hints_on = not means("off", said) if said else not self._hints_on
        self.console.say(self.house.say(f"meeting.told.coach-{'on' if self._hints_on else 'off'}"))

    def do_everything(self, _: str) -> None:
        """What is not for the room, shown or not."""
        self.held.look_anew(everything=not self.held.sight.everything)
        self.house.heard_at = "" if self.held.sight.everything else self.held.meeting.id
        self.console.tell("everything-on" if self.held.sight.everything else "everything-off")

    # Elsewhere

    def do_sign(self, _: str) -> None:
        """Agreement and signatures, and back to the step."""
        from teammeet.tui.line_mode.signing import SignRoom

        self.held.count_time()
        room = SignRoom(self.house, self.held.meeting.id)
        room.run()
        if not self.held.is_there or self.held.meeting.ended_at is not None:
            self.leave_room()
        elif room.back_to:
            self.do_step(room.back_to)
        else:
            self.held.save_place()
            self.here()

    def do_export(self, said: str) -> None:
        """Write a file."""
        from teammeet.tui.line_mode.exporting import export

        export(self.house, said)

    def do_stopwell(self, _: str) -> None:
        """The meeting must end early: the safety steps, the next date, what waits."""
        from teammeet.tui.line_mode.stop_well import StopWellRoom

        self.held.count_time()
        room = StopWellRoom(self.house, self.held.scene, self.held.stand.done)
        room.run()
        if room.steps_left is None:
            self.here()
        elif self.held.close(room.steps_left):
            self._to_the_signing("ending.then-copies")

    def do_end(self, _: str) -> None:
        """The meeting is over, if that is meant; what comes then is the agreement."""
        if not answers.ask_yes(self.console, "meeting.end") or not self.held.close():
            return
        self._to_the_signing("meeting.then-sign")

    def _to_the_signing(self, question: str) -> None:
        """The meeting is over; what comes then is the agreement, if that is meant."""
        self.console.tell("ended")
        self.leave_room()
        if answers.ask_yes(self.console, question, yes_first=True):
            self.do_sign("")
