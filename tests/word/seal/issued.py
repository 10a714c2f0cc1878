"""Keys that somebody else vouches for, as an agency with an authority of its own has them."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from teammeet_word.seal import Key
from teammeet_word.seal.keys import PrivateKey

from .tampering import WHEN

AUTHORITY = "Riverbend test authority"


def usage(**uses: bool) -> x509.KeyUsage:
    """What a key is for; all that is not named it is not for."""
    every = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign crl_sign "
        "encipher_only decipher_only"
    )
    return x509.KeyUsage(**{name: uses.get(name, False) for name in every.split()})


FOR_CERTIFICATES = usage(key_cert_sign=True, crl_sign=True)


def certificate(
    name: str,
    key: PrivateKey,
    issuer: str,
    signer: PrivateKey,
    usage: x509.KeyUsage | None = None,
    start: datetime = WHEN,
    limits: x509.BasicConstraints | None = None,
) -> x509.Certificate:
    """A certificate for ``key`` that ``signer`` signs, good for a year from the day before ``start``."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - timedelta(days=1))
        .not_valid_after(start + timedelta(days=365))
        .add_extension(limits or x509.BasicConstraints(ca=name == issuer, path_length=None), critical=True)
    )
    return (builder.add_extension(usage, critical=True) if usage else builder).sign(signer, hashes.SHA256())


def issued_key(private: PrivateKey, usage: x509.KeyUsage | None = None) -> Key:
    """A key with the certificate of an authority, and the authority's own behind it."""
    signer = ec.generate_private_key(ec.SECP256R1())
    authority = certificate(AUTHORITY, signer, AUTHORITY, signer, FOR_CERTIFICATES)
    return Key(private, certificate("Jordan Blake", private, AUTHORITY, signer, usage), (authority,))
