"""Ties in cells: side by side in a row, or upright beside each other; short, and straight to the household."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.cells import Grid
from teammeet.ecomap.glyphs import tie_style
from teammeet.ecomap.graph import Claim, Tie
from teammeet.ecomap.grouping import Group
from teammeet.ecomap.terminal import Scene

_MOST: Final = 2
"""So many ties of one support, and views of one tie, are drawn beside each other; more are counted."""
_HARD: Final = frozenset({"stressful", "cut_off"})
"""Kinds that are drawn before others where not all find room."""
_WAYS: Final = ((2, 2), (2, 1), (1, 2), (1, 1))
"""How many ties, and views of each, are tried in a row, until each has two cells."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tie as it is drawn: some of its ``views``, and how many ``more`` there are."""

    tie: Tie
    views: tuple[Claim, ...]
    more: int

    @classmethod
    def of(cls, tie: Tie, most: int = _MOST) -> "Drawn":
        """With so many views: the hard ones first, then those that say a kind."""
        ranked = sorted(tie.views, key=lambda view: (not _HARD.intersection(view.kinds), not view.kinds))[:most]
        return cls(tie, tuple(view for view in tie.views if view in ranked), len(tie.views) - len(ranked))

    def aside(self, scene: Scene, home: str) -> int:
        """The cells of a row that its mark, the signs between its lines and the count of others take."""
        counted = len(f"+{self.more}") + 1 if self.more else 0
        return len(scene.mark(self.tie.to, home)) + len(self.views) - 1 + counted


def drawn_of(scene: Scene, ties: Sequence[Tie], home: str, most: int = _MOST, views: int = _MOST) -> list[Drawn]:
    """The ties that are drawn, the hard ones among them; those to the home itself, which have no mark, stand first."""
    ranked = sorted(ties, key=lambda tie: not any(_HARD.intersection(view.kinds) for view in tie.views))[:most]
    shown = sorted((tie for tie in ties if tie in ranked), key=lambda tie: bool(scene.mark(tie.to, home)))
    return [Drawn.of(tie, views) for tie in shown]


def needed_cells(scene: Scene, ties: Sequence[Tie]) -> int:
    """The cells in which the ties of a support can be read side by side."""
    shown = drawn_of(scene, ties, "")
    return sum(_least(view) for drawn in shown for view in drawn.views) + _aside(scene, shown, ties, "")


def _aside(scene: Scene, shown: Sequence[Drawn], ties: Sequence[Tie], home: str) -> int:
    """The cells of a row that are not for lines: a blank between two ties, marks and counts."""
    more = len(f" +{len(ties) - len(shown)}") if len(shown) < len(ties) else 0
    return sum(drawn.aside(scene, home) for drawn in shown) + max(0, len(shown) - 1) + more


def _least(view: Claim) -> int:
    """The cells in which a line can be read, with its heads."""
    body = 2 if len(view.kinds) > 1 or "cut_off" in view.kinds else 1
    return max(2, body + {"none": 0, "both": 2}.get(view.flow, 1))


def lying(grid: Grid, scene: Scene, ties: Sequence[Tie], at: tuple[int, int], length: int, side: int, home: str) -> None:
    """The ties of a support in ``length`` cells of its row, from column and row ``at`` on.

    ``side`` is 1 on the right of the household, -1 on its left; ``home`` is the home whose outline they come to.
    From the household outwards: mark, line, a blank, mark, line.
    """
    parts = _parts(scene, ties, length, side, home)
    x, y = at
    for words, style in parts if side > 0 else parts[::-1]:
        grid.put(x, y, words, style)
        x += len(words)


def _parts(scene: Scene, ties: Sequence[Tie], length: int, side: int, home: str) -> list[tuple[str, str]]:
    look = scene.look
    shown = _fitting(scene, ties, length, home)
    views = [view for drawn in shown for view in drawn.views]
    lengths = iter(_shared(views, max(0, length - _aside(scene, shown, ties, home))))
    parts: list[tuple[str, str]] = []
    for number, drawn in enumerate(shown):
        parts += [(" ", "")] * bool(number)
        parts.append((scene.mark(drawn.tie.to, home), look.of_mark(drawn.tie)))
        for place, view in enumerate(drawn.views):
            parts += [(look.glyphs.differ, "legend")] * bool(place)
            parts.append((_line(scene, view, next(lengths), side), look.of_tie(tie_style(view), drawn.tie)))
        if drawn.more:
            parts += [(look.glyphs.differ, "legend"), (f"+{drawn.more}", "legend")]
    if len(shown) < len(ties):
        parts += [(" ", ""), (f"+{len(ties) - len(shown)}", "legend")]
    return parts


