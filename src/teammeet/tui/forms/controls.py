"""Short ways to declare fields: ``line("used_name")``, ``choice("kind", "model.support_kind")``."""

from __future__ import annotations

from teammeet.model.values import Item
from teammeet.tui.forms.form import Control, Field, Form


def _field(path: str, control: Control, label: str, choices: str = "", rows: Form | None = None) -> Field:
    steps = tuple(path.split("."))
    hint = f"family.hint.{control}"
    return Field(steps, control, f"family.field.{label or steps[-1]}", hint, choices, rows)


def line(path: str, label: str = "") -> Field:
    """One line of text."""
    return _field(path, "line", label)


def note(path: str, label: str = "") -> Field:
    """Text of several lines."""
    return _field(path, "note", label)


def lines(path: str, label: str = "") -> Field:
    """A list: one entry a line."""
    return _field(path, "lines", label)


def number(path: str, label: str = "") -> Field:
    """A whole number."""
    return _field(path, "number", label)


def day(path: str, label: str = "") -> Field:
    """A date, typed as people say it."""
    return _field(path, "date", label)


def time_of_day(path: str, label: str = "") -> Field:
    """A time without a date."""
    return _field(path, "time", label)


def moment(path: str, label: str = "") -> Field:
    """A date with a time, in the zone of this machine."""
    return _field(path, "moment", label)


def language(path: str, label: str = "") -> Field:
    """One language."""
    return _field(path, "language", label)


def languages(path: str, label: str = "") -> Field:
    """Several languages on one line."""
    return _field(path, "languages", label)


def domain(path: str = "domain", label: str = "") -> Field:
    """A life domain: one of the list, or an agency's own."""
    return _field(path, "domain", label)


def choice(path: str, choices: str, label: str = "") -> Field:
    """One of the words that the catalogue has under ``choices``."""
    return _field(path, "choice", label, choices)


def several(path: str, choices: str, label: str = "") -> Field:
    """Any of the words that the catalogue has under ``choices``."""
    return _field(path, "choices", label, choices)


def check(path: str, label: str = "") -> Field:
    """Yes or no."""
    return _field(path, "check", label)


def refer(path: str, label: str = "") -> Field:
    """Other items of the record, found by typing: people, supports, needs, whatever the model says."""
    return _field(path, "refer", label)


def rows(path: str, form: Form, label: str = "") -> Field:
    """A list of small values, each with ``form``."""
    return _field(path, "rows", label, rows=form)


def words(path: str, translation: Form, label: str = "") -> tuple[Field, ...]:
    """What somebody said: their own words first, then whether word for word, a rewording, the language, translations."""
    return (
        line(f"{path}.text", label or path),
        line(f"{path}.reworded"),
        check(f"{path}.verbatim"),
        language(f"{path}.language", "words_language"),
        rows(f"{path}.translations", translation),
    )


SEEN = (
    choice("record", "model.record_kind"),
    refer("record_of"),
    refer("kept_from"),
    refer("only_for"),
    check("taken_back"),
)
"""Who may see an item, in plain words: every item has these."""


def item_form(
    kind: type[Item], *fields: Field | tuple[Field, ...], seen: tuple[Field, ...] = (), edited: tuple[str, ...] = ()
) -> Form:
    """The form of a kind of item: its ``fields`` in this order, then who may see it (``seen``: what it has besides).

    Where ``edited`` names fields, only these are edited; the others stay as they came about.
    """
    flat = tuple(one for field in fields for one in (field if isinstance(field, tuple) else (field,)))
    fixed = frozenset(field.name for field in flat if edited and field.name not in edited)
    return Form(kind, flat, (*seen, *SEEN), fixed)
