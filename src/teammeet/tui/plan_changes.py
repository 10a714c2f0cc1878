"""What changed in the plan since a signed edition, in lines for a screen or a terminal without one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teammeet.messages import text
from teammeet.model.since import seen_since
from teammeet.model.view import View
from teammeet.tui.forms.privacy import for_the_wall

if TYPE_CHECKING:
    from datetime import date

    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item


@dataclass(frozen=True, slots=True)
class ChangesTold:
    """Which two moments were compared, and what changed between them."""

    moments: str
    lines: tuple[str, ...]


def told_since(family: Family, number: int, reader: Reader, gone: Iterable[Item], language: str) -> ChangesTold:
    """What is otherwise now than in edition ``number``, as ``reader`` sees both today; nothing private comes unasked.

    The record of that edition is kept (:func:`signed_numbers`). ``gone`` are items that are no more in the record.
    """
    from teammeet.ecomap.compared_for_plan import around_the_family
    from teammeet.ecomap.compared_words import moment_words
    from teammeet.practice.what_changed_said import as_lines, what_changed_said

    signed = family.as_signed(number)
    assert signed is not None, "only editions whose record is kept are asked for"
    before = _nothing_private(seen_since(signed, family, reader, gone, fixed_on(family, number)))
    view = _nothing_private(family.seen_by(reader))
    chapters = what_changed_said(before, view, language, around_the_family(before, view, language))
    since, until = edition_named(family, number, language), moment_words("now", reader.on, language)
    above = text("changed.how-to-read" if chapters else "changed.nothing", language)
    return ChangesTold(text("changed.since", language, since=since, until=until), (above, *as_lines(chapters)))


def _nothing_private(view: View) -> View:
    """``view`` without private fields. What its reader may see was settled before: by those very fields, among others."""
    fields: dict[str, Any] = {name: getattr(view, name) for name in View.model_fields}
    lists = {name: tuple(for_the_wall(item) for item in fields[name]) for name in View.list_names()}
    return View.model_construct(**{**fields, **lists, "header": for_the_wall(view.header)})


def signed_numbers(family: Family) -> tuple[int, ...]:
    """The numbers of the signed editions of which the record is kept, the first one first."""
    return tuple(sorted(edition.number for edition in family.editions if edition.record_kept is not None))


def edition_named(family: Family, number: int, language: str) -> str:
    """An edition in words, with the day on which it was fixed."""
    from teammeet.ecomap.compared_words import moment_words

    return moment_words("edition", fixed_on(family, number), language, number)


def fixed_on(family: Family, number: int) -> date:
    """The day on which an edition was fixed."""
    return next(edition.fixed_at for edition in family.editions if edition.number == number).astimezone().date()
