"""Whether words in somebody's copy tell how to reach a person or a home though the copy leaves out the way itself."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from teammeet.model.people import Household, Person
from teammeet.model.record import Record
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.text import folded

_REACHED: Final = ("households", "people", "supports")
_LEAST_DIGITS: Final = 7
_LEAST_LETTERS: Final = 5
"""Shorter numbers and words stand in too many sentences to be a way to reach somebody: the number of a house, "Apt"."""
_BETWEEN_DIGITS: Final = r"[\s().+/-]{0,3}"


def hints_at_hidden(record: Record, told: Mapping[str, Iterable[Item]]) -> bool:
    """Whether a street, a telephone number or another way to reach somebody of ``record`` that the lists ``told`` lack stands
    in what is told all the same. Spelled otherwise it is not found: no program reads a hint.
    """
    shown = set(_ways(item for name in _REACHED for item in told.get(name, ())))
    hidden = set(_ways(item for name in _REACHED for item in getattr(record, name) if not item.taken_back)) - shown
    if not hidden:
        return False
    said = "\n".join(item.model_dump_json(exclude_defaults=True) for items in told.values() for item in items)
    plain = folded(said.replace("\\n", " "))  # a line break is escaped there
    return any(re.search(way, plain) for way in hidden)


def _ways(items: Iterable[Item]) -> Iterator[str]:
    """How each can be reached, as patterns that are looked for in folded text."""
    for item in items:
        if isinstance(item, Household):
            yield from _streets(item.address)
        for contact in item.contacts if isinstance(item, (Household, Person, Support)) else ():
            yield from _streets(contact.value) if contact.kind == "address" else _numbers(contact.value)


def _streets(address: str) -> Iterator[str]:
    """The parts of an address that name a street: those with a number in them, without it; else the first."""
    parts = address.split(",")
    for part in [part for part in parts if any(map(str.isdigit, part))] or parts[:1]:
        words = [word for word in part.split() if not any(map(str.isdigit, word))]
        if sum(map(len, words)) >= _LEAST_LETTERS:
            street = r"\s+".join(re.escape(folded(word)) for word in words)
            yield rf"\b{street}\b"


def _numbers(value: str) -> Iterator[str]:
    """A telephone number however its digits are grouped; anything else, such as an address of mail, as it is."""
    digits = [sign for sign in value if sign.isdigit()]
    if len(digits) >= _LEAST_DIGITS:
        yield rf"(?<!\d){_BETWEEN_DIGITS.join(digits)}(?!\d)"
    elif sum(map(str.isalpha, value)) >= _LEAST_LETTERS:
        yield re.escape(folded(value).strip())
