"""What the map says while an idea looks for somebody who carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from teammeet.ecomap import carriers as at_hand
from teammeet.ecomap.seating import domain_name
from teammeet.messages import count
from teammeet.model.plan import Need, Option, Outcome
from teammeet.tui.meeting.scene import short

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph, Support
    from teammeet.model.family import Family
    from teammeet.tui.app import TeamMeetApp

_BRIEF: Final = 40
"""Characters of somebody's words inside another line."""
_NAMED: Final = 3
"""So many of those who stand nearest are named in the line."""


def question(app: TeamMeetApp, idea: Option) -> str:
    """Who could carry it?"""
    return app.say("capture.ask.carry", idea=short(str(idea.words), _BRIEF))


def line(app: TeamMeetApp, family: Family, graph: EcomapGraph, idea: Option) -> Content:
    """The question, who stands in the need's part of life, and the keys."""
    domain = domain_of(family, idea)
    near = [_name(app, each) for each in at_hand.could_carry(graph, domain) if at_hand.is_near(each, domain)]
    more = f" +{len(near) - _NAMED}" if len(near) > _NAMED else ""
    named = f"{', '.join(near[:_NAMED])}{more}"
    nearest = f" {app.say('spotlight.carry.near', domain=domain_name(domain, app.language), who=named)}" if near else ""
    return Content.styled(f"{question(app, idea)}", "bold") + Content(f"{nearest}  {app.say('spotlight.carry.keys')}")


def domain_of(family: Family, idea: Option) -> str:
    """The part of life that the idea's need is of; empty where nobody said."""
    outcome = family.get(idea.outcome)
    first = outcome.needs[0] if isinstance(outcome, Outcome) and outcome.needs else None
    need = family.get(idea.need or first)
    return (need.domain or "") if isinstance(need, Need) else ""


def ideas(app: TeamMeetApp, family: Family) -> list[tuple[str, str]]:
    """The ideas, those first that nobody carries yet; each with who does."""
    carried = {strategy.option: strategy.carried_by for strategy in family.strategies}
    entries = []
    for option in sorted(family.options, key=lambda option: bool(carried.get(option.id))):
        who = ", ".join(filter(None, map(family.label, carried.get(option.id, ()))))
        told = f" · {app.say('capture.row.carried-by', who=who)}" if who else ""
        entries.append((option.id, f"{short(str(option.words), _BRIEF)}{told}"))
    return entries


def carriers(app: TeamMeetApp, family: Family, graph: EcomapGraph, idea: Option) -> list[tuple[str, str]]:
    """Everybody who could, in the order in which help is looked for: ids and names with what they are."""
    return [entry for _, entries in _groups(app, family, graph, idea) for entry in entries]


def as_text(app: TeamMeetApp, family: Family, graph: EcomapGraph, idea: Option) -> str:
    """The same as a list in words, with headings."""
    lines = [question(app, idea)]
    for heading, entries in _groups(app, family, graph, idea):
        if entries:
            lines += ["", heading, *(f"- {words}" for _, words in entries)]
    return "\n".join(lines)


def _groups(app: TeamMeetApp, family: Family, graph: EcomapGraph, idea: Option) -> list[tuple[str, list[tuple[str, str]]]]:
    domain = domain_of(family, idea)
    could = at_hand.could_carry(graph, domain)
    near = [_entry(app, family, each) for each in could if at_hand.is_near(each, domain)]
    others = [_entry(app, family, each) for each in could if not at_hand.is_near(each, domain)]
    home = [(member.id, member.name) for member in at_hand.people(graph) if member.name]
    last = [_entry(app, family, each) for each in at_hand.paid(graph)]
    return [
        (app.say("spotlight.carry.nearest", domain=domain_name(domain, app.language)), near),
        (app.say("spotlight.carry.others"), others),
        (app.say("spotlight.carry.home"), home),
        (app.say("spotlight.carry.paid"), last),
    ]


def _entry(app: TeamMeetApp, family: Family, support: Support) -> tuple[str, str]:
    parts = [_name(app, support), app.say(f"model.support_kind.{support.kind}")]
    if support.domain:
        parts.append(domain_name(support.domain, app.language))
    carries = sum(support.id in strategy.carried_by for strategy in family.strategies)
    if carries:
        parts.append(count("spotlight.carry.load", carries, app.language))
    return support.id, " · ".join(parts)


def _name(app: TeamMeetApp, support: Support) -> str:
    return support.name or app.say("ecomap.unnamed.support")
