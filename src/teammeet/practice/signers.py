"""For whose signature a plan waits, who may sign though nobody waits for it, and who may consent for a minor."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from teammeet.model.family import Family
from teammeet.model.people import DecisionRight, Person
from teammeet.model.record import Record
from teammeet.model.view import View
from teammeet.practice.groups import group_of
from teammeet.practice.meeting_facts import is_of_a_child

GROWN: Final = 18
"""From this age on nobody is asked whether a parent or guardian consents too."""


def is_welcome_to_sign(shown: Family | View, who: str, day: date) -> bool:
    """Whether somebody may sign but nobody waits for it: who is of the family, not on the team, and decides for nobody.

    Whoever carries out the plan or consents to it signs (42 CFR 441.301(c)(2)); so a small brother is not chased for
    a signature, and no age is set, which differs from state to state. Where it is not noted who of the family is on the
    team, everybody is asked but the brothers and sisters who may be under age: a plan is not open for ever for their sake.
    """
    family = {person.id: person for person in shown.people if person.in_family}
    on_team = family.keys() & {member.who for member in shown.team}
    deciding = {right.held_by for person in shown.people for right in person.decision_rights}
    if who not in family.keys() - on_team - deciding:
        return False
    return bool(on_team) or (not family[who].enrolled and may_be_a_minor(family[who], day))


def asked_to_sign(shown: Record, day: date, meeting: str = "") -> tuple[str, ...]:
    """Everybody who is asked: the family's living people, who is on the team on ``day``, who came to ``meeting``."""
    living = [p.id for p in shown.people if p.in_family and p.nature == "person" and p.life == "living"]
    members = [member.who for member in shown.team if member.left_on is None or member.left_on > day]
    came = [attendance.who for attendance in shown.attendances if meeting and attendance.meeting == meeting]
    return tuple(who for who in dict.fromkeys([*living, *members, *came]) if shown.label(who))


def is_staff(shown: Record, who: str) -> bool:
    """Whether somebody is there because they are paid: they sign for themselves and for nobody else."""
    return group_of(shown, who) == "professional"


def may_be_a_minor(person: Person, day: date) -> bool:
    """Whether somebody may be under age on ``day``: by the day of birth; where that is not known, by what is said of them.

    That is a child or youth enrolled, or a role such as "sister" or "hijo". It is only asked about: the age at which
    somebody signs alone differs from state to state, and with what is signed.
    """
    age = person.age_on(day)
    return person.enrolled or is_of_a_child(person.role) if age is None else age < GROWN


def may_consent(shown: Record, day: date) -> Mapping[str, tuple[str, ...]]:
    """Who may say yes beside the assent of children and youths, each with the ids of those; a question, never an answer.

    It is who is noted as deciding for them, nobody else: who lives with a child, or cares for it, may still have no such
    right, and who is paid has it only by a noted decision, as a county does that is the guardian.
    """
    found: dict[str, tuple[str, ...]] = {}
    for minor in _minors(shown, day):
        for who in sorted(_holders(minor, day) - {minor.id}):
            found[who] = (*found.get(who, ()), minor.id)
    return found


def may_consent_for(shown: Record, who: str, day: date) -> tuple[str, ...]:
    """Ids of the children and youths for whom ``who`` may say yes: see :func:`may_consent`."""
    return may_consent(shown, day).get(who, ())


def minors_without_anybody_deciding(shown: Record, day: date) -> tuple[str, ...]:
    """Ids of the children and youths of whom it is not noted who decides for them: a person, an agency, or a name."""
    return tuple(minor.id for minor in _minors(shown, day) if not any(_named(right) for right in _in_force(minor, day)))


def wait_for_consent(shown: Record, day: date, signers: Collection[str]) -> tuple[str, ...]:
    """Ids of the children and youths for whom none of ``signers`` is noted as deciding: who consents is still to be written."""
    given = {minor for who, minors in may_consent(shown, day).items() if who in signers for minor in minors}
    return tuple(minor.id for minor in _minors(shown, day) if minor.id not in given)


def _minors(shown: Record, day: date) -> list[Person]:
    """Those whom the plan is for, as far as they may be under age; where nobody is enrolled, all who may be."""
    minors = [p for p in shown.people if p.in_family and p.life == "living" and p.nature == "person" and may_be_a_minor(p, day)]
    return [person for person in minors if person.enrolled] or minors


def _named(right: DecisionRight) -> bool:
    return bool(right.held_by or right.held_by_name.strip())


def _in_force(minor: Person, day: date) -> list[DecisionRight]:
    return [right for right in minor.decision_rights if right.until is None or right.until >= day]


def _holders(minor: Person, day: date) -> set[str]:
    """Who holds a decision right for a child or youth on ``day``."""
    return {right.held_by for right in _in_force(minor, day) if right.held_by}
