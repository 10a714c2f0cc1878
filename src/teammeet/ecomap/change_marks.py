"""How a map says what became of something between two moments: in a word beside its name, and by a sign."""

from typing import Final

from teammeet.messages import text

LEFT: Final = "left"
"""The ``change`` of what is on the former of two maps only: it is drawn as it was, and said to be gone since."""
MARKED: Final = ("came", "went", "changed", LEFT)
"""What has a mark, in the order of the legend; anything else has none."""


def change_words(change: str, language: str) -> str:
    """The mark beside a name, such as ``+ new``; nothing where nothing became of it."""
    return text(f"change.mark.{change}", language) if change in MARKED else ""
