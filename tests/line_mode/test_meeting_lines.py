"""A meeting in lines: what is typed is kept and said back, letters act on the selected row, nothing blocks."""

import pytest
from tests.line_mode.talk import Talk

from teammeet.model.family import put

WELCOME = "Step 1 of 8: Welcome"


def test_a_step_says_its_name_its_place_its_question_and_what_a_line_adds(talk: Talk) -> None:
    out = talk.meet()
    assert WELCOME in out
    assert "Ask, 1 of " in out
    assert "A line adds: Who is here. For example: Name, how they know the family" in out


def test_a_line_is_kept_in_the_mode_of_the_step_and_said_back_with_its_row(talk: Talk) -> None:
    out = talk.meet("/step 4", "a calm place to sleep", "/add worry", "hits his brother")
    assert "Kept: 1. Need: “a calm place to sleep”" in out
    assert "A line adds: Worry" in out
    assert "Kept: 1. Worry: “hits his brother”" in out
    assert [str(need.words) for need in talk.family.needs] == ["a calm place to sleep"]
    assert [str(worry.words) for worry in talk.family.worries] == ["hits his brother"]


def test_rows_are_numbered_and_one_is_selected_by_number_or_words(talk: Talk) -> None:
    out = talk.meet("/step 4", "sleep", "friends", "/rows", "/select 1", "/1", "/select frie", "/do met")
    assert "1. “sleep”\n2. “friends”" in out
    assert "Selected: 1. Need: “sleep”" in out
    assert "Kept: 1. Need: “sleep”; number 1 for the family" in out
    sleep, friends = talk.family.needs
    assert (sleep.rank, friends.status) == (1, "met")


def test_the_letters_of_the_selected_row_are_read_in_words(talk: Talk) -> None:
    out = talk.meet("/step 4", "sleep", "/keys")
    assert "/b: worry behind it" in out
    assert "/1 to /9: family's order" in out


def test_people_come_one_letter_after_the_other(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "Leo, son", "/select 1", "/p", "/who")
    assert "Kept: 1. Ana Diaz; AD; mother; " in out
    assert [a.how for a in talk.family.attendances] == ["phone", "room"]
    assert "AD: Ana Diaz, here" in out


def test_a_question_of_a_deed_is_asked_in_lines_and_picked_by_number(talk: Talk) -> None:
    out = talk.meet("/step 4", "! hits his brother", "! no sleep", "calm nights", "/b", "1, 2")
    assert "Which worry comes from “calm nights”?" in out
    assert "1. hits his brother\n2. no sleep" in out
    need = talk.family.needs[0]
    assert need.behind == tuple(worry.id for worry in talk.family.worries)


def test_an_answer_that_is_not_understood_is_asked_for_again_and_nothing_is_kept_of_it(talk: Talk) -> None:
    out = talk.meet("/step 4", "! no sleep", "calm nights", "/b", "seven", "9", "1")
    assert out.count("That is not in the list. Type a number up to 1, or Enter.") == 2
    assert talk.family.needs[0].behind == (talk.family.worries[0].id,)


def test_a_command_closes_a_question_and_is_done(talk: Talk) -> None:
    out = talk.meet("/step 4", "! no sleep", "calm nights", "/b", "/next")
    assert "The question is closed. Nothing was changed." in out
    assert "Step 5 of 8" in out
    assert talk.family.needs[0].behind == ()


