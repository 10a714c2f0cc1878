"""The words of dates, by language, folded (without case and accents): what :mod:`teammeet.practice.due_dates` reads.

Each pattern's groups are read there by name: ``number unit from``, ``weekday this next week``, ``month day year on``,
``ahead end unit``, ``nth weekday month``. A group that did not match, or that a pattern does not have, says nothing.
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


def _each(words: str) -> list[str]:
    """The words one by one, for numbers that have one each."""
    return words.split()


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
_ENGLISH_NEAR = {
    "today": 0,
    "later today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "end of day": 0,
    "end of the day": 0,
    "the end of the day": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "week after next": 14,
    "the week after next": 14,
}
_ENGLISH_NUMBERS = _numbered(
    (
        "a an one",
        *_each("two three four five six seven eight nine ten eleven twelve thirteen fourteen"),
        *_each("fifteen sixteen seventeen eighteen nineteen twenty"),
    ),
    1,
)
_ENGLISH_NUMBERS |= {"a couple of": 2, "couple of": 2, "thirty": 30, "sixty": 60, "ninety": 90}
_ENGLISH_ORDINALS = _numbered(
    (
        *_each("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
        *_each("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second"),
        *_each("twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth"),
        *_each("thirtieth thirty-first"),
    ),
    1,
)
_ENGLISH_CLOCK = r"[0-9]{1,2}(?::[0-9]{2})?\s?(?:am|pm)"
_ENGLISH_UNITS = {
    "day": ("day", 1),
    "week": ("day", 7),
    "wk": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("month", 1),
    "year": ("month", 12),
}


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
    last = r"(?:the\s+)?(?:end|last\s+day)\s+of\s+"
    of_a_month = rf"(?:{month}|(?:the|this)\s+month|(?P<ahead>next\s+month))"
    return {
        "near": rf"(?P<near>{near})",
        "half_year": r"(?:in\s+|within\s+)?half\s+a\s+year",
        "month_middle": rf"(?:in\s+)?(?:the\s+)?(?:mid|middle\s+of)(?:\s+|-){of_a_month}",
        "month_end": rf"{last}{month}{year}",
        "before_month": rf"before\s+{month}\s+(?:of\s+)?(?P<year>[0-9]{{4}})",
        "month_year": rf"(?:in\s+)?{month}\s+(?:of\s+)?(?P<year>[0-9]{{4}})",
        "nth_weekday": rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>{weekdays})\s+(?:of|in)\s+"
        rf"{of_a_month}",
        "weekday_later": rf"(?P<weekday>{weekdays})\s+week",
        "counted": rf"(?:in\s+|within\s+|over\s+)?(?:the\s+next\s+)?(?P<number>[0-9]{{1,4}}|{numbers})\s+"
        rf"(?P<unit>{units})s?(?:'s?)?(?:\s+time|\s+(?:from|on)\s+(?P<from>now|{near}|{weekdays}))?",
        "weekday": rf"(?:(?P<this>this(?:\s+coming)?)\s+|(?P<next>next)\s+|the\s+|a\s+)?(?P<weekday>{weekdays})\.?"
        r"(?P<week>\s+(?:of\s+)?next\s+week)?",
        "week_weekday": rf"(?P<week>next\s+week)\s+(?:on\s+)?(?P<weekday>{weekdays})",
        "month_day": rf"{on}{month}\s+(?:the\s+)?{day}{year}",
        "day_month": rf"{on}(?:the\s+)?{day}\s+(?:of\s+)?{month}{year}",
        "day": rf"{on}(?P<the>the\s+)?(?P<day>[0-9]{{1,2}}|{ordinals})(?(the)(?:st|nd|rd|th)?|(?:st|nd|rd|th))"
        r"(?:\s+of\s+(?:(?:the|this)\s+month|(?P<ahead>next\s+month)))?",
        "weekend": r"(?:the\s+|this\s+)?(?:end\s+of\s+the\s+)?(?P<ahead>next\s+)?weekend",
        "span": rf"(?:(?P<end>{last})(?:the\s+|this\s+)?|(?:later\s+)?this\s+|(?=next))"
        r"(?P<ahead>next\s+)?(?P<unit>week|month|year)",
    }


def _english() -> DateWords:
    return DateWords(
        day_first=False,
        next_is_coming=False,
        before=r"by|before|until|till|on|over|due|due by|no later than|not later than|at the latest by|sometime"
        rf"|first thing(?: on)?|noon(?: on)?|{_ENGLISH_CLOCK}(?: on)?",
        after=r"at the latest|morning|afternoon|evening|night|first thing|(?:at |by |before )?noon"
        rf"|at (?:about )?[0-9]{{1,2}}(?::[0-9]{{2}})?|(?:at |by |before )?(?:about )?{_ENGLISH_CLOCK}",
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
_SPANISH_NEAR = {
    "hoy": 0,
    "hoy mismo": 0,
    "esta manana": 0,
    "esta tarde": 0,
    "esta noche": 0,
    "manana": 1,
    "manana mismo": 1,
    "pasado manana": 2,
    "de hoy en ocho": 7,
    "de hoy en ocho dias": 7,
    "de hoy en quince": 14,
    "de hoy en quince dias": 14,
}
_SPANISH_NUMBERS = _numbered(
    (
        "un una uno primero primer",
        "dos segundo",
        "tres tercer",
        "cuatro cuarto",
        *_each("cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho"),
        *_each("diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"),
        *_each("veintiocho veintinueve treinta"),
    ),
    1,
)
_SPANISH_NUMBERS |= {"un par de": 2, "treinta y uno": 31, "sesenta": 60, "noventa": 90}
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
    ahead = r"\s+(?:que\s+viene|que\s+entra|proxim[oa]|siguiente|entrante)"
    last = r"(?:el\s+|a\s+)?(?:fin|fines|final|finales|ultimo\s+dia)\s+de"
    end = rf"(?P<end>{last}(?:l|\s+la|\s+este|\s+esta)?\s+|que\s+(?:termine|acabe)\s+(?:el|la)\s+)"
    of_a_month = rf"de(?:\s+{month}|(?:l|\s+este)?\s+mes(?P<coming>{ahead})?|l\s+(?P<ahead>proximo|siguiente)\s+mes)"
    return {
        "near": rf"(?P<near>{near})",
        "half_year": r"(?:en\s+|dentro\s+de\s+)?medio\s+ano",
        "month_middle": rf"(?:a\s+|en\s+)?mediados\s+{of_a_month}",
        "month_end": rf"{last}\s+{month}{year}",
        "before_month": rf"antes\s+de\s+{month}\s+(?:de\s+|del\s+)?(?P<year>[0-9]{{4}})",
        "month_year": rf"(?:en\s+)?{month}\s+(?:de\s+|del\s+)?(?P<year>[0-9]{{4}})",
        "nth_weekday": rf"(?:el\s+)?(?P<nth>primer|segundo|tercer|cuarto|ultimo)\s+(?P<weekday>{weekdays})\s+{of_a_month}",
        "said_day_month": rf"{on}(?:el\s+)?(?:dia\s+)?(?P<day>{numbers})\s+de\s+{month}{year}",
        "said_day": rf"(?:(?:antes|despues)\s+del|{on}(?:para\s+|hasta\s+)?el)\s+(?:dia\s+)?(?P<day>{numbers})",
        "counted": rf"(?:en\s+|dentro\s+de\s+|de\s+aqui\s+a\s+)?(?:l[oa]s\s+proxim[oa]s\s+)?"
        rf"(?P<number>[0-9]{{1,4}}|{numbers})\s+(?P<unit>{units})(?:e?s)?(?:\s+(?:a\s+partir\s+de|desde)\s+(?P<from>{near}))?",
        "weekday": rf"(?:(?P<this>este)\s+|(?P<next>(?:el\s+)?(?:proximo|siguiente))\s+|el\s+)?(?P<weekday>{weekdays})\.?"
        rf"(?:{ahead}|(?P<week>\s+de\s+la\s+(?:proxima|siguiente)\s+semana|\s+de\s+la\s+semana{ahead}))?",
        "day_month": rf"{on}{day}\s+(?:de\s+)?{month}{year}",
        "month_day": rf"{on}{month}\s+{day}{year}",
        "day": rf"{on}{day}(?:\s+de\s+este\s+mes|\s+del?\s+mes|\s+del\s+(?P<ahead>proximo|siguiente)\s+mes)?",
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
        before=r"para|antes de|antes del|hasta|a mas tardar|no mas tarde de|no mas tarde del|por|durante"
        r"|a primera hora del?",
        after=r"a mas tardar|(?:por|en|de) la (?:manana|tarde|noche)|al? mediodia|temprano|a primera hora"
        r"|a las? [0-9]{1,2}(?::[0-9]{2})?",
        weekdays=_SPANISH_WEEKDAYS,
        months=_SPANISH_MONTHS,
        near=_SPANISH_NEAR,
        numbers=_SPANISH_NUMBERS,
        units=_SPANISH_UNITS,
        patterns=_spanish_patterns(),
    )


LANGUAGE_WORDS: Final[Mapping[str, DateWords]] = {"en": _english(), "es": _spanish()}
"""The words of each language in which dates are understood."""
