"""A Word file from outside: what runs or fetches is refused by name and place, what costs too much before it is unpacked."""

import contextlib
import io
import struct
import zipfile

import pytest
from tests.word.forms.packing import (
    ARROWS,
    DOCUMENT,
    PLAIN,
    SETTINGS,
    TYPES,
    document,
    packed,
    parts_of,
    with_arrow,
    with_change,
    with_part,
)

from teammeet.errors import DocumentRefused
from teammeet_word.forms.danger import dangers, links, opened, refuse_danger
from teammeet_word.forms.field_codes import instructions
from teammeet_word.forms.opening import MOST_PARTS, Package, parsed

NOWHERE = "{00000000-0000-0000-0000-000000000001}"
SECRET = "Zqsecret"
"""Stands in every hostile text; no error may repeat it."""


def what(refusal: DocumentRefused) -> str:
    return str(getattr(refusal.values["what"], "key", "")).removeprefix("formcheck.danger.")


def refusal_of(raw: bytes) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as caught:
        refuse_danger(opened(raw))
    assert SECRET not in caught.value.sentence("en") + caught.value.sentence("es")
    return caught.value


def field(*pieces: str) -> str:
    """A field whose instruction is cut into these pieces, a run each."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def simple(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def in_body(markup: str) -> bytes:
    return document(PLAIN + markup)


def nested(inner: str, outer: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "end"))
    said = "<w:r><w:instrText>{}</w:instrText></w:r>".format
    return f"<w:p>{begin}{begin}{said(inner)}{end}{said(outer)}{end}</w:p>"


HARMFUL = {
    "a macro": ("macro", with_part("word/vbaProject.bin", b"\0")),
    "a macro's content type": (
        "macro",
        with_change(TYPES, "wordprocessingml.document.main+xml", "wordprocessingml.document.macroEnabled.main+xml"),
    ),
    "keys that call macros": ("macro", with_arrow("http://x/keyMapCustomizations", "customizations.xml", outside=False)),
    "a form field that calls a macro": (
        "macro",
        in_body('<w:p><w:r><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:r></w:p>'),
    ),
    "DDE": ("field", in_body(field(f'DDE c:\\{SECRET} "x"'))),
    "DDEAUTO cut over runs": ("field", in_body(field("DD", "EAU", f"TO c:\\{SECRET}"))),
    "DDE in a simple field": ("field", in_body(simple(f"DDE {SECRET}"))),
    "DDE without its beginning": ("field", in_body(f"<w:p><w:r><w:instrText>DDE {SECRET}</w:instrText></w:r></w:p>")),
    "DDE in deleted text": (
        "field",
        in_body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:delInstrText>DDE {SECRET}</w:delInstrText></w:r></w:p>'),
    ),
    "a field whose name another field gives": ("strange-field", in_body(nested("REF x", " c:"))),
    "INCLUDETEXT": ("field", in_body(field(f'INCLUDETEXT "\\\\{SECRET}\\x"'))),
    "INCLUDEPICTURE": ("field", in_body(field(f'INCLUDEPICTURE "https://{SECRET}.org/x.png"'))),
    "a field nobody knows": ("strange-field", in_body(field("RUNNOW x"))),
    "a link to a file as a field": ("link", in_body(field(f'HYPERLINK "file://{SECRET}/x"'))),
    "a link behind a switch": ("link", in_body(field(f'HYPERLINK \\n "file://{SECRET}/x"'))),
    "a link that another field gives": ("field", in_body(nested("MERGEFIELD x", "HYPERLINK "))),
    "a field in the footer": ("field", document(footer=field("DDE x"))),
    "a link to a file": ("link", with_arrow("hyperlink", f"file://{SECRET}/share")),
    "a link that runs a program": ("link", with_arrow("hyperlink", f"ms-msdt:/id {SECRET}")),
    "a link without encryption": ("link", with_arrow("hyperlink", f"http://{SECRET}.org")),
    "a link with a name before the host": ("link", with_arrow("hyperlink", f"https://good.org@{SECRET}.org/")),
    "a remote template": (
        "remote-template",
        with_arrow("attachedTemplate", f"https://{SECRET}.org/t.dotm", "word/_rels/settings.xml.rels"),
    ),
    "a template of the settings": (
        "remote-template",
        with_change(SETTINGS, "</w:settings>", '<w:attachedTemplate r:id="rId1" xmlns:r="r"/></w:settings>'),
    ),
    "a remote picture": ("remote-picture", with_arrow("image", f"https://{SECRET}.org/x.png")),
    "a remote picture that says it is inside": ("remote-picture", with_arrow("image", f"//{SECRET}/x.png", outside=False)),
    "a picture of an old drawing": (
        "remote-picture",
        in_body(
            f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="https://{SECRET}"/></v:shape></w:pict></w:r></w:p>'
        ),
    ),
    "something else outside": ("outside", with_arrow("theme", f"https://{SECRET}.org/t.xml")),
    "an embedded workbook": ("object", with_part("word/embeddings/x.xlsx", b"PK\x03\x04")),
    "an object's arrow": ("object", with_arrow("oleObject", "media/x.png", outside=False)),
    "an object in the text": ("object", in_body("<w:p><w:r><w:object/></w:r></w:p>")),
    "a program that is called a picture": ("object", with_part("word/media/x.png", b"MZ\x90")),
    "a file in the file that is called a picture": ("object", with_part("word/media/x.png", b"PK\x03\x04")),
    "an ActiveX control": ("control", with_part("word/activeX/activeX1.xml", b"<a/>")),
    "a control in the text": ("control", in_body('<w:p><w:r><w:pict><w:control w:name="x"/></w:pict></w:r></w:p>')),
    "a whole other file": ("alt-chunk", in_body('<w:altChunk xmlns:r="r" r:id="rId1"/>')),
    "another document": ("sub-document", in_body('<w:p><w:subDoc xmlns:r="r" r:id="rId1"/></w:p>')),
    "a frame": ("sub-document", with_arrow("frame", "x.htm", "word/_rels/webSettings.xml.rels")),
    "own menus": ("custom-ui", with_part("customUI/customUI14.xml", b"<customUI/>")),
    "mail merge": ("mail-merge", with_change(SETTINGS, "</w:settings>", "<w:mailMerge/></w:settings>")),
    "a source of data": ("mail-merge", with_arrow("mailMergeSource", f"file:///{SECRET}.csv", "word/_rels/settings.xml.rels")),
    "a web add-in": (
        "web-extension",
        with_arrow("http://x/webextensiontaskpanes", "taskpanes.xml", "_rels/.rels", outside=False),
    ),
    "a script on the way out": (
        "script",
        with_change(SETTINGS, "</w:settings>", '<w:saveThroughXslt xmlns:r="r" r:id="a"/></w:settings>'),
    ),
    "a script in a picture of lines": (
        "script",
        with_part("word/media/x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ),
    "a picture of lines that acts": (
        "script",
        with_part("word/media/x.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ),
    "a picture of lines that fetches": (
        "remote-picture",
        with_part("word/media/x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><style>a{fill:url(https://x)}</style></svg>'),
    ),
    "a part of a strange kind": ("strange-part", with_part("word/x.exe", b"x")),
    "a template": ("template", with_change(TYPES, "document.main+xml", "template.main+xml")),
    "a control bound outside": (
        "bound-outside",
        in_body(
            f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{NOWHERE}"/></w:sdtPr><w:sdtContent><w:p/>'
            "</w:sdtContent></w:sdt>"
        ),
    ),
    "entities": ("entities", with_part("word/media/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    "entities in wide letters": ("entities", with_part("word/x.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16"))),
    "an encoding that hides": ("not-xml", with_part("word/x.xml", b"<?xml version='1.0' encoding='utf-7'?><a/>")),
    "what is no XML": ("not-xml", with_part("word/x.xml", f"<a>{SECRET}".encode())),
    "elements very deep in each other": ("too-deep", with_part("word/x.xml", b"<a>" * 252 + b"</a>" * 252)),
    "elements too deep for any reader": ("too-deep", with_part("word/x.xml", b"<a>" * 5000 + b"</a>" * 5000)),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_may_do_harm_is_refused_by_name_and_place(name: str) -> None:
    kind, raw = HARMFUL[name]
    refusal = refusal_of(raw)
    assert what(refusal) == kind
    assert str(refusal.values["place"]) in {*parts_of(raw), "[Content_Types].xml"}
    assert kind in {danger.what for danger in dangers(opened(raw))}


def test_a_plain_document_holds_no_danger() -> None:
    assert refuse_danger(opened(document())) == ()
    assert dangers(opened(document())) == ()


@pytest.mark.parametrize(
    "markup",
    [
        field(" PAGE "),
        field(" PA", "GE  \\* MERGEFORMAT "),
        field(" = SUM(ABOVE) "),
        simple("NUMPAGES"),
        field('HYPERLINK \\l "bookmark"'),
        field('HYPERLINK \\l "DDE" \\o "file: a hint"'),
        field("FORMCHECKBOX"),
        nested("PAGE", " = 1 + "),
    ],
)
def test_fields_that_only_count_or_repeat_are_let_in(markup: str) -> None:
    assert dangers(opened(in_body(markup))) == ()


def test_plain_links_are_told_by_their_host_alone() -> None:
    raw = with_arrow("hyperlink", f"https://agency.example.org/{SECRET}?x=1#y")
    assert [(link.part, link.host) for link in refuse_danger(opened(raw))] == [(ARROWS, "agency.example.org")]
    assert [link.host for link in links(opened(with_arrow("hyperlink", "mailto:help@agency.example.org")))] == [
        "agency.example.org"
    ]
    assert [link.host for link in links(opened(in_body(field('HYPERLINK "https://a.example.org" \\l "b"'))))] == [
        "a.example.org"
    ]


def test_words_that_only_speak_of_such_things_are_let_in() -> None:
    said = "DDE, INCLUDETEXT, macros and &lt;!DOCTYPE&gt; are words; so is {{ x }}."
    assert dangers(opened(in_body(f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"))) == ()


def test_every_danger_of_a_file_is_found_once() -> None:
    raw = with_part("word/vbaProject.bin", b"x", in_body(field("DDE x") * 3 + "<w:altChunk/>"))
    assert [danger.what for danger in dangers(opened(raw))] == ["macro", "alt-chunk", "field"]


# The container


def entry(name: str, content: bytes = b"<a/>") -> bytes:
    made = io.BytesIO(document())
    with zipfile.ZipFile(made, "a") as file:
        file.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def lying(raw: bytes, size: int) -> bytes:
    """The same file, whose list of contents says that its last part has ``size`` bytes unpacked."""
    place = raw.rindex(b"PK\x01\x02")
    return raw[: place + 24] + struct.pack("<I", size) + raw[place + 28 :]


@pytest.mark.parametrize(
    "name", ["../x.xml", "/etc/x.xml", "word/../../x.xml", "C:x.xml", "word\\x.xml", "word//x.xml", "./x.xml"]
)
def test_a_part_whose_name_leads_out_of_the_file_is_refused(name: str) -> None:
    assert what(refusal_of(entry(name))) == "bad-name"


@pytest.mark.filterwarnings("ignore:Duplicate name")  # zipfile warns of what this test plants
@pytest.mark.parametrize("name", [DOCUMENT, DOCUMENT.upper()])
def test_a_part_that_is_there_twice_is_refused(name: str) -> None:
    assert what(refusal_of(entry(name))) == "twice"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    big = with_part("word/x.png", b"\0" * 30_000_000)
    assert what(refusal_of(big)) == "bomb"
    assert what(refusal_of(with_part("word/x.xml", b"<a>" + b" " * 33_000_000 + b"</a>"))) == "bomb"
    assert what(refusal_of(lying(entry("word/x.png"), 250_000_000))) == "bomb"
    assert what(refusal_of(lying(entry("word/x.png", b"x" * 5000), 3))) == "damaged"


def test_far_too_many_tags_are_refused() -> None:
    with pytest.raises(DocumentRefused) as caught:
        parsed(b"<r>" + b"<a/>" * 1_500_000 + b"</r>", "word/x.xml")
    assert what(caught.value) == "too-many-marks"


def test_too_many_parts_are_refused() -> None:
    parts = {f"word/{number}.xml": b"<a/>" for number in range(MOST_PARTS)}
    assert what(refusal_of(packed({**parts_of(document()), **parts}))) == "too-many-parts"


NO_DOCUMENTS = {
    "nothing": (b"", "no-word-file"),
    "a PDF": (b"%PDF-1.7", "no-word-file"),
    "an old or locked file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "locked-or-old"),
    "a plain archive": (packed({"a.txt": b"x"}), "no-word-file"),
    "a package without a text": (packed({TYPES: b"<Types/>"}), "no-word-file"),
    "one that lacks its end": (document()[:-400], "damaged"),
    "one that is nearly all missing": (document()[:300], "damaged"),
    "one that is too large": (b"PK\x03\x04" + bytes(51_000_000), "too-large"),
}


@pytest.mark.parametrize("name", NO_DOCUMENTS)
def test_what_is_no_word_file_or_damaged_is_named(name: str) -> None:
    raw, kind = NO_DOCUMENTS[name]
    assert what(refusal_of(raw)) == kind


def test_a_turned_byte_is_never_met_with_a_fault_of_the_program() -> None:
    raw = document()
    for place in range(0, len(raw), 97):
        turned = raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :]
        with contextlib.suppress(DocumentRefused):
            refuse_danger(opened(turned))


def test_a_document_of_twenty_megabytes_is_opened() -> None:
    import random

    picture = b"\x89PNG" + random.Random(5).randbytes(20_000_000)
    assert refuse_danger(opened(with_part("word/media/x.png", picture))) == ()


def test_the_main_part_is_where_the_package_says() -> None:
    parts = parts_of(document())
    assert opened(packed(parts)).main == DOCUMENT
    moved = {name.replace(DOCUMENT, "word/document2.xml"): content for name, content in parts.items()}
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    assert opened(packed(moved)).main == "word/document2.xml"


def test_fields_are_read_as_word_reads_them() -> None:
    root = parsed(parts_of(in_body(field("PA", "GE") + nested("REF a", "= 1 +")))[DOCUMENT], DOCUMENT)
    found = list(instructions(root))
    assert [(one.word, one.nested) for one in found] == [("PAGE", False), ("REF", False), ("=", True)]


def test_a_package_without_relations_has_no_text() -> None:
    with pytest.raises(DocumentRefused):
        _ = Package({TYPES: b"<Types/>"}).main
