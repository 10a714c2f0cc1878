"""A form in lines: its fields with what stands in them, then one field after the other by number. Each is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from teammeet.model.family import put
from teammeet.model.leaning import as_narrow_as, is_narrower, leaning_on
from teammeet.model.record import LIST_OF
from teammeet.model.values import Item, Value
from teammeet.tui.forms import form_of
from teammeet.tui.forms.facts import fixed_facts, in_words
from teammeet.tui.forms.form import Draft, Field
from teammeet.tui.forms.naming import kind_name, lines_in_words, title_of
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import means, named_among
from teammeet.tui.line_mode.fields import LEFT, asked_value
from teammeet.tui.line_mode.house import House

Commit = Callable[[Any], bool]
"""Keeps the whole value; says whether that went well."""


def edit_item(house: House, item: Item) -> None:
    """Ask for the fields of an item of the open family, until Enter alone."""
    language = house.language
    kind, title = kind_name(LIST_OF[type(item)], language), title_of(house.open_family, item, language)
    house.console.say(f"{kind}: {title}" if title != kind else kind)
    _edit(house, Draft.of(form_of(type(item)), item), _keeping(house, item))


def add_item(house: House, draft: Draft) -> None:
    """Ask for what a new item cannot be without, or for its first field; then for the others, by number."""
    kind = draft.form.item_kind
    house.console.say(house.say("family.new-item", kind=kind_name(LIST_OF[kind], house.language)))
    commit = _keeping(house, None)
    wanted = draft.missing or draft.form.editable[:1]
    for field in wanted:
        before = draft
        draft = _ask(house, draft, field, commit)
        if draft is before:
            house.console.tell("not-added")
            return
    _edit(house, draft, commit)


def _keeping(house: House, before: Item | None) -> Commit:
    """Keep an item; when fewer people may see it now, ask about the lines that lean on it."""
    held = before

    def keep(item: Any) -> bool:
        nonlocal held
        if not house.keep(put(item)):
            return False
        house.console.tell("kept-short")
        was, held = held, item
        if was is not None and is_narrower(item, was):
            _ask_of_leaning(house, item.id)
        return True

    return keep


def _ask_of_leaning(house: House, *narrow: str) -> None:
    """Offer to hide the lines that lean on these items from the same people, then those that lean on them in turn."""
    for item in filter(None, map(house.open_family.get, narrow)):
        leaning = leaning_on(house.open_family, item.id)
        if not leaning:
            continue
        told = lines_in_words(house.open_family, leaning, house.language)
        wanted = answers.ask_yes(house.console, "family.leaning", number=len(leaning), told=told)
        if wanted and house.keep(*as_narrow_as(item, leaning)):
            house.console.tell("kept-short")
            _ask_of_leaning(house, *(one.id for one in leaning))


def _edit(house: House, draft: Draft, commit: Commit) -> Draft:
    """Fields by number until Enter alone; ``all`` goes through them from the first to the last."""
    fields = (*draft.form.editable, *draft.form.seen)
    _say_fields(house, draft)
    house.console.tell("which-field")
    while typed := answers.answer(house.console):
        wanted = fields if means("all", typed) else _field_named(house, fields, typed)
        for field in wanted:
            draft = _ask(house, draft, field, commit)
        if not wanted:
            house.console.tell("no-such-field", number=len(fields))
        house.console.tell("which-field")
    return draft


def _field_named(house: House, fields: tuple[Field, ...], said: str) -> tuple[Field, ...]:
    """The field with that number, or the only one whose label fits; none if there is none, or several are."""
    named = named_among(said, ((str(number), house.say(field.label)) for number, field in enumerate(fields, start=1)))
    number = said if said.isascii() and said.isdigit() else named
    return fields[int(number) - 1 : int(number)] if number and 1 <= int(number) <= len(fields) else ()


def _say_fields(house: House, draft: Draft) -> None:
    if draft.form.fixed:
        told = fixed_facts(draft.form, draft.built(), house.open_family, house.language)
        house.console.say(house.say("family.fixed"), *(f"{fact.label}: {fact.words}" for fact in told))
    for number, field in enumerate((*draft.form.editable, *draft.form.seen), start=1):
        words = _said(house, draft, field) or house.say("plain.field-empty")
        house.console.tell("field", number=number, label=house.say(field.label), words=words)


def _said(house: House, draft: Draft, field: Field) -> str:
    return in_words(draft.form, field, draft.get(field), house.open_family, house.language)


def _ask(house: House, draft: Draft, field: Field, commit: Commit) -> Draft:
    """Ask for one field and keep the whole; the draft as it was if nothing was kept."""
    draft = _as_it_stands(house, draft)
    if field.control == "rows":
        return _edit_parts(house, draft, field, commit)
    circle = draft.form.circle(field)
    if circle:
        house.console.say(house.say(f"family.seen.{circle}"))
    value = asked_value(house, draft, field, _said(house, draft, field))
    if value is LEFT or value == draft.get(field):
        house.console.tell("as-it-was")
        return draft
    return _with(house, draft, field, value, commit)


def _as_it_stands(house: House, draft: Draft) -> Draft:
    """The draft of an item as the record holds it now: somebody else may have changed it since."""
    item = house.open_family.get(draft.held.get("id"))
    return Draft.of(draft.form, item) if item is not None else draft


def _with(house: House, draft: Draft, field: Field, value: Any, commit: Commit) -> Draft:
    try:
        changed = draft.with_value(field, value)
        whole: Value | None = None if changed.missing else changed.built()
    except ValidationError:
        house.console.say(house.say("family.unreadable.unfit"))
        return draft
    if whole is not None and not commit(whole):
        return draft
    return changed


def _edit_parts(house: House, draft: Draft, field: Field, commit: Commit) -> Draft:
    """A list of small values: one by its number, a new one by a plus sign, one less by a minus sign and its number."""
    form = field.rows
    assert form is not None, "a list of small values has a form for them"
    while True:
        draft = _as_it_stands(house, draft)
        held: tuple[Value, ...] = draft.get(field)
        house.console.say(f"{house.say(field.label)}:")
        for number, value in enumerate(held, start=1):
            said = in_words(draft.form, field, (value,), house.open_family, house.language)
            house.console.tell("choice", number=number, words=said)
        house.console.tell("which-part")
        typed = answers.answer(house.console)
        if not typed:
            return draft
        sign, number_said = (typed[0], typed[1:].strip()) if typed[0] in "+-" else ("", typed)
        place = int(number_said) - 1 if number_said.isascii() and number_said.isdigit() else -1
        if sign == "-" and 0 <= place < len(held):
            draft = _with(house, draft, field, (*held[:place], *held[place + 1 :]), commit)
        elif sign == "+" or 0 <= place < len(held):
            draft = _edit_part(house, draft, field, len(held) if sign == "+" else place, commit)
        else:
            house.console.tell("not-in-list", number=len(held))


def _edit_part(house: House, draft: Draft, field: Field, place: int, commit: Commit) -> Draft:
    """One small value; each of its fields is kept at once, too."""
    form = field.rows
    assert form is not None, "a list of small values has a form for them"
    held: tuple[Value, ...] = draft.get(field)
    part = Draft.of(form, held[place]) if place < len(held) else Draft.new(form)

    def keep_part(value: Any) -> bool:
        nonlocal draft
        before = draft = _as_it_stands(house, draft)
        now: tuple[Value, ...] = draft.get(field)
        draft = _with(house, draft, field, (*now[:place], value, *now[place + 1 :]), commit)
        return draft is not before

    _edit(house, part, keep_part)
    return draft
