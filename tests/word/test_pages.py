"""What the pages promise that are used alone: the crisis plan, who took part, and the page to sign."""

from datetime import UTC, date, datetime
from typing import Any

from teammeet.model.crisis import CrisisPlan, CrisisStage
from teammeet.model.family import Family, drop, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Household, Person
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import team
from teammeet.model.sharing import Agreement, Signature
from teammeet.model.values import Words
from teammeet.practice.statement import statement
from teammeet_word.markup import Column, Row, Table, stays_with_next
from teammeet_word.paper import PAPERS
from teammeet_word.sheet import Sheet
from teammeet_word.tables import table

from .accessibility import W, package_of, said, style_of, text_of
from .conftest import Write
from .records import TODAY, bare, demo, full


def test_the_signature_page_has_a_line_for_everybody_and_shows_who_signed_otherwise(write: Write) -> None:
    family = demo()
    text = said(write(family))
    page = text[text.index("\nSignatures\n") :]
    assert all(name in page for name in ("Mari", "Lola", "Emeka", "Patience", "Dr. Lind"))
    table = next(t for t in package_of(write(family)).tables if t.find(f".//{W}tblStyle").get(f"{W}val") == "InkTable")  # type: ignore[union-attr]  # our tables name their style
    assert all(row.find(f"{W}trPr/{W}trHeight") is not None for row in table.findall(f"{W}tr")[1:])
    assert package_of(write(bare())).document.findall(f".//{W}trHeight"), "a page to sign, even when nobody is known yet"


def test_nobody_is_chased_for_a_signature_who_carries_nothing_of_the_plan(write: Write) -> None:
    family = demo()
    text = said(write(family))
    page, still_open = text[text.index("\nSignatures\n") :].split("\nWhat is still open\n")
    assert "Teo\nbrother · may sign" in page
    assert page.count("may sign") == 1
    assert "Teo" not in still_open.split("\nWho gets a copy\n")[0]
    deciding = next(p for p in family.people if p.used_name == "Mari").decision_rights[0]
    teo = next(p for p in family.people if p.used_name == "Teo")
    decided = family.with_edits([put(teo.changed(decision_rights=(deciding.changed(held_by=teo.id),)))])
    assert "may sign" not in said(write(decided))


def test_until_it_is_noted_who_took_part_the_meeting_before_is_told_too(write: Write) -> None:
    family = demo()
    text = said(write(family))
    took_part = text[text.index("\nWho took part\n") : text.index("\nHow far we agree\n")]
    assert took_part.index("Who took part will be noted here.") < took_part.index("By video")
    assert "Earlier meetings" not in text
    came = Attendance(
        meeting=max(family.meetings, key=lambda m: (m.started_at is None, m.on == TODAY)).id, who=family.team[0].who
    )
    noted = said(write(family.with_edits([put(came.changed(how="room"))])))
    assert "will be noted here" not in noted
    assert "Earlier meetings" in noted


def test_a_signed_plan_shows_how_each_person_signed(write: Write) -> None:
    family = demo()
    signed = family.with_edits([put(family.fixed(datetime(2031, 5, 14, 18, 0, tzinfo=UTC), None))])
    number = signed.editions[-1].number
    at = datetime(2031, 5, 14, 18, 5, tzinfo=UTC)
    mari = next(person for person in family.people if person.used_name == "Mari")
    signature = Signature(who=mari.id, edition=number, method="verbal", signed_at=at, witness="Noor", saw_the_plan=True)
    content = write(signed.with_edits([put(signature)]))
    assert f"Plan {number}, code {family.code} · 0 of 8 signed · yes aloud or by e-mail: 1" in said(content)
    assert "Closed for signing\tMay 14, 2031" in said(content)
    assert "Closed for signing" not in said(write(family))
    table = next(t for t in package_of(content).tables if "Signature" in text_of(t.findall(f"{W}tr")[0]))
    assert "Said aloud, with a witness" in next(text_of(row) for row in table.iter(f"{W}tr") if "Mari" in text_of(row))
    assert "Witness: Noor" in said(content)
    assert "May 14, 2031, 6:05 PM (UTC)" in said(content)
    assert said(content).count("Closed for signing") == 1


