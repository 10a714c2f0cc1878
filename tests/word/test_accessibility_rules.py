"""Every rule of accessibility finds the fault that it is there for."""

import io
import re
import zipfile

import pytest

from .accessibility import RULES, contrast, findings
from .conftest import Write
from .records import demo

DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"

CONTROL = '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
FAULTS: dict[str, tuple[str, str, str]] = {
    "the_file_has_a_title": (CORE, r"<dc:title>[^<]*</dc:title>", ""),
    "the_file_says_its_language": (CORE, r"<dc:language>[^<]*</dc:language>", ""),
    "headings_follow_each_other": (DOCUMENT, r'w:val="Heading1"', 'w:val="Heading3"'),
    "headings_say_something": (DOCUMENT, r"<w:sectPr", '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p><w:sectPr'),
    "headings_stay_with_what_follows": (STYLES, r'(<w:style[^>]*w:styleId="Heading3">.*?)<w:keepNext/>', r"\1"),
    "every_style_is_there": (DOCUMENT, r'w:val="Quote"', 'w:val="Nowhere"'),
    "no_paragraph_is_spacing": (DOCUMENT, r"<w:sectPr", "<w:p/><w:sectPr"),
    "no_list_is_typed": (DOCUMENT, r"<w:sectPr", "<w:p><w:r><w:t>• x</w:t></w:r></w:p><w:sectPr"),
    "no_heading_is_only_bold": (DOCUMENT, r"<w:sectPr", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:p><w:sectPr"),
    "tables_have_a_header_row": (DOCUMENT, r"<w:tblHeader/>", ""),
    "tables_are_simple": (DOCUMENT, r"(<w:tcW [^>]*/>)", r'\1<w:gridSpan w:val="2"/>'),
    "tables_are_described": (DOCUMENT, r"<w:tblCaption [^>]*/>", ""),
    "tables_do_not_touch": (DOCUMENT, r"</w:tbl>", "</w:tbl><w:tbl/>"),
    "rows_stay_whole": (DOCUMENT, r"<w:cantSplit/>", ""),
    "pictures_have_words": (DOCUMENT, r'descr="[^"]*"', 'descr=""'),
    "pictures_stand_in_the_line": (DOCUMENT, r"(</?)wp:inline", r"\1wp:anchor"),
    "ids_are_unique": (DOCUMENT, r"<w:sectPr", f"{CONTROL}{CONTROL}<w:sectPr"),
    "colours_can_be_read": (STYLES, r'w:color w:val="4F5B63"', 'w:color w:val="9A9A9A"'),
    "letters_are_large_enough": (STYLES, r'w:sz w:val="2\d"', 'w:sz w:val="16"'),
    "right_to_left_is_marked": (DOCUMENT, r"<w:sectPr", "<w:p><w:r><w:t>\u05d0</w:t></w:r></w:p><w:sectPr"),
    "tables_run_as_the_page_does": (DOCUMENT, r"<w:tblW ", "<w:bidiVisual/><w:tblW "),
    "paragraphs_run_as_the_page_does": (DOCUMENT, r"</w:sectPr>", "<w:bidi/></w:sectPr>"),
    "runs_say_their_language": (DOCUMENT, r"<w:sectPr", "<w:p><w:r><w:t>\u7389</w:t></w:r></w:p><w:sectPr"),
    "letters_have_a_font": (DOCUMENT, r"<w:sectPr", "<w:p><w:r><w:t>\u1781</w:t></w:r></w:p><w:sectPr"),
    "large_print_is_neither_small_nor_grey": (
        STYLES,
        r'(<w:rPrDefault>.*?)<w:sz w:val="24"/>',
        r'\1<w:sz w:val="36"/>',
    ),
}


def with_fault(content: bytes, name: str, pattern: str, replacement: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as good, zipfile.ZipFile(made, "w") as bad:
        for entry in good.namelist():
            data = good.read(entry)
            if entry == name:
                changed, times = re.subn(
                    pattern, replacement, data.decode(), count=0 if "anchor" in replacement else 1, flags=re.S
                )
                assert times
                data = changed.encode()
            bad.writestr(entry, data)
    return made.getvalue()


def test_each_rule_has_its_fault() -> None:
    assert FAULTS.keys() == RULES.keys()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_the_fault_that_was_planted(write: Write, rule: str) -> None:
    assert rule in {name for name, _ in findings(with_fault(write(demo(), "team"), *FAULTS[rule]))}


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
