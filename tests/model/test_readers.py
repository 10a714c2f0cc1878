"""Who may see what: circles, households, named people, records under a release, and what goes with the unseen."""

from datetime import UTC, date, datetime, timedelta

import pytest

from teammeet.errors import TeammeetError
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.meetings import Attendance, ContactBetween, Meeting
from teammeet.model.people import Contact, DecisionRight, Header, Household, Person
from teammeet.model.plan import Assessment, Need, Option, Outcome, Rating, Reading, Strategy, Task
from teammeet.model.readers import (
    CIRCLES,
    WITHHELD,
    Reader,
    agency,
    facilitator,
    family,
    household,
    reader_named,
    room,
    somebody,
    team,
)
from teammeet.model.sharing import Agreement, Release, Signature
from teammeet.model.supports import Claim, Support, TeamMember, Tie
from teammeet.model.values import Item, Words

DAY = date(2026, 3, 2)
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def two_homes(*more: Item) -> Family:
    """Ty lives with his mother and by turns with his father; a coach is on the team, a neighbor is not."""
    return Family.of_items(
        [
            Header(id="fam", name="Rivers"),
            Household(id="moms", name="Mom's", address="1 Elm", contacts=(Contact(value="555-1"),)),
            Household(id="dads", name="Dad's", address="2 Oak", contacts=(Contact(value="555-2", shown_to="team"),)),
            Person(id="ty", used_name="Ty", enrolled=True, households=("moms", "dads")),
            Person(id="mom", used_name="Mom", households=("moms",), contacts=(Contact(value="mom@x", kind="email"),)),
            Person(id="dad", used_name="Dad", households=("dads",), legal_name="Daniel Rivers"),
            Support(id="gym", name="Gym", kind="community"),
            Person(id="coach", used_name="Coach Bo", support="gym"),
            Support(id="neighbor", name="Mrs. Hart", kind="natural"),
            TeamMember(id="seat", who="coach"),
            *more,
        ]
    )


def contacts(record: Family, reader: Reader) -> set[str]:
    view = record.seen_by(reader)
    held = [item.contacts for item in view.people] + [item.contacts for item in view.households]
    return {contact.value for contacts in held for contact in contacts}


def seen_ids(record: Family, reader: Reader) -> set[str]:
    return {item.id for item in record.seen_by(reader).items()}


def test_contact_details_belong_to_their_own_household_until_said_otherwise() -> None:
    record = two_homes()
    assert contacts(record, somebody(record, "mom", DAY)) == {"555-1", "mom@x", "555-2"}
    assert contacts(record, somebody(record, "dad", DAY)) == {"555-2"}
    assert contacts(record, household(record, "moms", DAY)) == {"555-1", "mom@x", "555-2"}
    assert contacts(record, team(record, DAY)) == {"555-2"}
    assert contacts(record, room(record, ("mom",), DAY)) == set()
    assert contacts(record, facilitator(DAY)) == {"555-1", "mom@x", "555-2"}


def test_an_address_is_seen_by_the_household_and_the_facilitator_alone() -> None:
    record = two_homes()
    addresses = {
        name: [home.address for home in record.seen_by(reader).households]
        for name, reader in {
            "mom": somebody(record, "mom", DAY),
            "family": family(record, DAY),
            "agency": agency(DAY),
            "facilitator": facilitator(DAY),
        }.items()
    }
    assert addresses == {"mom": ["1 Elm", ""], "family": ["", ""], "agency": ["", ""], "facilitator": ["1 Elm", "2 Oak"]}


def test_a_legal_name_is_for_the_agency() -> None:
    record = two_homes()
    assert [p.legal_name for p in record.seen_by(agency(DAY)).people if p.id == "dad"] == ["Daniel Rivers"]
    for reader in (somebody(record, "dad", DAY), team(record, DAY), family(record, DAY), room(record, ("dad",), DAY)):
        assert [p.legal_name for p in record.seen_by(reader).people if p.id == "dad"] == [""]


