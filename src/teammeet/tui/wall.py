"""What of a family may stand on a wall: what everybody who is there now may see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from teammeet.model import readers
from teammeet.model.family import Family
from teammeet.model.readers import Reader
from teammeet.model.since import seen_since
from teammeet.model.values import Item
from teammeet.model.view import View
from teammeet.tui.sharing import Sharing


def present_at(family: Family, meeting: str) -> tuple[str, ...]:
    """Ids of all who are at the meeting now, in the room or by phone or video."""
    return tuple(each.who for each in family.attendances if each.meeting == meeting and each.is_present)


def reader_of_the_room(family: Family, present: Iterable[str], on: date) -> Reader:
    """The room, as it is now."""
    return readers.room(family, sorted(present), on)


def looking_at(family: Family, sharing: Sharing, on: date) -> Reader:
    """Who looks at the facilitator's own screen now: the facilitator alone, or the room."""
    return readers.facilitator(on) if sharing.private else reader_of_the_room(family, present_at(family, sharing.meeting), on)


def seen_on_wall(family: Family, present: Iterable[str], on: date) -> Family:
    """``family`` as everybody of ``present`` may see it: its View, in a form for screens. Never edit what it holds.

    The editions stay as they are, for whether the plan is signed is no secret; each is read as those present may see it.
    """
    return _as_seen_by(reader_of_the_room(family, present, on), family)


def as_seen_now(kept: Family, now: Family, meeting: str, on: date, gone: Iterable[Item] = ()) -> Family:
    """``kept``, the record ``now`` or as it was once, as those who are at ``meeting`` now may see it.

    What was signed or undone holds lines that were hidden or taken back since: they are hidden in it too, also where they
    are ``gone`` from the record by now (see :func:`teammeet.model.since.seen_since`).
    """
    reader = reader_of_the_room(now, present_at(now, meeting), on)
    return _as_seen_by(reader, now) if kept is now else _shown(seen_since(kept, now, reader, gone), kept)


def _as_seen_by(reader: Reader, family: Family) -> Family:
    return _shown(family.seen_by(reader), family)


def _shown(view: View, family: Family) -> Family:
    lists: dict[str, Any] = {name: getattr(view, name) for name in Family.list_names()}
    return Family.model_construct(**{**lists, "header": view.header, "editions": family.editions})
