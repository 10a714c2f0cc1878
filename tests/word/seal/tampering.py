"""Every way to change a sealed file that we know of, and which judge catches it: a table that the tests hold us to."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import docx

from teammeet_word.seal import new_key, sealed
from teammeet_word.seal.verdict import FaultKind

WHEN = datetime(2031, 5, 14, 15, 30, tzinfo=UTC)
Parts = dict[str, bytes]
DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
ROOT = "_rels/.rels"
TYPES = "[Content_Types].xml"
SEAL = "_xmlsignatures/sig1.xml"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = b"http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Tampering:
    """One way. ``libreoffice`` is what LibreOffice must say of the seals; ``faults`` what ``verify`` must find, at least."""

    name: str
    change: Callable[[bytes], bytes]
    libreoffice: tuple[bool, ...]
    faults: tuple[tuple[FaultKind, str], ...]


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Parts, level: int = 6) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def changed(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """The same file with one thing in one part replaced."""

    def change(content: bytes) -> bytes:
        parts = parts_of(content)
        assert old in parts[part], (part, old)
        return zipped(parts | {part: parts[part].replace(old, new, 1)})

    return change


def one_bit(content: bytes) -> bytes:
    parts = parts_of(content)
    picture = next(name for name in parts if name.endswith(".png"))
    flipped = bytearray(parts[picture])
    flipped[len(flipped) // 2] ^= 1
    return zipped(parts | {picture: bytes(flipped)})


def retargeted(content: bytes) -> bytes:
    """The picture's link leads to another picture, which says something else."""
    parts = parts_of(content)
    picture = next(name for name in parts if name.endswith(".png"))
    links = parts[LINKS].replace(picture.removeprefix("word/").encode(), b"media/other.png")
    return zipped(parts | {LINKS: links, "word/media/other.png": parts[picture]})


def without_footer(content: bytes) -> bytes:
    parts = parts_of(content)
    links, number = re.subn(rb"<Relationship [^>]*/footer\"[^>]*/>", b"", parts[LINKS], count=1)
    assert number
    return zipped(parts | {LINKS: links})


def with_comments(content: bytes) -> bytes:
    parts = parts_of(content)
    link = b'<Relationship Id="rIdC" Type="' + OFFICE + b'/comments" Target="comments.xml"/></Relationships>'
    kind = (
        b'<Override PartName="/word/comments.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
    )
    comments = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    return zipped(
        parts
        | {LINKS: parts[LINKS].replace(b"</Relationships>", link), TYPES: parts[TYPES].replace(b"</Types>", kind)}
        | {"word/comments.xml": comments}
    )


def at_another_time(content: bytes) -> bytes:
    parts = parts_of(content)
    return zipped(parts | {SEAL: re.sub(rb"(<mdssi:Value>)\d{4}", rb"\g<1>2029", parts[SEAL])})


def stripped(content: bytes) -> bytes:
    """The seal taken out without a trace."""
    parts = {name: part for name, part in parts_of(content).items() if not name.startswith("_xmlsignatures/")}
    parts[ROOT] = re.sub(rb"<Relationship [^>]*origin\.sigs\"[^>]*/>", b"", parts[ROOT])
    parts[TYPES] = re.sub(rb"<Override [^>]*digital-signature[^>]*/>", b"", parts[TYPES])
    return zipped(parts)


def with_another_object(content: bytes) -> bytes:
    more = b'<Object Id="idPackageObject2"><Manifest/></Object></Signature>'
    return changed(SEAL, b"</Signature>", more)(content)


def with_a_second_document(content: bytes) -> bytes:
    """A second document of the same name behind the first: which one a program shows is a matter of luck."""
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(DOCUMENT, package.read(DOCUMENT).replace(b"Reed", b"Roed"))
    return made.getvalue()


def saved_by_python_docx(content: bytes) -> bytes:
    """It writes the parts that it has read in a way of its own, though it changes nothing in them."""
    made = io.BytesIO()
    docx.Document(io.BytesIO(content)).save(made)
    return made.getvalue()


def edited_with_python_docx(content: bytes) -> bytes:
    made, document = io.BytesIO(), docx.Document(io.BytesIO(content))
    document.add_paragraph("One more.")
    document.save(made)
    return made.getvalue()


