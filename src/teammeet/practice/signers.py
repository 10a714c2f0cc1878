"""For whose signature a plan waits, and who may sign though nobody waits for it."""

from teammeet.model.family import Family
from teammeet.model.view import View


def is_welcome_to_sign(shown: Family | View, who: str) -> bool:
    """Whether somebody may sign but nobody waits for it: who is of the family, not on the team, and decides for nobody.

    Whoever carries out the plan or consents to it signs (42 CFR 441.301(c)(2)); so a small brother is not chased for
    a signature, and no age is set, which differs from state to state. Where it is not noted who of the family is on the
    team, everybody is asked.
    """
    family = {person.id for person in shown.people if person.in_family}
    asked = family & {member.who for member in shown.team}
    deciding = {right.held_by for person in shown.people for right in person.decision_rights}
    return bool(asked) and who in family - asked - deciding