def test_circles_are_sets_and_no_ladder() -> None:
    assert "agency" not in CIRCLES["facilitator"]
    assert "agency" not in CIRCLES["family"]
    assert "family" not in CIRCLES["agency"]
    assert all("facilitator" in roles for roles in CIRCLES.values())


def test_what_is_withheld_goes_by_the_role_whatever_the_family_has() -> None:
    bare, full = Family.of_items([Header(id="fam", name="x")]), two_homes(Need(id="n", record="health"))
    for reader in (facilitator(DAY), agency(DAY), team(bare, DAY), family(bare, DAY), room(bare, (), DAY)):
        assert bare.seen_by(reader).withheld == full.seen_by(reader).withheld == WITHHELD[reader.role]


def test_an_item_kept_from_somebody_is_kept_from_every_group_that_holds_them() -> None:
    record = two_homes(Need(id="n", kept_from=("dad",)))
    for name, sees in {"mom": True, "dad": False, "coach": True}.items():
        assert ("n" in seen_ids(record, somebody(record, name, DAY))) is sees
    assert "n" not in seen_ids(record, family(record, DAY))
    assert "n" not in seen_ids(record, team(record, DAY))
    assert "n" not in seen_ids(record, household(record, "dads", DAY))
    assert "n" in seen_ids(record, household(record, "moms", DAY))
    assert "n" in seen_ids(record, room(record, ("mom", "coach"), DAY))
    assert "n" not in seen_ids(record, room(record, ("mom", "dad"), DAY))
    assert "n" not in seen_ids(record, room(record, (), DAY))


def test_an_item_for_one_person_is_for_that_person_alone() -> None:
    record = two_homes(Need(id="n", only_for=("mom",)))
    assert "n" in seen_ids(record, somebody(record, "mom", DAY))
    assert "n" in seen_ids(record, room(record, ("mom",), DAY))
    for reader in (somebody(record, "dad", DAY), family(record, DAY), room(record, ("mom", "ty"), DAY), agency(DAY)):
        assert "n" not in seen_ids(record, reader)


def test_what_is_kept_from_a_support_is_kept_from_its_people_and_the_other_way_round() -> None:
    record = two_homes(Need(id="from-gym", kept_from=("gym",)), Need(id="from-coach", kept_from=("coach",)))
    assert not {"from-gym", "from-coach"} & seen_ids(record, somebody(record, "coach", DAY))
    assert not {"from-gym", "from-coach"} & seen_ids(record, somebody(record, "gym", DAY))


def test_what_is_for_one_person_of_a_support_is_not_for_the_others_there() -> None:
    """A school is a support with many people: what one teacher is told is not told to the school."""
    aide = Person(id="aide", used_name="Aide", support="gym")
    told = Need(id="told", only_for=("coach",))
    release = Release(id="to-coach", to=("coach",), records=("health",), signed_on=DAY, starts_on=DAY)
    record = two_homes(aide, told, release, Need(id="ill", record="health"), Need(id="open-to-gym", only_for=("gym",)))
    assert {"told", "ill", "open-to-gym"} <= seen_ids(record, somebody(record, "coach", DAY))
    for who in ("aide", "gym"):
        assert {"told", "ill", "to-coach"}.isdisjoint(seen_ids(record, somebody(record, who, DAY)))
        assert "open-to-gym" in seen_ids(record, somebody(record, who, DAY))


@pytest.mark.parametrize(
    "item",
    [
        CrisisPlan(id="x"),
        PastCrisis(id="x", plan="plan"),
        CrisisStage(id="x", plan="plan", intensity=9),
        CrisisCall(id="x", plan="plan"),
        Assessment(id="x", on=DAY),
        Rating(id="x", assessment="cans", code="psychosis", value=3),
        ContactBetween(id="x", on=DAY),
    ],
    ids=lambda item: type(item).__name__,
)
def test_who_is_not_of_the_team_does_not_learn_that_there_is_a_crisis_an_assessment_or_a_contact(item: Item) -> None:
    record = two_homes(CrisisPlan(id="plan"), Assessment(id="cans"), item)
    for outsider in (room(record, ("mom", "neighbor"), DAY), somebody(record, "neighbor", DAY)):
        assert {"x", "plan", "cans"}.isdisjoint(seen_ids(record, outsider))
    for insider in (team(record, DAY), somebody(record, "coach", DAY), somebody(record, "mom", DAY), agency(DAY)):
        assert "x" in seen_ids(record, insider)


