"""Who: households and the people in them, people of supports, the team, who decides, pets, the dead, the unborn."""

from __future__ import annotations

from collections.abc import Iterator

from teammeet.model.people import Household, Person
from teammeet.tui.sheets.row import Look, Row

KINDS = ("people", "households", "team", "mandates")
"""What can be added here."""


def rows(look: Look) -> Iterator[Row]:
    """The sheet, from the middle outwards."""
    family = look.family
    present = [p for p in family.people if p.in_family and p.nature == "person" and p.life == "living"]
    for household in family.households:
        yield _household(look, household)
        yield from (_person(look, p, household.id) for p in present if household.id in p.households)
    homeless = [p for p in present if not p.households]
    if homeless or not family.households:
        yield from look.section("family-members", "people", (_person(look, p) for p in homeless))
    yield from look.section("team", "team", _team(look))
    helpers = [p for p in family.people if not p.in_family]
    if helpers:
        yield from look.section("people-of-supports", "", (_person(look, p) for p in helpers))
    yield from _decisions(look)
    yield from _apart(look)
    yield from look.section("mandates", "mandates", _mandates(look))


def _household(look: Look, household: Household) -> Row:
    title = look.title(household)
    kind = look.term(f"household_kind.{household.kind}")
    detail = kind if kind != title else ""
    return Row(household.id, title, detail=detail, heading=True, item=household.id, kind="people")


def _person(look: Look, person: Person, under: str = "") -> Row:
    age = person.age_on(look.today)
    return look.row(
        person,
        "◆" if person.enrolled else "•",
        person.role if person.used_name else "",
        look.name(person.support),
        look.say("age", number=age) if age is not None else "",
        person.pronouns,
        ", ".join(person.languages),
        look.say("field.interpreter") if person.interpreter else "",
        under=under,
    )


def _team(look: Look) -> Iterator[Row]:
    for member in look.family.team:
        left = look.say("left-team", day=look.day(member.left_on)) if member.left_on and member.left_on <= look.today else ""
        must = look.say("field.must_be_there") if member.must_be_there else ""
        yield look.row(member, "–" if left else "•", member.role_on_team, must, left)


def _decisions(look: Look) -> Iterator[Row]:
    rights = [(person, number) for person in look.family.people for number in range(len(person.decision_rights))]
    if rights:
        yield look.heading("decisions", number=len(rights))
    for person, number in rights:
        right = person.decision_rights[number]
        held_by = look.name(right.held_by) or right.held_by_name or look.say("nobody-said")
        words = f"{look.title(person)} – {look.term(f'decision_area.{right.area}')}: {held_by}"
        until = look.say("until-day", day=look.day(right.until)) if right.until else ""
        detail = " · ".join(part for part in (right.note, until) if part)
        yield Row(f"right/{person.id}/{number}", words, "•", detail, 1, item=person.id, field="decision_rights")


def _apart(look: Look) -> Iterator[Row]:
    """Pets, those who have died, those not born yet: they count, each under a heading of its own."""
    people = [p for p in look.family.people if p.in_family]
    groups = {
        "unborn": [p for p in people if p.nature == "person" and p.life == "unborn"],
        "deceased": [p for p in people if p.nature == "person" and p.life == "deceased"],
        "pets": [p for p in people if p.nature == "pet"],
    }
    for name, held in groups.items():
        if held:
            yield from look.section(name, "people", (_person(look, p) for p in held))


def _mandates(look: Look) -> Iterator[Row]:
    for mandate in look.family.mandates:
        until = look.say("until-day", day=look.day(mandate.until)) if mandate.until else ""
        yield look.row(mandate, "!", mandate.said_by, look.names(mandate.of), until)
