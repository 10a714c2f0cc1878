"""Which scripts need shaping: their letters join or move, so that widths of single letters do not add up."""

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
)
_FROM_RIGHT: Final = "\u200f"
_JOINERS: Final = "\u200c\u200d\u200e\u200f"


def shaped(text: str) -> bool:
    """Whether the text must be left to the painter's own widths: as a rule it comes out narrower than its letters together."""
    return any(letter in _JOINERS or any(low <= ord(letter) <= high for low, high in _SHAPED) for letter in text)


def directed(text: str) -> str:
    """The line with marks around it when it begins from the right: else its last comma would stand at the wrong end.

    (Unicode Standard Annex 9: the first strong letter gives a paragraph's direction; pictures take left to right for granted.)
    """
    strong = next((found for found in map(unicodedata.bidirectional, text) if found in ("L", "R", "AL")), "L")
    return text if strong == "L" else f"{_FROM_RIGHT}{text}{_FROM_RIGHT}"
