"""The words of dates, by language, folded (without case and accents): what :mod:`teammeet.practice.due_dates` reads.

Each pattern's groups are read there by name: ``number unit from``, ``weekday this next week``, ``month day year on``,
``ahead end unit``. A group that did not match, or that a pattern does not have, says nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DateWords:
    """How one language says dates. ``next_is_coming``: "next Tuesday" is the first one to come, not the one of next week."""

    day_first: bool
    next_is_coming: bool
    before: str
    after: str
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    near: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, tuple[str, int]]
    patterns: Mapping[str, str]


def _numbered(lines: Iterable[str], start: int) -> dict[str, int]:
    """Words by number: each line holds the words of one number."""
    return {word: number for number, line in enumerate(lines, start) for word in line.split()}


def _any(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_ENGLISH_WEEKDAYS = _numbered(
    (
        "monday mon",
        "tuesday tues tue",
        "wednesday wed",
        "thursday thurs thur thu",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
    0,
)
_ENGLISH_MONTHS = _numbered(
    (
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    1,
)
_ENGLISH_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2}
_ENGLISH_NUMBERS = _numbered(
    ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
)
_ENGLISH_NUMBERS |= {"a couple of": 2, "couple of": 2}
_ENGLISH_ORDINALS = _numbered(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
)
_ENGLISH_UNITS = {"day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "month": ("month", 1), "year": ("month", 12)}


def _english_patterns() -> dict[str, str]:
    weekdays = _any(_ENGLISH_WEEKDAYS)
    months = _any(_ENGLISH_MONTHS)
    near = _any(_ENGLISH_NEAR)
    numbers = _any(_ENGLISH_NUMBERS)
    ordinals = _any(_ENGLISH_ORDINALS)
    units = _any(_ENGLISH_UNITS)
    on = rf"(?:(?P<on>{weekdays})\.?\s+)?"
    day = rf"(?P<day>[0-9]{{1,2}}(?=st|nd|rd|th|\b)|{ordinals})(?:st|nd|rd|th)?"
    month = rf"(?P<month>{months})\.?"
    year = r"(?:\s+(?P<year>[0-9]{4}))?"
    return {
        "near": rf"(?P<near>{near})",
        "counted": rf"(?:in\s+|within\s+)?(?P<number>[0-9]{{1,4}}|{numbers})\s+(?P<unit>{units})s?(?:'s?)?"
        rf"(?:\s+time|\s+from\s+(?P<from>now|{near}|{weekdays}))?",
        "weekday": rf"(?:(?P<this>this(?:\s+coming)?)\s+|(?P<next>next)\s+|the\s+|a\s+)?(?P<weekday>{weekdays})\.?"
        r"(?P<week>\s+(?:of\s+)?next\s+week)?",
        "week_weekday": rf"(?P<week>next\s+week)\s+(?:on\s+)?(?P<weekday>{weekdays})",
        "month_day": rf"{on}{month}\s+(?:the\s+)?{day}{year}",
        "day_month": rf"{on}(?:the\s+)?{day}\s+(?:of\s+)?{month}{year}",
        "day": rf"{on}(?P<the>the\s+)?(?P<day>[0-9]{{1,2}}|{ordinals})(?(the)(?:st|nd|rd|th)?|(?:st|nd|rd|th))"
        r"(?:\s+of\s+(?:the|this)\s+month)?",
        "weekend": r"(?:the\s+|this\s+)?(?:end\s+of\s+the\s+)?(?P<ahead>next\s+)?weekend",
        "span": r"(?:(?P<end>(?:the\s+)?end\s+of\s+)(?:the\s+|this\s+)?|this\s+|(?=next))"
        r"(?P<ahead>next\s+)?(?P<unit>week|month|year)",
    }


def _english() -> DateWords:
    return DateWords(
        day_first=False,
        next_is_coming=False,
        before=r"by|before|until|till|on|over|due|due by|no later than|not later than|at the latest by|sometime",
        after=r"at the latest|morning|afternoon|evening|night|at noon|before noon"
        r"|at (?:about )?[0-9]{1,2}(?::[0-9]{2})?\s?(?:am|pm)?",
        weekdays=_ENGLISH_WEEKDAYS,
        months=_ENGLISH_MONTHS,
        near=_ENGLISH_NEAR,
        numbers=_ENGLISH_NUMBERS | _ENGLISH_ORDINALS,
        units=_ENGLISH_UNITS,
        patterns=_english_patterns(),
    )


_SPANISH_WEEKDAYS = _numbered(
    ("lunes lun", "martes mart", "miercoles mie", "jueves jue", "viernes vie", "sabado sab", "domingo dom"), 0
)
_SPANISH_MONTHS = _numbered(
    (
        "enero ene",
        "febrero feb",
        "marzo mar",
        "abril abr",
        "mayo may",
        "junio jun",
        "julio jul",
        "agosto ago",
        "septiembre setiembre sept sep",
        "octubre oct",
        "noviembre nov",
        "diciembre dic",
    ),
    1,
)
_SPANISH_NEAR = {"hoy": 0, "hoy mismo": 0, "esta noche": 0, "manana": 1, "pasado manana": 2}
_SPANISH_NUMBERS = _numbered(
    ("un una uno primero", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"), 1
)
_SPANISH_NUMBERS |= {"un par de": 2, "quince": 15}
_SPANISH_UNITS = {
    "dia": ("day", 1),
    "semana": ("day", 7),
    "quincena": ("day", 14),
    "mes": ("month", 1),
    "ano": ("month", 12),
}


def _spanish_patterns() -> dict[str, str]:
    weekdays = _any(_SPANISH_WEEKDAYS)
    months = _any(_SPANISH_MONTHS)
    near = _any(_SPANISH_NEAR)
    numbers = _any(_SPANISH_NUMBERS)
    units = _any(_SPANISH_UNITS)
    on = rf"(?:(?:el\s+)?(?P<on>{weekdays})\.?\s+)?"
    day = r"(?:el\s+)?(?:dia\s+)?(?P<day>[0-9]{1,2}|primero)(?:ro|o)?"
    month = rf"(?P<month>{months})\.?"
    year = r"(?:\s+(?:de\s+|del\s+)?(?P<year>[0-9]{4}))?"
    ahead = r"\s+(?:que\s+viene|proxim[oa]|siguiente)"
    end = r"(?P<end>(?:el\s+|a\s+)?(?:fin|final|finales)\s+de(?:l|\s+la|\s+este|\s+esta)?\s+)"
    return {
        "near": rf"(?P<near>{near})",
        "counted": rf"(?:en\s+|dentro\s+de\s+|de\s+aqui\s+a\s+)?(?P<number>[0-9]{{1,4}}|{numbers})\s+"
        rf"(?P<unit>{units})(?:e?s)?(?:\s+(?:a\s+partir\s+de|desde)\s+(?P<from>{near}))?",
        "weekday": rf"(?:(?P<this>este)\s+|(?P<next>(?:el\s+)?(?:proximo|siguiente))\s+|el\s+)?(?P<weekday>{weekdays})\.?"
        rf"(?:{ahead}|(?P<week>\s+de\s+la\s+(?:proxima|siguiente)\s+semana|\s+de\s+la\s+semana{ahead}))?",
        "day_month": rf"{on}{day}\s+(?:de\s+)?{month}{year}",
        "month_day": rf"{on}{month}\s+{day}{year}",
        "day": rf"{on}{day}(?:\s+de\s+este\s+mes|\s+del\s+mes)?",
        "weekend": r"(?:el\s+|este\s+)?(?P<ahead>proximo\s+)?fin\s+de\s+semana",
        "weekend_ahead": rf"(?:el\s+)?fin\s+de\s+semana(?P<ahead>{ahead})",
        "span": rf"(?:{end}|est[ea]\s+)(?P<unit>semana|mes|ano)",
        "span_ahead": rf"(?:{end})?(?:el\s+|la\s+)?(?P<unit>semana|mes|ano)(?P<ahead>{ahead})",
        "span_next": rf"(?:{end})?(?:el\s+|la\s+)?(?P<ahead>proxim[oa]|siguiente)\s+(?P<unit>semana|mes|ano)",
    }


def _spanish() -> DateWords:
    return DateWords(
        day_first=True,
        next_is_coming=True,
        before=r"para|antes de|antes del|hasta|a mas tardar|no mas tarde de|no mas tarde del|por|durante",
        after=r"a mas tardar|(?:por|en) la (?:manana|tarde|noche)|a mediodia|a las? [0-9]{1,2}(?::[0-9]{2})?",
        weekdays=_SPANISH_WEEKDAYS,
        months=_SPANISH_MONTHS,
        near=_SPANISH_NEAR,
        numbers=_SPANISH_NUMBERS,
        units=_SPANISH_UNITS,
        patterns=_spanish_patterns(),
    )


LANGUAGE_WORDS: Final[Mapping[str, DateWords]] = {"en": _english(), "es": _spanish()}
"""The words of each language in which dates are understood."""