def test_the_crisis_plan_and_the_signatures_begin_a_page(write: Write) -> None:
    package = package_of(write(demo()))
    pages = [text_of(p) for p in package.paragraphs if package.inherited(style_of(p), f"{W}pPr/{W}pageBreakBefore") is not None]
    assert pages[:2] == ["Crisis and safety plan", "Signatures"]


def test_the_crisis_plan_can_hang_alone_and_begins_with_whom_to_call(write: Write) -> None:
    family = demo()
    mari, teo = (next(p for p in family.people if p.used_name == name) for name in ("Mari", "Teo"))
    second = CrisisPlan(id="second", whose=(teo.id,), must_not_be_called=("The old number",))
    text = said(write(family.with_edits([put(family.crisis_plans[0].changed(whose=(mari.id,))), put(second)])))
    first, other = text.split("\nCrisis and safety plan\n")[1:]
    assert first.startswith(f"{family.header.name} · For Mari")
    assert other.startswith(f"{family.header.name} · For Teo")
    order = ["Who to call", "Please do not call", "What a crisis is for us", "step by step", "What happened before"]
    assert [first.index(part) for part in order] == sorted(first.index(part) for part in order)
    assert "Who answers, day and night, will go here." in other


def test_steps_at_one_place_have_their_people_in_a_column(write: Write) -> None:
    plan = CrisisPlan(id="plan")
    stage = CrisisStage(plan="plan", place="home", words=Words(text="Sit on the stairs"), who_said="Anybody")
    text = said(write(bare().with_edits([put(plan), put(stage)])))
    assert "Step\nAt home\nWho\n1\nSit on the stairs\nAnybody" in text


def test_crisis_steps_go_from_least_to_most_restrictive_in_each_place(write: Write) -> None:
    family = demo()
    backwards = family.with_edits([put(s.changed(position=9 - s.intensity)) for s in family.crisis_stages])
    assert said(write(backwards)).index("Call the mobile crisis team") > said(write(backwards)).index("do you want Churro")


def test_where_nobody_of_the_family_is_noted_on_the_team_all_but_a_young_brother_are_asked_to_sign(write: Write) -> None:
    family = demo()
    theirs = {person.id for person in family.people if person.in_family}
    alone = family.with_edits([drop(member) for member in family.team if member.who in theirs])
    assert said(write(alone)).count("may sign") == 1


def test_a_page_that_came_back_settles_the_one_that_was_taken_home(write: Write) -> None:
    family = demo()
    signed = family.with_edits([put(family.fixed(datetime(2031, 5, 14, 18, 0, tzinfo=UTC), None))])
    number, mari = signed.editions[-1].number, next(p for p in family.people if p.used_name == "Mari")
    home = Signature(who=mari.id, edition=number, method="taken_home")
    back = Signature(who=mari.id, edition=number, method="ink", signed_at=datetime(2031, 5, 16, 9, 0, tzinfo=UTC))
    seen = back.changed(received_on=date(2031, 5, 18), saw_the_plan=True)
    on_paper = [[home], [home, back], [home, seen]]
    waiting, unseen, settled = (said(write(signed.with_edits(map(put, edits)))) for edits in on_paper)
    assert "Not signed yet: Mari" in waiting
    assert "Page that Mari signed: not seen yet" in unseen
    lines = unseen.split("\nSignatures\n")[1]
    assert "By hand" not in lines[lines.index("\nMari\n") : lines.index("\nLola\n")]
    assert [text.count("Saw the plan") - waiting.count("Saw the plan") for text in (unseen, settled)] == [0, 1]
    assert "Not signed yet: Mari" not in settled
    assert "Mari\ndaughter\nBy hand, on paper\nMay 16, 2031" in settled


def test_what_nobody_spoke_of_yet_is_said_in_one_place_and_nothing_else_of_it(write: Write) -> None:
    text = said(write(bare()))
    to_come = text[text.index("\nStill to come\n") : text.index("\nSignatures\n")]
    names = ("Moving on", "How we meet", "How far we agree", "Crisis and safety plan", "When we meet again")
    assert all(to_come.count(f"{name}: ") == 1 == text.count(name) for name in names)
    assert "Still to come" not in said(write(full()[0]))


