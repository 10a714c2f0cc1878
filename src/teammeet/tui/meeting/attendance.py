"""Who is here: everybody of the family and the team, one key each for how they take part; a typed name adds somebody."""

from collections.abc import Callable
from typing import Final

from teammeet.model.family import Edit, drop, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import Support, TeamMember
from teammeet.text import folded
from teammeet.tui.meeting import arrivals, planning
from teammeet.tui.meeting.arrivals import attendance_of, came_at, here_now, left_now, times_in_words
from teammeet.tui.meeting.called import called
from teammeet.tui.meeting.expected import expected_at
from teammeet.tui.meeting.kinds import ask_kind
from teammeet.tui.meeting.known import ask_which, in_doubt
from teammeet.tui.meeting.relation import relation_in, words_for
from teammeet.tui.meeting.scene import AskLine, Deed, Edited, Keep, Row, Scene, StepKey, Tell, heading
from teammeet.tui.meeting.spoken import parts

HOW_KEYS: Final = {"room": "r", "phone": "p", "video": "v", "sent_word": "w", "absent": "a"}
ASKED_KEYS: Final = {"time": "t", "must-leave": "m", "interpreter": "i", "name": "n"}
_ASKING: Final[dict[str, Callable[[Scene, str], Deed]]] = {
    "time": arrivals.ask_time,
    "must-leave": arrivals.ask_must_leave,
    "interpreter": arrivals.ask_interpreter,
    "name": arrivals.ask_name,
}
_MARKS = {"room": "✓", "phone": "✓", "video": "✓", "sent_word": "~", "absent": "✗", "expected": "·"}


def rows(scene: Scene) -> tuple[Row, ...]:
    """Everybody who may come, with how they take part."""
    whos = expected_at(scene.shown, scene.meeting.id)
    there = len(scene.present & set(whos))
    head = heading(scene, "who")
    shown = scene.say("heading.who-here", here=there, all=len(whos))
    listed = (_row(scene, who) for who in whos)
    return (Row(head.id, head.words, detail=shown, heading=True, mode="who"), *_not_a_planning_meeting(scene), *listed)


def first(scene: Scene) -> str:
    """The first of whom nothing was said yet."""
    whos = expected_at(scene.shown, scene.meeting.id)
    said = {a.who for a in scene.shown.attendances if a.meeting == scene.meeting.id and a.how != "expected"}
    return next((who for who in whos if who not in said), "")


def keys(scene: Scene) -> tuple[StepKey, ...]:
    """A letter for each way to take part, for coming and going, for what is known of the person, and for whom the plan is."""
    ways = tuple(StepKey(how, letter, scene.say(f"key.{how}")) for how, letter in HOW_KEYS.items())
    asked = tuple(StepKey(key, letter, scene.said(f"arrive.key.{key}")) for key, letter in ASKED_KEYS.items())
    rest = (StepKey("left", "l", scene.say("key.left")), *asked, StepKey("kind", "k", scene.said("arrive.key.kind")))
    more = (StepKey("enrolled", "e", scene.said("arrive.key.enrolled")), StepKey("must", "b", scene.said("arrive.key.must")))
    # no title: the row that tells why names the letter, and the strip stays two lines
    what_now = (StepKey("planning", "o", ""),) if _is_to_be_said(scene) else ()
    return (*ways, *rest, *more, *what_now)


def act(scene: Scene, key: str) -> Deed:
    """What a letter does to the selected person."""
    who = scene.selected
    if key == "planning":
        return planning.ask(scene)
    if who not in expected_at(scene.shown, scene.meeting.id):
        return Tell(scene.say("told.select-somebody"))
    if key == "kind":
        return ask_kind(scene, who)
    if key == "enrolled":
        return _plan_for(scene, who)
    if key == "must":
        return arrivals.turn_must_be_there(scene, who)
    if key in _ASKING:
        return _ASKING[key](scene, who)
    return _taken_part(scene, who, key)


