"""Coming and going: when somebody came, left or must leave, an interpreter, the used name and pronouns, who must be there."""

from datetime import datetime, timedelta
from typing import Final

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import Edit, drop, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import Support, TeamMember
from teammeet.practice.said_times import time_ahead, time_past
from teammeet.practice.who_must_be_there import who_must_be_there
from teammeet.text import folded
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Scene, Tell

COMING_IN: Final = timedelta(minutes=10)
"""While a meeting is so young, whoever is marked was there from its beginning: it takes a while to mark everybody."""
TONGUES: Final = (
    "en",
    "es",
    "ar",
    "ase",
    "fr",
    "hi",
    "hmn",
    "ht",
    "km",
    "ko",
    "ne",
    "pt",
    "ru",
    "so",
    "sw",
    "tl",
    "uk",
    "vi",
    "zh",
)
"""Languages that are known by name in a typed line; any other can be given as its tag, such as ``pl``."""


def attendance_of(record: Record, meeting_id: str, who: str) -> Attendance | None:
    """How ``who`` takes part in the meeting, if anything was said of it."""
    return next((a for a in record.attendances if a.meeting == meeting_id and a.who == who), None)


def here_now(scene: Scene, who: str, how: str = "room") -> Attendance:
    """Somebody takes part in this way; whoever had left is back, and the time of coming stays."""
    held = _held(scene, who)
    present = how in ("room", "phone", "video")
    arrived = (held.arrived_at or came_at(scene)) if present else None
    return held.changed(how=how, arrived_at=arrived, left_at=None)


def came_at(scene: Scene) -> datetime:
    """When somebody came who is marked now: with the meeting, unless it has gone on for a while."""
    began = scene.meeting.started_at
    return began if began is not None and timedelta() <= scene.now - began <= COMING_IN else scene.now


def left_now(scene: Scene, who: str) -> Attendance:
    """Gone now; pressed again, back as before."""
    held = _held(scene, who)
    if not held.was_present:
        held = here_now(scene, who)
    return held.changed(left_at=None if held.left_at else scene.now)


def times_in_words(scene: Scene, held: Attendance) -> tuple[str, ...]:
    """Who came late, left, or must leave, with the time on the clock of this meeting."""
    began = scene.meeting.started_at
    told = []
    if held.was_present and held.arrived_at and (began is None or held.arrived_at - began > COMING_IN):
        told.append(scene.said("arrive.said.came", at=clock(held.arrived_at, scene)))
    if held.left_at:
        told.append(scene.said("arrive.said.left", at=clock(held.left_at, scene)))
    elif held.must_leave_at and held.how not in ("absent", "sent_word"):
        told.append(scene.said("arrive.said.must-leave", at=clock(held.must_leave_at, scene)))
    if held.interpreter:
        told.append(scene.said("arrive.said.interpreter", name=held.interpreter))
    return tuple(told)


def clock(at: datetime, scene: Scene) -> str:
    """A moment as it stands on the clock in the room."""
    return at.astimezone(scene.now.tzinfo).strftime("%H:%M")


def ask_time(scene: Scene, who: str) -> Deed:
    """When somebody came; of one who has left, when that was."""
    held = attendance_of(scene.family, scene.meeting.id, who)
    if held is None or not held.was_present:
        return Tell(scene.said("arrive.told.not-here"))
    field = "left_at" if held.left_at else "arrived_at"
    before = held.left_at or held.arrived_at

    def answered(line: str) -> Deed:
        at = time_past(line, scene.now)
        if at is None:
            return Tell(scene.said("arrive.told.no-past-time", said=line))
        left = at if field == "left_at" else held.left_at
        arrived = at if field == "arrived_at" else held.arrived_at
        if left is not None and arrived is not None and left < arrived:
            return Tell(scene.said("arrive.told.left-before"))
        return Keep((put(held.changed(**{field: at})),), who)

    key = "arrive.ask.left" if field == "left_at" else "arrive.ask.came"
    question = scene.said(key, who=scene.shown.label(who))
    return AskLine(question, answered, start=clock(before, scene) if before else "")


def ask_must_leave(scene: Scene, who: str) -> Deed:
    """When somebody must leave, as people say it; Enter alone: they can stay."""
    held = _held(scene, who)

    def answered(line: str) -> Deed:
        at = time_ahead(line, scene.now) if line.strip() else None
        if line.strip() and at is None:
            return Tell(scene.said("arrive.told.no-time-ahead", said=line))
        said = scene.said("arrive.said.must-leave", at=clock(at, scene)) if at else ""
        return Keep((put(held.changed(must_leave_at=at)),), who, said=said)

    start = clock(held.must_leave_at, scene) if held.must_leave_at else ""
    return AskLine(scene.said("arrive.ask.must-leave", who=scene.shown.label(who)), answered, start, may_be_blank=True)