def test_no_line_and_no_row_stands_alone_at_the_edge_of_a_page() -> None:
    kept = {of: [number for number in range(1, of + 1) if stays_with_next(number, of)] for of in range(1, 6)}
    assert kept == {1: [], 2: [1], 3: [1, 2], 4: [1, 3], 5: [1, 4]}
    assert [_rows_kept(lines) for lines in (1, 2, 4)] == [[1, 3], [3], []]
    assert {of: _facts_kept(of) for of in range(1, 6)} == {1: [], 2: [1], 3: [2], 4: [1, 3], 5: [1, 4]}


def _facts_kept(of: int) -> list[int]:
    """The numbers of the facts that stay with the next one: never three, or LibreOffice lets go of the heading before them."""
    family = demo()
    sheet = Sheet(family.seen_by(team(family, TODAY)), "en", PAPERS["letter"], TODAY, True)
    drawn = sheet.facts(*[("due", "some day")] * of).split("<w:p>")[1:]
    return [number for number, fact in enumerate(drawn, start=1) if "<w:keepNext/>" in fact]


def _rows_kept(lines: int) -> list[int]:
    """The numbers of the rows that stay with the next one in a table of four, each ``lines`` high."""
    rows: list[Row] = [(("said",) * lines,)] * 4
    drawn = table(Table("Caption", "Description", (Column("Heading", 1),), rows), 9_000).split("<w:tr>")[2:]
    return [number for number, row in enumerate(drawn, start=1) if "<w:keepNext/>" in row]


# Signatures


def _closed() -> Family:
    family = demo()
    return family.with_edits([put(family.fixed(datetime(2031, 5, 14, 18, 0, tzinfo=UTC), None))])


def test_every_fact_of_a_signature_stands_on_the_page_and_what_is_awaited_has_its_days(write: Write) -> None:
    family, at = _closed(), datetime(2031, 5, 14, 18, 5, tzinfo=UTC)
    ids = {person.used_name: person.id for person in family.people}
    number, scan = family.editions[-1].number, "ab" * 32
    read = statement("es", "consent", ("Mari",))
    same: dict[str, Any] = {"edition": number, "signed_at": at, "plan_digest": "cd" * 32}
    signed = [
        Signature(who=ids["Mari"], method="typed", typed_name="Mari", gives="assent", **same).changed(
            language="en", statement=statement("en", "assent").words
        ),
        Signature(who=ids["Lola"], method="typed", gives="consent", for_person=ids["Mari"], language="es", **same).changed(
            statement=read.words
        ),
        Signature(who=ids["Emeka"], edition=number, method="taken_home", expected_by=date(2031, 5, 20), noted_at=at),
        Signature(who=ids["Teo"], method="ink", received_on=date(2031, 5, 15), received_by="Noor", scan_digest=scan, **same),
        Signature(who=ids["Ms. Reed"], method="ink", **same),
    ]
    text = said(write(family.with_edits(map(put, signed))))
    page = text[text.index("\nSignatures\n") :]
    for words in (
        "Assent of a minor",
        "Consent of a parent or guardian",
        "Consent for Mari too",
        f"What was read\nMari: {statement('en', 'assent').words}\nLola: {read.words}",
        "The signed page came back on May 15, 2031 · Noor saw it",
        f"Fingerprint of the scan: {scan}",
        "Not signed yet: Emeka · Taken home to read · by May 20, 2031 · since May 14, 2031",
        "Page that Ms. Reed signed: not seen yet · since May 14, 2031",
    ):
        assert words in page, words
    assert page.count("cd" * 32) == 1
    assert "Consent of a parent or guardian for" not in page
    assert "Not noted" not in page


def test_a_page_to_sign_asks_for_assent_and_consent_and_speaks_the_languages_of_who_signs(write: Write) -> None:
    text = said(write(_closed()))
    page = text[text.index("\nSignatures\n") :]
    assert "☐ Assent: a parent or guardian consents too" in page
    assert "☐ Consent for Mari too" in page
    assert statement("es").words in page
    assert "Consent for Mari: parent or guardian" not in page
    mari = next(person for person in _closed().people if person.used_name == "Mari")
    undecided = said(write(_closed().with_edits([put(mari.changed(decision_rights=()))])))
    assert "☐ Consent for Mari too" not in undecided
    assert "Consent for Mari: parent or guardian (name)" in undecided


