"""A date as the form's date picker writes it where that is plain, else in the language of the document."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from teammeet_word.sheet import Sheet

_PARTS: Final = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|y{1,4})|([^dMy']+)")
_PLAIN: Final = re.compile(r"[\s.,/\-\u00b7]*")
"""What may stand between the parts; letters in a form's own language would stand in a foreign one."""


def in_form(day: date, form: str, sheet: Sheet) -> str:
    """``day`` as ``form`` says (``M/d/yyyy``, ``d MMMM yyyy``); as the document says dates if the form is not plain."""
    parts = _cut(form)
    return "".join(_part(day, part) for part in parts) if parts else sheet.day(day)


def figure(day: date, part: str, place: int) -> str:
    """The day, the month or the year in figures; or only one figure of it, 1 the first, for a form with boxes."""
    figures = f"{day.year:04}" if part == "year" else f"{getattr(day, part):02}"
    return figures[place - 1] if place else figures


@lru_cache(maxsize=256)
def _cut(form: str) -> tuple[str, ...]:
    """The parts of a form and what stands between them; nothing if it is not plain."""
    found: list[str] = []
    for said, part, between in _PARTS.findall(form):
        if said or not _PLAIN.fullmatch(between) or part.startswith(("ddd", "MMM")):
            return ()
        found.append(part or between)
    whole = {part[0] for part in found if part[0] in "dMy"}
    return tuple(found) if whole == {"d", "M", "y"} and "".join(found) == form else ()


def _part(day: date, part: str) -> str:
    written = {
        "d": str(day.day),
        "dd": f"{day.day:02}",
        "M": str(day.month),
        "MM": f"{day.month:02}",
        "y": f"{day.year % 100:02}",
        "yy": f"{day.year % 100:02}",
        "yyy": f"{day.year:04}",
        "yyyy": f"{day.year:04}",
    }
    return written.get(part, part)
