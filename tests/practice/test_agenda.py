"""Agendas: found, read strictly, and refused by file, step and key; and what the two of the house hold."""

import os
import sys
from pathlib import Path

import pytest
from tests.hostile import FIT, FORBIDDEN

from teammeet.errors import AgendaRefused, TeammeetError
from teammeet.messages import LANGUAGES
from teammeet.model.record import ITEM_KINDS
from teammeet.practice.agenda import Agenda, agenda_named, agendas, house_folder, read_agenda, shelf

HOUSE = {agenda.id: agenda for agenda in agendas()}
OURS = """
id = "ours"
title = { en = "Our meeting" }
for_whom = { en = "Us" }
description = { en = "What we do" }

[limits]
minutes = 45

[[steps]]
id = "first"
name = { en = "Hello", es = "Hola" }
phase = "engagement"
works_on = ["team"]
why = { en = "To meet" }
prompts = [{ en = "Who are you?", es = "¿Quién es usted?" }, { en = "Why now?" }]
minutes = 5

[[steps]]
id = "last"
name = { es = "Adiós" }
phase = "closing"
works_on = ["agreements", "signatures"]
why = { en = "To part" }
prompts = [{ en = "Until when?" }]
minutes = 10
reserved = true
"""


def written(folder: Path, text: str | bytes, name: str = "ours.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(folder: Path, text: str | bytes) -> AgendaRefused:
    with pytest.raises(AgendaRefused) as refusal:
        read_agenda(written(folder, text))
    for language in LANGUAGES:
        assert "ours.toml" in refusal.value.sentence(language)
        assert "{" not in refusal.value.sentence(language)
    return refusal.value


# The house's own


def test_the_house_has_a_first_meeting_and_a_review() -> None:
    assert list(HOUSE) == ["first-wraparound-meeting", "review-meeting"]
    assert shelf().refusals == ()


def test_the_first_meeting_goes_from_welcome_to_closing() -> None:
    phases = [step.phase for step in HOUSE["first-wraparound-meeting"].steps]
    assert phases == ["engagement", "engagement", "strengths", "needs", "outcomes", "tasks", "crisis", "closing"]


def test_the_review_begins_with_what_went_well_and_with_earlier_tasks() -> None:
    phases = [step.phase for step in HOUSE["review-meeting"].steps]
    assert phases == ["strengths", "tasks", "outcomes", "needs", "tasks", "crisis", "closing"]


@pytest.mark.parametrize("agenda", HOUSE.values(), ids=HOUSE)
def test_an_agenda_of_the_house_is_whole(agenda: Agenda) -> None:
    assert agenda.minutes <= (agenda.limits.minutes or 0) == 60
    assert [step.phase for step in agenda.steps if step.reserved] == ["crisis", "closing"]
    assert agenda.reserved_minutes == sum(step.minutes for step in agenda.steps[-2:])
    assert agenda.source
    assert all(3 <= len(step.prompts) <= 5 for step in agenda.steps)
    for _, wording in agenda.wordings():
        assert wording.languages == set(LANGUAGES)
    for step in agenda.steps:
        assert set(step.works_on) <= set(ITEM_KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prompt_is_said_to_people_and_names_no_form(language: str) -> None:
    for agenda in HOUSE.values():
        for step in agenda.steps:
            prompts = [prompt.in_language(language) for prompt in step.prompts]
            assert len(set(prompts)) == len(prompts)
            assert any("?" in prompt for prompt in prompts), step.id
            assert all(prompt.endswith((".", "?", "!")) for prompt in prompts)


def test_every_list_of_the_plan_is_worked_on_in_some_step_of_the_first_meeting() -> None:
    worked = {name for step in HOUSE["first-wraparound-meeting"].steps for name in step.works_on}
    plan = {"strengths", "needs", "outcomes", "options", "strategies", "tasks", "crisis_plans", "agreements", "signatures"}
    assert plan <= worked


# Reading


def test_an_agenda_is_a_value_with_its_texts_by_language(tmp_path: Path) -> None:
    path = written(tmp_path, OURS)
    agenda = read_agenda(path)
    assert agenda == read_agenda(path)
    assert hash(agenda) == hash(read_agenda(path))
    first, last = agenda.steps
    assert first.name.in_language("es-MX") == "Hola"
    assert first.name.in_language("fr") == "Hello"
    assert last.name.in_language("en") == "Adiós"
    assert (agenda.minutes, agenda.reserved_minutes) == (15, 10)
    assert agenda.step("last") == last
    assert agenda.step("none") is None
    with pytest.raises(TypeError):
        first.name.root["en"] = "x"  # type: ignore[index]  # what must be refused


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    plain = read_agenda(written(tmp_path, OURS))
    assert read_agenda(written(tmp_path, b"\xef\xbb\xbf" + OURS.replace("\n", "\r\n").encode())) == plain


@pytest.mark.parametrize(
    ("old", "new", "step", "field", "why"),
    [
        ('phase = "closing"', 'phase = "end"', "last", "phase", "one of 'engagement', 'strengths'"),
        ("minutes = 5", 'minutes = "5"', "first", "minutes", "whole number"),
        ("minutes = 5", "minutes = 5.0", "first", "minutes", "whole number"),
        ("minutes = 5", "minutes = true", "first", "minutes", "whole number"),
        ("minutes = 5", "minutes = 0", "first", "minutes", "too small or too large"),
        ("minutes = 5", "", "first", "minutes", "missing"),
        ("reserved = true", "reserved = 1", "last", "reserved", "true or false"),
        ("reserved = true", "reservd = true", "last", "reservd", "unknown"),
        ('works_on = ["team"]', 'works_on = ["teams"]', "first", "works_on[1]", "no list of this name"),
        ('works_on = ["team"]', "works_on = []", "first", "works_on", "one or more"),
        ('works_on = ["team"]', 'works_on = "team"', "first", "works_on", "square brackets"),
        ('why = { en = "To part" }', "why = {}", "last", "why", "one or more"),
        ('why = { en = "To part" }', 'why = "To part"', "last", "why", "table"),
        ('why = { en = "To part" }', 'why = { en = "  " }', "last", "why.en", "blank"),
        ('why = { en = "To part" }', 'why = { en = "a\\u001b[31m" }', "last", "why.en", "U+001B"),
        ('why = { en = "To part" }', 'why = { en = "a\\nb" }', "last", "why.en", "U+000A"),
        ('why = { en = "To part" }', 'why = { english = "To part" }', "last", "why.english", "language tag"),
        ('why = { en = "To part" }', f'why = {{ en = "{"x" * 3000}" }}', "last", "why.en", "2000 characters"),
        ('{ en = "Why now?" }', "{ en = 5 }", "first", "prompts[2].en", "text in quotes"),
        ('id = "last"', 'id = "first"', "first", "id", "same id"),
        ('id = "last"', 'id = "Last one"', "2", "id", "small letters"),
        ('id = "last"', 'id = ""', "2", "id", "small letters"),
        ("minutes = 45", "minutes = 2026-01-01", "", "limits.minutes", "whole number"),
        ("minutes = 45", "minuets = 45", "", "limits.minuets", "unknown"),
        ('id = "ours"', "", "", "id", "missing"),
        ('id = "ours"', 'id = "ours"\nsteps_to_come = 1', "", "steps_to_come", "unknown"),
    ],
)
def test_a_wrong_agenda_is_refused_by_file_step_and_key(
    tmp_path: Path, old: str, new: str, step: str, field: str, why: str
) -> None:
    assert OURS.count(old) == 1
    refusal = refused(tmp_path, OURS.replace(old, new))
    assert (refusal.values["file"], refusal.values["step"], refusal.values["field"]) == ("ours.toml", step, field)
    assert why in refusal.what("en")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "id: this key is missing"),
        ("id = ", "not TOML (its end)"),
        ("id = x\n", "not TOML (line 1, column 6)"),
        ('id = "a"\nid = "b"\n', "not TOML (line 2, column"),
        ("n = " + "9" * 5000, "not TOML"),
        ("n = " + "[" * 100_000, "not TOML"),
        ('"\\u001b[2J" = 1\n' + OURS, "at ?: this key is unknown"),
        ("x" * 2_000_000, "more than 1048576 bytes"),
        (b"\xff\xfe", "not UTF-8"),
        (OURS.encode("utf-16"), "not UTF-8"),
        (OURS.split("[[steps]]")[0], "steps: this key is missing"),
        (OURS.split("[[steps]]")[0].replace("[limits]", "steps = [1]\n[limits]"), "steps[1]: this must be a table"),
        (OURS.split("[[steps]]")[0].replace("[limits]", "steps = []\n[limits]"), "steps: there must be one or more"),
    ],
)
def test_a_file_that_is_no_agenda_is_refused(tmp_path: Path, text: str | bytes, why: str) -> None:
    assert why in refused(tmp_path, text).what("en")


