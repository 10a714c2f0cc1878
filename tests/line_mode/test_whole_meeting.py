"""A whole meeting through pipes, as a script or a screen reader's user holds it, to the Word file with the record in it."""

import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from tests.line_mode.script import MEETING, export_to
from tests.line_mode.talk import vault_of

from teammeet.desk import Desk
from teammeet.model.family import Family

ROOT = Path(__file__).parents[2]
PASSPHRASE = "one two three four five six"


def run_lines(vault: Path, words: Path, lines: tuple[str, ...], *more: str) -> subprocess.CompletedProcess[str]:
    """``teammeet --plain`` with ``lines`` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "teammeet", "--plain", "--store", str(vault), "--passphrase-file", str(words), *more],
        input="\n".join([*lines, ""]),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "exporters")])},
    )


def family_in(vault: Path) -> Family:
    desk = Desk.unlock(vault, PASSPHRASE)
    try:
        return desk.open(desk.families(date.today())[0].id)
    finally:
        desk.close()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Family, Path]:
    """What the mode said in the meeting, the record afterwards, the folder of the Word file."""
    folder = tmp_path_factory.mktemp("whole")
    vault, words = vault_of(folder, PASSPHRASE)
    lines = ("/new Diaz family", "/meet", "1", *MEETING, *export_to(str(folder)), "/end", "yes", "no", "/quit")
    done = run_lines(vault, words, lines)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-2000:] + done.stderr
    return done.stdout, family_in(vault), folder


def test_seven_people_are_here_and_their_words_stand_in_the_record(held: tuple[str, Family, Path]) -> None:
    _, family, _ = held
    assert len([a for a in family.attendances if a.how == "room"]) == 7
    assert str(family.header.vision) == "We eat supper together again"
    assert [str(s.words) for s in family.strengths] == ["fixes bikes with anybody who asks", "knows every bus driver by name"]
    assert {family.label(s.whose[0]) for s in family.strengths} == {"Leo Diaz", "Ana Diaz"}


def test_the_family_has_ranked_its_needs_and_the_worry_lies_on_one(held: tuple[str, Family, Path]) -> None:
    _, family, _ = held
    ranks = {str(need.words): need.rank for need in family.needs}
    assert ranks == {
        "needs a friend at school": 1,
        "needs to know who will answer at night": 2,
        "needs a calm place to sleep": None,
    }
    calm = next(need for need in family.needs if "calm" in str(need.words))
    assert calm.behind == (family.worries[0].id,)


def test_outcomes_ideas_and_tasks_hang_on_the_need_that_was_selected(held: tuple[str, Family, Path]) -> None:
    _, family, _ = held
    friend = next(need for need in family.needs if "friend" in str(need.words))
    assert [friend.id in outcome.needs for outcome in family.outcomes] == [True, False]
    assert {option.need for option in family.options} == {friend.id}
    chosen = family.strategies[0]
    assert (chosen.source, chosen.leans_on) == ("community", (family.strengths[0].id,))
    tasks = {str(task.words): task for task in family.tasks}
    assert tasks["Call the clinic about sleep"].due == date.today() + timedelta(days=1)
    assert tasks["Take Leo to the bike club"].consent == "agreed"
    assert tasks["Ask two pupils to keep a seat"].due == date.today() + timedelta(days=14)
    assert {task.strategy for task in family.tasks} == {chosen.id}


def test_the_crisis_plan_the_next_date_and_the_end_are_kept(held: tuple[str, Family, Path]) -> None:
    _, family, _ = held
    assert family.crisis_plans[0].triggers == ("the phone rings late",)
    assert family.label(family.crisis_calls[0].who) == "Nana Rosa"
    following = next(m for m in family.meetings if m.started_at is None)
    assert following.on == date.today() + timedelta(days=14)
    assert next(m for m in family.meetings if m.started_at).ended_at is not None
    assert [str(p.words) for p in family.parked] == ["who pays for the bus"]


def test_agreement_and_signatures_are_each_persons_own(held: tuple[str, Family, Path]) -> None:
    out, family, _ = held
    degrees = {family.label(a.who): a.degree for a in family.agreements}
    assert degrees == {"Leo Diaz": 5, "Ana Diaz": 4, "Dr. Sen": 2}
    dissent = next(a for a in family.agreements if a.degree == 2)
    assert (str(dissent.dissent), dissent.dissent_shown_to) == ("I would start with the sleep", "team")
    ways = {family.label(s.who): (s.method, s.typed_name or s.witness) for s in family.signatures}
    assert ways["Leo Diaz"] == ("typed", "Leo Diaz")
    assert ways["Ana Diaz"] == ("typed", "Ana D.")
    assert ways["Nana Rosa"] == ("verbal", "Pat Lane")
    assert ways["Dr. Sen"][0] == "taken_home"
    assert "Leo Diaz, this is your page" in out


def test_the_word_file_holds_the_record(held: tuple[str, Family, Path]) -> None:
    out, family, folder = held
    found = re.search(r"Written: (\S+\.docx)", out)
    assert found is not None
    document = Document(str(next(folder.glob("plan-*.docx"))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(p.text for p in document.paragraphs), *cells, *_text_of(document)])
    for words in ("We eat supper together again", "needs a friend at school", "bike club", "Call the clinic", "555 0101"):
        assert words in said
    assert family.code in found[1]


def _text_of(document: object) -> list[str]:
    """All text of the body, also in content controls."""
    body = document.element.body  # type: ignore[attr-defined]  # what python-docx gives has no type of its own
    return ["".join(paragraph.itertext()) for paragraph in body.iter() if paragraph.tag.endswith("}p")]


def test_nothing_but_text_and_line_breaks_goes_out_and_no_line_is_wrapped_or_padded(held: tuple[str, Family, Path]) -> None:
    out, _, _ = held
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u257f]", out)
    assert all(line == line.strip() and line for line in out.splitlines())


def test_without_a_passphrase_a_pipe_is_refused_and_nothing_is_echoed(tmp_path: Path) -> None:
    vault, words = vault_of(tmp_path, PASSPHRASE)
    words.write_text("wrong words\n", encoding="utf-8")
    done = run_lines(vault, words, ("/quit",))
    assert done.returncode == 1
    assert "wrong words" not in done.stdout + done.stderr


def test_lines_are_read_as_utf_8_and_bytes_that_are_none_are_replaced_and_that_is_said(tmp_path: Path) -> None:
    vault, words = vault_of(tmp_path, PASSPHRASE)
    done = subprocess.run(
        [sys.executable, "-m", "teammeet", "--plain", "--store", str(vault), "--passphrase-file", str(words)],
        input="/new José\n/meet\n1\n/step 3\nñandú\n".encode() + b"caf\xe9\n",
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    family = family_in(vault)
    assert family.header.name == "José"
    assert [str(s.words) for s in family.strengths] == ["ñandú", "caf\ufffd"]
    assert done.stdout.count(b"A sign that may not be kept was replaced.") == 1


def test_no_screen_is_loaded(tmp_path: Path) -> None:
    vault, words = vault_of(tmp_path, PASSPHRASE)
    code = (
        "import sys; from teammeet.cli import main\n"
        f"try: main(['--plain', '--store', {str(vault)!r}, '--passphrase-file', {str(words)!r}])\n"
        "except SystemExit: pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'textual', 'rich', 'readline'}))"
    )
    lines = ["/new Diaz family", "/meet", "1", *MEETING, *export_to(str(tmp_path)), "/map", "/help"]
    lines += ["/share", "yes", "/pause", "/readback", "/next", "/leave", "/until 20 more minutes", "/blank", "/unshare"]
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="\n".join([*lines, "/quit", ""]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "exporters")])},
    )
    assert "Left. All that was said as kept is on disk." in done.stdout
    assert "The room sees nothing any more." in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