def with_the_seal_of_another(content: bytes) -> bytes:
    """The seal of the same plan with a letter changed, made with another key."""
    forged = sealed(changed(DOCUMENT, b"Reed", b"Roed")(stripped(content)), new_key("Other", WHEN), WHEN)
    return zipped(parts_of(content) | {SEAL: parts_of(forged)[SEAL]})


def sealed_again_after_a_change(content: bytes) -> bytes:
    return sealed(changed(DOCUMENT, b"Reed", b"Roed")(content), new_key("Other", WHEN), WHEN)


def with_a_document_before(content: bytes) -> bytes:
    """Another document of the same name before the true one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(DOCUMENT, parts_of(content)[DOCUMENT].replace(b"Reed", b"Roed"))
        for name, part in parts_of(content).items():
            package.writestr(name, part)
    return made.getvalue()


def with_a_remote_template(content: bytes) -> bytes:
    link = b'<Relationship Id="rId1" Type="' + OFFICE + b'/attachedTemplate" Target="http://x.test/" TargetMode="External"/>'
    links = b'<Relationships xmlns="' + PACKAGE + b'/relationships">' + link + b"</Relationships>"
    return zipped(parts_of(content) | {"word/_rels/settings.xml.rels": links})


TAMPERINGS = (
    Tampering("untouched", lambda content: content, (True,), ()),
    Tampering("zipped again, harder", lambda content: zipped(parts_of(content), 9), (True,), ()),
    Tampering("a letter in the document", changed(DOCUMENT, b"Reed", b"Roed"), (False,), (("changed", DOCUMENT),)),
    Tampering("a bit in the picture", one_bit, (False,), (("changed", "word/media/ecomap.png"),)),
    Tampering(
        "the data inside",
        changed("customXml/item9.xml", b"Not started", b"Not startid"),
        (False,),
        (("changed", "customXml/item9.xml"),),
    ),
    Tampering(
        "a colour in the styles", changed("word/styles.xml", b"<w:sz ", b"<w:sz  "), (False,), (("changed", "word/styles.xml"),)
    ),
    Tampering("a link to another picture", retargeted, (False,), (("link-changed", LINKS), ("added", "word/media/other.png"))),
    Tampering("a link taken away", without_footer, (False,), (("link-missing", LINKS),)),
    Tampering("comments added", with_comments, (True,), (("added", "word/comments.xml"), ("link-added", f"{LINKS}: rIdC"))),
    Tampering(
        "the title",
        changed("docProps/core.xml", b"Plan of care", b"Plan of xare"),
        (False,),
        (("changed", "docProps/core.xml"),),
    ),
    Tampering(
        "own properties",
        changed("docProps/custom.xml", b"version", b"versiox"),
        (False,),
        (("changed", "docProps/custom.xml"),),
    ),
    Tampering("the time of the seal", at_another_time, (False,), (("altered", SEAL),)),
    Tampering(
        "the kind of the document",
        changed(TYPES, b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"),
        (True,),
        (("other-kind", DOCUMENT),),
    ),
    Tampering(
        "the footer", changed("word/footer1.xml", b"NUMPAGES", b"NUMPAGEX"), (False,), (("changed", "word/footer1.xml"),)
    ),
    Tampering("the seal stripped", stripped, (), (("not-sealed", ""),)),
    Tampering("another object in the seal", with_another_object, (True,), (("unsigned-words", SEAL),)),
    Tampering("a second document", with_a_second_document, (False,), (("twice", DOCUMENT), ("changed", DOCUMENT))),
    Tampering("a document before", with_a_document_before, (True,), (("twice", DOCUMENT),)),
    Tampering("the seal of another", with_the_seal_of_another, (False,), (("changed", DOCUMENT),)),
    Tampering("changed and sealed again", sealed_again_after_a_change, (False, True), (("changed", DOCUMENT),)),
    Tampering("a remote template", with_a_remote_template, (True,), (("added", "word/_rels/settings.xml.rels"),)),
    Tampering(
        "words behind the seal",
        changed(SEAL, b"</Signature>", b"</Signature><!-- call the judge -->"),
        (True,),
        (("unsigned-words", SEAL),),
    ),
    Tampering("saved by python-docx", saved_by_python_docx, (False,), (("changed", "word/styles.xml"),)),
    Tampering("edited with python-docx", edited_with_python_docx, (False,), (("changed", DOCUMENT),)),
)
"""All but one: what LibreOffice saves anew is made while LibreOffice runs (``test_other_judges``)."""