@pytest.mark.parametrize("said", FIT.values(), ids=FIT)
def test_texts_that_are_fit_are_read_as_they_are(tmp_path: Path, said: str) -> None:
    quoted = said.replace("\\", "\\\\").replace('"', '\\"')
    agenda = read_agenda(written(tmp_path, OURS.replace('"Our meeting"', f'"{quoted}"')))
    assert agenda.title.in_language("en") == said


@pytest.mark.parametrize("said", FORBIDDEN.values(), ids=FORBIDDEN)
def test_texts_that_are_forbidden_are_refused(tmp_path: Path, said: str) -> None:
    raw = OURS.replace("Our meeting", said).encode("utf-8", "surrogatepass")
    refused(tmp_path, raw)


# Finding


def test_an_agency_adds_a_folder_and_may_reword_an_agenda_of_the_house(tmp_path: Path) -> None:
    written(tmp_path, OURS)
    assert [agenda.id for agenda in agendas([tmp_path])] == [*HOUSE, "ours"]
    written(tmp_path, OURS.replace('id = "ours"', 'id = "review-meeting"'))
    assert agenda_named("review-meeting", [tmp_path]).title.in_language("en") == "Our meeting"
    assert len(agendas([tmp_path])) == len(HOUSE)


def test_a_wrong_file_is_told_and_the_other_agendas_work(tmp_path: Path) -> None:
    written(tmp_path, OURS)
    written(tmp_path, "id = 1", "broken.toml")
    written(tmp_path, OURS, "twice.toml")
    written(tmp_path, "not an agenda", "notes.txt")
    written(tmp_path, "not an agenda", ".hidden.toml")
    (tmp_path / "folder.toml").mkdir()
    found = shelf([tmp_path, tmp_path / "nowhere"])
    assert [agenda.id for agenda in found.agendas] == [*HOUSE, "ours"]
    told = {str(refusal.values["file"]): refusal.what("en") for refusal in found.refusals}
    assert set(told) == {"broken.toml", "twice.toml", "folder.toml", "nowhere"}
    assert "same id" in told["twice.toml"]
    assert "cannot be read" in told["folder.toml"]


def test_an_agenda_that_is_not_there_is_told() -> None:
    assert agenda_named("review-meeting") == HOUSE["review-meeting"]
    with pytest.raises(TeammeetError) as refusal:
        agenda_named("none")
    assert refusal.value.message_key == "agenda-unknown"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
def test_the_name_of_a_file_is_shown_clean(tmp_path: Path) -> None:
    with pytest.raises(AgendaRefused) as refusal:
        read_agenda(written(tmp_path, "", "a\x1b[31m.toml"))
    assert "\x1b" not in refusal.value.sentence()


def test_agendas_lie_beside_the_source_in_a_checkout() -> None:
    assert (house_folder() / "review-meeting.toml").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_that_nobody_writes_to_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "ours.toml"
    os.mkfifo(pipe)
    with pytest.raises(AgendaRefused):
        read_agenda(pipe)
