"""Due dates as people say them: "in two weeks", "by the 3rd", "el próximo martes", "2026-12-03".

What is decided, so that the same words always mean the same day (the screen shows the day beside the words):

* Words must be understood whole, or there is no date.
* A date without a year, or a day without a month, is the next one to come, today included.
* "12/3/2026" is read by the language: month first in English, day first in Spanish; elsewhere it is no date. "31/12/2026" can
  only be read in one way and is taken in any language. Two digits of a year are of this century.
* A bare weekday is the next one after today. "This" may be today; in English "next Tuesday" lies in the week after this one
  (weeks begin on Monday), in Spanish "el próximo martes" is the first Tuesday to come.
* "This week" ends on Friday (on a weekend: on that Sunday), a weekend on its Sunday; "next week" is seven days from today.
* The middle of a month is its 15th, the end its last day. A month with its year is that month's last day ("by June 2027"),
  unless it is over; before it, the last day of the month before. A month alone is no date.
* "De hoy en ocho" is a week from today, "de hoy en quince" two.
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
    numeric = _numeric_on(bare, today, base, tongue)
    if numeric is not None:
        return numeric
    for name, read in _READERS.items():
        pattern = tongue.patterns.get(name, "")
        match = re.fullmatch(pattern, bare) or re.fullmatch(pattern, words) if pattern else None
        if match:
            said = match.groupdict()
            day = read(said, today, tongue)
            return day if _is_on(day, said.get("on"), tongue) else None
    return None


def _numeric_on(words: str, today: date, base: str, tongue: DateWords) -> date | None:
    """A date in digits, with or without its weekday or an article before it: "Friday 12/4", "el 4/12"."""
    match = re.fullmatch(rf"(?:(?:the|el)\s+)?(?:(?P<on>{'|'.join(tongue.weekdays)})\.?\s+)?(?P<digits>[0-9./-]+)", words)
    day = _numeric(match["digits"], today, base) if match else None
    return day if match and _is_on(day, match["on"], tongue) else None


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
    """By the 3rd: of this month, else of the first month after it that has such a day; of next month only if that was said."""
    wanted = _number(said["day"], tongue)
    if said.get("ahead"):
        first = _months_on(today.replace(day=1), 1)
        return _day(first.year, first.month, wanted) if first else None
    for ahead in range(4):
        first = _months_on(today.replace(day=1), ahead)
        day = _day(first.year, first.month, wanted) if first else None
        if day is not None and day >= today:
            return day
    return None


def _half_year(said: _Said, today: date, tongue: DateWords) -> date | None:
    return _months_on(today, 6)


def _weekday_later(said: _Said, today: date, tongue: DateWords) -> date | None:
    """Friday week: a week after the first one to come."""
    return _plus(_coming(today, tongue.weekdays[said["weekday"] or ""], 1) or today, 7)


def _month_middle(said: _Said, today: date, tongue: DateWords) -> date | None:
    """The 15th of the month that was said, else of the next month that has it still to come."""
    if said["month"]:
        return _of_year(tongue.months[said["month"]], 15, None, today)
    return _day_of_month({"day": "15", "ahead": _ahead(said)}, today, tongue)


def _month_end(said: _Said, today: date, tongue: DateWords) -> date | None:
    """The last day of the month that was said: of its year, else the next to come."""
    month = tongue.months[said["month"] or ""]
    for year in (int(said["year"]),) if said["year"] else (today.year, today.year + 1):
        last = _day(year, month, monthrange(year, month)[1]) if 1 <= year <= 9999 else None
        if last is not None and (said["year"] or last >= today):
            return last
    return None


def _month_year(said: _Said, today: date, tongue: DateWords) -> date | None:
    """By June 2027: its last day. One that is over is a memory ("in June 2019"), no day to be ready by."""
    last = _month_end(said, today, tongue)
    return last if last is not None and last >= today else None


def _before_month(said: _Said, today: date, tongue: DateWords) -> date | None:
    """The last day before the month that was said with its year, if it is still to come."""
    first = _day(int(said["year"] or "0"), tongue.months[said["month"] or ""], 1)
    return _plus(first, -1) if first is not None and first > today else None


def _nth_weekday(said: _Said, today: date, tongue: DateWords) -> date | None:
    """The first Monday of December, the last Friday of the month: in the month that was said, not gone by."""
    month = said["month"]
    named = [_day(year, tongue.months[month], 1) for year in (today.year, today.year + 1)] if month else []
    firsts = named or [_months_on(today.replace(day=1), 1 if _ahead(said) else 0)]
    for first in firsts:
        day = _nth_in(first, said, tongue) if first else None
        if day is not None and day >= today:
            return day
    return None


def _nth_in(first: date, said: _Said, tongue: DateWords) -> date | None:
    """That weekday of the month that begins on ``first``."""
    weekday = tongue.weekdays[said["weekday"] or ""]
    nth = tongue.numbers.get(said["nth"] or "")
    if nth is None:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return _plus(last, -((last.weekday() - weekday) % 7))
    return _plus(_coming(first, weekday, 0) or first, 7 * (nth - 1))


def _ahead(said: _Said) -> str | None:
    return said.get("ahead") or said.get("coming")


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
    "half_year": _half_year,
    "month_middle": _month_middle,
    "month_end": _month_end,
    "before_month": _before_month,
    "month_year": _month_year,
    "nth_weekday": _nth_weekday,
    "weekday_later": _weekday_later,
    "counted": _counted,
    "weekday": _weekday,
    "week_weekday": _weekday,
    "month_day": _month_day,
    "day_month": _month_day,
    "said_day_month": _month_day,
    "day": _day_of_month,
    "said_day": _day_of_month,
    "weekend": _weekend,
    "weekend_ahead": _weekend,
    "span": _span,
    "span_ahead": _span,
    "span_next": _span,
}
"""How each pattern is read, in the order in which they are tried."""
