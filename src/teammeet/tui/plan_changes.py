"""What changed in the plan since a former moment, in lines for a screen or a terminal without one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from teammeet.desk.looking_back import Moment
from teammeet.messages import text
from teammeet.model.since import seen_since
from teammeet.model.view import View
from teammeet.tui.forms.privacy import for_the_wall

if TYPE_CHECKING:
    from teammeet.desk import Desk
    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item


@dataclass(frozen=True, slots=True)
class Then:
    """A former moment: the record as it stood (nobody's view yet), the day, and the moment in words."""

    record: Family
    day: date
    said: str


@dataclass(frozen=True, slots=True)
class ChangesTold:
    """Which two moments were compared, and what changed between them."""

    moments: str
    lines: tuple[str, ...]


def told_since(family: Family, then: Then, reader: Reader, gone: Iterable[Item], language: str) -> ChangesTold:
    """What is otherwise now than ``then``, as ``reader`` sees both today; nothing private comes unasked.

    ``gone`` are items that are no more in the record.
    """
    from teammeet.ecomap.compared_for_plan import around_the_family
    from teammeet.ecomap.compared_words import moment_words
    from teammeet.practice.what_changed_said import as_lines, what_changed_said

    before = _nothing_private(seen_since(then.record, family, reader, gone, then.day))
    view = _nothing_private(family.seen_by(reader))
    chapters = what_changed_said(before, view, language, around_the_family(before, view, language))
    above = text("changed.how-to-read" if chapters else "changed.nothing", language)
    until = moment_words("now", reader.on, language)
    return ChangesTold(text("changed.since", language, since=then.said, until=until), (above, *as_lines(chapters)))


def _nothing_private(view: View) -> View:
    """``view`` without private fields. What its reader may see was settled before: by those very fields, among others."""
    fields: dict[str, Any] = {name: getattr(view, name) for name in View.model_fields}
    lists = {name: tuple(for_the_wall(item) for item in fields[name]) for name in View.list_names()}
    return View.model_construct(**{**fields, **lists, "header": for_the_wall(view.header)})


def signed_numbers(family: Family) -> tuple[int, ...]:
    """The numbers of the signed editions of which the record is kept, the first one first."""
    return tuple(sorted(edition.number for edition in family.editions if edition.record_kept is not None))


def as_signed(family: Family, number: int) -> Moment | None:
    """The moment at which an edition was fixed; ``None`` if its record is not kept."""
    found = (held for held in family.editions if held.number == number and held.record_kept is not None)
    return next((Moment("edition", held.fixed_at, held.number) for held in found), None)


def at_moment(desk: Desk, family: Family, moment: Moment, language: str) -> Then | None:
    """What there was at ``moment``; ``None`` if there is no record of it."""
    from teammeet.ecomap.compared_words import moment_words

    record, day = desk.at_moment(family, moment), moment.at.astimezone().date()
    return Then(record, day, moment_words(moment.kind, day, language, moment.number)) if record is not None else None


def at_end_of(desk: Desk, family: Family, day: date, language: str) -> Then | None:
    """What there was at the end of ``day``; ``None`` before the record began."""
    from teammeet.ecomap.compared_words import moment_words

    record = desk.as_it_stood(family.header.id, datetime.combine(day, time.max).astimezone())
    return Then(record, day, moment_words("day", day, language)) if record is not None else None
