"""Word files that somebody rewrote on purpose: hidden words, other marks, controls of their own."""

from functools import partial

import pytest
from tests.word.back.papers import bare, changed, marked, plan, retyped
from tests.word.records import demo

from teammeet.model.family import Family
from teammeet_word.back import read_back, told


@pytest.fixture(scope="module")
def family() -> Family:
    return demo()


@pytest.fixture(scope="module")
def content(family: Family) -> bytes:
    return plan(family)


def _replaced(old: bytes, new: bytes, part: bytes) -> bytes:
    return part.replace(old, new)


def test_without_a_seal_it_is_said_once_that_the_plan_may_have_been_rewritten(content: bytes) -> None:
    assert sum("No seal" in line for line in told(read_back(content), "en")) == 1


def test_a_file_that_says_it_has_another_layout_does_not_silence_what_is_not_compared(content: bytes) -> None:
    back = read_back(marked(content, plain="0"))
    assert any("is not told" in line for line in told(back, "en"))


@pytest.mark.parametrize(
    "look",
    [
        b"<w:vanish/>",
        b'<w:color w:val="FFFFFF"/>',
        b'<w:color w:val="FEFDF8"/>',
        b'<w:sz w:val="2"/>',
        b'<w:rStyle w:val="Gone"/>',
        b'<w:rStyle w:val="GoneToo"/>',
    ],
)
@pytest.mark.parametrize("has_controls", [True, False])
def test_what_nobody_sees_on_paper_is_not_taken_and_told(
    family: Family, content: bytes, look: bytes, has_controls: bool
) -> None:
    words = family.header.vision.text.encode()
    styles = (
        b'<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
        b'<w:style w:type="character" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style></w:styles>'
    )
    styled = changed(content, partial(_replaced, b"</w:styles>", styles), "word/styles.xml")
    more = words + b"</w:t></w:r><w:r><w:rPr>" + look + b"</w:rPr><w:t> and a secret"
    written = changed(styled, lambda part: part.replace(words, more, 1))
    back = read_back(written if has_controls else bare(written))
    assert (back.differences, back.hidden) == ((), 1)
    assert any("hidden, white or tiny" in line for line in told(back, "en"))


def test_white_words_that_stand_alone_are_asked_and_told(family: Family, content: bytes) -> None:
    words = family.header.vision.text.encode()
    run = b'<w:r><w:t xml:space="preserve">' + words
    white = b'<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t xml:space="preserve">Other words'
    back = read_back(changed(content, lambda part: part.replace(run, white, 1)))
    assert ([now for *_, now in back.differences], back.hidden) == (["Other words"], 1)


def test_a_control_that_shows_its_placeholder_says_nothing(family: Family, content: bytes) -> None:
    tag = f"{family.header.id}/vision.text"
    flag = f'<w:showingPlcHdr/><w:tag w:val="{tag}"/>'.encode()
    mark = f'<w:tag w:val="{tag}"/>'.encode()
    back = read_back(changed(retyped(content, {tag: "Click here"}), partial(_replaced, mark, flag)))
    assert [now for *_, now in back.differences] == [""]


def test_a_control_for_a_field_that_the_copys_reader_never_saw_is_not_read(family: Family, content: bytes) -> None:
    control = (
        f'<w:p><w:sdt><w:sdtPr><w:tag w:val="{family.header.id}/private_note"/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t>Forged</w:t></w:r></w:sdtContent></w:sdt></w:p><w:sectPr"
    ).encode()
    back = read_back(changed(content, lambda part: part.replace(b"<w:sectPr", control, 1)))
    assert back.differences == ()
