"""Who may sign though nobody waits for it."""

from teammeet.model.family import Family
from teammeet.model.people import DecisionRight, Header, Person
from teammeet.model.supports import TeamMember
from teammeet.practice.signers import is_welcome_to_sign

MOTHER = Person(used_name="Ana")
BROTHER = Person(used_name="Leo")


def _family(*team: TeamMember, people: tuple[Person, ...] = (MOTHER, BROTHER)) -> Family:
    return Family(header=Header(name="Rivera family"), people=people, team=team)


def test_a_brother_who_is_not_on_the_team_may_sign_and_is_not_waited_for() -> None:
    family = _family(TeamMember(who=MOTHER.id))
    assert is_welcome_to_sign(family, BROTHER.id)
    assert not is_welcome_to_sign(family, MOTHER.id)


def test_everybody_is_waited_for_where_nobody_of_the_family_is_noted_on_the_team() -> None:
    assert not is_welcome_to_sign(_family(), BROTHER.id)


def test_whoever_decides_for_somebody_is_waited_for() -> None:
    deciding = MOTHER.changed(decision_rights=(DecisionRight(area="medical", held_by=BROTHER.id),))
    family = _family(TeamMember(who=MOTHER.id), people=(deciding, BROTHER))
    assert not is_welcome_to_sign(family, BROTHER.id)
