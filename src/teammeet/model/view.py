"""The View: what one reader may see of a family. What is unseen leaves no trace: no item, no field, no reference, no count."""

import hashlib
import json
from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from teammeet.model.codes import short_code
from teammeet.model.extract import NUMBERED, LeftOut, narrowed
from teammeet.model.family import Family, same_plan
from teammeet.model.hinted import hints_at_hidden
from teammeet.model.people import Header
from teammeet.model.plan import Need, Task
from teammeet.model.pruning import pruned
from teammeet.model.readers import Reader, Role, owners_of
from teammeet.model.record import ITEM_KINDS, Edition, Record
from teammeet.model.shapes import FieldShape, guarded, shape_of
from teammeet.model.since import as_open_today
from teammeet.model.supports import Service
from teammeet.model.values import Item, ItemId, Value, Whole

V = TypeVar("V", bound=Value)


class View(Record):
    """A family as one reader sees it on a day. Exporters and all that is shown to others get a View, nothing else.

    ``plan_number`` and ``signed`` say which edition of the plan it shows; ``withheld`` lists the kinds of fact that a
    reader of this role does not get, whether the family has such facts or not.
    """

    editions: tuple[Edition, ...] = ()
    role: Role
    on: date
    plan_number: int
    signed: bool
    withheld: tuple[str, ...] = ()
    reader: ItemId | None = None
    """The person, support or household whose own copy this is, if they see themselves in it; ``None`` for a role's."""
    about: ItemId | None = None
    """In an extract (:mod:`teammeet.model.extract`): the one person whom it is about."""
    service: Service | None = None
    """In an extract: for which service it is."""
    of_all: bool = False
    """Whether it is for all of the family, or all of the team, at once: not for one of them, nor for those in a room. No digest
    holds it."""
    part_two: bool = False
    """Whether it holds substance use records that a release opens: then the notice of 42 CFR 2.32 goes with it."""
    left_out: LeftOut = LeftOut()
    """How many lines an extract leaves out, and whether a copy hints at what it hides: for the facilitator alone. No file
    holds it, and no digest."""
    in_roles: bool = False
    """Whether roles stand where names stood: see :func:`teammeet.model.roles.with_roles`. Such a copy is no signed plan."""

    @cached_property
    def lists_written(self) -> str:
        """The header and every list but the editions as JSON, what is at its default left out.

        Written once: the digest is made of it, and the plan that a document carries inside.
        """
        return self.model_dump_json(by_alias=True, exclude_defaults=True, include=set(Record.model_fields))

    @cached_property
    def digest(self) -> str:
        """SHA-256 (64 hex digits) over all that this view shows of the record, whatever day it is looked at."""
        beside = {*Record.model_fields, "on", "left_out", "of_all"}
        shown = self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=beside)
        shown |= json.loads(self.lists_written)
        canonical = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def digest_code(self) -> str:
        """The digest, short enough to print and to compare."""
        return short_code(self.digest)


def view_of(family: Family, reader: Reader) -> View:
    """What ``reader`` may see of ``family``. Whether its plan is as signed is judged by what this reader sees of both.

    What was hidden since it was signed is hidden in what was signed too: that it is another plan would tell of it.
    """
    shown, left_out = _shown_lists(family, reader)
    if reader.who is not None:
        left_out = replace(left_out, hinted=hints_at_hidden(family, {**shown, "header": (shown["header"],)}))
    ids = _ids_in(shown)
    last = family.last_edition
    kept = last.record_kept if last else None
    if kept is not None and reader.role != "facilitator":
        kept = as_open_today(kept, family, ids, reader)
    signed = kept is not None and same_plan(shown, _shown_lists(kept, reader)[0])
    number = last.number + (not signed) if last else 1
    fields: dict[str, Any] = {
        "role": reader.role,
        "on": reader.on,
        "plan_number": number,
        "signed": signed,
        "withheld": reader.withheld,
        "reader": reader.who if reader.who in ids else None,
        "about": reader.extract.about if reader.extract else None,
        "service": reader.extract.service if reader.extract else None,
        "of_all": reader.role in ("family", "team") and reader.who is None and not reader.on_wall,
        "part_two": any(reader.is_under_part_two(item) for item in family.items() if item.id in ids - {family.header.id}),
        "left_out": left_out,
    }
    return View.model_construct(**shown, **fields)


