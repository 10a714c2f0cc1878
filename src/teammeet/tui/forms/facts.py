"""What stands in an item, in plain words: for reading panes, for rows of small values, for history's before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from teammeet.messages import text
from teammeet.model.record import Record
from teammeet.model.values import Value
from teammeet.tui.forms.form import Draft, Field, Form
from teammeet.tui.forms.naming import name_of, names_of
from teammeet.tui.forms.typed import domain_name, typed_again
from teammeet.tui.meeting.days import day_words


@dataclass(frozen=True, slots=True)
class Fact:
    """One field that says something: its label and what stands in it."""

    label: str
    words: str


def facts(form: Form, value: Value, record: Record, language: str) -> tuple[Fact, ...]:
    """The fields of ``value`` that say something other than what a new one would say, in the order of the form."""
    draft = Draft.of(form, value)
    blank = Draft.new(form)
    shown = (field for field in form.all_fields if draft.get(field) != blank.get(field))
    said = ((field, in_words(form, field, draft.get(field), record, language)) for field in shown)
    return tuple(Fact(text(field.label, language), words) for field, words in said if words)


def fixed_facts(form: Form, value: Value, record: Record, language: str) -> tuple[Fact, ...]:
    """What a value says in the fields that nobody edits; of every other field nothing."""
    fixed = tuple(field for field in form.fields if field.name in form.fixed)
    return facts(Form(form.kind, fixed), value, record, language)


def in_words(form: Form, field: Field, value: Any, record: Record, language: str) -> str:
    """What stands in ``field``, as a person would say it; empty if nothing."""
    if value is None or value in ("", ()):
        return ""
    match field.control:
        case "refer":
            return names_of(record, value, language) if isinstance(value, tuple) else name_of(record, value, language)
        case "choice":
            return text(f"{field.choices}.{value}", language)
        case "choices":
            return ", ".join(text(f"{field.choices}.{one}", language) for one in value)
        case "check":
            return text("family.yes" if value else "family.no", language)
        case "domain":
            return domain_name(value, language)
        case "rows" if field.rows is not None:
            return "; ".join(row_in_words(field.rows, one, record, language) for one in value)
        case "lines":
            return "; ".join(value)
    return _plain(field, value, language)


def row_in_words(form: Form, value: Value, record: Record, language: str) -> str:
    """A small value in one line: what it says, without labels."""
    draft = Draft.of(form, value)
    return " · ".join(words for words in _parts(form, draft, record, language) if words)


def _parts(form: Form, draft: Draft, record: Record, language: str) -> Iterator[str]:
    for field in form.fields:
        value = draft.get(field)
        if field.control == "check":
            yield text(field.label, language) if value else ""
        else:
            yield in_words(form, field, value, record, language)


def _plain(field: Field, value: Any, language: str) -> str:
    if isinstance(value, datetime):
        moment = value.astimezone()
        return f"{day_words(moment.date(), language, date.min)} {moment:%H:%M}"
    if isinstance(value, date):
        return day_words(value, language, date.min)
    if isinstance(value, time):
        return typed_again(field, value, language)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
