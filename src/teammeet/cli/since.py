"""What ``--since`` names: the record as it stood once, as today's reader may see it, to be compared with."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from teammeet.ecomap.compared_words import moment_words
from teammeet.errors import TeammeetError
from teammeet.export import ALWAYS_COMPARE, Options
from teammeet.model.since import seen_since
from teammeet.practice.signed_before import signed_before

if TYPE_CHECKING:
    from teammeet.desk import Desk
    from teammeet.export import Exporter
    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.view import View


def refuse_since(asked: argparse.Namespace) -> None:
    """Refuse what cannot be compared.

    Raises:
        TeammeetError: ``since-missing``: two maps, but one moment.
    """
    if asked.since is None and asked.beside:
        raise TeammeetError("since-missing")


def since_asked(asked: argparse.Namespace, exporter: Exporter, family: Family, reader: Reader, desk: Desk | None) -> str | None:
    """What ``--since`` says; where it is not said to what always compares, the number of the last signed plan that differs.

    ``None`` where nothing is compared, or no plan was signed.
    """
    if asked.since is not None or exporter.name not in ALWAYS_COMPARE:
        said: str | None = asked.since
        return said
    gone = tuple(desk.gone(family.header.id)) if desk is not None else ()
    signed = family.as_signed(asked.edition) if asked.edition is not None else None
    view = family.seen_by(reader) if signed is None else seen_since(signed, family, reader, gone)
    number = signed_before(family, reader, view, gone, asked.edition)
    return str(number) if number is not None else None


def compared_with_then(
    since: str, asked: argparse.Namespace, family: Family, shown: Family, reader: Reader, desk: Desk | None, options: Options
) -> tuple[View, Options]:
    """What ``reader`` sees of ``shown`` (``family`` as it is, or one of its editions), and options with what it was before.

    ``since`` is the number of an edition, or a day.

    Raises:
        TeammeetError: ``since-unknown``: nothing is known of that moment.
    """
    gone = desk.gone(family.header.id) if desk is not None else ()
    language = asked.language or shown.header.language
    then, day, was = _then(since, family, desk, language)
    view, now = family.seen_by(reader), moment_words("now", options.today, language)
    if asked.edition is not None:
        view = seen_since(shown, family, reader, gone, _fixed(shown, asked.edition))
        now = moment_words("edition", view.on, language, asked.edition)
    before = seen_since(then, family, reader, gone, day)
    return view, replace(options, before=before, beside=asked.beside, moments=(was, now))


def _then(said: str, family: Family, desk: Desk | None, language: str) -> tuple[Family, date, str]:
    """The family as it stood, the day, and that moment in words: an edition by its number, or the end of a day."""
    day = _day(said)
    number = _last_edition_by(family, day) if day is not None else int(said) if said.isascii() and said.isdigit() else 0
    if day is not None and desk is not None:
        stood = desk.as_it_stood(family.header.id, _end(day))
        if stood is not None:
            return stood, day, moment_words("day", day, language)
    signed = family.as_signed(number)
    if signed is None:
        raise TeammeetError("since-unknown", since="".join(c for c in said[:20] if c.isascii() and (c.isalnum() or c == "-")))
    fixed = _fixed(family, number)
    return signed, fixed, moment_words("edition", fixed, language, number)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if "-" in said else None
    except ValueError:
        return None


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max).astimezone()


def _last_edition_by(family: Family, day: date) -> int:
    return max((edition.number for edition in family.editions if edition.fixed_at <= _end(day)), default=0)


def _fixed(family: Family, number: int) -> date:
    """The day on which an edition was fixed."""
    return next(edition.fixed_at for edition in family.editions if edition.number == number).astimezone().date()
