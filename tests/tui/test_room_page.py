"""What stands on a wall: families that differ only in what somebody present may not see give the same page, at every step."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.model.test_non_interference import READERS, canary_family, twins
from tests.tui.meeting_scenes import FIRST

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.plan import Need
from teammeet.model.supports import TeamMember
from teammeet.model.values import Circle
from teammeet.practice.agenda import Agenda, agenda_named, agendas
from teammeet.tui.meeting.clock import StepClock
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.room_page import page_of
from teammeet.tui.meeting.scene import Scene
from teammeet.tui.meeting.shown import shown, side_of
from teammeet.tui.meeting.sight import Sight
from teammeet.tui.meeting.stand import Stand

NOW: Final = datetime(2026, 3, 2, 10, tzinfo=UTC)
THERE: Final = ("people-0", "supports-0")
FEW: Final = settings(
    suppress_health_check=list(HealthCheck),
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a whole family takes minutes
)
MOMENTS: Final = [(agenda, step.id) for agenda in agendas() for step in agenda.steps]


def with_those_present(family: Family) -> Family:
    """``family`` at a meeting where a person and a support are; whether the support is on the team is as it was drawn."""
    there = [
        Attendance(id=f"there-{who}", meeting="now", who=who, how="room", arrived_at=NOW) for who in THERE if family.get(who)
    ]
    gone = [each for each in family.attendances if each.meeting == "now"]
    assert not gone
    return family.with_edits([put(Meeting(id="now", started_at=NOW, on=NOW.date())), *map(put, there)])


def scene_at(family: Family, agenda: Agenda, step_id: str, mode: str = "") -> Scene:
    step = agenda.step(step_id)
    meeting = family.get("now")
    assert step is not None
    assert isinstance(meeting, Meeting)
    scene = Scene(family=family, meeting=meeting, agenda=agenda, step=step, now=NOW)
    return scene.at(mode or PANELS[step.phase].modes(scene)[0])


def everything_on_the_wall(family: Family, agenda: Agenda, step_id: str) -> list[str]:
    """The room's page, and the one shared screen, in every mode of a step."""
    told = []
    first = scene_at(family, agenda, step_id)
    for mode in PANELS[first.step.phase].modes(first)[:4]:
        scene = scene_at(family, agenda, step_id, mode)
        told.append(page_of(scene, Stand().at(step_id)).model_dump_json())
        on_wall = scene.for_the_room()
        parts = shown(on_wall, Stand().at(step_id), StepClock())
        told.append(repr((parts.place, parts.question.plain, parts.summary.plain, parts.rows, parts.line, parts.example)))
        told.append(side_of(on_wall).plain)
    return told


@pytest.mark.parametrize("of_the_team", [True, False], ids=["all of the team", "a stranger among them"])
@settings(
    suppress_health_check=list(HealthCheck),
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(data=st.data())
def test_what_somebody_present_may_not_see_changes_nothing_on_the_wall(of_the_team: bool, data: st.DataObject) -> None:
    member = [put(TeamMember(id="member", who="supports-0"))] if of_the_team else []

    def reader_of(family: Family) -> object:
        return READERS["the room of two"](family.with_edits(member if family.get("supports-0") else []))

    one, other = data.draw(twins(reader_of))  # type: ignore[arg-type]  # a reader of the room, as READERS has them
    pair = [with_those_present(family.with_edits(member if family.get("supports-0") else [])) for family in (one, other)]
    for agenda, step in MOMENTS:
        first, second = (everything_on_the_wall(family, agenda, step) for family in pair)
        assert first == second, step


@pytest.mark.parametrize("circle", ["room", "family", "team", "facilitator", "agency", "household"])
def test_no_word_of_a_narrower_circle_stands_on_the_wall(circle: Circle) -> None:
    """What somebody chose to show to ``circle``: only what was chosen for the room is there, and nothing fixed narrower."""
    family = with_those_present(canary_family(circle).with_edits([put(TeamMember(id="member", who="supports-0"))]))
    chosen = f"for {circle}" if circle != "room" else "never"
    for agenda, step in MOMENTS:
        for told in everything_on_the_wall(family, agenda, step):
            assert not [one for one in ("for facilitator", "for agency", "for household") if one in told], step
            assert chosen not in told or circle == "team", step


def test_the_wall_is_not_empty_where_something_may_be_seen() -> None:
    family = with_those_present(canary_family("room").with_edits([put(TeamMember(id="member", who="supports-0"))]))
    told = "".join(text for agenda, step in MOMENTS for text in everything_on_the_wall(family, agenda, step))
    assert "canary strengths.words for room.text for room" in told
    assert "canary crisis_plans.triggers for team" in told


def test_a_page_that_reads_the_whole_record_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scene, "for_the_room", lambda scene: scene)
    first = agenda_named(FIRST)
    family = with_those_present(canary_family("facilitator").with_edits([put(Need(id="kept", kept_from=("people-0",)))]))
    bare = with_those_present(canary_family("facilitator"))
    pages = [page_of(replace(scene_at(each, first, "needs"), sight=Sight(everything=True)), Stand()) for each in (family, bare)]
    assert pages[0] != pages[1]
