"""The plain line mode driven by a list of lines, its output captured."""

from io import StringIO
from pathlib import Path

from tests.tui.meeting_app import Time, demo_desk, fresh_desk

from teammeet.desk import Desk
from teammeet.model.family import Family
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.start import converse


class Talk:
    """A vault with one family, and what was said to it and by it."""

    def __init__(self, folder: Path, *, demo: bool = False, language: str = "en") -> None:
        self.time = Time()
        self.desk, self.family_id = (demo_desk if demo else fresh_desk)(folder, self.time)
        self.language = language
        self.out = ""

    def say(self, *lines: str, meeting: bool = False) -> str:
        """Begin the mode with the family open, say ``lines``, let the input end; what was answered."""
        return self.converse("\n".join([*lines, ""]), meeting=meeting)

    def meet(self, *lines: str) -> str:
        """The same in a first meeting, which is begun or gone on with."""
        begins = ["1"] if not self.family.meetings else []
        return self.say(*begins, *lines, meeting=True)

    def converse(self, typed: str, *, meeting: bool = False) -> str:
        out = StringIO()
        console = Console(StringIO(typed), out, by_hand=False, language=self.language)
        converse(House(console, self.desk, language=self.language), self.family_id, meeting=meeting)
        self.out = out.getvalue()
        return self.out

    @property
    def family(self) -> Family:
        return self.desk.open(self.family_id)

    def close(self) -> None:
        self.desk.close()


def vault_of(folder: Path, passphrase: str) -> tuple[Path, Path]:
    """An empty vault, and a file with its passphrase."""
    path, words = folder / "families.vault", folder / "words.txt"
    Desk.create(path, passphrase).close()
    words.write_text(passphrase + "\n", encoding="utf-8")
    return path, words
