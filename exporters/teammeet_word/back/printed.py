"""A day, a status or names as they are printed, read again; nothing where it could mean two things.

A day is read with its month in words, or as figures that can be taken in one way only. Names are those of the plan.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, get_args

from teammeet.messages import text
from teammeet.model.facts import FACTS
from teammeet.model.family import Family
from teammeet.model.record import ITEM_KINDS
from teammeet.text import folded

_FIGURES: Final = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_PARTS: Final = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN: Final = frozenset({"de", "del", "the", "of", "st", "nd", "rd", "th", "o"})
"""What may stand in a day beside its figures and its month."""
_SHORTEST: Final = 3
"""So many letters of a month's name tell which it is."""
_PLACEHOLDERS: Final = {"due": "no_date", "owners": "nobody_yet"}


Called = Mapping[str, frozenset[str]]
"""Whom each name in the document may mean: ids, by the name as it is looked for."""


def called_in(family: Family, names_now: Iterable[tuple[str, str]]) -> Called:
    """Those of the plan by their names, and by the names that ``names_now`` (id, name) says they have in the document now."""
    found: dict[str, frozenset[str]] = {}
    labels = ((one.id, family.label(one.id)) for one in (*family.people, *family.supports))
    for who, name in (*labels, *names_now):
        if name:
            found[folded(name)] = found.get(folded(name), frozenset()) | {who}
    return found


def read_fact(called: Called, kind: str, field: str, printed: str, languages: Sequence[str]) -> str | None:
    """What is printed for a field of an item, as :mod:`teammeet.model.facts` writes it; ``None`` if it is not clear."""
    said = folded(" ".join(printed.split()))
    empty = {folded(text(f"word.{_PLACEHOLDERS[field]}", language)) for language in languages if field in _PLACEHOLDERS}
    if not said or said in empty:
        return None if field == "status" else ""
    fact = FACTS[kind][field]
    if fact == "day":
        return _only(day.isoformat() for day in _days(said, languages))
    if fact == "status":
        return _only(_statuses(kind, field, said, languages))
    return _people(called, said)


def _only(found: Iterable[str]) -> str | None:
    """The one thing that was found, if it is one."""
    held = set(found)
    return held.pop() if len(held) == 1 else None


def _statuses(kind: str, field: str, said: str, languages: Sequence[str]) -> Iterator[str]:
    for value in get_args(ITEM_KINDS[kind].model_fields[field].annotation):
        if said in {folded(text(f"model.{kind.removesuffix('s')}_status.{value}", language)) for language in languages}:
            yield value


def _people(called: Called, said: str) -> str | None:
    """The ids of those who are named, with commas between."""
    ids: list[str] = []
    for name in (part.strip() for part in said.split(",")):
        found = called.get(name, frozenset())
        if len(found) != 1:
            return None
        ids += found
    return " ".join(dict.fromkeys(ids))


def _days(said: str, languages: Sequence[str]) -> Iterator[date]:
    """Every day that it may mean."""
    if figures := _FIGURES.fullmatch(said):
        yield from _in_figures(*figures.groups())
        return
    parts = _PARTS.findall(said)
    numbers = [part for part in parts if part.isdecimal()]
    months = [part for part in parts if not part.isdecimal() and part not in _BETWEEN]
    years, days = [n for n in numbers if len(n) == 4], [n for n in numbers if len(n) <= 2]
    if (len(years), len(days), len(numbers), len(months)) != (1, 1, 2, 1):
        return
    for month in _months(months[0], languages):
        yield from _day(int(years[0]), month, int(days[0]))


def _in_figures(first: str, second: str, third: str) -> Iterator[date]:
    if len(first) == 4 and len(third) <= 2:
        yield from _day(int(first), int(second), int(third))
    elif len(third) == 4 and len(first) <= 2:
        yield from _day(int(third), int(first), int(second))
        yield from _day(int(third), int(second), int(first))


def _months(name: str, languages: Sequence[str]) -> Iterator[int]:
    for language in languages:
        for month in range(1, 13):
            names = [folded(text(f"word.{key}.{month}", language)) for key in ("month", "short_month")]
            if name in names or (len(name) >= _SHORTEST and names[0].startswith(name)):
                yield month


def _day(year: int, month: int, number: int) -> Iterator[date]:
    try:
        yield date(year, month, number)
    except ValueError:
        return
