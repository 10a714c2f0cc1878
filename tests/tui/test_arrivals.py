"""Coming and going, interpreters, names, who must be there, two languages, saying it aloud, the opening card: no screen."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal

import pytest
from tests.hostile import FIT
from tests.tui.meeting_scenes import REVIEW, TEN, acted, after, deed_at, rows, scene_at, small_family

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Header, Person
from teammeet.model.plan import Outcome, Reading
from teammeet.tui.meeting.aloud import say_aloud
from teammeet.tui.meeting.arrivals import tongue_named
from teammeet.tui.meeting.clock import StepClock
from teammeet.tui.meeting.opening import ask_purpose, opening_lines, opening_page
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Keep, Row, Scene, Tell
from teammeet.tui.meeting.shown import shown
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.meeting.tongues import languages_shown


def late(scene: Scene, minutes: int) -> Scene:
    return replace(scene, now=TEN + timedelta(minutes=minutes))


def said(deed: Deed, line: str) -> Deed:
    assert isinstance(deed, AskLine)
    return deed.then(line)


def of(family: Family, who: str) -> Attendance:
    return next(a for a in family.attendances if a.who == who)


def row(scene: Scene, who: str) -> Row:
    return next(row for row in rows(scene) if row.id == who)


def at(family: Family | None = None, selected: str = "rosa", minutes: int = 0) -> Scene:
    return late(scene_at("welcome", family, selected=selected), minutes)


def marked(how: Literal["room", "phone"] = "room", *, absent: tuple[str, ...] = (), **lists: Any) -> Family:
    """Everybody was marked."""
    whos = ("rosa", "dani", "carmen", "ortiz")
    listed = (
        Attendance(id=f"a-{who}", meeting="now", who=who, how="absent" if who in absent else how, arrived_at=TEN)
        for who in whos
    )
    return small_family(attendances=tuple(listed), **lists)


# When


def test_whoever_is_marked_in_the_first_minutes_was_there_from_the_beginning() -> None:
    family = acted(at(minutes=7), "room")
    assert of(family, "rosa").arrived_at == TEN
    assert "came" not in row(at(family, minutes=7), "rosa").detail


def test_somebody_who_comes_later_came_at_that_time() -> None:
    family = acted(at(minutes=20), "room")
    assert "came 10:20" in row(at(family, minutes=25), "rosa").detail


def test_leaving_and_coming_back() -> None:
    family = acted(at(selected="ortiz", minutes=40), "left")
    assert "left 10:40" in row(at(family, minutes=45), "ortiz").detail
    back = acted(at(family, selected="ortiz", minutes=50), "phone")
    assert (of(back, "ortiz").left_at, of(back, "ortiz").arrived_at, of(back, "ortiz").how) == (None, TEN, "phone")


def test_a_time_is_put_right_by_typing_it() -> None:
    scene = at(acted(at(minutes=30), "room"), minutes=30)
    family = after(scene, said(deed_at(scene, "time"), "10:15"))
    assert of(family, "rosa").arrived_at == TEN + timedelta(minutes=15)
    gone = at(acted(at(family, minutes=50), "left"), minutes=50)
    assert of(after(gone, said(deed_at(gone, "time"), "5 minutes ago")), "rosa").left_at == TEN + timedelta(minutes=45)
    assert isinstance(said(deed_at(gone, "time"), "10:05"), Tell)


def test_a_time_of_somebody_who_is_not_here_is_not_asked() -> None:
    assert isinstance(deed_at(at(), "time"), Tell)


def test_when_somebody_must_leave_is_said_as_people_say_it_and_taken_back_by_enter() -> None:
    family = after(at(), said(deed_at(at(), "must-leave"), "in 20 minutes"))
    assert of(family, "rosa").must_leave_at == TEN + timedelta(minutes=20)
    assert "must leave 10:20" in row(at(family), "rosa").detail
    assert of(after(at(family), said(deed_at(at(family), "must-leave"), "")), "rosa").must_leave_at is None
    assert isinstance(said(deed_at(at(), "must-leave"), "9:00"), Tell)


# Interpreter, name


def test_an_interpreter_with_the_language() -> None:
    family = after(at(), said(deed_at(at(), "interpreter"), "Ana Ruiz, Spanish"))
    rosa = family.get("rosa")
    assert isinstance(rosa, Person)
    assert (of(family, "rosa").interpreter, rosa.interpreter, rosa.languages) == ("Ana Ruiz, Spanish", True, ("es",))


def test_a_language_that_was_not_said_is_asked_for_and_one_that_is_known_is_not() -> None:
    asked = said(deed_at(at(), "interpreter"), "Ana Ruiz")
    assert isinstance(asked, Keep)
    assert asked.then is not None
    family = small_family().with_edits((put(Person(id="rosa", used_name="Rosa", languages=("vi",))),))
    known = said(deed_at(at(family), "interpreter"), "Ana Ruiz")
    assert isinstance(known, Keep)
    assert known.then is None
    scene = at(small_family().with_edits(asked.edits))
    person = scene.family.with_edits(_keep(asked.then.then("coreano")).edits).get("rosa")
    assert isinstance(person, Person)
    assert person.languages == ("ko",)
    assert isinstance(asked.then.then("Klingon of old"), Tell)


def _keep(deed: Deed) -> Keep:
    assert isinstance(deed, Keep)
    return deed


@pytest.mark.parametrize(
    ("words", "tongue"),
    [("Ana, Español", "es"), ("Lee (Korean)", "ko"), ("Jo, pl", "pl"), ("Ana Ruiz", ""), ("Ana", ""), ("Kim", "")],
)
def test_languages_are_known_by_their_names(words: str, tongue: str) -> None:
    assert tongue_named(words) == tongue


def test_the_used_name_and_the_pronouns_stand_beside_each_other_everywhere() -> None:
    family = after(at(selected="dani"), said(deed_at(at(selected="dani"), "name"), "Dan, they/them"))
    assert row(at(family), "dani").words == "Dan (they/them)"
    only = after(at(family, "carmen"), said(deed_at(at(family, "carmen"), "name"), "she/her"))
    assert row(at(only), "carmen").words == "Abuela Carmen (she/her)"


@pytest.mark.parametrize("key", ["time", "must-leave", "interpreter", "name"])
def test_any_answer_is_kept_or_refused_in_words(key: str) -> None:
    scene = at(selected="ortiz")
    for line in FIT.values():
        assert isinstance(said(deed_at(scene, key), line), Keep | Tell)


# Who must be there


def test_one_letter_says_that_the_family_does_not_meet_without_somebody() -> None:
    family = acted(at(selected="carmen"), "must")
    assert next(m for m in family.team if m.who == "carmen").must_be_there
    assert "must be here" in row(at(family), "carmen").detail
    assert "must be here" not in row(at(family).for_the_room(), "carmen").detail
    assert not next(m for m in acted(at(family, "carmen"), "must").team if m.who == "carmen").must_be_there


def test_a_brother_is_named_by_a_place_on_the_team_and_set_free_without_a_trace() -> None:
    luis = small_family().with_edits((put(Person(id="luis", used_name="Luis", role="brother")),))
    family = acted(at(luis, "luis"), "must")
    assert "must be here" in row(at(family), "luis").detail
    assert acted(at(family, "luis"), "must").team == luis.team


@pytest.mark.parametrize("who", ["dani", "rosa"])
def test_the_youth_and_the_only_caregiver_can_be_set_free_too(who: str) -> None:
    assert "must be here" in row(at(), who).detail
    family = acted(at(selected=who), "must")
    assert "must be here" not in row(at(family), who).detail
    assert "must be here" in row(at(acted(at(family, who), "must")), who).detail


def test_it_is_said_when_everybody_was_marked_and_not_while_people_come_in() -> None:
    assert not any(r.id == "not-planning" for r in rows(at()))
    told = row(at(marked(absent=("dani",))), "not-planning")
    assert "Dani is not here" in told.words
    assert not any(r.id == "not-planning" for r in rows(at(marked())))


def test_the_room_is_never_told() -> None:
    scene = at(marked(absent=("dani",))).for_the_room()
    assert not any(r.id == "not-planning" for r in rows(scene))
    assert "planning" not in {key.id for key in PANELS["engagement"].keys(scene)}


def choice(scene: Scene, way: str) -> Deed:
    deed = deed_at(scene, "planning")
    assert isinstance(deed, AskPick)
    assert "Milwaukee" in deed.question
    return deed.then((way,))


def test_an_update_only_has_its_reason_and_says_so_in_heading_and_closing() -> None:
    scene = at(marked(absent=("dani",)))
    family = after(scene, said(choice(scene, "update"), "Dani is ill"))
    meeting = family.get("now")
    assert isinstance(meeting, Meeting)
    assert (meeting.form, meeting.update_reason) == ("update_only", "Dani is ill")
    closing = scene_at("closing", family)
    assert rows(closing)[0].detail == "Dani is ill"
    assert shown(closing, Stand(), StepClock()).place.startswith("Update only")
    assert not any(r.id == "not-planning" for r in rows(at(family)))


def test_another_date_is_noted_as_at_the_closing_and_this_meeting_was_not_held() -> None:
    scene = at(marked(absent=("dani",)))
    assert isinstance(said(choice(scene, "date"), "some day"), Tell)
    family = after(scene, said(choice(scene, "date"), "in two weeks at 4 pm, library"))
    held, planned = family.meetings
    assert (held.form, held.ended_at, "Dani" in held.update_reason) == ("not_held", TEN, True)
    assert planned.on == TEN.date() + timedelta(days=14)


@pytest.mark.parametrize("how", ["absent", "sent_word"])
def test_who_never_came_has_not_left(how: Literal["absent", "sent_word"]) -> None:
    away = small_family(attendances=(Attendance(id="a1", meeting="now", who="ortiz", how=how),))
    assert isinstance(deed_at(scene_at("welcome", away, selected="ortiz"), "left"), Tell)


def test_going_on_changes_nothing() -> None:
    assert _keep(choice(at(marked(absent=("dani",))), "on")).edits == ()


# Two languages, saying it aloud


def heard_in(*languages: str) -> Family:
    rosa = Person(id="rosa", used_name="Rosa", role="mother", interpreter=True, languages=languages)
    return marked().with_edits((put(rosa),))


def test_the_question_stands_in_both_languages_where_somebody_has_an_interpreter() -> None:
    scene = at(heard_in("es"))
    assert languages_shown(scene) == ("en", "es")
    parts = shown(scene, Stand(), StepClock())
    assert "ES: Por favor" in parts.question.plain
    assert "ES: La gente" in parts.why.plain
    assert languages_shown(replace(scene, language="es")) == ("es",)


def test_a_language_without_wording_is_left_out_and_nobody_without_interpreter_adds_one() -> None:
    assert languages_shown(at(heard_in("vi"))) == ("en",)
    assert languages_shown(at(small_family())) == ("en",)


def test_who_is_on_the_phone_hears_what_others_see() -> None:
    family = marked("phone")
    assert "Rosa Rivera" in say_aloud(scene_at("needs", family))
    assert say_aloud(scene_at("welcome", family)) == ""
    assert say_aloud(scene_at("needs", marked())) == ""


# The opening card


def test_the_card_says_purpose_confidentiality_no_recording_and_rules() -> None:
    lines = opening_lines(at())
    assert [row.id for row in lines if row.heading] == [
        "opening:purpose",
        "opening:confidentiality",
        "opening:recording",
        "opening:rules",
    ]
    assert all(row.words for row in lines)
    assert opening_page(at()).kind == "opening"


def test_what_was_agreed_goes_before_the_agenda() -> None:
    header = Header(id="fam", name="Rivera family", confidentiality="Ours alone.", ground_rules=("One talks.", "Breaks."))
    words = [row.words for row in opening_lines(at(small_family(header=header)))]
    assert {"Ours alone.", "One talks.", "Breaks."} <= set(words)
    assert not any("pass it on" in each for each in words)


def test_the_purpose_is_typed_and_the_agenda_says_it_where_nobody_did() -> None:
    family = after(at(), said(ask_purpose(at()), "We plan the summer."))
    assert "We plan the summer." in [row.words for row in opening_lines(at(family))]
    assert "Today we make a plan" in opening_lines(at())[1].words


def test_the_card_is_in_both_languages_where_an_interpreter_is_at_work() -> None:
    words = " ".join(row.words for row in opening_lines(at(heard_in("es"))))
    assert "Nobody records" in words
    assert "Nadie graba" in words


# The review


def test_a_review_opens_with_what_went_well_then_the_earlier_tasks() -> None:
    assert [step.id for step in scene_at("went-well", agenda=REVIEW).agenda.steps][:3] == [
        "went-well",
        "earlier-tasks",
        "how-it-stands",
    ]


def readings_scene(*, plain: bool = False, selected: str = "") -> Scene:
    days = [datetime(2026, 2, n).date() for n in (1, 10)]
    readings = (
        Reading(id="r1", outcome="o", on=days[0], score=2, value="4 days", by="ortiz"),
        Reading(id="r2", outcome="o", on=days[1], score=6, value="2 days", by="ortiz"),
        Reading(id="r3", outcome="o", on=days[1], value="better", by="dani"),
    )
    family = small_family(outcomes=(Outcome(id="o"),), readings=readings)
    return replace(scene_at("how-it-stands", family, agenda=REVIEW, selected=selected), plain_signs=plain)


def test_readings_stand_side_by_side_by_who_gave_them_with_the_words_beside() -> None:
    ortiz, dani = (each for each in rows(readings_scene()) if each.level == 2)
    assert (ortiz.words, ortiz.mark.split()[-1]) == ("2 days", "▂▅")
    assert "6/10" in ortiz.detail
    assert "4 days" in ortiz.detail
    assert (dani.words, dani.mark) == ("better", "DA")
    assert "2 6" in next(each for each in rows(readings_scene(plain=True)) if each.level == 2).mark


def test_of_several_readings_one_is_picked_to_be_corrected() -> None:
    scene = readings_scene(selected="r2")
    deed = PANELS["outcomes"].opened(scene)
    assert isinstance(deed, AskPick)
    assert [choice.id for choice in deed.choices] == ["r2", "r1"]
    edited = deed.then(("r1",))
    assert isinstance(edited, Edited)
    assert edited.item.id == "r1"
    assert isinstance(PANELS["outcomes"].opened(readings_scene(selected="r3")), Edited)
