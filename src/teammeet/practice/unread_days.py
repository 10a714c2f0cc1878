"""Whether words hold a day that was meant and not read: "by the end of the school year", "para la primavera"."""

import re
from collections.abc import Iterable
from typing import Final

from teammeet.practice.said_dates import LANGUAGE_WORDS
from teammeet.text import folded

_MOST: Final = 6
"""Words after "by" among which a time is looked for."""
_TIMES: Final = frozenset(
    {
        *("spring", "summer", "fall", "autumn", "winter", "christmas", "easter", "thanksgiving", "birthday"),
        *("semester", "term", "grade", "vacation", "holidays"),
        *("primavera", "verano", "otono", "invierno", "navidad", "pascua", "cumpleanos"),
        *("semestre", "trimestre", "grado", "vacaciones", "curso"),
    }
)


def may_hold_a_day(said: str) -> bool:
    """Whether ``said`` has a "by" or "before" with a time after it. A guess: it is only asked about."""
    words = re.findall(r"[a-z0-9]+", folded(said))
    return any(_is_a_time(words[place + 1 : place + 1 + _MOST]) for place, word in enumerate(words) if word in _BEFORE)


def _is_a_time(words: Iterable[str]) -> bool:
    return any(word in _NAMED or re.fullmatch(r"(?:19|20)[0-9]{2}", word) for word in words)


_BEFORE: Final = frozenset({"by", "until", "till", "before", "para", "antes", "hasta"})
_NAMED: Final = frozenset(
    word
    for tongue in LANGUAGE_WORDS.values()
    for word in (*_TIMES, *tongue.months, *tongue.weekdays, *tongue.units)
    if len(word) > 3 or word in ("ano", "mes")
) - {"march"}
"""Words of time; short forms of months and days are words of other things too, and so is "march"."""
