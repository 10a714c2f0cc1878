"""History: every change in plain words, newest first: when, by whom, what stood there before and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

from teammeet.model.family import Edit
from teammeet.model.record import Edition
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.facts import in_words
from teammeet.tui.forms.form import Draft
from teammeet.tui.forms.naming import kind_name
from teammeet.tui.sheets.row import Look, Row, joined

if TYPE_CHECKING:
    from teammeet.desk import Change

MOST_SHOWN: Final = 200
"""Changes that are told at once; a row below brings as many more."""
_MOST_LINES: Final = 8
_LONGEST: Final = 160
OLDER: Final = "older"
"""The key of the row that brings older changes."""


def rows(look: Look, changes: tuple[Change, ...], shown: int = MOST_SHOWN) -> Iterator[Row]:
    """The newest ``shown`` changes, each with what it did."""
    before = _before_each(changes)
    for change in islice(changes, shown):
        yield _head(look, change)
        if change.withheld:
            yield Row(f"{change.version}/withheld", look.say("withheld"), "·", level=1)
        yield from _deeds(look, change, before)
    if len(changes) > shown:
        yield Row(OLDER, look.say("older", number=len(changes) - shown), "↓", level=0, heading=True, item=OLDER)


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
    if isinstance(after, Edition):
        return
    form = form_of(type(after))
    old, new = Draft.of(form, before), Draft.of(form, after)
    for field in form.all_fields:
        if old.get(field) != new.get(field):
            was, now = (in_words(form, field, d.get(field), look.family, look.language) for d in (old, new))
            nothing = look.say("nothing")
            yield f"{look.say(field.label.removeprefix('family.'))}: {_cut(was) or nothing} → {_cut(now) or nothing}"
    if before.position != after.position:
        yield look.say("moved")


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
