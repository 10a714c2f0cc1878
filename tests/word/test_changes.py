"""The plan with tracked changes: accepted it is the new plan, rejected the old one, for each reader, in LibreOffice too."""

import io
import json
import random
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from tests.hostile import FIT

from teammeet.errors import TeammeetError
from teammeet.export import Exporter, Options, exporter_named
from teammeet.model.family import Family, drop, put
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import reader_named
from teammeet.model.since import seen_since
from teammeet.model.values import Item, Words
from teammeet.model.view import View
from teammeet_word import plan_of_care, plan_with_changes, what_changed
from teammeet_word.exporter import body_of as fragments_of
from teammeet_word.paper import paper_for
from teammeet_word.sheet import Sheet
from teammeet_word.tracked import Marks, tracked
from teammeet_word.tracked.cut import level_of

from .accessibility import findings, said
from .records import TODAY, bare, demo, full
from .resolver import WORD, body_of, resolved
from .test_readers import SECRET, hidden_edits

LISTS = (
    "strengths",
    "worries",
    "needs",
    "outcomes",
    "options",
    "strategies",
    "tasks",
    "risks",
    "team",
    "readings",
    "transition",
)
UNSEEN = re.compile("[\u200b\u200d\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffc]")
"""Signs that LibreOffice puts in a text for itself (where a control begins, in a row that is struck out), and the marks that
tell which way words run: around a control there is one more."""


def seen(family: Family, reader: str = "team") -> View:
    return family.seen_by(reader_named(family, reader, TODAY))


def changes(before: View, view: View, language: str = "en", **options: object) -> bytes:
    return plan_with_changes.write(view, language, Options(today=TODAY, before=before, **options)).content  # type: ignore[arg-type]  # each test names fields of Options


def plan(view: View, language: str = "en") -> bytes:
    return plan_of_care.write(view, language, Options(today=TODAY)).content


def demo_then_and_now(reader: str = "team") -> tuple[View, View]:
    family = demo()
    signed = family.as_signed(1)
    assert signed is not None
    return seen_since(signed, family, reader_named(family, reader, TODAY)), seen(family, reader)


def altered(family: Family, chance: random.Random) -> Family:
    """The family with items taken out, new ones, and other words in others."""
    words = [*FIT.values(), "Mari sleeps", "a key and a phone for Lola", "", "Mari sleeps at seven\u2028or later"[:18]]
    edits = []
    for name in LISTS:
        for item in getattr(family, name):
            if chance.random() < 0.15:
                edits.append(drop(item))
            elif chance.random() < 0.3 and hasattr(item, "words"):
                edits.append(put(item.changed(words=Words(text=" ".join(chance.sample(words, 3)).strip()))))
    for number in range(chance.randrange(3)):
        edits.append(put(Need(id=f"new-{number}", words=Words(text=chance.choice(words)), rank=chance.randrange(1, 4))))
        edits.append(put(Task(id=f"task-{number}", need=f"new-{number}", due=chance.choice([None, date(2031, 6, 1)]))))
    return family.with_edits(edits)


def parsed(fragments: list[str]) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{WORD}">{"".join(fragments)}</w:body>')


def fragments(view: View, language: str = "en") -> list[str]:
    return fragments_of(Sheet(view, language, paper_for(language, ""), TODAY, True), None)


def assert_holds(before: View, view: View, language: str = "en") -> None:
    was, now = fragments(before, language), fragments(view, language)
    woven = [tracked("".join(was), "".join(now), Marks(TODAY))]
    assert resolved(parsed(woven), accept=True) == resolved(parsed(now), accept=True)
    assert resolved(parsed(woven), accept=False) == resolved(parsed(was), accept=True)
    assert are_numbered_apart(woven[0])


def are_numbered_apart(woven: str) -> bool:
    """Whether every revision has a number of its own."""
    numbers = re.findall(r'<w:(?:ins|del|pPrChange) w:id="(\d+)"', woven)
    return len(numbers) == len(set(numbers))


# Accepted and rejected


