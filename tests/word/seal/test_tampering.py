"""``verify`` says of every way to change a sealed file which part is not what was sealed."""

import io
import zipfile
from datetime import timedelta

import pytest

from teammeet_word.seal import Key, new_key, sealed, verified
from teammeet_word.seal.verdict import Fault

from .conftest import NAME
from .tampering import DOCUMENT, LINKS, ROOT, SEAL, TAMPERINGS, TYPES, WHEN, Tampering, changed, parts_of, zipped


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda tampering: tampering.name)
def test_verify_names_what_was_changed(sealed_plan: bytes, tampering: Tampering) -> None:
    verdict = verified(tampering.change(sealed_plan))
    assert verdict.holds == (not tampering.faults)
    found = {(fault.kind, fault.place) for fault in verdict.all_faults}
    for kind, place in tampering.faults:
        assert any(kind == of and where.startswith(place) for of, where in found), found


def test_a_seal_says_whose_key_it_is_and_when_by_its_own_clock(sealed_plan: bytes, key: Key) -> None:
    (seal,) = verified(sealed_plan).seals
    assert (seal.name, seal.fingerprint, seal.at) == (NAME, key.fingerprint, WHEN)
    assert seal.self_signed
    assert seal.vouching == ()
    assert seal.valid_from is not None
    assert seal.valid_from < WHEN


def test_every_part_is_under_the_seal_but_the_list_of_kinds_which_each_reference_repeats(
    sealed_plan: bytes, plan: bytes
) -> None:
    (seal,) = verified(sealed_plan).seals
    assert seal.parts == len(parts_of(plan)) - 1


def test_the_same_file_key_and_time_give_the_same_bytes_but_for_the_value_of_the_signature(plan: bytes, key: Key) -> None:
    one, other = (parts_of(sealed(plan, key, WHEN)) for _ in range(2))
    assert {name for name in one if one[name] != other[name]} == {SEAL}
    cut = [
        part.partition(b"<SignatureValue>")[0] + part.partition(b"</SignatureValue>")[2] for part in (one[SEAL], other[SEAL])
    ]
    assert cut[0] == cut[1]


def test_what_was_in_the_file_is_in_the_sealed_one(plan: bytes, sealed_plan: bytes) -> None:
    before, after = parts_of(plan), parts_of(sealed_plan)
    assert {n for n in before if not n.endswith(".rels") and n != TYPES and before[n] != after[n]} == set()


def test_a_second_seal_leaves_the_first_one_whole(sealed_plan: bytes) -> None:
    twice = sealed(sealed_plan, new_key("Second", WHEN), WHEN + timedelta(hours=1))
    verdict = verified(twice)
    assert verdict.holds
    assert [seal.name for seal in verdict.seals] == [NAME, "Second"]
    both = verified(changed(DOCUMENT, b"Reed", b"Roed")(twice))
    assert [seal.faults for seal in both.seals] == [(Fault("changed", DOCUMENT),)] * 2


def test_a_part_that_only_a_second_seal_covers_is_still_a_fault(sealed_plan: bytes) -> None:
    parts = parts_of(sealed_plan) | {"word/extra.xml": b"<extra/>"}
    verdict = verified(sealed(zipped(parts), new_key("Second", WHEN), WHEN))
    assert [seal.faults for seal in verdict.seals] == [(Fault("added", "word/extra.xml"),), ()]
    assert not verdict.holds


def test_bytes_that_belong_to_no_part_are_found(sealed_plan: bytes) -> None:
    commented = io.BytesIO(sealed_plan)
    with zipfile.ZipFile(commented, "a") as package:
        package.comment = b"more"
    for content in (sealed_plan + b"more", b"more" + sealed_plan, commented.getvalue(), b"PK\3\4" + sealed_plan):
        assert Fault("loose") in verified(content).faults


def test_a_file_zipped_by_a_program_that_streams_still_holds(sealed_plan: bytes) -> None:
    class Streamed(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: object) -> int:
            raise OSError

    made = Streamed()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts_of(sealed_plan).items():
            package.writestr(name, part)
    assert verified(made.getvalue()).holds


def test_an_unsealed_file_is_called_so(plan: bytes) -> None:
    verdict = verified(plan)
    assert verdict.all_faults[0] == Fault("not-sealed")
    assert verdict.seals == ()
    assert not verdict.holds


