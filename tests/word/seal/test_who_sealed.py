"""A seal proves that nothing changed; whose key it is, only a fingerprint, a vault or an authority's true signature says."""

import base64
import re
import warnings
from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from teammeet.errors import TeammeetError
from teammeet_word.seal import Key, fingerprint_said, new_key, sealed, signing, verified
from teammeet_word.seal.letter import der, in_base64
from teammeet_word.seal.verdict import Fault, Seal

from .issued import AUTHORITY, FOR_CERTIFICATES, certificate, usage
from .tampering import SEAL, WHEN, changed, parts_of

FALSE_NAME = "Superior Court of the County"
NO_LIMIT = x509.BasicConstraints(ca=True, path_length=None)


def p256() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def told(content: bytes, fingerprint: str = "") -> str:
    return "\n".join(verified(content, fingerprint).lines("en"))


# What the first line says


def test_a_seal_alone_says_unchanged_and_never_that_teammeet_wrote_it(plan: bytes) -> None:
    forged = new_key("Riverbend Family Partnership", WHEN)
    said = told(sealed(plan, forged, WHEN))
    assert said.startswith(f"Unchanged since it was sealed with the key {forged.fingerprint[:5]}")
    assert "calls itself Riverbend Family Partnership" in said
    assert "teammeet wrote" not in said
    assert "Sealed with the key of" not in said


def test_the_expected_fingerprint_is_what_says_who_sealed(sealed_plan: bytes, key: Key) -> None:
    verdict = verified(sealed_plan, key.fingerprint)
    assert verdict.holds
    assert "teammeet wrote this file" in told(sealed_plan, key.fingerprint)
    twice = sealed(sealed_plan, new_key("Second", WHEN), WHEN)
    assert verified(twice, key.fingerprint).holds


def test_another_key_than_the_expected_one_is_a_fault(plan: bytes, key: Key) -> None:
    forged = sealed(plan, new_key(key.name, WHEN), WHEN)
    verdict = verified(forged, key.fingerprint)
    assert verdict.all_faults == (Fault("other-key", key.fingerprint),)
    assert not verdict.holds
    assert "teammeet wrote" not in told(forged, key.fingerprint)


def test_a_fingerprint_is_read_as_people_write_it(key: Key) -> None:
    plain = key.fingerprint.replace(":", "").lower()
    blanks = " ".join(plain[at : at + 4] for at in range(0, 64, 4))
    assert {fingerprint_said(said) for said in (plain, blanks, key.fingerprint)} == {key.fingerprint}
    for said in ("", "AB:CD", plain[:-1], plain + "0", "g" + plain[1:], "\u0663" + plain[1:]):
        with pytest.raises(TeammeetError):
            fingerprint_said(said)


# Who vouches


def seal_of(plan: bytes, key: Key) -> Seal:
    (seal,) = verified(sealed(plan, key, WHEN)).seals
    return seal


def test_a_name_of_an_issuer_whose_certificate_is_not_there_is_not_told(plan: bytes) -> None:
    private = p256()
    content = sealed(plan, Key(private, certificate("Jordan Blake", private, FALSE_NAME, p256())), WHEN)
    assert FALSE_NAME not in told(content)
    assert "not proved" in told(content)
    (value,) = verified(content).as_value("en")["seals"]
    assert (value["issuer_proved"], value["vouching"]) == (False, [])


@pytest.mark.parametrize(
    ("limits", "uses", "start"),
    [
        (x509.BasicConstraints(ca=False, path_length=None), FOR_CERTIFICATES, WHEN),
        (NO_LIMIT, usage(digital_signature=True), WHEN),
        (NO_LIMIT, None, WHEN),
        (NO_LIMIT, FOR_CERTIFICATES, WHEN - timedelta(days=900)),
        (NO_LIMIT, FOR_CERTIFICATES, WHEN + timedelta(days=9)),
    ],
    ids=["no authority", "for something else", "for nothing", "ended", "not begun"],
)
def test_only_an_authority_in_its_time_vouches(
    plan: bytes, limits: x509.BasicConstraints, uses: x509.KeyUsage | None, start: datetime
) -> None:
    private, signer = p256(), p256()
    above = certificate(FALSE_NAME, signer, FALSE_NAME, signer, uses, start, limits)
    seal = seal_of(plan, Key(private, certificate("Jordan Blake", private, FALSE_NAME, signer), (above,)))
    assert (seal.vouching, seal.faults) == ((), ())


