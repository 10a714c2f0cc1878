"""History: every change in plain words, newest first: when, by whom, what stood there before and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

from teammeet.model.family import Edit
from teammeet.model.meetings import Meeting
from teammeet.model.record import Edition
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.facts import in_words
from teammeet.tui.forms.form import Draft
from teammeet.tui.forms.naming import kind_name
from teammeet.tui.forms.privacy import for_the_wall
from teammeet.tui.sheets.row import Look, Row, joined

if TYPE_CHECKING:
    from teammeet.desk import Change, Desk

MOST_SHOWN: Final = 200
"""Changes that are told at once; a row below brings as many more."""
_MOST_LINES: Final = 8
_LONGEST: Final = 160
OLDER: Final = "older"
"""The key of the row that brings older changes."""


def sheet(look: Look, desk: Desk, shown: int = MOST_SHOWN) -> Iterator[Row]:
    """What changed, below what undo and redo can do and whether the chain of changes holds."""
    yield from _state(look, desk)
    yield from rows(look, desk.history(look.family.header.id), shown)


def _state(look: Look, desk: Desk) -> Iterator[Row]:
    family_id = look.family.header.id
    fault = desk.first_fault(family_id)
    chain = look.say("chain-holds") if fault is None else look.say("chain-broken", number=fault)
    yield Row("state/chain", chain, "✓" if fault is None else "!", level=1)
    yield Row("state/undo", look.say("can-undo" if desk.can_undo(family_id) else "cannot-undo"), "↶", level=1)
    yield Row("state/redo", look.say("can-redo" if desk.can_redo(family_id) else "cannot-redo"), "↷", level=1)


def rows(look: Look, changes: tuple[Change, ...], shown: int = MOST_SHOWN) -> Iterator[Row]:
    """The newest ``shown`` changes, each with what it did."""
    before = _before_each(changes)
    told = tuple(change for change in changes if not _only_minutes(change, before))
    for change in islice(told, shown):
        yield _head(look, change)
        if change.withheld:
            yield Row(f"{change.version}/withheld", look.say("withheld"), "·", level=1)
        yield from _deeds(look, change, before)
    if len(told) > shown:
        yield Row(OLDER, look.say("older", number=len(told) - shown), "↓", level=0, heading=True, item=OLDER)


def _only_minutes(change: Change, before: Mapping[tuple[int, str], Item | None]) -> bool:
    """Whether the clock only wrote down the minutes of a meeting, which it does every minute."""
    whole = ((before[change.version, edit.id], edit.after) for edit in change.edits)
    return bool(change.edits) and all(_same_but_minutes(was, now) for was, now in whole)


def _same_but_minutes(was: Item | None, now: Item | None) -> bool:
    return isinstance(was, Meeting) and isinstance(now, Meeting) and was.changed(steps=()) == now.changed(steps=())


def _before_each(changes: tuple[Change, ...]) -> Mapping[tuple[int, str], Item | None]:
    """What each item was before each change, by replaying all of them from the first."""
    held: dict[str, Item | None] = {}
    before: dict[tuple[int, str], Item | None] = {}
    for change in reversed(changes):
        for edit in change.edits:
            before[change.version, edit.id] = held.get(edit.id)
            held[edit.id] = edit.after
    return before


def _head(look: Look, change: Change) -> Row:
    at = change.at.astimezone()
    when = f"{look.day(at.date())} {at:%H:%M}"
    undone = look.say("took-back") if change.undoes is not None else ""
    return Row(f"change/{change.version}", when, detail=joined((change.actor, undone)), heading=True)


def _deeds(look: Look, change: Change, before: Mapping[tuple[int, str], Item | None]) -> Iterator[Row]:
    for number, edit in enumerate(change.edits[:_MOST_LINES]):
        words, detail = _told(look, edit, before[change.version, edit.id])
        yield Row(f"{change.version}/{number}", words, "·", detail, 1)
    more = len(change.edits) - _MOST_LINES
    if more > 0:
        yield Row(f"{change.version}/more", look.say("more-items", number=more), "·", level=1)


def _told(look: Look, edit: Edit, before: Item | None) -> tuple[str, str]:
    """What became of one item: what it is called, and what changed in it."""
    known = edit.after or before
    kind = kind_name(edit.kind, look.language)
    name = look.title(known) if known is not None else ""
    called = f"{kind}: {_cut(name)}" if name and name != kind else kind
    if edit.after is None:
        return called, look.say("went")
    if before is None:
        return called, look.say("came")
    return called, "; ".join(_differences(look, before, edit.after))


def _differences(look: Look, before: Item, after: Item) -> Iterator[str]:
    """What changed, field by field; of what only the facilitator sees, that it changed."""
    if isinstance(after, Edition):
        return
    form = form_of(type(after))
    shown = [item if look.private else for_the_wall(item) for item in (before, after)]
    old, new = (Draft.of(form, item) for item in shown)
    held, holds = Draft.of(form, before), Draft.of(form, after)
    for field in form.all_fields:
        if held.get(field) == holds.get(field):
            continue
        if old.get(field) == new.get(field):
            yield look.say("changed-privately", field=look.say(field.label.removeprefix("family.")))
        else:
            was, now = (in_words(form, field, d.get(field), look.family, look.language) for d in (old, new))
            nothing = look.say("nothing")
            yield f"{look.say(field.label.removeprefix('family.'))}: {_cut(was) or nothing} → {_cut(now) or nothing}"
    if before.position != after.position:
        yield look.say("moved")


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
