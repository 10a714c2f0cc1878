"""The Family: a record that changes by edits, and remembers the editions of its plan that were signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import AwareDatetime

from teammeet.model.people import Header
from teammeet.model.pruning import pruned
from teammeet.model.record import LIST_OF, Edition, Record
from teammeet.model.shapes import guarded
from teammeet.model.values import Item, Seen

if TYPE_CHECKING:
    from teammeet.model.readers import Reader
    from teammeet.model.view import View

BESIDE_THE_PLAN: Final = frozenset(
    {
        "meetings",
        "attendances",
        "parked",
        "notes",
        "contacts",
        "sections_read",
        "meeting_ratings",
        "agreements",
        "signatures",
        "copies",
        "editions",
    }
)
"""Lists that may change without making a new edition of the plan: they tell how it came about and who has it."""


_ADVICE: Final[dict[str, dict[str, object]]] = {"needs": {"dots": ()}}
"""Fields that hold what others advised in a meeting, by list, with what they are without it: advice is no part of the plan."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the item ``id`` of the list ``kind`` is now ``after``, or is taken away (``None``)."""

    kind: str
    id: str
    after: Item | None


def put(item: Item) -> Edit:
    """The edit that makes ``item`` stand as it is now, new or changed."""
    return Edit(LIST_OF[type(item)], item.id, item)


def drop(item: Item) -> Edit:
    """The edit that takes ``item`` away."""
    return Edit(LIST_OF[type(item)], item.id, None)


class Family(Record):
    """A family's whole record: a value. A change makes another Family; nothing is edited in place."""

    editions: tuple[Edition, ...] = ()

    def with_edits(self, edits: Iterable[Edit]) -> Family:
        """The family after ``edits``, in their order. New items stand last unless their position says otherwise."""
        lists: dict[str, object] = {}
        for edit in edits:
            if edit.kind == "header":
                lists["header"] = edit.after if isinstance(edit.after, Header) else self.header
            else:
                lists[edit.kind] = _edited(lists.get(edit.kind, getattr(self, edit.kind)), edit)
        return self._with_lists(lists)

    @classmethod
    def of_items(cls, items: Iterable[Item]) -> Family:
        """The family made of ``items`` that were checked before, in the order of their arrival.

        Raises:
            ValueError: there is no header among them.
        """
        lists: dict[str, list[Item]] = {}
        for item in items:
            lists.setdefault(LIST_OF[type(item)], []).append(item)
        headers = lists.pop("header", [])
        if not headers:
            raise ValueError("a family has a header")
        blank: dict[str, Any] = {name: () for name in cls.model_fields if name != "header"}
        held = {name: _in_order(tuple(listed)) for name, listed in lists.items()}
        return cls.model_construct(**{**blank, **held, "header": headers[-1]})

    def seen_by(self, reader: Reader) -> View:
        """What ``reader`` may see of this family: the only form in which a family leaves the house."""
        from teammeet.model.view import view_of

        return view_of(self, reader)

    @property
    def last_edition(self) -> Edition | None:
        """The edition that was signed last."""
        return max(self.editions, key=lambda edition: edition.number, default=None)

    @property
    def plan_number(self) -> int:
        """The number of the plan as it stands: the last signed edition's if nothing in it changed since, else the next."""
        last = self.last_edition
        if last is None:
            return 1
        return last.number if self.plan_state == "signed" else last.number + 1

    @cached_property
    def plan_state(self) -> Literal["draft", "signed"]:
        """Whether the plan stands exactly as it was signed last."""
        last = self.last_edition
        kept = last.record_kept if last else None
        return "signed" if kept is not None and same_plan(_lists_of(self), _lists_of(kept)) else "draft"

    def fixed(self, at: AwareDatetime, meeting: str | None) -> Edition:
        """The edition that signing makes of the family as it stands; the caller keeps it by an edit."""
        number = (self.last_edition.number if self.last_edition else 0) + 1
        kept = Record.model_construct(**{name: getattr(self, name) for name in Record.model_fields})
        return Edition(number=number, fixed_at=at, meeting=meeting, record_kept=kept)

    def as_signed(self, number: int) -> Family | None:
        """The family as it stood when edition ``number`` was signed, with all that was signed to it since.

        What came later leans only on what stood then: a copy for somebody who joined since is left out.
        """
        edition = next((e for e in self.editions if e.number == number), None)
        if edition is None or edition.record_kept is None:
            return None
        fields = {name: getattr(edition.record_kept, name) for name in Record.model_fields}
        stood = {agreement.id for agreement in edition.record_kept.agreements}
        later = {
            "signatures": tuple(s for s in self.signatures if s.edition <= number),
            "agreements": tuple(a for a in self.agreements if a.is_of(number, edition.meeting) or a.id in stood),
            "copies": tuple(c for c in self.copies if c.edition in (None, number)),
            "editions": tuple(e for e in self.editions if e.number <= number),
        }
        then = {item.id for item in edition.record_kept.items()}
        leaning = {
            name: tuple(kept for item in held if (kept := pruned(item, then.__contains__))) for name, held in later.items()
        }
        return Family.model_construct(**{**fields, **leaning})


def same_plan(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Whether two sets of lists hold the same plan; what is beside it, advice and the facilitator's own notes do not count."""
    return all(_planned(name, now[name]) == _planned(name, then[name]) for name in then if name not in BESIDE_THE_PLAN)


def _lists_of(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in Record.model_fields}


def _planned(name: str, held: Item | tuple[Item, ...]) -> tuple[Item, ...]:
    """The items of the list ``name`` without advice and what the facilitator alone sees; none that was taken back."""
    items = held if isinstance(held, tuple) else (held,)
    return tuple(_of_the_plan(item, _ADVICE.get(name, {})) for item in items if not item.taken_back)


def _of_the_plan(item: Item, advice: dict[str, object]) -> Item:
    own = {f.name: f.blank for f in guarded(type(item)) if f.seen == Seen("facilitator")}
    blanks = {name: blank for name, blank in (advice | own).items() if getattr(item, name) != blank}
    return item.model_copy(update=blanks) if blanks else item


def _edited(held: object, edit: Edit) -> tuple[Item, ...]:
    """The list after one edit: replaced in its place, added at the end, or taken out."""
    items = tuple(item for item in held if isinstance(item, Item)) if isinstance(held, tuple) else ()
    if edit.after is None:
        return tuple(item for item in items if item.id != edit.id)
    if any(item.id == edit.id for item in items):
        return _in_order(tuple(edit.after if item.id == edit.id else item for item in items))
    after = edit.after
    return _in_order((*items, after))


def _in_order(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Sorted by position; those of equal position stay in the order of their arrival."""
    if all(item.position == 0 for item in items):
        return items
    return tuple(sorted(items, key=lambda item: item.position or 1_000_001))


def reordered(items: tuple[Item, ...]) -> tuple[Edit, ...]:
    """The edits that make ``items`` stand in this order for good."""
    places = enumerate(items, start=1)
    return tuple(put(item.changed(position=place)) for place, item in places if item.position != place)
