"""The opening of an agenda: what is read aloud, by language, each part at will."""

from pathlib import Path

import pytest
from tests.practice.test_agenda import OURS, refused, written

from teammeet.messages import LANGUAGES
from teammeet.practice.agenda import Agenda, agendas, read_agenda

OPENING = '\n[opening]\npurpose = { en = "We plan.", es = "Planeamos." }\n'


def with_opening(opening: str) -> str:
    return OURS.replace("\n[limits]", f"{opening}\n[limits]")


def test_an_agenda_says_what_it_wants_and_leaves_out_the_rest(tmp_path: Path) -> None:
    opening = read_agenda(written(tmp_path, with_opening(OPENING))).opening
    assert opening.purpose is not None
    assert opening.purpose.in_language("es") == "Planeamos."
    assert (opening.confidentiality, opening.recording) == (None, None)


def test_an_agenda_without_an_opening_is_as_good(tmp_path: Path) -> None:
    assert read_agenda(written(tmp_path, OURS)).opening.purpose is None


@pytest.mark.parametrize("line", ['purpos = { en = "x" }', 'purpose = "x"', 'purpose = { en = "" }', "purpose = {}"])
def test_a_mistake_in_the_opening_is_refused(tmp_path: Path, line: str) -> None:
    assert "opening" in refused(tmp_path, with_opening(f"\n[opening]\n{line}\n")).sentence("en")


@pytest.mark.parametrize("agenda", agendas(), ids=lambda agenda: agenda.id)
def test_the_agendas_of_the_house_open_in_every_language(agenda: Agenda) -> None:
    for name, said in agenda.opening:
        assert said is not None, name
        assert said.languages >= set(LANGUAGES)
