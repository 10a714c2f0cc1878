"""The crisis plan, closing, time and hints: pure functions, no screen."""

import pytest
from tests.tui.meeting_scenes import FIRST, REVIEW, TEN, acted, after, kept, scene_at, small_family, three_needs, told

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.family import put
from teammeet.model.meetings import Attendance, Meeting, StepMinutes
from teammeet.model.people import Contact
from teammeet.model.plan import Task
from teammeet.model.supports import Support
from teammeet.model.values import Words
from teammeet.practice.agenda import agendas
from teammeet.tui.meeting import start
from teammeet.tui.meeting.clock import StepClock, minutes_of
from teammeet.tui.meeting.hints import hints_for
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Edited, Hint, Keep, ReadPlan

# The crisis plan


def test_the_first_line_of_a_crisis_plan_makes_the_plan() -> None:
    family = kept(scene_at("if-things-get-hard", mode="sign"), "goes quiet")
    assert family.crisis_plans[0].early_signs == ("goes quiet",)
    family = kept(scene_at("if-things-get-hard", family, mode="sign"), "paces")
    assert [plan.early_signs for plan in family.crisis_plans] == [("goes quiet", "paces")]


def test_steps_of_a_place_go_up_a_ladder() -> None:
    family = kept(scene_at("if-things-get-hard", mode="home"), "breathe @RR")
    family = kept(scene_at("if-things-get-hard", family, mode="home"), "headphones")
    family = kept(scene_at("if-things-get-hard", family, mode="home"), "9. call 988")
    assert [(s.intensity, str(s.words)) for s in family.crisis_stages] == [(1, "breathe"), (2, "headphones"), (9, "call 988")]
    assert family.crisis_stages[0].who == ("rosa",)
    scene = scene_at("if-things-get-hard", family, mode="home", selected=family.crisis_stages[1].id)
    moved = after(scene, PANELS["crisis"].moved(scene, -1))
    assert {str(s.words): s.intensity for s in moved.crisis_stages} == {"headphones": 1, "breathe": 2, "call 988": 9}


def test_twelve_steps_of_one_place_stay_on_the_ladder() -> None:
    plan = CrisisPlan(id="c")
    stages = tuple(CrisisStage(id=f"g{n}", plan="c", place="home", intensity=9) for n in range(12))
    scene = scene_at("if-things-get-hard", small_family(crisis_plans=(plan,), crisis_stages=stages), mode="home", selected="g5")
    assert all(1 <= s.intensity <= 9 for s in after(scene, PANELS["crisis"].moved(scene, -1)).crisis_stages)


def test_a_call_knows_its_person_number_and_hours() -> None:
    family = kept(scene_at("if-things-get-hard", mode="call"), "Abuela Carmen, 555 0101, after school")
    call = family.crisis_calls[0]
    assert isinstance(call, CrisisCall)
    assert (call.who, call.name, call.phone, call.when) == ("carmen", "", "555 0101", "after school")
    scene = scene_at("if-things-get-hard", family, mode="call", selected=call.id)
    assert acted(scene, "any-hour").crisis_calls[0].day_and_night


@pytest.mark.parametrize(
    ("line", "row", "hint"),
    [
        ("Theo Banks 555-0177", ("Theo Banks", "555-0177"), ""),
        ("911", ("911", ""), ""),
        ("@AC day and night", ("Abuela Carmen", "555-0144 · day and night"), "The team may not see the number of Abuela"),
        ("@OR, evenings", ("Ms. Ortiz", "555-0155 · evenings"), ""),
        ("@RR @OR 555-0101", ("Rosa Rivera, Ms. Ortiz", "555-0101"), ""),
        ("@QX 555-0101 ask @RR", ("@QX", "555-0101 · ask Rosa Rivera"), ""),
        ("Crisis line 988, Bea 555-0137 nights", ("Bea", "555-0137 · nights"), "Kept as 2 calls"),
        ("Mobile crisis team day and night", ("Mobile crisis team", "no number yet · day and night"), "No number was found"),
    ],
)
def test_a_call_shows_its_name_and_number_and_without_a_number_says_why(line: str, row: tuple[str, str], hint: str) -> None:
    at_home, of_work = Contact(value="555-0144"), Contact(value="555-0155", shown_to="team")
    carmen = Support(id="carmen", name="Abuela Carmen", contacts=(at_home,))
    ortiz = Support(id="ortiz", name="Ms. Ortiz", kind="formal", contacts=(of_work,))
    scene = scene_at("if-things-get-hard", small_family(supports=(carmen, ortiz)), mode="call")
    deed = PANELS["crisis"].kept(scene, line)
    assert isinstance(deed, Keep)
    assert hint in deed.said
    assert bool(hint) == bool(deed.said)
    family = after(scene, deed)
    shown = next(each for each in PANELS["crisis"].rows(scene_at("if-things-get-hard", family)) if each.id == deed.select)
    assert (shown.words, shown.detail) == row