def test_the_digest_of_what_the_team_signed_is_for_the_team() -> None:
    record = two_homes(Signature(id="s", who="mom", edition=1, method="typed", plan_digest="ab" * 32))
    assert "abab" in write_family(record.seen_by(team(record, DAY)))
    for outsider in (room(record, ("mom", "neighbor"), DAY), somebody(record, "neighbor", DAY)):
        assert "abab" not in write_family(record.seen_by(outsider))


def test_a_release_that_ended_since_opens_nothing_in_the_plan_that_was_signed_then() -> None:
    release = Release(id="to-coach", to=("coach",), records=("health",), signed_on=DAY, starts_on=DAY)
    before = two_homes(release, Need(id="ill", record="health"))
    signed = before.with_edits([put(before.fixed(MORNING, None))])
    now = signed.with_edits([put(release.changed(revoked_on=DAY))])
    then = now.as_signed(1)
    assert then is not None
    assert "ill" in seen_ids(then, somebody(signed, "coach", DAY))
    assert "ill" not in seen_ids(then, somebody(now, "coach", DAY))


def test_who_is_not_on_the_team_reads_as_somebody_who_gets_a_copy() -> None:
    record = two_homes(Task(id="t", note="for the team"))
    assert somebody(record, "coach", DAY).role == "team"
    assert somebody(record, "neighbor", DAY).role == "recipient"
    assert somebody(record, "nobody-at-all", DAY).role == "recipient"
    left = record.with_edits([put(TeamMember(id="seat", who="coach", left_on=DAY))])
    assert somebody(left, "coach", DAY).role == "recipient"
    assert somebody(left, "coach", DAY - timedelta(days=1)).role == "team"
    assert [task.note for task in record.seen_by(somebody(record, "neighbor", DAY)).tasks] == [""]


def test_a_household_with_a_person_of_a_support_in_it_sees_what_that_person_may_see() -> None:
    aide = Person(id="aide", used_name="Aide", support="gym", households=("moms",))
    record = two_homes(aide).with_edits([put(Household(id="dads", note="for the family"))])
    assert [home.note for home in record.seen_by(household(record, "dads", DAY)).households] == ["", "for the family"]
    assert household(record, "moms", DAY).role == "recipient"
    assert [home.note for home in record.seen_by(household(record, "moms", DAY)).households] == ["", ""]
    assert "555-1" in contacts(record, household(record, "moms", DAY))


def test_a_household_without_people_is_nobody_of_the_family() -> None:
    record = two_homes(Household(id="center", note="for the family"))
    assert household(record, "center", DAY).role == "recipient"


def a_release(**fields: object) -> Release:
    given: dict[str, object] = {
        "id": "rel",
        "records": ("substance_use",),
        "record_of": "ty",
        "to": ("coach",),
        "starts_on": DAY,
        "ends_on": DAY + timedelta(days=30),
        "signed_on": DAY,
    }
    return Release(**{**given, **fields})  # type: ignore[arg-type]  # the fields of each case


def test_a_record_is_seen_by_its_person_and_under_a_release_in_force() -> None:
    need = Need(id="n", record="substance_use", record_of="ty")
    record = two_homes(need, a_release())
    assert "n" in seen_ids(record, somebody(record, "ty", DAY))
    assert "n" in seen_ids(record, somebody(record, "coach", DAY))
    assert "n" in seen_ids(record, room(record, ("ty", "coach"), DAY))
    for reader in (
        somebody(record, "mom", DAY),
        team(record, DAY),
        family(record, DAY),
        agency(DAY),
        room(record, ("mom", "ty"), DAY),
    ):
        assert "n" not in seen_ids(record, reader)


