"""What each tab shows of a family, as rows: pure functions, tried without a screen."""

from datetime import UTC, date, datetime

import pytest

from teammeet import demo
from teammeet.desk import Change
from teammeet.messages import LANGUAGES
from teammeet.model.crisis import CrisisPlan, CrisisStage
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Need, Option, Outcome, Strategy, Task, Worry
from teammeet.model.record import LIST_OF
from teammeet.model.sharing import Release
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Item, Words
from teammeet.tui.sheets import history, meetings, plan, supports, who
from teammeet.tui.sheets.fresh import fresh, offered
from teammeet.tui.sheets.order import moved
from teammeet.tui.sheets.row import Look, Row
from teammeet.tui.sheets.taken_out import consequences

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SHEETS = {"who": who.rows, "supports": supports.rows, "plan": plan.rows, "meetings": meetings.rows}


def family_of(*items: Item) -> Family:
    return Family.of_items((Header(id="fam", name="Rivers"), *items))


def look(family: Family, language: str = "en") -> Look:
    return Look(family, DAY, language)


def lines(rows: list[Row]) -> list[str]:
    return [f"{row.level} {row.mark} {row.words} | {row.detail}".strip() for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_no_two_rows_of_a_sheet_have_the_same_key(name: str, language: str) -> None:
    rows = list(SHEETS[name](look(demo.family(DAY), language)))

    assert len({row.key for row in rows}) == len(rows)


def test_every_item_of_a_family_stands_on_some_sheet() -> None:
    family = demo.family(DAY)
    shown = {row.item for rows in SHEETS.values() for row in rows(look(family))}

    missing = [item.id for item in family.items() if item.id not in shown]
    assert missing == []


def test_a_sheet_of_an_empty_family_says_what_can_be_added() -> None:
    for name, rows in SHEETS.items():
        kinds = {row.kind for row in rows(look(family_of()))} - {""}
        assert kinds, name


def test_people_stand_under_every_home_they_live_in_and_pets_and_the_dead_apart() -> None:
    family = family_of(
        Household(id="a", name="A"),
        Household(id="b", name="B"),
        Person(id="ty", used_name="Ty", households=("a", "b")),
        Person(id="dog", used_name="Rex", nature="pet", households=("a",)),
        Person(id="pa", used_name="Pa", life="deceased"),
        Person(id="baby", role="baby", life="unborn"),
    )
    rows = list(who.rows(look(family)))
    headings = [row.words for row in rows if row.heading]

    assert sum(row.item == "ty" for row in rows) == 2
    assert headings[:2] == ["A", "B"]
    assert {"Pets", "Have died", "Not born yet"} <= set(headings)


def test_a_tie_says_who_says_what_and_both_claims_stand() -> None:
    family = family_of(
        Household(id="home", name="Home"),
        Person(id="ty", used_name="Ty", households=("home",)),
        Person(id="nan", used_name="Nan", households=("home",)),
        Support(id="school", name="School", kind="formal"),
        Tie(
            id="tie",
            support="school",
            to="home",
            claims=(Claim(kinds=("strong", "stressful"), said_by="ty"), Claim(kinds=("stressful",), said_by="nan")),
        ),
    )
    told = [row.words for row in supports.rows(look(family)) if row.item == "tie"]

    assert told == ["to Home", "Ty: Strong, Stressful", "Nan: Stressful"]


def test_a_tie_between_members_of_the_family_is_not_lost() -> None:
    family = family_of(
        Person(id="ty", used_name="Ty"), Person(id="nan", used_name="Nan"), Tie(id="tie", support="nan", to="ty")
    )

    assert "tie" in {row.item for row in supports.rows(look(family))}


def test_the_plan_is_an_outline_in_the_family_s_order() -> None:
    family = family_of(
        Need(id="second", words=Words(text="second"), rank=2),
        Need(id="first", words=Words(text="first"), rank=1),
        Outcome(id="outcome", words=Words(text="outcome"), needs=("first",)),
        Option(id="chosen", words=Words(text="chosen"), outcome="outcome"),
        Option(id="kept", words=Words(text="kept"), outcome="outcome"),
        Strategy(id="strategy", words=Words(text="strategy"), option="chosen", outcomes=("outcome",)),
        Task(id="task", words=Words(text="task"), strategy="strategy"),
    )
    rows = [row for row in plan.rows(look(family)) if row.item and row.item != "fam"]

    assert [(row.item, row.level) for row in rows] == [
        ("first", 1),
        ("outcome", 2),
        ("strategy", 3),
        ("task", 4),
        ("chosen", 3),
        ("kept", 3),
        ("second", 1),
    ]


def test_what_hangs_on_nothing_is_shown_or_it_would_be_lost() -> None:
    family = family_of(Task(id="task"), Option(id="option"), Strategy(id="strategy"), Outcome(id="outcome"))
    rows = [row.item for row in plan.rows(look(family))]

    assert {"task", "option", "strategy", "outcome"} <= set(rows)


def test_an_idea_for_an_outcome_that_hangs_on_no_need_is_shown() -> None:
    family = family_of(Outcome(id="outcome"), Option(id="option", outcome="outcome"))

    assert "option" in {row.item for row in plan.rows(look(family))}


def test_a_late_task_says_so_in_words() -> None:
    family = family_of(Task(id="task", due=date(2026, 3, 1)), Task(id="done", due=date(2026, 3, 1), status="done"))
    details = {row.item: row.detail for row in plan.rows(look(family))}

    assert "late" in details["task"]
    assert "late" not in details["done"]


def test_a_release_says_whether_it_is_in_force() -> None:
    family = family_of(Release(id="open"), Release(id="held", signed_on=DAY), Release(id="back", signed_on=DAY, revoked_on=DAY))
    details = {row.item: row.detail for row in meetings.rows(look(family))}

    assert "not signed yet" in details["open"]
    assert details["held"].endswith("in force")
    assert "taken back" in details["back"]


# What a new item begins with


def test_a_need_is_the_youth_s_where_there_is_one_youth_and_nobody_s_where_there_are_two() -> None:
    one = family_of(Person(id="ty", enrolled=True), Person(id="nan"))
    two = family_of(Person(id="ty", enrolled=True), Person(id="jo", enrolled=True))

    assert fresh(one, "needs", None, DAY).held["whose"] == ("ty",)
    assert "whose" not in fresh(two, "needs", None, DAY).held
    assert "whose" not in fresh(one, "strengths", None, DAY).held


def test_a_new_item_belongs_to_the_one_it_is_added_at() -> None:
    option = Option(id="idea", words=Words(text="ride bikes"), need="need", source="natural")
    need, outcome, worry = Need(id="need"), Outcome(id="outcome", needs=("need",)), Worry(id="worry")
    gym, home = Support(id="gym"), Household(id="home")
    family = family_of(need, outcome, worry, option, gym, home, CrisisPlan(id="crisis"))

    assert fresh(family, "outcomes", need, DAY).held["needs"] == ("need",)
    assert fresh(family, "options", outcome, DAY).held["outcome"] == "outcome"
    assert fresh(family, "readings", outcome, DAY).held["on"] == DAY
    assert fresh(family, "needs", worry, DAY).held["behind"] == ("worry",)
    assert fresh(family, "strategies", option, DAY).held["words"] == option.words
    assert fresh(family, "strategies", option, DAY).held["source"] == "natural"
    assert fresh(family, "ties", gym, DAY).held["support"] == "gym"
    assert "to" not in fresh(family, "ties", gym, DAY).held
    assert fresh(family, "people", home, DAY).held["households"] == ("home",)
    assert fresh(family, "crisis_stages", None, DAY).held["plan"] == "crisis"


@pytest.mark.parametrize("kind", sorted({*who.KINDS, *supports.KINDS, *plan.KINDS, *meetings.KINDS}))
def test_whatever_can_be_added_can_be_added_at_whatever_row(kind: str) -> None:
    family = demo.family(DAY)
    one_of_each = {type(item): item for item in family.items()}
    for item in (None, *one_of_each.values()):
        draft = fresh(family, kind, item, DAY)
        if not draft.missing:
            assert LIST_OF[type(draft.built())] == kind  # type: ignore[index]  # a draft of an item builds an item


def test_what_fits_the_row_is_offered_first() -> None:
    assert offered(plan.KINDS, "", Need())[:2] == ("outcomes", "options")
    assert offered(who.KINDS, "team", None)[0] == "team"


# Moving


def test_needs_move_in_the_family_s_rank_without_gaps() -> None:
    family = family_of(Need(id="a", rank=1), Need(id="b", rank=3), Need(id="c"))

    def ranks(after: Family) -> dict[str, int | None]:
        return {need.id: need.rank for need in after.needs}

    def move(item: str, by: int) -> Family:
        rows = tuple(plan.rows(look(family)))
        return family.with_edits(moved(family, rows, next(row for row in rows if row.item == item), by))

    assert ranks(move("b", -1)) == {"a": 2, "b": 1, "c": None}
    assert ranks(move("c", -1)) == {"a": 1, "b": 2, "c": 3}
    assert ranks(move("b", 1)) == {"a": 1, "b": None, "c": None}
    assert ranks(move("a", -1)) == {"a": 1, "b": 3, "c": None}


def test_a_task_moves_among_its_neighbours_only() -> None:
    family = family_of(
        Need(id="n"),
        Strategy(id="s1", needs=("n",)),
        Strategy(id="s2", needs=("n",)),
        Task(id="a", strategy="s1"),
        Task(id="x", strategy="s2"),
        Task(id="b", strategy="s1"),
    )
    rows = tuple(plan.rows(look(family)))
    row = next(row for row in rows if row.item == "b")

    after = family.with_edits(moved(family, rows, row, -1))
    assert [task.id for task in after.tasks if task.strategy == "s1"] == ["b", "a"]
    assert moved(family, rows, row, 1) == ()


def test_steps_of_a_crisis_plan_keep_their_order() -> None:
    family = family_of(CrisisPlan(id="p"), CrisisStage(id="a", plan="p"), CrisisStage(id="b", plan="p"))
    rows = tuple(plan.rows(look(family)))

    assert moved(family, rows, next(row for row in rows if row.item == "b"), -1) == ()


# Taking out, history


def test_what_goes_with_an_item_is_told_by_name() -> None:
    from teammeet.model.removal import without

    family = family_of(Support(id="gym", name="Gym"), Household(id="h", name="Home"), Tie(id="t", support="gym", to="h"))
    told = consequences(family, family.supports[0], without(family, "gym"), "en")

    assert "Tie: Gym – Home" in told
    assert "Ctrl+Z" in told


def change(version: int, *edits: Edit, undoes: int | None = None, withheld: bool = False) -> Change:
    return Change(version, NOON, "facilitator", undoes, edits, withheld)


def test_history_tells_before_and_after_in_plain_words() -> None:
    need = Need(id="need", words=Words(text="rest"))
    met = need.changed(status="met", words=Words(text="sleep"))
    changes = (change(3, drop(met)), change(2, put(met)), change(1, put(need)))
    rows = list(history.rows(look(family_of()), changes))

    assert [row.heading for row in rows] == [True, False] * 3
    assert rows[1].detail == "taken out"
    assert "The need: rest → sleep" in rows[3].detail
    assert "Status: Open → Met" in rows[3].detail
    assert rows[5].detail == "added"


def test_history_says_what_was_taken_away_for_good_and_what_undo_did() -> None:
    rows = list(history.rows(look(family_of()), (change(1, withheld=True, undoes=1),)))

    assert "undo" in rows[0].detail
    assert "for good" in rows[1].words


def test_a_long_history_is_told_in_parts_and_a_big_change_in_short() -> None:
    needs = [put(Need(id=f"n{number}")) for number in range(30)]
    changes = tuple(change(number, *needs) for number in range(300, 0, -1))
    rows = list(history.rows(look(family_of()), changes, shown=10))

    assert sum(row.heading for row in rows) == 11
    assert rows[-1].key == history.OLDER
    assert "290" in rows[-1].words
    assert sum("22" in row.words for row in rows) == 10


def test_every_kind_of_change_can_be_told_in_both_languages() -> None:
    family = demo.family(DAY)
    one_of_each = {type(item): item for item in family.items()}.values()
    changes = (change(2, *(put(item.changed(position=7)) for item in one_of_each)), change(1, *(put(i) for i in one_of_each)))
    for language in LANGUAGES:
        assert list(history.rows(look(family, language), changes))