FORGERIES = {
    "a comment in the seal": (changed(SEAL, b"<Manifest>", b"<Manifest><!-- -->"), "unsigned-words"),
    "a word behind the seal": (changed(SEAL, b"</KeyInfo>", b"<KeyName>me</KeyName></KeyInfo>"), "unsigned-words"),
    "text in the key": (changed(SEAL, b"<X509Data>", b"<X509Data>trust me"), "unsigned-words"),
    "text beside the signed properties": (
        changed(SEAL, b"<xd:QualifyingProperties ", b"x<xd:QualifyingProperties "),
        "unsigned-words",
    ),
    "a comment behind the end": (changed(SEAL, b"</Signature>", b"</Signature><!-- call the judge -->"), "unsigned-words"),
    "blanks behind the end": (changed(SEAL, b"</Signature>", b"</Signature>\n \n"), "unsigned-words"),
    "another coding": (lambda content: recoded(content, "utf-16"), "unsigned-words"),
    "a mark of the coding": (lambda content: recoded(content, "utf-8-sig"), "unsigned-words"),
    "words as the seal's id": (changed(SEAL, b'"idPackageSignature"', b'"callTheJudge"'), "unsigned-words"),
    "words as a namespace": (changed(SEAL, b"<KeyInfo", b'<KeyInfo xmlns:x="urn:call:the:judge"'), "unsigned-words"),
    "words in the wrapping": (changed(SEAL, b"<Object><xd:", b'<Object MimeType="call/judge"><xd:'), "unsigned-words"),
    "words beside the target": (changed(SEAL, b"Properties xmlns:xd", b'Properties Id="call" xmlns:xd'), "unsigned-words"),
    "the target of the properties": (changed(SEAL, b'Signature"><xd:', b'Judge"><xd:'), "unsigned-words"),
    "blanks in the value": (changed(SEAL, b"<SignatureValue>", b"<SignatureValue> "), "unsigned-words"),
    "an empty list of certificates": (changed(SEAL, b"</KeyInfo>", b"<X509Data/></KeyInfo>"), "unsigned-words"),
    "an id that two bear": (
        changed(SEAL, b"</Signature>", b'<Object><Manifest Id="idPackageObject"/></Object></Signature>'),
        "altered",
    ),
    "another value": (changed(SEAL, b"<SignatureValue>", b"<SignatureValue>AAAA"), "broken"),
    "a weaker method": (changed(SEAL, b"#ecdsa-sha256", b"#ecdsa-sha1"), "unknown-method"),
    "a weaker sum": (changed(SEAL, b"2001/04/xmlenc#sha256", b"2000/09/xmldsig#sha1"), "unknown-method"),
    "another way to write": (changed(SEAL, b"20010315", b"20010315#WithComments"), "unknown-method"),
    "a link of another kind from the seals": (
        changed("_xmlsignatures/_rels/origin.sigs.rels", b"digital-signature/signature", b"digital-signature/other"),
        "link-added",
    ),
    "a seal of another kind": (changed(TYPES, b"digital-signature-xmlsignature+xml", b"digital-signature-other"), "other-kind"),
    "a link out of the root": (
        changed(
            ROOT,
            b"</Relationships>",
            b'<Relationship Id="rIdX" Type="t" Target="http://x.test" TargetMode="External"/></Relationships>',
        ),
        "link-added",
    ),
    "a link that leads out": (changed(LINKS, b"/>", b' TargetMode="External"/>'), "link-changed"),
}


def recoded(content: bytes, coding: str) -> bytes:
    """The seal says the same in another coding."""
    said = parts_of(content)[SEAL].decode().replace("UTF-8", coding.removesuffix("-sig"))
    return zipped(parts_of(content) | {SEAL: said.encode(coding)})


@pytest.mark.parametrize("name", FORGERIES)
def test_forgeries_of_the_seal_itself_are_found(sealed_plan: bytes, name: str) -> None:
    forge, kind = FORGERIES[name]
    verdict = verified(forge(sealed_plan))
    assert kind in {fault.kind for fault in verdict.all_faults}
    assert not verdict.holds


def certificate(part: bytes) -> bytes:
    return part.partition(b"<X509Certificate>")[2].partition(b"</X509Certificate>")[0]


def test_no_certificate_beside_those_that_are_signed_passes(sealed_plan: bytes, plan: bytes) -> None:
    mine, other = (certificate(parts_of(content)[SEAL]) for content in (sealed_plan, sealed(plan, new_key(NAME, WHEN), WHEN)))
    for more in (mine, other):
        added = b"<X509Certificate>" + more + b"</X509Certificate></X509Data>"
        assert verified(changed(SEAL, b"</X509Data>", added)(sealed_plan)).all_faults == (Fault("unsigned-words", SEAL),)


def test_a_certificate_that_is_not_the_one_that_signed_is_found(sealed_plan: bytes, plan: bytes) -> None:
    other = certificate(parts_of(sealed(plan, new_key(NAME, WHEN), WHEN))[SEAL])
    verdict = verified(changed(SEAL, certificate(parts_of(sealed_plan)[SEAL]), other)(sealed_plan))
    assert {"broken", "certificate"} <= {fault.kind for fault in verdict.all_faults}


def test_parts_of_a_removed_seal_are_not_under_any(sealed_plan: bytes) -> None:
    verdict = verified(changed(ROOT, b"digital-signature/origin", b"digital-signature/other")(sealed_plan))
    assert verdict.all_faults[0].kind == "not-sealed"


def test_a_part_that_says_another_size_at_its_place_than_in_the_directory_is_found(sealed_plan: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(sealed_plan)) as package:
        member = package.getinfo(DOCUMENT)
    lying = bytearray(sealed_plan)
    lying[member.header_offset + 22] ^= 1
    assert Fault("loose") in verified(bytes(lying)).faults
