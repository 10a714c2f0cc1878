"""What a typed line says to a field (a date, a number, languages …), and how a value looks as a typed line again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, Final

from teammeet.model.domains import DOMAINS
from teammeet.text import folded
from teammeet.tui.forms.form import Field, Form

_NUMBER: Final = re.compile(r"[0-9]{1,7}", re.ASCII)
_TIME: Final = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2})?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_DOMAIN: Final = 40


class Unreadable(ValueError):
    """The line does not say what the field needs: ``key`` is the message that tells it, ``values`` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def read(form: Form, field: Field, typed: str, now: datetime, language: str) -> Any:
    """What ``typed`` says to ``field``; an empty line says nothing.

    Raises:
        Unreadable: it cannot be understood.
    """
    line = typed.strip()
    if field.control in ("line", "note"):
        return typed if line else ""
    if field.control == "lines":
        return _entries(typed, form.limit(field))
    if field.control == "languages":
        return tuple(_language(part.strip()) for part in line.split(",") if part.strip())
    if not line:
        return _nothing(form, field)
    if field.control == "number":
        return _number(line, *form.bounds(field))
    return _READERS[field.control](line, now, language)


def typed_again(field: Field, value: Any, language: str) -> str:
    """How ``value`` is shown to be edited: what :func:`read` understands."""
    if value is None:
        return ""
    if field.control == "languages":
        return ", ".join(value)
    if field.control == "lines":
        return "\n".join(value)
    if field.control == "domain":
        return domain_name(value, language)
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


def domain_name(domain: str | None, language: str) -> str:
    """How a life domain is called; an agency's own reads as it was written."""
    from teammeet.messages import text

    if domain in DOMAINS:
        return text(f"model.domain.{domain}", language)
    return (domain or "").replace("_", " ")


def domain_of(line: str, language: str) -> str:
    """The life domain that ``line`` names: one of the list by its name, else an agency's own made of its words.

    Raises:
        Unreadable: there is no letter or digit in it that an agency's own could be made of.
    """
    wanted = folded(line)
    for known in DOMAINS:
        if wanted in (folded(domain_name(known, language)), known):
            return known
    own = re.sub(r"[^a-z0-9]+", "_", wanted).strip("_")[:_LONGEST_DOMAIN]
    if not own:
        raise Unreadable("family.unreadable.domain")
    return own


def _nothing(form: Form, field: Field) -> Any:
    """What stands in an emptied field: nothing, or what it began with if it must say something."""
    shape = form.shape(field)
    if shape.required:
        raise Unreadable("family.unreadable.needed")
    return shape.blank


def _entries(typed: str, limit: int) -> tuple[str, ...]:
    entries = tuple(entry.strip() for entry in typed.split("\n") if entry.strip())
    if any(len(entry) > limit for entry in entries):
        raise Unreadable("family.unreadable.too-long", limit=limit)
    return entries


def _number(line: str, least: int, most: int) -> int:
    if not _NUMBER.fullmatch(line) or not least <= int(line) <= most:
        raise Unreadable("family.unreadable.number", least=least, most=most)
    return int(line)


def _language(line: str) -> str:
    if not _LANGUAGE.fullmatch(line):
        raise Unreadable("family.unreadable.language")
    return line


def _date(line: str, now: datetime, language: str) -> date:
    from teammeet.practice.due_dates import spoken_date

    said = spoken_date(line, now.date(), language)
    if said is None:
        raise Unreadable("family.unreadable.date")
    return said


def _time(line: str, now: datetime, language: str) -> time:
    found = _TIME.fullmatch(line)
    if found is None:
        raise Unreadable("family.unreadable.time")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else 99
    elif hour in range(1, 7) and not found[1].startswith("0"):
        hour += 12  # nobody meets at four in the morning; the field shows 16:00 then
    if hour > 23 or minute > 59:
        raise Unreadable("family.unreadable.time")
    return time(hour, minute)


def _moment(line: str, now: datetime, language: str) -> datetime:
    """A date with a time; a time alone is of today."""
    day_said, _, time_said = line.rpartition(" ")
    if day_said and re.fullmatch(r"[ap]\.?m\.?", time_said, re.IGNORECASE):
        day_said, _, hour = day_said.rpartition(" ")
        time_said = f"{hour} {time_said}"
    try:
        day = _date(day_said, now, language) if day_said else now.date()
        at = _time(time_said, now, language)
    except Unreadable:
        raise Unreadable("family.unreadable.moment") from None
    return datetime.combine(day, at).astimezone() if day.year in range(1970, 2200) else _beyond()


def _beyond() -> datetime:
    """A moment of a year for which this machine knows no zone."""
    raise Unreadable("family.unreadable.moment")


_READERS: Final[dict[str, Callable[[str, datetime, str], Any]]] = {
    "date": _date,
    "time": _time,
    "moment": _moment,
    "language": lambda line, now, language: _language(line),
    "domain": lambda line, now, language: domain_of(line, language),
}
