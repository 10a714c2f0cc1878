"""A small family of our own at its meeting, to look at steps without a screen."""

from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from teammeet.model.family import Family
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Words
from teammeet.practice.agenda import Agenda, agenda_named
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Deed, Keep, Row, Scene, Tell

TEN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=-5)))
FIRST = "first-wraparound-meeting"
REVIEW = "review-meeting"


def small_family(**lists: Any) -> Family:
    """Rosa and her son Dani; Abuela Carmen and the teacher Ms. Ortiz are on the team; a meeting is on."""
    given: dict[str, Any] = {
        "header": Header(id="fam", name="Rivera family"),
        "people": (
            Person(id="rosa", used_name="Rosa Rivera", role="mother"),
            Person(id="dani", used_name="Dani", role="son", enrolled=True),
        ),
        "supports": (
            Support(id="carmen", name="Abuela Carmen", kind="natural"),
            Support(id="ortiz", name="Ms. Ortiz", kind="formal", organisation="Lincoln School"),
        ),
        "team": (TeamMember(id="t1", who="carmen"), TeamMember(id="t2", who="ortiz")),
        "meetings": (Meeting(id="now", agenda=FIRST, on=TEN.date(), started_at=TEN),),
        "attendances": (Attendance(id="a1", meeting="now", who="ortiz", how="room", arrived_at=TEN),),
    }
    return Family(**{**given, **lists})


@cache  # a frozen value: its file is read once for all tests
def agenda_of(agenda_id: str) -> Agenda:
    return agenda_named(agenda_id)


def scene_at(step: str, family: Family | None = None, *, agenda: str = FIRST, mode: str = "", selected: str = "") -> Scene:
    """The moment when the meeting stands at ``step``."""
    family = family or small_family()
    known = agenda_of(agenda)
    found = known.step(step)
    meeting = family.get("now")
    assert found is not None
    assert isinstance(meeting, Meeting)
    scene = Scene(family, meeting, known, found, TEN, selected=selected)
    return scene.at(mode or PANELS[found.phase].modes(scene)[0])


def kept(scene: Scene, line: str) -> Family:
    """The family after the line was typed and kept."""
    return after(scene, PANELS[scene.step.phase].kept(scene, line))


def acted(scene: Scene, key: str) -> Family:
    """The family after the key was pressed."""
    return after(scene, PANELS[scene.step.phase].act(scene, key))


def deed_at(scene: Scene, key: str) -> Deed:
    """What the key answers."""
    return PANELS[scene.step.phase].act(scene, key)


def told(answer: Deed) -> str:
    """Why nothing was changed."""
    assert isinstance(answer, Tell)
    return answer.words


def three_needs() -> Family:
    return small_family(needs=tuple(Need(id=f"n{n}", words=Words(text=f"need {n}")) for n in (1, 2, 3)))


def after(scene: Scene, deed: Deed) -> Family:
    assert isinstance(deed, Keep), deed
    return scene.family.with_edits(deed.edits)


def rows(scene: Scene) -> tuple[Row, ...]:
    return PANELS[scene.step.phase].rows(scene)


def words(scene: Scene) -> list[str]:
    """What stands in the record of the step, headings left out."""
    return [row.words for row in rows(scene) if not row.heading]