def _fitting(scene: Scene, ties: Sequence[Tie], length: int, home: str) -> list[Drawn]:
    """As many ties and views as leave each line two cells; one at least."""
    shown: list[Drawn] = []
    for most, views in _WAYS:
        shown = drawn_of(scene, ties, home, most, views)
        if 2 * sum(len(drawn.views) for drawn in shown) <= length - _aside(scene, shown, ties, home):
            break
    return shown


def _shared(views: Sequence[Claim], room: int) -> list[int]:
    """How long each line is: as long as it takes to be read, and what is left over to all alike."""
    least = [_least(view) for view in views]
    if sum(least) > room:
        least = [0] * len(views)
    spare = room - sum(least)
    return [each + spare // len(views) + (place < spare % len(views)) for place, each in enumerate(least)]


def _line(scene: Scene, view: Claim, length: int, side: int) -> str:
    glyphs = scene.look.glyphs
    heads = (glyphs.left, glyphs.right) if side > 0 else (glyphs.right, glyphs.left)
    drawn = headed(glyphs.filling(view, length), view, *heads)
    return drawn if side > 0 else drawn[::-1]


def counts(scene: Scene, group: Group) -> list[tuple[str, str]]:
    """How many ties of each kind go out from supports that stand as one, and their styles."""
    return [
        (f"{number}{scene.look.glyphs.sample(kind)}", scene.look.style(f"tie-{kind}", group.id)) for kind, number in group.kinds
    ]


def cells_of_counts(scene: Scene, group: Group) -> int:
    """The cells that those numbers take, with a blank around each."""
    return sum(len(words) + 1 for words, _ in counts(scene, group)) + 1


def counted(grid: Grid, scene: Scene, group: Group, at: tuple[int, int], length: int, side: int) -> None:
    """Those numbers side by side in ``length`` cells, at the household's end of them."""
    found = counts(scene, group)
    x = at[0] + 1 if side > 0 else at[0] + length - cells_of_counts(scene, group) + 1
    for words, style in found if side > 0 else found[::-1]:
        grid.put(x, at[1], words, style)
        x += len(words) + 1


def headed(drawn: str, view: Claim, towards: str, away: str) -> str:
    """A line that begins at the household, with its arrow heads: ``towards`` it and ``away`` from it."""
    if view.flow in ("to", "both") and drawn:
        drawn = towards + drawn[1:]
    if view.flow in ("from", "both") and drawn:
        drawn = drawn[:-1] + away
    return drawn


def standing(
    grid: Grid, scene: Scene, ties: Sequence[Tie], x: int, rows: Sequence[int], docks: Sequence[int], home: str
) -> None:
    """The ties of a support upright in columns from ``x`` on; ``rows`` lead away from the household.

    ``docks`` are the rows of its outline in those columns: there stands who the tie is with, when it is not all the home.
    """
    glyphs, look = scene.look.glyphs, scene.look
    over = rows[-1] < rows[0]
    heads = (glyphs.down, glyphs.up) if over else (glyphs.up, glyphs.down)
    shown, at, middle = drawn_of(scene, ties, home), x, rows[len(rows) // 2]
    for drawn in shown:
        mark = scene.mark(drawn.tie.to, home)
        first = at
        grid.put(at, docks[at - x], mark, look.of_mark(drawn.tie))
        for view in drawn.views:
            here = [y for y in rows if y < docks[at - x]] if over else [y for y in rows if y > docks[at - x]]
            line = headed(glyphs.filling(view, len(here), upright=True), view, *heads)
            for y, letter in zip(here, line, strict=True):
                grid.put(at, y, letter, look.of_tie(tie_style(view), drawn.tie))
            at += 1
        if drawn.more:
            grid.put(at, middle, f"{glyphs.differ}+{drawn.more}", "legend")
            at += len(f"{glyphs.differ}+{drawn.more}")
        at = max(at + 1, first + len(mark))
    if len(ties) > len(shown):
        grid.put(at, middle, f"+{len(ties) - len(shown)}", "legend")


def columns_of(scene: Scene, ties: Sequence[Tie]) -> int:
    """How many columns :func:`standing` takes."""
    taken = 0
    for drawn in drawn_of(scene, ties, ""):
        lines = len(drawn.views) + (len(f"+{drawn.more}") + 1 if drawn.more else 0)
        taken += max(lines + 1, len(scene.mark(drawn.tie.to)))
    return max(1, taken - 1 + (3 if len(ties) > _MOST else 0))
