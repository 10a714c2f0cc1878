"""Files that no verdict can be given of are refused by name: damaged, far too large, full of entities, no Word file at all."""

import io
import random
import struct
import zipfile

import pytest

from teammeet.errors import TeammeetError
from teammeet_word.seal import Key, sealed, verified

from .tampering import DOCUMENT, LINKS, ROOT, SEAL, TYPES, WHEN, changed, parts_of, zipped

ENTITY = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(content: bytes) -> tuple[str, object]:
    with pytest.raises(TeammeetError) as refused:
        verified(content)
    assert "{" not in refused.value.sentence()
    return refused.value.message_key, refused.value.values.get("place")


NO_WORD_FILES = {
    "nothing": b"",
    "two letters": b"PK",
    "json": b"{}",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
    "another archive": zipped({"a.txt": b"a"}),
}
"""By name: the archive holds the moment at which it was made, and every worker must collect the same tests."""


@pytest.mark.parametrize("content", NO_WORD_FILES.values(), ids=NO_WORD_FILES)
def test_what_is_no_word_file_is_called_so(content: bytes) -> None:
    assert refusal(content) == ("sealed-file-foreign", None)


def test_a_cut_file_is_no_word_file(sealed_plan: bytes) -> None:
    for length in range(100, len(sealed_plan), len(sealed_plan) // 20):
        assert refusal(sealed_plan[:length])[0] == "sealed-file-foreign"


def test_a_part_that_cannot_be_unpacked_is_named(sealed_plan: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(sealed_plan)) as package:
        at = package.getinfo(DOCUMENT).header_offset
    broken = bytearray(sealed_plan)
    broken[at + 200 : at + 220] = bytes(20)
    assert refusal(bytes(broken)) == ("sealed-file-damaged", DOCUMENT)


@pytest.mark.parametrize("part", [ROOT, LINKS, TYPES, SEAL])
def test_a_part_that_is_no_xml_is_named(sealed_plan: bytes, part: str) -> None:
    assert refusal(zipped(parts_of(sealed_plan) | {part: b"<"})) == ("sealed-file-damaged", part)
    assert refusal(zipped(parts_of(sealed_plan) | {part: b"<a><b/></a>"})) == ("sealed-file-damaged", part)


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [DOCUMENT, ROOT, SEAL, "word/styles.xml"])
def test_entities_are_refused_wherever_they_are(sealed_plan: bytes, part: str, coding: str) -> None:
    content = f'<?xml version="1.0" encoding="{coding}"?>{ENTITY.decode()}<w>&b;</w>'.encode(coding)
    assert refusal(zipped(parts_of(sealed_plan) | {part: content})) == ("sealed-file-entity", part)


def test_a_bomb_is_not_unpacked(sealed_plan: bytes) -> None:
    assert refusal(zipped(parts_of(sealed_plan) | {"word/more.bin": bytes(300_000_000)}, 1))[0] == "sealed-file-bomb"
    many = {f"word/{number}": b"" for number in range(2_100)}
    assert refusal(zipped(parts_of(sealed_plan) | many))[0] == "sealed-file-bomb"


def test_a_part_that_is_larger_than_it_says_is_damaged(sealed_plan: bytes) -> None:
    small = zipped(parts_of(sealed_plan) | {"word/more.bin": bytes(1_000_000)})
    lying = small.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    assert refusal(lying) == ("sealed-file-damaged", "word/more.bin")


def test_two_links_of_one_id_or_two_kinds_of_one_part_are_damage(sealed_plan: bytes) -> None:
    link = b'<Relationship Id="rId1" Type="t" Target="x"/></Relationships>'
    assert refusal(changed(LINKS, b"</Relationships>", link)(sealed_plan)) == ("sealed-file-damaged", LINKS)
    kind = b'<Override PartName="/WORD/document.xml" ContentType="text/plain"/></Types>'
    assert refusal(changed(TYPES, b"</Types>", kind)(sealed_plan)) == ("sealed-file-damaged", TYPES)


def test_no_flipped_bit_passes_and_none_breaks_the_judge(sealed_plan: bytes) -> None:
    chance = random.Random(5)
    for _ in range(60):
        broken = bytearray(sealed_plan)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            verdict = verified(bytes(broken))
        except TeammeetError:
            continue
        assert not verdict.holds or parts_of(bytes(broken)) == parts_of(sealed_plan)


def test_a_file_with_a_part_of_no_kind_or_one_twice_is_not_sealed(plan: bytes, key: Key) -> None:
    with pytest.raises(TeammeetError, match=r"word/more\.bin"):
        sealed(zipped(parts_of(plan) | {"word/more.bin": b"x"}), key, WHEN)
    with pytest.raises(TeammeetError, match=r"WORD/document\.xml"):
        sealed(zipped(parts_of(plan) | {"WORD/document.xml": b"x"}), key, WHEN)


def test_a_part_squeezed_in_a_way_that_word_does_not_know_is_damage(sealed_plan: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as package:
        for name, part in parts_of(sealed_plan).items():
            package.writestr(name, part)
    assert refusal(made.getvalue()) == ("sealed-file-damaged", TYPES)
