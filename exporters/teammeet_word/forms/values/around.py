"""The people: the family and its homes, the team, the supports and their ties."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from teammeet.model.meetings import Attendance
from teammeet.model.people import Contact, DecisionRight, Household, Person
from teammeet.model.plan import Need, Strength
from teammeet.model.supports import Support, TeamMember, Tie
from teammeet.model.values import Item
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet

FAMILY: Final = "family"
_Held = Person | Household | Support
_SAID_IN: Final = {"mandates": "of", "assessments": "of"}
"""The field that says whose an item is, where it is not ``whose``."""


def part_in(sheet: Sheet, who: str) -> str:
    """``family``, or the kind of support that somebody is or comes from; empty if nothing is known."""
    item = sheet.view.get(who)
    if isinstance(item, Person) and item.in_family:
        return FAMILY
    support = sheet.view.get(item.support) if isinstance(item, Person) else item
    return support.kind if isinstance(support, Support) else ""


def role_of(sheet: Sheet, who: str, on_team: str = "") -> str:
    """What somebody is on the team, and to the family; said once if both are the same."""
    part = part_of(sheet, who)
    return part if on_team in part else sheet.join(on_team, part)


def _ways_of(sheet: Sheet, who: str) -> tuple[Contact, ...]:
    item = sheet.view.get(who)
    return item.contacts if isinstance(item, (Person, Household, Support)) else ()


def _way(ways: tuple[Contact, ...], kind: str) -> str:
    return ", ".join(way.value for way in ways if way.kind == kind)


def _homes(sheet: Sheet, person: Person) -> list[Household]:
    return [home for home in map(sheet.view.get, person.households) if isinstance(home, Household)]


def _address(sheet: Sheet, person: Person) -> str:
    return _way(person.contacts, "address") or ", ".join(home.address for home in _homes(sheet, person) if home.address)


def _decides(sheet: Sheet, person: Person) -> str:
    return ", ".join(dict.fromkeys(_decider(sheet, right) for right in person.decision_rights if _decider(sheet, right)))


def _decider(sheet: Sheet, right: DecisionRight) -> str:
    return ", ".join(part for part in (sheet.view.label(right.held_by), right.held_by_name) if part)


def _decision(sheet: Sheet, right: DecisionRight) -> str:
    until = sheet.short_day(right.until) if right.until else ""
    return f"{sheet.word('decision_area', right.area)}: {sheet.join(_decider(sheet, right), right.note, until)}"


def _strengths(sheet: Sheet, who: str) -> tuple[Strength, ...]:
    return tuple(strength for strength in sheet.view.strengths if who in strength.whose)


def _needs(sheet: Sheet, person: Person) -> tuple[Need, ...]:
    """The person's own needs, in the family's order; where the plan is for this one youth, also those said of nobody."""
    alone = person.enrolled and sum(each.enrolled and each.in_family for each in sheet.view.people) == 1
    return tuple(need for need in sheet.plan.needs if person.id in need.whose or (alone and not need.whose))


def _whose(name: str) -> Callable[[Sheet, Person], tuple[Item, ...]]:
    """What of a list of the View says that it is the person's."""

    def own(sheet: Sheet, person: Person) -> tuple[Item, ...]:
        return tuple(item for item in getattr(sheet.view, name) if person.id in getattr(item, _SAID_IN.get(name, "whose")))

    return own


def _attended(sheet: Sheet, who: str) -> Attendance | None:
    """How somebody took part in the meeting that was held last."""
    last = sheet.held[-1].id if sheet.held else ""
    return next((one for one in sheet.view.attendances if one.meeting == last and one.who == who), None)


def _organisation(sheet: Sheet, who: str) -> str:
    item = sheet.view.get(who)
    support = sheet.view.get(item.support) if isinstance(item, Person) else item
    if not isinstance(support, Support):
        return ""
    return support.organisation or (support.label if isinstance(item, Person) else "")


def _ties(sheet: Sheet, support: Support) -> tuple[Tie, ...]:
    people = {person.id for person in sheet.view.people if person.support == support.id}
    return tuple(tie for tie in sheet.view.ties if tie.support == support.id or tie.support in people)


def _feels(sheet: Sheet, tie: Tie) -> str:
    kinds = dict.fromkeys(kind for claim in tie.claims for kind in claim.kinds or ("unsaid",)) or {"unsaid": None}
    return ", ".join(sheet.word("tie_kind", kind) for kind in kinds)


def _flow(sheet: Sheet, tie: Tie) -> str:
    return ", ".join(sheet.word("flow", flow) for flow in dict.fromkeys(c.flow for c in tie.claims if c.flow != "none"))


def _tie(sheet: Sheet, tie: Tie) -> str:
    return f"{sheet.called(tie.to)}: {sheet.join(_feels(sheet, tie), _flow(sheet, tie), tie.note)}"


def _helpful(sheet: Sheet, support: Support) -> str:
    helpful = support.helpfulness
    if helpful is None:
        return ""
    return sheet.join(sheet.say("score", score=helpful.score) if helpful.score is not None else "", helpful.words)


