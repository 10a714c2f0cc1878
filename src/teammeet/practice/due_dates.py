"""Due dates as people say them: "in two weeks", "by the 3rd", "el próximo martes", "2026-12-03".

What is decided, so that the same words always mean the same day (the screen shows the day beside the words):

* Words must be understood whole, or there is no date.
* A date without a year, or a day without a month, is the next one to come, today included.
* "12/3/2026" is read by the language: month first in English, day first in Spanish; elsewhere it is no date. "31/12/2026" can
  only be read in one way and is taken in any language. Two digits of a year are of this century.
* A bare weekday is the next one after today. "This" may be today; in English "next Tuesday" lies in the week after this one
  (weeks begin on Monday), in Spanish "el próximo martes" is the first Tuesday to come.
* "This week" ends on Friday (on a weekend: on that Sunday), a weekend on its Sunday; "next week" is seven days from today.
* "A month from now" keeps the day of the month, or takes the month's last day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from teammeet.practice.said_dates import LANGUAGE_WORDS, DateWords
from teammeet.text import folded

_LONGEST: Final = 100
"""Characters; no date is said in more, and no number of a thousand digits is looked at."""
_MOST: Final = 1_000
"""The largest number of days, weeks or months that is counted from today."""

_Said = Mapping[str, str | None]
"""The groups of a pattern of :mod:`teammeet.practice.said_dates`."""


def spoken_date(said: str, today: date, language: str = "en") -> date | None:
    """The day that ``said`` means on ``today``, or ``None`` if it is not understood, doubtful or impossible."""
    if len(said) > _LONGEST:
        return None
    words = " ".join(folded(said).replace("’", "'").replace(",", " ").split()).strip(" .!")
    base = language.split("-")[0].lower()
    numeric = _numeric(words, today, base)
    if numeric is not None or re.fullmatch(r"[0-9\s./-]*", words):
        return numeric
    for tongue in sorted(LANGUAGE_WORDS, key=lambda one: one != base):
        found = _in_words(words, today, base, LANGUAGE_WORDS[tongue])
        if found is not None:
            return found
    return None


def _in_words(words: str, today: date, base: str, tongue: DateWords) -> date | None:
    bare = _without(words, tongue)
    numeric = _numeric(bare, today, base)
    if numeric is not None:
        return numeric
    for name, read in _READERS.items():
        match = re.fullmatch(tongue.patterns[name], bare) if name in tongue.patterns else None
        if match:
            said = match.groupdict()
            day = read(said, today, tongue)
            return day if _is_on(day, said.get("on"), tongue) else None
    return None


def _is_on(day: date | None, weekday: str | None, tongue: DateWords) -> bool:
    """Whether the weekday that was said beside a date is the date's own: "Friday, December 3" may be doubtful."""
    return day is None or weekday is None or day.weekday() == tongue.weekdays[weekday]


def _without(words: str, tongue: DateWords) -> str:
    """``words`` without "by", "no later than", "at the latest", a time of day."""
    previous = ""
    while previous != words:
        previous = words
        words = re.sub(rf"^(?:{tongue.before})\s+|\s+(?:{tongue.after})$", "", words)
    return words


def _numeric(words: str, today: date, base: str) -> date | None:
    """A date in digits alone."""
    if match := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?", words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if base not in LANGUAGE_WORDS and first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if base in LANGUAGE_WORDS and LANGUAGE_WORDS[base].day_first else (first, second)
    if month > 12:
        month, day = day, month
    return _of_year(month, day, match[4], today)


def _of_year(month: int, day: int, year: str | None, today: date) -> date | None:
    """That day of the year that was said, else the next such day, today included."""
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for candidate in (_day(today.year, month, day), _day(today.year + 1, month, day)):
        if candidate is not None and candidate >= today:
            return candidate
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _plus(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _months_on(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _day(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if year <= 9999 else None


def _number(said: str | None, tongue: DateWords) -> int:
    """A number in digits or in words; no pattern lets anything else through."""
    return int(said or "0") if said is None or said.isdigit() else tongue.numbers[said]


def _near(said: _Said, today: date, tongue: DateWords) -> date | None:
    return _plus(today, tongue.near[said["near"] or ""])


def _counted(said: _Said, today: date, tongue: DateWords) -> date | None:
    """In two weeks; a week from Tuesday."""
    start = said.get("from") or ""
    day = _coming(today, tongue.weekdays[start], 1) if start in tongue.weekdays else _plus(today, tongue.near.get(start, 0))
    number = _number(said["number"], tongue)
    if day is None or number > _MOST:
        return None
    unit, factor = tongue.units[said["unit"] or ""]
    return _months_on(day, number * factor) if unit == "month" else _plus(day, number * factor)


def _weekday(said: _Said, today: date, tongue: DateWords) -> date | None:
    weekday = tongue.weekdays[said["weekday"] or ""]
    if said.get("week") or (said.get("next") and not tongue.next_is_coming):
        return _plus(today, 7 - today.weekday() + weekday)
    return _coming(today, weekday, 0 if said.get("this") else 1)


def _coming(today: date, weekday: int, soonest: int) -> date | None:
    """The first ``weekday`` (Monday is 0) at least ``soonest`` days from ``today``."""
    return _plus(today, soonest + (weekday - today.weekday() - soonest) % 7)


def _month_day(said: _Said, today: date, tongue: DateWords) -> date | None:
    return _of_year(tongue.months[said["month"] or ""], _number(said["day"], tongue), said["year"], today)


def _day_of_month(said: _Said, today: date, tongue: DateWords) -> date | None:
    """By the 3rd: of this month, else of the first month after it that has such a day."""
    wanted = _number(said["day"], tongue)
    for ahead in range(4):
        first = _months_on(today.replace(day=1), ahead)
        day = _day(first.year, first.month, wanted) if first else None
        if day is not None and day >= today:
            return day
    return None


def _weekend(said: _Said, today: date, tongue: DateWords) -> date | None:
    return _plus(today, 6 - today.weekday() + (7 if said.get("ahead") else 0))


def _span(said: _Said, today: date, tongue: DateWords) -> date | None:
    """This week, next month, the end of the year."""
    unit, factor = tongue.units[said["unit"] or ""]
    if said.get("ahead") and not said.get("end"):
        return _plus(today, factor) if unit == "day" else _months_on(today, factor)
    inside = today if not said.get("ahead") else _plus(today, factor) if unit == "day" else _months_on(today, factor)
    return _last_day(inside, unit, factor) if inside else None


def _last_day(inside: date, unit: str, factor: int) -> date | None:
    """The last day of the week (its Friday, or the Sunday once that is over), month or year in which a day lies."""
    if unit == "day":
        return _plus(inside, (4 if inside.weekday() < 5 else 6) - inside.weekday())
    month = 12 if factor == 12 else inside.month
    return _day(inside.year, month, monthrange(inside.year, month)[1])


_READERS: Final[Mapping[str, Callable[[_Said, date, DateWords], date | None]]] = {
    "near": _near,
    "counted": _counted,
    "weekday": _weekday,
    "week_weekday": _weekday,
    "month_day": _month_day,
    "day_month": _month_day,
    "day": _day_of_month,
    "weekend": _weekend,
    "weekend_ahead": _weekend,
    "span": _span,
    "span_ahead": _span,
    "span_next": _span,
}
"""How each pattern is read, in the order in which they are tried."""