@given(seed=st.integers(0, 10_000), language=st.sampled_from(["en", "es", "ar"]))
@settings(max_examples=20, deadline=None)
def test_whatever_changed_accepted_it_is_the_new_plan_and_rejected_the_old_one(seed: int, language: str) -> None:
    chance = random.Random(seed)
    family = altered(demo(), chance)
    assert_holds(seen(family), seen(altered(family, chance)), language)


@pytest.mark.parametrize("reader", ["team", "room", "facilitator"])
def test_a_signed_edition_and_now(reader: str) -> None:
    before, view = demo_then_and_now(reader)
    content = changes(before, view)
    assert resolved(body_of(content), accept=True) == resolved(without_controls(plan(view)), accept=True)
    assert resolved(body_of(content), accept=False) == resolved(without_controls(plan(before)), accept=True)


def without_controls(content: bytes) -> etree._Element:
    body = body_of(content)
    for control in list(body.iter(f"{{{WORD}}}sdt")):
        for child in list(control[-1]):
            control.addprevious(child)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)
    return body


@pytest.mark.parametrize(("old", "new"), [("bare", "full"), ("full", "bare"), ("demo", "full"), ("bare", "bare")])
def test_something_comes_of_nothing_and_nothing_of_something(old: str, new: str) -> None:
    families = {"bare": bare(), "full": full()[0], "demo": demo()}
    assert_holds(seen(families[old], "facilitator"), seen(families[new], "facilitator"))


def test_two_hundred_needs_are_compared_too() -> None:
    many = [put(Need(id=f"n{number}", words=Words(text=f"Need of {number}"), rank=number)) for number in range(1, 201)]
    more = [
        put(Outcome(id=f"o{number}", words=Words(text=f"Better {number}"), needs=(f"n{number}",))) for number in range(1, 201)
    ]
    family = bare().with_edits([*many, *more])
    later = family.with_edits([drop(family.needs[3]), put(family.needs[100].changed(words=Words(text="Something else")))])
    assert_holds(seen(family), seen(later))
    assert_holds(seen(bare()), seen(family))


def test_nothing_is_marked_where_nothing_changed() -> None:
    view = seen(demo())
    woven = tracked("".join(fragments(view)), "".join(fragments(view)), Marks(TODAY))
    assert woven == "".join(fragments(view))


def test_a_word_that_changed_is_marked_alone() -> None:
    family = demo()
    task = next(task for task in family.tasks if task.words.text)
    later = family.with_edits([put(task.changed(words=Words(text=f"{task.words.text} together")))])
    woven = tracked("".join(fragments(seen(family))), "".join(fragments(seen(later))), Marks(TODAY))
    assert [piece for piece in re.findall(r"<w:ins [^>]*>(.*?)</w:ins>", woven) if "together" in piece]
    assert task.words.text not in "".join(re.findall(r"<w:del [^>]*>.*?</w:del>", woven))


def test_of_two_needs_that_changed_places_one_moves_whole_and_the_other_stays() -> None:
    family = demo()
    first, second = sorted(family.needs, key=lambda need: need.rank or 0)[:2]
    later = family.with_edits([put(first.changed(rank=second.rank)), put(second.changed(rank=first.rank))])
    woven = tracked("".join(fragments(seen(family))), "".join(fragments(seen(later))), Marks(TODAY))
    put_in = " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", "".join(re.findall(r"<w:ins [^>]*>.*?</w:ins>", woven))))
    outcomes = {need.id: next(o for o in family.outcomes if need.id in o.needs).words.text for need in (first, second)}
    assert outcomes[second.id] in put_in
    assert outcomes[first.id] not in put_in


