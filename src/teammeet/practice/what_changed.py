"""What changed in a plan between two moments, as one reader sees both: values in the order of the plan. Pure.

The two views come of one reader under today's rules (:func:`teammeet.model.since.seen_since`): what was hidden since then is
in neither, so that nothing here tells of it. What is done, met, reached, set aside or no longer needed is told as that; what is
no more there was taken out: a plan may fail, a family does not. Supports and their ties are told by the map's own comparison
(:mod:`teammeet.ecomap.compared`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final, Literal, get_args

from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.plan import Reading, Task, TransitionStep
from teammeet.model.record import LIST_OF
from teammeet.model.sharing import Agreement
from teammeet.model.supports import TeamMember
from teammeet.model.values import Item
from teammeet.model.view import View
from teammeet.practice.arrangement import NO_NEED, Arrangement, arranged
from teammeet.practice.changed_fields import Difference, Said, called, differences
from teammeet.practice.plan_sections import to_come_after

Part = Literal[
    "beginning", "family", "team", "strengths", "map", "needs",
    "mandates", "risks", "crisis", "transition", "meeting", "agreement",
]  # fmt: skip
Change = Literal["new", "gone", "otherwise"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
"""The parts of the plan, in its order; of the ``map`` nothing is told here."""
_OF_THE_HEADER: Final[Mapping[Part, tuple[str, ...]]] = {
    "meeting": ("ground_rules", "confidentiality"),
    "transition": ("getting_help_again",),
}
_LISTS: Final[Mapping[Part, tuple[str, ...]]] = {
    "family": ("people", "households"),
    "team": ("team",),
    "strengths": ("strengths",),
    "mandates": ("mandates",),
    "risks": ("risks",),
    "crisis": ("crisis_plans", "crisis_stages", "crisis_calls", "past_crises"),
    "transition": ("transition",),
}
_UNDER_A_NEED: Final = ("outcomes", "readings", "strategies", "tasks", "options")


@dataclass(frozen=True, slots=True)
class Changed:
    """One item of the plan that is new, gone, or otherwise than it was.

    ``kind`` is its list, ``name`` what it is called or says; ``number`` is the plan's own for needs, outcomes and strategies
    (of what is gone, that of the former plan; 0: none). ``need`` is the id of the need under which the plan tells it.
    ``became`` says what became of it (``changed.became.*``), and ``on`` when, where that is known.
    """

    part: Part
    kind: str
    id: str
    change: Change
    name: str
    number: int = 0
    need: str = ""
    became: str = ""
    on: date | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class _Moments:
    """The two views, each with the order of its plan."""

    before: View
    view: View
    was: Arrangement
    now: Arrangement


def what_changed(before: View, view: View) -> tuple[Changed, ...]:
    """All that is otherwise in ``view`` than it was in ``before``, in the order of the plan; nothing if nothing is."""
    moments = _Moments(before, view, arranged(before), arranged(view))
    return tuple(changed for part in PARTS for changed in _PART[part](moments, part))


def _whole_lists(moments: _Moments, part: Part) -> Iterator[Changed]:
    yield from _of_header(moments, part)
    for name in _LISTS.get(part, ()):
        yield from _paired(moments, part, getattr(moments.before, name), getattr(moments.view, name))


def _of_header(moments: _Moments, part: Part) -> Iterator[Changed]:
    """What the plan says of the family as a whole: each field in the part in which it stands."""
    elsewhere = {name for names in _OF_THE_HEADER.values() for name in names}
    told = [
        each
        for each in differences(moments.before.header, moments.view.header, moments.before, moments.view)
        if each.what in _OF_THE_HEADER.get(part, ()) or (part == "beginning" and each.what not in elsewhere)
    ]
    if told:
        yield Changed(part, "header", moments.view.header.id, "otherwise", "", differences=tuple(told))


def _meeting(moments: _Moments, part: Part) -> Iterator[Changed]:
    """The rules of meeting, and when the next one is, if that is another day or another place."""
    yield from _of_header(moments, part)
    was, now = (next(iter(to_come_after(seen, seen.on)), None) for seen in (moments.before, moments.view))
    if now is not None and _where_and_when(was) != _where_and_when(now):
        names = ("on", "at", "place")
        told = (Difference(f"meeting_{name}", _text(was, name), _text(now, name)) for name in names)
        found = tuple(each for each in told if each.was != each.now)
        yield Changed(part, "meetings", now.id, "new" if was is None else "otherwise", "", differences=found)


def _where_and_when(meeting: Meeting | None) -> object:
    """What is told of a meeting; where nothing is said of it, it is as good as none."""
    return (meeting.on, meeting.at, meeting.place) if meeting is not None else (None, None, "")


def _text(meeting: Meeting | None, name: str) -> Said:
    held = getattr(meeting, name) if meeting is not None else None
    return held if isinstance(held, (str, date, time)) and held != "" else None


def _needs(moments: _Moments, part: Part) -> Iterator[Changed]:
    """Need by need, each with what hangs on it; then what hung on needs that are gone; then what hangs on none."""
    here = [need.id for need in moments.now.needs]
    gone = [need.id for need in moments.was.needs if need.id not in here]
    worries = _by_id(_paired(moments, part, moments.before.worries, moments.view.worries))
    moved = _moved(moments)
    for need in (*here, *gone):
        was, now = moments.before.get(need), moments.view.get(need)
        found = _paired(moments, part, [was] if was else [], [now] if now else [], need)
        yield from found if need in moved else _without_rank(found)
        behind = dict.fromkeys(one for held in (now, was) if held is not None for one in getattr(held, "behind", ()))
        yield from (worries.pop(one) for one in behind if one in worries)
        yield from _hanging(moments, part, need)
    yield from worries.values()
    yield from _hanging(moments, part, NO_NEED)


def _moved(moments: _Moments) -> frozenset[str]:
    """The needs that stand elsewhere among those of both plans: what only makes room for another has not moved."""
    was, now = ([need.id for need in plan.needs] for plan in (moments.was, moments.now))
    both = [[id for id in ids if id in others] for ids, others in ((was, now), (now, was))]
    return frozenset(new for old, new in zip(*both, strict=True) if old != new)


def _without_rank(found: Iterable[Changed]) -> Iterator[Changed]:
    for changed in found:
        left = tuple(each for each in changed.differences if each.what != "rank" or each.was is None or each.now is None)
        if left or changed.became or changed.change != "otherwise":
            yield replace(changed, differences=left)


def _by_id(found: Iterable[Changed]) -> dict[str, Changed]:
    return {changed.id: changed for changed in found}


def _hanging(moments: _Moments, part: Part, need: str) -> Iterator[Changed]:
    """What the plan tells under a need: what is still there where it is told now, what is gone where it was told."""
    for name in _UNDER_A_NEED:
        now = _told(moments.now, name, need)
        was = [item for item in _told(moments.was, name, need) if moments.view.get(item.id) is None]
        former = [item for item in (moments.before.get(item.id) for item in now) if item is not None]
        yield from _paired(moments, part, [*former, *was], now, need)


def _told(plan: Arrangement, name: str, need: str) -> Sequence[Item]:
    if name == "readings":
        return [reading for outcome in plan.outcomes.get(need, ()) for reading in plan.readings.get(outcome.id, ())]
    found: Mapping[str, Sequence[Item]] = getattr(plan, name)
    return found.get(need, ())


def _paired(moments: _Moments, part: Part, was: Sequence[Item], now: Sequence[Item], need: str = "") -> Iterator[Changed]:
    """What changed in one list: what is there in its order, then what is gone."""
    former = {item.id: item for item in was}
    for item in now:
        changed = _one(moments, part, former.get(item.id), item, need)
        if changed is not None:
            yield changed
    here = {item.id for item in now}
    for item in was:
        if item.id not in here and _is_told(item):
            yield _changed(moments, part, item, "gone", need)


def _one(moments: _Moments, part: Part, was: Item | None, now: Item, need: str) -> Changed | None:
    if not _is_told(now):
        return None
    found = tuple(differences(was, now, moments.before, moments.view))
    became, on = _became(was, now)
    if was is None:
        return _changed(moments, part, now, "new", need, became, on, found)
    return _changed(moments, part, now, "otherwise", need, became, on, found) if found or became else None


def _is_told(item: Item) -> bool:
    """People of supports are told with the map."""
    return not isinstance(item, Person) or item.in_family


def _changed(
    moments: _Moments, part: Part, item: Item, change: Change, need: str, became: str = "", on: date | None = None,
    found: tuple[Difference, ...] = (),
) -> Changed:  # fmt: skip
    seen, plan = (moments.before, moments.was) if change == "gone" else (moments.view, moments.now)
    number = plan.number.get(item.id, 0)
    kind = LIST_OF[type(item)]
    return Changed(part, kind, item.id, change, _name(seen, item), number, need, became, on, found)


def _name(seen: View, item: Item) -> str:
    """What an item is called: its words; whose outcome was read; who is on the team or agreed; who is called in a crisis."""
    if isinstance(item, Reading):
        return called(seen, item.outcome)
    if isinstance(item, (TeamMember, Agreement)):
        return seen.label(item.who)
    name = getattr(item, "name", "")
    return called(seen, item.id) or name or seen.label(getattr(item, "who", "") or None)


def _became(was: Item | None, now: Item) -> tuple[str, date | None]:
    """What became of an item, apart from its words: met, done, reached, left; empty where that is as it was."""
    kind = LIST_OF[type(now)]
    if isinstance(now, TeamMember):
        left = now.left_on is not None and (not isinstance(was, TeamMember) or was.left_on != now.left_on)
        back = isinstance(was, TeamMember) and was.left_on is not None and now.left_on is None
        return ("team.left" if left else "team.back" if back else "", now.left_on)
    if isinstance(now, TransitionStep):
        reached = now.reached_on is not None and (not isinstance(was, TransitionStep) or was.reached_on is None)
        return ("transition.reached", now.reached_on) if reached else ("", None)
    status, former = getattr(now, "status", ""), getattr(was, "status", "open")
    on = now.status_on if isinstance(now, Task) else None
    return (f"{kind}.{status}", on) if kind in _HAVE_A_STATUS and status != former else ("", None)


_HAVE_A_STATUS: Final = ("needs", "outcomes", "tasks")


def _agreement(moments: _Moments, part: Part) -> Iterator[Changed]:
    """How far each member stands behind the plan: what they said last, beside what they had said last then.

    The day of what was said at no meeting is told with what is otherwise in it; alone it tells nothing.
    """
    was, now = (_last_said(seen) for seen in (moments.before, moments.view))
    for who, held in now.items():
        found = tuple(differences(was.get(who), held, moments.before, moments.view))
        if any(each.what != "said_on" for each in found):
            found = tuple(each for each in found if each.what != "said_on" or each.now is not None)
            change: Change = "otherwise" if who in was else "new"
            yield Changed(part, "agreements", held.id, change, moments.view.label(who), differences=found)


def _last_said(seen: View) -> dict[str, Agreement]:
    """By who said it; what was only added at no meeting, such as that they want time, leaves the degree as it was."""
    days = {meeting.id: meeting.on or date.min for meeting in seen.meetings}
    last: dict[str, Agreement] = {}
    for held in sorted(seen.agreements, key=lambda held: days.get(held.meeting or "", held.said_on or date.min)):
        before = last.get(held.who)
        only_added = before is not None and held.said_on is not None and held.degree is None
        last[held.who] = held.model_copy(update={"degree": before.degree}) if before and only_added else held
    return last


_PART: Final = {
    **dict.fromkeys(PARTS, _whole_lists),
    "map": lambda moments, part: iter(()),
    "needs": _needs,
    "meeting": _meeting,
    "agreement": _agreement,
}
