"""Keys to seal with: read from a PKCS#12 file, or made anew with a certificate that they sign themselves."""

import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, PublicKeyAlgorithmOID

from teammeet.errors import TeammeetError
from teammeet_word.seal.certificates import fingerprint_of, name_in, read_certificate

PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

LASTS: Final = timedelta(days=5 * 365)
"""How long a new key may be used; what was sealed with it holds longer."""
LONGEST_NAME: Final = 64
"""The most letters that a certificate's name may have (X.520: ub-common-name)."""
LEAST_RSA_BITS: Final = 2048
_CURVES: Final = ("secp256r1", "secp384r1", "secp521r1")
_DOCUMENT_SIGNING: Final = x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12")
_VERSION: Final = b"\x02\x01\x03"
"""What every PKCS#12 file says first, in its outermost sequence: version 3 (RFC 7292)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key with the certificate that says whose it is; ``chain`` are the certificates of those who vouch for it."""

    private: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def name(self) -> str:
        """Whose key it is."""
        return name_in(self.certificate)

    @property
    def fingerprint(self) -> str:
        """What tells this certificate from every other."""
        return fingerprint_of(self.certificate)

    def refuse_unless_valid(self, when: datetime) -> None:
        """Refuse to seal outside the certificate's time.

        Raises:
            TeammeetError: ``key-expired`` or ``key-not-yet``.
        """
        if when > self.certificate.not_valid_after_utc:
            raise TeammeetError("key-expired", day=self.certificate.not_valid_after_utc.date())
        if when < self.certificate.not_valid_before_utc:
            raise TeammeetError("key-not-yet", day=self.certificate.not_valid_before_utc.date())


def read_key(content: bytes, passphrase: str) -> Key:
    """The key in a PKCS#12 file.

    Raises:
        TeammeetError: ``key-foreign``: it is no such file; ``key-passphrase-missing``, ``key-passphrase-wrong``;
            ``key-lacks-key``, ``key-lacks-certificate``, ``key-mismatch``; ``key-kind``: a key that other programs could not
            check, or that is too weak; ``key-certificate``: a certificate that nobody could read;
            ``key-not-for-seals``: its certificate says that it is for something else.
    """
    if content[:1] != b"\x30" or _VERSION not in content[2:10]:
        raise TeammeetError("key-foreign")
    if not passphrase:
        raise TeammeetError("key-passphrase-missing")
    try:
        with warnings.catch_warnings(record=True):  # what it warns of in a certificate is refused below
            found = pkcs12.load_pkcs12(content, passphrase.encode())
    except ValueError:
        raise TeammeetError("key-passphrase-wrong") from None
    except (UnsupportedAlgorithm, NotImplementedError, x509.InvalidVersion):
        raise TeammeetError("key-kind") from None
    if found.key is None:
        raise TeammeetError("key-lacks-key")
    if found.cert is None:
        raise TeammeetError("key-lacks-certificate")
    private, certificate = _usable(found.key), found.cert.certificate
    if is_for_pss(certificate):
        raise TeammeetError("key-kind")
    if private.public_key() != certificate.public_key():
        raise TeammeetError("key-mismatch")
    _refuse_other_uses(certificate)
    chain = tuple(other.certificate for other in found.additional_certs)
    _refuse_unreadable(certificate, *chain)
    return Key(private, certificate, chain)


def new_key(name: str, now: datetime) -> Key:
    """A new P-256 key and a certificate for ``name`` that it signs itself, valid from the day before ``now``.

    Raises:
        TeammeetError: ``key-name``: the name is empty, or longer than a certificate may hold.
    """
    if not name or len(name.encode()) > LONGEST_NAME:
        raise TeammeetError("key-name", most=LONGEST_NAME)
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = now.astimezone(UTC).replace(microsecond=0) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_for_signing(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, _DOCUMENT_SIGNING]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .sign(private, hashes.SHA256())
    )
    return Key(private, certificate)


def locked(key: Key, passphrase: str) -> bytes:
    """A key as a PKCS#12 file that only ``passphrase`` opens.

    Raises:
        TeammeetError: ``key-passphrase-missing``.
    """
    if not passphrase:
        raise TeammeetError("key-passphrase-missing")
    lock = BestAvailableEncryption(passphrase.encode())
    return pkcs12.serialize_key_and_certificates(key.name.encode(), key.private, key.certificate, key.chain or None, lock)


def is_for_pss(certificate: x509.Certificate) -> bool:
    """Whether a certificate keeps an RSA key for RSASSA-PSS (RFC 4055): then others refuse what is signed in the older way."""
    return certificate.public_key_algorithm_oid == PublicKeyAlgorithmOID.RSASSA_PSS


def _usable(private: object) -> PrivateKey:
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name in _CURVES:
        return private
    if isinstance(private, rsa.RSAPrivateKey) and private.key_size >= LEAST_RSA_BITS:
        return private
    raise TeammeetError("key-kind")


def _refuse_unreadable(*certificates: x509.Certificate) -> None:
    """Refuse a certificate that whoever checks the seal could not read."""
    try:
        for certificate in certificates:
            read_certificate(certificate.public_bytes(Encoding.DER))
    except ValueError:
        raise TeammeetError("key-certificate") from None


def _refuse_other_uses(certificate: x509.Certificate) -> None:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    except ValueError:
        raise TeammeetError("key-kind") from None
    if not (usage.digital_signature or usage.content_commitment):
        raise TeammeetError("key-not-for-seals")


def _for_signing() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
