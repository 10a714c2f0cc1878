"""One line that becomes two, and lines that move to another step: nothing is lost, nobody sees more."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.tui.lines_of_words import lead_somewhere, plans, ranks, said_in, spoken
from tests.tui.meeting_scenes import TEN, small_family

from teammeet.model.family import Family
from teammeet.model.meetings import Parked
from teammeet.model.plan import Need, Option, Outcome, Reading, Strategy, Strength, Task
from teammeet.model.shapes import references
from teammeet.model.values import Translation, Words
from teammeet.tui.meeting.moving import KINDS, moved_to
from teammeet.tui.meeting.same_kind import same_readers
from teammeet.tui.meeting.splitting import cut_at_mark, split, with_mark

# One that was two


@given(st.text(alphabet="ab c,;.|", min_size=1, max_size=30), st.data())
def test_a_line_is_cut_where_the_mark_stands_and_nothing_is_lost(words: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    parts = cut_at_mark(words, f"{words[:place]}|{words[place:]}")
    if words[:place].strip() and words[place:].strip():
        assert parts is not None
        assert "".join("".join(parts).split()) == "".join(words.split())
    else:
        assert parts is None or all(parts)


@pytest.mark.parametrize("typed", ["cooks and sings", "cooks | and dances", "| cooks and sings", "cooks | and | sings", ""])
def test_a_cut_changes_nothing_but_the_mark(typed: str) -> None:
    assert cut_at_mark("cooks and sings", typed) is None


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("He cooks. He sings", "He cooks. |He sings"),
        ("cooks and sings", "cooks | and sings"),
        ("cocina y canta", "cocina | y canta"),
        ("one two three four", "one two | three four"),
    ],
)
def test_the_mark_stands_where_people_mostly_cut(words: str, marked: str) -> None:
    assert "".join(with_mark(words).split()) == "".join(marked.split())
    assert cut_at_mark(words, with_mark(words)) is not None


@settings(max_examples=60)
@given(plans(), st.data())
def test_splitting_keeps_whose_links_and_readers_in_both_parts(family: Family, data: st.DataObject) -> None:
    lines = [item for item in spoken(family) if len(item.words.text.strip()) > 1]
    assume(lines)
    item = data.draw(st.sampled_from(lines))
    edits, second = split(family, item.id, "first", "second")
    after = family.with_edits(edits)
    first_part, second_part = after.get(item.id), after.get(second)
    assert first_part is not None
    assert isinstance(second_part, type(item))
    assert (first_part.words.text, second_part.words.text) == ("first", "second")  # type: ignore[attr-defined]  # a line of words
    assert first_part.words.reworded == item.words.reworded  # type: ignore[attr-defined]  # a part is of the kind of the item, which has words
    assert same_readers(item, first_part)
    assert same_readers(item, second_part)
    assert [named for _, named, _ in references(second_part)] == [named for _, named, _ in references(item)]
    assert lead_somewhere(after)
    assert set(ranks(family)) == set(ranks(after)) - {second}


def test_the_second_part_stands_below_the_first_in_the_list_and_in_the_familys_order() -> None:
    needs = tuple(Need(id=f"n{n}", rank=n, words=Words(text="to rest and to play")) for n in (1, 2))
    family = small_family(needs=needs, outcomes=(Outcome(id="o1", needs=("n1",)),))
    edits, second = split(family, "n1", "to rest", "and to play")
    after = family.with_edits(edits)
    assert ranks(after) == ["n1", second, "n2"]
    assert [need.id for need in after.needs] == ["n1", second, "n2"]
    assert after.outcomes[0].needs == ("n1", second)


def test_what_says_the_whole_is_not_read_back_any_more() -> None:
    words = Words(text="a b", reworded="both", translations=(Translation(language="es", text="los dos", read_back=True),))
    family = small_family(strengths=(Strength(id="s1", words=words),))
    after = family.with_edits(split(family, "s1", "a", "b")[0])
    assert (after.strengths[0].words.reworded, after.strengths[0].words.translations[0].read_back) == ("both", False)
    assert after.strengths[1].words == Words(text="b")


# Moved


@settings(max_examples=60)
@given(plans(), st.sampled_from(list(KINDS)), st.data())
def test_a_moved_line_keeps_its_words_and_its_readers_or_stays(family: Family, kind: str, data: st.DataObject) -> None:
    assume(spoken(family))
    item = data.draw(st.sampled_from(spoken(family)))
    moved = moved_to(family, item.id, kind)
    after = family.with_edits(moved.edits)
    assert lead_somewhere(after)
    there = after.get(moved.id)
    if there is None:
        assert moved.edits == ()
        assert moved.left or moved.leaning or isinstance(item, KINDS[kind])
        return
    assert isinstance(there, KINDS[kind])
    assert there.words == item.words
    assert same_readers(there, item)
    assert after.get(item.id) is None
    assert sorted(said_in(there)) == sorted(said_in(item))
    assert len(tuple(after.items())) == len(tuple(family.items()))


def test_a_strength_that_was_a_need_takes_whose_it_is_and_who_may_see_it_along() -> None:
    strength = Strength(id="s1", words=Words(text="to be heard", verbatim=True), whose=("dani",), kept_from=("ortiz",))
    family = small_family(strengths=(strength,), strategies=(Strategy(id="y1", leans_on=("s1",)),))
    moved = moved_to(family, "s1", "needs")
    after = family.with_edits(moved.edits)
    (need,) = after.needs
    assert (need.words, need.whose, need.kept_from) == (strength.words, ("dani",), ("ortiz",))
    assert after.strategies[0].leans_on == ()
    assert moved.left == ()


def test_an_idea_that_is_a_task_stays_with_its_need() -> None:
    family = small_family(needs=(Need(id="n1"),), options=(Option(id="i1", words=Words(text="call"), need="n1"),))
    (task,) = family.with_edits(moved_to(family, "i1", "tasks", "now").edits).tasks
    assert (task.words.text, task.need, task.meeting, task.consent) == ("call", "n1", "now", "asked")


def test_words_that_have_no_place_there_keep_the_line_where_it_is() -> None:
    family = small_family(outcomes=(Outcome(id="o1", measure="by the clock", target="8 hours"),))
    moved = moved_to(family, "o1", "needs")
    assert (moved.edits, set(moved.left)) == ((), {"measure", "target"})


def test_what_other_lines_cannot_be_without_stays() -> None:
    day = TEN.date()
    family = small_family(outcomes=(Outcome(id="o1"),), readings=(Reading(id="r1", outcome="o1", on=day),))
    assert moved_to(family, "o1", "needs").leaning == ("r1",)
    chosen = small_family(
        options=(Option(id="i1"),), strategies=(Strategy(id="y1", option="i1"),), tasks=(Task(id="k", strategy="y1"),)
    )
    assert moved_to(chosen, "i1", "tasks").leaning == ("y1",)
    assert moved_to(chosen, "y1", "tasks").leaning == ("k",)


def test_a_need_that_goes_leaves_the_familys_order_without_a_gap_and_that_is_said() -> None:
    needs = tuple(Need(id=f"n{n}", rank=n) for n in (1, 2, 3))
    family = small_family(needs=needs)
    moved = moved_to(family, "n1", "worries")
    assert ranks(family.with_edits(moved.edits)) == ["n2", "n3"]
    assert [need.rank for need in family.with_edits(moved.edits).needs] == [1, 2]
    assert moved.left == ("rank",)


def test_a_parked_line_can_go_to_any_step() -> None:
    family = small_family(parked=(Parked(id="p1", words=Words(text="bus passes"), goes_to="next_agenda"),))
    for kind in set(KINDS) - {"parked"}:
        moved = moved_to(family, "p1", kind)
        assert getattr(family.with_edits(moved.edits), kind)[-1].words.text == "bus passes"
