"""A rehearsal without screens: the list at its beginning, and at its end what of it was tried."""

from datetime import datetime

from teammeet import demo
from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import agenda_named
from teammeet.tui.rehearsal.checks import Moment
from teammeet.tui.rehearsal.things import Rehearsal, Thing, things_to_try
from teammeet.tui.rehearsal.told import speed_told


def for_lines() -> tuple[Thing, ...]:
    """What can be tried without screens."""
    return tuple(thing for thing in things_to_try() if not thing.screens)


def begin(factor: int, language: str) -> None:
    """Say what a rehearsal is, and what there is to try: one thing a line, with what happens in the room."""
    print(text("rehearse.plain.begin", language, speed=speed_told(factor, language)))
    print(text("rehearse.plain.things", language))
    for thing in for_lines():
        print(f"{thing.title(language)}: {thing.scene(language)}")


def end(begun: Family, family: Family, now: datetime, language: str) -> None:
    """Say what was tried and what was not."""
    rehearsal = Rehearsal(for_lines()).looked(_moment(begun, family, now, language))
    for key, things, empty in (
        ("tried", rehearsal.listed(tried=True), "none"),
        ("not-tried", rehearsal.listed(tried=False), "all"),
    ):
        print(f"{text(f'rehearse.end.{key}', language)}:")
        for title in [thing.title(language) for thing in things] or [text(f"rehearse.end.{empty}", language)]:
            print(title)


def _moment(begun: Family, family: Family, now: datetime, language: str) -> Moment:
    meeting = begun.get(demo.MEETING)
    assert isinstance(meeting, Meeting), "the family has a meeting today"
    return Moment(begun, family, agenda_named(meeting.agenda), meeting.id, now, language)
