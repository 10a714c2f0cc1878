"""Which letters join or move, so that widths of single letters do not add up; which way a line runs."""

import unicodedata
from typing import Final

_SHAPED: Final = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, N'Ko, Mandaic
    (0x0900, 0x109F),  # the scripts of India, Thai, Lao, Tibetan, Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x1800, 0x18AF),  # Mongolian
    (0x1A20, 0x1CFF),
    (0xA800, 0xABFF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFC),
    (0x10A00, 0x11FFF),
    (0x1E900, 0x1E95F),  # Adlam
)
_FROM_RIGHT: Final = "\u200f"
_EMBEDDED: Final = ("\u202b", "\u200f\u202c")  # the mark keeps a space at the end from going to the other end
_JOINERS: Final = "\u200c\u200d\u200e\u200f"


def shaped(text: str) -> bool:
    """Whether the text must be left to the painter's own widths: as a rule it comes out narrower than its letters together."""
    return any(letter in _JOINERS or any(low <= ord(letter) <= high for low, high in _SHAPED) for letter in text)


def follows(letter: str) -> bool:
    """Whether it belongs to the letter before it: an accent, a vowel sign, a joiner, the colour of a face."""
    return unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf", "Sk")


def one_sign(text: str) -> bool:
    """Whether letters of it may be drawn as one sign, narrower than they are together: emoji, flags, letters with accents."""
    return any(follows(letter) or unicodedata.category(letter) == "So" for letter in text)


def from_the_right(text: str) -> bool:
    """Whether its first letter with a direction runs from the right (Unicode Standard Annex 9, rule P2)."""
    return next((found for found in map(unicodedata.bidirectional, text) if found in ("L", "R", "AL")), "L") != "L"


def embedded(text: str) -> str:
    """A part of a line that begins from the right, to be placed on its own: its signs stand as they would in the line."""
    return f"{_EMBEDDED[0]}{text}{_EMBEDDED[1]}"


def directed(text: str) -> str:
    """The line with marks around it when it begins from the right: else its last comma would stand at the wrong end.

    (Unicode Standard Annex 9: the first strong letter gives a paragraph's direction; pictures take left to right for granted.)
    """
    return f"{_FROM_RIGHT}{text}{_FROM_RIGHT}" if from_the_right(text) else text
