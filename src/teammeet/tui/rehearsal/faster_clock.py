"""A clock for a rehearsal: it begins when it is told to, and runs faster than the one on the wall, or stands still."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Final

STOPPED: Final = 0
SPEEDS: Final = (1, 4, 12, 30, STOPPED)
"""How many times as fast as the clock on the wall, in the order in which a key goes through them."""
USUAL: Final = 4
"""An hour's meeting in a quarter of an hour: there is time to type, and the minutes are seen to go."""


class FasterClock:
    """Tells the time from ``start`` on, ``factor`` times as fast as ``ticks``, which are seconds that never go back.

    Another factor holds from that moment on, so that the clock never goes back either.

    Raises:
        ValueError: the factor is below 0, or ``start`` has no zone.
    """

    def __init__(self, start: datetime, factor: int, ticks: Callable[[], float] = monotonic) -> None:
        if start.tzinfo is None:
            raise ValueError("the rehearsal begins at a moment with a zone")
        self._ticks = ticks
        self._then = start
        self._since = ticks()
        self._factor = _checked(factor)

    def __call__(self) -> datetime:
        """This moment of the rehearsal."""
        return self._at(self._ticks())

    @property
    def factor(self) -> int:
        """How many times as fast as the clock on the wall; 0 when it stands still."""
        return self._factor

    def run(self, factor: int) -> None:
        """Run ``factor`` times as fast from now on; 0 stops it.

        Raises:
            ValueError: the factor is below 0.
        """
        factor = _checked(factor)
        now = self._ticks()
        self._then, self._since, self._factor = self._at(now), now, factor

    def _at(self, ticks: float) -> datetime:
        return self._then + timedelta(seconds=(ticks - self._since) * self._factor)


def next_speed(factor: int) -> int:
    """The speed after this one: the next faster, then none, then as on the wall again."""
    faster = [speed for speed in SPEEDS if speed > factor]
    if factor == STOPPED:
        return SPEEDS[0]
    return faster[0] if faster else STOPPED


def _checked(factor: int) -> int:
    if factor < 0:
        raise ValueError("a clock does not run backwards")
    return factor
