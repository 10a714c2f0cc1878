"""The menu of a line in every step and mode, for every row of a whole family: it answers in words, and tells nothing hidden."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.tui.meeting_scenes import TEN, small_family

from teammeet import demo
from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.plan import Need, Outcome, Strength
from teammeet.model.shapes import references
from teammeet.model.values import Item, Translation, Words
from teammeet.practice.agenda import agendas
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.row_deeds import fields_in_words, further_deed, further_keys, row_deed, row_keys, title_of
from teammeet.tui.meeting.same_kind import SPOKEN, WHO_MAY_SEE
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Keep, Scene, Tell

WHOLE = demo.family(date(2026, 3, 2)).with_edits(
    [put(Meeting(id="now", agenda="review-meeting", on=TEN.date(), started_at=TEN))]
)


def named_in(item: Item) -> frozenset[str]:
    """The ids that an item names; what a change leaves alone is the same item, and is looked at once."""
    known = UNCHANGED.get(id(item))
    return known if known is not None else frozenset(named for _, named, _ in references(item))


UNCHANGED: dict[int, frozenset[str]] = {}
UNCHANGED.update({id(item): named_in(item) for item in WHOLE.items()})


def every_scene(family: Family, language: str = "en") -> Iterator[Scene]:
    """Each row of each step and mode, selected; in another language than English those of like steps once."""
    looked_at: set[tuple[str, str]] = set()
    meeting = family.get("now")
    assert isinstance(meeting, Meeting)
    for agenda in agendas():
        for step in agenda.steps:
            scene = Scene(family, meeting, agenda, step, TEN, language)
            for mode in PANELS[step.phase].modes(scene):
                if language != "en" and (step.phase, mode) in looked_at:
                    continue
                looked_at.add((step.phase, mode))
                at = scene.at(mode)
                for row in PANELS[step.phase].rows(at):
                    yield replace(at, selected=row.id)


def answers(scene: Scene) -> Iterator[Deed]:
    for key in row_keys(scene):
        if key.id in ("move", "park"):
            yield from (further_deed(scene, key.id, to.id) for to in further_keys(scene, key.id))
        elif key.id != "take-back":
            yield row_deed(scene, key.id)


def carried_out(scene: Scene, answer: Deed) -> Iterator[Family]:
    """What becomes of the family, the first choice picked and the offered line taken."""
    if isinstance(answer, AskPick):
        answer = answer.then((answer.choices[0].id,))
    elif isinstance(answer, AskLine):
        answer = answer.then(answer.start or "other words")
    if isinstance(answer, AskPick):
        answer = answer.then((answer.choices[0].id,))
    if isinstance(answer, Keep):
        yield scene.family.with_edits(answer.edits)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_row_has_letters_of_its_own_and_each_answers(language: str) -> None:
    seen = set()
    for scene in every_scene(WHOLE, language):
        letters = [key.letter for key in row_keys(scene)]
        assert len(letters) == len(set(letters))
        assert bool(letters) == bool(title_of(scene))
        for answer in answers(scene):
            seen.add(type(answer))
            assert not isinstance(answer, Tell) or answer.words
            for family in carried_out(scene, answer):
                items = tuple(family.items())
                assert {item.id for item in items} >= set().union(
                    *(UNCHANGED.get(id(item)) or named_in(item) for item in items)
                )
    assert {Keep, AskLine, AskPick, Edited, Tell} <= seen


def test_every_line_of_the_plan_can_be_moved_parked_and_taken_back() -> None:
    offered = {
        item.id: {key.id for key in row_keys(scene)} for scene in every_scene(WHOLE) if (item := WHOLE.get(scene.selected))
    }
    for item in (*WHOLE.strengths, *WHOLE.worries, *WHOLE.needs, *WHOLE.outcomes, *WHOLE.options, *WHOLE.parked):
        assert {"edit", "merge", "split", "move", "park", "verbatim", "reworded", "translation", "take-back"} <= offered[
            item.id
        ]


def test_of_the_header_the_words_are_taken_back_into_a_note_and_the_rest_stays() -> None:
    vision = Words(text="dinner together", reworded="eating as one", translations=(Translation(language="es", text="cenar"),))
    family = small_family(header=small_family().header.changed(vision=vision, mission=Words(text="in peace")))
    scenes = [scene for scene in every_scene(family) if scene.selected == "vision:0"]
    assert scenes
    for scene in scenes:
        assert "take-back" in {key.id for key in row_keys(scene)}
        deed = row_deed(scene, "take-back")
        assert isinstance(deed, Keep)
        after = family.with_edits(deed.edits)
        assert str(after.header.vision) == ""
        assert not after.header.vision.translations
        assert after.header.mission.text == "in peace"
        assert not after.header.taken_back
        assert [note.text for note in after.notes] == ["dinner together\neating as one\ncenar"]


def test_the_room_is_not_told_that_there_is_a_note_or_something_hidden() -> None:
    need = Need(id="n1", words=Words(text="rest"), note="the team's own note")
    hidden = Outcome(id="o1", words=Words(text="a secret"), needs=("n1",), kept_from=("ortiz",))
    family = small_family(needs=(need, need.changed(id="n2", note="")), outcomes=(hidden,), strengths=(Strength(id="s1"),))
    scene = next(each for each in every_scene(family) if each.selected == "n1" and each.step.phase == "needs")
    facing = replace(scene, private=False)
    told = further_deed(facing, "move", "worries")
    assert isinstance(told, Tell)
    assert "note" not in told.words
    assert "note" in getattr(further_deed(scene, "move", "worries"), "words", "")
    moved = further_deed(replace(facing, selected="n2"), "move", "worries")
    assert isinstance(moved, Keep)
    assert "tied" not in moved.said


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_that_may_stay_behind_has_a_name(language: str) -> None:
    scene = next(every_scene(WHOLE, language))
    unsaid = {"id", "position", "meeting", "due_said", "status_on", "moved_from", "source", "words", *WHO_MAY_SEE}
    for kind in SPOKEN:
        for name in set(kind.model_fields) - unsaid:
            assert fields_in_words(scene, (name,))
