"""What the map says while an idea looks for somebody who carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
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
_BRIEFEST: Final = 26
_WIDE: Final = 100
"""The same below so many columns."""
_LOST: Final = 12
"""Cells of two rows that words leave empty at their ends, and the margins."""
_NAMED: Final = 3
"""So many of those who are asked first are named in the line."""


def question(app: TeamMeetApp, idea: Option, most: int = _BRIEF) -> str:
    """Who could carry it? With at most so many characters of the idea."""
    return app.say("capture.ask.carry", idea=short(str(idea.words), most))


def line(app: TeamMeetApp, family: Family, graph: EcomapGraph, idea: Option, who: str) -> Content:
    """The question, what Enter does while ``who`` is chosen, who carries it already, who is asked first and why.

    Of those so many are named as find room in two rows.
    """
    key = app.say("spotlight.carry.enter", name=family.label(who)) if who else app.say("spotlight.carry.choose")
    asked = question(app, idea, _BRIEF if app.size.width >= _WIDE else _BRIEFEST)
    told = " · ".join(filter(None, (key, _carried(app, family, idea), app.say("spotlight.carry.not-now"))))
    room = 2 * app.size.width - _LOST - cell_len(f"{asked} {told}")
    return Content.styled(asked, "bold") + Content(f" {told}{_first(app, graph, domain_of(family, idea), room)}")


def _first(app: TeamMeetApp, graph: EcomapGraph, domain: str, room: int) -> str:
    """Who is asked first, each with why: near the need, or a strong tie."""
    strong = at_hand.strongly_tied(graph)
    near = app.say("spotlight.carry.why-near", domain=domain_name(domain, app.language))
    reasons = [
        (_name(app, each), near if at_hand.is_near(each, domain) else app.say("spotlight.carry.why-strong"))
        for each in at_hand.could_carry(graph, domain)
        if at_hand.is_near(each, domain) or each.id in strong
    ]
    for named in range(min(_NAMED, len(reasons)), 0, -1):
        said = app.say("spotlight.carry.first", who=", ".join(f"{name} ({why})" for name, why in reasons[:named]))
        if cell_len(said) < room:
            return f" {said}"
    return ""


def _carried(app: TeamMeetApp, family: Family, idea: Option) -> str:
    carried = next((strategy.carried_by for strategy in family.strategies if strategy.option == idea.id), ())
    who = ", ".join(filter(None, map(family.label, carried)))
    return app.say("capture.row.carried-by", who=who) if who else ""


def domain_of(family: Family, idea: Option) -> str:
    """The part of life that the idea's need is of; empty where nobody said."""
    outcome = family.get(idea.outcome)
    first = outcome.needs[0] if isinstance(outcome, Outcome) and outcome.needs else None
    need = family.get(idea.need or first)
    return (need.domain or "") if isinstance(need, Need) else ""


def ideas(app: TeamMeetApp, family: Family) -> list[tuple[str, str]]:
    """The ideas, those first that nobody carries yet; each with who does."""
    told = [(option, _carried(app, family, option)) for option in family.options]
    return [
        (option.id, " · ".join(filter(None, (short(str(option.words), _BRIEF), carried))))
        for option, carried in sorted(told, key=lambda each: bool(each[1]))
    ]


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
    strong = at_hand.strongly_tied(graph)
    near = [_entry(app, family, each, strong) for each in could if at_hand.is_near(each, domain)]
    others = [_entry(app, family, each, strong) for each in could if not at_hand.is_near(each, domain)]
    home = [(member.id, member.name) for member in at_hand.people(graph) if member.name]
    last = [_entry(app, family, each, strong) for each in at_hand.paid(graph)]
    return [
        (app.say("spotlight.carry.nearest", domain=domain_name(domain, app.language)), near),
        (app.say("spotlight.carry.others"), others),
        (app.say("spotlight.carry.home"), home),
        (app.say("spotlight.carry.paid"), last),
    ]


def _entry(app: TeamMeetApp, family: Family, support: Support, strong: frozenset[str]) -> tuple[str, str]:
    parts = [_name(app, support), app.say(f"model.support_kind.{support.kind}")]
    if support.domain:
        parts.append(domain_name(support.domain, app.language))
    if support.id in strong:
        parts.append(app.say("spotlight.carry.why-strong"))
    carries = sum(support.id in strategy.carried_by for strategy in family.strategies)
    if carries:
        parts.append(count("spotlight.carry.load", carries, app.language))
    return support.id, " · ".join(parts)


def _name(app: TeamMeetApp, support: Support) -> str:
    return support.name or app.say("ecomap.unnamed.support")
