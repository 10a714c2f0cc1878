"""Initials: the short way to name somebody while typing. Each person at the table has a tag of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from teammeet.model.record import Record
from teammeet.text import TITLES, folded

_WORD: Final = re.compile(r"\w+")
_BESIDE: Final = re.compile(r"\([^)]*\)")
_FEWEST: Final = 2
"""Letters that a tag, or the start of a name, must have: one letter is too often a word."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tag of each person and support, by id, in the order family, team, others. No two are the same."""

    of: dict[str, str]
    labels: dict[str, str]

    def tag(self, who: str | None) -> str:
        """The tag of ``who``; empty if there is nobody of that id."""
        return self.of.get(who, "") if who else ""

    def who(self, said: str) -> str | None:
        """The id of the one whose tag or whole name was typed, in capitals or not, with accents or not."""
        wanted = folded(said.strip())
        for who, tag in self.of.items():
            if folded(tag) == wanted:
                return who
        named = [who for who, label in self.labels.items() if folded(label) == wanted]
        return named[0] if len(named) == 1 else None

    def who_begins(self, said: str) -> str | None:
        """As :meth:`who`; else the one person of whom a word of the name begins with what was typed."""
        exact = self.who(said)
        wanted = folded(said.strip())
        if exact is not None or len(wanted) < _FEWEST:
            return exact
        begun = [who for who, label in self.labels.items() if any(w.startswith(wanted) for w in _words(label))]
        return begun[0] if len(begun) == 1 else None


def tags_of(record: Record, on: date | None = None, seen: Record | None = None) -> Tags:
    """A tag for everybody who can say or do something: initials; where they clash, more letters, then a number.

    Whoever stands in ``seen``, what others see of the record, gets the tag that it would give: a longer one would tell that
    there is somebody else with these initials, and what is typed means the person whom everybody sees.
    """
    labels = dict(_everybody(record, on))
    if seen is not None and seen is not record:
        shown = {who: labels[who] for who, _ in _everybody(seen, on) if who in labels}
        labels = shown | {who: label for who, label in labels.items() if who not in shown}
    given: dict[str, str] = {}
    for who, label in labels.items():
        taken = {folded(tag) for tag in given.values()}
        given[who] = next(tag for tag in _candidates(label) if folded(tag) not in taken)
    return Tags(given, labels)


def _everybody(record: Record, on: date | None) -> Iterator[tuple[str, str]]:
    team = [m.who for m in record.team if m.left_on is None or on is None or m.left_on > on]
    family = [p.id for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]
    others = [s.id for s in record.supports if s.status != "ended"]
    others += [p.id for p in record.people if not p.in_family]
    for who in dict.fromkeys([*family, *team, *others]):
        label = record.label(who)
        if label:
            yield who, label


def _candidates(label: str) -> Iterator[str]:
    """Tags for a name, best first; there is always one more."""
    words = _words(_BESIDE.sub(" ", label)) or _words(label) or ["x"]
    telling = [word for word in words if word not in TITLES] or words
    if len(telling) == 1:
        first = telling[0][:2] if len(telling[0]) > 1 else telling[0] * 2
        yield first.upper()
        yield telling[0][:3].upper()
    else:
        first = "".join(word[0] for word in telling[:3])
        yield first.upper()
        yield (telling[0][:2] + telling[-1][0]).upper()
        yield (telling[0][0] + telling[-1][:2]).upper()
    number = 2
    while True:
        yield f"{first.upper()}{number}"
        number += 1


def _words(label: str) -> list[str]:
    return _WORD.findall(folded(label))
