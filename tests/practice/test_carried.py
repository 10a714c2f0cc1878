"""What an earlier meeting left for this one, and what it is called."""

from datetime import UTC, datetime

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.people import Header
from teammeet.model.values import Words
from teammeet.practice.carried import carried_into, step_name

FIRST = Meeting(id="m1", agenda="review-meeting", started_at=datetime(2026, 1, 5, 16, tzinfo=UTC), steps_left=("closing",))
STOPPED = Meeting(
    id="m2",
    agenda="review-meeting",
    started_at=datetime(2026, 2, 2, 16, tzinfo=UTC),
    cut_short=True,
    steps_left=("new-needs", "crisis-plan"),
)
NOW = Meeting(id="now", agenda="review-meeting", started_at=datetime(2026, 3, 2, 16, tzinfo=UTC))


def line(id: str, goes_to: str = "next_agenda", **more: object) -> Parked:
    return Parked.model_validate({"id": id, "words": Words(text=id), "goes_to": goes_to, "meeting": "m2", **more})


def family(*meetings: Meeting, parked: tuple[Parked, ...] = ()) -> Family:
    return Family(header=Header(id="fam", name="Rivera family"), meetings=meetings, parked=parked)


def test_steps_that_were_not_reached_wait_for_the_next_meeting() -> None:
    waits = carried_into(family(FIRST, STOPPED, NOW), NOW)
    assert waits.steps == ("new-needs", "crisis-plan")
    assert waits.is_anything


def test_a_meeting_that_came_to_its_end_leaves_no_steps() -> None:
    assert not carried_into(family(STOPPED.changed(cut_short=False), NOW), NOW).is_anything
    assert not carried_into(family(NOW), NOW).is_anything


def test_they_wait_for_the_next_one_alone() -> None:
    later = NOW.changed(id="later", started_at=datetime(2026, 4, 2, 16, tzinfo=UTC))
    assert carried_into(family(STOPPED, NOW, later), later).steps == ()


def test_what_waits_is_not_lost_over_a_meeting_that_was_not_held_or_told_news_alone() -> None:
    between = NOW.changed(id="between", started_at=datetime(2026, 2, 16, 16, tzinfo=UTC))
    for form in ("not_held", "update_only"):
        assert carried_into(family(STOPPED, between.changed(form=form), NOW), NOW).steps == STOPPED.steps_left
    news = between.changed(form="update_only", cut_short=True, steps_left=("closing",))
    assert carried_into(family(STOPPED, news, NOW), NOW).steps == ("closing",)


def test_lines_parked_for_the_next_agenda_wait_until_they_are_settled() -> None:
    parked = (line("a"), line("b", settled=True), line("c", "private_follow_up"), line("d", meeting="now"))
    assert [each.id for each in carried_into(family(FIRST, NOW, parked=parked), NOW).parked] == ["a"]


def test_a_step_has_the_name_of_its_agenda_or_of_its_id() -> None:
    assert step_name("review-meeting", "closing", "es") == "Cierre"
    assert step_name("an-agency-s-own", "talk-it-over", "en") == "Talk it over"
    assert step_name("review-meeting", "no-such-step", "en") == "No such step"
