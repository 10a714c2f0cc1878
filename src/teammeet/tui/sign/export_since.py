"""Two moments of one plan for one reader: the plan that is written, and the signed edition that it is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from teammeet.ecomap.compared_words import moment_words
from teammeet.errors import TeammeetError
from teammeet.model.since import seen_since

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item
    from teammeet.model.view import View


@dataclass(frozen=True, slots=True)
class Compared:
    """Both moments as the reader sees them today, and each of them in words: then, now."""

    view: View
    before: View
    moments: tuple[str, str]


def compared(
    family: Family, reader: Reader, gone: Iterable[Item], since: int, edition: int | None, today: date, language: str
) -> Compared:
    """The plan as it stands (or ``edition``), compared with the edition ``since``; ``gone`` is what is no more in the record.

    Raises:
        TeammeetError: ``edition-unknown``.
    """
    known = tuple(gone)
    before, then = _signed(family, reader, known, since)
    was = moment_words("edition", then, language, since)
    if edition is None:
        return Compared(family.seen_by(reader), before, (was, moment_words("now", today, language)))
    view, day = _signed(family, reader, known, edition)
    return Compared(view, before, (was, moment_words("edition", day, language, edition)))


def _signed(family: Family, reader: Reader, gone: tuple[Item, ...], number: int) -> tuple[View, date]:
    """A signed edition as the reader sees it today, and the day on which it was fixed."""
    signed = family.as_signed(number)
    if signed is None:
        raise TeammeetError("edition-unknown", number=number)
    day = next(edition.fixed_at for edition in family.editions if edition.number == number).astimezone().date()
    return seen_since(signed, family, reader, gone, day), day
