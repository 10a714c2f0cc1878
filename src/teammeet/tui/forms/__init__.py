"""Forms: how each kind of item is edited, as data."""

from __future__ import annotations

from functools import cache
from typing import Any

from teammeet.tui.forms.form import Form


def form_of(kind: type[Any]) -> Form:
    """The form of a kind of item.

    Raises:
        KeyError: it is not edited by hand (an edition of the plan).
    """
    return _forms()[kind]


def field_named(kind: type[Any], name: str) -> str:
    """``name`` if the form of ``kind`` has a field of that name, else nothing: the editor begins where it begins by itself."""
    return name if any(field.name == name for field in form_of(kind).all_fields) else ""


def forms() -> tuple[Form, ...]:
    """Every form of an item."""
    return tuple(_forms().values())


@cache
def _forms() -> dict[type[Any], Form]:
    from teammeet.tui.forms import meetings, people, plan, safety

    rooms = (people, plan, safety, meetings)
    return {form.kind: form for room in rooms for form in room.FORMS}
