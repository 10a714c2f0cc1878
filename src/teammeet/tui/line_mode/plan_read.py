"""The plan read aloud: section by section, each row a line."""

from __future__ import annotations

from teammeet.tui.line_mode.command_words import named_among
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.spoken_rows import in_words, listed
from teammeet.tui.sheets import plan
from teammeet.tui.sheets.row import Look, Row


class PlanReading:
    """The sections of a plan: each heading with what stands below it."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._sections: list[list[Row]] = []
        for row in plan.rows(look):
            if (row.heading and row.level == 0) or not self._sections:
                self._sections.append([])
            self._sections[-1].append(row)

    def __len__(self) -> int:
        return len(self._sections)

    def say_sections(self, console: Console) -> None:
        """The sections, numbered."""
        for number, section in enumerate(self._sections, start=1):
            console.tell("choice", number=number, words=self._title(section))

    def read(self, console: Console, said: str = "") -> int:
        """Read one section by its number or its name, or all of it; the number that was read, 0 for all."""
        if not said:
            for section in self._sections:
                self._read(console, section)
            return 0
        named = named_among(said, ((str(n), section[0].words) for n, section in enumerate(self._sections, start=1)))
        number = named or said
        if number.isascii() and number.isdigit() and 1 <= int(number) <= len(self._sections):
            self._read(console, self._sections[int(number) - 1])
            return int(number)
        console.tell("not-in-list", number=len(self._sections))
        return 0

    def rows(self, number: int) -> tuple[Row, ...]:
        """The rows of a section, or of all for 0."""
        return tuple(row for section in (self._sections[number - 1 : number] if number else self._sections) for row in section)

    def _read(self, console: Console, section: list[Row]) -> None:
        console.say(in_words(section[0], self._look.family, self._look.language, with_kind=False))
        console.say(*listed(section[1:], self._look.family, self._look.language))

    def _title(self, section: list[Row]) -> str:
        head = section[0]
        beside = head.detail if head.item != self._look.family.header.id else ""
        return f"{head.words}, {beside}" if beside else head.words
