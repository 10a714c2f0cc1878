"""What is handed out beside the plan: the wallet card on paper and on a telephone, the share sheet, the attendance sheet."""

import re
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.errors import ExportRefused
from teammeet.export import Options, exporter_named
from teammeet.export import made as written
from teammeet.model.crisis import CrisisCall, CrisisPlan
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Contact
from teammeet.model.readers import reader_named
from teammeet.model.supports import Support, TeamMember
from teammeet_word.crisis_essentials import MOST_CALLS, MOST_LINES, essentials

from .accessibility import W, findings, package_of, said
from .records import TODAY, bare, demo, full
from .test_readers import SECRET, hidden_edits

PAPERS = ("wallet-card", "share-sheet", "attendance-sheet")
FAMILIES = {"full": full()[0], "demo": demo(), "bare": bare()}


def made(name: str, family: Family, reader: str = "team", language: str = "en") -> bytes:
    return (
        exporter_named(name).write(family.seen_by(reader_named(family, reader, TODAY)), language, Options(today=TODAY)).content
    )


@pytest.mark.parametrize(("name", "whose"), [(n, w) for n in PAPERS for w in FAMILIES if (n, w) != ("wallet-card", "bare")])
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_found_against_accessibility_nor_by_the_checkers_of_packages(
    name: str, whose: str, language: str, tmp_path: Path
) -> None:
    content = made(name, FAMILIES[whose], "facilitator", language)
    assert findings(content) == []
    (tmp_path / "page.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "page.docx").errors == []
    assert check(tmp_path / "page.docx") == []


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_in_large_print_they_say_the_same_at_18_points_and_nothing_is_grey(name: str, language: str, tmp_path: Path) -> None:
    family, exporter = demo(), exporter_named(name)
    view = family.seen_by(reader_named(family, "facilitator", TODAY))
    content = written(exporter, view, language, Options(today=TODAY, large=True)).content
    assert findings(content) == []
    (tmp_path / "page.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "page.docx").errors == []
    assert check(tmp_path / "page.docx") == []
    styles = package_of(content).styles
    assert {size.get(f"{W}val") for size in styles.iter(f"{W}sz") if int(size.get(f"{W}val", "0")) < 36} == set()
    assert {colour.get(f"{W}val") for colour in styles.iter(f"{W}color")} <= {"1F2A30", "1D5B66", None}
    usual, large = (set(re.findall(r"\w+", said(each))) for each in (made(name, family, "facilitator", language), content))
    assert usual - large <= {"to", "the", "size", "of", "a", "bank"}


def test_a_card_in_large_print_does_not_claim_to_be_as_small_as_a_bank_card() -> None:
    family, exporter = demo(), exporter_named("wallet-card")
    view = family.seen_by(reader_named(family, "team", TODAY))
    assert "bank card" not in said(exporter.write(view, "en", Options(today=TODAY, large=True)).content)
    assert "bank card" in said(made("wallet-card", family))


@pytest.mark.parametrize("name", ["wallet-card", "wallet-card-png"])
def test_there_is_no_card_without_a_crisis_plan_nor_for_who_never_gets_one(name: str) -> None:
    with pytest.raises(ExportRefused):
        made(name, bare())
    with pytest.raises(ExportRefused):
        made(name, demo(), reader="room")


def test_the_card_has_whom_to_call_and_who_answers_day_and_night_comes_first() -> None:
    text = said(made("wallet-card", demo()))
    assert text.index("Abuela Inés: 555-0122") < text.index("Mrs. Bea next door: 555-0137") < text.index("Please do not call")
    assert text.count("555-0122") == 2, "one card to carry, one to give away"


def test_what_is_too_much_for_a_card_is_counted_not_dropped_in_silence() -> None:
    plan = CrisisPlan(id="plan", what_helps=tuple(f"Helps {n}" for n in range(MOST_LINES + 3)))
    calls = (CrisisCall(plan="plan", name=f"Friend {n}", phone=f"555-0{n}") for n in range(MOST_CALLS + 2))
    family = bare().with_edits(map(put, (plan, *calls)))
    (brief,) = essentials(family.seen_by(reader_named(family, "facilitator", TODAY)), "en")
    assert (brief.more_calls, brief.lists[0].more) == (2, 3)
    text = said(made("wallet-card", family))
    assert "2 more in the plan" in text
    assert "3 more in the plan" in text


def test_the_telephone_gets_the_same_as_a_picture_that_says_what_it_shows() -> None:
    content = made("wallet-card-png", demo())
    assert struct.unpack(">I", content[16:20]) == (1080,)
    assert b"555-0122" in content
    assert "Abuela Inés".encode() in content
    assert content == made("wallet-card-png", demo())


def test_the_attendance_sheet_is_of_the_meeting_that_is_held_and_crosses_how_people_came() -> None:
    began = datetime(2031, 5, 14, 9, 0, tzinfo=UTC)
    came = Attendance(meeting="now", who="lee", how="phone", arrived_at=began)
    family = bare().with_edits(
        map(
            put,
            (
                Support(id="lee", name="Lee"),
                TeamMember(who="lee"),
                Meeting(id="now", on=TODAY, started_at=began, place="Library"),
                Meeting(id="later", on=TODAY.replace(year=2032), place="Elsewhere"),
                came,
            ),
        )
    )
    text = said(made("attendance-sheet", family))
    assert "Library" in text
    assert "Elsewhere" not in text
    assert "☐ here ☒ phone ☐ video" in text
    assert "9:00" in text


def test_the_share_sheet_names_those_whom_its_reader_may_reach_and_nobody_else() -> None:
    ways = {"open": Contact(value="555-0101", shown_to="team"), "own": Contact(value="555-0102", shown_to="facilitator")}
    helpers = [Support(id=name, name=name.title(), contacts=(way,)) for name, way in ways.items()]
    family = bare().with_edits(map(put, (*helpers, *(TeamMember(who=name) for name in ways))))
    text = said(made("share-sheet", family))
    assert "555-0101" in text
    assert "555-0102" not in text
    assert "Own" not in text


@pytest.mark.parametrize("name", [*PAPERS, "wallet-card-png"])
def test_what_the_reader_may_not_see_leaves_no_trace(name: str) -> None:
    family = demo()
    hidden = family.with_edits(hidden_edits(family))
    before, after = (made(name, each) for each in (family, hidden))
    assert SECRET.encode() not in after
    assert before == after
