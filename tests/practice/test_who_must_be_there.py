"""Who must be there, as good practice has it and as a family sets it; who of them is missing."""

from datetime import date

from tests.tui.meeting_scenes import small_family

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Person
from teammeet.model.supports import Support, TeamMember
from teammeet.practice.who_must_be_there import Needed, attendance_is_taken, who_is_missing, who_must_be_there


def with_team(*members: TeamMember) -> Family:
    return small_family(team=members)


def here(family: Family, *whos: str) -> Family:
    return family.with_edits(tuple(put(Attendance(meeting="now", who=who, how="room")) for who in whos))


def test_nobody_said_anything_so_it_is_the_youth_and_any_caregiver() -> None:
    assert who_must_be_there(small_family()) == (Needed("youth", ("dani",)), Needed("caregiver", ("rosa",)))


def test_any_one_caregiver_is_enough() -> None:
    family = small_family().with_edits((put(Person(id="luis", used_name="Luis", role="father")),))
    assert Needed("caregiver", ("rosa", "luis")) in who_must_be_there(family)
    assert who_is_missing(here(family, "dani", "luis"), "now") == ()


def test_a_caregiver_who_is_named_is_the_one_who_must_come() -> None:
    family = with_team(TeamMember(who="rosa", must_be_there=True))
    family = family.with_edits((put(Person(id="luis", used_name="Luis", role="father")),))
    assert who_is_missing(here(family, "dani", "luis"), "now") == (Needed("named", ("rosa",)),)


def test_a_youth_may_be_set_free_to_come_but_not_by_standing_on_the_team() -> None:
    assert Needed("youth", ("dani",)) in who_must_be_there(with_team(TeamMember(who="dani")))
    assert who_must_be_there(with_team(TeamMember(who="dani", must_be_there=False))) == (Needed("caregiver", ("rosa",)),)


def test_who_left_the_team_need_not_come() -> None:
    left = TeamMember(who="ortiz", must_be_there=True, left_on=date(2026, 1, 1))
    assert all(needed.why != "named" for needed in who_must_be_there(with_team(left), date(2026, 3, 2)))


def test_a_support_is_there_when_a_person_of_it_is() -> None:
    family = with_team(TeamMember(who="school", must_be_there=True)).with_edits(
        (put(Support(id="school", name="School")), put(Person(id="reed", used_name="Ms. Reed", support="school")))
    )
    assert who_is_missing(here(family, "dani", "rosa", "reed"), "now") == ()
    assert who_is_missing(here(family, "dani", "rosa"), "now") == (Needed("named", ("school",)),)


def test_somebody_who_sent_word_is_not_there() -> None:
    family = here(small_family(), "rosa").with_edits((put(Attendance(meeting="now", who="dani", how="sent_word")),))
    assert who_is_missing(family, "now") == (Needed("youth", ("dani",)),)


def test_a_family_member_who_has_died_or_a_pet_is_not_waited_for() -> None:
    family = small_family(
        people=(
            Person(id="rex", used_name="Rex", nature="pet", enrolled=True),
            Person(id="tomas", used_name="Tomás", role="father", life="deceased"),
        )
    )
    assert who_must_be_there(family) == ()


def test_the_rule_names_its_source_and_the_family_needs_none() -> None:
    assert "Milwaukee" in Needed("youth", ("x",)).sources[0]
    assert Needed("named", ("x",)).sources == ()


def test_attendance_is_taken_when_everybody_was_marked() -> None:
    family = here(small_family(), "rosa")
    assert not attendance_is_taken(family, "now", ("rosa", "dani"))
    assert attendance_is_taken(here(family, "dani"), "now", ("rosa", "dani"))
    assert not attendance_is_taken(family, "now", ())
