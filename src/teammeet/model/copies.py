"""Copies that are named by what they are for: the youth's own, and those for a school, a doctor, a court."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from teammeet.errors import TeammeetError
from teammeet.messages import Message, count, text
from teammeet.model.extract import Extract
from teammeet.model.family import Family
from teammeet.model.people import Person
from teammeet.model.readers import COPIES, Reader, recipient, somebody
from teammeet.model.record import Record
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.model.view import View

YOUTH: Final = "youth"
EXTRACTS: Final = tuple(kind for kind in COPIES if kind != YOUTH)
"""The kinds of copy that are a part of the plan only."""
_MOST_NAMED: Final = 6
"""So many copies are named where several fit."""


@dataclass(frozen=True, slots=True)
class CopyFor:
    """One such copy: for the support ``who`` about the person ``about``; a youth's own is for and about the same person."""

    kind: str
    who: str
    about: str

    @property
    def name(self) -> str:
        """What commands call it in full: ``school:SUPPORT:PERSON``, ``youth:PERSON``."""
        return f"{self.kind}:{self.who}" if self.who == self.about else f"{self.kind}:{self.who}:{self.about}"


def copies_of(record: Record) -> tuple[CopyFor, ...]:
    """Every such copy that can be made of ``record``: each youth's own, then support by support, person by person."""
    youths = [CopyFor(YOUTH, youth, youth) for youth in _youths(record)]
    return (*youths, *(copy for support in record.supports for copy in _for_support(record, support)))


def copy_reader(record: Record, name: str, on: date) -> Reader:
    """The reader of the copy ``name``: its kind, then ids that say which if several fit (``court``, ``school:ID``).

    Raises:
        TeammeetError: ``copy-nobody``: none fits; ``copy-several``: its values name those that do.
    """
    kind, *named = name.split(":")
    fit = [copy for copy in copies_of(record) if copy.kind == kind and set(named) <= {copy.who, copy.about}]
    if not fit:
        raise TeammeetError("copy-youth" if kind == YOUTH else "copy-nobody", name=Message(f"copies.noun.{kind}"))
    if len(fit) > 1:
        told = ", ".join(copy.name for copy in fit[:_MOST_NAMED])
        raise TeammeetError("copy-several", name=Message(f"copies.noun.{kind}"), number=len(fit), names=told)
    (copy,) = fit
    if kind == YOUTH:
        return somebody(record, copy.who, on)
    support = record.get(copy.who)
    assert isinstance(support, Support), "a copy for a service is for a support"
    assert support.service is not None, "a copy for a service is for a support that is one"
    return recipient(record, Extract(support.service, copy.about, copy.who, on), on).knowing(_ever(record))


def remarks_on(view: View, language: str) -> Iterator[str]:
    """What must be known of a copy before it is given away: it is told to who makes it, and stands nowhere in the file."""
    out = view.left_out
    for name, number in (("naming", out.naming), ("unsaid", out.unsaid), ("hanging", out.hanging)):
        if number:
            yield count(f"copies.remark.{name}", number, language)
    if out.places:
        named = (text(f"copies.place.{name}", language, number=number) for name, number in out.places)
        yield text("copies.remark.places", language, places=", ".join(named))
    if view.service is not None:
        yield text("copies.remark.read", language)
    if out.hinted and not view.in_roles:
        yield text("copies.remark.hinted", language)
    if view.part_two:
        yield text("copies.remark.consent", language)


def _youths(record: Record) -> tuple[str, ...]:
    """Those for whom the plan is made."""
    return tuple(p.id for p in record.people if p.enrolled and p.in_family and p.life == "living" and not p.taken_back)


def _for_support(record: Record, support: Support) -> Iterator[CopyFor]:
    """A copy for each person whom a support serves; if nobody said whom, for each youth."""
    if support.service is None or support.status == "ended" or support.taken_back:
        return
    kind = support.service.replace("_", "-")
    assert kind in COPIES, "each service has a copy"
    for about in support.serves or _youths(record):
        person = record.get(about)
        if isinstance(person, Person) and person.in_family and not _is_hidden(person, support):
            yield CopyFor(kind, support.id, about)


def _is_hidden(person: Person, support: Support) -> bool:
    """Whether the support may not even know of the person."""
    kept = person.taken_back or person.record != "none" or support.id in person.kept_from
    return kept or bool(person.only_for and support.id not in person.only_for)


def _ever(record: Record) -> Iterator[Item]:
    """All who are in the record or were in it when a plan was signed: a name of then may stand in words still."""
    editions = record.editions if isinstance(record, Family) else ()
    for held in (record, *(edition.record_kept for edition in editions if edition.record_kept is not None)):
        yield held.header
        yield from (*held.households, *held.people, *held.supports)
