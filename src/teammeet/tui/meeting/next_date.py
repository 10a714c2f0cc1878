"""The next date while it is chosen: which day a typed line means, what the agenda's limits say of it, days to choose from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Meeting
from teammeet.practice import plan_sections
from teammeet.practice.next_date import Asked, asked_of, proposed
from teammeet.tui.meeting.days import cut_day, cut_time, day_words
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Keep, Scene, Tell

REVIEW = "review-meeting"
KEPT = "✓"
_OF_DAYS: Final = re.compile(r"^(?!.*\bcopies\b).*(?:\bdays\b|\bnotice\b)")
"""What a source of the agenda says of itself when a limit for a meeting or a plan in days is from there; sources are cited in
English."""
MISSED = "!"
"""A sign beside each limit: nothing is told by colour alone."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the next meeting: the day, the hour and the place, each if it was said."""

    day: date | None
    at: time | None = None
    place: str = ""


def read(scene: Scene, line: str) -> Said:
    """What a line says of the next meeting: "in two weeks at 4 pm, library"."""
    at, rest = cut_time(line)
    day, place = cut_day(rest, scene.today, scene.language)
    return Said(day, at, place)


def live(scene: Scene, line: str) -> str:
    """What stands beside the line while it is typed: the day, in how many days, each limit. Empty where no day is read yet."""
    said = read(scene, line)
    if said.day is None:
        return ""
    if said.day < scene.today:
        return scene.say("told.day-past", day=day_words(said.day, scene.language, scene.today))
    return f"{told(scene, said)}\n{limits_told(scene, said.day)}".rstrip()


def kept(scene: Scene, line: str) -> Deed:
    """The next meeting, as the line says."""
    said = read(scene, line)
    if said.day is None:
        return Tell(scene.say("told.no-day", said=line))
    if said.day < scene.today:
        return Tell(scene.say("told.day-past", day=day_words(said.day, scene.language)))
    return planned(scene, said)


def planned(scene: Scene, said: Said) -> Keep:
    """The next meeting is on that day; what was not said now stays as it was planned."""
    held = next_meeting(scene, scene.family)
    agenda = scene.agenda.id if any(step.id == "earlier-tasks" for step in scene.agenda.steps) else REVIEW
    meeting = held or Meeting(agenda=agenda, mode=scene.meeting.mode, zone=scene.meeting.zone)
    meeting = meeting.changed(on=said.day, at=said.at or meeting.at, place=said.place or meeting.place)
    edits: tuple[Edit, ...] = (put(meeting),)
    return Keep(edits, meeting.id, said=limits_told(scene, said.day) if said.day else "")


def offers(scene: Scene) -> AskPick:
    """Days to choose from by mouse or arrows, each with what the limits say of it."""
    days = {day.isoformat(): (day, at) for day, at in proposed(scene.meeting, scene.today)}

    def taken(ids: tuple[str, ...]) -> Deed:
        day, at = days[ids[0]]
        return planned(scene, Said(day, at))

    choices = tuple(Choice(key, _offer(scene, Said(day, at))) for key, (day, at) in days.items())
    return AskPick(_question(scene), choices, taken, many=False)


def next_meeting(scene: Scene, family: Family) -> Meeting | None:
    """The meeting that is planned next in ``family``, whole or as it is shown."""
    return plan_sections.next_meeting(family, scene.meeting.id, scene.today)


def told(scene: Scene, said: Said) -> str:
    """The day with all that goes with it, in one line."""
    return " · ".join(_parts(scene, said))


def limits_told(scene: Scene, day: date) -> str:
    """Each limit of the agenda with its sign: what it asks, and by how much it is missed."""
    asked = asked_of(scene.agenda.limits, scene.shown, day, scene.today, scene.meeting)
    return " · ".join(_asked(scene, each) for each in asked)


def missed_told(scene: Scene, day: date) -> str:
    """The limits that the day does not keep: what is right needs no words in a list."""
    asked = asked_of(scene.agenda.limits, scene.shown, day, scene.today, scene.meeting)
    return " · ".join(_asked(scene, each) for each in asked if not each.is_kept)


def _parts(scene: Scene, said: Said) -> Iterator[str]:
    if said.day is not None:
        yield day_words(said.day, scene.language, scene.today)
        if said.at is not None:
            yield said.at.strftime("%H:%M")
        if said.place:
            yield said.place
        yield scene.count("said.in-days", (said.day - scene.today).days)


def _asked(scene: Scene, asked: Asked) -> str:
    by = day_words(asked.by, scene.language, scene.today)
    words = scene.said(f"ending.limit.{asked.kind}", days=asked.days, by=by)
    if asked.is_kept:
        return f"{KEPT} {words}"
    off = scene.count_of("ending.limit.short" if asked.kind == "notice" else "ending.limit.over", asked.off)
    return f"{MISSED} {words}: {off}"


def _offer(scene: Scene, said: Said) -> str:
    limits = limits_told(scene, said.day) if said.day else ""
    return f"{told(scene, said)}\n  {limits}" if limits else told(scene, said)


def _question(scene: Scene) -> str:
    """Where the limits come from stands with them."""
    title = scene.agenda.title.in_language(scene.language)
    sources = "; ".join(source.partition(" (")[0] for source in scene.agenda.source if _OF_DAYS.search(source))
    return f"{scene.said('ending.offer.title')}\n{scene.said('ending.offer.from', agenda=title, sources=sources)}"
