"""Ties in cells: side by side in a row, or upright beside each other; short, and straight to the household."""

from collections.abc import Sequence
from typing import Final

from teammeet.ecomap.cells import Grid
from teammeet.ecomap.glyphs import tie_style
from teammeet.ecomap.graph import Claim, Tie
from teammeet.ecomap.grouping import Group
from teammeet.ecomap.terminal import Scene

_MOST: Final = 2
"""So many ties of one support, and views of one tie, are drawn beside each other; more are counted."""


def lying(grid: Grid, scene: Scene, ties: Sequence[Tie], at: tuple[int, int], length: int, side: int, home: str) -> None:
    """The ties of a support in ``length`` cells of its row, from column and row ``at`` on.

    ``side`` is 1 on the right of the household, -1 on its left; ``home`` is the home whose outline they come to.
    From the household outwards: mark, line, mark, line.
    """
    parts = _parts(scene, ties, length, side, home)
    x, y = at
    for words, style in parts if side > 0 else parts[::-1]:
        grid.put(x, y, words, style)
        x += len(words)


def _parts(scene: Scene, ties: Sequence[Tie], length: int, side: int, home: str) -> list[tuple[str, str]]:
    glyphs, look = scene.look.glyphs, scene.look
    shown = _nearest_first(scene, ties, home)[:_MOST]
    more = f"+{len(ties) - len(shown)}" if len(shown) < len(ties) else ""
    room = length - len(more)
    parts: list[tuple[str, str]] = []
    for number, tie in enumerate(shown):
        mark = scene.mark(tie.to, home)
        parts.append((mark, look.of_mark(tie)))
        views = tie.views[:_MOST]
        left = room // len(shown) + (number < room % len(shown)) - len(mark) - (len(views) - 1)
        for place, view in enumerate(views):
            if place:
                parts.append((glyphs.differ, "legend"))
            drawn = glyphs.filling(view, left // len(views) + (place < left % len(views)))
            heads = (glyphs.left, glyphs.right) if side > 0 else (glyphs.right, glyphs.left)
            drawn = headed(drawn, view, *heads)
            parts.append((drawn if side > 0 else drawn[::-1], look.of_tie(tie_style(view), tie)))
    parts.append((more, "legend"))
    return parts


def _nearest_first(scene: Scene, ties: Sequence[Tie], home: str) -> list[Tie]:
    """Ties to the home itself, which have no mark, before those whose mark says where they begin."""
    return sorted(ties, key=lambda tie: bool(scene.mark(tie.to, home)))


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
    column = 0
    for tie in _nearest_first(scene, ties, home)[:_MOST]:
        mark = scene.mark(tie.to, home)
        grid.put(x + column, docks[column], mark, look.of_mark(tie))
        for view in tie.views[:_MOST]:
            here = [y for y in rows if y < docks[column]] if over else [y for y in rows if y > docks[column]]
            drawn = headed(glyphs.filling(view, len(here), upright=True), view, *heads)
            for y, letter in zip(here, drawn, strict=True):
                grid.put(x + column, y, letter, look.of_tie(tie_style(view), tie))
            column += 1
        column += max(1, len(mark) - len(tie.views[:_MOST]))
    if len(ties) > _MOST:
        grid.put(x + column, rows[len(rows) // 2], f"+{len(ties) - _MOST}", "legend")


def columns_of(scene: Scene, ties: Sequence[Tie]) -> int:
    """How many columns :func:`standing` takes."""
    taken = [max(len(tie.views[:_MOST]) + 1, len(scene.mark(tie.to))) for tie in ties[:_MOST]]
    return max(1, sum(taken) - 1 + (3 if len(ties) > _MOST else 0))
