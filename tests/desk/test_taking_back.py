"""A plan that comes back in a copy: what is asked, what is taken, and what no file ever changes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teammeet.demo import family as demo_family
from teammeet.desk import Desk
from teammeet.desk.asking import Answer, answered
from teammeet.desk.taking_back import ComingBack, Question
from teammeet.errors import ConflictingChange, FileRefused
from teammeet.model.facts import fact_at
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import team
from teammeet.model.sharing import Signature
from teammeet.model.values import Words

TODAY = date(2031, 5, 14)
WORDS = "plum otter lamp river cedar moss"
Said = tuple[str, str, str, str]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.create(tmp_path / "families.vault", WORDS)
    yield desk
    desk.close()


@pytest.fixture
def family(desk: Desk) -> Family:
    return desk.accept(desk.look_at(write_family(demo_family(TODAY)).encode()))


def copy_of(family: Family) -> bytes:
    return write_family(family.seen_by(team(family, TODAY))).encode()


def said(item: Need | Outcome, path: str, now: str) -> Said:
    was = item.words.text if path == "words.text" else getattr(item, path)
    return (item.id, path, was, now)


def test_a_text_that_only_the_file_changed_is_asked_and_taken(desk: Desk, family: Family) -> None:
    need = family.needs[0]
    coming = desk.look_at_copy(copy_of(family), [said(need, "words.text", "Somebody who listens")])
    (question,) = coming.questions
    assert (question.changed, question.present, question.now) == ("file", need.words.text, "Somebody who listens")
    assert desk.open(family.header.id) == family
    after = desk.accept(desk.taking(coming, [question]))
    assert after == family.with_edits([put(need.changed(words=need.words.changed(text="Somebody who listens")))])


def test_what_nobody_changed_is_silent_and_nothing_chosen_changes_nothing(desk: Desk, family: Family) -> None:
    need = family.needs[0]
    assert desk.look_at_copy(copy_of(family), [said(need, "words.text", need.words.text)]).questions == ()
    coming = desk.look_at_copy(copy_of(family), [said(need, "words.text", "Another")])
    assert desk.accept(desk.taking(coming, [])) == family


def test_what_the_record_changed_since_and_a_conflict_show_all_versions(desk: Desk, family: Family) -> None:
    copy, need, outcome = copy_of(family), family.needs[0], family.outcomes[0]
    newer = need.changed(words=need.words.changed(text="Newer here"))
    desk.change(family.header.id, [put(newer), put(outcome.changed(baseline="Newer baseline"))])
    texts = [said(need, "words.text", need.words.text), said(outcome, "baseline", "The file's baseline")]
    first, second = desk.look_at_copy(copy, texts).questions
    assert (first.changed, first.was, first.now, first.present) == ("record", need.words.text, need.words.text, "Newer here")
    assert (second.changed, second.was, second.now) == ("both", outcome.baseline, "The file's baseline")
    assert second.present == "Newer baseline"


def test_what_a_copy_lacks_is_never_taken_away(desk: Desk, family: Family) -> None:
    hidden = Need(words=Words(text="Kept from the team"), only_for=(family.people[0].id,))
    present = desk.change(family.header.id, [put(hidden)])
    coming = desk.look_at_copy(copy_of(present), [])
    assert desk.accept(desk.taking(coming, coming.questions)).get(hidden.id) == hidden


def test_an_item_that_is_new_is_asked_as_a_whole_with_the_words_of_the_file(desk: Desk, family: Family) -> None:
    task = Task(id="from-elsewhere", words=Words(text="Ask the choir"))
    coming = desk.look_at_copy(
        copy_of(family.with_edits([put(task)])), [(task.id, "words.text", "Ask the choir", "Ask the choir on Monday")]
    )
    (question,) = coming.questions
    assert question.is_new
    taken = desk.accept(desk.taking(coming, [question])).get(task.id)
    assert isinstance(taken, Task)
    assert taken.words.text == "Ask the choir on Monday"


def test_an_item_that_leans_on_one_that_is_left_out_is_left_out_too(desk: Desk, family: Family) -> None:
    need, task = Need(id="new-need", words=Words(text="Sleep")), Task(id="new-task", need="new-need", words=Words(text="Call"))
    coming = desk.look_at_copy(copy_of(family.with_edits([put(need), put(task)])), [])
    only = [question for question in coming.questions if question.item == "new-task"]
    assert desk.accept(desk.taking(coming, only)) == family
    assert desk.accept(desk.taking(coming, coming.questions)).get("new-task") is not None


def test_what_was_signed_is_never_changed_by_a_file(desk: Desk, family: Family) -> None:
    signature = Signature(who=family.people[0].id, edition=1, method="typed", signed_at=datetime(2031, 5, 1, tzinfo=UTC))
    coming = desk.look_at_copy(copy_of(family.with_edits([put(signature)])), [(signature.id, "typed_name", "", "Forged")])
    assert coming.questions == ()
    assert [(one.kind, one.why) for one in coming.not_taken] == [("signatures", "signed")]


def test_lines_of_a_list_are_found_where_they_stand_today(desk: Desk, family: Family) -> None:
    header = family.header.changed(ground_rules=("One speaks", "Phones stay in bags", "We end on time"))
    copy = copy_of(family.with_edits([put(header)]))
    desk.change(family.header.id, [put(header.changed(ground_rules=("First a song", "One speaks", "Phones stay in bags")))])
    texts = [
        (header.id, "ground_rules.0", "One speaks", ""),
        (header.id, "ground_rules.1", "Phones stay in bags", "Phones stay off"),
        (header.id, "ground_rules.2", "We end on time", "We end at six"),
    ]
    coming = desk.look_at_copy(copy, texts)
    after = desk.accept(desk.taking(coming, coming.questions))
    assert after.header.ground_rules == ("First a song", "Phones stay off", "We end at six")


def test_lines_that_are_gone_here_and_changed_in_the_file_all_come_in(desk: Desk, family: Family) -> None:
    header = family.header.changed(ground_rules=("One speaks", "Phones stay in bags"))
    copy = copy_of(family.with_edits([put(header)]))
    desk.change(family.header.id, [put(header.changed(ground_rules=("First a song",)))])
    texts = [
        (header.id, "ground_rules.0", "One speaks", "One talks"),
        (header.id, "ground_rules.1", "Phones stay in bags", "No phones"),
    ]
    coming = desk.look_at_copy(copy, texts)
    after = desk.accept(desk.taking(coming, coming.questions))
    assert sorted(after.header.ground_rules) == ["First a song", "No phones", "One talks"]


def test_what_changed_here_while_it_was_asked_is_not_written_over(desk: Desk, family: Family) -> None:
    need = family.needs[0]
    coming = desk.look_at_copy(copy_of(family), [said(need, "words.text", "The file's")])
    newer = need.changed(words=need.words.changed(text="Newer here"))
    after = desk.change(family.header.id, [put(newer)])
    with pytest.raises(ConflictingChange):
        desk.taking(coming, coming.questions)
    assert desk.open(family.header.id) == after


def test_a_family_that_is_new_comes_in_whole_with_what_was_chosen(desk: Desk) -> None:
    family = demo_family(TODAY)
    need = family.needs[0]
    coming = desk.look_at_copy(copy_of(family), [said(need, "words.text", "Changed on the way")])
    assert coming.is_new
    after = desk.accept(desk.taking(coming, coming.questions))
    assert {item.id for item in coming.family.items()} == {item.id for item in after.items()}
    changed = after.get(need.id)
    assert isinstance(changed, Need)
    assert changed.words.text == "Changed on the way"


def test_a_break_in_a_line_is_a_blank_and_a_text_too_long_is_refused_by_its_place(desk: Desk, family: Family) -> None:
    outcome = family.outcomes[0]
    coming = desk.look_at_copy(copy_of(family), [said(outcome, "baseline", "three\ndays")])
    taken = desk.accept(desk.taking(coming, coming.questions)).get(outcome.id)
    assert isinstance(taken, Outcome)
    assert taken.baseline == "three days"
    coming = desk.look_at_copy(copy_of(family), [said(outcome, "baseline", "x" * 3_000)])
    with pytest.raises(FileRefused) as refusal:
        desk.taking(coming, coming.questions)
    assert outcome.id in refusal.value.sentence()


@pytest.mark.parametrize(("path", "now"), [("due", "soon"), ("due", "2031-02-30"), ("status", "finito")])
def test_a_fact_that_is_none_is_refused_as_such_by_its_place(desk: Desk, family: Family, path: str, now: str) -> None:
    task = next(task for task in family.tasks if task.due)
    coming = desk.look_at_copy(copy_of(family), [(task.id, path, fact_at(task, path), now)])
    with pytest.raises(FileRefused) as refusal:
        desk.taking(coming, coming.questions)
    assert refusal.value.message_key == "plan-fact-unfit"
    assert now not in refusal.value.sentence()


def test_of_two_texts_for_one_place_the_last_that_is_taken_counts_and_both_are_told(desk: Desk, family: Family) -> None:
    need = family.needs[0]
    coming = desk.look_at_copy(copy_of(family), [said(need, "words.text", f"{which} way") for which in ("First", "Second")])
    first, second = coming.questions
    assert [coming.rivals(one) for one in coming.questions] == [(second,), (first,)]
    assert ["First way" in line or "Second way" in line for line in coming.rivals_told("en")] == [True, True]
    with pytest.raises(FileRefused) as refusal:
        desk.taking(coming, coming.questions)
    assert refusal.value.message_key == "plan-two-ways"
    asked, taken = conversation(coming, "take", "take")
    assert "If you take this" not in asked[0]
    assert "First way. If you take this" in asked[1]
    assert taken == [second]
    assert conversation(coming, "take", "keep")[1] == [first]


def test_one_may_go_back_from_each_question_also_from_those_that_are_asked_once_more(desk: Desk, family: Family) -> None:
    need = Need(id="new-need", words=Words(text="Sleep"))
    outcome = Outcome(id="new-outcome", words=Words(text="Sleeps"), needs=("new-need",))
    coming = desk.look_at_copy(copy_of(family.with_edits([put(need), put(outcome)])), [])
    of_need, of_outcome = coming.questions
    assert conversation(coming, "keep", "take", "back", "keep")[1] == []
    assert conversation(coming, "keep", "take", "back", "back", "take", "take")[1] == [of_need, of_outcome]
    assert conversation(coming, "keep", "take", "back", "take", "stop")[1] is None


def conversation(coming: ComingBack, *answers: Answer) -> tuple[list[str], list[Question] | None]:
    """What is asked, and what is taken, if somebody answers so; every answer is used."""
    left, asked = list(answers), list[str]()

    def ask(lines: tuple[str, ...]) -> Answer:
        asked.append("\n".join(lines))
        return left.pop(0)

    taken = answered(coming, ask, lambda line: None, "en")
    assert left == []
    return asked, taken
