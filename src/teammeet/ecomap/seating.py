"""What stands around the household, as nodes with their names set, not yet placed."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from teammeet.ecomap.change_marks import MARKED, change_words
from teammeet.ecomap.graph import ABSENT, EcomapGraph, Home, Member, Support
from teammeet.ecomap.grouping import Group
from teammeet.ecomap.household import SMALL, member_node
from teammeet.ecomap.order import Seat
from teammeet.ecomap.shapes import SIZE, Box, Label, Measure, Node
from teammeet.ecomap.wrap import balanced, label_at, stacked
from teammeet.messages import count, text

CAPTION: Final = "caption:"
"""What the id of a sector's caption begins with; the sector follows."""
_SIDE_ROOM: Final = {"formal": 0.7, "community": 1.15, "natural": 1.0, "peer": 0.9, "home": 1.0}


def domain_name(domain: str, language: str) -> str:
    """A life domain in words; one that the catalogue does not know, by its own name."""
    from teammeet.messages import UnknownMessage

    if domain in ("", "+"):
        return text("ecomap.domain.several" if domain else "ecomap.domain.none", language)
    try:
        return text(f"model.domain.{domain}", language)
    except UnknownMessage:
        return domain.replace("_", " ").replace("-", " ")


def standing(
    graph: EcomapGraph, order: Sequence[Seat], found: Sequence[Group], measure: Measure, width: float, language: str
) -> tuple[Node, ...]:
    """The nodes in their order, a caption before each sector; names no wider than ``width`` where that is possible."""
    by_id = {group.id: group for group in found}
    homes = {home.id: home for home in graph.homes}
    tight = len(order) > 30
    nodes: list[Node] = []
    sector = "home"
    for seat in order:
        if seat.sector != sector:
            sector = seat.sector
            nodes.append(caption(sector, measure, width, language))
        setter = partial(_boxed, measure=measure, width=width, tight=tight)
        if seat.id in by_id:
            nodes.append(_group_node(by_id[seat.id], setter, language))
        elif isinstance(seat.item, Support):
            nodes.append(_support_node(seat.item, setter, language))
        elif isinstance(seat.item, Member):
            nodes.append(_elsewhere(seat.item, homes, setter, measure, language))
        else:
            nodes.append(_home_node(homes[seat.id], graph, order, setter, language))
    return tuple(nodes)


def caption(sector: str, measure: Measure, width: float, language: str) -> Node:
    """The heading of a sector, which takes a place of its own on the curve."""
    size = SIZE * 0.95
    lines = balanced(text(f"ecomap.sector.{sector}", language), measure, width, size, True)
    placed, wide, high = stacked((label_at(lines, measure, size, True),))
    return Node(f"{CAPTION}{sector}", "caption", Box(0, 0, wide, high), placed, " ".join(lines), status=sector)


Setter = Callable[[str, str, str, Sequence[str]], Node]


def _boxed(
    node: str, form: str, name: str, second: Sequence[str], *, measure: Measure, width: float, tight: bool,
    status: str = "active", bold: bool = False,
) -> Node:  # fmt: skip
    """A node as large as its name and second lines, centred on (0, 0)."""
    labels: list[Label] = [label_at(balanced(name, measure, width, SIZE, bold), measure, SIZE, bold)]
    labels += [label_at(balanced(line, measure, width, SMALL), measure, SMALL) for line in second if line]
    placed, wide, high = stacked(tuple(label for label in labels if label.lines))
    side = SIZE * _SIDE_ROOM[form]
    box = Box(0, 0, max(wide + 2 * side, SIZE * 3), high + SIZE * (0.55 if tight else 0.9))
    return Node(node, form, box, placed, name, status=status)


def _support_node(support: Support, setter: "partial[Node]", language: str) -> Node:
    name = support.name or text("ecomap.unnamed.support", language)
    status = "" if support.status == "active" else text(f"ecomap.status.{support.status}", language)
    mark = change_words(support.change, language)
    shown = "went" if support.change == "went" else support.status
    return setter(support.id, support.kind, name, (*support.people, status, mark), status=shown)


def counted_supports(group: Group, language: str) -> str:
    """How many supports a group has now, with how many of them have ended or are only possible."""
    return " ".join(line for line in _counted(group, language) if line)


def _counted(group: Group, language: str) -> tuple[str, str]:
    there = [support.status for support in group.supports if support.change not in ("went", ABSENT)]
    apart = [(status, there.count(status)) for status in ("ended", "possible")]
    said = ", ".join(count(f"ecomap.group.{status}", number, language) for status, number in apart if number)
    return count("ecomap.group.supports", len(there), language), f"({said})" if said else ""


def _group_node(group: Group, setter: "partial[Node]", language: str) -> Node:
    changes = Counter(support.change for support in group.supports)
    became = ", ".join(count(f"change.count.{what}", changes[what], language) for what in MARKED if changes[what])
    kinds = ", ".join(count(f"ecomap.counted-ties.{kind}", number, language) for kind, number in group.kinds)
    return setter(
        group.id, group.kind, domain_name(group.domain, language), (*_counted(group, language), kinds, became), bold=True
    )


def _home_node(home: Home, graph: EcomapGraph, order: Sequence[Seat], setter: "partial[Node]", language: str) -> Node:
    seated = {seat.id for seat in order}
    kind = text(f"ecomap.home.{home.kind}", language)
    name = home.name or (text("ecomap.unnamed.home", language) if home.id else text("ecomap.unnamed.no-home", language))
    people = [member.name for member in graph.living_in(home.id) if member.id not in seated]
    second = (kind if home.kind != "home" and kind.casefold() not in name.casefold() else "", *people)
    return setter(home.id, "home", f"{graph.home_mark(home.id)} {name}", second, bold=True)


def _elsewhere(member: Member, homes: dict[str, Home], setter: "partial[Node]", measure: Measure, language: str) -> Node:
    """A member of another home, who stands alone because a tie goes to them."""
    home = homes[member.home].name if member.home in homes else ""
    node = member_node(member, measure, language)
    second = [line for label in node.labels[1:] for line in label.lines]
    where = text("ecomap.lives-in", language, home=home) if home else ""
    name = " ".join(node.labels[0].lines) if node.form == "deceased" else member.name
    return setter(member.id, "home", name, (*second, where))
