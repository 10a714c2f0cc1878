"""The Family as a value: edits, order, editions of the plan; and the values that it is made of."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.model.drawn import families

from teammeet.model.codes import code_of, short_code
from teammeet.model.domains import DOMAINS, domain_order
from teammeet.model.family import BESIDE_THE_PLAN, Family, drop, put, reordered
from teammeet.model.family_file import read_family, write_family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Task
from teammeet.model.readers import agency, facilitator, room, team
from teammeet.model.record import ITEM_KINDS, LIST_OF, Record
from teammeet.model.shapes import references, shape_of
from teammeet.model.sharing import Agreement, Copy, Signature
from teammeet.model.supports import Support
from teammeet.model.values import Item, Translation, Words, new_id

PATIENT = settings(suppress_health_check=list(HealthCheck), max_examples=30)
NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
DAY = date(2026, 3, 2)


def family_of(*items: Item) -> Family:
    return Family.of_items([Header(id="fam", name="Rivers"), Person(id="ty", used_name="Ty"), *items])


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.id for item in items]


def test_an_edit_makes_another_family_and_leaves_the_first_as_it_was() -> None:
    first = family_of(Need(id="a"))
    second = first.with_edits([put(Need(id="a", gap=True)), put(Need(id="b"))])
    assert first.needs == (Need(id="a"),)
    assert second.needs == (Need(id="a", gap=True), Need(id="b"))
    assert second.with_edits([drop(Need(id="a"))]).needs == (Need(id="b"),)


def test_edits_of_one_item_count_in_their_order() -> None:
    family = family_of().with_edits([put(Need(id="a")), put(Need(id="a", rank=2)), put(Need(id="a", rank=3))])
    assert family.needs == (Need(id="a", rank=3),)
    assert family.with_edits([drop(Need(id="a")), put(Need(id="a"))]).needs == (Need(id="a"),)


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    family = family_of(Need(id="a"))
    assert family.with_edits([drop(Need(id="b"))]) == family
    assert family.with_edits([]) == family


def test_the_header_is_changed_and_never_taken_away() -> None:
    family = family_of()
    assert family.with_edits([put(family.header.changed(name="Rivera"))]).header.name == "Rivera"
    assert family.with_edits([drop(family.header)]).header == family.header


def test_an_item_is_found_by_its_id_after_every_edit() -> None:
    family = family_of(Need(id="a"))
    assert family.get("a") == Need(id="a")
    later = family.with_edits([put(Need(id="b")), drop(Need(id="a"))])
    assert later.get("b") == Need(id="b")
    assert later.get("a") is None
    assert family.get(None) is None
    assert family.get("") is None


def test_new_items_stand_last_also_in_a_list_that_people_have_sorted() -> None:
    family = family_of(Need(id="a"), Need(id="b"), Need(id="c"))
    a, b, c = family.needs
    family = family.with_edits(reordered((c, a, b)))
    assert ids(family.needs) == ["c", "a", "b"]
    family = family.with_edits([put(Need(id="d"))])
    assert ids(family.needs) == ["c", "a", "b", "d"]
    assert ids(Family.of_items(family.items()).needs) == ["c", "a", "b", "d"]


def test_sorting_again_what_stands_so_already_edits_nothing() -> None:
    family = family_of(Need(id="a"), Need(id="b"))
    family = family.with_edits(reordered((family.needs[1], family.needs[0])))
    assert reordered(family.needs) == ()


@given(st.permutations(range(6)))
def test_any_order_can_be_kept(order: list[int]) -> None:
    family = family_of(*(Need(id=f"n{number}") for number in range(6)))
    wanted = tuple(family.needs[number] for number in order)
    assert ids(family.with_edits(reordered(wanted)).needs) == ids(wanted)


@PATIENT
@given(families(), families())
def test_putting_every_item_of_another_family_gives_it_all(one: Family, other: Family) -> None:
    gone = [drop(item) for item in one.items()]
    assert one.with_edits([*gone, *map(put, other.items())]) == other


@PATIENT
@given(families())
def test_a_family_is_made_again_of_its_items(family: Family) -> None:
    assert Family.of_items(family.items()) == family


def test_a_family_without_a_header_is_none() -> None:
    with pytest.raises(ValueError, match="header"):
        Family.of_items([Need(id="a")])


def test_the_last_header_that_came_is_the_familys() -> None:
    assert Family.of_items([Header(id="fam", name="old"), Header(id="fam", name="new")]).header.name == "new"


# Editions


def signed_family() -> Family:
    family = family_of(Need(id="a"), Agreement(id="yes", who="ty", degree=4))
    return family.with_edits([put(family.fixed(NOW, None))])


def test_a_plan_is_a_draft_until_it_is_signed_and_again_when_it_changes() -> None:
    family = family_of(Need(id="a"))
    assert (family.plan_number, family.plan_state, family.last_edition) == (1, "draft", None)
    family = signed_family()
    assert (family.plan_number, family.plan_state) == (1, "signed")
    changed = family.with_edits([put(Need(id="a", gap=True))])
    assert (changed.plan_number, changed.plan_state) == (2, "draft")
    assert changed.with_edits([put(Need(id="a"))]).plan_state == "signed"
    again = changed.with_edits([put(changed.fixed(NOW, None))])
    assert (again.plan_number, again.plan_state) == (2, "signed")
    assert [edition.number for edition in again.editions] == [1, 2]


def test_what_tells_of_the_plan_only_changes_no_edition() -> None:
    family = signed_family()
    later = family.with_edits(
        [
            put(Signature(id="s", who="ty", edition=1, method="typed")),
            put(Copy(id="c", to="ty", edition=1)),
        ]
    )
    assert later.plan_state == "signed"
    assert set(Record.list_names()) | {"editions"} >= BESIDE_THE_PLAN


def test_what_was_signed_is_shown_for_ever_with_what_was_signed_to_it_since() -> None:
    family = signed_family().with_edits([put(Need(id="a", gap=True)), put(Need(id="b"))])
    family = family.with_edits([put(Signature(id="s1", who="ty", edition=1, method="typed"))])
    family = family.with_edits([put(family.fixed(NOW, None)), put(Signature(id="s2", who="ty", edition=2, method="ink"))])
    then = family.as_signed(1)
    assert then is not None
    assert then.needs == (Need(id="a"),)
    assert ids(then.signatures) == ["s1"]
    assert ids(then.agreements) == ["yes"]
    later = [
        put(Agreement(id="two", who="ty", degree=2, said_on=DAY, edition=2)),
        put(Agreement(id="at", who="ty", meeting="m")),
    ]
    said = family.with_edits([put(Meeting(id="m")), *later])
    assert [ids(kept.agreements) for number in (1, 2) if (kept := said.as_signed(number))] == [["yes"], ["yes", "two"]]
    assert read_family(write_family(said).encode()) == said
    assert (then.plan_number, then.plan_state) == (1, "signed")
    assert family.as_signed(3) is None


def test_what_was_signed_leans_on_nothing_that_came_later() -> None:
    family = signed_family().with_edits([put(Person(id="new")), put(Copy(id="c", to="new", edition=1))])
    then = family.as_signed(1)
    assert then is not None
    assert all(then.get(target) for item in then.items() for _, target, _ in references(item))
    assert read_family(write_family(then).encode()) == then


def test_each_reader_judges_by_what_it_sees_whether_the_plan_is_as_signed() -> None:
    family = signed_family()
    noted = family.with_edits([put(family.header.changed(private_note="call the school"))])
    for reader in (room(noted, ("ty",), DAY), team(noted, DAY), agency(DAY)):
        assert (noted.seen_by(reader).signed, noted.seen_by(reader).plan_number) == (True, 1)
        assert noted.seen_by(reader).digest == family.seen_by(reader).digest
    assert noted.seen_by(facilitator(DAY)).digest != family.seen_by(facilitator(DAY)).digest


def test_only_the_facilitator_gets_whole_editions() -> None:
    family = signed_family()
    assert family.seen_by(facilitator(DAY)).editions[0].record_kept is not None
    assert family.seen_by(agency(DAY)).editions[0].record_kept is None


def test_a_digest_is_of_what_is_shown_and_not_of_the_day() -> None:
    family = family_of(Need(id="a"))
    today, tomorrow = (family.seen_by(facilitator(day)) for day in (DAY, date(2026, 3, 3)))
    assert today.digest == tomorrow.digest
    assert today.digest != family.with_edits([put(Need(id="b"))]).seen_by(facilitator(DAY)).digest
    assert today.digest_code == short_code(today.digest)
    assert len(today.digest_code) == len("K7M2-9QTD")


# Values


def test_nothing_unknown_and_nothing_bent_goes_into_a_value() -> None:
    for fields in (
        {"wrods": Words()},
        {"rank": "1"},
        {"rank": 1.0},
        {"gap": 1},
        {"whose": ["ty"]},
        {"words": {"text": "x"}, "rank": 0},
    ):
        with pytest.raises(ValidationError):
            Need(id="a", **fields)


def test_a_value_cannot_be_changed_in_place() -> None:
    need = Need(id="a")
    with pytest.raises(ValidationError):
        need.rank = 1  # type: ignore[misc]  # what must be refused


def test_a_dot_is_advice_and_makes_no_new_draft_of_a_signed_plan() -> None:
    family = family_of(Need(id="a", words=Words(text="rest"), rank=1), Support(id="s", name="Noor"))
    signed = family.with_edits([put(family.fixed(NOW, None))])
    dotted = signed.with_edits([put(signed.needs[0].changed(dots=("s",)))])
    assert (dotted.plan_state, dotted.plan_number) == ("signed", 1)
    assert dotted.with_edits([put(dotted.needs[0].changed(rank=None))]).plan_state == "draft"  # the family's rank is the plan


def test_the_facilitators_own_notes_do_not_change_a_signed_plan() -> None:
    family = family_of(Need(id="a", words=Words(text="rest")))
    signed = family.with_edits([put(family.fixed(NOW, None))])
    noted = signed.with_edits([put(signed.header.changed(private_note="ask her alone"))])
    assert noted.plan_state == "signed"
    assert noted.seen_by(facilitator(DAY)).signed
    assert noted.with_edits([put(Need(id="a", words=Words(text="more rest")))]).plan_state == "draft"


def test_a_changed_copy_is_checked() -> None:
    need = Need(id="a", rank=1)
    assert need.changed(rank=2) == Need(id="a", rank=2)
    assert need.changed() == need
    for fields in ({"rank": 0}, {"rnak": 1}, {"whose": "ty"}):
        with pytest.raises(ValidationError):
            need.changed(**fields)


@PATIENT
@given(families())
def test_every_item_can_be_copied_with_nothing_changed(family: Family) -> None:
    assert all(item.changed() == item for item in family.items())
    assert family.changed(header=family.header.changed(name="x")).header.name == "x"


def test_text_that_may_not_enter_is_refused_in_every_text_of_every_kind() -> None:
    for kind in ITEM_KINDS.values():
        for name, info in kind.model_fields.items():
            if info.annotation is str and name != "id":
                with pytest.raises(ValidationError) as refusal:
                    kind.model_validate({name: "a\x1b[31m"})
                faults = {fault["loc"]: fault["type"] for fault in refusal.value.errors()}
                assert faults[(name,)] in ("text_refused", "string_pattern_mismatch"), (kind, name)


def test_a_family_needs_a_way_to_be_called() -> None:
    for name in ("", "   ", "\u00a0"):
        with pytest.raises(ValidationError):
            Header(id="fam", name=name)


def test_every_kind_has_one_list_and_every_list_one_kind() -> None:
    assert len(LIST_OF) == len(ITEM_KINDS)
    assert {*Record.list_names(), "header", "editions"} == set(ITEM_KINDS)


def test_every_reference_in_the_model_names_lists_that_there_are() -> None:
    for kind in ITEM_KINDS.values():
        for field in shape_of(kind):
            assert set(field.lists) <= set(ITEM_KINDS), (kind, field.name)


def test_what_is_said_shows_its_rewording_first_and_its_translation_where_there_is_one() -> None:
    words = Words(
        text="calm", reworded="A calm place", translations=(Translation(language="es-MX", text="Un lugar tranquilo"),)
    )
    assert str(words) == "A calm place"
    assert words.in_language("es") == "Un lugar tranquilo"
    assert words.in_language("fr") == "A calm place"
    assert str(Words(text="calm")) == "calm"
    assert str(Words()) == ""


def test_ids_and_codes_say_nothing_and_hold_no_letter_that_is_taken_for_another() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(Need(id=one) and not set(one) & set("ilou") for one in made)
    assert code_of("fam") == code_of("fam") != code_of("fam2")
    assert not set(code_of("fam").removeprefix("F-")) & set("ILOU")


def test_a_person_is_as_old_as_the_whole_years_say() -> None:
    child = Person(id="p", born=date(2016, 2, 29))
    assert child.age_on(date(2026, 2, 28)) == 9
    assert child.age_on(date(2026, 3, 1)) == 10
    assert child.age_on(date(2016, 2, 28)) is None
    assert Person(id="q").age_on(DAY) is None


def test_signatures_are_outstanding_until_a_page_is_seen_back() -> None:
    for method, outstanding in {"taken_home": True, "absent": True, "ink": True, "typed": False, "refused": False}.items():
        assert Signature(id="s", who="ty", edition=1, method=method).is_outstanding is outstanding  # type: ignore[arg-type]  # the test is given the Literal's words
    assert not Signature(id="s", who="ty", edition=1, method="ink", signed_at=NOW).is_outstanding


def test_known_domains_come_first_in_their_order_and_the_nameless_last() -> None:
    given = [None, "our_own", *reversed(DOMAINS)]
    assert sorted(given, key=domain_order) == [*DOMAINS, "our_own", None]


def test_an_open_task_is_one_that_somebody_still_has_to_do() -> None:
    statuses = {"open": True, "moved": True, "still_hard": True, "done": False, "no_longer_needed": False}
    for status, is_open in statuses.items():
        assert Task(id="t", status=status).is_open is is_open  # type: ignore[arg-type]  # the test is given the Literal's words
