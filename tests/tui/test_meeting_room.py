"""What stands on the wall: the room sees what everybody in it may see; a key shows the rest."""

from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Time, at_meeting, demo_desk, fresh_desk
from tests.tui.meeting_scenes import FIRST, TEN, acted, after, deed_at, rows, scene_at, small_family

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task, Worry
from teammeet.model.supports import Support
from teammeet.model.values import Words
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskPick, Keep
from teammeet.tui.meeting.side import facts_in_words, supports_in_words
from teammeet.tui.meeting.sight import Sight, seen_in_room

SECRET = "zanzibar"
STEPS = (
    "welcome",
    "story-and-vision",
    "going-well",
    "needs",
    "outcomes",
    "ideas-and-tasks",
    "if-things-get-hard",
    "closing",
)


def guarded_family(**narrow: Any) -> Family:
    """Something of every kind that Ms. Ortiz, who is here, may not see."""
    hidden = narrow or {"kept_from": ("ortiz",)}
    held = small_family(
        strengths=(Strength(id="s1", words=Words(text="cooks")), Strength(id="s2", words=Words(text=SECRET), **hidden)),
        worries=(Worry(id="w1", words=Words(text="runs off")), Worry(id="w2", words=Words(text=SECRET), **hidden)),
        needs=(
            Need(id="n1", words=Words(text=SECRET), rank=1, **hidden),
            Need(id="n2", words=Words(text="to rest"), rank=2, behind=("w1", "w2"), whose=("dani", "uncle")),
            Need(id="n3", words=Words(text="to play"), rank=3),
        ),
        outcomes=(Outcome(id="o1", words=Words(text=SECRET), needs=("n1",)), Outcome(id="o2", words=Words(text="sleeps"))),
        options=(Option(id="i1", words=Words(text="walk"), need="n2", proposed_by="uncle"),),
        strategies=(Strategy(id="g1", words=Words(text="walk"), option="i1", needs=("n2",), leans_on=("s1", "s2")),),
        tasks=(Task(id="t9", words=Words(text="call"), owners=("uncle",), strategy="g1"),),
    )
    held = held.with_edits([put(held.outcomes[0].changed(**hidden))])
    return held.with_edits([put(Support(id="uncle", name=f"Uncle {SECRET}", kind="natural", **hidden))])


@pytest.mark.parametrize("narrow", [{"kept_from": ("ortiz",)}, {"only_for": ("rosa",)}, {"record": "health"}])
@pytest.mark.parametrize("step", STEPS)
def test_no_step_shows_counts_or_names_what_is_hidden_from_somebody_here(step: str, narrow: dict[str, Any]) -> None:
    family = guarded_family(**narrow)
    panel = PANELS[scene_at(step, family).step.phase]
    for mode in panel.modes(scene_at(step, family)):
        scene = scene_at(step, family, mode=mode)
        told = [row.words + row.mark + row.detail for row in rows(scene)]
        told += [panel.summary(scene), panel.line_for(scene), panel.example(scene), str(facts_in_words(scene))]
        told += supports_in_words(scene)
        assert not any(SECRET in words.lower() for words in told)
        bare = scene_at(step, seen_in_room(family, ("ortiz",), TEN.date()), mode=mode)
        assert [row.detail for row in rows(bare)] == [row.detail for row in rows(scene)]


def test_the_checker_finds_what_is_shown_when_everything_is() -> None:
    scene = scene_at("needs", guarded_family())
    scene = type(scene)(**{**vars_of(scene), "sight": Sight(everything=True)})
    assert any(SECRET in row.words for row in rows(scene))
    assert {"n1", "w2", "uncle"} <= scene.not_for_the_room


def vars_of(scene: Any) -> dict[str, Any]:
    return {name: getattr(scene, name) for name in scene.__dataclass_fields__}


def test_a_family_without_secrets_is_shown_as_it_is() -> None:
    family = small_family()
    assert seen_in_room(family, ("ortiz",), TEN.date()) is family


def test_ranks_have_no_gap_and_moving_never_loses_the_hidden_one() -> None:
    scene = scene_at("needs", guarded_family(), selected="n3")
    assert [row.mark[0] for row in rows(scene) if row.id in ("n2", "n3")] == ["1", "2"]
    family = after(scene, PANELS["needs"].moved(scene, -1))
    assert {need.id: need.rank for need in family.needs} == {"n1": 1, "n3": 2, "n2": 3}


def test_an_edit_keeps_what_the_room_does_not_see() -> None:
    scene = scene_at("needs", guarded_family(), selected="n2")
    assert acted(scene, "gap").needs[1].behind == ("w1", "w2")
    assert acted(scene, "gap").needs[1].whose == ("dani", "uncle")
    answer = deed_at(scene, "behind")
    assert isinstance(answer, AskPick)
    assert [choice.id for choice in answer.choices] == ["w1"]
    assert after(scene, answer.then(())).needs[1].behind == ("w2",)


def test_who_is_here_is_always_shown() -> None:
    family = guarded_family()
    here = Attendance(meeting="now", who="uncle", how="room", arrived_at=TEN)
    shown = scene_at("welcome", family.with_edits([put(here)])).shown
    assert shown.get("uncle") is not None
    assert shown.get("n1") is None