def ask_interpreter(scene: Scene, who: str) -> Deed:
    """Who interprets for somebody, and into which language; Enter alone: nobody does."""
    held = _held(scene, who)
    item = scene.family.get(who)

    def answered(line: str) -> Deed:
        name = line.strip()
        edits: list[Edit] = [put(held.changed(interpreter=name))]
        if not isinstance(item, Person):
            return Keep(tuple(edits), who)
        tongue = tongue_named(name)
        person = item.changed(interpreter=bool(name))
        if tongue:
            person = person.changed(languages=_first(tongue, item.languages))
        edits.append(put(person))
        unknown = bool(name) and not person.languages
        return Keep(tuple(edits), who, then=_ask_tongue(scene, person) if unknown else None)

    question = scene.said("arrive.ask.interpreter", who=scene.shown.label(who))
    return AskLine(question, answered, held.interpreter, may_be_blank=True)


def ask_name(scene: Scene, who: str) -> Deed:
    """The used name and the pronouns: "Alex, they/them"; "they/them" alone leaves the name as it is."""
    item = scene.family.get(who)
    if not isinstance(item, Person | Support):
        return Tell(scene.say("told.select-somebody"))

    def answered(line: str) -> Deed:
        name, pronouns = _name_and_pronouns(line)
        field = "used_name" if isinstance(item, Person) else "name"
        changed = item.changed(pronouns=pronouns, **({field: name} if name else {}))
        return Keep((put(changed),), who)

    start = ", ".join(filter(None, (item.label, item.pronouns)))
    return AskLine(scene.said("arrive.ask.name"), answered, start)


def turn_must_be_there(scene: Scene, who: str) -> Deed:
    """The family does not meet without this person, or does: a place on the team says so, of a family member too."""
    must = not needs(scene.family, scene, who)
    member = next((m for m in scene.family.team if m.who == who and m.left_on is None), None)
    said = scene.said("arrive.said.must-be-here" if must else "arrive.said.need-not", who=scene.shown.label(who))
    if member is not None and not must and _was_only_for_that(scene, member):
        return Keep((drop(member),), who, said=said)
    return Keep((put((member or TeamMember(who=who)).changed(must_be_there=must)),), who, said=said)


def needs(record: Record, scene: Scene, who: str) -> bool:
    """Whether the meeting cannot be a planning meeting without this very person."""
    return any(each.anyone_of == (who,) for each in who_must_be_there(record, scene.today))


def tongue_named(words: str) -> str:
    """The tag of the language that ``words`` name in any language of the house, or end in as a tag ("…, es"); else empty."""
    said = folded(words).replace(",", " ").replace("(", " ").replace(")", " ").split()
    for tongue in TONGUES:
        if any(folded(text(f"arrive.tongue.{tongue}", language)) in said for language in LANGUAGES):
            return tongue
    _, comma, tag = words.rpartition(",")
    last = folded(tag).strip() if comma else ""  # without one it is a name: Ana speaks no "ana"
    return last if 2 <= len(last) <= 3 and last.isascii() and last.isalpha() else ""


def _ask_tongue(scene: Scene, person: Person) -> AskLine:
    def answered(line: str) -> Deed:
        tongue = tongue_named(line) or tongue_named(f",{line}")
        if not tongue:
            return Tell(scene.said("arrive.told.no-tongue", said=line))
        return Keep((put(person.changed(languages=(tongue,))),), person.id)

    return AskLine(scene.said("arrive.ask.tongue", who=person.label), answered)


def _first(tongue: str, spoken: tuple[str, ...]) -> tuple[str, ...]:
    known = next((each for each in spoken if each.split("-")[0].lower() == tongue), tongue)
    return (known, *(each for each in spoken if each != known))


def _name_and_pronouns(line: str) -> tuple[str, str]:
    name, comma, pronouns = (part.strip() for part in line.partition(","))
    return ("", name) if not comma and "/" in name else (name, pronouns)


def _was_only_for_that(scene: Scene, member: TeamMember) -> bool:
    """Whether a place on the team says nothing else, of somebody of the family who need not be there without it either."""
    item = scene.family.get(member.who)
    if not isinstance(item, Person) or not item.in_family or member.role_on_team or member.invited_on:
        return False
    return not needs(scene.family.with_edits((drop(member),)), scene, member.who)


def _held(scene: Scene, who: str) -> Attendance:
    return attendance_of(scene.family, scene.meeting.id, who) or Attendance(meeting=scene.meeting.id, who=who)
