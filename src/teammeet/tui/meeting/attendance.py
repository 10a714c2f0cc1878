"""Who is here: everybody of the family and the team, one key each for how they take part; a typed name adds somebody."""

from datetime import datetime

from teammeet.model.family import Edit, drop, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import Support, TeamMember
from teammeet.text import folded
from teammeet.tui.meeting.kinds import next_kind
from teammeet.tui.meeting.relation import kind_of, words_for
from teammeet.tui.meeting.scene import AskLine, Deed, Edited, Keep, Row, Scene, StepKey, Tell, heading
from teammeet.tui.meeting.spoken import parts

HOW_KEYS = {"room": "r", "phone": "p", "video": "v", "sent_word": "w", "absent": "a"}
_MARKS = {"room": "✓", "phone": "✓", "video": "✓", "sent_word": "~", "absent": "✗", "expected": "·"}


def expected_at(record: Record, meeting_id: str) -> tuple[str, ...]:
    """Ids of those who may come: the family, the team, and whoever is on the list of this meeting already."""
    family = [p.id for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]
    team = [member.who for member in record.team if member.left_on is None]
    listed = [a.who for a in record.attendances if a.meeting == meeting_id]
    return tuple(dict.fromkeys([*family, *team, *listed]))


def attendance_of(record: Record, meeting_id: str, who: str) -> Attendance | None:
    """How ``who`` takes part in the meeting, if anything was said of it."""
    return next((a for a in record.attendances if a.meeting == meeting_id and a.who == who), None)


def rows(scene: Scene) -> tuple[Row, ...]:
    """Everybody who may come, with how they take part."""
    whos = expected_at(scene.shown, scene.meeting.id)
    there = len(scene.present & set(whos))
    head = heading(scene, "who")
    shown = scene.say("heading.who-here", here=there, all=len(whos))
    return (Row(head.id, head.words, detail=shown, heading=True, mode="who"), *(_row(scene, who) for who in whos))


def first(scene: Scene) -> str:
    """The first of whom nothing was said yet."""
    whos = expected_at(scene.shown, scene.meeting.id)
    said = {a.who for a in scene.shown.attendances if a.meeting == scene.meeting.id and a.how != "expected"}
    return next((who for who in whos if who not in said), "")


def keys(scene: Scene) -> tuple[StepKey, ...]:
    """A letter for each way to take part, for leaving, for the kind of support, and for whom the plan is."""
    ways = tuple(StepKey(how, letter, scene.say(f"key.{how}")) for how, letter in HOW_KEYS.items())
    rest = (("left", "l"), ("kind", "k"), ("enrolled", "e"))
    return (*ways, *(StepKey(key, letter, scene.say(f"key.{key}")) for key, letter in rest))


def act(scene: Scene, key: str) -> Deed:
    """What a letter does to the selected person."""
    who = scene.selected
    if who not in expected_at(scene.shown, scene.meeting.id):
        return Tell(scene.say("told.select-somebody"))
    if key == "kind":
        return next_kind(scene, who)
    if key == "enrolled":
        return _plan_for(scene, who)
    if key == "sent_word":
        return AskLine(
            scene.say("ask.word", who=scene.shown.label(who)),
            lambda line: Keep((put(_taking_part(scene, who, key).changed(update=line)),), _next_expected(scene)),
            may_be_blank=True,
        )
    if key == "left":
        return Keep((put(_left(scene, who)),), who)
    return Keep((put(_taking_part(scene, who, key)),), _next_expected(scene))


def kept(scene: Scene, line: str) -> Deed:
    """Somebody who came: known already, or "Name, relationship or agency" makes a new one, on the team and here."""
    name, *rest = parts(line, 2)
    who = scene.tags.who(name) or (scene.tags.who_begins(name) if not rest else None)
    if who is not None:
        told = _told_more(scene, who, ", ".join(rest))
        noted = scene.say("said.noted", words=", ".join(rest)) if told else ""
        return Keep((*told, *_onto_team(scene.family, who), put(_taking_part(scene, who, "room"))), who, said=noted)
    item = _in_focus(scene, new_somebody(scene, name, rest[0] if rest else ""))
    there = Attendance(meeting=scene.meeting.id, who=item.id, how="room", arrived_at=scene.now)
    member = () if isinstance(item, Person) else (put(TeamMember(who=item.id)),)
    return Keep((put(item), *member, put(there)), item.id, said=_what_was_made(scene, item))


def opened(scene: Scene) -> Deed:
    """Enter: how somebody takes part, else the person or support."""
    held = attendance_of(scene.family, scene.meeting.id, scene.selected) or scene.family.get(scene.selected)
    return Edited(held) if held is not None else Tell(scene.say("told.select-somebody"))


def removed(scene: Scene) -> Deed:
    """Delete takes somebody off this meeting's list and off the team, never out of the record."""
    listed = (a for a in scene.family.attendances if a.who == scene.selected and a.meeting == scene.meeting.id)
    gone = [*map(drop, listed), *(drop(member) for member in scene.family.team if member.who == scene.selected)]
    return Keep(tuple(gone)) if gone else Tell(scene.say("told.family-stays"))


