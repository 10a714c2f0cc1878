"""Former moments of the map, as those who look may see them today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from teammeet.desk.looking_back import Moment, moments
from teammeet.ecomap.compared_words import moment_words
from teammeet.model.since import seen_since
from teammeet.tui.wall import looking_at

if TYPE_CHECKING:
    from teammeet.ecomap.compared import Comparison
    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item
    from teammeet.model.view import View
    from teammeet.tui.app import TeamMeetApp


@dataclass(frozen=True, slots=True)
class Records:
    """The open family, what is gone of it, and its record at the two moments that are compared. Not yet anybody's view."""

    family: Family
    gone: tuple[Item, ...]
    then: Family
    until: Family
    days: tuple[date, date]
    """Of ``then`` and of ``until``."""


def moments_of(app: TeamMeetApp, family: Family) -> tuple[Moment, ...]:
    """The moments to look back to, of which those who look may know; the oldest first, now last."""
    return moments(app.family_shown(family), family, app.desk.began(family.header.id), app.desk.clock())


def said(app: TeamMeetApp, moment: Moment) -> str:
    """A moment in words."""
    return moment_words(moment.kind, _day(moment), app.language, moment.number)


def _day(moment: Moment) -> date:
    return moment.at.astimezone().date()


def entries(app: TeamMeetApp, known: tuple[Moment, ...]) -> list[tuple[str, str]]:
    """The moments as a list to choose from by their places: the latest first, the day the record began last."""
    found = []
    latest_first = reversed(tuple(enumerate(known)))
    for place, moment in sorted(latest_first, key=lambda each: each[1].kind == "began"):
        words = said(app, moment)
        found.append((str(place), f"{words[:1].upper()}{words[1:]}"))
    return found


def records(app: TeamMeetApp, family: Family, then: Moment, until: Moment) -> Records | None:
    """The records of two moments; ``None`` when there is none of one of them."""
    desk = app.desk
    was, now = desk.at_moment(family, then), desk.at_moment(family, until)
    if was is None or now is None:
        return None
    return Records(family, desk.gone(family.header.id), was, now, (_day(then), _day(until)))


def compared_for(app: TeamMeetApp, found: Records) -> Comparison:
    """Both maps as those who look may see them now, compared."""
    from teammeet.ecomap.compared import compared, facts_of
    from teammeet.ecomap.graph import graph_of

    reader = looking_at(found.family, app.sharing, app.today())
    was, now = (_seen(found, record, reader, day) for record, day in zip((found.then, found.until), found.days, strict=True))
    return compared(graph_of(was), graph_of(now), facts_of(was), facts_of(now), may_be_hidden=reader.on_wall)


def _seen(found: Records, record: Family, reader: Reader, day: date) -> View:
    return record.seen_by(reader) if record is found.family else seen_since(record, found.family, reader, found.gone, day)
