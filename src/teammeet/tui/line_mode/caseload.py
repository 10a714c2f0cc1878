"""The caseload in lines: every family of the vault, opened by number, name or code."""

from __future__ import annotations

from typing import ClassVar

from teammeet.desk import FamilyLine
from teammeet.text import folded
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.family import FamilyRoom
from teammeet.tui.line_mode.room import Room
from teammeet.tui.meeting.days import day_words


class CaseloadRoom(Room):
    """Every family. A line is the number, a name or a code."""

    commands: ClassVar[tuple[str, ...]] = ("list", "new", "import")

    def here(self) -> None:
        """The families."""
        self.do_list("")

    def speech(self, line: str) -> None:
        """Open the family that is meant; if several are, say which."""
        found = families_meant(self._families(), line)
        if len(found) == 1:
            self._open(found[0].id)
        elif found:
            self.console.tell("several-families")
            self.console.say(
                *(self._in_words(number, each) for number, each in enumerate(self._families(), 1) if each in found)
            )
        else:
            self.console.tell("no-such-family")

    def do_list(self, _: str) -> None:
        """Every family, numbered."""
        families = self._families()
        self.console.tell("caseload" if families else "caseload-empty")
        self.console.say(*(self._in_words(number, each) for number, each in enumerate(families, 1)))

    def do_new(self, said: str) -> None:
        """A new family: only a way to call it is asked."""
        name = said or answers.ask_line(self.console, self.house.say("tui.new-family.text"))
        if not name:
            return
        who = self.house.settings
        language = self.house.language
        family = self.house.desk.start_family(name, language, facilitator=who.facilitator, agency=who.agency)
        self.console.tell("family-made", code=family.code)
        self._open(family.header.id)

    def do_import(self, said: str) -> None:
        """A family file, or a plan in Word; nothing comes in before it was agreed to."""
        from teammeet.tui.line_mode.importing import import_file

        import_file(self.house, said)
        self.here()

    def do_leave(self, _: str) -> None:
        """From here one leaves the program."""
        self.do_quit("")

    def _open(self, family_id: str) -> None:
        self.house.open(family_id)
        FamilyRoom(self.house).go_on()
        self.house.close_family()
        self.here()

    def _families(self) -> tuple[FamilyLine, ...]:
        return self.house.desk.families(self.house.today())

    def _in_words(self, number: int, line: FamilyLine) -> str:
        say = self.house.say
        meeting = line.next_meeting
        told = [
            f"{line.name}, {line.code}",
            say("plain.next-meeting", day=day_words(meeting, self.house.language, self.house.today())) if meeting else "",
            say("tui.caseload.open", number=line.open_tasks) if line.open_tasks else "",
            say("tui.caseload.overdue", number=line.overdue_tasks) if line.overdue_tasks else "",
        ]
        return say("plain.choice", number=number, words="; ".join(part for part in told if part))


def families_meant(families: tuple[FamilyLine, ...], said: str) -> tuple[FamilyLine, ...]:
    """The families that ``said`` may mean: the one of that number, code or whole name, else all whose name or code holds it."""
    wanted = folded(said.strip())
    if said.isascii() and said.isdigit() and 1 <= int(said) <= len(families):
        return (families[int(said) - 1],)
    exact = tuple(line for line in families if wanted in (folded(line.name), folded(line.code)))
    return exact or tuple(line for line in families if wanted in folded(line.name) or wanted in folded(line.code))
