"""What is asked for one field of a form, by the kind of control that the form declares."""

from __future__ import annotations

from typing import Any, Final

from teammeet.messages import text
from teammeet.tui.forms.finding import Finder
from teammeet.tui.forms.form import Draft, Field
from teammeet.tui.forms.typed import Unreadable, read, typed_again
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import means
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting.scene import Choice

LEFT: Final = object()
"""The answer that leaves a field as it is."""
_BLANK: Final = "blank"


def asked_value(house: House, draft: Draft, field: Field, said: str) -> Any:
    """The new value of ``field``, in which ``said`` stands now; :data:`LEFT` if it shall stay as it is."""
    match field.control:
        case "choice":
            return _one_of(house, draft, field)
        case "choices":
            return _some_of(house, draft, field)
        case "check":
            return _yes_or_no(house, field, said)
        case "refer":
            return _referred(house, draft, field)
        case "note" | "lines":
            now = typed_again(field, draft.get(field), house.language)
            typed = answers.ask_note(house.console, _question(house, field), now.replace("\n", "; "))
        case _:
            now = typed_again(field, draft.get(field), house.language)
            return _typed(house, draft, field, now)
    return LEFT if typed is None else _read(house, draft, field, typed)


def _question(house: House, field: Field) -> str:
    return f"{house.say(field.label)}?"


def _typed(house: House, draft: Draft, field: Field, now: str) -> Any:
    """A line, asked for until it is understood; what it must be is said only when it was not."""
    while True:
        typed = answers.ask_line(house.console, _question(house, field), now)
        if typed is None:
            return LEFT
        value = _read(house, draft, field, typed)
        if value is not LEFT:
            return value


def _read(house: House, draft: Draft, field: Field, typed: str) -> Any:
    try:
        return read(draft.form, field, typed, house.now(), house.language)
    except Unreadable as fault:
        house.console.say(text(fault.key, house.language, **fault.values))
        return LEFT


def _one_of(house: House, draft: Draft, field: Field) -> Any:
    choices = _options(house, draft, field)
    if draft.form.may_be_empty(field):
        choices = (Choice(_BLANK, house.say("family.nothing-chosen")), *choices)
    held = str(draft.get(field) or _BLANK)
    picked = answers.ask_choice(house.console, _question(house, field), choices, (held,), many=False)
    if picked is None:
        return LEFT
    return None if picked == (_BLANK,) else picked[0]


def _some_of(house: House, draft: Draft, field: Field) -> Any:
    picked = answers.ask_choice(house.console, _question(house, field), _options(house, draft, field), draft.get(field))
    return LEFT if picked is None else picked


def _options(house: House, draft: Draft, field: Field) -> tuple[Choice, ...]:
    return tuple(Choice(each, house.say(f"{field.choices}.{each}")) for each in draft.form.options(field))


def _yes_or_no(house: House, field: Field, said: str) -> Any:
    house.console.say(_question(house, field))
    house.console.tell("stands-there-check", words=said or house.say("family.no"))
    while typed := answers.answer(house.console):
        if means("yes", typed) or means("no", typed):
            return means("yes", typed)
        house.console.tell("not-yes-or-no")
    return LEFT


def _referred(house: House, draft: Draft, field: Field) -> Any:
    """Other items of the record, by number or by name; in fields that hold one, one."""
    finder = Finder(house.open_family, draft.form.shape(field).lists, house.language)
    own = str(draft.held.get("id", ""))
    found = [each for each in finder.all if each.id != own]
    if not found:
        house.console.say(house.say("family.find-nothing"))
        return LEFT
    choices = tuple(Choice(each.id, f"{each.name}, {each.beside}" if each.beside else each.name) for each in found)
    held, many = draft.get(field), draft.form.many(field)
    if many:
        picked = answers.ask_choice(house.console, _question(house, field), choices, held)
        return LEFT if picked is None else picked
    if not draft.form.shape(field).required:
        choices = (Choice(_BLANK, house.say("family.nothing-chosen")), *choices)
    picked = answers.ask_choice(house.console, _question(house, field), choices, (held or _BLANK,), many=False)
    if picked is None:
        return LEFT
    return None if picked == (_BLANK,) else picked[0]