def test_an_item_is_changed_field_by_field_and_each_is_kept_at_once(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/step 4", "sleep", "/edit 1", "1", "sleep at night", "6", "Ana", "", "/rows")
    assert "1. The need: sleep" in out
    assert out.count("Kept.") == 2
    need = talk.family.needs[0]
    assert str(need.words) == "sleep at night"
    assert need.whose == (talk.family.people[0].id,)


def test_a_row_moves_is_taken_out_and_comes_back(talk: Talk) -> None:
    out = talk.meet("/step 3", "cooks", "sings", "/move up", "/remove", "/undo", "/redo", "/undo")
    assert "Taken out: 1. Strength: “sings”. /undo brings it back." in out
    assert [str(s.words) for s in talk.family.strengths] == ["sings", "cooks"]


def test_what_is_parked_and_noted_is_kept_beside_the_steps(talk: Talk) -> None:
    talk.meet("/park the bus to school", "/note call the doctor", "/park", "the new key", "/aparte", "/nota llamar")
    assert [str(p.words) for p in talk.family.parked] == ["the bus to school", "the new key"]
    assert [note.text for note in talk.family.notes] == ["call the doctor", "llamar"]


def test_a_hint_is_said_with_its_reason_and_the_line_is_kept_all_the_same(talk: Talk) -> None:
    out = talk.meet("/step 4", "therapy", "/hints off", "counseling")
    assert out.count("Hint") == 2  # one hint, and that they are off
    assert [str(need.words) for need in talk.family.needs] == ["therapy", "counseling"]


def test_a_line_that_begins_with_a_slash_can_be_said(talk: Talk) -> None:
    out = talk.meet("/step 3", "//likes /slashes", "/likes nothing")
    assert [str(s.words) for s in talk.family.strengths] == ["/likes /slashes"]
    assert "/likes nothing is no command here, and was not kept." in out


@pytest.mark.parametrize(("english", "spanish"), [("/next", "/siguiente"), ("/rows", "/filas"), ("/why", "/porqué")])
def test_the_words_of_both_languages_work_in_both(talk: Talk, english: str, spanish: str) -> None:
    first = talk.meet(english)
    second = talk.meet("/back" if english == "/next" else "", spanish)
    assert first.splitlines()[-2] in second


def test_in_spanish_the_lines_are_spanish(talk: Talk) -> None:
    talk.language = "es"
    out = talk.meet("/paso 4", "dormir en calma", "/ayuda")
    assert "Paso 4 de 8: Lo que necesitamos" in out
    assert "Guardado: 1. Necesidad: “dormir en calma”" in out
    assert "/siguiente: va al paso siguiente" in out


def test_a_meeting_goes_on_at_the_same_step_with_the_same_mode(talk: Talk) -> None:
    talk.meet("/step 4", "/add worry")
    talk.time.pass_minutes(2)
    out = talk.meet("hits his brother")
    assert "Step 4 of 8" in out
    assert "Kept: 1. Worry: “hits his brother”" in out
    assert len(talk.family.meetings) == 1


def test_the_minutes_of_a_step_are_kept_on_the_way(talk: Talk) -> None:
    talk.meet()
    first = talk.family.meetings[0]
    assert first.started_at is not None
    assert first.ended_at is None


def test_why_steps_time_counts_and_sections_are_told_on_request(talk: Talk) -> None:
    out = talk.meet("/why", "/steps", "/time", "/counts", "/question", "/sections")
    assert "8. Closing" in out
    assert "Ask, 2 of " in out
    assert "1. Family vision" in out


def test_who_must_be_here_and_is_not_is_said_once_and_stops_nobody(talk: Talk) -> None:
    out = talk.meet("Ms. Ito, teacher", "/do must be here", "/a", "/next", "/next", "/planning", "2", "the flu", "/back")
    assert out.count("/planning tells why, and what you can do. Nothing stops you.") == 1
    meeting = talk.family.meetings[0]
    assert (meeting.form, meeting.update_reason) == ("update_only", "the flu")


def test_the_opening_card_is_read_and_its_purpose_can_be_said_anew(talk: Talk) -> None:
    out = talk.meet("/add rule", "One person talks at a time", "/opening", "/opening to plan the summer")
    assert out.count("\nOne person talks at a time\n") == 2
    assert talk.family.meetings[0].purpose == "to plan the summer"
    assert "to plan the summer" in out


def test_what_time_asks_for_is_said_once_when_twenty_minutes_are_left(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother", "Leo Diaz, youth", "/next")
    talk.time.pass_minutes(45)
    out = talk.meet("/why", "/why", "/time")
    assert out.count("15 minutes to go. This can wait") == 2  # once by itself, once because it was asked


def test_the_map_is_read_in_words(demo_talk: Talk) -> None:
    out = demo_talk.meet("/map")
    assert "- Abuela Inés (Family): strong tie with Lola's home" in out
    assert "Natural supports" in out


def test_tasks_with_spoken_dates_and_owners_are_kept(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/step 6", "/add task", "@Ana calls the school by next Tuesday", "/a")
    task = talk.family.tasks[0]
    assert task.due_said == "by next Tuesday"
    assert task.due is not None
    assert task.consent == "agreed"
    assert "/a marks it as agreed" in out


def test_what_not_everybody_here_may_see_is_read_only_when_that_is_asked_for(demo_talk: Talk) -> None:
    strength = demo_talk.family.strengths[0]
    kept_from = (demo_talk.family.team[-1].who,)
    hidden = strength.changed(words=strength.words.changed(text="CANARY"), kept_from=kept_from)
    demo_talk.desk.change(demo_talk.family_id, [put(hidden)])
    assert "CANARY" not in demo_talk.meet("/rows", "/read", "/map", "/counts", "/steps", "/who")
    assert "“CANARY”; MA" in demo_talk.meet("/everything", "/rows")
    assert "not for everybody" in demo_talk.out
