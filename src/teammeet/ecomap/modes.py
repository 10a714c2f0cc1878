"""The ways to lay a map out, from the finest to the plainest."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to lay out: ``straight`` member ties, wider ``spacing``, a larger ``outline``, ``in_columns``.

    ``outwards`` a tie that finds no room before the ring may end at a disc on the other side of its support.
    """

    straight: bool = True
    spacing: float = 1.0
    outline: float = 1.0
    in_columns: bool = False
    outwards: bool = False


MODES: Final = (
    Mode(),
    *(Mode(False, spacing, outline) for spacing, outline in ((1, 1), (1.7, 1.25), (3, 1.2), (2.2, 1), (2.2, 1.3), (3, 1.6))),
    *(Mode(False, spacing, outline, True) for spacing, outline in ((1.6, 1.5), (2, 1.5), (2.5, 1.5), (4, 2.2))),
)
"""From the finest to the plainest. Rings that differ a little are worth their time: one tie in the way is seldom in the way
again, and columns print names at half the size."""
PAIR_MODES: Final = tuple(
    Mode(straight, spacing, outline)
    for straight, spacing, outline in (
        (True, 1, 1), (True, 1.4, 1.1), (False, 1, 1), (True, 1.7, 1.25), (False, 1.7, 1.25), (True, 2.2, 1.4),
        (False, 2.2, 1.3), (False, 3, 1.5),
    )
)  # fmt: skip
"""The ways for two homes in the middle; when none is free of faults, one of them goes to the ring."""
KEPT_MODES: Final = (*MODES[:2], Mode(outwards=True), Mode(False, outwards=True))
"""The ways to draw a map whose places are kept: one tie without room is no reason to move everybody."""