def _taken_part(scene: Scene, who: str, key: str) -> Deed:
    """How somebody takes part, or that they left; then the next on the list."""
    if key == "sent_word":
        return AskLine(
            scene.say("ask.word", who=scene.shown.label(who)),
            lambda line: Keep((put(here_now(scene, who, key).changed(update=line)),), _next_expected(scene)),
            may_be_blank=True,
        )
    if key == "left":
        held = attendance_of(scene.family, scene.meeting.id, who)
        if held is not None and held.how in ("absent", "sent_word"):
            return Tell(scene.said("arrive.told.not-here"))  # who never came has not left
        return Keep((put(left_now(scene, who)),), who)
    return Keep((put(here_now(scene, who, key)),), _next_expected(scene))


def kept(scene: Scene, line: str) -> Deed:
    """Somebody who came: known already, or "Name, relationship or agency" makes a new one, on the team and here.

    A first name that may be that of somebody known is asked about.
    """
    name, said = (*parts(line, 2), "")[:2]
    found = in_doubt(scene, name, said)
    if found:
        return ask_which(scene, name, found, lambda who: _came(scene, who, said) if who else _is_new(scene, name, said))
    who = scene.tags.who(name) or (scene.tags.who_begins(name) if not said else None)
    return _came(scene, who, said) if who is not None else _is_new(scene, name, said)


def _came(scene: Scene, who: str, said: str) -> Keep:
    """Somebody who is known is here; what was said of them is kept."""
    told = _told_more(scene, who, said)
    noted = scene.say("said.noted", words=said) if told else ""
    return Keep((*told, *_onto_team(scene.family, who), put(here_now(scene, who))), who, said=noted)


def _is_new(scene: Scene, name: str, said: str) -> Keep:
    item = _in_focus(scene, new_somebody(scene, name, said))
    there = Attendance(meeting=scene.meeting.id, who=item.id, how="room", arrived_at=came_at(scene))
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
    relation = relation_in(role)
    if relation.kind == "family":
        return Person(used_name=name, role=", ".join(filter(None, (relation.role, relation.more))))
    if relation.kind == "natural":  # of somebody of the family's own circle, what is said besides is no organisation
        return Support(name=name, role=", ".join(filter(None, (relation.role, relation.more))), kind="natural")
    return Support(name=name, role=relation.role, organisation=relation.more, kind=relation.kind)


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
    must = scene.private and arrivals.needs(scene.family, scene, who)
    told += [scene.said("arrive.said.must")] if must else []
    return Row(who, called(scene.shown, who), mark=mark, detail=" · ".join(told), level=1, item=who)


def _is_to_be_said(scene: Scene) -> bool:
    """Whether the facilitator, looking alone, is told that somebody is missing: once everybody was marked."""
    return scene.private and planning.is_taken(scene) and bool(planning.missing(scene))


def _not_a_planning_meeting(scene: Scene) -> tuple[Row, ...]:
    if not _is_to_be_said(scene):
        return ()
    return (Row("not-planning", planning.why_not(scene), "!", scene.said("arrive.planning.o"), heading=True),)


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
        return " · ".join((scene.term("attendance.expected"), *(times_in_words(scene, held) if held else ())))
    told = scene.term(f"attendance.{held.how}")
    times = times_in_words(scene, held)
    word = f": {held.update}" if held.update and not held.was_present else ""
    return " · ".join((f"{told}{word}", *times))


def _next_expected(scene: Scene) -> str:
    """Who comes next on the list and was not marked yet, so that one key after the other goes down it."""
    whos = expected_at(scene.shown, scene.meeting.id)
    for who in whos[whos.index(scene.selected) + 1 :]:
        held = attendance_of(scene.family, scene.meeting.id, who)
        if held is None or held.how == "expected":
            return who
    return scene.selected


def _onto_team(record: Record, who: str) -> tuple[Edit, ...]:
    """Somebody of a support who comes is on the team from now on; the family always is."""
    item = record.get(who)
    if isinstance(item, Person) and item.in_family:
        return ()
    if any(member.who == who and member.left_on is None for member in record.team):
        return ()
    return (put(TeamMember(who=who)),)
