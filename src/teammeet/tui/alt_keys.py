"""Alt with a letter or a figure, as terminals send it.

Textual reads Escape and then 1 as the sign that a Mac types with Option and 1 (¡), and Escape and then f or b as Ctrl with an
arrow. Here Alt+1 to 9 go to a step and Alt with a letter acts on a row, so those readings are taken out of its table.
"""

from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_READ_OTHERWISE: Final = tuple(f"\x1b{character}" for character in "0123456789bf")


def read_alt_keys() -> None:
    """Let Alt with a letter or a figure arrive as what it is. Nothing happens when it was done before."""
    table = ANSI_SEQUENCES_KEYS
    assert isinstance(table, dict), "Textual's table of keys can be changed"
    for sequence in _READ_OTHERWISE:
        table.pop(sequence, None)
