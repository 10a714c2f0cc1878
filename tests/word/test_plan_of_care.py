"""What the plan of care promises to those who read it."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from teammeet.export import Exporter, Options
from teammeet.model.family import Family, put
from teammeet.model.plan import Need, Option, Outcome, Strategy, Task
from teammeet.model.readers import reader_named, team
from teammeet.model.sharing import Agreement
from teammeet.model.values import Translation, Words
from teammeet.text import mended
from teammeet_word import plan_of_care

from .accessibility import W, package_of, said, text_of
from .conftest import Write
from .records import MACHINE_WORDS, TODAY, bare, demo, full

HOSTILE = (
    "[/] [@click=app.quit()]x[/]",
    "{{ 7*7 }} {% for x in y %} {# z #}",
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    "<w:r><w:t>x</w:t></w:r> &amp; &xxe; ]]> <!-- -->",
    "=HYPERLINK(\"http://example.invalid\",'x')",
    "  two  blanks   kept ",
    "a\u00a0b\u00adc\u200bd\u200de",
    "José 👩🏽‍👧‍👦 🥁",  # joiners and skin tones stay
    "\u0627\u0644\u0623\u0645 (Mum) 3 \u0663",
    "\u05d0\u05de\u05d0 and \u7389\u8389 \u30de\u30e4 \ub9c8\uc57c",
    "M" * 2000,
    "\ufffd\ufffd",
    "Plan 9, code F-0000",
    "\\* MERGEFORMAT PAGE",
)


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def test_it_is_an_exporter() -> None:
    assert isinstance(plan_of_care, Exporter)
    assert (plan_of_care.name, plan_of_care.suffix, plan_of_care.reader) == ("word", "docx", "team")
    assert plan_of_care.describe("es") != plan_of_care.describe("en")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "reader", ["facilitator", "agency", "family", "team", "room", "person:people-1", "household:households-1"]
)
def test_all_that_a_reader_may_see_is_in_the_text_and_nothing_else(write: Write, reader: str, language: str) -> None:
    family, marks = full()
    view = family.seen_by(reader_named(family, reader, TODAY)).model_dump_json()
    text = said(write(family, reader, language))
    shown = {place for mark, place in marks.items() if mark in text}
    assert shown == {place for mark, place in marks.items() if mark in view} - MACHINE_WORDS


def test_sections_come_in_the_order_in_which_a_family_reads_them(write: Write) -> None:
    package = package_of(write(full()[0]))
    found = [text_of(p) for p in package.paragraphs if package.level(p)]
    order = [
        "Our vision",
        "What we do as a team",
        "Our story",
        "Our team",
        "What is going well",
        "The people and places around us",
        "Our needs and what we do",
        "What must happen no matter what",
        "Needs that no service can meet yet",
        "Risks, and what we do if help falls away",
        "Moving on",
        "How we meet",
        "How far we agree",
        "When we meet again",
        "What came before",
        "Crisis and safety plan",
        "Signatures",
        "What is still open",
        "Who gets a copy",
    ]
    assert [heading for heading in found if heading in order] == order


def test_needs_stand_in_the_familys_order_each_with_what_is_done_about_it(write: Write) -> None:
    second = Need(id="second", words=Words(text="Sleep"), rank=2)
    first = Need(id="first", words=Words(text="A friend"), rank=1)
    unranked = Need(id="third", words=Words(text="A garden"))
    outcome = Outcome(id="outcome", words=Words(text="Plays twice a week"), needs=("second", "first"))
    strategy = Strategy(id="strategy", words=Words(text="Drum club"), outcomes=("outcome",))
    task = Task(words=Words(text="Ask the coach"), strategy="strategy")
    option = Option(words=Words(text="A chess board"), outcome="outcome")
    family = bare().with_edits(map(put, (unranked, second, first, outcome, strategy, task, option)))
    text = said(write(family))
    places = ["Need 1: A friend", "Outcome 1: Plays", "Strategy 1: Drum", "Ask the coach", "A chess board", "Need 2: Sleep"]
    assert [text.index(place) for place in places] == sorted(text.index(place) for place in places)
    assert "This helps here too: Outcome 1: Plays twice a week" in text[text.index("Need 2") :]
    assert "Need 3: A garden" in text


def test_what_hangs_on_no_need_is_told_too(write: Write) -> None:
    family = bare().with_edits(
        map(
            put,
            (
                Task(words=Words(text="Bring cake")),
                Strategy(words=Words(text="Sunday lunch")),
                Outcome(words=Words(text="Peace")),
            ),
        )
    )
    text = said(write(family))
    assert "More for the whole plan" in text
    assert all(words in text for words in ("Bring cake", "Sunday lunch", "Peace"))


def test_the_familys_words_stand_beside_the_rewording_and_the_translation(write: Write) -> None:
    words = Words(
        text="Necesito dormir",
        verbatim=True,
        reworded="Rosa needs her nights back.",
        language="es",
        translations=(Translation(language="en", text="I need to sleep", by="Inés", read_back=True),),
    )
    content = write(bare().with_edits([put(Need(words=words))]))
    text = said(content)
    assert "Need 1: Rosa needs her nights back." in text
    assert "In their own words: “Necesito dormir”" in text
    assert "In English: I need to sleep (translated by Inés · checked by reading it back)" in text
    assert '<w:lang w:val="es"/></w:rPr><w:t xml:space="preserve">Necesito dormir<' in part(content, "word/document.xml")


def test_a_dissent_is_told_only_to_those_who_may_read_it(write: Write) -> None:
    family, marks = full()
    agreement = family.agreements[0].changed(dissent_shown_to="facilitator")
    hidden = family.with_edits([put(agreement)])
    mark = agreement.dissent.text
    assert mark in marks
    assert mark in said(write(hidden, "facilitator"))
    assert mark not in said(write(hidden, "team"))


def test_what_was_said_at_no_meeting_has_its_day_and_what_was_said_at_one_stays_under_it(write: Write) -> None:
    family = demo()
    meeting = next(meeting for meeting in family.meetings if meeting.ended_at)
    before = said(write(family))
    later = Agreement(who="mari", said_on=TODAY, edition=2, degree=2)
    text = said(write(family.with_edits([put(later)])))
    assert "not at a meeting" not in before
    table, earlier = text.split("How far we agree")[1], text.split("How far we agree")[2]
    assert "As people said at the meeting of" in table
    assert "Said on May 14, 2031, not at a meeting" in table
    assert meeting.on is not None
    assert "Mari" in earlier
    assert "4 of 5" in earlier
    undated = said(write(family.with_edits([put(Agreement(who="mari", degree=1))]))).split("How far we agree")
    assert ("1 of 5" in undated[1], len(undated)) == (True, 2), "what has no day reads as ever"


def test_what_holds_for_all_is_said_once(write: Write) -> None:
    family = demo()
    text = said(write(family))
    assert len(re.findall("Invited [A-Z]", text)) == 1
    assert "People told us of these ties on" in text
    tie = next(tie for tie in family.ties if tie.claims)
    other = tie.claims[0].changed(said_on=date(2031, 1, 2))
    late = family.team[0].changed(invited_on=date(2031, 1, 3))
    assert "All tasks below come from the meeting of" in text
    assert "\nFor strategy 1\n" in text
    added = family.tasks[0].changed(meeting=None)
    changed = said(write(family.with_edits([put(tie.changed(claims=(other,))), put(late), put(added)])))
    assert "All tasks below" not in changed
    assert "\nFor strategy 1 · meeting of " in changed
    assert "People told us of these ties on" not in changed
    assert "January 2, 2031" in changed
    assert "Invited January 3, 2031" in changed


def test_the_footer_says_which_plan_it_is_and_counts_the_pages(write: Write) -> None:
    footer = part(write(demo()), "word/footer1.xml")
    assert f"Plan 2, code {demo().code} · Draft<" in footer
    assert 'w:instr=" PAGE "' in footer
    assert 'w:instr=" NUMPAGES "' in footer


def test_a_plan_from_a_file_prints_the_code_of_its_contents_instead_of_an_edition(write: Write) -> None:
    family = demo()
    content = write(family, "team", options=Options(today=TODAY, in_vault=False))
    footer = part(content, "word/footer1.xml")
    assert family.seen_by(team(family, TODAY)).digest_code in footer
    assert family.code not in footer + said(content)
    assert "Plan 2, code" not in said(content)


def test_the_same_view_gives_the_same_bytes_whatever_the_clock_says(write: Write) -> None:
    first = write(demo())
    assert first == write(demo())
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert first != write(demo(), options=Options(today=date(2031, 5, 15)))


def test_the_files_properties_say_nothing_of_the_family(write: Write) -> None:
    core = etree.fromstring(part(write(demo(), language="es"), "docProps/core.xml").encode())
    told = {etree.QName(element).localname: element.text for element in core}
    day = "2031-05-14T00:00:00Z"
    assert told == {
        "title": "Plan de cuidado",
        "language": "es-US",
        "creator": "teammeet",
        "lastModifiedBy": "teammeet",
        "created": day,
        "modified": day,
        "revision": "1",
    }


@pytest.mark.parametrize(
    ("language", "asked", "width"),
    [("en", "", "12240"), ("en-GB", "", "11906"), ("es", "", "12240"), ("en", "a4", "11906"), ("es-ES", "letter", "12240")],
)
def test_the_paper_is_what_printers_there_hold_or_what_was_asked_for(
    write: Write, language: str, asked: str, width: str
) -> None:
    content = write(bare(), language=language, options=Options(today=TODAY, paper=asked))  # type: ignore[arg-type]  # the papers that the test is given are the Literal's
    assert package_of(content).document.find(f".//{W}pgSz").get(f"{W}w") == width  # type: ignore[union-attr]  # every document says its page size


def test_a_family_of_which_only_the_name_is_known_has_a_plan_too(write: Write) -> None:
    package = package_of(write(bare()))
    assert len(package.tables) == 1, "no table stands empty but the one to sign"
    assert "The family's own words for the life they want will go here." in said(write(bare()))


def test_a_plan_that_is_closed_for_signing_promises_nothing_and_leaves_lines_to_write_on(write: Write) -> None:
    closed = bare().with_edits([put(bare().fixed(datetime(2031, 5, 7, 16, 40, tzinfo=UTC), None))])
    content = write(closed)
    assert "will go here" not in said(content)
    lines = package_of(content).document.findall(f".//{W}pStyle[@{W}val='WriteHere']")
    assert len(lines) >= 8
    for heading in ("Facilitator", "Risks, and what we do if help falls away", "Who gets a copy"):
        assert heading in said(content)
        assert heading not in said(write(bare()))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_appear_as_exactly_those_characters(write: Write, words: str) -> None:
    kept, _ = mended(words)
    family = Family(header=bare().header.changed(name=kept[:500], vision=Words(text=kept), story=kept))
    content = write(family.with_edits([put(Need(words=Words(text=kept))), put(Task(words=Words(text=kept)))]))
    assert said(content).count(kept) >= 4
    document = package_of(content).document
    assert not [e for name in ("fldChar", "instrText", "fldSimple", "hyperlink") for e in document.iter(f"{W}{name}")]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_whatever_the_way_in_lets_through_comes_out_unchanged(write: Write, words: str) -> None:
    kept, _ = mended(words)
    family = bare().with_edits([put(Task(words=Words(text=kept)))])
    assert kept in said(write(family))


def test_notes_of_several_lines_become_paragraphs(write: Write) -> None:
    family = Family(header=bare().header.changed(story="First we came.\n\nThen we stayed."))
    paragraphs = [text_of(paragraph) for paragraph in package_of(write(family)).paragraphs]
    assert paragraphs[paragraphs.index("First we came.") + 1] == "Then we stayed."


def test_two_hundred_needs_are_no_trouble(write: Write) -> None:
    needs = [put(Need(id=f"n{n}", words=Words(text=f"Need of number {n}."), rank=n + 1)) for n in range(200)]
    tasks = [put(Task(words=Words(text=f"Task {n}."), need=f"n{n}")) for n in range(200)]
    text = said(write(bare().with_edits([*needs, *tasks])))
    assert "Need 200: Need of number 199." in text
    assert "Task 199." in text
