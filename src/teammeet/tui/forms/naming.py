"""How an item is called in a list, in a sentence, in history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from teammeet.messages import text
from teammeet.model.crisis import CrisisCall, CrisisPlan
from teammeet.model.meetings import Attendance, ContactBetween, Meeting, PrivateNote
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Assessment, Rating, Reading
from teammeet.model.record import LIST_OF, Edition, Record
from teammeet.model.sharing import Agreement, Copy, Release, Signature
from teammeet.model.supports import Spotlight, Support, TeamMember, Tie
from teammeet.model.values import Item, Words
from teammeet.practice.crisis_calls import told_call
from teammeet.tui.meeting.days import day_words

_MOST_LINES: Final = 8
"""Items that a question lists."""


def kind_name(kind: str, language: str) -> str:
    """What an item of the list ``kind`` is called: "Need", "Person"."""
    return text(f"family.kind.{kind}", language)


def title_of(record: Record, item: Item, language: str) -> str:
    """What tells ``item`` from others of its kind, in the words that stand in it; else the name of its kind."""
    words = getattr(item, "words", None)
    said = str(words) if isinstance(words, (Words, str)) else ""
    if not said:
        namer = _NAMERS.get(type(item))
        said = namer(record, item, language) if namer else ""
    return " ".join(said.split()) or kind_name(LIST_OF[type(item)], language)


def name_of(record: Record, item_id: str | None, language: str) -> str:
    """The title of the item with this id; empty if there is none."""
    item = record.get(item_id)
    return title_of(record, item, language) if item is not None else ""


def names_of(record: Record, ids: tuple[str, ...], language: str) -> str:
    """The titles of several, in one line."""
    return ", ".join(name for name in (name_of(record, one, language) for one in ids) if name)


def lines_in_words(record: Record, items: tuple[Item, ...], language: str) -> str:
    """Several items, one a line with its kind; where there are many, how many more."""
    named = [(kind_name(LIST_OF[type(item)], language), title_of(record, item, language)) for item in items[:_MOST_LINES]]
    lines = [kind if title == kind else f"{kind}: {title}" for kind, title in named]
    more = [text("family.more-items", language, number=len(items) - _MOST_LINES)] if len(items) > _MOST_LINES else []
    return "\n".join(f"· {line}" for line in (*lines, *more))


def _label(record: Record, item: Any, language: str) -> str:
    if isinstance(item, Household) and not item.label:
        return text(f"model.household_kind.{item.kind}", language)
    return str(item.label)


def _tie(record: Record, tie: Any, language: str) -> str:
    return f"{name_of(record, tie.support, language)} – {name_of(record, tie.to, language)}"


def _whose(field: str) -> Callable[[Record, Any, str], str]:
    """Named by the item, or the items, that ``field`` refers to."""

    def namer(record: Record, item: Any, language: str) -> str:
        held = getattr(item, field)
        return names_of(record, held if isinstance(held, tuple) else (held,), language)

    return namer


def _meeting(record: Record, meeting: Any, language: str) -> str:
    said = (_day(meeting.on, language), meeting.purpose)
    return " ".join(part for part in said if part)


def _day(day: date | None, language: str) -> str:
    return day_words(day, language, date.min) if day is not None else ""


def _copy(record: Record, copy: Any, language: str) -> str:
    to = name_of(record, copy.to, language) or copy.to_name
    return ": ".join(part for part in (to, text(f"model.copy_what.{copy.what}", language)) if part)


def _release(record: Record, release: Any, language: str) -> str:
    records = ", ".join(text(f"model.record_kind.{kind}", language) for kind in release.records)
    return records or release.what


_NAMERS: Final[dict[type[Item], Callable[[Record, Any, str], str]]] = {
    Header: lambda record, item, language: item.name,
    Household: _label,
    Person: _label,
    Support: _label,
    Tie: _tie,
    TeamMember: _whose("who"),
    Spotlight: lambda record, item, language: item.name,
    Reading: lambda record, item, language: f"{_day(item.on, language)} {item.value}",
    CrisisPlan: lambda record, item, language: str(item.definition) or _whose("whose")(record, item, language),
    CrisisCall: lambda record, item, language: told_call(record, item).name,
    Meeting: _meeting,
    Attendance: _whose("who"),
    PrivateNote: lambda record, item, language: _day(item.on, language),
    ContactBetween: lambda record, item, language: _day(item.on, language),
    Agreement: _whose("who"),
    Signature: _whose("who"),
    Copy: _copy,
    Assessment: lambda record, item, language: item.instrument,
    Rating: lambda record, item, language: f"{item.code} {item.value}",
    Release: _release,
    Edition: lambda record, item, language: text("family.edition", language, number=item.number),
}
