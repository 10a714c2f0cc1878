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
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Contact
from teammeet.model.readers import reader_named
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Words
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
    assert (len(brief.calls) - brief.calls_on_paper, brief.lists[0].more) == (2, 3)
    text = said(made("wallet-card", family))
    assert "2 more on the crisis page" in text
    assert "3 more on the crisis page" in text


def test_no_call_is_dropped_and_a_number_that_was_kept_in_a_name_is_found() -> None:
    kept = (
        {"name": "911"},
        {"name": "Mobile crisis 555-0199 day and night"},
        {"name": "Line 555-0188", "phone": "day and night"},
    )
    whole = ({"name": "Mrs. Vargas"}, {"who": "lee"}, {"who": "own"})
    calls = (CrisisCall.model_validate({"plan": "plan", **call}) for call in (*whole, *kept))
    ways = {"lee": Contact(value="555-0101", shown_to="team"), "own": Contact(value="555-0102")}
    helpers = (Support(id=name, name=name.title(), contacts=(way,)) for name, way in ways.items())
    family = bare().with_edits(map(put, (CrisisPlan(id="plan"), *helpers, *calls)))
    card, page = said(made("wallet-card", family)), said(made("crisis-page", family))
    lines = ("911", "Mobile crisis: 555-0199", "Line: 555-0188", "Mrs. Vargas: ____", "Lee: 555-0101", "Own: ____")
    places = [card.index(line) for line in lines]
    assert places[:3] == sorted(places[:3])
    assert max(places[:3]) < min(places[3:])
    phone = made("wallet-card-png", family).decode("latin-1")
    for told in (card, page, phone):
        assert "555-0102" not in told, "their own number is not for the team"
        assert "day and night" not in told, "hours are no number"
        assert all(number in told for number in ("911", "555-0199", "555-0188", "555-0101", "Vargas"))
    assert phone.count("no number yet") == 2
    assert page.count("________________") == 2


@pytest.mark.parametrize("name", ["wallet-card", "wallet-card-png"])
def test_a_card_is_refused_only_where_there_is_nothing_for_it(name: str) -> None:
    plan = CrisisPlan(id="plan", triggers=("Noise",))
    with pytest.raises(ExportRefused, match="whom to call"):
        made(name, bare().with_edits([put(plan)]))
    step = CrisisStage(plan="plan", place="school", words=Words(text="Show the card"))
    for item in (step, CrisisCall(plan="plan", name="Tía Lupe")):
        assert made(name, bare().with_edits(map(put, (plan, item))))


def test_a_card_has_a_step_for_each_place_their_own_first_and_counts_the_rest() -> None:
    text = said(made("wallet-card", demo()))
    assert "At school: Show the blue card, go to Ms. Reed" in text
    assert "Out and about: Go to the library desk or Mrs. Bea" in text
    assert text.index("At home: ") < text.index("One walk round the block") < text.index("At school: ")
    assert "5 more on the crisis page" in text


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
