"""What a rehearsal is made of, without screens: the clock never goes back; the things to try are complete and plain."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading import english_grade, spanish_ease, words_in
from textual.content import Content

from teammeet import demo
from teammeet.messages import LANGUAGES
from teammeet.practice.agenda import agenda_named
from teammeet.tui.commands import APP_COMMANDS
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.rehearsal.app import REHEARSAL_COMMANDS
from teammeet.tui.rehearsal.checks import CHECKS, Moment
from teammeet.tui.rehearsal.faster_clock import SPEEDS, STOPPED, FasterClock, next_speed
from teammeet.tui.rehearsal.lines import for_lines
from teammeet.tui.rehearsal.things import Rehearsal, Thing, things_to_try
from teammeet.tui.rehearsal.told import in_a_line
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen

THREE = datetime(2026, 3, 2, 15, tzinfo=UTC)
NARROW = 77
"""Cells for the line on a screen of eighty: its margin and its edge take three."""
FEW = 8
HARDEST = 6.0
LEAST_EASE = 45.0


class Ticks:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


# The clock


def test_twelve_times_as_fast_makes_five_minutes_an_hour() -> None:
    ticks = Ticks()
    clock = FasterClock(THREE, 12, ticks)
    ticks.seconds = 300
    assert clock() == THREE + timedelta(hours=1)


def test_a_stopped_clock_stands_and_goes_on_from_there() -> None:
    ticks = Ticks()
    clock = FasterClock(THREE, STOPPED, ticks)
    ticks.seconds = 1_000
    assert clock() == THREE
    clock.run(1)
    ticks.seconds = 1_060
    assert clock() == THREE + timedelta(minutes=1)


@given(st.lists(st.tuples(st.floats(0, 5_000), st.sampled_from(SPEEDS)), max_size=30))
def test_whatever_the_speed_the_time_never_goes_back_and_never_jumps(turns: list[tuple[float, int]]) -> None:
    ticks = Ticks()
    clock = FasterClock(THREE, 1, ticks)
    last, factor = clock(), 1
    for seconds, speed in turns:
        ticks.seconds += seconds
        now = clock()
        assert now >= last
        assert abs((now - last).total_seconds() - seconds * factor) < 0.01
        clock.run(speed)
        assert clock() == now
        last, factor = now, speed


@pytest.mark.parametrize("speed", SPEEDS)
def test_one_key_goes_through_all_the_speeds(speed: int) -> None:
    seen = [speed]
    while (following := next_speed(seen[-1])) not in seen:
        seen.append(following)
    assert set(seen) == set(SPEEDS)


def test_a_clock_runs_neither_backwards_nor_without_a_zone() -> None:
    with pytest.raises(ValueError, match="backwards"):
        FasterClock(THREE, -1)
    with pytest.raises(ValueError, match="zone"):
        FasterClock(THREE.replace(tzinfo=None), 1)
    with pytest.raises(ValueError, match="backwards"):
        FasterClock(THREE, 1).run(-4)


# The things to try


@pytest.mark.parametrize("thing", things_to_try(), ids=lambda thing: thing.id)
def test_each_thing_is_told_in_every_language_and_plainly(thing: Thing) -> None:
    for said in (thing.titles, thing.scenes, thing.tries):
        assert set(said) == set(LANGUAGES)
        assert said["en"] != said["es"]
        if len(words_in(said["en"])) >= FEW:
            assert english_grade(said["en"]) <= HARDEST
        if len(words_in(said["es"])) >= FEW:
            assert spanish_ease(said["es"]) >= LEAST_EASE


def test_each_thing_has_its_check_and_each_check_its_thing() -> None:
    assert [thing.id for thing in things_to_try()] == list(CHECKS)


@pytest.mark.parametrize("thing", things_to_try(), ids=lambda thing: thing.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thing_takes_three_lines_of_a_narrow_screen(thing: Thing, language: str) -> None:
    longest = max(things_to_try(), key=lambda each: len(each.title(language)))
    rehearsal = Rehearsal((thing, longest), tried=frozenset({longest.id}) - {thing.id}, picked=thing.id, last=longest.id)
    assert len(Content("\n").join(in_a_line(rehearsal, language).wrap(NARROW)).plain.splitlines()) <= 3


@pytest.mark.parametrize("thing", things_to_try(), ids=lambda thing: thing.id)
def test_the_keys_that_a_thing_names_are_there(thing: Thing) -> None:
    commands = (*MeetingScreen.COMMANDS_HERE, *SignScreen.COMMANDS_HERE, *APP_COMMANDS, *REHEARSAL_COMMANDS)
    known = {command.shown_key for command in commands} | {"Enter", "↓", "↑"}
    for key in thing.keys:
        assert key in known or re.fullmatch(r"(Alt\+)?[A-Z0-9a-z]", key), key


def test_the_steps_that_the_keys_go_to_are_what_the_words_speak_of() -> None:
    family = demo.family(THREE.date())
    (agenda,) = [agenda_named(held.agenda) for held in family.meetings if held.id == demo.MEETING]
    phases = {
        "earlier": "tasks",
        "reading": "outcomes",
        "worry": "needs",
        "storm": "tasks",
        "crisis": "crisis",
        "next-date": "closing",
    }
    things = {thing.id: thing for thing in things_to_try()}
    for thing, phase in phases.items():
        number = int(things[thing].keys[0].removeprefix("Alt+"))
        assert agenda.steps[number - 1].phase == phase
        assert phase in PANELS
        assert all(f" {number}," in things[thing].to_try(language) for language in LANGUAGES)


def test_nothing_is_ticked_before_anything_was_done() -> None:
    rehearsal = Rehearsal(things_to_try()).looked(at_the_beginning())
    assert rehearsal.tried == frozenset()
    assert rehearsal.now == rehearsal.things[0]


def at_the_beginning() -> Moment:
    family = demo.family(THREE.date())
    (agenda,) = [agenda_named(held.agenda) for held in family.meetings if held.id == demo.MEETING]
    return Moment(family, family, agenda, demo.MEETING, THREE)


def test_what_is_left_for_later_waits_behind_the_others_and_can_be_picked() -> None:
    rehearsal = Rehearsal(things_to_try())
    first, second, *_ = rehearsal.things
    assert rehearsal.left().now == second
    assert rehearsal.left().with_picked(first.id).now == first
    for _ in rehearsal.things:
        rehearsal = rehearsal.left()
    assert rehearsal.now is None
    assert rehearsal.left().now == first


def test_what_was_tried_once_stays_tried() -> None:
    moment = at_the_beginning()
    card = replace(moment, open_screens=frozenset({"OpeningCard"}))
    rehearsal = Rehearsal(things_to_try()).looked(card).looked(moment)
    assert rehearsal.tried == {"card"}
    assert rehearsal.last_tried is not None
    assert rehearsal.with_picked("card").now != rehearsal.last_tried


def test_plain_lines_are_told_only_what_they_can_do() -> None:
    assert {thing.id for thing in things_to_try()} - {thing.id for thing in for_lines()} == {
        "card",
        "share",
        "blank",
        "time",
        "pause",
        "hand-over",
        "copies",
    }


def test_the_document_names_its_keys_and_speeds() -> None:
    told = (Path(__file__).parents[2] / "docs/rehearse.md").read_text(encoding="utf-8")
    for command in REHEARSAL_COMMANDS:
        assert f"`{command.shown_key}`" in told
    for speed in SPEEDS:
        assert speed in (STOPPED, 1) or f"{speed}×" in told
