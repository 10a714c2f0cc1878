"""What every step of every agenda keeps to: pure functions, no screen."""

from collections.abc import Iterator

import pytest
from tests.hostile import FIT
from tests.tui.meeting_scenes import (
    TEN,
    deed_at,
    rows,
    scene_at,
)

from teammeet.practice.agenda import agendas
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Keep, Scene, Tell


def every_step() -> Iterator[tuple[str, str, str]]:
    for agenda in agendas():
        for step in agenda.steps:
            scene = scene_at(step.id, agenda=agenda.id)
            for mode in PANELS[step.phase].modes(scene):
                yield agenda.id, step.id, mode


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_every_mode_has_its_words_in_both_languages(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    panel = PANELS[scene.step.phase]
    for language in ("en", "es"):
        there = Scene(scene.family, scene.meeting, scene.agenda, scene.step, TEN, language, mode)
        assert panel.line_for(there)
        assert "{" not in panel.example(there)
        assert panel.rows(there) is not None
        assert all(key.letter for key in panel.keys(there))
        panel.summary(there)


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_row_ids_differ_and_letters_of_a_step_differ(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    ids = [row.id for row in rows(scene)]
    letters = [key.letter for key in PANELS[scene.step.phase].keys(scene)]
    assert len(ids) == len(set(ids))
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_any_line_is_kept_or_refused_in_words(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    for said in FIT.values():
        answer = PANELS[scene.step.phase].kept(scene, said)
        if isinstance(answer, Keep):
            family = scene.family.with_edits(answer.edits)
            assert len(tuple(family.items())) >= len(tuple(scene.family.items()))
        else:
            assert isinstance(answer, Tell)


@pytest.mark.parametrize("step", ["welcome", "needs", "outcomes", "ideas-and-tasks", "if-things-get-hard", "closing"])
def test_keys_without_a_selected_row_say_what_to_do(step: str) -> None:
    scene = scene_at(step, selected="nothing")
    for key in PANELS[scene.step.phase].keys(scene):
        answer = deed_at(scene, key.id)
        assert not isinstance(answer, Keep)
        assert not isinstance(answer, Tell) or answer.words
    assert isinstance(PANELS[scene.step.phase].removed(scene), Tell)
    assert isinstance(PANELS[scene.step.phase].moved(scene, 1), Tell)
    assert isinstance(PANELS[scene.step.phase].opened(scene), Tell)
