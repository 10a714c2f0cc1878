"""A plan comes back from Word: the plan inside it, and what the document says now in place of what it said."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.word.back.papers import ITEM, MAIN, bare, changed, every_tag, marked, plan, retyped, without
from tests.word.records import TODAY, demo, full

from teammeet.errors import DocumentRefused, FileRefused, TextRefused
from teammeet.export import Options
from teammeet.model.facts import FACTS
from teammeet.model.family import Family, put
from teammeet.model.family_file import read_file
from teammeet.model.paths import text_at
from teammeet.model.readers import reader_named
from teammeet.model.record import LIST_OF
from teammeet.model.roles import with_roles
from teammeet.model.values import Translation, Words
from teammeet_word import plan_of_care
from teammeet_word.back import read_back, told
from teammeet_word.seal import new_key, sealed


@pytest.fixture(scope="module")
def family() -> Family:
    return demo()


@pytest.fixture(scope="module")
def content(family: Family) -> bytes:
    return plan(family)


def edits(family: Family) -> dict[str, str]:
    need, outcome = family.needs[0], family.outcomes[0]
    return {
        f"{need.id}/words.text": "A grown-up who listens",
        f"{outcome.id}/baseline": "Three days of seven",
        f"{family.header.id}/vision.text": "We laugh at supper too.",
    }


def _replaced(old: bytes, new: bytes, part: bytes) -> bytes:
    return part.replace(old, new)


def found(content: bytes) -> dict[str, str]:
    return {f"{item}/{path}": now for item, path, _, now in read_back(content).differences}


@pytest.mark.parametrize("reader", ["facilitator", "agency", "team", "family"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_plan_that_nobody_changed_comes_back_without_a_difference(family: Family, reader: str, language: str) -> None:
    written = plan(family, reader, language)
    for file in (written, bare(written)):
        back = read_back(file)
        assert (back.differences, back.lost, back.other, back.besides) == ((), (), (), ())
        assert (back.is_tracked, back.seal, back.pictures) == (False, "", 0)


@pytest.mark.parametrize("layout", [{"large": True}, {"second": "es"}, {"second": "es", "large": True}, {"second": "ar"}])
def test_large_print_and_two_languages_come_back_too(family: Family, layout: dict[str, Any]) -> None:
    written = plan(family, options=Options(today=TODAY, **layout))
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        numbers = re.findall(rb"<w:id w:val=\"(\d+)\"/></w:sdtPr>", package.read(MAIN))
    assert len(numbers) == len(set(numbers)) == len(every_tag(written))
    for file in (written, bare(written)):
        back = read_back(file)
        assert (back.differences, back.lost, back.other, back.besides, back.pictures) == ((), (), (), (), 0)
        again = read_back(retyped(written, edits(family)))
        assert {f"{item}/{path}": now for item, path, _, now in again.differences} == edits(family)


def test_words_and_their_translation_are_each_taken_from_their_own_column(family: Family) -> None:
    need = family.needs[0]
    words = need.words.changed(translations=(Translation(language="es", text="Necesito a alguien"),))
    written = plan(family.with_edits([put(need.changed(words=words))]), options=Options(today=TODAY, second="es"))
    new = {f"{need.id}/words.text": "I need someone", f"{need.id}/words.translations.0.text": "Alguien que me crea"}
    for file in (retyped(written, new), bare(retyped(written, new))):
        assert found(file) == new


@pytest.mark.parametrize(("language", "second"), [("en", ""), ("es", ""), ("en", "es")])
def test_days_status_and_owners_are_read_where_they_are_clear_and_told_where_not(
    family: Family, language: str, second: str
) -> None:
    first, other = family.tasks[0], family.tasks[1]
    who = family.people[1]
    day = {"en": "December 24th, 2031", "es": "24 de diciembre de 2031"}[language]
    done = {"en": "still hard", "es": "todavía es difícil"}[language]
    clear = {f"{first.id}/due": day, f"{first.id}/owners": who.label, f"{first.id}/status": done}
    unclear = {f"{other.id}/due": "05/06/2031", f"{other.id}/owners": "Nobody we know", f"{other.id}/status": "so so"}
    written = retyped(plan(family, language=language, options=Options(today=TODAY, second=second)), {**clear, **unclear})
    for file in (written, bare(written)):
        back = read_back(file)
        got = {f"{item}/{path}": now for item, path, _, now in back.differences}
        assert got == dict(zip(clear, ("2031-12-24", who.id, "still_hard"), strict=True))
        assert set(unclear.values()) <= {now for _, _, now in back.other}


def test_somebody_who_is_called_otherwise_throughout_is_the_same_one(family: Family) -> None:
    person = next(one for one in family.people if any(one.id in task.owners for task in family.tasks))
    task = next(task for task in family.tasks if task.owners == (person.id,))
    new = {f"{person.id}/used_name": "Loretta", f"{task.id}/owners": "Loretta"}
    for file in (retyped(plan(family), new), bare(retyped(plan(family), new))):
        back = read_back(file)
        assert [(item, path, now) for item, path, _, now in back.differences] == [(person.id, "used_name", "Loretta")]
        assert back.other == ()


def test_comments_notes_pictures_and_feet_are_told_by_what_they_say(content: bytes) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    said = "<w:p><w:r><w:t>Call us\u202e</w:t></w:r></w:p><w:p><w:r><w:t>first</w:t></w:r></w:p>"
    parts = {
        "word/comments.xml": f'<w:comments {w}><w:comment w:id="1" w:author="Ms. Ode">{said}</w:comment></w:comments>',
        "word/footnotes.xml": f'<w:footnotes {w}><w:footnote w:id="2">{said}</w:footnote></w:footnotes>',
        "word/header1.xml": f"<w:hdr {w}>{said}</w:hdr>",
    }
    arrows = "".join(
        f'<Relationship Id="n{n}" Type="{kinds}/{kind}" Target="{kind}{"1" * (kind == "header")}.xml"/>'
        for n, kind in enumerate(("comments", "footnotes", "header"))
    )
    file = changed(content, lambda part: part.replace(b"</Rel", f"{arrows}</Rel".encode()), "word/_rels/document.xml.rels")
    made = io.BytesIO(file)
    with zipfile.ZipFile(made, "a") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    lines = list(told(read_back(made.getvalue()), "en"))
    for line in (
        "  Comment by Ms. Ode: Call us\ufffd first",
        "  Note at the foot: Call us\ufffd first",
        "  Head or foot of the page: Call us\ufffd first",
    ):
        assert line in lines


@pytest.mark.parametrize("typed", ["555-0142", "(503) 555-0142 / 24-7", "911", "F-7K2M", "K7M2-9QTD"])
def test_a_number_that_somebody_typed_into_the_foot_is_told(content: bytes, typed: str) -> None:
    line = f"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p></w:ftr>".encode()
    (foot,) = read_back(changed(content, lambda part: part.replace(b"</w:ftr>", line), "word/footer1.xml")).besides
    assert typed in foot.text
    elsewhere = changed(content, lambda part: re.sub(rb"<w:t>1</w:t>", b"<w:t>12</w:t>", part), "word/footer1.xml")
    assert read_back(elsewhere).besides == (), "the number of a page is another on each"


def test_the_plan_inside_is_what_its_reader_sees_and_no_more(family: Family, content: bytes) -> None:
    view = family.seen_by(reader_named(family, "team", TODAY))
    file = read_file(read_back(content).plan.raw)
    assert file.copy_for == "team"
    assert list(file.family.items()) == list(view.items())


def test_a_facilitators_plan_carries_no_former_edition(family: Family) -> None:
    file = read_file(read_back(plan(family, "facilitator")).plan.raw)
    assert file.copy_for is None
    assert all(edition.record_kept is None for edition in file.editions)


def test_every_control_says_a_text_of_the_record() -> None:
    family = full()[0]
    tags = every_tag(plan(family, "facilitator"))
    assert len(tags) > 40
    for tag in tags:
        item_id, _, path = tag.partition("/")
        item = family.get(item_id)
        assert item is not None
        assert text_at(item, path) or path in FACTS[LIST_OF[type(item)]], tag


def test_numbers_of_controls_are_never_twice_and_always_the_same(content: bytes, family: Family) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        numbers = re.findall(rb"</?w:tag[^>]*><w:id w:val=\"(\d+)\"/>", package.read(MAIN))
    assert len(numbers) == len(set(numbers)) == len(every_tag(content))
    assert plan(family) == content


def test_words_that_two_items_share_are_kept_for_each(family: Family) -> None:
    words = Words(text="The very same words")
    first, second = (need.model_copy(update={"words": words}) for need in family.needs[:2])
    tags = every_tag(plan(family.with_edits([put(first), put(second)])))
    assert {f"{first.id}/words.text", f"{second.id}/words.text"} <= set(tags)


def test_a_copy_with_roles_and_an_extract_carry_no_plan_and_no_controls(family: Family) -> None:
    view = with_roles(family.seen_by(reader_named(family, "team", TODAY)), "en")
    written = plan_of_care.write(view, "en", Options(today=TODAY)).content
    assert every_tag(written) == []
    assert ITEM not in zipfile.ZipFile(io.BytesIO(written)).namelist()
    with pytest.raises(FileRefused) as refusal:
        read_back(written)
    assert refusal.value.message_key == "plan-not-inside"


@pytest.mark.parametrize("has_controls", [True, False])
def test_what_was_retyped_is_found_with_controls_and_without(family: Family, content: bytes, has_controls: bool) -> None:
    written = retyped(content, edits(family))
    assert found(written if has_controls else bare(written)) == edits(family)


def test_what_was_emptied_in_its_control_is_asked(family: Family, content: bytes) -> None:
    tag = f"{family.outcomes[0].id}/baseline"
    assert found(retyped(content, {tag: ""})) == {tag: ""}


def test_a_paragraph_that_moved_is_no_difference_and_one_that_went_takes_nothing_away(family: Family, content: bytes) -> None:
    words = family.header.ground_rules[0]
    bare_part = bare(content)

    def move(part: bytes) -> bytes:
        line = next(p for p in re.findall(rb"<w:p>(?:(?!</w:p>).)*</w:p>", part, re.DOTALL) if words.encode() in p)
        return part.replace(line, b"", 1).replace(b"<w:sectPr", line + b"<w:sectPr", 1)

    def remove(part: bytes) -> bytes:
        lines = re.findall(rb"<w:p>(?:(?!</w:p>).)*</w:p>", part, re.DOTALL)
        return part.replace(next(line for line in lines if words.encode() in line), b"", 1)

    moved, gone = read_back(changed(bare_part, move)), read_back(changed(bare_part, remove))
    assert (moved.differences, moved.lost) == ((), ())
    assert gone.differences == ()
    assert gone.lost == ((family.header.id, "ground_rules.0", "header", words),)
    assert any(words in line for line in told(gone, "en"))


def test_a_line_that_went_is_told_also_where_a_text_that_is_part_of_it_or_says_the_same_went_too(content: bytes) -> None:
    """Here who does a task, and the same name and a line with that name elsewhere."""

    def without_owner(part: bytes, *gone: str) -> bytes:
        part = re.sub(rb'<w:sdt>(?:(?!</w:sdt>).)*/owners".*?</w:sdt>', b"", part, count=1, flags=re.DOTALL)
        for line in re.findall(rb"<w:p>(?:(?!</w:p>).)*</w:p>", part, re.DOTALL):
            if b"<w:sdt>" not in line and re.sub(rb"<[^>]*>", b"", line).decode() in gone:
                return part.replace(line, b"<w:p/>", 1)
        return part

    def other(*gone: str) -> list[str]:
        back = read_back(changed(content, lambda part: without_owner(part, *gone)))
        assert [one.was for one in back.lost] == ["Ms. Reed"]
        return [was for _, was, now in back.other if not now]

    longer = "Ms. Reed school counselor"
    assert (other(), other(longer)) == ([], [longer])
    assert set(other("Ms. Reed")) == {"Ms. Reed"}


def test_what_changed_around_a_text_is_told_and_not_taken(content: bytes) -> None:
    back = read_back(changed(bare(content), lambda part: part.replace(b"How we meet", b"How we never meet", 1)))
    assert back.differences == ()
    assert ("", "How we meet", "How we never meet") in back.other
    lines = list(told(back, "en"))
    assert any("never meet" in line for line in lines)
    assert not any("Another version" in line for line in lines)
    older = marked(changed(bare(content), lambda part: part.replace(b"How we meet", b"How we talk", 1)), written_by="0.0.1")
    assert any("Another version of teammeet" in line for line in told(read_back(older), "en"))


def test_tracked_changes_are_read_as_accepted_and_said(family: Family, content: bytes) -> None:
    old = family.outcomes[0].baseline.encode()
    run = b'<w:r><w:t xml:space="preserve">' + old + b"</w:t></w:r>"
    mark = b'w:id="9001" w:author="x" w:date="2031-05-14T00:00:00Z"'
    deleted = b"<w:del " + mark + b"><w:r><w:delText>" + old + b"</w:delText></w:r></w:del>"
    inserted = b"<w:ins " + mark.replace(b"9001", b"9002") + b"><w:r><w:t>Better now</w:t></w:r></w:ins>"
    back = read_back(changed(content, lambda part: part.replace(run, deleted + inserted, 1)))
    assert back.is_tracked
    assert [(path, now) for _, path, _, now in back.differences] == [("baseline", "Better now")]


def test_a_hostile_tag_changes_nothing_but_texts_that_the_plan_prints(family: Family, content: bytes) -> None:
    need = family.needs[0]
    tag = f'w:val="{need.id}/words.text"'.encode()
    for other in ("status", "id", "words.__class__", "words.text.0", "nobody/words.text"):
        name = other if "/" in other else f"{need.id}/{other}"
        mark = f'w:val="{name}"'.encode()
        renamed = changed(content, partial(_replaced, tag, mark))
        forged = retyped(renamed, {name: "evil"})
        assert all(path in ("words.text",) for _, path, _, _ in read_back(forged).differences)


def test_what_no_record_may_hold_is_refused_by_its_place(family: Family, content: bytes) -> None:
    with pytest.raises(TextRefused) as refusal:
        read_back(retyped(content, {f"{family.needs[0].id}/words.text": "turn\u202earound"}))
    assert family.needs[0].id in refusal.value.sentence()
    assert "around" not in refusal.value.sentence()


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (lambda c: without(c, ITEM), "plan-not-inside"),
        (lambda c: changed(c, lambda part: part.replace(b"grown-up", b"grownup", 1), ITEM), "plan-altered"),
        (lambda c: changed(c, lambda part: part.replace(b'sha256="', b'sha256="0', 1), ITEM), "plan-altered"),
        (lambda c: changed(c, lambda part: part.replace(b'plain="1"', b'plain="0"'), ITEM), "plan-altered"),
        (lambda c: changed(c, lambda part: part.replace(b'signed="0"', b'signed="1"'), ITEM), "plan-altered"),
        (lambda c: marked(c, number="x"), "plan-altered"),
        (lambda c: changed(c, lambda part: part.replace(b'on="2', b'on="x', 1), ITEM), "plan-altered"),
        (lambda c: changed(bare(c), lambda part: re.sub(rb"<w:body>.*<w:sectPr", b"<w:body><w:sectPr", part, flags=re.S)),
         "plan-not-in-text"),
    ],
)  # fmt: skip
def test_a_file_without_its_plan_is_refused(content: bytes, damage: Callable[[bytes], bytes], key: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        read_back(damage(content))
    assert refusal.value.message_key == key
    assert refusal.value.sentence()


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old", b"{}"])
def test_what_is_no_word_file_is_refused(raw: bytes) -> None:
    with pytest.raises(DocumentRefused):
        read_back(raw)


def test_a_language_that_nobody_knows_does_not_stop_it(content: bytes) -> None:
    assert read_back(marked(content, language="../x")).differences == ()


def test_a_seal_is_judged_before_anything_is_taken(family: Family, content: bytes) -> None:
    file = sealed(content, new_key("Cedar agency", datetime(2031, 1, 1, tzinfo=UTC)), datetime(2031, 5, 14, tzinfo=UTC))
    held = read_back(file)
    assert held.seal == "holds"
    ((name, fingerprint),) = held.keys
    assert name == "Cedar agency"
    assert any(fingerprint in line and name in line for line in told(held, "en"))
    assert not any("No seal" in line for line in told(held, "en"))
    broken = read_back(retyped(file, edits(family)))
    assert broken.seal == "broken"
    assert any("does not hold" in line for line in told(broken, "en"))
    assert len(broken.differences) == len(edits(family))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_it_comes_back_from_libreoffice_and_python_docx(family: Family, content: bytes, tmp_path: Path) -> None:
    import docx

    written = retyped(content, edits(family))
    (tmp_path / "kept.docx").write_bytes(written)
    (tmp_path / "bare.docx").write_bytes(bare(written))
    (tmp_path / "two.docx").write_bytes(retyped(plan(family, options=Options(today=TODAY, second="es")), edits(family)))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.docx") for name in ("kept", "bare", "two")]
    asked = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out), *files]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)
    again = io.BytesIO()
    docx.Document(io.BytesIO(written)).save(again)
    for file in (*((out / f"{name}.docx").read_bytes() for name in ("kept", "bare", "two")), again.getvalue()):
        back = read_back(file)
        assert {f"{item}/{path}": now for item, path, _, now in back.differences} == edits(family)
        assert (back.lost, back.other, back.besides, back.pictures) == ((), (), (), 0)