@pytest.mark.parametrize(
    "fields",
    [
        {"signed_on": None},
        {"signed_on": DAY + timedelta(days=1)},
        {"starts_on": DAY + timedelta(days=1)},
        {"ends_on": DAY - timedelta(days=1)},
        {"revoked_on": DAY},
        {"records": ("health",)},
        {"record_of": "dad"},
        {"to": ("mom",)},
        {"to": ()},
        {"records": ()},
    ],
)
def test_a_release_that_does_not_hold_opens_nothing(fields: dict[str, object]) -> None:
    record = two_homes(Need(id="n", record="substance_use", record_of="ty"), a_release(**fields))
    assert "n" not in seen_ids(record, somebody(record, "coach", DAY))


def test_a_release_holds_to_its_last_day_and_until_it_is_revoked() -> None:
    need = Need(id="n", record="substance_use", record_of="ty")
    last = DAY + timedelta(days=30)
    record = two_homes(need, a_release(revoked_on=last + timedelta(days=1)))
    assert "n" in seen_ids(record, somebody(record, "coach", last))
    assert "n" not in seen_ids(record, somebody(record, "coach", last + timedelta(days=1)))


def test_a_release_is_seen_by_those_whom_it_names() -> None:
    record = two_homes(a_release())
    for reader in (facilitator(DAY), agency(DAY), somebody(record, "ty", DAY), somebody(record, "coach", DAY)):
        assert "rel" in seen_ids(record, reader)
    for reader in (somebody(record, "mom", DAY), team(record, DAY), family(record, DAY), room(record, ("coach", "mom"), DAY)):
        assert "rel" not in seen_ids(record, reader)


def test_what_kind_a_tie_is_stays_with_those_it_is_told_to_and_so_does_who_they_are() -> None:
    tie = Tie(id="tie", support="gym", to="moms", claims=(Claim(kinds=("stressful",)),), shown_to="facilitator")
    record = two_homes(tie)
    shown = record.seen_by(team(record, DAY)).ties[0]
    assert shown == Tie(id="tie", support="gym", to="moms")
    assert record.seen_by(facilitator(DAY)).ties[0] == tie


def test_on_a_wall_the_kind_of_a_tie_stands_only_once_it_was_released_to_the_room() -> None:
    tie = Tie(id="tie", support="gym", to="moms", claims=(Claim(kinds=("stressful",)),))
    there = ("mom", "coach")
    kept, released = two_homes(tie), two_homes(tie.changed(shown_to="room"))
    assert kept.seen_by(team(kept, DAY)).ties[0].claims
    assert kept.seen_by(room(kept, there, DAY)).ties[0] == Tie(id="tie", support="gym", to="moms")
    assert released.seen_by(room(released, there, DAY)).ties[0].claims == tie.claims


def test_a_room_of_the_family_and_its_team_sees_the_crisis_plan_until_somebody_else_comes_in() -> None:
    record = two_homes(CrisisPlan(id="plan"))
    assert "plan" in seen_ids(record, room(record, ("mom", "coach"), DAY))
    assert "plan" not in seen_ids(record, room(record, ("mom", "coach", "neighbor"), DAY))
    assert "plan" not in seen_ids(record, room(record, (), DAY))


def test_what_was_taken_back_is_for_the_facilitator_alone() -> None:
    record = two_homes(Need(id="n", whose=("mom",), taken_back=True), Outcome(id="o", needs=("n",)))
    others = (agency(DAY), team(record, DAY), family(record, DAY), room(record, ("mom",), DAY), somebody(record, "mom", DAY))
    for reader in others:
        assert "n" not in seen_ids(record, reader)
        assert record.seen_by(reader).outcomes[0].needs == ()
    assert "n" in seen_ids(record, facilitator(DAY))


