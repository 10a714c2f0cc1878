"""How the supports are turned around two homes, so that fewest ties come in at the home that is not theirs.

The sectors keep their order. Inside a sector domains stay together; they, and the supports in them, follow the homes that
they are tied to where that lessens such ties.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product
from math import ceil
from statistics import mean
from typing import Final

from teammeet.ecomap.contour import Contour
from teammeet.ecomap.curve import Curve
from teammeet.ecomap.ring import Fit, Ring
from teammeet.ecomap.seating import CAPTION
from teammeet.ecomap.shapes import Node

_CLOSER: Final = 5
"""So many of the likely best turns are tried on the curve."""
Sides = Mapping[str, Sequence[int]]
"""For each support, the number of the home of each of its ties that belong to one of the two only."""


def turned(
    fit: Fit, scale: float, sides: Sides, domains: Mapping[str, str], tied: Sequence[tuple[str, str]]
) -> tuple[tuple[str, ...], int]:
    """The ids of the nodes in the best order, from the top clockwise, and how many of its ties are in a bad place.

    Those are the ties that come in at a wrong home, and, of the ``tied`` supports, those that do not stand side by side.
    """
    ring = fit.spread(scale)
    usual = tuple(node.id for node in fit.nodes)
    wrong = _wrong(ring, fit.contour, sides)
    fewest = wrong + _parted(usual, tied)
    if not wrong or not ring.steps:
        return usual, fewest
    blocks = _blocks(fit.nodes)
    orders = list(dict.fromkeys(_orders(blocks, sides, domains)))
    lengths = _lengths(ring)
    owners = _owners(ring, fit.contour)
    likely = sorted(
        (
            (_likely_wrong(order, lengths, owners, sides) + _parted(order, tied), min(place, len(order) - place), number, order)
            for number, (place, order) in enumerate(_starts(orders))
        ),
        key=lambda tried: tried[:3],
    )
    by_id = {node.id: node for node in fit.nodes}
    best = usual
    for _, _, _, order in likely[:_CLOSER]:
        tried = Fit([by_id[name] for name in order], fit.contour, fit.page, fit.power)
        wide = scale if tried.packed(scale, tried.gap) else scale * 1.04
        if not tried.packed(wide, tried.gap):
            continue
        bad = _wrong(tried.spread(wide), fit.contour, sides) + _parted(order, tied)
        if bad < fewest:
            best, fewest = order, bad
    return best, fewest


def _wrong(ring: Ring, contour: Contour, sides: Sides) -> int:
    """How many ties come in at the home that is not theirs."""
    owners = {name: contour.owner(contour.angle(ring.starts[name])) for name in sides}
    return sum(side != owners[name] for name, wanted in sides.items() for side in wanted)


def _parted(order: Sequence[str], tied: Sequence[tuple[str, str]]) -> int:
    """How many ties between supports have something else between their ends."""
    seated = [name for name in order if not name.startswith(CAPTION)]
    place = {name: number for number, name in enumerate(seated)}
    return sum((place[one] - place[other]) % len(seated) not in (1, len(seated) - 1) for one, other in tied)


def _owners(ring: Ring, contour: Contour) -> list[int]:
    """The home that lies before each step of the curve."""
    curve = Curve(*ring.half, ring.power, ring.count)
    return [contour.owner(contour.angle(curve.point(step))) for step in range(ring.count)]


def _lengths(ring: Ring) -> dict[str, float]:
    """The share of the curve that each node takes, up to half-way to its neighbours."""
    steps, count = ring.steps, len(ring.steps)
    return {
        node.id: ((steps[(place + 1) % count] - steps[place - 1]) % ring.count or ring.count) / 2 / ring.count
        for place, node in enumerate(ring.nodes)
    }


def _likely_wrong(order: Sequence[str], lengths: Mapping[str, float], owners: Sequence[int], sides: Sides) -> int:
    ends = accumulate(lengths[name] for name in order)
    first = lengths[order[0]] / 2
    places = ((name, (end - lengths[name] / 2 - first) % 1) for name, end in zip(order, ends, strict=True))
    at = ((name, owners[int(place * len(owners)) % len(owners)]) for name, place in places)
    return sum(side != owner for name, owner in at for side in sides.get(name, ()))


def _blocks(nodes: Sequence[Node]) -> list[list[str]]:
    """The sectors, each with its caption first."""
    blocks: list[list[str]] = []
    for node in nodes:
        if node.form == "caption" or not blocks:
            blocks.append([])
        blocks[-1].append(node.id)
    return blocks


def _orders(blocks: Sequence[Sequence[str]], sides: Sides, domains: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The sectors in their order, each as it is, or with those of one home first, or those of the other."""
    ways = [(tuple(block), _by_home(block, sides, domains, 1), _by_home(block, sides, domains, -1)) for block in blocks]
    for chosen in product(*(dict.fromkeys(way) for way in ways)):
        yield tuple(name for block in chosen for name in block)


def _by_home(block: Sequence[str], sides: Sides, domains: Mapping[str, str], turn: int) -> tuple[str, ...]:
    head = [name for name in block[:1] if name not in domains]
    rest = block[len(head) :]
    pull = {name: mean(sides[name]) if sides.get(name) else 0.5 for name in rest}
    together = {domains[own]: mean(pull[name] for name in rest if domains[name] == domains[own]) for own in rest}
    place = {name: number for number, name in enumerate(rest)}
    first = {domain: next(number for number, name in enumerate(rest) if domains[name] == domain) for domain in together}

    def key(name: str) -> tuple[float, int, float, int]:
        domain = domains[name]
        return turn * together[domain], first[domain], turn * pull[name], place[name]

    return (*head, *sorted(rest, key=key))


def _starts(orders: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The orders begun anywhere but right after a caption; with many, at every second or third place."""
    for order in orders:
        for place in range(0, len(order), ceil(len(order) / 40)):
            if place == 0 or not order[place - 1].startswith(CAPTION):
                yield place, (*order[place:], *order[:place])
