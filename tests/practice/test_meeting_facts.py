"""What can be counted while a meeting runs: counts and shares, from what a reader may see."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from tests.model.drawn import families

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting, StepMinutes
from teammeet.model.people import DecisionRight, Header, Household, Person
from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task
from teammeet.model.readers import facilitator, room
from teammeet.model.sharing import Agreement, Copy, Signature
from teammeet.model.supports import Support
from teammeet.model.values import Item, Words
from teammeet.practice.groups import GroupCounts, group_of
from teammeet.practice.meeting_facts import (
    AgreementFacts,
    CrisisFacts,
    NeedOptions,
    Share,
    agreement_facts,
    crisis_facts,
    meeting_facts,
    plan_facts,
    presence,
)
from teammeet.practice.outstanding import Outstanding, outstanding

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


def family_of(*items: Item) -> Family:
    """Ty, his grandmother and a dog; a neighbor, a club with two people, a partner, a therapist."""
    return Family.of_items(
        [
            Header(id="fam", name="Rivers"),
            Household(id="home"),
            Person(id="ty", used_name="Ty", enrolled=True, households=("home",)),
            Person(id="nan", used_name="Nan", role="grandmother", households=("home",)),
            Person(id="sis", used_name="Sis", role="little sister", households=("home",)),
            Person(id="rex", used_name="Rex", nature="pet", households=("home",)),
            Support(id="hart", name="Mrs. Hart", kind="natural"),
            Support(id="club", name="Club", kind="community"),
            Person(id="bo", used_name="Bo", support="club"),
            Person(id="al", used_name="Al", support="club"),
            Support(id="partner", name="Joy", kind="peer"),
            Support(id="bell", name="Dr. Bell", kind="formal"),
            Meeting(id="meet", on=DAY),
            *items,
        ]
    )


def there(*whos: str, how: str = "room") -> list[Attendance]:
    return [Attendance(id=f"at-{who}", meeting="meet", who=who, how=how) for who in whos]  # type: ignore[arg-type]  # the test is given the Literal's words


def test_the_five_groups_are_counted_apart() -> None:
    family = family_of(*there("ty", "nan", "hart", "bo", "partner", "bell"))
    found = presence(family, "meet")
    assert found.groups == GroupCounts(family=2, natural=1, community=1, peer=1, professional=1)
    assert found.size == 6
    assert found.natural_share == Share(2, 6)


def test_a_support_is_not_counted_beside_the_people_who_are_there_for_it() -> None:
    assert presence(family_of(*there("club", "bo", "al")), "meet").groups == GroupCounts(community=2)
    assert presence(family_of(*there("club")), "meet").groups == GroupCounts(community=1)


def test_who_came_twice_is_there_once_and_pets_are_not_counted() -> None:
    again = Attendance(id="again", meeting="meet", who="ty", how="phone")
    assert presence(family_of(*there("ty", "rex"), again), "meet").groups == GroupCounts(family=1)


def test_only_those_who_were_there_count_whether_they_stayed_or_not() -> None:
    left = Attendance(id="left", meeting="meet", who="nan", how="video", left_at=NOW)
    others = [*there("ty", how="expected"), *there("hart", how="absent"), *there("bell", how="sent_word")]
    assert presence(family_of(left, *others), "meet").groups == GroupCounts(family=1)
    elsewhere = [Meeting(id="other"), Attendance(id="x", meeting="other", who="ty", how="room")]
    assert presence(family_of(*elsewhere), "meet").size == 0


def test_the_youth_and_a_caregiver_are_there_or_not_or_not_known() -> None:
    both = presence(family_of(*there("ty", "nan")), "meet")
    assert (both.youth, both.caregiver) == (True, True)
    sister = presence(family_of(*there("ty", "sis")), "meet")
    assert (sister.youth, sister.caregiver) == (True, False)
    nobody = presence(Family.of_items([Header(id="fam", name="x"), Meeting(id="meet")]), "meet")
    assert (nobody.youth, nobody.caregiver) == (None, None)


def test_a_caregiver_is_known_by_rights_by_household_by_age_and_by_role() -> None:
    aunt = Person(id="aunt", used_name="Aunt")
    ty = Person(id="ty", enrolled=True, households=("home",), decision_rights=(DecisionRight(area="medical", held_by="aunt"),))
    family = family_of(aunt, *there("aunt")).with_edits([put(ty)])
    assert presence(family, "meet").caregiver is True
    assert presence(family_of(aunt, *there("aunt")), "meet").caregiver is False
    grown = Person(id="kim", role="sister", born=date(2000, 1, 1), households=("home",))
    assert presence(family_of(grown, *there("kim")), "meet").caregiver is True
    young = Person(id="kim", role="cook", born=date(2012, 1, 1), households=("home",))
    assert presence(family_of(young, *there("kim")), "meet").caregiver is False
    hermana = Person(id="kim", role="Hermana menor", households=("home",))
    assert presence(family_of(hermana, *there("kim")), "meet").caregiver is False


def test_minutes_are_those_from_start_to_end_else_those_of_the_steps() -> None:
    steps = (StepMinutes(step="a", seconds=600), StepMinutes(step="b", seconds=90), StepMinutes(step="a", seconds=30))
    timed = Meeting(id="meet", on=DAY, started_at=NOW, ended_at=NOW + timedelta(minutes=61, seconds=59), steps=steps)
    facts = meeting_facts(family_of().with_edits([put(timed)]), "meet")
    assert facts.minutes == 61
    assert facts.step_minutes == (("a", 10), ("b", 1))
    untimed = timed.changed(ended_at=None)
    assert meeting_facts(family_of().with_edits([put(untimed)]), "meet").minutes == 12
    assert meeting_facts(family_of(), "meet").minutes is None
    backwards = timed.changed(ended_at=NOW - timedelta(hours=1))
    assert meeting_facts(family_of().with_edits([put(backwards)]), "meet").minutes == 12


def test_options_are_counted_for_each_need_with_their_mix() -> None:
    family = family_of(
        Need(id="n1"),
        Need(id="n2"),
        Need(id="n3", status="set_aside"),
        Outcome(id="o", needs=("n2",)),
        Option(id="1", need="n1", source="natural"),
        Option(id="2", need="n1", source="natural"),
        Option(id="3", need="n1", source="formal"),
        Option(id="4", outcome="o"),
    )
    assert plan_facts(family).options == (
        NeedOptions("n1", 3, (("natural", 2), ("formal", 1))),
        NeedOptions("n2", 1, ((None, 1),)),
    )


def test_strategies_lean_on_strengths_and_come_from_somewhere() -> None:
    family = family_of(
        Strength(id="s"),
        Option(id="o", source="community"),
        Strategy(id="1", leans_on=("s",), source="natural"),
        Strategy(id="2", option="o"),
        Strategy(id="3", option="o", source="formal"),
        Strategy(id="4", source="peer"),
    )
    facts = plan_facts(family)
    assert facts.leaning_on_a_strength == Share(1, 4)
    assert facts.natural_or_community == Share(2, 4)


def test_an_outcome_is_whole_with_baseline_target_and_date() -> None:
    whole = Outcome(baseline="2", target="4", due=DAY)
    family = family_of(
        *(Need(id=f"n{number}") for number in range(4)),
        whole.changed(id="o0", needs=("n0",)),
        Outcome(id="o1", needs=("n1",), baseline="2", target="4"),
        whole.changed(id="o2", needs=("n2",), status="set_aside"),
    )
    assert plan_facts(family).needs_with_a_whole_outcome == Share(1, 4)


def test_tasks_have_owners_and_dates_and_are_shared() -> None:
    family = family_of(
        Task(id="1", owners=("nan", "bo"), due=DAY),
        Task(id="2", owners=("bell",)),
        Task(id="3", due=DAY),
        Task(id="4", owners=("ty",), due=DAY, status="done"),
    )
    facts = plan_facts(family)
    assert facts.tasks_with_owner_and_date == Share(1, 3)
    assert facts.task_owners == GroupCounts(family=1, community=1, professional=1)


def test_tasks_done_since_last_time_are_counted_and_a_moved_one_is_not_done() -> None:
    family = family_of(
        Meeting(id="before", on=date(2026, 2, 2)),
        Task(id="1", status="done", status_on=date(2026, 2, 20)),
        Task(id="2", status="done", status_on=date(2026, 1, 20)),
        Task(id="3", status="moved"),
        Task(id="4", status="no_longer_needed"),
        Task(id="5", meeting="meet"),
    )
    meeting = next(meeting for meeting in family.meetings if meeting.id == "meet")
    assert plan_facts(family, meeting).earlier_tasks_done == Share(1, 2)


def test_the_crisis_plan_is_covered_where_something_is_said() -> None:
    plan = CrisisPlan(id="c")
    said = Words(text="sit outside")
    assert crisis_facts(family_of()) == CrisisFacts(False, False, False, False, False, False)
    family = family_of(
        plan,
        CrisisStage(id="1", plan="c", place="home", words=said),
        CrisisStage(id="2", plan="c", place="school"),
        CrisisStage(id="3", plan="c", place="community", words=said, intensity=3),
        CrisisCall(id="k1", plan="c", name="Nan"),
        CrisisCall(id="k2", plan="c", who="hart", phone="555-0100", day_and_night=True),
    )
    assert crisis_facts(family) == CrisisFacts(True, False, True, True, True, True)
    anywhere = family_of(plan, CrisisStage(id="1", plan="c", words=said))
    assert crisis_facts(anywhere) == CrisisFacts(True, True, True, False, False, False)


def test_agreement_shows_the_lowest_and_the_spread_by_each_persons_last_word() -> None:
    family = family_of(
        Agreement(id="1", who="ty", meeting="meet", degree=1),
        Agreement(id="2", who="nan", meeting="meet", degree=5),
        Agreement(id="3", who="ty", meeting="meet", degree=2),
        Agreement(id="4", who="bo", meeting="meet"),
        Agreement(id="5", who="al", degree=1),
    )
    assert agreement_facts(family, "meet") == AgreementFacts(said=2, lowest=2, spread=3, below_two=0)
    assert agreement_facts(family, "none") == AgreementFacts(0, None, None, 0)
    no = family.with_edits([put(Agreement(id="6", who="bo", meeting="meet", degree=1))])
    assert agreement_facts(no, "meet").below_two == 1


def test_signatures_and_copies_are_outstanding_until_they_are_in() -> None:
    family = family_of()
    family = family.with_edits([put(family.fixed(NOW, "meet"))])
    assert outstanding(family) == Outstanding()
    family = family.with_edits(
        [
            put(Signature(id="1", who="ty", edition=1, method="taken_home")),
            put(Signature(id="2", who="nan", edition=1, method="typed")),
            put(Signature(id="3", who="bo", edition=1, method="refused")),
            put(Copy(id="c1", to="ty", owed_by=DAY)),
            put(Copy(id="c2", to="nan", given_on=DAY)),
        ]
    )
    assert outstanding(family) == Outstanding(("ty",), ("c1",))
    back = family.with_edits([put(Signature(id="4", who="ty", edition=1, method="ink", signed_at=NOW))])
    assert outstanding(back).signatures == ()
    once_more = back.with_edits([put(Signature(id="5", who="ty", edition=1, method="taken_home"))])
    assert outstanding(once_more).signatures == ()
    assert outstanding(back.with_edits([put(back.fixed(NOW, None))])).signatures == ()


def test_facts_are_counted_from_what_a_reader_sees() -> None:
    family = family_of(Need(id="n", kept_from=("bo",)), *there("ty", "bo"))
    assert len(plan_facts(family).options) == 1
    assert plan_facts(family.seen_by(room(family, ("ty", "bo"), DAY))).options == ()
    assert meeting_facts(family.seen_by(facilitator(DAY)), "meet") == meeting_facts(family, "meet")


def test_who_is_not_in_the_record_is_in_no_group() -> None:
    family = family_of()
    assert group_of(family, "nobody") is None
    assert group_of(family, "home") is None
    assert presence(family, "no-such-meeting").size == 0
    assert meeting_facts(family, "ty").minutes is None


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(families())
def test_any_family_has_facts_and_no_part_is_larger_than_its_whole(family: Family) -> None:
    for meeting in (*(held.id for held in family.meetings), "none"):
        facts = meeting_facts(family, meeting)
        shares = [held for held in map(facts.plan.__getattribute__, facts.plan.__slots__) if isinstance(held, Share)]
        assert len(shares) == 5
        assert all(0 <= share.part <= share.whole for share in (*shares, facts.presence.natural_share))