def new_somebody(scene: Scene, name: str, role: str) -> Person | Support:
    """A person of the family, or a support whose kind is guessed from the relationship: a key changes it.

    What was said besides stands with the role ("sister, 9"), or is the organisation of the support.
    """
    relation, more = (part.strip() for part in role.partition(",")[::2])
    kind = kind_of(relation)
    if kind == "family":
        return Person(used_name=name, role=", ".join(filter(None, (relation, more))))
    return Support(name=name, role=relation, organisation=more, kind=kind)


def _told_more(scene: Scene, who: str, said: str) -> tuple[Edit, ...]:
    """What was said of somebody who is known already, unless it stands there: nothing that is typed is lost."""
    item = scene.family.get(who)
    if not said or not isinstance(item, Person | Support) or said in (item.role, item.note):
        return ()
    if not item.role:
        return (put(item.changed(role=said)),)
    return (put(item.changed(note="; ".join(filter(None, (item.note, said))))),)


def _in_focus(scene: Scene, item: Person | Support) -> Person | Support:
    """The first who is called the youth is the one whom the plan is for, unless that was said already."""
    if not isinstance(item, Person) or any(person.enrolled for person in scene.family.people):
        return item
    said = set(folded(item.role.partition(",")[0]).replace("-", " ").split())
    only_that = bool(said) and said <= words_for("youth")  # not a youth pastor
    return item.changed(enrolled=only_that)


def _plan_for(scene: Scene, who: str) -> Deed:
    """The plan is for this person, or is not; of several brothers and sisters it may be for each."""
    item = scene.family.get(who)
    if not isinstance(item, Person) or not item.in_family:
        return Tell(scene.say("told.not-enrolled"))
    return Keep((put(item.changed(enrolled=not item.enrolled)),), who)


def _what_was_made(scene: Scene, item: Person | Support) -> str:
    if isinstance(item, Person):
        return scene.say("said.plan-for", who=item.label) if item.enrolled else scene.say("said.of-the-family")
    return scene.say("said.support-of-kind", kind=scene.term(f"support_kind.{item.kind}"))


def _row(scene: Scene, who: str) -> Row:
    held = attendance_of(scene.family, scene.meeting.id, who)
    how = held.how if held else "expected"
    told = [part for part in (_relation(scene, who), _taking_part_in_words(scene, held)) if part]
    mark = f"{_MARKS[how]} {scene.tags.tag(who):<3}"
    return Row(who, scene.shown.label(who), mark=mark, detail=" · ".join(told), level=1, item=who)


def _relation(scene: Scene, who: str) -> str:
    item = scene.family.get(who)
    if isinstance(item, Person):
        role = item.role if item.role != item.label else ""
        theirs = scene.say("said.plan-is-theirs") if item.enrolled else ""
        return ", ".join(filter(None, (role, theirs)))
    if isinstance(item, Support):
        told = item.role or item.organisation
        kind = scene.term(f"support_kind.{item.kind}")
        return f"{told}, {kind}" if told and told != item.label else kind
    return ""


def _taking_part_in_words(scene: Scene, held: Attendance | None) -> str:
    if held is None or held.how == "expected":
        return scene.term("attendance.expected")
    told = scene.term(f"attendance.{held.how}")
    if held.left_at is not None:
        return scene.say("said.left-at", how=told, at=_clock(held.left_at, scene.now))
    if held.was_present and held.arrived_at is not None:
        return scene.say("said.here-since", how=told, at=_clock(held.arrived_at, scene.now))
    return f"{told}: {held.update}" if held.update else told


def _clock(at: datetime, now: datetime) -> str:
    return at.astimezone(now.tzinfo).strftime("%H:%M")


def _taking_part(scene: Scene, who: str, how: str) -> Attendance:
    held = attendance_of(scene.family, scene.meeting.id, who) or Attendance(meeting=scene.meeting.id, who=who)
    present = how in ("room", "phone", "video")
    arrived = (held.arrived_at or scene.now) if present else None
    return held.changed(how=how, arrived_at=arrived, left_at=None)


def _next_expected(scene: Scene) -> str:
    """Who comes next on the list and was not marked yet, so that one key after the other goes down it."""
    whos = expected_at(scene.shown, scene.meeting.id)
    for who in whos[whos.index(scene.selected) + 1 :]:
        held = attendance_of(scene.family, scene.meeting.id, who)
        if held is None or held.how == "expected":
            return who
    return scene.selected


def _left(scene: Scene, who: str) -> Attendance:
    """Gone now; pressed again, back as before."""
    held = attendance_of(scene.family, scene.meeting.id, who) or Attendance(meeting=scene.meeting.id, who=who)
    if not held.was_present:
        held = _taking_part(scene, who, "room")
    return held.changed(left_at=None if held.left_at else scene.now)


def _onto_team(record: Record, who: str) -> tuple[Edit, ...]:
    """Somebody of a support who comes is on the team from now on; the family always is."""
    item = record.get(who)
    if isinstance(item, Person) and item.in_family:
        return ()
    if any(member.who == who and member.left_on is None for member in record.team):
        return ()
    return (put(TeamMember(who=who)),)
