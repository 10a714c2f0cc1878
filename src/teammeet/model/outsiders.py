"""The names of all whom an extract does not have, to be found in what people said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teammeet.model.common_words import CARERS, KIN_OF_ONE_AGE
from teammeet.model.names_in_words import Known, NamesInWords, words_of
from teammeet.model.people import Header, Household, Person
from teammeet.model.spelled_names import as_whole, is_somebody, of_somebody
from teammeet.model.supports import Support
from teammeet.model.values import Item

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


def names_of_outsiders(items: Iterable[Item], about: str, who: str) -> NamesInWords:
    """The names of those among ``items``, at whatever time they were so called, who have no place in the extract, and
    the addresses of homes.

    That somebody has a brother or a sister is said without a name too ("her brother"): such words count as names always,
    whether there is one or not. What is a part of the person's own name is nobody else's; a word of the recipient's name,
    or of whom to ask, is not the name of another support.
    """
    held = tuple(items)
    own = _words(item for item in held if item.id == about)
    near = own | _words(item for item in held if isinstance(item, Header) or is_shown(item, about, who))
    known = [Known((word,), _INSTEAD) for word in KIN_OF_ONE_AGE]
    for item in held:
        if not is_shown(item, about, who):
            beside = own if isinstance(item, Person) and item.in_family else near
            known += [name for name in _names(item) if not set(name.words) <= beside]
    return NamesInWords(known, _INSTEAD)


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
