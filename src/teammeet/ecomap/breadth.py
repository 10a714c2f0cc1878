"""How broad a tie is drawn: its wave, and the lines side by side when people differ."""

from collections.abc import Sequence
from typing import Final

from teammeet.ecomap.graph import Claim
from teammeet.ecomap.shapes import SIZE

APART: Final = SIZE * 0.88
"""Between the lines of one tie on which people differ."""
WAVE: Final = SIZE * 0.3
"""How far the wave of a stressful tie swings."""
BOTH: Final = SIZE * 0.54
"""The same when the tie is strong too: the wave must come out of the thick line."""
_BAR: Final = SIZE * 0.5
_LINE: Final = SIZE * 0.2


def half_breadth(claims: Sequence[Claim]) -> float:
    """How far a tie reaches to each side of its way."""
    return (len(claims) - 1) * APART / 2 + max((_swing(claim) for claim in claims), default=_LINE)


def _swing(claim: Claim) -> float:
    if "stressful" in claim.kinds:
        return BOTH if "strong" in claim.kinds else WAVE
    return _BAR if "cut_off" in claim.kinds else _LINE
