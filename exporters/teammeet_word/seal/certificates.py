"""Certificates: what one says, read so that nothing in it stops the program, and who truly vouches for whom."""

import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from teammeet.errors import TeammeetError

_UNREADABLE: Final = (
    ValueError,
    TypeError,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
    UnsupportedAlgorithm,
)
_FINGERPRINT: Final = re.compile(r"[0-9A-F]{64}")


def read_certificate(content: bytes) -> x509.Certificate:
    """A certificate (DER) that says nothing which cannot be read, and nothing that the library warns of.

    Raises:
        ValueError: it is none, or one thing in it is not as the standard wants it (RFC 5280).
    """
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            found = x509.load_der_x509_certificate(content)
            said = (found.subject.rfc4514_string(), found.issuer.rfc4514_string(), found.extensions, found.serial_number)
            times = (found.not_valid_before_utc, found.not_valid_after_utc)
        except _UNREADABLE:
            raise ValueError("no readable certificate") from None
        with suppress(ValueError, UnsupportedAlgorithm):  # a key of a kind that nobody here can check is told later
            found.public_key()
    if warned or not (said and times):
        raise ValueError("no regular certificate")
    return found


def name_in(certificate: x509.Certificate) -> str:
    """The name that a certificate gives its owner: the person's or agency's own, else all that it says."""
    common = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else certificate.subject.rfc4514_string()


def fingerprint_of(certificate: x509.Certificate) -> str:
    """The SHA-256 of a certificate, as other programs show it: ``AB:CD:…``."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def fingerprint_said(said: str) -> str:
    """A fingerprint as somebody typed it, with or without colons and blanks, as :func:`fingerprint_of` writes it.

    Raises:
        TeammeetError: ``fingerprint-foreign``: it is no SHA-256.
    """
    plain = re.sub(r"[\s:]", "", said).upper()
    if not _FINGERPRINT.fullmatch(plain):
        raise TeammeetError("fingerprint-foreign")
    return bytes.fromhex(plain).hex(":").upper()


def signs(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    """Whether one certificate bears the other's name as issuer, and its key made the signature on it."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def vouching(
    certificate: x509.Certificate, chain: tuple[x509.Certificate, ...], when: datetime | None
) -> Iterator[x509.Certificate]:
    """Who vouches for a certificate, one for the other: only authorities, in their time, that truly sign the one before."""
    left, below, between = [one for one in chain if one != certificate], certificate, 0
    while when is not None:
        issuer = next((one for one in left if _may_vouch(one, when, between) and signs(one, below)), None)
        if issuer is None:
            return
        yield issuer
        left.remove(issuer)
        below, between = issuer, between + 1


def _may_vouch(certificate: x509.Certificate, when: datetime, between: int) -> bool:
    """Whether a certificate is an authority's, good at that moment, with so many others between it and the key.

    (RFC 5280, 4.2.1.3 and 4.2.1.9: an authority says that it is one, and that its key signs certificates.)
    """
    if not certificate.not_valid_before_utc <= when <= certificate.not_valid_after_utc:
        return False
    try:
        limits = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return limits.ca and usage.key_cert_sign and (limits.path_length is None or between <= limits.path_length)
