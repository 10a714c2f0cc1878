"""Whether a name that somebody typed is one by which the person whose page it is goes, or that of somebody who is paid."""

import re
from typing import Final

from teammeet.model.family import Family
from teammeet.model.people import Person
from teammeet.model.supports import Support
from teammeet.practice.signers import is_staff
from teammeet.text import folded

_WORD: Final = re.compile(r"\w+")


def known_names(family: Family, who: str) -> tuple[str, ...]:
    """The names of somebody, as far as they are known. What they are to the family ("mother") is no name."""
    item = family.get(who)
    if isinstance(item, Support):
        return (item.name,) if item.name else ()
    return tuple(filter(None, (item.used_name, item.legal_name))) if isinstance(item, Person) else ()


def fits(typed: str, known: tuple[str, ...]) -> bool:
    """Whether a word of ``typed`` is in a known name, whatever its case and accents; any name fits where none is known."""
    words = {word for name in known for word in _words(name)}
    return not words or bool(words & set(_words(typed)))


def staff_named(family: Family, who: str, typed: str) -> str:
    """The name of somebody who is paid to be there, if it was typed whole on the page of ``who``; else empty.

    Staff never sign for somebody. A name that ``who`` goes by too is theirs, and one word alone is nobody's whole name.
    """
    own = known_names(family, who)
    if own and fits(typed, own):
        return ""
    paid = [one.id for one in (*family.people, *family.supports) if one.id != who and is_staff(family, one.id)]
    named = [name for one in paid for name in known_names(family, one)]
    words, whole = set(_words(typed)), [name for name in (*named, family.header.facilitator) if len(_words(name)) > 1]
    return next((name for name in whole if set(_words(name)) <= words), "")


def _words(name: str) -> list[str]:
    return _WORD.findall(folded(name))
