"""Whether a name that somebody typed is one by which the person whose page it is goes."""

import re
from typing import Final

from teammeet.model.family import Family
from teammeet.model.people import Person
from teammeet.model.supports import Support
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


def _words(name: str) -> list[str]:
    return _WORD.findall(folded(name))
