"""Alt with a letter or a figure, as terminals send it.

Textual reads Escape and then 1 as the sign that a Mac types with Option and 1 (¡), and Escape and then f or b as Ctrl with an
arrow. Here Alt+1 to 9 go to a step and Alt with a letter acts on a row, so its table says that. What the table does not hold,
Textual understands only after a tenth of a second of silence: of two such keys that come faster, the first would be typed
into the line as "^" and its letter.
"""

from dataclasses import dataclass
from string import ascii_lowercase, digits
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


@dataclass(frozen=True, slots=True)
class _AltKey:
    """Stands in the table as one of Textual's own keys does: by its ``value``."""

    value: str


_KEYS: Final = {f"\x1b{character}": (_AltKey(f"alt+{character}"),) for character in ascii_lowercase + digits}


def read_alt_keys() -> None:
    """Let Alt with a letter or a figure arrive as what it is, at once. Nothing happens when it was done before."""
    table = ANSI_SEQUENCES_KEYS
    assert isinstance(table, dict), "Textual's table of keys can be changed"
    table.update(_KEYS)
