"""Keeping places: what was on the curve stays, newcomers take free room and push their neighbours least."""

from collections.abc import Mapping, Sequence
from typing import Final

from teammeet.ecomap.curve import Curve
from teammeet.ecomap.ring import Ring, hung, steps_for
from teammeet.ecomap.shapes import SIZE, Node, Places

_GAP: Final = SIZE * 0.36
_NEAR: Final = 3
_FAR: Final = 6
"""No node is pushed further than the curve's length divided by this."""
_PLACES: Final = 3
"""So many places between neighbours are tried, the roomiest first, each with these shares of the way between them."""
_SHARES: Final = (0.5, 0.4, 0.6, 0.3, 0.7)


def settled(nodes: Sequence[Node], stored: Places, ranks: Mapping[str, object]) -> Ring | None:
    """The nodes on the stored curve; None when there is no room. ``ranks`` say which nodes belong together."""
    if stored.mode != "ring":
        return None
    before = dict(stored.slots)
    curve = Curve(stored.half_width, stored.half_height, stored.power, steps_for(len(nodes)))
    known = sorted((node for node in nodes if node.id in before), key=lambda node: before[node.id])
    table = _Table(curve, known, [round(before[node.id] * curve.steps) for node in known])
    for start in range(len(known)):
        if not table.pushed(start):
            return None
    for node in nodes:
        if node.id not in before:
            wider = table.with_newcomer(node, _places_for(node, nodes, table.nodes, ranks))
            if wider is None:
                return None
            table = wider
    if not table.free:
        return None
    steps = [step % curve.steps for step in table.steps]
    return hung(curve, table.nodes, steps, (stored.width, stored.height), _GAP)


def _places_for(node: Node, nodes: Sequence[Node], placed: Sequence[Node], ranks: Mapping[str, object]) -> list[int]:
    """Where in the placed order a newcomer may go: beside any of its own block, else where the full order has it."""
    count = len(placed)
    own = ranks.get(node.id)
    beside = [
        place
        for place in range(1, count + 1)
        if own is not None and own in (ranks.get(placed[place - 1].id), ranks.get(placed[place % count].id))
    ]
    if beside:
        return beside
    there = {other.id: number for number, other in enumerate(placed)}
    order = [other.id for other in nodes]
    before = [there[name] + 1 for name in order[: order.index(node.id)] if name in there]
    return before[-1:] or [0]


class _Table:
    """Nodes in cyclic order, each at a step of the curve (not reduced to one turn, so that their order is plain)."""

    def __init__(self, curve: Curve, nodes: Sequence[Node], steps: Sequence[int]) -> None:
        self.curve, self.nodes, self.steps = curve, list(nodes), list(steps)

    def with_newcomer(self, node: Node, places: Sequence[int]) -> "_Table | None":
        """The table with a node where it pushes the others least; None when there is no room."""
        best: tuple[int, _Table] | None = None
        for place in sorted(places, key=lambda place: (-self._room(place), place))[:_PLACES]:
            low, room = self._low(place), self._room(place)
            for share in _SHARES:
                steps = [*self.steps[:place], low + round(room * share), *self.steps[place:]]
                tried = _Table(self.curve, [*self.nodes[:place], node, *self.nodes[place:]], steps)
                if not tried.pushed(place):
                    continue
                kept = [*tried.steps[:place], *tried.steps[place + 1 :]]
                moved = sum(abs(now - then) for now, then in zip(kept, self.steps, strict=True))
                if best is None or moved < best[0]:
                    best = moved, tried
        return best[1] if best else None

    def _low(self, place: int) -> int:
        """The step of the node before a place in the order."""
        if not self.steps:
            return 0
        return self.steps[place - 1] - (self.curve.steps if place == 0 else 0)

    def _room(self, place: int) -> int:
        """The steps between the neighbours of a place."""
        if not self.steps:
            return self.curve.steps
        high = self.steps[place] if place < len(self.steps) else self.steps[0] + self.curve.steps
        return high - self._low(place)

    @property
    def free(self) -> bool:
        """Whether nothing touches."""
        count = len(self.nodes)
        return not any(
            self._touch(one, (one + apart) % count)
            for one in range(count)
            for apart in range(1, min(_NEAR, count - 1) + 1)
            if (one + apart) % count != one
        )

    def pushed(self, start: int) -> bool:
        """Push others away from the node at ``start`` to both sides until nothing touches; False when that takes too much."""
        return self._push(start, 1) and self._push(start, -1)

    def _push(self, start: int, turn: int) -> bool:
        count, limit = len(self.nodes), self.curve.steps // _FAR
        for away in range(1, count):
            here = (start + turn * away) % count
            near = [(start + turn * (away - back)) % count for back in range(1, min(away, _NEAR) + 1)]
            moved = 0
            while any(self._touch(here, other) for other in near):
                self.steps[here] += turn
                moved += 1
                if moved > limit:
                    return False
            if not moved and away >= _NEAR:
                return True
        return True

    def _touch(self, one: int, other: int) -> bool:
        a, b = self.nodes[one].box, self.nodes[other].box
        ax, ay = self.curve.hung(self.steps[one], a.w, a.h)
        bx, by = self.curve.hung(self.steps[other], b.w, b.h)
        return abs(ax - bx) < (a.w + b.w) / 2 + _GAP and abs(ay - by) < (a.h + b.h) / 2 + _GAP
