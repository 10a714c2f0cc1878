"""The order around the household: sectors by kind, life domains in them, who is tied to whom side by side."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.graph import SUPPORT_KINDS, EcomapGraph, Member, Support
from teammeet.model.domains import domain_order

SECTORS: Final = ("home", *SUPPORT_KINDS)


@dataclass(frozen=True, slots=True)
class Seat:
    """Something that has a place around the household. ``sector`` is ``home`` for other homes and who lives there."""

    id: str
    sector: str
    domain: str = ""
    item: Support | Member | None = None

    @property
    def rank(self) -> tuple[int, tuple[int, str]]:
        """The block that the seat belongs to."""
        return SECTORS.index(self.sector), domain_order(self.domain or None)


def seats(graph: EcomapGraph, middle: Sequence[str] = ()) -> tuple[Seat, ...]:
    """All that stands around the homes in the ``middle`` (the centre if none are named), in its order."""
    middle = middle or (graph.centre,)
    others = [Seat(home.id, "home") for home in graph.homes if home.id not in middle]
    around = [*others, *(seat for home in others for seat in _tied_members(graph, home.id))]
    around += [Seat(support.id, support.kind, support.domain, support) for support in graph.supports]
    order = sorted(range(len(around)), key=lambda number: (around[number].rank, number))
    return _neighbours_together(_neighbours(graph), [around[number] for number in order])


def _tied_members(graph: EcomapGraph, home: str) -> list[Seat]:
    """Members of another home to whom a tie goes: they stand beside their home."""
    tied = {tie.to for tie in graph.ties}
    return [Seat(member.id, "home", item=member) for member in graph.living_in(home) if member.id in tied]


def _neighbours(graph: EcomapGraph) -> Mapping[str, Collection[str]]:
    """Who is next to whom, each once."""
    found: dict[str, dict[str, None]] = {}
    lives = ((member.id, home) for member in graph.members for home in (member.home, *member.also_in))
    for one, other in (*lives, *((tie.support, tie.to) for tie in graph.ties)):
        found.setdefault(one, {})[other] = None
        found.setdefault(other, {})[one] = None
    return found


def _neighbours_together(neighbours: Mapping[str, Collection[str]], order: list[Seat]) -> tuple[Seat, ...]:
    """Inside each block, who is tied to something further on stands further on (one sweep by the mean place of neighbours)."""
    place = {seat.id: number for number, seat in enumerate(order)}
    pull = {seat.id: _pull(neighbours.get(seat.id, ()), seat.id, place) for seat in order}
    return tuple(sorted(order, key=lambda seat: (seat.rank, pull[seat.id], place[seat.id])))


def _pull(neighbours: Collection[str], node: str, place: Mapping[str, int]) -> float:
    """How far the neighbours lie ahead on the ring, as a share of it; 0 without any."""
    ahead = [(place[other] - place[node]) / len(place) for other in neighbours if other in place]
    turns = [(share + 0.5) % 1 - 0.5 for share in ahead]
    return round(sum(turns) / len(turns), 6) if turns else 0.0
