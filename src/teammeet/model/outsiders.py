"""Those whom an extract does not have: all by which they are told of, to be found in what people said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from teammeet.model.close_names import CloseNames, as_it_looks
from teammeet.model.common_words import CARERS, KIN_OF_ONE_AGE
from teammeet.model.days_in_words import of_ages, of_birthdays
from teammeet.model.names_in_words import Known, NamesInWords, words_of
from teammeet.model.people import Header, Household, Person
from teammeet.model.sibling_words import SiblingWords
from teammeet.model.spelled_names import as_whole, is_somebody, of_somebody, parts
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.text import folded

_INSTEAD = "-"
"""Nothing is said instead: the line that names somebody is left out."""


def cares(person: Person) -> bool:
    """Whether a person's role says that this is a grown-up of the family who cares for its children.

    It goes by words that everybody may read, never by an age or a right that not everybody may know.
    """
    said = {word.said for word in words_of(person.role)}
    is_grown = person.in_family and not person.enrolled and person.nature == "person" and person.life == "living"
    return is_grown and bool(said & CARERS) and not said & KIN_OF_ONE_AGE


def is_shown(item: Item, about: str, who: str) -> bool:
    """Whether somebody, or a support, has a place in the extract for ``who`` about ``about``."""
    if isinstance(item, Person):
        return item.id == about or item.support == who or cares(item)
    return item.id == who


class Outsiders:
    """All by which those are told of who have no place in an extract: names in whatever form, words, birthdays, ages."""

    def __init__(self, names: NamesInWords, close: CloseNames, words: SiblingWords, days: Iterable[str]) -> None:
        self._names, self._close, self._siblings = names, close, words
        said = "|".join(days)
        self._days = re.compile(rf"(?<!\w)(?:{said})(?!\w)") if said else None
        self._looked: dict[str, bool] = {}

    def are_in(self, said: str) -> bool:
        """Whether a text tells of one of them."""
        if not said or said.isspace():
            return False
        if said not in self._looked:  # a signed plan says most of what the plan of today says
            self._looked[said] = self._are_in(said)
        return self._looked[said]

    def _are_in(self, said: str) -> bool:
        plain = folded(said)
        if self._siblings.are_in(plain) or (self._days is not None and self._days.search(plain) is not None):
            return True
        return any(self._names.are_in(form) or self._close.are_in(form) for form in {said, as_it_looks(said)})


def outsiders(items: Iterable[Item], about: str, who: str, on: date) -> Outsiders:
    """Those among ``items``, at whatever time so called, who have no place in the extract; and the addresses of homes.

    That somebody has a brother or a sister is said without a name too ("her brother"): such words count as names always,
    whether there is one or not. What is a part of the person's own name is nobody else's; a word of the recipient's name,
    or of whom to ask, is not the name of another support. Ages are those of the day ``on`` and of the year before it.
    """
    held = tuple(items)
    own = _words(item for item in held if item.id == about)
    shown = tuple(item for item in held if isinstance(item, Header) or is_shown(item, about, who))
    near = own | _words(shown)
    known = [Known((word,), _INSTEAD) for word in sorted(KIN_OF_ONE_AGE - near)]
    for item in held:
        if not is_shown(item, about, who):
            beside = own if isinstance(item, Person) and item.in_family else near
            known += [name for name in _names(item) if not set(name.words) <= beside]
    known += [replace(name, words=looks) for name in known if (looks := tuple(map(as_it_looks, name.words))) != name.words]
    kin = [item for item in held if isinstance(item, Person) and item.in_family and item.nature == "person"]
    others = [person for person in kin if not is_shown(person, about, who)]
    alone = {part for person in others for name in (person.used_name, person.legal_name) for part in parts(name, True)}
    alone |= {as_it_looks(part) for part in alone}
    called = {folded(name) for item in shown if not isinstance(item, Person) for name in _called(item)[:2] if name.strip()}
    themselves = [person for person in kin if person.id == about]
    days = (*of_birthdays(_born(others) - _born(themselves)), *of_ages(_ages(others, on) - _ages(themselves, on, back=0)))
    return Outsiders(NamesInWords(known, _INSTEAD), CloseNames(alone - own, near), SiblingWords(called), days)


def _born(people: Iterable[Person]) -> set[date]:
    return {person.born for person in people if person.born is not None}


def _ages(people: Iterable[Person], on: date, back: int = 1) -> set[int]:
    """How old they are, and were up to ``back`` years ago: a line may have been written then."""
    ages = (age for person in people if (age := person.age_on(on)) is not None)
    return {age - years for age in ages for years in range(back + 1) if age >= years}


def _names(item: Item) -> Iterator[Known]:
    if isinstance(item, Person) and item.nature == "person":
        for name in (item.used_name, item.legal_name):
            yield from of_somebody(name, _INSTEAD, person=True)
    elif isinstance(item, Support):
        yield from of_somebody(item.name, _INSTEAD) if is_somebody(item) else as_whole(item.name, _INSTEAD)
        yield from as_whole(item.organisation, _INSTEAD)
    elif isinstance(item, Household):
        for place in (item.address, item.address.partition(",")[0]):
            yield from as_whole(place, _INSTEAD)


def _words(items: Iterable[Item]) -> set[str]:
    """The words by which these are called."""
    return {word.said for item in items for name in _called(item) for word in words_of(name)}


def _called(item: Item) -> tuple[str, ...]:
    if isinstance(item, Person):
        return (item.used_name, item.legal_name)
    if isinstance(item, Support):
        return (item.name, item.organisation, item.role)
    return (item.agency, item.facilitator) if isinstance(item, Header) else ()
