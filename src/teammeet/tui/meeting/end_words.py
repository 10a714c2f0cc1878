"""When a meeting shall end, as people say it: "until 16:30", "20 more minutes", "hasta las 5", "10 minutos menos"."""

import re
from datetime import datetime, timedelta
from typing import Final

from teammeet.text import folded
from teammeet.tui.meeting.days import cut_time

_MINUTES: Final = re.compile(
    r"(?P<sign>[+-])?\s*(?P<number>\d{1,3})\s*(?:more |mas )?(?:m|min|mins|minutes?|minutos?)?(?P<how>\D*)"
)
_FROM_NOW: Final = re.compile(r"^(?:in|en|dentro de|from now)\s+|\s+(?:from now|left)$")
_UNTIL: Final = re.compile(r"^(?:until|till|to|at|by|hasta|a)\s+(?:las?\s+)?|^las?\s+")
_SHORTER: Final = re.compile(r"\b(?:less|fewer|earlier|sooner|shorter|menos|antes)\b")
_A_UNIT: Final = re.compile(r"\d\s*(?:m|min|mins)\b|minut|^[+-]\s*\d|\d\s*(?:more|mas)\b")
_HALF_A_DAY: Final = timedelta(hours=12)
_LONG_PAST: Final = timedelta(hours=6)
"""A time so long ago means the same in the afternoon."""


def read_end(said: str, now: datetime, planned: datetime) -> datetime | None:
    """When the meeting shall end, or none if it is not understood; it may be past.

    Minutes are counted from the ``planned`` end, or from ``now`` where they are said so ("in 20 minutes").
    """
    words = folded(said).strip(" .")
    if _A_UNIT.search(words):
        return _by_minutes(words, now, planned)
    at, rest = (None, "") if words.isdigit() else cut_time(f"at {_UNTIL.sub('', words)}")
    if at is None or rest:
        return None
    end = datetime.combine(now.date(), at, now.tzinfo)
    return end + _HALF_A_DAY if end < now - _LONG_PAST and at.hour < 12 else end


def _by_minutes(words: str, now: datetime, planned: datetime) -> datetime | None:
    from_now = _FROM_NOW.search(words) is not None
    found = _MINUTES.fullmatch(_FROM_NOW.sub("", words))
    if found is None:
        return None
    minutes = timedelta(minutes=int(found["number"]))
    if found["sign"] == "-" or _SHORTER.search(found["how"]):
        return planned - minutes
    return (now if from_now else planned) + minutes
