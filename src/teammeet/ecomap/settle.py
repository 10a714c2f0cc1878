"""Keeping places: what was on the curve stays, newcomers take free room and push their neighbours least."""

from collections.abc import Sequence
from typing import Final

from teammeet.ecomap.curve import Curve
from teammeet.ecomap.ring import Ring, hung, steps_for
from teammeet.ecomap.shapes import SIZE, Box, Node, Places

_GAP: Final = SIZE * 0.36
_NEAR: Final = 3
_FAR: Final = 6
"""No node is pushed further than the curve's length divided by this."""


def settled(nodes: Sequence[Node], stored: Places) -> Ring | None:
    """The nodes on the stored curve; None when there is no room, or they do not keep their order."""
    if stored.mode != "ring":
        return None
    before = dict(stored.slots)
    curve = Curve(stored.half_width, stored.half_height, stored.power, steps_for(len(nodes)))
    known = [node for node in nodes if node.id in before]
    known.sort(key=lambda node: before[node.id])
    table = _Table(curve)
    for node in known:
        table.append(node, round(before[node.id] * curve.steps))
    if not table.pushed(range(len(known))):
        return None
    for node in nodes:
        if node.id not in before and not table.insert(node, _places_for(node, nodes, table.nodes)):
            return None
    return hung(curve, table.nodes, [step % curve.steps for step in table.steps], (stored.width, stored.height), _GAP)


def _places_for(node: Node, nodes: Sequence[Node], placed: Sequence[Node]) -> list[int]:
    """Where in the placed order a newcomer may go: beside what it stands beside in the full order."""
    order = [other.id for other in nodes]
    there = {other.id: number for number, other in enumerate(placed)}
    own = order.index(node.id)
    before = next((there[name] for name in reversed(order[:own]) if name in there), None)
    after = next((there[name] for name in order[own + 1 :] if name in there), None)
    wanted = [] if before is None else [before + 1]
    return wanted + ([after] if after is not None and after not in wanted else []) or [0]


class _Table:
    """Nodes in cyclic order, each at a step of the curve (not reduced, so that order is plain)."""

    def __init__(self, curve: Curve) -> None:
        self.curve = curve
        self.nodes: list[Node] = []
        self.steps: list[int] = []

    def append(self, node: Node, step: int) -> None:
        """Add a node at the end of the order."""
        self.nodes.append(node)
        self.steps.append(step)

    def insert(self, node: Node, places: Sequence[int]) -> bool:
        """Put a node where it pushes the others least; False when there is no room."""
        best: tuple[int, list[Node], list[int]] | None = None
        nodes, steps = self.nodes, self.steps
        for place in places:
            for step in self._openings(place):
                self.nodes, self.steps = [*nodes[:place], node, *nodes[place:]], [*steps[:place], step, *steps[place:]]
                if self.pushed([place]):
                    kept = [*self.steps[:place], *self.steps[place + 1 :]]
                    moved = sum(abs(now - then) for now, then in zip(kept, steps, strict=True))
                    if best is None or moved < best[0]:
                        best = moved, self.nodes, self.steps
        self.nodes, self.steps = (nodes, steps) if best is None else best[1:]
        return best is not None

    def _openings(self, place: int) -> list[int]:
        """Steps to try between the neighbours of a place in the order."""
        if not self.steps:
            return [0]
        count = len(self.steps)
        low = self.steps[place - 1] - (self.curve.steps if place == 0 else 0)
        high = self.steps[place] if place < count else self.steps[0] + self.curve.steps
        return [low + round((high - low) * share / 10) for share in (5, 4, 6, 3, 7, 2, 8, 1, 9)]

    def pushed(self, fixed: Sequence[int]) -> bool:
        """Push others away from the ``fixed`` nodes until nothing touches; False when that takes too much."""
        for start in fixed:
            for turn in (1, -1):
                if not self._push(start, turn):
                    return False
        return not any(
            self._box(a).meets(self._box(a + apart), _GAP)
            for a in range(len(self.nodes))
            for apart in range(1, min(_NEAR, len(self.nodes) - 1) + 1)
            if (a + apart) % len(self.nodes) != a
        )

    def _push(self, start: int, turn: int) -> bool:
        count, limit = len(self.nodes), self.curve.steps // _FAR
        for away in range(1, count):
            here = (start + turn * away) % count
            near = [(start + turn * (away - back)) % count for back in range(1, min(away, _NEAR) + 1)]
            moved = 0
            while any(self._box(here).meets(self._box(other), _GAP) for other in near):
                self.steps[here] += turn
                moved += 1
                if moved > limit:
                    return False
            if not moved and away > 2:
                return True
        return True

    def _box(self, number: int) -> Box:
        number %= len(self.nodes)
        box = self.nodes[number].box
        return self.curve.box(self.steps[number], box.w, box.h)
