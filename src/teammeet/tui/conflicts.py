"""Two programs changed one item: what stands there now beside one's own, and one's own put on top of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from teammeet.messages import text
from teammeet.model.family import Edit, Family, put
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.facts import facts, in_words
from teammeet.tui.forms.form import Draft
from teammeet.tui.forms.naming import kind_name, title_of


@dataclass(frozen=True, slots=True)
class Beside:
    """One field in words: its label (empty for the item as a whole), what stands there now, and one's own."""

    label: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Clash:
    """An item that both changed. Without rows people see no difference: only its place in a list differs."""

    title: str
    rows: tuple[Beside, ...]


def clashes(edits: Sequence[Edit], base: Family, now: Family, language: str) -> tuple[Clash, ...]:
    """The items of ``edits``, made on ``base``, that somebody else changed or took out, as they stand ``now``."""
    return tuple(_clash(edit, base, now, language) for edit in edits if now.get(edit.id) != base.get(edit.id))


def on_top(edits: Sequence[Edit], base: Family, now: Family) -> tuple[Edit, ...]:
    """``edits`` as changes of what stands ``now``: what somebody else changed besides stays."""
    return tuple(_on_top(edit, base.get(edit.id), now.get(edit.id)) for edit in edits)


def _on_top(edit: Edit, before: Item | None, theirs: Item | None) -> Edit:
    mine = edit.after
    if mine is None or before is None or theirs is None:
        return edit
    changed = {name: getattr(mine, name) for name in type(mine).model_fields if getattr(mine, name) != getattr(before, name)}
    try:
        return put(theirs.changed(**changed))
    except ValidationError:  # the two do not go together (an end before its beginning): then it is mine as a whole
        return edit


def _clash(edit: Edit, base: Family, now: Family, language: str) -> Clash:
    before, theirs, mine = base.get(edit.id), now.get(edit.id), edit.after
    known = mine or theirs or before
    name = title_of(now, known, language) if known is not None else ""
    kind = kind_name(edit.kind, language)
    rows = (
        _whole(base, theirs, mine, language) if theirs is None or mine is None else _fields(now, before, theirs, mine, language)
    )
    return Clash(kind if name == kind else f"{kind}: {name}", tuple(rows))


def _fields(now: Family, before: Item | None, theirs: Item, mine: Item, language: str) -> Iterator[Beside]:
    """The fields that I changed, where what stands there now says something else."""
    form = form_of(type(mine))
    old, there, new = Draft.of(form, before or theirs), Draft.of(form, theirs), Draft.of(form, mine)
    for field in form.all_fields:
        if old.get(field) != new.get(field) and there.get(field) != new.get(field):
            said = (in_words(form, field, each.get(field), now, language) for each in (there, new))
            theirs_said, mine_said = (words or text("tui.conflict.nothing", language) for words in said)
            yield Beside(text(field.label, language), theirs_said, mine_said)


def _whole(base: Family, theirs: Item | None, mine: Item | None, language: str) -> Iterator[Beside]:
    """One of us took it out: the whole of it stands against that."""
    if theirs != mine:
        yield Beside("", _all_of(base, theirs, language), _all_of(base, mine, language))


def _all_of(record: Family, item: Item | None, language: str) -> str:
    if item is None:
        return text("tui.conflict.taken-out", language)
    told = facts(form_of(type(item)), item, record, language)
    return "\n".join(f"{fact.label}: {fact.words}" for fact in told) or title_of(record, item, language)