def _support(sheet: Sheet, support: Support) -> str:
    about = [part for part in (support.role, support.organisation) if part and part != support.label]
    return f"{support.label} ({', '.join(about)})" if about else support.label or sheet.say("somebody")


def _member(sheet: Sheet, member: TeamMember) -> str:
    role = role_of(sheet, member.who, member.role_on_team)
    return f"{sheet.called(member.who)} ({role})" if role else sheet.called(member.who)


GETTERS: Final[Mapping[str, Mapping[str, Callable[[Sheet, Any], Any]]]] = {
    "person": {
        "name": lambda sheet, person: person.label,
        "languages": lambda sheet, person: ", ".join(map(sheet.tongue, person.languages)),
        "home": lambda sheet, person: sheet.names(person.households) if person.life == "living" else "",
        "address": _address,
        "phone": lambda sheet, person: _way(person.contacts, "phone"),
        "email": lambda sheet, person: _way(person.contacts, "email"),
        "decides": _decides,
        "age": lambda sheet, person: person.age_on(sheet.view.on) if person.life == "living" else None,
        "ways": lambda sheet, person: person.contacts,
        "decisions": lambda sheet, person: person.decision_rights,
        "gone": lambda sheet, person: sheet.word("life", person.life) if person.life != "living" else "",
        "comes_from": lambda sheet, person: sheet.names((person.support,)) if person.support else "",
        "pet": lambda sheet, person: person.nature == "pet",
        "strengths": lambda sheet, person: _strengths(sheet, person.id),
        "needs": _needs,
        **{name: _whose(name) for name in ("worries", "mandates", "risks", "crisis_plans", "assessments")},
    },
    "line": {"line": lambda sheet, line: line},
    "household": {
        "phone": lambda sheet, home: _way(home.contacts, "phone"),
        "email": lambda sheet, home: _way(home.contacts, "email"),
        "ways": lambda sheet, home: home.contacts,
        "people": lambda sheet, home: tuple(p for p in sheet.view.people if home.id in p.households and p.in_family),
    },
    "decision": {"about": lambda sheet, right: right.area, "who": _decider},
    "member": {
        "name": lambda sheet, member: sheet.called(member.who),
        "role": lambda sheet, member: role_of(sheet, member.who, member.role_on_team),
        "organisation": lambda sheet, member: _organisation(sheet, member.who),
        "phone": lambda sheet, member: _way(_ways_of(sheet, member.who), "phone"),
        "email": lambda sheet, member: _way(_ways_of(sheet, member.who), "email"),
        "kind": lambda sheet, member: part_in(sheet, member.who),
        "present": lambda sheet, member: bool((held := _attended(sheet, member.who)) and held.was_present),
        "took_part": lambda sheet, member: held.how if (held := _attended(sheet, member.who)) else "",
        "update": lambda sheet, member: held.update if (held := _attended(sheet, member.who)) else "",
        "ways": lambda sheet, member: _ways_of(sheet, member.who),
        "strengths": lambda sheet, member: _strengths(sheet, member.who),
    },
    "support": {
        "name": lambda sheet, support: support.label,
        "role": lambda sheet, support: support.role if support.role != support.label else "",
        "area": lambda sheet, support: sheet.domain(support.domain),
        "ties": lambda sheet, support: "\n".join(_tie(sheet, tie) for tie in _ties(sheet, support)),
        "phone": lambda sheet, support: _way(support.contacts, "phone"),
        "email": lambda sheet, support: _way(support.contacts, "email"),
        "helpful": _helpful,
        "ways": lambda sheet, support: support.contacts,
        "people": lambda sheet, support: tuple(p for p in sheet.view.people if p.support == support.id),
        "all_ties": _ties,
    },
    "tie": {
        "who": lambda sheet, tie: sheet.called(tie.support),
        "to": lambda sheet, tie: sheet.called(tie.to),
        "feels": _feels,
        "flow": _flow,
        "said_by": lambda sheet, tie: sheet.names(tuple(dict.fromkeys(c.said_by for c in tie.claims if c.said_by))),
    },
}
IN_A_LINE: Final[Mapping[str, Callable[[Sheet, Any], Any]]] = {
    "person": lambda sheet, person: person.label,
    "household": lambda sheet, home: home.name or sheet.word("household_kind", home.kind),
    "way": lambda sheet, way: f"{way.value} ({way.note})" if way.note else way.value,
    "decision": _decision,
    "member": _member,
    "support": _support,
    "tie": _tie,
    "line": lambda sheet, line: line,
}
MARKS: Final[Mapping[str, Callable[[Sheet, Any], frozenset[str]]]] = {
    "person": lambda sheet, person: frozenset({"everyone", "pet" if person.nature == "pet" else person.life}),
    "member": lambda sheet, member: frozenset({part_in(sheet, member.who)}),
    "support": lambda sheet, support: frozenset({support.kind}),
    "tie": lambda sheet, tie: frozenset({"noted"} if tie.note else ()),
}