def test_taking_back_makes_another_plan_than_the_signed_one() -> None:
    need = Need(id="n")
    signed = two_homes(need)
    signed = signed.with_edits([put(signed.fixed(MORNING, None))])
    assert signed.plan_state == "signed"
    assert signed.with_edits([put(need.changed(taken_back=True))]).plan_state == "draft"


def test_a_dissent_is_read_by_those_it_is_told_to() -> None:
    said = Agreement(id="a", who="dad", degree=1, degree_shown_to="room", dissent=Words(text="no"), dissent_shown_to="family")
    record = two_homes(said)
    in_room = record.seen_by(room(record, ("dad", "coach"), DAY)).agreements[0]
    assert (in_room.degree, str(in_room.dissent), in_room.dissent_shown_to) == (1, "", "facilitator")
    assert str(record.seen_by(family(record, DAY)).agreements[0].dissent) == "no"


def test_references_to_the_unseen_are_gone_and_so_is_what_hangs_on_it() -> None:
    record = two_homes(
        Need(id="n", kept_from=("coach",), whose=("ty",)),
        Outcome(id="o", needs=("n",)),
        Outcome(id="o2", kept_from=("coach",)),
        Reading(id="r", outcome="o2", on=DAY),
        Option(id="opt", need="n"),
        Strategy(id="s", option="opt", needs=("n",)),
        Person(id="aunt", kept_from=("coach",)),
        Task(id="t", owners=("aunt", "mom"), need="n"),
        Meeting(id="m", kept_from=("coach",)),
        Attendance(id="at", meeting="m", who="mom"),
        Person(id="sis", used_name="Sis", decision_rights=(DecisionRight(area="medical", held_by="aunt"),)),
    )
    view = record.seen_by(somebody(record, "coach", DAY))
    assert [outcome.needs for outcome in view.outcomes] == [()]
    assert view.readings == ()
    assert view.options[0].need is None
    assert view.strategies[0].needs == ()
    assert view.tasks[0].owners == ("mom",)
    assert view.tasks[0].need is None
    assert view.attendances == ()
    assert next(p for p in view.people if p.id == "sis").decision_rights[0].held_by is None


def test_a_person_of_an_unseen_support_does_not_read_as_family() -> None:
    record = two_homes(Support(id="clinic", kept_from=("dad",)), Person(id="nurse", used_name="Nurse", support="clinic"))
    assert "nurse" not in seen_ids(record, somebody(record, "dad", DAY))


def test_the_familys_ranks_have_no_gap_where_a_need_is_unseen() -> None:
    record = two_homes(Need(id="a", rank=1), Need(id="b", rank=2, kept_from=("dad",)), Need(id="c", rank=5), Need(id="d"))
    ranks = {need.id: need.rank for need in record.seen_by(somebody(record, "dad", DAY)).needs}
    assert ranks == {"a": 1, "c": 2, "d": None}
    assert [need.rank for need in record.seen_by(facilitator(DAY)).needs] == [1, 2, 5, None]


def test_who_is_kept_out_is_told_to_the_facilitator_alone() -> None:
    record = two_homes(Need(id="n", kept_from=("dad",)))
    assert record.seen_by(somebody(record, "mom", DAY)).needs[0].kept_from == ()
    assert record.seen_by(facilitator(DAY)).needs[0].kept_from == ("dad",)


def test_a_reader_is_named_as_commands_name_it() -> None:
    record = two_homes()
    assert reader_named(record, "person:mom", DAY) == somebody(record, "mom", DAY)
    assert reader_named(record, "person:gym", DAY) == somebody(record, "gym", DAY)
    assert reader_named(record, "household:dads", DAY) == household(record, "dads", DAY)
    for name in ("room", "family", "team", "facilitator", "agency"):
        assert reader_named(record, name, DAY).role == name
    for name in ("", "person", "person:", "person:nobody", "household:mom", "recipient", "team:x", "Facilitator", "a:b:c"):
        with pytest.raises(TeammeetError, match=r"no reader called|with that id") as refusal:
            reader_named(record, name, DAY)
        assert refusal.value.message_key in ("reader-unknown", "reader-no-such-id")
