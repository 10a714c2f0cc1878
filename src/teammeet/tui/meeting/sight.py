"""What the room may see: a meeting stands on a wall, so what is not for everybody there is not on it unless somebody asks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from teammeet.model.family import Family
from teammeet.model.plan import Need
from teammeet.model.pruning import pruned
from teammeet.model.readers import Reader, somebody
from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import Item
from teammeet.tui.wall import seen_on_wall


class Sight:
    """How a screen looks at a family: as the room sees it, or ``everything``. It remembers what it saw last.

    ``on_wall`` when the room does look: then nothing is shown that somebody present may not see. Before that, while the
    facilitator alone looks and perhaps nobody has come, only what is not for everybody is left out.
    """

    def __init__(self, *, everything: bool = False, on_wall: bool = False) -> None:
        self.everything = everything
        self.on_wall = on_wall
        self.is_of_the_room = False
        self._seen: tuple[Family, frozenset[str], date, Family] | None = None

    @classmethod
    def of_the_room(cls) -> "Sight":
        """Of a family that is the room's already: nothing is left to hide."""
        sight = cls(on_wall=True)
        sight.is_of_the_room = True
        return sight

    def of(self, family: Family, present: frozenset[str], on: date) -> Family:
        """``family`` as it is shown while ``present`` (ids of people and supports) are there."""
        return family if self.everything else self.in_room(family, present, on)

    def in_room(self, family: Family, present: frozenset[str], on: date) -> Family:
        """``family`` without what is hidden from any of ``present``."""
        if self.is_of_the_room:
            return family
        seen = self._seen
        if seen is None or seen[0] is not family or seen[1:3] != (present, on):
            seeing = seen_on_wall if self.on_wall else seen_in_room
            seen = self._seen = (family, present, on, seeing(family, present, on))
        return seen[3]


def seen_in_room(family: Family, present: Iterable[str], on: date) -> Family:
    """``family`` without the items that are kept from somebody ``present``, are for others alone, or are of a guarded record.

    What refers to them refers to them no more, and the family's ranks have no gaps: nothing tells that there is more. Those
    who are there are always shown. The same family if nothing is hidden. For looking at only: edits go to the whole family.
    """
    there = frozenset(present)
    room = Reader("team", on, members=tuple(somebody(family, who, on) for who in sorted(there)))
    lists: dict[str, Any] = {name: getattr(family, name) for name in type(family).model_fields if name in ITEM_KINDS}
    header, editions = lists.pop("header"), lists.pop("editions", ())
    seen = {name: tuple(item for item in items if item.id in there or room.sees_item(item)) for name, items in lists.items()}
    if all(len(seen[name]) == len(lists[name]) for name in lists):
        return family
    _without_references(seen)
    seen["needs"] = _ranked_anew(seen["needs"])
    known = {item.id for items in seen.values() for item in items}
    shown_header = pruned(header, known.__contains__) or header
    return Family.model_construct(**{**seen, "header": shown_header, "editions": editions})


def _without_references(lists: dict[str, tuple[Item, ...]]) -> None:
    """Take references to what is not in ``lists`` out of them, in place, until none is left."""
    changed = True
    while changed:
        changed = False
        known = {item.id for items in lists.values() for item in items}
        for name, items in lists.items():
            kept = tuple(each for each in (pruned(item, known.__contains__) for item in items) if each is not None)
            if len(kept) != len(items) or any(new is not old for new, old in zip(kept, items, strict=True)):
                lists[name], changed = kept, True


def _ranked_anew(needs: tuple[Item, ...]) -> tuple[Item, ...]:
    ranks = sorted({need.rank for need in needs if isinstance(need, Need) and need.rank is not None})
    return tuple(
        need.model_copy(update={"rank": ranks.index(need.rank) + 1}) if isinstance(need, Need) and need.rank else need
        for need in needs
    )
