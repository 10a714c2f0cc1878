"""What goes with an item that is taken out, and what only loses its reference to it."""

from datetime import UTC, date, datetime

import pytest

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.family import Family
from teammeet.model.family_file import read_family, write_family
from teammeet.model.meetings import Attendance, Meeting, Parked
from teammeet.model.people import DecisionRight, Header, Household, Person
from teammeet.model.plan import Need, Option, Outcome, Reading, Strategy, Task
from teammeet.model.removal import touches_signed, without
from teammeet.model.shapes import references
from teammeet.model.sharing import Release, Signature
from teammeet.model.supports import Claim, Support, TeamMember, Tie

DAY = date(2026, 3, 2)


def a_family() -> Family:
    """A youth, his grandmother, a coach with a tie of two claims, a need with all that hangs on it, a crisis plan."""
    items = (
        Header(id="fam", name="Rivers"),
        Household(id="home", name="Home"),
        Person(
            id="ty",
            used_name="Ty",
            enrolled=True,
            households=("home",),
            decision_rights=(DecisionRight(area="medical", held_by="nan"), DecisionRight(area="education", held_by="ty")),
        ),
        Person(id="nan", used_name="Nan", households=("home",)),
        Support(id="gym", name="Gym"),
        Person(id="coach", used_name="Coach Bo", support="gym"),
        Tie(id="tie", support="coach", to="home", claims=(Claim(kinds=("strong",), said_by="nan"), Claim(said_by="ty"))),
        TeamMember(id="seat", who="coach"),
        Need(id="need", whose=("ty", "nan"), said_by="nan"),
        Outcome(id="outcome", needs=("need",)),
        Reading(id="reading", outcome="outcome", on=DAY),
        Option(id="option", need="need"),
        Strategy(id="strategy", option="option", needs=("need",), carried_by=("coach",)),
        Task(id="task", strategy="strategy", owners=("nan", "coach")),
        CrisisPlan(id="crisis", whose=("ty",)),
        CrisisStage(id="stage", plan="crisis", who=("nan",)),
        CrisisCall(id="call", plan="crisis", who="nan"),
        Meeting(id="meet", on=DAY),
        Attendance(id="there", meeting="meet", who="nan"),
        Parked(id="parked", meeting="meet"),
    )
    return Family.of_items(items)


def dangling(family: Family) -> list[str]:
    """The places of references that lead nowhere."""
    return [place for item in family.items() for place, to, _ in references(item, item.id) if family.get(to) is None]


def test_a_person_who_is_taken_out_is_named_nowhere_any_more() -> None:
    family = a_family()

    after = family.with_edits(without(family, "nan"))

    assert after.get("nan") is None
    assert dangling(after) == []
    assert after.needs[0].whose == ("ty",)
    assert after.needs[0].said_by is None
    assert after.tasks[0].owners == ("coach",)
    assert after.crisis_calls[0].who is None


def test_what_others_said_stays_when_the_one_who_said_it_goes() -> None:
    family = a_family()

    after = family.with_edits(without(family, "nan"))

    assert [claim.said_by for claim in after.ties[0].claims] == [None, "ty"]
    assert after.ties[0].claims[0].kinds == ("strong",)
    assert [right.held_by for right in after.people[0].decision_rights] == [None, "ty"]


def test_an_item_that_cannot_be_without_it_goes_too() -> None:
    family = a_family()

    after = family.with_edits(without(family, "coach"))

    assert after.ties == ()
    assert after.team == ()
    assert after.strategies[0].carried_by == ()


def test_the_people_of_a_support_go_with_it_and_never_become_family() -> None:
    family = a_family()

    after = family.with_edits(without(family, "gym"))

    assert after.get("coach") is None
    assert after.ties == ()


def test_what_was_for_one_person_alone_is_never_opened_to_all() -> None:
    family = Family.of_items(
        (*a_family().items(), Parked(id="secret", only_for=("nan",)), Parked(id="two", only_for=("nan", "ty")))
    )

    after = family.with_edits(without(family, "nan"))

    assert after.get("secret") is None
    assert [parked.only_for for parked in after.parked if parked.id == "two"] == [("ty",)]


def test_a_release_of_one_person_s_records_never_opens_everybody_s() -> None:
    release = Release(id="release", records=("school",), record_of="ty", to=("coach", "nan"))
    family = Family.of_items((*a_family().items(), release))

    assert family.with_edits(without(family, "ty")).releases == ()
    assert family.with_edits(without(family, "nan")).releases[0].to == ("coach",)


def test_a_chain_of_items_goes_as_one_change_and_others_are_only_unlinked() -> None:
    family = a_family()

    edits = without(family, "outcome")

    assert {(edit.kind, edit.id) for edit in edits if edit.after is None} == {("outcomes", "outcome"), ("readings", "reading")}
    assert without(family, "crisis")[-1].id == "crisis"
    assert {edit.id for edit in without(family, "crisis") if edit.after is None} == {"crisis", "stage", "call"}


def test_the_untouched_items_are_not_edited() -> None:
    family = a_family()

    assert {edit.id for edit in without(family, "option")} == {"option", "strategy"}


@pytest.mark.parametrize("item_id", [item.id for item in a_family().items()])
def test_no_reference_dangles_whatever_is_taken_out_and_the_family_file_stays_valid(item_id: str) -> None:
    family = a_family()

    after = family.with_edits(without(family, item_id))

    assert dangling(after) == []
    assert read_family(write_family(after).encode()) == after


def test_a_planted_dangling_reference_is_found_by_this_test_s_own_checker() -> None:
    broken = a_family().with_edits(())._with_lists({"people": ()})

    assert dangling(broken)


@pytest.mark.parametrize("item_id", ["fam", "nobody"])
def test_the_header_and_what_is_not_there_are_not_taken_out(item_id: str) -> None:
    assert without(a_family(), item_id) == ()


def test_what_was_signed_is_noticed() -> None:
    family = a_family()
    signed = family.fixed(datetime(2026, 3, 2, 12, 0, tzinfo=UTC), "meet")
    signature = Signature(id="sig", who="nan", edition=1, method="ink")
    family = Family.of_items((*family.items(), signature, signed))

    assert touches_signed(without(family, "nan"))
    assert touches_signed(without(family, "meet"))
    assert not touches_signed(without(family, "coach"))
