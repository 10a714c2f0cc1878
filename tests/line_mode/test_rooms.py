"""The rooms around a meeting: the families, a family's page, the signing, stopping well, a meeting left open, set-up."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from tests.line_mode.script import MEETING
from tests.line_mode.talk import Talk

from teammeet.desk import Desk
from teammeet.messages import text
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.first import set_up


def test_a_family_is_opened_by_number_code_or_part_of_its_name(demo_talk: Talk) -> None:
    demo_talk.desk.start_family("Rivera family")
    code = demo_talk.family.code
    out = demo_talk.say("/leave", "okonjo", "/leave", code.lower(), "/leave", "1", "/leave", "family", "nobody")
    assert out.count(f"The Okonjo-Reyes family, {code}") >= 4
    assert "Several fit. Type the number:\n1. Rivera family" in out
    assert "No family has these letters in its name or code." in out


def test_a_new_family_is_named_and_opened(talk: Talk) -> None:
    out = talk.say("/leave", "/new Diaz family", "/leave")
    assert "Kept: a new family, F-" in out
    assert "Diaz family, F-" in out
    assert len(talk.desk.families(talk.time.now.date())) == 2


def test_who_supports_and_meetings_are_read_with_numbers(demo_talk: Talk) -> None:
    out = demo_talk.say("/who", "/supports", "/meetings", "/map", "/history 3")
    assert "2. Mari; daughter; 13 years" in out
    assert "Abuela Inés" in out
    assert "Checked: no change was altered or lost." in out


def test_the_plan_is_read_section_by_section(demo_talk: Talk) -> None:
    out = demo_talk.say("/plan", "/plan 7", "", "/plan needs", "/read")
    first, second = out.index("Strengths: 6"), out.index("Worries: 2")
    assert first < second
    assert "/plan and a number reads a section." in out


def test_a_row_of_the_page_is_changed_added_and_taken_out(talk: Talk) -> None:
    added = ("/supports", "/new", "1", "Aunt Bea", "", "/rows")
    talk.say(*added, "/edit Bea", "what they do", "sews for everybody", "", "/remove 1", "yes")
    left = talk.family.supports
    assert left == ()
    out = talk.say("/undo", "/supports")
    assert "Aunt Bea" in out
    assert talk.family.supports[0].role == "sews for everybody"


def test_a_line_on_the_page_is_kept_nowhere_and_that_is_said(talk: Talk) -> None:
    before = talk.family
    assert "Nothing was kept: a line is kept in a meeting only." in talk.say("they moved house")
    assert talk.family == before


def test_an_item_that_becomes_narrower_asks_about_the_lines_that_lean_on_it(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother", "Ms. Ito, teacher", "/step 3", "Ana: drives @Ana")
    out = talk.say("/leave", "/who", "/edit Ana", "hide from", "Ito", "yes", "", "")
    assert "Lines that lean on this: " in out
    assert talk.family.strengths[0].kept_from == (talk.family.supports[0].id,)


def test_a_meeting_is_stopped_well_in_three_parts(talk: Talk) -> None:
    out = talk.meet(
        *("Ana Diaz, mother", "/step 7", "she shouts", "/stopwell", "/next", "in two weeks at 4 pm, library"),
        *("/next", "who drives Leo", "/end", "yes", "no"),
    )
    assert "Step 2 of 3" in out
    meeting = next(m for m in talk.family.meetings if m.started_at)
    assert meeting.ended_at is not None
    assert meeting.cut_short
    assert "needs" in meeting.steps_left
    assert [str(p.words) for p in talk.family.parked] == ["who drives Leo"]


def test_a_meeting_of_another_day_without_an_end_is_asked_about(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother")
    talk.time.pass_minutes(24 * 60)
    out = talk.say("2")
    assert "1. " in out
    assert talk.family.meetings[0].ended_at is not None


def test_after_a_restart_in_the_signing_one_is_there_again(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother", "/sign")
    out = talk.say()
    assert "Agree and sign" in out


def test_a_low_degree_of_the_family_leads_back_to_a_step(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/step 8", "/sign", "/2", "start with sleep", "1", "What we need")
    assert "Go back to the step that this is about?" in out
    assert out.rstrip().splitlines()[-1].startswith("Left.")
    assert "Step 4 of 8: What we need" in out


def test_a_dissent_for_the_facilitator_alone_is_not_read_out_once_somebody_is_there(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/d", "CANARY", "1", "/rows", "/read", "/leave", "/read", "/readback")
    assert talk.family.agreements[0].dissent.text == "CANARY"
    assert "CANARY" not in out
    assert "does not agree with a part" not in out


def test_all_copies_are_written_into_one_folder_and_noted(talk: Talk, tmp_path: Path) -> None:
    out = talk.meet("Ana Diaz, mother", "/step 3", "Ana: cooks", "/sign", "/copies", "", "", str(tmp_path), "yes")
    files = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert len(files) >= 2
    assert all(name in out for name in files)
    assert talk.family.copies[0].given_on is not None


def test_nobody_signs_for_another_by_enter_alone(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/t", "")
    assert "Not signed." in out
    assert talk.family.signatures == ()


def test_a_name_that_is_not_the_persons_is_asked_about(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/t", "Dana Walker", "", "ana diaz", "", "")
    assert "You typed Dana Walker on Ana Diaz's page. Is that right?" in out
    assert [signature.typed_name for signature in talk.family.signatures] == ["ana diaz"]


def test_a_name_given_to_the_settings_after_the_family_came_stands_in_its_record(talk: Talk) -> None:
    talk.desk.save_settings(talk.desk.settings().changed(facilitator="Ines Paz", agency="Puentes"))
    talk.meet("Ana Diaz, mother")
    assert (talk.family.header.facilitator, talk.family.header.agency) == ("Ines Paz", "Puentes")


def test_a_signature_noted_by_mistake_is_taken_away(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/i", "1", "/x", "2")
    assert "Was it noted by mistake?" in out
    assert talk.family.signatures == ()


def test_from_the_familys_page_the_degrees_of_the_last_meeting_are_read(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother", "/sign", "/4")
    out = talk.say("/leave", "/sign", "/rows")
    assert "I like it" in out[out.rindex("Agree and sign") :]
    talk.time.now += timedelta(days=1)
    out = talk.say("/sign", "/2", "2", "", "/readback", "/rows", "/leave")
    assert [(said.degree, said.meeting is None) for said in talk.family.agreements] == [(4, False), (2, True)]
    assert talk.family.agreements[1].said_on == talk.time.now.date()
    assert "No meeting is going on now." in out


def test_what_is_said_alone_is_not_asked_where_lines_stay_to_be_read(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/keys")
    assert "says it alone" not in out
    assert "one-minute rating" not in out


def test_help_names_every_command_that_works_and_no_other_works(talk: Talk) -> None:
    out = talk.say("/help", "/next", "/fix")
    assert "/meet: starts a meeting, or goes on with it" in out
    assert "/next does not work here." in out
    assert "/fix does not work here." in out


def test_a_whole_meeting_can_be_said_in_spanish(talk: Talk) -> None:
    talk.language = "es"
    out = talk.meet(*MEETING)
    assert "Guardado: 1. Fortaleza: “fixes bikes with anybody who asks”; LD" in out
    assert len(talk.family.signatures) == 4


def test_no_line_names_a_key_that_there_is_not(talk: Talk) -> None:
    out = talk.meet(*MEETING, "/undo", "/redo", "/why", "/help", "/stopwell", "/next", "/next", "/leave", "/pause")
    for key in ("Ctrl+", "Alt+", "F1", "F2", "F5", "F8", "F9", "Esc", "arrow", "PgUp", "PgDn"):
        assert key not in out, key
    assert text("meeting.help.meeting").endswith(text("plain.help-names"))
    assert text("plain.help-names") in out


class FirstRun:
    """Set-up, answered by somebody who writes the words down."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.vault = folder / "new.vault"
        self.out = StringIO()
        self._more = list(more)

    def readline(self) -> str:
        said = self.out.getvalue().splitlines()
        last = said[-1] if said else ""
        if last.startswith("Word "):
            number = int(last.removeprefix("Word ").removesuffix("?"))
            return (
                next(line for line in said if line.startswith(f"{number}. ") and "English" not in line and "Esp" not in line)[
                    3:
                ]
                + "\n"
            )
        return (self._more.pop(0) if self._more else "") + "\n"

    def run(self) -> Desk:
        return set_up(Console(self, self.out, by_hand=False), self.vault)  # type: ignore[arg-type]  # the console reads lines of it, no more