def test_every_heading_of_the_outline_has_its_level() -> None:
    with zipfile.ZipFile(io.BytesIO(plan(seen(demo())))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    told = {style.get(f"{{{WORD}}}styleId"): style for style in styles.iter(f"{{{WORD}}}style")}
    levels = {name: _outline(name, told) for name in told if _outline(name, told)}
    assert {name: level_of(f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>') for name in levels} == levels
    assert levels["BlockHeading"] == 2


def _outline(name: str | None, styles: dict[str | None, etree._Element]) -> int:
    """The level that a style has in the outline, its own or that of the one it is based on; 0 if none."""
    if name not in styles:
        return 0
    own, base = (next(styles[name].iter(f"{{{WORD}}}{tag}"), None) for tag in ("outlineLvl", "basedOn"))
    if own is not None:
        return int(own.get(f"{{{WORD}}}val", "9")) + 1
    return _outline(base.get(f"{{{WORD}}}val"), styles) if base is not None else 0


def test_a_fault_in_the_weaving_is_found_by_the_reading() -> None:
    before, view = demo_then_and_now()
    was, now = fragments(before), fragments(view)
    woven = tracked("".join(was), "".join(now), Marks(TODAY))
    torn = re.sub(r"<w:del [^>]*>(?:(?!</w:del>).)*</w:del>", "", woven, count=1)
    assert torn != woven
    assert resolved(parsed([torn]), accept=False) != resolved(parsed(was), accept=True)


# The file


@pytest.mark.parametrize("exporter", [plan_with_changes, what_changed], ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("case", ["demo", "grown", "shrunk"])
def test_nothing_is_found_by_the_checkers(exporter: Exporter, language: str, case: str, tmp_path: Path) -> None:
    big, small = seen(full()[0], "facilitator"), seen(bare(), "facilitator")
    before, view = {"demo": demo_then_and_now(), "grown": (small, big), "shrunk": (big, small)}[case]
    options = Options(today=TODAY, before=before, moments=("plan 1", "now"))
    content = exporter.write(view, language, options).content
    known = {found for each in (before, view) for found in findings(plan(each, language))}
    assert set(findings(as_all_is_shown(content))) <= known, "nothing that neither of the plans has"
    (tmp_path / "file.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "file.docx").errors == []
    assert check(tmp_path / "file.docx") == []


def as_all_is_shown(content: bytes) -> bytes:
    """The file as it is read with all changes shown: what is struck out is text as well."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as shown:
        for name in package.namelist():
            shown.writestr(name, package.read(name).replace(b"w:delText", b"w:t"))
    return made.getvalue()


def test_there_are_no_controls_and_no_plan_inside() -> None:
    with zipfile.ZipFile(io.BytesIO(changes(*demo_then_and_now()))) as package:
        assert not [name for name in package.namelist() if "customXml" in name]
        assert b"<w:sdt>" not in package.read("word/document.xml")


def test_the_program_is_the_author_and_the_day_is_the_day_asked_for() -> None:
    document = etree.tostring(body_of(changes(*demo_then_and_now()))).decode()
    assert set(re.findall(r'w:author="([^"]*)"', document)) == {"teammeet"}
    assert {moment[:10] for moment in re.findall(r'w:date="([^"]*)"', document)} == {TODAY.isoformat()}


def test_the_former_map_is_struck_out_and_the_new_one_put_in_and_one_that_is_the_same_stands_alone() -> None:
    before, view = demo_then_and_now()
    content = changes(before, view)
    assert changes(before, view) == content
    maps = {reading: maps_in(content, accept=reading == "new") for reading in ("old", "new")}
    assert maps == {"old": maps_in(plan(before), accept=True), "new": maps_in(plan(view), accept=True)}
    assert maps["old"] != maps["new"]
    assert maps_in(changes(view, view), accept=False) == maps["new"]


def maps_in(content: bytes, *, accept: bool) -> list[tuple[str, bytes]]:
    """What is told of each picture that is left, and the picture."""
    body, package = body_of(content), zipfile.ZipFile(io.BytesIO(content))
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
    gone = f"ancestor::w:{'del' if accept else 'ins'}"
    shown = [one for one in body.iter(f"{{{WORD}}}drawing") if not one.xpath(gone, namespaces={"w": WORD})]
    told = [[str(one.xpath(f"string(.//@*[local-name()='{name}'])")) for name in ("descr", "embed")] for one in shown]
    return [(alternative, package.read(f"word/{targets[relation]}")) for alternative, relation in told]


def test_without_another_moment_there_is_nothing_to_mark() -> None:
    with pytest.raises(TeammeetError) as refused:
        plan_with_changes.write(seen(demo()), "en", Options(today=TODAY))
    assert refused.value.message_key == "nothing-signed"
    assert "No plan was signed before" in said(what_changed.write(seen(demo()), "en", Options(today=TODAY)).content)


def test_the_house_knows_them() -> None:
    assert exporter_named("word-changes") is plan_with_changes
    assert exporter_named("what-changed") is what_changed


# Readers


@pytest.mark.parametrize("exporter", [plan_with_changes, what_changed], ids=lambda one: one.name)
@pytest.mark.parametrize("reader", ["team", "room"])
def test_what_is_hidden_then_or_now_changes_not_a_byte(exporter: Exporter, reader: str) -> None:
    family = demo()
    signed = family.as_signed(1)
    assert signed is not None
    edits = [edit for edit in hidden_edits(family) if edit.kind != "agreements"]
    hidden: list[Item] = [edit.after for edit in edits if edit.after is not None]

    def written(then: Family, now: Family) -> bytes:
        who = reader_named(now, reader, TODAY)
        options = Options(today=TODAY, before=seen_since(then, now, who, hidden), in_vault=False)
        return exporter.write(now.seen_by(who), "en", options).content

    plain = written(signed, family)
    assert SECRET.encode() not in plain
    for then, now in ((signed, family.with_edits(edits)), (signed.with_edits(edits), family.with_edits(edits))):
        assert written(then, now) == plain
    new = [edit for edit in edits if family.get(edit.id) is None]
    assert written(signed.with_edits(new), family) == plain, "what was taken out since, and was hidden, leaves no trace"


# LibreOffice


@pytest.mark.skipif(shutil.which("soffice") is None or not Path("/usr/bin/python3").exists(), reason="needs LibreOffice")
def test_libreoffice_accepts_to_the_new_plan_and_rejects_to_the_old_one(tmp_path: Path) -> None:
    chance = random.Random(7)
    hostile = demo().with_edits(
        [put(need.changed(words=Words(text=said_so))) for need, said_so in zip(demo().needs, HARD, strict=False)]
    )
    cases = {
        "demo": (*demo_then_and_now(), "en"),
        "hostile": (seen(altered(demo(), chance)), seen(hostile), "es"),
        "grown": (seen(bare()), seen(hostile), "ar"),
        "shrunk": (seen(hostile), seen(bare()), "en"),
    }
    for name, (before, view, language) in cases.items():
        (tmp_path / f"{name}-old.docx").write_bytes(plan(before, language))
        (tmp_path / f"{name}-new.docx").write_bytes(plan(view, language))
        (tmp_path / f"{name}-changes.docx").write_bytes(changes(before, view, language))
    files = sorted(str(path) for path in tmp_path.glob("*.docx"))
    script = Path(__file__).with_name("accept_and_reject.py")
    asked = ["/usr/bin/python3", str(script), str(tmp_path / "profile"), *files]
    told = json.loads(subprocess.run(asked, check=True, capture_output=True, timeout=300).stdout)
    for name in cases:
        assert told[f"{name}-changes.docx"]["changes"] > 10
        for how, which in (("Accept", "new"), ("Reject", "old")):
            became, is_so = told[f"{name}-changes.docx"], told[f"{name}-{which}.docx"]
            assert _lines(became[how]) == _lines(is_so["text"])
            assert became[f"{how} pictures"] == is_so["pictures"]


HARD = (FIT["end of data"], FIT["entity"], f"{FIT['Arabic']} {FIT['Hebrew']} Mia", FIT["family emoji"], FIT["attribute"])


def _lines(told: list[str]) -> list[str]:
    return [line for line in (" ".join(UNSEEN.sub("", one).split()) for one in told) if line]
