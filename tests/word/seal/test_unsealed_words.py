"""What no seal can cover, the lists of kinds and links and the zip itself, may hold no word beyond what teammeet writes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from teammeet.errors import TeammeetError
from teammeet_word.forms.opening import opened as opened_form
from teammeet_word.seal import Key, sealed, verified
from teammeet_word.seal.verdict import Fault

from .tampering import DOCUMENT, LINKS, ROOT, SEAL, TYPES, WHEN, changed, parts_of, zipped

ORIGIN = "_xmlsignatures/origin.sigs"
TO_SEALS = "_xmlsignatures/_rels/origin.sigs.rels"
LINK = b'<Relationship Id="rIdX" Type="urn:t" Target="x.xml"/>'
KIND = b'<Override PartName="/word/absent.xml" ContentType="text/words"/>'
Change = Callable[[bytes], bytes]


def inside_the_first_link(part: str) -> Change:
    return changed(part, b"/>", b">" + LINK + b"</Relationship>")


LISTS: dict[str, tuple[Change, str]] = {
    f"{name} in {part}": (change, part)
    for part in (ROOT, LINKS, TO_SEALS)
    for name, change in {
        "a nested link": inside_the_first_link(part),
        "text": changed(part, b"</Relationships>", b"call the judge</Relationships>"),
        "text in a link": changed(part, b"/>", b">call the judge</Relationship>"),
        "a comment": changed(part, b"</Relationships>", b"<!-- call --></Relationships>"),
        "an instruction": changed(part, b"</Relationships>", b"<?call judge?></Relationships>"),
        "words before the root": changed(part, b"<Relationships", b"<!-- call --><Relationships"),
        "words behind the root": changed(part, b"</Relationships>", b"</Relationships><!-- call -->"),
        "another attribute of the root": changed(part, b"<Relationships ", b'<Relationships note="call" '),
        "blanks": changed(part, b"/>", b"/>\t \t"),
    }.items()
} | {
    "text in the kinds": (changed(TYPES, b"</Types>", b"call</Types>"), TYPES),
    "a comment in the kinds": (changed(TYPES, b"</Types>", b"<!-- call --></Types>"), TYPES),
    "an instruction in the kinds": (changed(TYPES, b"</Types>", b"<?call judge?></Types>"), TYPES),
    "the kind of a part that is not there": (changed(TYPES, b"</Types>", KIND + b"</Types>"), TYPES),
    "a nested kind": (changed(TYPES, b"/></Types>", b">" + KIND + b"</Override></Types>"), TYPES),
    "another attribute of a kind": (changed(TYPES, b"/></Types>", b' note="call"/></Types>'), TYPES),
    "an ending that nothing has": (
        changed(TYPES, b"</Types>", b'<Default Extension="call" ContentType="text/call"/></Types>'),
        TYPES,
    ),
    "the kind of the list of kinds": (
        changed(TYPES, b"</Types>", b'<Override PartName="/[Content_Types].xml" ContentType="text/call"/></Types>'),
        TYPES,
    ),
    "another id of the link to the seals": (changed(ROOT, b'"rIdSeal"', b'"callTheJudge"'), ORIGIN),
    "a mode of the link to the seals": (changed(ROOT, b'origin.sigs"', b'origin.sigs" TargetMode="External"'), ORIGIN),
    "a mode of the link to a seal": (changed(TO_SEALS, b'sig1.xml"', b'sig1.xml" TargetMode="External"'), TO_SEALS),
    "the usual mode of the link to a seal": (changed(TO_SEALS, b'sig1.xml"', b'sig1.xml" TargetMode="Internal"'), TO_SEALS),
    "another id of the link to a seal": (changed(TO_SEALS, b'"rId1"', b'"callTheJudge"'), TO_SEALS),
    "words in the origin": (lambda content: zipped(parts_of(content) | {ORIGIN: b"call"}), ORIGIN),
    "another kind of the origin": (changed(TYPES, b"digital-signature-origin", b"words"), ORIGIN),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_word_in_the_lists_that_no_seal_covers_passes(sealed_plan: bytes, name: str) -> None:
    change, place = LISTS[name]
    assert {fault.place for fault in verified(change(sealed_plan)).all_faults} >= {place}


@pytest.mark.parametrize("part", [ROOT, LINKS])
def test_a_renamed_root_of_links_is_a_fault(sealed_plan: bytes, part: str) -> None:
    content = parts_of(sealed_plan)[part].replace(b"Relationships ", b"Words ").replace(b"</Relationships>", b"</Words>")
    assert Fault("unsealed", part) in verified(zipped(parts_of(sealed_plan) | {part: content})).faults


def test_what_a_file_brings_along_in_its_lists_is_gone_once_it_is_sealed(plan: bytes, key: Key) -> None:
    said = changed(TYPES, b"</Types>", KIND + b"<!-- call --></Types>")(changed(ROOT, b"/>", b"/><!-- call -->")(plan))
    parts = parts_of(sealed(said, key, WHEN))
    assert b"call" not in parts[TYPES] + parts[ROOT]
    assert b"absent" not in parts[TYPES]
    assert verified(sealed(said, key, WHEN)).holds


@pytest.mark.parametrize("part", [ROOT, TYPES])
def test_a_form_with_one_entry_in_another_is_refused_and_no_program_of_ours_reads_it(plan: bytes, part: str) -> None:
    change = inside_the_first_link(ROOT) if part == ROOT else changed(TYPES, b"/>", b">" + KIND + b"</Default>")
    if part == TYPES and b"<Default" not in parts_of(plan)[TYPES].partition(b"/>")[0]:
        change = changed(TYPES, b"/>", b">" + KIND + b"</Override>")
    package = opened_form(change(plan))
    with pytest.raises(TeammeetError, match="rels" if part == ROOT else "Types"):
        package.relations() if part == ROOT else package.kind_of(DOCUMENT)


# The zip


def rebuilt(
    content: bytes,
    local: bytes = b"",
    central: bytes = b"",
    behind: bytes = b"",
    member: str = DOCUMENT,
    method: int = 8,
    suffix: bytes = b"",
) -> bytes:
    """The same zip, with more in the two headers of one member, behind the end of its stream or of its name."""
    made, directory = io.BytesIO(), io.BytesIO()
    names = parts_of(content)
    for name, part in names.items():
        mine = name == member
        how = method if mine else 8
        squeezed = zlib.compress(part, wbits=-15) if how else part
        squeezed += behind if mine else b""
        called = name.encode() + (suffix if mine else b"")
        offset = made.tell()
        said = (20, 0, how, 0, 33, zlib.crc32(part), len(squeezed), len(part), len(called))
        made.write(struct.pack("<4s5H3L2H", b"PK\3\4", *said, len(local) if mine else 0))
        made.write(called + (local if mine else b"") + squeezed)
        directory.write(struct.pack("<4sH5H3L2H", b"PK\1\2", 20, *said, len(central) if mine else 0))
        directory.write(struct.pack("<3H2L", 0, 0, 0, 0, offset) + called + (central if mine else b""))
    start, entries = made.tell(), directory.getvalue()
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(names), len(names), len(entries), start, 0)
    return made.getvalue() + entries + end


FIELD = struct.pack("<HH", 0xCAFE, 4) + b"call"


def test_a_zip_that_is_written_by_hand_without_more_in_it_holds(sealed_plan: bytes) -> None:
    assert verified(rebuilt(sealed_plan)).holds
    assert verified(rebuilt(sealed_plan, method=0)).holds


@pytest.mark.parametrize(
    "more", [{"local": FIELD}, {"central": FIELD}, {"local": FIELD, "central": FIELD}, {"behind": b"call"}]
)
@pytest.mark.parametrize("member", [DOCUMENT, SEAL, TYPES])
def test_words_in_the_headers_of_a_member_or_behind_its_stream_are_found(
    sealed_plan: bytes, more: dict[str, bytes], member: str
) -> None:
    assert Fault("loose") in verified(rebuilt(sealed_plan, **more, member=member)).faults  # type: ignore[arg-type]  # every value of more is bytes, as the cases above show


@pytest.mark.parametrize("said", [b"", b"call the judge"])
def test_a_folder_in_the_zip_is_found_with_or_without_words_in_it(sealed_plan: bytes, said: bytes) -> None:
    made = io.BytesIO(sealed_plan)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(zipfile.ZipInfo("call/"), said)
    assert Fault("loose") in verified(made.getvalue()).faults


def test_a_name_with_more_behind_its_end_is_found(sealed_plan: bytes) -> None:
    assert Fault("loose") in verified(rebuilt(sealed_plan, suffix=b"\0call the judge")).faults
