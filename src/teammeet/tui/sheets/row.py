"""One row of a sheet, and the look at a family from which rows are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from teammeet.messages import count, text
from teammeet.model.family import Family
from teammeet.model.leaning import is_narrow
from teammeet.model.values import Item
from teammeet.tui.forms.naming import name_of, names_of, title_of
from teammeet.tui.meeting.days import day_words


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``item`` is the id of what Enter opens, ``field`` where the editor begins, ``kind`` what a new one here is.

    ``key`` is the row's own: an item may stand in several places. Headings have no ``item`` (or open the family's header).
    """

    key: str
    words: str
    mark: str = ""
    detail: str = ""
    level: int = 0
    heading: bool = False
    item: str = ""
    field: str = ""
    kind: str = ""
    narrow: bool = False
    """Whether what it shows is not for everybody."""


@dataclass(frozen=True, slots=True)
class Look:
    """A family, the day, the language: what a sheet is made from."""

    family: Family
    today: date
    language: str
    private: bool = False
    """Whether what only the facilitator sees is shown."""

    def say(self, key: str, **values: object) -> str:
        """The message ``family.KEY``."""
        return text(f"family.{key}", self.language, **values)

    def count(self, key: str, number: int) -> str:
        """The message ``family.KEY.one`` or ``.many``."""
        return count(f"family.{key}", number, self.language)

    def term(self, key: str) -> str:
        """A word of the model, such as ``need_status.met``."""
        return text(f"model.{key}", self.language)

    def title(self, item: Item) -> str:
        """How an item is called."""
        return title_of(self.family, item, self.language)

    def name(self, item_id: str | None) -> str:
        """How the item with this id is called."""
        return name_of(self.family, item_id, self.language)

    def day(self, day: date | None) -> str:
        """A day as people write it, with the year when it is not near; empty if there is none."""
        return day_words(day, self.language, self.today) if day is not None else ""

    def names(self, ids: tuple[str, ...]) -> str:
        """How those with these ids are called."""
        return names_of(self.family, ids, self.language)

    def heading(self, name: str, kind: str = "", number: int | None = None, level: int = 0) -> Row:
        """A heading; with how many stand below it."""
        return Row(
            f"heading:{name}",
            self.say(f"heading.{name}"),
            detail="" if number is None else str(number),
            heading=True,
            kind=kind,
            level=level,
        )

    def row(self, item: Item, mark: str = "", *details: str, level: int = 1, under: str = "") -> Row:
        """The row of an item; ``under`` tells it from another row of the same item."""
        key = f"{under}/{item.id}" if under else item.id
        return Row(key, self.title(item), mark, joined(details), level, item=item.id)

    def section(self, name: str, kind: str, rows: Iterable[Row]) -> Iterator[Row]:
        """A heading with rows below it. An empty section stays: what can be added is seen."""
        held = tuple(rows)
        yield self.heading(name, kind, sum(row.level == 1 for row in held) or None)
        yield from held


def joined(parts: Iterable[str]) -> str:
    """Details in one line."""
    return " · ".join(part for part in parts if part)


def marked(row: Row, item: Item | None) -> Row:
    """``row`` with the sign of what is not for everybody, if ``item`` is that."""
    return replace(row, narrow=True) if item is not None and is_narrow(item) else row
