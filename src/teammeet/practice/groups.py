"""The five groups at the table, which are always counted apart: family, natural, community, peer, professional."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import Support, SupportKind

Group = Literal["family", "natural", "community", "peer", "professional"]

_GROUP_OF: Final[dict[SupportKind, Group]] = {
    "formal": "professional",
    "community": "community",
    "natural": "natural",
    "peer": "peer",
}


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """How many of each group. Peer partners are neither natural supports nor professionals."""

    family: int = 0
    natural: int = 0
    community: int = 0
    peer: int = 0
    professional: int = 0

    @property
    def all(self) -> int:
        """How many there are together."""
        return self.family + self.natural + self.community + self.peer + self.professional


def group_of(record: Record, who: str) -> Group | None:
    """The group of a person or a support; ``None`` for a pet or somebody who is not in the record."""
    item = record.get(who)
    if isinstance(item, Person):
        if item.nature == "pet":
            return None
        if item.support is None:
            return "family"
        item = record.get(item.support)
    return _GROUP_OF[item.kind] if isinstance(item, Support) else None


def counted(record: Record, whos: Iterable[str]) -> GroupCounts:
    """How many of each group ``whos`` are. A support is not counted beside a person who is there for it."""
    ids = dict.fromkeys(whos)
    stood_for = {item.support for item in map(record.get, ids) if isinstance(item, Person) and item.support}
    number = Counter(group_of(record, who) for who in ids if who not in stood_for)
    return GroupCounts(
        family=number["family"],
        natural=number["natural"],
        community=number["community"],
        peer=number["peer"],
        professional=number["professional"],
    )
