"""Rows of panels and sheets as lines to hear: the words first, then what stands beside them; signs are said or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Option, Strategy
from teammeet.model.record import LIST_OF, Edition
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.tui.forms.naming import kind_name
from teammeet.tui.line_mode.command_words import SLASH, named_among, word_of

_DONE: Final = ("✓", "☑")
_SIGN: Final = re.compile(r"[^\w\s:.,/()&'’-]+")
_SPARKS: Final = re.compile(r"[\u2581-\u2588\u2800-\u28ff]+\s*")
_COMMANDS_OF_KEYS: Final = {
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+R": "everything",
    "Ctrl+E": "menu",
    "Ctrl+K": "takeback",
    "Ctrl+N": "pause",
    "Ctrl+O": "share",
    "Ctrl+B": "blank",
    "Shift+F5": "until",
    "Shift+F6": "planning",
    "Alt+0": "opening",
    "F2": "edit",
    "F6": "park",
    "F8": "map",
    "Shift+F9": "readback",
}
_KEY: Final = re.compile("|".join([*map(re.escape, _COMMANDS_OF_KEYS), r"Alt\+[A-Z0-9]\b"]))
"""Keys that messages of the screens name."""
_NO_KIND: Final = (Person, Support, Header, Edition)
"""What a name alone says enough of."""


class AnyRow(Protocol):
    """A row of a panel or of a sheet."""

    @property
    def words(self) -> str:
        """What the row says."""
        ...

    @property
    def mark(self) -> str:
        """What stands before it."""
        ...

    @property
    def detail(self) -> str:
        """What stands beside it."""
        ...

    @property
    def heading(self) -> bool:
        """Whether it names what follows."""
        ...

    @property
    def item(self) -> str:
        """The id of what it shows; empty if nothing."""
        ...


R = TypeVar("R", bound=AnyRow)


def can_be_selected(row: AnyRow) -> bool:
    """Whether a row has a number: headings that only name what follows have none."""
    return not row.heading or bool(row.item)


def numbered(rows: Sequence[R]) -> tuple[tuple[int, R], ...]:
    """Each row with its number; 0 for a heading that cannot be selected."""
    told: list[tuple[int, R]] = []
    number = 0
    for row in rows:
        number += can_be_selected(row)
        told.append((number if can_be_selected(row) else 0, row))
    return tuple(told)


def chosen_row(rows: Sequence[R], said: str) -> R | None:
    """The row with that number, or the only one whose words fit; ``None`` if there is none, or several are."""
    places = {str(number): row for number, row in numbered(rows) if number}
    named = named_among(said, ((number, row.words) for number, row in places.items()))
    return places.get(said.strip()) or places.get(named)


def listed(rows: Sequence[AnyRow], family: Family, language: str, *, narrow: Iterable[str] = ()) -> tuple[str, ...]:
    """Every row as a line. Where several kinds of things stand together each says what it is.

    ``narrow`` are ids of what is not for everybody: their lines say so.
    """
    kinds = {type(item) for row in rows if (item := family.get(row.item)) is not None and not isinstance(item, _NO_KIND)}
    hidden = frozenset(narrow)
    return tuple(
        in_words(row, family, language, number=number, with_kind=len(kinds) > 1, is_narrow=row.item in hidden)
        for number, row in numbered(rows)
    )


def in_words(
    row: AnyRow, family: Family, language: str, *, number: int = 0, with_kind: bool = True, is_narrow: bool = False
) -> str:
    """One row: its number, what it is, its words, what its mark says, what stands beside."""
    item = family.get(row.item)
    kind = kind_name(LIST_OF[type(item)], language) if item is not None and not isinstance(item, _NO_KIND) else ""
    words = f"{kind}: {row.words}" if with_kind and kind and kind != row.words else row.words
    narrow = text("meeting.said.not-for-everybody", language) if is_narrow else ""
    parts = [words, *getattr(row, "beneath", ()), _mark(row, item, language), beside(row.detail, language), narrow]
    said = (": " if row.heading and not kind else "; ").join(part for part in parts if part)
    return f"{number}. {said}" if number else said


def told(words: str, language: str) -> str:
    """What a panel tells: its signs in words, and the commands of this mode in place of keys."""
    return beside(_KEY.sub(lambda found: _in_a_command(found[0], language), words), language)


def beside(words: str, language: str) -> str:
    """What stands beside a row, its signs in words: what is kept of a limit, what is not, one thing after the other."""
    kept, missed = text("plain.sign-kept", language), text("plain.sign-missed", language)
    parts = _SPARKS.sub("", words).split(" · ")
    return "; ".join(re.sub(r"^! ", f"{missed} ", re.sub(r"^✓ ", f"{kept} ", part.strip())) for part in parts)


def _in_a_command(key: str, language: str) -> str:
    """What is typed here in place of a key that a message names."""
    command = _COMMANDS_OF_KEYS.get(key, "")
    return f"{SLASH}{word_of(command, language) if command else key.removeprefix('Alt+').lower()}"


def _tick(row: AnyRow, item: Item | None, language: str) -> str:
    """What a tick says of what it stands before: an idea was chosen, somebody is here (which is said beside), else done."""
    if isinstance(item, Person | Support):
        return ""
    chosen = text("family.chosen", language)
    if isinstance(item, Option | Strategy):
        return "" if chosen in row.detail.split(" · ") else chosen
    return text("plain.ticked", language)


def _mark(row: AnyRow, item: Item | None, language: str) -> str:
    """What the mark says: initials and numbers as they are, a tick in a word, other signs not at all."""
    done = _tick(row, item, language) if row.mark.strip().startswith(_DONE) else ""
    rest = " ".join(_SIGN.sub(" ", row.mark).split())
    if isinstance(item, Need) and item.rank is not None and rest.startswith(str(item.rank)):
        rank = text("plain.rank", language, number=item.rank)
        return ", ".join(filter(None, (rank, rest.removeprefix(str(item.rank)).strip())))
    return ", ".join(filter(None, (done, rest)))
