"""Who may sign though nobody waits for it."""

from datetime import date, timedelta

from teammeet.model.family import Family
from teammeet.model.people import DecisionRight, Header, Household, Person
from teammeet.model.supports import Support, TeamMember
from teammeet.practice.signers import (
    is_staff,
    is_welcome_to_sign,
    may_be_a_minor,
    may_consent_for,
    minors_without_anybody_deciding,
    wait_for_consent,
)

DAY = date(2026, 3, 2)
MOTHER = Person(used_name="Ana")
BROTHER = Person(used_name="Leo")


def _family(*team: TeamMember, people: tuple[Person, ...] = (MOTHER, BROTHER)) -> Family:
    return Family(header=Header(name="Rivera family"), people=people, team=team)


def test_a_brother_who_is_not_on_the_team_may_sign_and_is_not_waited_for() -> None:
    family = _family(TeamMember(who=MOTHER.id))
    assert is_welcome_to_sign(family, BROTHER.id, DAY)
    assert not is_welcome_to_sign(family, MOTHER.id, DAY)


def test_everybody_but_a_young_brother_is_waited_for_where_nobody_of_the_family_is_noted_on_the_team() -> None:
    assert not is_welcome_to_sign(_family(), BROTHER.id, DAY)
    for young in (BROTHER.changed(role="little brother"), BROTHER.changed(born=date(2017, 1, 1))):
        assert is_welcome_to_sign(_family(people=(MOTHER, young)), young.id, DAY)
        enrolled = young.changed(enrolled=True)
        assert not is_welcome_to_sign(_family(people=(MOTHER, enrolled)), enrolled.id, DAY)


def test_whoever_decides_for_somebody_is_waited_for() -> None:
    deciding = MOTHER.changed(decision_rights=(DecisionRight(area="medical", held_by=BROTHER.id),))
    family = _family(TeamMember(who=MOTHER.id), people=(deciding, BROTHER))
    assert not is_welcome_to_sign(family, BROTHER.id, DAY)


# Minors and those who consent


YOUTH = Person(id="youth", used_name="Mia", enrolled=True, born=date(2012, 5, 1), households=("home",))
GRANDMOTHER = Person(id="nan", used_name="Nan", born=date(1960, 1, 1), households=("home",))
COUNTY = Support(id="county", name="County", kind="formal")


def _youths(*youths: Person, supports: tuple[Support, ...] = (COUNTY,)) -> Family:
    home = Household(id="home")
    return Family(header=Header(name="Rivera family"), households=(home,), people=(*youths, GRANDMOTHER), supports=supports)


def test_it_is_asked_of_who_is_under_age_and_where_nobody_noted_the_age_of_the_enrolled_and_by_the_role() -> None:
    for role, may in (("sister", True), ("hermana menor", True), ("son", True), ("grandmother", False), ("", False)):
        assert may_be_a_minor(Person(used_name="Zoe", role=role), DAY) is may
        assert not may_be_a_minor(Person(used_name="Zoe", role=role, born=date(1990, 1, 1)), DAY)
    assert may_be_a_minor(YOUTH, DAY)
    assert may_be_a_minor(YOUTH.changed(born=None), DAY)
    assert not may_be_a_minor(GRANDMOTHER.changed(born=None), DAY)
    assert not may_be_a_minor(YOUTH.changed(born=date(2008, 3, 2)), DAY)
    assert may_be_a_minor(YOUTH.changed(born=date(2008, 3, 3)), DAY)


def test_who_is_noted_as_deciding_may_consent_and_nobody_else_is_guessed() -> None:
    assert may_consent_for(_youths(YOUTH), "nan", DAY) == ()
    assert minors_without_anybody_deciding(_youths(YOUTH), DAY) == ("youth",)
    assert may_consent_for(_youths(YOUTH), "county", DAY) == ()
    ward = YOUTH.changed(decision_rights=(DecisionRight(area="medical", held_by="county", until=DAY),))
    assert may_consent_for(_youths(ward), "county", DAY) == ("youth",)
    assert may_consent_for(_youths(ward), "nan", DAY) == ()
    assert minors_without_anybody_deciding(_youths(ward), DAY) == ()
    assert minors_without_anybody_deciding(_youths(ward), DAY + timedelta(days=1)) == ("youth",)
    assert wait_for_consent(_youths(ward), DAY, ("nan", "county")) == ()
    assert wait_for_consent(_youths(ward), DAY, ("nan",)) == ("youth",)
    elsewhere = YOUTH.changed(decision_rights=(DecisionRight(area="medical", held_by_name="Judge Ames"),))
    assert minors_without_anybody_deciding(_youths(elsewhere), DAY) == ()
    assert wait_for_consent(_youths(elsewhere), DAY, ("nan",)) == ("youth",)
    assert is_staff(_youths(YOUTH), "county")
    assert not is_staff(_youths(YOUTH), "nan")


def test_who_is_grown_consents_for_themselves() -> None:
    assert may_consent_for(_youths(YOUTH.changed(born=date(2000, 1, 1))), "nan", DAY) == ()
    assert minors_without_anybody_deciding(_youths(YOUTH.changed(born=date(2000, 1, 1))), DAY) == ()