def test_authorities_vouch_one_for_the_other_as_far_as_each_may(plan: bytes) -> None:
    private, middle, root = p256(), p256(), p256()
    mine = certificate("Jordan Blake", private, "Middle", middle)
    below = certificate("Middle", middle, AUTHORITY, root, FOR_CERTIFICATES, limits=NO_LIMIT)
    for limit, names in ((None, ("Middle", AUTHORITY)), (1, ("Middle", AUTHORITY)), (0, ("Middle",))):
        top = x509.BasicConstraints(ca=True, path_length=limit)
        above = certificate(AUTHORITY, root, AUTHORITY, root, FOR_CERTIFICATES, limits=top)
        assert seal_of(plan, Key(private, mine, (above, below))).vouching == names


def test_nobody_can_be_made_to_vouch_for_a_key_once_it_has_sealed(plan: bytes) -> None:
    """Anybody may sign a certificate for the public key of an authority, or leave one out that came along."""
    private, signer, stranger = p256(), p256(), p256()
    mine = certificate("Jordan Blake", private, AUTHORITY, signer)
    above = certificate(AUTHORITY, signer, AUTHORITY, signer, FOR_CERTIFICATES, limits=NO_LIMIT)
    cross = certificate(AUTHORITY, signer, FALSE_NAME, stranger, FOR_CERTIFICATES, limits=NO_LIMIT)
    top = certificate(FALSE_NAME, stranger, FALSE_NAME, stranger, FOR_CERTIFICATES, limits=NO_LIMIT)
    content = sealed(plan, Key(private, mine, (above,)), WHEN)
    was = f"<X509Certificate>{in_base64(der(above))}</X509Certificate>"
    for others in ((cross, top), (above, cross, top), ()):
        told = "".join(f"<X509Certificate>{in_base64(der(each))}</X509Certificate>" for each in others)
        verdict = verified(changed(SEAL, was.encode(), told.encode())(content))
        assert verdict.all_faults == (Fault("unsigned-words", SEAL),)


def test_a_key_does_not_vouch_for_itself_as_another(plan: bytes) -> None:
    private = p256()
    mine = certificate(FALSE_NAME, private, FALSE_NAME, private, FOR_CERTIFICATES, limits=NO_LIMIT)
    seal = seal_of(plan, Key(private, mine, (mine,)))
    assert (seal.self_signed, seal.vouching) == (True, ())


# What the certificate or the time says must never stop the program


def with_certificate(content: bytes, old: bytes, new: bytes) -> bytes:
    found = re.search(rb"<X509Certificate>([^<]*)<", parts_of(content)[SEAL])
    assert found
    der = base64.b64decode(found[1])
    assert old in der
    return changed(SEAL, found[1], base64.b64encode(der.replace(old, new)))(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x07"),
        (b"Abcd", b"\xff\xfe\xfd\xfc"),
        (b"\x55\x04\x03", b"\x55\x04\x06"),
        (b"\x55\x1d\x13", b"\x55\x1d\x0f"),
    ],
    ids=["version 7", "no UTF-8", "a country of four letters", "an extension twice"],
)
def test_a_certificate_that_cannot_be_read_is_damage_and_nothing_is_warned_of(plan: bytes, old: bytes, new: bytes) -> None:
    made = new_key("Abcd", WHEN)
    assert old in made.certificate.public_bytes(Encoding.DER)
    content = with_certificate(sealed(plan, made, WHEN), old, new)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with pytest.raises(TeammeetError) as refused:
            verified(content)
    assert (refused.value.message_key, refused.value.values["place"]) == ("sealed-file-damaged", SEAL)
    assert warned == []


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday", "2031-02-30T00:00:00Z"]
)
def test_a_time_that_no_clock_shows_is_a_fault(plan: bytes, key: Key, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = signing._signed_properties
    monkeypatch.setattr(signing, "_signed_properties", lambda certificate, _: plain(certificate, moment))
    verdict = verified(sealed(plan, key, WHEN))
    assert verdict.all_faults == (Fault("certificate-time", SEAL),)
    assert verdict.seals[0].at is None
    assert verdict.lines("en")
