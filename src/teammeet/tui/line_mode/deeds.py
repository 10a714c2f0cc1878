"""Carrying out what a line or a letter means: kept, asked for in lines, or told why not. The deeds are those of the panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final

from pydantic import ValidationError

from teammeet.text import folded
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import named_among
from teammeet.tui.line_mode.room import Room
from teammeet.tui.line_mode.spoken_rows import can_be_selected, chosen_row, in_words, listed, numbered, told
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Keep, Rate, ReadPlan, Row, StepKey, Tell, Turn

SELECTED: Final = "selected"
"""The row that is selected when the deed begins."""


class DoesDeeds(Room):
    """A room with rows, one of them selected, and letters that act on it."""

    commands: ClassVar[tuple[str, ...]] = ("rows", "select", "keys", "do")

    # What a room gives

    def rows(self) -> Sequence[Row]:
        """The rows that may be shown now."""
        raise NotImplementedError

    def keys(self) -> Sequence[StepKey]:
        """What the letters do to the selected row."""
        raise NotImplementedError

    def act(self, key: str) -> None:
        """Do what a letter does."""
        raise NotImplementedError

    @property
    def selected(self) -> str:
        """The id of the selected row."""
        raise NotImplementedError

    def select(self, row: str) -> None:
        """Select the row with that id."""
        raise NotImplementedError

    def narrow(self) -> frozenset[str]:
        """Ids of what is shown but is not for everybody."""
        return frozenset()

    def is_kept(self, deed: Keep) -> None:
        """Something was kept, of which the row ``about`` tells: say so."""
        raise NotImplementedError

    def is_about_to_keep(self, deed: Keep) -> None:
        """Something will be kept now."""

    def edit(self, deed: Edited) -> None:
        """Ask for the fields of an item."""
        raise NotImplementedError

    def read_plan(self) -> None:
        """Read the plan."""
        raise NotImplementedError

    def turn(self, mode: str) -> None:
        """A line adds something else from now on."""

    # Deeds

    about: str | None = ""
    """The row that is said back when something is kept; ``None`` if it is the one that is new."""

    def do(self, deed_of: Callable[[], Deed], *, about: str | None = SELECTED) -> Deed:
        """Carry out a deed, and say what came of it; the deed is given back.

        It is about the selected row unless ``about`` is another one: empty for none, ``None`` for the one that it makes.
        """
        self.about = self.selected if about == SELECTED else about
        return self._carry_out(deed_of)

    def _carry_out(self, deed_of: Callable[[], Deed]) -> Deed:
        try:
            deed = deed_of()
        except ValidationError:
            deed = Tell(self.house.say("plain.instead.meeting.told.does-not-fit"))
        match deed:
            case Keep():
                self._keep(deed)
            case AskLine():
                self._ask_line(deed)
            case AskPick():
                self._ask_pick(deed)
            case Edited():
                self.edit(deed)
            case ReadPlan():
                self.read_plan()
            case Turn():
                self.turn(deed.mode)
                self.say_told(deed.said)
            case Rate():
                self.console.say(self.house.say("agree.told.on-paper-here"))
            case Tell():
                self.say_told(deed.words)
        return deed

    def _keep(self, deed: Keep) -> None:
        self.is_about_to_keep(deed)
        if deed.edits and not self.house.keep(*deed.edits):
            return
        if deed.select:
            self.select(deed.select)
        self.is_kept(deed)
        if deed.then is not None:
            then = deed.then
            self._carry_out(lambda: then)

    def say_told(self, words: str) -> None:
        """What a panel tells, its signs in words."""
        self.console.say(told(words, self.house.language))

    def _ask_line(self, deed: AskLine) -> None:
        """Ask until the answer is understood, or all shall stay as it is."""
        while True:
            self.console.say(*deed.read_aloud)
            typed = answers.ask_line(
                self.console, deed.question, deed.start, may_be_blank=deed.may_be_blank, is_path=deed.is_path
            )
            if typed is None:
                return
            if not isinstance(self._carry_out(partial(deed.then, typed)), Tell):
                return

    def _ask_pick(self, deed: AskPick) -> None:
        asked = " ".join(filter(None, (deed.question, deed.beside)))
        picked = answers.ask_choice(self.console, asked, deed.choices, deed.chosen, many=deed.many)
        if picked is not None and (picked != deed.chosen or not deed.many):
            self._carry_out(lambda: deed.then(picked))

    # Rows

    def row_in_words(self, row_id: str) -> str:
        """A row with its number, as it stands now; empty if it is not shown."""
        for number, row in numbered(self.rows()):
            if row.id == row_id:
                narrow = bool({row.id, row.item} & self.narrow())
                return in_words(row, self.house.open_family, self.house.language, number=number, is_narrow=narrow)
        return ""

    def do_rows(self, _: str) -> None:
        """Every row, and which is selected."""
        rows = self.rows()
        if not any(can_be_selected(row) for row in rows):
            self.console.tell("no-rows")
        self.console.say(*listed(rows, self.house.open_family, self.house.language, narrow=self.narrow()))
        self.say_selected()

    def do_select(self, said: str) -> None:
        """Select a row by its number, or by words of it."""
        found = chosen_row(self.rows(), said)
        if found is None:
            self.console.tell("no-such-row", said=said)
            return
        self.select(found.id)
        self.say_selected()

    def say_selected(self) -> None:
        """Which row is selected."""
        words = self.row_in_words(self.selected)
        if words:
            self.console.tell("selected", row=words)

    # Letters

    def do_keys(self, _: str) -> None:
        """What the letters do, in words."""
        keys = self.keys()
        if not keys:
            self.console.tell("no-keys")
            return
        self.say_selected()
        for letters, title in grouped(keys):
            key = "key" if len(letters) == 1 else "key-range"
            last = letters[-2] if letters[-1] == "0" else letters[-1]
            self.console.tell(key, letter=letters[0], last=last, title=title)
            if letters[1:] and letters[-1] == "0":
                self.console.tell("key-zero", title=title)

    def do_do(self, said: str) -> None:
        """Do what a letter does, named by what it does."""
        key = self._key(said) or self._key_by_title(said)
        if key is None:
            self.console.tell("no-such-key", said=said)
        else:
            self.act(key.id)

    def letter(self, said: str) -> bool:
        """``/d`` and the like."""
        key = self._key(said)
        if key is not None:
            self.act(key.id)
        return key is not None

    def _key(self, said: str) -> StepKey | None:
        return next((key for key in self.keys() if folded(key.letter) == folded(said.strip())), None)

    def _key_by_title(self, said: str) -> StepKey | None:
        keys = self.keys()
        wanted = named_among(said, ((key.id, key.title) for key in keys if key.title)) or said.strip()
        return next((key for key in keys if key.id == wanted), None)


def grouped(keys: Sequence[StepKey]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Letters with what they do; a key without a title belongs to the one before it."""
    found: list[tuple[list[str], str]] = []
    for key in keys:
        if key.title or not found:
            found.append(([key.letter], key.title))
        else:
            found[-1][0].append(key.letter)
    return tuple((tuple(letters), title) for letters, title in found)
