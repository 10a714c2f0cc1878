"""A line that belongs to another step: a strength that was really a need, an option that is a task, a line that was parked.

Words, whose they are, who said them, who may see them, days and links go along where the other kind has a place for them.
People's words that have no place there, and lines that cannot be without this one, keep it where it is. A mark that the other
kind does not have (the family's rank, a state) goes, and that is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Parked
from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task, TransitionStep, Worry
from teammeet.model.pruning import pruned
from teammeet.model.removal import without
from teammeet.model.shapes import shape_of
from teammeet.model.values import Item, new_id
from teammeet.tui.meeting.ranks import counted_anew, ranked
from teammeet.tui.meeting.same_kind import SPOKEN, WHO_MAY_SEE, Spoken

KINDS: Final[Mapping[str, type[Spoken]]] = {
    "strengths": Strength,
    "worries": Worry,
    "needs": Need,
    "outcomes": Outcome,
    "options": Option,
    "tasks": Task,
    "transition": TransitionStep,
    "parked": Parked,
}
"""Where a line can go, by the list that it then stands in."""
_TEXTS: Final = frozenset(
    {"setting", "baseline", "target", "measure", "note", "scope", "amount", "frequency", "duration", "provider"}
)
"""Fields that hold people's words: a line that has one stays unless the other kind has it too."""
_ALIKE: Final = frozenset({"whose", "domain", "said_by", "due", "due_said", "outcome", "note", "carried_by"})
"""Fields that mean the same in every kind that has them."""
_LINKS: Final = frozenset({"need", "needs"})
_GOES_UNSAID: Final = frozenset({"id", "position", "meeting", "due_said", "status_on", "moved_from", "source"})
"""What only makes sense where the line was, and is missed by nobody."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The edits that move a line, as one change, and the id of the line there. ``left`` are fields that could not go along.

    Without edits the line stays: ``left`` are then the fields, and ``leaning`` the items, that keep it.
    """

    edits: tuple[Edit, ...] = ()
    id: str = ""
    left: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()


def moved_to(family: Family, item_id: str, kind: str, meeting: str | None = None) -> Moved:
    """The line ``item_id`` as one of the list ``kind`` (of :data:`KINDS`), in the meeting with that id where that matters."""
    item = family.get(item_id)
    if not isinstance(item, SPOKEN) or type(item) is KINDS[kind]:
        return Moved()
    lost = tuple(_not_carried(item, KINDS[kind]))
    words_lost = tuple(name for name in lost if name in _TEXTS)
    leaning = tuple(one.id for one in family.items() if _cannot_be_without(one, item_id))
    if words_lost or leaning:
        return Moved(left=words_lost, leaning=leaning)
    there = KINDS[kind].model_validate({**_carried(item, KINDS[kind], meeting), "id": new_id()})
    gone = without(family, item_id)
    closed = counted_anew(ranked(family.with_edits(gone))) if isinstance(item, Need) and item.rank else ()
    return Moved((put(there), *gone, *closed), there.id, lost)


def _carried(item: Spoken, kind: type[Spoken], meeting: str | None) -> dict[str, Any]:
    """The fields of the new line that the old one fills."""
    wanted = kind.model_fields
    fields = {name: getattr(item, name) for name in ("words", *WHO_MAY_SEE)}
    fields |= {name: getattr(item, name) for name in type(item).model_fields if name in wanted and name in _ALIKE}
    needs = _needs_of(item)
    fields |= {"needs": needs} if "needs" in wanted else {}
    fields |= {"need": needs[0]} if "need" in wanted and needs else {}
    if "meeting" in wanted and kind in (Parked, Task):
        fields["meeting"] = meeting
    return fields


def _needs_of(item: Spoken) -> tuple[str, ...]:
    needs: tuple[str, ...] = getattr(item, "needs", ())
    need: str | None = getattr(item, "need", None)
    return needs or ((need,) if need else ())


def _not_carried(item: Spoken, kind: type[Spoken]) -> Iterator[str]:
    """The fields in which something stands that has no place in ``kind``."""
    for field in shape_of(type(item)):
        if field.name in _GOES_UNSAID or getattr(item, field.name) == field.blank:
            continue
        if field.name in ("words", *WHO_MAY_SEE) or (field.name in _ALIKE and field.name in kind.model_fields):
            continue
        if field.name in _LINKS and {"need", "needs"} & set(kind.model_fields) and _fits(item, kind):
            continue
        yield field.name


def _fits(item: Spoken, kind: type[Spoken]) -> bool:
    """Whether all needs of the line have a place: one has always, several in a list."""
    return "needs" in kind.model_fields or len(_needs_of(item)) < 2


def _cannot_be_without(one: Item, item_id: str) -> bool:
    """Whether ``one`` would go with the line; or is the choice of this idea, or a task of this strategy."""
    if (isinstance(one, Strategy) and one.option == item_id) or (isinstance(one, Task) and one.strategy == item_id):
        return True
    return one.id != item_id and pruned(one, lambda each: each != item_id) is None
