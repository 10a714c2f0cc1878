"""What stands in the household's outline in cells: one home or two, who lives there, and between two who lives in both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Grid
from teammeet.ecomap.graph import Home, Member
from teammeet.ecomap.names import abbreviated
from teammeet.ecomap.rim import Rim, draw
from teammeet.ecomap.terminal import Scene
from teammeet.messages import text

NOWHERE: Final = "-"
"""The line between two homes: a tie that comes to it says with a mark with whom it is."""


_NARROW: Final = 1.5
"""How much wider an oval is in its middle than where a home's name stands in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows, from ``first`` to ``last``, at whose ends a tie comes to ``home``."""

    home: str
    first: int
    last: int


def home_at(parts: Sequence[Part], y: int) -> str:
    """The home to whose outline a tie comes in row ``y``; no home's on the line between two."""
    return next((part.home for part in parts if part.first <= y <= part.last), NOWHERE)


def home_words(scene: Scene, home: Home) -> str:
    """A home's name, what kind of home it is where it is no plain one, and its mark where there are two."""
    name = home.name or (scene.graph.title if home.id == scene.graph.centre else "")
    kind = "" if home.kind == "home" else text(f"ecomap.home.{home.kind}", scene.look.language)
    if kind and kind.casefold() not in name.casefold():
        name = f"{name}, {kind}" if name else kind
    return f"{scene.house(home.id)} {name}" if len(scene.homes) > 1 else name


def needed(scene: Scene, *, oval: bool = False) -> tuple[int, int]:
    """The cells across, and the rows, that the names of the homes and of those in them take.

    In an oval the homes' names stand where it is narrow: it must be wider for them.
    """
    titles = max(cell_len(home_words(scene, home)) for home in scene.homes)
    members = [*scene.in_both(), *(member for home in scene.homes for member in scene.only_in(home.id))]
    widest = max((cell_len(scene.member_words(member)) for member in members), default=8)
    return max(widest, round(titles * _NARROW) if oval else titles), len(scene.homes) + len(members)


def draw_middle(grid: Grid, scene: Scene, rim: Rim, *, titles_inside: bool) -> tuple[Part, ...]:
    """The outline with all that is in it; which rows belong to which home."""
    draw(grid, rim, scene.look.glyphs, scene.look.style("household", *(home.id for home in scene.homes)))
    first, last = scene.homes[0], scene.homes[-1]
    _title(grid, scene, rim, first, rim.top + titles_inside)
    if len(scene.homes) == 1:
        _members(grid, scene, rim, scene.only_in(first.id), (rim.top + 1 + titles_inside, rim.bottom - 1))
        return (Part(first.id, rim.top, rim.bottom),)
    _title(grid, scene, rim, last, rim.bottom - titles_inside)
    between = max(1, len(scene.in_both()))
    at = _parted(scene, rim, between)
    _between(grid, scene, rim, at)
    _members(grid, scene, rim, scene.only_in(first.id), (rim.top + 1 + titles_inside, at - 1))
    _members(grid, scene, rim, scene.only_in(last.id), (at + between, rim.bottom - 1 - titles_inside))
    return Part(first.id, rim.top, at - 1), Part(last.id, at + between, rim.bottom)


def _parted(scene: Scene, rim: Rim, between: int) -> int:
    """The row of the line between two homes: each has room by the people in it."""
    one, other = (1 + len(scene.only_in(home.id)) for home in scene.homes)
    room = rim.high - 2 - between
    share = round(room * one / (one + other))
    return rim.top + 1 + max(min(1, room), min(room - 1, share))


def _between(grid: Grid, scene: Scene, rim: Rim, at: int) -> None:
    glyphs, look = scene.look.glyphs, scene.look
    both: Sequence[Member | None] = scene.in_both() or (None,)
    for y, member in enumerate(both, at):
        if not rim.top < y < rim.bottom:
            continue
        start, end = rim.ends(y)
        style = look.style("household", *(home.id for home in scene.homes))
        grid.put(start, y, glyphs.forks[0] + glyphs.flat * (end - start - 1) + glyphs.forks[1], style)
        if member is not None:
            words = scene.member_words(member)
            aged = words if member.age is None else f"{words} {member.age}"
            words = abbreviated(aged if cell_len(aged) <= end - start - 5 else words, max(1, end - start - 5), glyphs.more)
            x = (start + end + 1 - cell_len(words)) // 2
            grid.put(x - 1, y, f" {words} ", style)
            grid.put(x, y, words, look.style("member", member.id), member.id)


def _title(grid: Grid, scene: Scene, rim: Rim, home: Home, y: int) -> None:
    words = home_words(scene, home)
    if not words or not rim.top <= y <= rim.bottom:
        return
    on_line = y in (rim.top, rim.bottom)
    start, end = rim.ends(y) if on_line else rim.inside(y)
    words = abbreviated(words, max(0, end - start - (5 if on_line else 3)), scene.look.glyphs.more)
    x = start + 3 if on_line else (start + end + 1 - cell_len(words)) // 2
    if words:
        grid.put(x - 1, y, f" {words} ", scene.look.style("title", home.id))
        grid.put(x, y, words, scene.look.style("title", home.id), home.id)


def _members(grid: Grid, scene: Scene, rim: Rim, members: Sequence[Member], rows: tuple[int, int]) -> None:
    """The members one under another, with a row between them where there is room."""
    room = rows[1] - rows[0] + 1
    apart = 2 if 2 * len(members) - 1 <= room else 1
    shown = members if len(members) <= room else members[: max(0, room - 1)]
    y = rows[0] + max(0, (room - apart * len(shown) + apart - 1) // 2)
    places = [(member, y + apart * number, rim.inside(y + apart * number)) for number, member in enumerate(shown)]
    inside = min((end - start - 3 for _, _, (start, end) in places), default=0)
    words = {member.id: scene.member_words(member) for member in shown}
    aged = {member.id: f"{words[member.id]} {member.age}" for member in shown if member.age is not None}
    if max(map(cell_len, aged.values()), default=0) <= inside:
        words |= aged
    widest = max(map(cell_len, words.values()), default=0)
    for member, row, (start, end) in places:
        short = abbreviated(words[member.id], max(0, end - start - 3), scene.look.glyphs.more)
        x = max(start + 2, (start + end + 1 - widest) // 2)
        grid.put(x, row, short, scene.look.style("member", member.id), member.id)
    if len(shown) < len(members) and room > 0:
        grid.put(rim.ends(rows[1])[0] + 2, rows[1], f"+{len(members) - len(shown)}", "legend")