def test_somebody_from_outside_is_not_told_who_saw_a_page_nor_its_scan(write: Write) -> None:
    family, scan = _closed(), "ab" * 32
    school = next(support for support in family.supports if support.kind == "formal").id
    page = Signature(
        who=school, edition=family.editions[-1].number, method="ink", received_on=TODAY, received_by="CANARY", scan_digest=scan
    )
    family = family.with_edits([put(page)])
    assert "CANARY" in said(write(family, "team"))
    outside = said(write(family, "room"))
    assert "CANARY" not in outside
    assert scan not in outside


def test_the_whole_fingerprint_stands_above_the_lines_to_sign_and_on_their_page(write: Write) -> None:
    family = _closed()
    digest = family.seen_by(team(family, TODAY)).digest
    before, after = said(write(family, "team")).split(digest)
    assert before.endswith("Fingerprint of what this copy shows: ")
    assert "\nSignatures\n" in before
    assert after.startswith("\nName")


def test_a_draft_waits_for_the_signatures_of_the_plan_before_it_and_says_that_the_ones_below_are_of_that(write: Write) -> None:
    closed = _closed()
    mari = next(person.id for person in closed.people if person.used_name == "Mari")
    given = Signature(who=mari, edition=closed.editions[-1].number, method="typed", typed_name="Mari", plan_digest="cd" * 32)
    signed = closed.with_edits([put(given)])
    changed = signed.with_edits([put(signed.needs[0].changed(words=Words(text="Rest")))])
    as_it_is, draft = said(write(signed)), said(write(changed))
    assert "They signed an earlier plan" in draft
    of_before = draft[draft.index("For plan 2, which was closed for signing last.") :]
    assert "Not signed yet: Lola, Emeka" in of_before[: of_before.index("\nWho gets a copy\n")]
    assert "For plan 2" not in as_it_is
    assert "Not signed yet" not in said(write(demo().with_edits([drop(edition) for edition in demo().editions])))
    assert "They signed an earlier plan" not in as_it_is.split("\nHow people signed plan 1\n")[0]
    assert "since May 14, 2031" in as_it_is[as_it_is.index("Not signed yet") :].split("\n")[0]


def test_what_nobody_said_is_not_told_as_a_fact(write: Write) -> None:
    people = [Person(id=name, used_name=name.title(), households=("home",)) for name in ("ann", "bo", "cy")]
    outcome = Outcome(id="open", needs=("n",), words=Words(text="More sleep"), target="8 hours")
    promised = Task(need="n", words=Words(text="Calls"), owners=("ann",))
    items = (
        Household(id="home"),
        *people,
        Need(id="n", words=Words(text="Rest")),
        outcome,
        promised,
        Agreement(who="ann", degree=4),
    )
    young = bare().with_edits(map(put, items))
    told = said(write(young, "team"))
    assert not any(default in told for default in ("Where we are", "Getting to know each other", "Still open", "Asked"))
    assert "Has not said yes yet" in told
    assert "No answer noted here: Bo, Cy" in told
    closed = young.with_edits([put(young.fixed(datetime(2031, 5, 14, 18, 0, tzinfo=UTC), None))])
    assert "Where we are\tDoing the plan" in said(write(closed, "team"))
    chosen = young.with_edits(
        map(
            put,
            (young.header.changed(phase="initial_plan"), outcome.changed(status="partly"), promised.changed(consent="agreed")),
        )
    )
    assert all(
        choice in said(write(chosen)) for choice in ("Where we are\tFirst plan", "How it stands\tPartly reached", "Agreed")
    )


def test_a_copy_for_the_family_speaks_to_them(write: Write) -> None:
    mari = next(person.id for person in demo().people if person.used_name == "Mari")
    youth, family, team_copy = (said(write(demo(), reader)) for reader in (f"person:{mari}", "family", "team"))
    assert "This copy is yours, Mari." in youth
    assert "This copy is for" not in youth
    assert "This copy is yours" not in family + team_copy
    assert ["SCH-ATT" in copy for copy in (youth, family, team_copy)] == [False, False, True]
    assert all("2: act" in copy for copy in (youth, family, team_copy))