async def test_a_key_shows_everything_and_says_so_until_it_is_pressed_again(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type("Ms. Ortiz, teacher")
        teacher = room.family.supports[0].id
        room.app.keep(put(Strength(id="hush", words=Words(text=SECRET), kept_from=(teacher,))))
        await room.press("alt+3")
        assert SECRET not in room.screen_text
        await room.press("ctrl+r")
        assert SECRET in room.screen_text
        assert "all shown" in room.screen_text
        assert "not for everybody" in room.screen_text
        await room.press("ctrl+r")
        assert SECRET not in room.screen_text
        assert "all shown" not in room.screen_text


async def test_enter_takes_the_line_that_is_selected_and_kept_is_only_said_of_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        said: list[str] = []
        monkeypatch.setattr(room.app, "tell", lambda key, **_: said.append(key))
        await room.press("alt+4")
        for line in ("! runs off", "! hides", "to be safe"):
            await room.type(line)
        assert not room.family.needs[0].behind
        await room.press("alt+b")
        await room.press("down", "enter")
        assert room.family.needs[0].behind == (room.family.worries[1].id,)
        said.clear()
        await room.press("alt+b")
        await room.press("enter")
        assert "meeting.told.kept" not in said
        assert room.family.needs[0].behind == (room.family.worries[1].id,)
        await room.press("alt+b")
        await room.press("space", "enter")
        assert not room.family.needs[0].behind


async def test_ctrl_with_arrows_and_headings_turn_what_the_line_adds(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press("ctrl+down")
        assert room.meeting.stand.mode == "rule"
        await room.press("ctrl+up", "ctrl+up")
        assert room.meeting.stand.mode == "culture"
        await room.press("up")
        assert "Story" in room.line.placeholder
        await room.press("enter")
        assert room.meeting.stand.mode == "story"


async def test_a_line_that_was_begun_is_not_left_by_one_key(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press(*"half a li", "escape")
        assert room.meeting.line.value == "half a li"
        assert "still here" in room.told
        await room.press("escape")
        assert room.app.place is not None
        assert room.app.place.unfinished == "half a li"
        assert type(room.app.screen).__name__ == "FamilyScreen"


async def test_the_end_of_the_meeting_leads_to_the_signing(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press("f12")
        await room.press("tab", "enter")
        await room.press("enter")
        await room.pilot.pause()
        assert room.family.meetings[0].ended_at is not None
        assert room.signing.scene().meeting == room.family.meetings[0].id
        await room.press("escape")
        await room.pilot.pause()
        assert type(room.app.screen).__name__ == "FamilyScreen"


async def test_a_meeting_that_was_planned_for_another_day_is_offered(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    day = TEN.date().replace(day=9)
    desk.change(family, [put(Meeting(id="later", agenda=FIRST, on=day))])
    async with at_meeting(desk, family, time) as room:
        assert "Mar 9" in room.screen_text
        await room.press("enter")
        await room.pilot.pause()
        assert (room.meeting.meeting.id, room.meeting.meeting.on) == ("later", TEN.date())


async def test_another_meeting_than_the_planned_one_asks_its_kind(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    day = TEN.date().replace(day=9)
    desk.change(family, [put(Meeting(id="later", agenda=FIRST, on=day))])
    async with at_meeting(desk, family, time) as room:
        await room.press("tab", "enter")
        await room.pilot.pause()
        await room.press("enter")
        await room.pilot.pause()
        assert room.meeting.meeting.id != "later"
        later = room.family.get("later")
        assert isinstance(later, Meeting)
        assert later.started_at is None


async def test_a_step_is_ticked_for_what_was_kept_or_for_a_while_and_not_for_paging_past(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press("pagedown", "pagedown")
        assert room.meeting.stand.done == frozenset()
        await room.type("cooks")
        assert room.meeting.stand.done == {"going-well"}
        await room.press("pagedown")
        time.pass_minutes(2)
        await room.press("pagedown")
        assert room.meeting.stand.done == {"going-well", "needs"}


async def test_the_map_is_in_the_footer_and_the_story_points_to_it(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        assert "F8" in room.screen_text.splitlines()[-1]
    assert "F8" in PANELS["engagement"].summary(scene_at("story-and-vision"))
    assert not PANELS["engagement"].summary(scene_at("welcome"))


def test_what_was_captured_and_may_not_be_seen_is_kept() -> None:
    scene = scene_at("needs", guarded_family(), mode="worry")
    answer = PANELS["needs"].kept(scene, "hides under the bed")
    assert isinstance(answer, Keep)
    assert {worry.id for worry in after(scene, answer).worries} >= {"w1", "w2"}


async def test_turning_somebody_into_a_support_is_one_change_that_undo_takes_back(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type("Grace Lin, sister")
        before = room.family
        await room.press("alt+k", "n")
        (grace,) = room.family.supports
        assert (room.family.people, grace.kind) == ((), "natural")
        assert [a.who for a in room.family.attendances] == [member.who for member in room.family.team] == [grace.id]
        assert desk.open(family).supports == (grace,)
        await room.press("ctrl+z")
        assert (room.family.people, room.family.attendances, room.family.team) == (before.people, before.attendances, ())


async def test_a_name_that_is_not_chosen_among_the_known_comes_back_into_the_line(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type("Sam, best friend")
        await room.type("Sam, Mari's aunt")
        await room.press("escape")
        assert room.meeting.line.value == "Sam, Mari's aunt"
        await room.press("enter", "down", "enter")
        assert [support.role for support in room.family.supports] == ["best friend", "Mari's aunt"]
        assert room.meeting.line.value == ""


async def test_a_hint_neither_counts_nor_names_what_the_room_does_not_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type("Rosa Rivera, mother")
        await room.type("Ms. Ortiz, teacher")
        rosa, ortiz = room.family.people[0].id, room.family.supports[0].id
        hushed = Task(words=Words(text="call"), owners=(rosa,), kept_from=(ortiz,))
        room.app.keep(*(put(hushed.changed(id=f"t{number}")) for number in range(5)))
        await room.press("alt+8")
        assert "all the open tasks" not in room.told
        await room.press("pageup", "ctrl+r", "pagedown")
        assert "all the open tasks" in room.told