def test_the_first_run_shows_six_words_asks_two_of_them_and_makes_the_vault(tmp_path: Path) -> None:
    first = FirstRun(tmp_path, "1", "", "Noor Haddad", "Harbor Care")
    desk = first.run()
    assert desk.settings().facilitator == "Noor Haddad"
    desk.close()
    words = [line[3:] for line in first.out.getvalue().splitlines() if line[:2] in {f"{n}." for n in range(1, 7)}][-6:]
    Desk.unlock(first.vault, " ".join(words)).close()
    assert "Without these words nobody can open the vault" in first.out.getvalue()


def test_nothing_is_made_when_the_first_run_is_left(tmp_path: Path) -> None:
    from teammeet.tui.line_mode.console import Leave

    path = tmp_path / "new.vault"
    with pytest.raises(Leave):
        set_up(Console(StringIO("1\n"), StringIO(), by_hand=False), path)
    assert not path.exists()


def test_an_export_in_lines_may_have_roles_in_place_of_names(demo_talk: Talk, tmp_path: Path) -> None:
    out = demo_talk.say("/export ecomap-words", "", "", "", "roles", "", str(tmp_path))
    assert "Read it before you give it away." in out
    written = (tmp_path / "ecomap-words-roles.txt").read_text()
    assert "therapist" in written
    assert not any(name in written for name in ("Mari", "Lola", "Lind", "Okonjo"))


def test_a_page_comes_back_with_its_scan_and_the_path_is_an_answer_though_it_begins_with_a_slash(
    talk: Talk, tmp_path: Path
) -> None:
    (tmp_path / "CANARY.pdf").write_bytes(b"a scan")
    page = ("/k", "", "Pat Lane", str(tmp_path / "CANARY.pdf"))
    out = talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/h", "", *page, "/rows")
    came = talk.family.signatures[0]
    assert (came.method, came.received_on, came.received_by) == ("ink", talk.time.now.date(), "Pat Lane")
    assert len(came.scan_digest) == 64
    assert "page came back" in out
    assert "CANARY" not in out


def test_the_page_is_read_in_another_language_when_that_is_typed(talk: Talk) -> None:
    out = talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/t", "es", "Ana Diaz", "", "")
    assert "Con mi firma digo" in out
    assert (talk.family.signatures[0].language, talk.family.signatures[0].statement[:13]) == ("es", "Con mi firma ")


def test_how_somebody_signed_is_read_in_lines_and_never_edited(talk: Talk) -> None:
    talk.meet("Ana Diaz, mother", "/sign", "/fix", "yes", "/i", "1", "")
    out = talk.say("/leave", "/meetings", "/select 4", "/edit", "", "")
    assert "stays as they gave it" in out
    assert "How: By hand, on paper" in out
    assert "Typed name" not in out
