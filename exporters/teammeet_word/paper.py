"""Paper sizes and what fits between their margins, in twentieths of a point as Word counts."""

from dataclasses import dataclass
from typing import Final

EMU: Final = 635
"""English metric units in a twentieth of a point."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper with its margins."""

    width: int
    height: int
    side: int = 1304
    top: int = 1077

    @property
    def text_width(self) -> int:
        """How wide a line may be."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> int:
        """How much fits on a page from top to bottom."""
        return self.height - 2 * self.top


PAPERS: Final = {"letter": Paper(12240, 15840), "a4": Paper(11906, 16838)}
_LETTER_REGIONS: Final = frozenset({"", "US", "CA", "MX", "PR", "GT", "SV", "NI", "CR", "PA", "CO", "VE", "CL", "PH", "DO"})
"""Where Letter is what printers hold (CLDR, supplemental data, measurement: paper size). No region: the United States."""


def paper_for(language: str, asked: str = "") -> Paper:
    """The paper that was ``asked`` for, else what people who read ``language`` have in their printers."""
    if asked in PAPERS:
        return PAPERS[asked]
    region = next((part.upper() for part in language.split("-")[1:] if len(part) == 2), "")
    return PAPERS["letter" if region in _LETTER_REGIONS else "a4"]
