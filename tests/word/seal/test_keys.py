"""Keys: made, locked, read again; what is no key to seal with is refused in one sentence each."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from tests.hostile import FIT

from teammeet.errors import TeammeetError
from teammeet.text import mended
from teammeet_word.seal import Key, locked, new_key, read_key, sealed, sealing, verified
from teammeet_word.seal.keys import LASTS, LONGEST_NAME, PrivateKey
from teammeet_word.seal.letter import der
from teammeet_word.seal.verdict import Fault

from .conftest import NAME
from .issued import AUTHORITY, certificate, issued_key, usage
from .tampering import SEAL, WHEN

WORDS = "plum otter"
LOCK = BestAvailableEncryption(WORDS.encode())


def p256() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(TeammeetError) as refused:
        work()
    sentence = refused.value.sentence()
    assert "{" not in sentence
    assert WORDS not in sentence
    return refused.value.message_key


def test_a_new_key_is_read_again_with_its_passphrase() -> None:
    made = new_key(NAME, WHEN)
    found = read_key(locked(made, WORDS), WORDS)
    assert (found.name, found.fingerprint, found.chain) == (NAME, made.fingerprint, ())
    assert found.certificate.not_valid_before_utc == WHEN - timedelta(days=1)
    assert found.certificate.not_valid_after_utc - found.certificate.not_valid_before_utc == LASTS
    for_what = found.certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert for_what.digital_signature
    assert not for_what.key_cert_sign


def test_a_new_key_is_of_the_curve_p256_and_locked_with_aes() -> None:
    made = new_key(NAME, WHEN)
    assert isinstance(made.private, ec.EllipticCurvePrivateKey)
    assert made.private.curve.name == "secp256r1"
    assert bytes.fromhex("60864801650304012a") in locked(made, WORDS)  # AES-256-CBC


def test_a_key_needs_a_passphrase_and_a_name() -> None:
    made = new_key(NAME, WHEN)
    assert refusal(lambda: locked(made, "")) == "key-passphrase-missing"
    assert refusal(lambda: read_key(locked(made, WORDS), "")) == "key-passphrase-missing"
    assert refusal(lambda: read_key(locked(made, WORDS), "otter plum")) == "key-passphrase-wrong"
    assert refusal(lambda: new_key("", WHEN)) == "key-name"
    assert refusal(lambda: new_key("x" * (LONGEST_NAME + 1), WHEN)) == "key-name"
    assert new_key("ñ" * (LONGEST_NAME // 2), WHEN).name == "ñ" * (LONGEST_NAME // 2)


@pytest.mark.parametrize(
    "content",
    [b"", b"0", b"-----BEGIN PRIVATE KEY-----", b"PK\3\4", b"\x30\x03\x02\x01\x05", bytes(range(64, 128))],
    ids=["nothing", "one byte", "PEM", "zip", "a sequence", "any bytes"],
)
def test_what_is_no_pkcs12_is_refused(content: bytes) -> None:
    assert refusal(lambda: read_key(content, WORDS)) == "key-foreign"


def test_a_damaged_key_file_is_refused() -> None:
    whole = locked(new_key(NAME, WHEN), WORDS)
    for at in range(10, len(whole), 97):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        assert refusal(lambda content=bytes(broken): read_key(content, WORDS)) in {"key-passphrase-wrong", "key-kind"}  # type: ignore[misc]  # a default binds it
        assert refusal(lambda length=at: read_key(whole[:length], WORDS)) in {"key-passphrase-wrong", "key-foreign"}  # type: ignore[misc]  # a default binds the number of this round


def test_a_file_without_key_or_without_certificate_is_refused() -> None:
    made = new_key(NAME, WHEN)
    only_certificate = pkcs12.serialize_key_and_certificates(None, None, None, [made.certificate], LOCK)
    only_key = pkcs12.serialize_key_and_certificates(None, made.private, None, None, LOCK)
    assert refusal(lambda: read_key(only_certificate, WORDS)) == "key-lacks-key"
    assert refusal(lambda: read_key(only_key, WORDS)) == "key-lacks-certificate"


def test_a_key_that_others_cannot_check_or_that_is_weak_is_refused() -> None:
    edwards, weak = ed25519.Ed25519PrivateKey.generate(), rsa.generate_private_key(65537, 1024)  # weak on purpose
    other = p256()
    for private in (edwards, weak):
        made = certificate("x", private, "y", other)  # type: ignore[arg-type]  # of a kind that no key to seal with has
        content = pkcs12.serialize_key_and_certificates(None, private, made, None, LOCK)
        assert refusal(lambda content=content: read_key(content, WORDS)) == "key-kind"  # type: ignore[misc]  # a default binds it


RSA, RSA_PSS = bytes.fromhex("2a864886f70d0101010500"), bytes.fromhex("2a864886f70d01010a3000")
"""How a certificate says what its key is for: for both ways to sign with RSA, or only for the newer one (RFC 4055)."""


def test_an_rsa_key_that_is_only_for_the_other_way_to_sign_is_refused_and_does_not_count(
    plan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = rsa.generate_private_key(65537, 2048)
    plain = certificate("x", private, "x", private)
    other = x509.load_der_x509_certificate(der(plain).replace(RSA, RSA_PSS, 1))
    pair = pkcs12.PKCS12KeyAndCertificates(private, pkcs12.PKCS12Certificate(other, None), [])
    monkeypatch.setattr(pkcs12, "load_pkcs12", lambda *_: pair)  # cryptography itself writes no such file; openssl does
    assert refusal(lambda: read_key(locked(new_key(NAME, WHEN), WORDS), WORDS)) == "key-kind"
    assert Fault("unknown-method", SEAL) in verified(sealed(plan, Key(private, other), WHEN)).all_faults


def test_a_key_for_something_else_is_refused() -> None:
    for_web = issued_key(p256(), usage(key_agreement=True))
    assert refusal(lambda: read_key(locked(for_web, WORDS), WORDS)) == "key-not-for-seals"
    read_key(locked(issued_key(p256(), usage(content_commitment=True)), WORDS), WORDS)


def test_a_key_is_used_only_in_its_time(plan: bytes) -> None:
    made = new_key(NAME, WHEN)
    assert refusal(lambda: sealed(plan, made, WHEN + LASTS)) == "key-expired"
    assert refusal(lambda: sealed(plan, made, WHEN - timedelta(days=2))) == "key-not-yet"
    assert refusal(lambda: sealing(locked(made, WORDS), WORDS, lambda: WHEN + LASTS)) == "key-expired"


def test_what_was_sealed_out_of_time_does_not_hold(plan: bytes) -> None:
    class Lax(Key):
        def refuse_unless_valid(self, when: object) -> None:
            """What a dishonest program would do."""

    made = new_key(NAME, WHEN)
    verdict = verified(sealed(plan, Lax(made.private, made.certificate), WHEN + LASTS))
    assert [fault.kind for fault in verdict.all_faults] == ["certificate-time"]


@pytest.mark.parametrize("private", [p256(), rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP521R1())])
def test_an_issued_key_says_who_vouches_for_it(plan: bytes, private: PrivateKey) -> None:
    key = read_key(locked(issued_key(private), WORDS), WORDS)
    verdict = verified(sealed(plan, key, WHEN))
    (seal,) = verdict.seals
    assert verdict.holds
    assert not seal.self_signed
    assert (seal.issuer, seal.vouching) == (f"CN={AUTHORITY}", (AUTHORITY,))


def test_who_only_has_the_name_of_the_issuer_does_not_vouch(plan: bytes) -> None:
    mine, stranger = issued_key(p256()), issued_key(p256())
    (seal,) = verified(sealed(plan, Key(mine.private, mine.certificate, stranger.chain), WHEN)).seals
    assert seal.vouching == ()
    assert not seal.faults


def test_what_seals_an_export_takes_the_time_of_its_clock(plan: bytes) -> None:
    seal = sealing(locked(new_key(NAME, WHEN), WORDS), WORDS, lambda: WHEN + timedelta(hours=3))
    assert verified(seal(plan)).seals[0].at == WHEN + timedelta(hours=3)


def test_any_name_that_may_enter_is_told_as_it_is(plan: bytes) -> None:
    for said in FIT.values():
        name = mended(said)[0].encode()[:LONGEST_NAME].decode(errors="ignore").strip()
        if name:
            verdict = verified(sealed(plan, new_key(name, WHEN), WHEN))
            assert (verdict.holds, verdict.seals[0].name) == (True, name)
            assert verdict.lines("es")


def test_a_key_whose_certificate_is_of_another_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made, other = new_key(NAME, WHEN), new_key(NAME, WHEN)
    pair = pkcs12.PKCS12KeyAndCertificates(made.private, pkcs12.PKCS12Certificate(other.certificate, None), [])
    monkeypatch.setattr(pkcs12, "load_pkcs12", lambda *_: pair)  # no program writes such a file
    assert refusal(lambda: read_key(locked(made, WORDS), WORDS)) == "key-mismatch"


def test_a_key_whose_certificate_those_who_check_could_not_read_is_refused() -> None:
    made = locked(new_key(NAME, WHEN), WORDS)
    found = pkcs12.load_pkcs12(made, WORDS.encode())
    assert found.key is not None
    with pytest.warns(UserWarning, match="length"):
        country = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "Atlantis", _validate=False)])
    builder = x509.CertificateBuilder().subject_name(country).issuer_name(country).public_key(found.key.public_key())  # type: ignore[arg-type]  # it is a P-256 key
    builder = builder.serial_number(1).not_valid_before(WHEN).not_valid_after(WHEN + LASTS)
    strange = builder.sign(found.key, hashes.SHA256())  # type: ignore[arg-type]  # new_key made a P-256 key
    content = pkcs12.serialize_key_and_certificates(None, found.key, strange, None, LOCK)  # type: ignore[arg-type]  # new_key made a P-256 key
    assert refusal(lambda: read_key(content, WORDS)) == "key-certificate"


def test_a_bare_key_in_another_wrapping_is_no_pkcs12() -> None:
    for coding in (Encoding.PEM, Encoding.DER):
        content = p256().private_bytes(coding, PrivateFormat.PKCS8, NoEncryption())
        assert refusal(lambda content=content: read_key(content, WORDS)) == "key-foreign"  # type: ignore[misc]  # a default binds it
