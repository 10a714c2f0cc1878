"""Files that come in, for the screens and for lines: what a path holds, and a plan in Word laid beside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from teammeet.errors import FileRefused

if TYPE_CHECKING:
    from teammeet.desk import Desk
    from teammeet.desk.taking_back import ComingBack

_WORD: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a Word file begins, of today and of before; a family file begins otherwise."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """A plan of care in a Word file that was looked at, with what must be known of the file."""

    coming: ComingBack
    remarks: tuple[str, ...]


def contents_of(path: str) -> bytes:
    """The bytes of a file of a person's own; what is not there or too large is refused before it is read."""
    from teammeet.model.family_file import MOST_BYTES

    try:
        with Path(path).expanduser().open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise FileRefused("file-missing") from None


def is_word_file(raw: bytes) -> bool:
    """Whether it is to be read as a Word file."""
    return raw.startswith(_WORD)


def came_back(desk: Desk, raw: bytes, language: str) -> CameBack:
    """A plan in Word beside the vault; nothing is kept yet.

    Raises:
        TeammeetError: see :func:`teammeet_word.back.read_back` and :meth:`teammeet.desk.Desk.look_at_copy`.
    """
    from teammeet_word.back import read_back, told

    back = read_back(raw)
    coming = desk.look_at_copy(back.plan.raw, back.said, back.plan.reader)
    return CameBack(coming, (*told(back, language), *coming.left_out(language)))


def told_when_in(number: int) -> str:
    """The key of what is said once it is in: how many texts were taken; of a whole family (0) that it is here now."""
    return f"back.texts-taken.{'one' if number == 1 else 'many'}" if number else "tui.import.done"
