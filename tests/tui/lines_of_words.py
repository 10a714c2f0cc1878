"""Families whose plan is drawn by chance, and what the tests of joined, cut and moved lines ask of them."""

from collections.abc import Iterator

from hypothesis import strategies as st
from tests.model.drawn import families
from tests.tui.meeting_scenes import TEN

from teammeet.model.family import Family
from teammeet.model.family_file import read_family, write_family
from teammeet.model.readers import Reader, agency, somebody
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import references
from teammeet.model.values import Item, Words
from teammeet.tui.meeting.same_kind import SPOKEN, Spoken

LISTS = ("strengths", "worries", "needs", "outcomes", "readings", "options", "strategies", "tasks", "transition", "parked")
OTHERS = [name for name in LIST_OF.values() if name not in LISTS and name not in ("header", "editions", "people", "supports")]


def spoken(family: Family) -> list[Spoken]:
    return [item for item in family.items() if isinstance(item, SPOKEN)]


def said_in(item: Item | None) -> Iterator[str]:
    """Every text that people said in an item."""
    assert item is not None
    for name in type(item).model_fields:
        held = getattr(item, name)
        if isinstance(held, Words):
            yield from (text for text in (held.text, held.reworded, *(told.text for told in held.translations)) if text)
        elif name in ("setting", "baseline", "target", "measure", "note", "scope", "amount", "frequency", "provider") and held:
            yield held


def lead_somewhere(family: Family) -> bool:
    known = {item.id for item in family.items()}
    return all(named in known for item in family.items() for _, named, _ in references(item))


def is_right(family: Family) -> bool:
    """Whether the family can be written and read again as it is: a strict check of every field and every reference."""
    return lead_somewhere(family) and write_family(read_family(write_family(family).encode())) == write_family(family)


def readers(family: Family) -> list[Reader]:
    day = TEN.date()
    return [agency(day), *(somebody(family, who.id, day) for who in (*family.people, *family.supports))]


def ranks(family: Family) -> list[str]:
    return [need.id for need in sorted(family.needs, key=lambda need: need.rank or 0) if need.rank]


@st.composite
def plans(draw: st.DrawFn) -> Family:
    """Families of which most is lines of the plan, two or more of the chosen kinds."""
    return draw(families(without=OTHERS, most=10))
