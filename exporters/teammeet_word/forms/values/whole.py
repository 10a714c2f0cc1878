"""The plan as a whole: whose it is, which plan, and where everything else begins."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from teammeet.ecomap.graph import graph_of
from teammeet.ecomap.words import sections
from teammeet.model.meetings import Meeting
from teammeet.model.people import Household, Person
from teammeet.model.view import View
from teammeet.practice.meeting_facts import caregivers
from teammeet.practice.phase_said import phase_said
from teammeet_word.forms.values import signing
from teammeet_word.sections.agreement import current
from teammeet_word.sections.beginning import edition
from teammeet_word.sections.signatures import outstanding_lines
from teammeet_word.sheet import Sheet


def _children(sheet: Sheet) -> tuple[Person, ...]:
    """Each youth of the plan; who has died stands last."""
    found = (person for person in sheet.view.people if person.enrolled and person.in_family)
    return tuple(sorted(found, key=lambda person: person.life == "deceased"))


def _caregivers(sheet: Sheet) -> tuple[Person, ...]:
    return _people(sheet, caregivers(sheet.view, sheet.view.on))


def _guardians(sheet: Sheet) -> tuple[Person, ...]:
    """The people who decide for a child of the plan, without who has died."""
    ids = [right.held_by for child in _children(sheet) for right in child.decision_rights if right.held_by]
    return tuple(person for person in _people(sheet, ids) if person.life != "deceased")


def _people(sheet: Sheet, ids: list[str]) -> tuple[Person, ...]:
    found = map(sheet.view.get, dict.fromkeys(ids))
    return tuple(person for person in found if isinstance(person, Person))


def _home(sheet: Sheet) -> Household | None:
    """Where the first child of the plan lives, else the first home."""
    lived_in = [home for child in _children(sheet)[:1] for home in map(sheet.view.get, child.households)]
    homes = (*(home for home in lived_in if isinstance(home, Household)), *sheet.view.households)
    return homes[0] if homes else None


def _code(sheet: Sheet) -> str:
    return sheet.view.code if sheet.in_vault and not sheet.view.in_roles else ""


def _number(sheet: Sheet) -> int | None:
    return sheet.view.plan_number if sheet.in_vault and not sheet.view.in_roles else None


def _digest(sheet: Sheet) -> str:
    return "" if sheet.view.in_roles else sheet.view.digest


def _check_code(sheet: Sheet) -> str:
    return "" if sheet.view.in_roles else sheet.view.digest_code


def _fixed_on(sheet: Sheet) -> Any:
    number = sheet.view.plan_number if sheet.view.signed else None
    return next((held.fixed_at.date() for held in sheet.view.editions if held.number == number), None)


def _left_out(sheet: Sheet) -> str:
    return ", ".join(sheet.word("withheld", kind) for kind in sheet.view.withheld)


def _part_two(sheet: Sheet) -> str:
    return sheet.say("part_two") if sheet.view.part_two else ""


def _languages(sheet: Sheet) -> str:
    header = sheet.view.header
    return ", ".join(map(sheet.tongue, (header.language, *header.other_languages)))


def _map_words(sheet: Sheet) -> tuple[str, ...]:
    return tuple(entry for section in sections(graph_of(sheet.view), sheet.language) for entry in section.entries)


def _needs(view: View) -> Any:
    return tuple(sorted(view.needs, key=lambda need: need.rank or 1_000_000))


def _held(sheet: Sheet) -> tuple[Meeting, ...]:
    """The meetings that were held, the latest first."""
    return tuple(reversed(sheet.held))


def _listed(name: str) -> Callable[[Sheet, Any], Any]:
    return lambda sheet, _: getattr(sheet.view, name)


GETTERS: Final[Mapping[str, Mapping[str, Callable[[Sheet, Any], Any]]]] = {
    "plan": {
        "family_name": lambda sheet, _: sheet.view.header.name,
        "plan_code": lambda sheet, _: _code(sheet),
        "plan_name": lambda sheet, _: edition(sheet),
        "plan_state": lambda sheet, _: sheet.say("signed" if sheet.view.signed else "draft"),
        "plan_number": lambda sheet, _: _number(sheet),
        "digest": lambda sheet, _: _digest(sheet),
        "check_code": lambda sheet, _: _check_code(sheet),
        "signed": lambda sheet, _: sheet.view.signed,
        "first_plan": lambda sheet, _: sheet.view.plan_number == 1,
        "later_plan": lambda sheet, _: sheet.view.plan_number > 1,
        "interim": lambda sheet, _: sheet.cut_short is not None,
        "today": lambda sheet, _: sheet.today,
        "fixed_on": lambda sheet, _: _fixed_on(sheet),
        "enrolled_on": lambda sheet, _: sheet.view.header.enrolled_on,
        "phase": lambda sheet, _: phase_said(sheet.view),
        "agency": lambda sheet, _: sheet.view.header.agency,
        "facilitator": lambda sheet, _: sheet.view.header.facilitator,
        "monitored_by": lambda sheet, _: sheet.view.header.monitored_by,
        "languages": lambda sheet, _: _languages(sheet),
        "vision": lambda sheet, _: sheet.view.header.vision,
        "mission": lambda sheet, _: sheet.view.header.mission,
        "story": lambda sheet, _: sheet.view.header.story,
        "culture": lambda sheet, _: sheet.view.header.culture,
        "ground_rules": lambda sheet, _: sheet.view.header.ground_rules,
        "rules_agreed_by": lambda sheet, _: sheet.names(sheet.view.header.rules_agreed_by),
        "confidentiality": lambda sheet, _: sheet.view.header.confidentiality,
        "getting_help_again": lambda sheet, _: sheet.view.header.getting_help_again,
        "copy_for": lambda sheet, _: sheet.view.label(sheet.view.reader) or sheet.word("circle", sheet.view.role),
        "left_out": lambda sheet, _: _left_out(sheet),
        "part_2_notice": lambda sheet, _: _part_two(sheet),
        "map_legend": lambda sheet, _: sheet.say("map_caption"),
        "map_words": lambda sheet, _: _map_words(sheet),
        "child": lambda sheet, _: next(iter(_children(sheet)), None),
        "children": lambda sheet, _: _children(sheet),
        "caregivers": lambda sheet, _: _caregivers(sheet),
        "guardians": lambda sheet, _: _guardians(sheet),
        "people": lambda sheet, _: tuple(person for person in sheet.view.people if person.in_family),
        "home": lambda sheet, _: _home(sheet),
        "households": lambda sheet, _: sheet.view.households,
        "meeting": lambda sheet, _: next(iter(_held(sheet)), None),
        "meetings": lambda sheet, _: _held(sheet),
        "coming_meetings": lambda sheet, _: sheet.to_come,
        "helpers": lambda sheet, _: tuple(person for person in sheet.view.people if not person.in_family),
        "next_meeting": lambda sheet, _: next(iter(sheet.to_come), None),
        "crisis": lambda sheet, _: next(iter(sheet.view.crisis_plans), None),
        "crisis_plans": lambda sheet, _: sheet.view.crisis_plans,
        "needs": lambda sheet, _: _needs(sheet.view),
        "moving_on": lambda sheet, _: sheet.view.transition,
        "signers": lambda sheet, _: signing.signers_of(sheet),
        "all_ties": lambda sheet, _: sheet.view.ties,
        "other_views": lambda sheet, _: tuple(read for read in sheet.view.sections_read if str(read.words)),
        "agreements": lambda sheet, _: current(sheet),
        "outstanding": lambda sheet, _: outstanding_lines(sheet),
        **{
            name: _listed(name)
            for name in (
                *("team", "supports", "strengths", "worries", "outcomes", "options", "strategies", "tasks", "mandates"),
                *("risks", "contacts", "parked", "assessments", "signatures", "copies", "releases"),
            )
        },
    },
}