def _ids_in(lists: dict[str, Any]) -> set[str]:
    return {item.id for name, items in lists.items() if name != "header" for item in items} | {lists["header"].id}


def _shown_lists(record: Record, reader: Reader) -> tuple[dict[str, Any], LeftOut]:
    """The header and every list of ``record`` as ``reader`` sees them; and what an extract leaves out."""
    names = [name for name in type(record).model_fields if name in ITEM_KINDS and name != "header"]
    lists: dict[str, tuple[Item, ...]] = {name: tuple(_seen_items(getattr(record, name), reader)) for name in names}
    header = _seen(record.header, reader, frozenset()) or record.header
    left_out = LeftOut()
    if reader.extract is not None:
        lists, header, left_out = narrowed(lists, header, reader.extract)
        left_out = left_out.placed({name: getattr(record, name) for name in NUMBERED})
    if reader.role != "facilitator":
        header = _without_references(lists, header)
        lists["needs"] = _ranked_anew(lists["needs"])
    return {"header": header, **lists}, left_out


def _seen_items(items: Iterable[Item], reader: Reader) -> Iterable[Item]:
    for item in items:
        if reader.sees_item(item):
            seen = _seen(item, reader, owners_of(item))
            if seen is not None:
                yield seen


def _seen(value: V, reader: Reader, owners: frozenset[str]) -> V | None:
    """``value`` without the fields that ``reader`` may not see; ``None`` if it cannot be without them."""
    changes: dict[str, Any] = {}
    for field in guarded(type(value)):
        held = getattr(value, field.name)
        if not _may_see(field, value, reader, owners):
            if field.required:
                return None
            changes |= _blanked(field, value)
        elif field.nested and held:
            seen = _seen_nested(held, reader, owners)
            if seen is not held:
                changes[field.name] = seen
    return value.model_copy(update=changes) if changes else value


def _blanked(field: FieldShape, value: Value) -> dict[str, Any]:
    """The changes that hide a field, and with it who may see it: "for the facilitator" would tell that there is something."""
    blanks = {field.name: field.blank}
    if field.seen.said_in:
        blanks |= {said.name: said.blank for said in shape_of(type(value)) if said.name == field.seen.said_in}
    return {name: blank for name, blank in blanks.items() if getattr(value, name) != blank}


def _may_see(field: FieldShape, value: Value, reader: Reader, owners: frozenset[str]) -> bool:
    if reader.sees_scope(value, field.name):
        return True
    if field.seen.said_in:
        return reader.sees_told(getattr(value, field.seen.said_in), owners)
    return reader.sees_circle(field.seen.circle, owners)


def _seen_nested(held: Any, reader: Reader, owners: frozenset[str]) -> Any:
    if isinstance(held, Value):
        return held if isinstance(held, Whole) else _seen(held, reader, owners)
    seen = tuple(part for part in (_seen(one, reader, owners) for one in held) if part is not None)
    return held if len(seen) == len(held) and all(a is b for a, b in zip(seen, held, strict=True)) else seen


def _without_references(lists: dict[str, tuple[Item, ...]], header: Header) -> Header:
    """Take references to unseen items out of ``lists``, in place, until none is left; and out of the header."""
    while True:
        known = {item.id for items in lists.values() for item in items}
        changed = False
        for name, items in lists.items():
            kept = tuple(k for k in (_without_unseen(item, known) for item in items) if k is not None)
            if len(kept) != len(items) or any(a is not b for a, b in zip(kept, items, strict=True)):
                lists[name], changed = kept, True
        if not changed:
            return pruned(header, known.__contains__) or header


def _without_unseen(item: Item, known: Container[str]) -> Item | None:
    """``item`` without references to what is not known; a task that nobody who is seen owns is nobody's promise."""
    kept = pruned(item, known.__contains__)
    if isinstance(item, Task) and isinstance(kept, Task) and item.owners and not kept.owners:
        return kept.model_copy(update={"consent": Task.model_fields["consent"].default})
    return kept


def _ranked_anew(needs: tuple[Item, ...]) -> tuple[Item, ...]:
    """The family's ranks without gaps, so that a need that is not seen leaves none."""
    ranks = sorted({need.rank for need in needs if isinstance(need, Need) and need.rank is not None})
    return tuple(
        need.model_copy(update={"rank": ranks.index(need.rank) + 1}) if isinstance(need, Need) and need.rank else need
        for need in needs
    )