def test_what_is_still_open_is_said_and_goes_when_it_is_covered() -> None:
    scene = scene_at("if-things-get-hard")
    assert "At school" in PANELS["crisis"].summary(scene)
    family = kept(scene_at("if-things-get-hard", mode="school"), "go to the office")
    assert "At school" not in PANELS["crisis"].summary(scene_at("if-things-get-hard", family))


# Closing


def test_the_next_meeting_is_typed_as_people_say_it() -> None:
    family = kept(scene_at("closing"), "in two weeks at 4 pm, library")
    meeting = family.meetings[-1]
    assert (str(meeting.on), str(meeting.at), meeting.place, meeting.agenda) == ("2026-03-16", "16:00:00", "library", REVIEW)
    again = kept(scene_at("closing", family), "Friday")
    assert [str(m.on) for m in again.meetings if m.id != "now"] == ["2026-03-06"]


def test_a_date_beyond_the_agendas_limit_is_told() -> None:
    answer = PANELS["closing"].kept(scene_at("closing"), "in two months")
    assert isinstance(answer, Keep)
    assert "30" in answer.said


@pytest.mark.parametrize("line", ["some day", "yesterday", "3/1/2026"])
def test_no_day_or_a_past_day_is_refused(line: str) -> None:
    assert told(PANELS["closing"].kept(scene_at("closing"), line))


def test_a_parked_line_goes_somewhere_by_a_key() -> None:
    family = kept(scene_at("closing", mode="parked"), "bus passes")
    parked = family.parked[0].id
    assert acted(scene_at("closing", family, selected=parked), "goes").parked[0].goes_to == "next_agenda"
    assert acted(scene_at("closing", family, selected=parked), "settled").parked[0].settled


def test_enter_on_the_counts_reads_the_plan_back() -> None:
    assert isinstance(PANELS["closing"].opened(scene_at("closing", selected="counts")), ReadPlan)


def test_enter_on_an_item_opens_the_editor() -> None:
    answer = PANELS["needs"].opened(scene_at("needs", three_needs(), selected="n1"))
    assert isinstance(answer, Edited)
    assert answer.item.id == "n1"


# Time, beginning, hints


def test_time_is_added_to_the_step_and_a_night_is_not() -> None:
    from datetime import timedelta

    clock = StepClock().at("needs", TEN)
    meeting = Meeting(steps=(StepMinutes(step="needs", seconds=60),))
    assert minutes_of(clock.counted(meeting, TEN + timedelta(minutes=4)), "needs") == 5
    assert clock.counted(meeting, TEN + timedelta(hours=11)) == meeting
    assert clock.counted(meeting, TEN - timedelta(minutes=1)) == meeting


def test_who_runs_the_meeting_comes_from_the_settings_only_where_the_record_does_not_say() -> None:
    family = small_family()
    meeting = Meeting(id="m", started_at=TEN)
    named = family.with_edits(start.run_by(family, meeting, "Ines Paz", "Puentes"))
    assert (named.header.facilitator, named.header.agency) == ("Ines Paz", "Puentes")
    assert start.run_by(named, meeting, "Somebody Else", "Another") == ()
    assert start.run_by(family, meeting, "", "") == ()
    assert start.run_by(family, start.ended(meeting, TEN), "Ines Paz", "Puentes") == (), "it is over"
    closed = family.with_edits([put(family.fixed(TEN, None))])
    assert start.run_by(closed, meeting, "Ines Paz", "Puentes") == (), "a plan that is closed stays as it was closed"


def test_the_meeting_of_today_is_found_and_begins_once() -> None:
    planned = Meeting(id="planned", on=TEN.date())
    found = start.meeting_to_hold(small_family(meetings=(planned,), attendances=()), "", TEN)
    assert found == planned
    began = start.begun(planned, TEN)
    assert began.started_at == TEN
    assert start.begun(began, TEN.replace(hour=11)) == began
    assert start.meeting_to_hold(small_family(meetings=(start.ended(began, TEN),), attendances=()), "", TEN) is None


def test_a_first_meeting_is_offered_first_and_then_reviews() -> None:
    shelf = agendas()
    assert start.fitting_agenda(small_family(meetings=(), attendances=()), shelf) == FIRST
    over = Meeting(id="over", ended_at=TEN)
    assert start.fitting_agenda(small_family(meetings=(over,), attendances=()), shelf) == REVIEW


def test_hints_leave_out_what_the_item_answers() -> None:
    bare = Task(id="k1", words=Words(text="Call the school"))
    whole = bare.changed(owners=("rosa",), due=TEN.date())
    family = small_family(tasks=(bare,))
    assert {hint.rule for hint in hints_for(family, Hint("task", "k1"), "en")} >= {"task-owner", "task-date"}
    assert hints_for(family.with_edits([put(whole)]), Hint("task", "k1"), "en") == ()


def test_attendance_of_another_meeting_is_left_alone() -> None:
    other = Attendance(id="a2", meeting="before", who="rosa", how="room")
    family = small_family(meetings=(Meeting(id="before"), *small_family().meetings), attendances=(other,))
    assert other in acted(scene_at("welcome", family, selected="rosa"), "room").attendances
