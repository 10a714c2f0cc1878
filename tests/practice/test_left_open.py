"""A meeting that was left open is found whichever way the clock went, and closes as of its last change, whole."""

from datetime import UTC, datetime, timedelta
from typing import Any

from teammeet.model.family import Family
from teammeet.model.meetings import Attendance, Meeting, SectionRead, StepMinutes
from teammeet.model.people import Header, Person
from teammeet.practice.left_open import closed_as_of, last_change, left_open, still_goes_on

BEGAN = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


def family(**meeting: Any) -> Family:
    held = Meeting(id="m", started_at=BEGAN, on=BEGAN.date(), **meeting)
    return Family(
        header=Header(id="fam", name="Rivera family"),
        people=(Person(id="rosa", used_name="Rosa"), Person(id="dani", used_name="Dani")),
        meetings=(held,),
        attendances=(
            Attendance(id="a1", meeting="m", who="rosa", how="room", arrived_at=BEGAN),
            Attendance(id="a2", meeting="m", who="dani", how="room", arrived_at=BEGAN, left_at=BEGAN + timedelta(minutes=30)),
        ),
    )


def meeting_of(of: Family) -> Meeting:
    return of.meetings[0]


def after(**passed: float) -> datetime:
    return BEGAN + timedelta(**passed)


def test_a_meeting_of_another_day_without_an_end_is_left_open() -> None:
    assert [m.id for m in left_open(family(), after(days=1))] == ["m"]
    assert left_open(family(), after(hours=3)) == ()
    assert left_open(family(ended_at=after(hours=1)), after(days=1)) == ()


def test_it_is_found_when_the_clock_jumped_back() -> None:
    assert [m.id for m in left_open(family(), after(days=-2))] == ["m"]


def test_its_last_change_is_the_last_thing_kept_in_it_and_not_what_came_the_next_day() -> None:
    moments = (after(minutes=10), after(minutes=55), after(hours=20), after(days=-3))
    assert last_change(family(), meeting_of(family()), moments) == after(minutes=55)


def test_what_stands_in_the_record_counts_where_the_journal_says_nothing() -> None:
    read = SectionRead(id="r", meeting="m", section="needs", read_at=after(minutes=50))
    held = family().model_copy(update={"sections_read": (read,)})
    assert last_change(family(), meeting_of(family())) == after(minutes=30)
    assert last_change(held, meeting_of(held)) == after(minutes=50)
    assert last_change(held, Meeting(id="planned")) is None


def test_nobody_is_asked_when_midnight_came_while_they_talked() -> None:
    assert still_goes_on(after(hours=8), after(hours=9))
    assert not still_goes_on(after(hours=1), after(hours=15))
    assert not still_goes_on(None, after(hours=1))


def test_closing_it_ends_it_then_and_lets_those_leave_who_were_there() -> None:
    held = family(steps=(StepMinutes(step="welcome", seconds=600),))
    closed = held.with_edits(closed_as_of(held, meeting_of(held), after(minutes=55)))
    assert meeting_of(closed).ended_at == after(minutes=55)
    assert meeting_of(closed).steps == meeting_of(held).steps
    left = {attendance.who: attendance.left_at for attendance in closed.attendances}
    assert left == {"rosa": after(minutes=55), "dani": after(minutes=30)}


def test_minutes_of_the_night_are_taken_off_the_step_that_stood_open() -> None:
    held = family(steps=(StepMinutes(step="welcome", seconds=600), StepMinutes(step="needs", seconds=40_000)))
    closed = held.with_edits(closed_as_of(held, meeting_of(held), after(minutes=55)))
    assert [step.seconds for step in meeting_of(closed).steps] == [600, 55 * 60 - 600]


def test_it_never_ends_before_it_began() -> None:
    held = family()
    closed = held.with_edits(closed_as_of(held, meeting_of(held), after(days=-1)))
    assert meeting_of(closed).ended_at == BEGAN
