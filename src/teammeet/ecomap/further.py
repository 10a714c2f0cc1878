"""A home that does not stand in the middle, in cells: one place around the household, which lists who lives there."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Grid
from teammeet.ecomap.glyphs import CHANGE_SIGNS, Glyphs, person_form
from teammeet.ecomap.graph import ABSENT, EcomapGraph, Member, telling

if TYPE_CHECKING:
    from teammeet.ecomap.order import Seat
    from teammeet.ecomap.terminal import Scene

_MOST: Final = 5
"""So many people are named; of more, the first of them, and how many others there are."""


def living_at(graph: EcomapGraph, home: str) -> tuple[Member, ...]:
    """Who lives in a home, also when another home is theirs too."""
    return tuple(member for member in graph.members if home in member.homes and member.change != ABSENT)


def called(member: Member, glyphs: Glyphs) -> str:
    """A name in such a list: with its mark where the name does not begin with it, and a sign for who is no plain person."""
    form = person_form(member)
    sign = CHANGE_SIGNS.get(member.change, "")
    own = "" if telling(member.name).casefold().startswith(member.mark.casefold()) else member.mark
    person = member.name if form == "person" else glyphs.people[form] + member.name
    return " ".join(part for part in (sign, own, person) if part)


def people_in(graph: EcomapGraph, home: str, glyphs: Glyphs) -> str:
    """The names of who lives in a home, as a list; empty where nobody does."""
    there = living_at(graph, home)
    shown = there if len(there) <= _MOST else there[: _MOST - 1]
    more = [f"+{len(there) - len(shown)}"] if len(shown) < len(there) else []
    return ", ".join([*(called(member, glyphs) for member in shown), *more])


def put_label(grid: Grid, scene: "Scene", seat: "Seat", x: int, y: int, rows: Sequence[str], number: int) -> None:
    """One of the ``rows`` of a label; in the list of a home each person whose name is whole can be pointed at."""
    look, base, row = scene.look, f"kind-{seat.sector}", rows[number]
    if seat.item is not None or scene.group(seat) is not None:
        grid.put(x, y, row, look.style(base, seat.id), seat.id)
        return
    there = living_at(scene.graph, seat.id)
    cut = [each.id for each in there if not any(called(each, look.glyphs) in words for words in rows)]
    for words, member in _parts(row, there, look.glyphs):
        if member is None:
            grid.put(x, y, words, look.style(base, seat.id, *cut), seat.id if cell_len(words) > len(", ") else "")
        else:
            belongs = (member.id, seat.id) if look.selected == seat.id else (member.id,)
            inside = any(home.id in member.homes for home in scene.homes)
            grid.put(x, y, words, look.style(base, *belongs), "" if inside else member.id)
        x += cell_len(words)


def _parts(row: str, there: tuple[Member, ...], glyphs: Glyphs) -> Iterator[tuple[str, Member | None]]:
    """The row cut into what is a person's name and what is not."""
    at = row.find(": ") + 1
    done = 0
    for member in there:
        name = called(member, glyphs)
        found = row.find(name, max(at, done)) if name else -1
        if found >= 0:
            if found > done:
                yield row[done:found], None
            yield row[found : found + len(name)], member
            done = found + len(name)
    if done < len(row):
        yield row[done:], None
