"""Every name that a View holds, with the role that is said instead of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from teammeet.messages import text
from teammeet.model.common_words import (
    ABBREVIATED,
    LITTLE,
    SAY_WHICH,
)
from teammeet.model.domains import DOMAINS
from teammeet.model.names_in_words import Known, NamesInWords, Rank, words_of
from teammeet.model.people import Household, Person
from teammeet.model.spelled_names import (
    NO_NAMES,
    is_everyday,
    is_somebody,
    is_weak,
    joined,
    of_free,
    of_place,
    of_somebody,
    parts,
    says_no_name,
)
from teammeet.model.supports import Support
from teammeet.model.view import View


@dataclass(frozen=True, slots=True)
class Roles:
    """The role of each person, support and home, by id, and the names that stand for them in words."""

    of: Mapping[str, str]
    names: NamesInWords


@dataclass(frozen=True, slots=True)
class FreeName:
    """A name without an item of its own, and what is said instead; ``person``: somebody's, not that of a place or an agency."""

    said: str
    instead: str
    person: bool = True


def roles_of(views: Sequence[View], language: str, free: Iterable[FreeName] = ()) -> Roles:
    """The roles of all whom ``views`` name: of one family, the one that counts first.

    ``free`` are names that stand in them without an item.
    """
    items: dict[str, Person | Support] = {}
    for view in views:
        named: tuple[Person | Support, ...] = (*view.people, *view.supports)
        items |= {item.id: item for item in named if item.id not in items}
    homes = {home.id: home for view in reversed(views) for home in view.households}
    plain = {id: _plain(item, items, language) for id, item in items.items()}
    left_out = text("roles.left-out", language)
    first = NamesInWords(_all_known(views, plain, language), left_out)
    said = {id: _without_names(role, first) or _unnamed(items[id], items, language) for id, role in plain.items()}
    of = _told_apart(said | {id: _of_home(home, first, language) for id, home in homes.items()}, language)
    others = (known for name in free for known in of_free(name.said, name.instead, person=name.person))
    return Roles(of, NamesInWords((*_all_known(views, of, language), *others), left_out))


def _all_known(views: Sequence[View], roles: Mapping[str, str], language: str) -> Iterator[Known]:
    yield from (known for view in views for known in _known(view, roles, language))


def _plain(item: Person | Support, items: Mapping[str, Person | Support], language: str) -> str:
    """The role as it is noted, else what is known without a name."""
    name = item.used_name if isinstance(item, Person) else item.name
    if item.role.strip():
        return item.role.strip()
    return role_in(name) or _unnamed(item, items, language)


def _unnamed(item: Person | Support, items: Mapping[str, Person | Support], language: str) -> str:
    """What somebody is, where neither a role nor a name tells it."""
    return _of_person(item, items, language) if isinstance(item, Person) else _of_support(item, language)


def _without_names(role: str, names: NamesInWords) -> str:
    """A role that names somebody else, with that one's role in it ("daughter's aunt"); empty where it only named a place."""
    said = names.replaced(role)
    if said == role:
        return role
    return "" if names.left_out in said else said[:1].lower() + said[1:]


def role_in(name: str) -> str:
    """What a name says of what somebody is: "middle school" of a school's name, "uncle" of "Uncle Bram"; else nothing."""
    words = words_of(name)
    known = ["+" if word.said in NO_NAMES else "-" for word in words]
    runs = [found.span() for found in re.finditer(r"\++", "".join(known))]
    for first, last in sorted(runs, reverse=True):
        while first < last and words[first].said in LITTLE | ABBREVIATED:
            first += 1
        while first < last and words[last - 1].said in LITTLE | ABBREVIATED | SAY_WHICH:
            last -= 1
        if first < last:
            return name[words[first].start : words[last - 1].end].lower()
    return ""


def _of_person(person: Person, items: Mapping[str, Person | Support], language: str) -> str:
    if person.nature == "pet":
        return text("roles.pet", language)
    if person.support is not None:
        held = items.get(person.support)
        return text("roles.of-support", language, support=_plain(held, items, language) if isinstance(held, Support) else "")
    return text(f"roles.{'youth' if person.enrolled else 'family-member'}", language)


def _of_support(support: Support, language: str) -> str:
    kind = text(f"ecomap.kind.{support.kind}", language)
    if support.domain not in DOMAINS:
        return kind
    domain = text(f"model.domain.{support.domain}", language)
    return text("roles.of-domain", language, kind=kind, domain=domain[:1].lower() + domain[1:])


def _of_home(home: Household, names: NamesInWords, language: str) -> str:
    """Its name where that only says whose it is, in roles; else what kind of home it is."""
    named = names.replaced(home.name)
    left = [word.said for word in words_of(home.name) if not names.of(home.name[word.start : word.end])]
    if home.name.strip() and named and all(word in NO_NAMES for word in left):
        return named[:1].lower() + named[1:]
    return text(f"roles.home.{home.kind}", language)


def _told_apart(said: Mapping[str, str], language: str) -> dict[str, str]:
    """The same with numbers where several have one role."""
    all_of: dict[str, list[str]] = {}
    for id, role in said.items():
        all_of.setdefault(role.casefold(), []).append(id)
    return {
        id: text("roles.numbered", language, role=role, number=others.index(id) + 1)
        if len(others := all_of[role.casefold()]) > 1
        else role
        for id, role in said.items()
    }


def _known(view: View, roles: Mapping[str, str], language: str) -> Iterator[Known]:
    left_out = text("roles.left-out", language)
    yield from _of_family(view.header.name, language)
    shared = {word.said for word in words_of(view.header.name)} - NO_NAMES
    shared |= {words[0] for words in joined(view.header.name)}
    for person in view.people:
        for name in (person.used_name, person.legal_name):
            yield from (known for known in of_somebody(name, roles[person.id], person=True) if known.words[0] not in shared)
    for support in view.supports:
        if is_somebody(support):
            yield from (known for known in of_somebody(support.name, roles[support.id]) if known.words[0] not in shared)
        else:
            yield from of_place(support.name, roles[support.id], left_out)
        yield from of_place(support.organisation, roles[support.id], left_out)
    for home in view.households:
        if home.id in roles and not says_no_name(home.name):
            yield from of_place(home.name, roles[home.id], left_out)


def _of_family(name: str, language: str) -> Iterator[Known]:
    """The family's name: as a whole, then each word of it that is a name."""
    words = tuple(word.said for word in words_of(name) if word.said not in NO_NAMES)
    family = text("roles.family", language)
    if words:
        yield Known(words, family, is_everyday(words))
    yield from (Known((part,), family, is_weak(part), Rank.PART) for part in parts(name, person=True))
    yield from (Known(words, family, is_weak(words[0]), Rank.PART) for words in joined(name))
