"""Sealing: a Word file goes in, the same file with a digital signature over every part of it comes out.

The signature is that of Office files: XML-Signature over a manifest of parts (ECMA-376 part 2, chapter 13; [MS-OFFCRYPTO]
2.5.2), with XAdES-EPES properties that name the certificate, the time and what the seal is for.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils
from lxml import etree

from teammeet.errors import TeammeetError
from teammeet_word.seal import names
from teammeet_word.seal.canonical import canonical, digest
from teammeet_word.seal.keys import Key, PrivateKey
from teammeet_word.seal.letter import ID, assembled, der
from teammeet_word.seal.parts import (
    ORIGIN_LINK,
    ContentTypes,
    Relationship,
    content_types,
    link_to_seal,
    opened,
    relationships,
    transformed,
    types_written,
    written,
    zipped,
)

AUTHOR: Final = "teammeet"
_METHOD: Final = f'<DigestMethod Algorithm="{names.SHA256}"/>'
_INSIDE: Final = (
    (f"{names.SIGNATURE}Object", ""),
    (f"{names.SIGNATURE}Object", ""),
    (names.SIGNED_PROPERTIES, f'<Transforms><Transform Algorithm="{names.CANONICAL}"/></Transforms>'),
)
"""The pieces of the signature itself that it signs: the type of each, and how it is written before it is summed up."""


def sealed(content: bytes, key: Key, when: datetime) -> bytes:
    """The file with a seal over all that is in it; seals that it has already stay, and hold.

    The same file, key and time give the same bytes but for the value of an ECDSA signature, which is random each time.

    Raises:
        TeammeetError: ``key-expired`` or ``key-not-yet``; or the file cannot be sealed: see
            :func:`teammeet_word.seal.parts.opened`.
    """
    key.refuse_unless_valid(when)
    package = opened(content)
    if package.twice:
        raise TeammeetError("sealed-file-damaged", place=package.twice[0])
    parts = {name: _without_blanks(name, part) for name, part in package.parts.items()}
    number = _make_room(parts)
    moment = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    parts[f"{names.FOLDER}sig{number}.xml"] = _signature(_manifest(parts), key, moment)
    return zipped(parts)


def _without_blanks(name: str, part: bytes) -> bytes:
    """Links are written anew: the standard leaves the blanks between them out of what is signed, some programs do not."""
    return written(relationships(part, name)) if name.endswith(".rels") else part


def _make_room(parts: dict[str, bytes]) -> int:
    """Enter the parts of a further seal before anything is summed up, for they change the lists; its number."""
    number = next(n for n in range(1, len(parts) + 2) if f"{names.FOLDER}sig{n}.xml" not in parts)
    seal = f"{names.FOLDER}sig{number}.xml"
    root = relationships(parts[names.ROOT_RELATIONS], names.ROOT_RELATIONS)
    parts[names.ROOT_RELATIONS] = written([*(link for link in root if link.type != names.ORIGIN_RELATION), ORIGIN_LINK])
    parts.setdefault(names.ORIGIN, b"")
    seals = relationships(parts.get(names.ORIGIN_RELATIONS, written(())), names.ORIGIN_RELATIONS)
    parts[names.ORIGIN_RELATIONS] = written([*seals, link_to_seal(number)])
    types = content_types(parts[names.CONTENT_TYPES_PART])
    own = {**types.own, f"/{names.ORIGIN}".lower(): names.ORIGIN_TYPE, f"/{seal}".lower(): names.SIGNATURE_TYPE}
    parts[names.CONTENT_TYPES_PART] = types_written(ContentTypes(types.endings, own), (*parts, seal))
    return number


def _manifest(parts: dict[str, bytes]) -> str:
    """A reference to every part, in the order of their names; the parts of seals are not under a seal."""
    types = content_types(parts[names.CONTENT_TYPES_PART])
    return "".join(reference for name in sorted(parts) for reference in _reference(name, parts[name], types))


def _reference(name: str, part: bytes, types: ContentTypes) -> Iterator[str]:
    if name == names.CONTENT_TYPES_PART or name.startswith(names.FOLDER):
        return
    if not (kind := types.of(name)):
        raise TeammeetError("sealed-file-damaged", place=name)
    how = ""
    if name.endswith(".rels"):
        links = [link for link in relationships(part, name) if link.type != names.ORIGIN_RELATION]
        if links:
            how, part = _by_links(links), transformed(links)
    uri = quoteattr(f"/{name}?ContentType={kind}")
    yield f"<Reference URI={uri}>{how}{_METHOD}<DigestValue>{digest(part)}</DigestValue></Reference>"


def _by_links(links: list[Relationship]) -> str:
    each = "".join(
        f'<mdssi:RelationshipReference xmlns:mdssi="{names.PACKAGE_SIGNATURE}" SourceId={quoteattr(link.id)}/>'
        for link in sorted(links, key=lambda link: link.id)
    )
    return (
        f'<Transforms><Transform Algorithm="{names.RELATIONSHIP_TRANSFORM}">{each}</Transform>'
        f'<Transform Algorithm="{names.CANONICAL}"/></Transforms>'
    )


def _signature(manifest: str, key: Key, moment: str) -> bytes:
    """The part that holds the seal: what it says is put together first, then each piece is summed up, then the sums signed."""
    certificates = (key.certificate, *key.chain)
    told = _package_object(manifest, moment) + _office_object() + _signed_properties(certificates, moment)
    pieces = tuple(etree.fromstring(f'<Signature xmlns="{names.SIGNATURE}">{told}</Signature>'.encode()))
    references = "".join(
        f'<Reference Type="{kind}" URI="#{piece.get("Id")}">{how}{_METHOD}'
        f"<DigestValue>{digest(canonical(piece))}</DigestValue></Reference>"
        for (kind, how), piece in zip(_INSIDE, pieces, strict=True)
    )
    method = names.ECDSA if isinstance(key.private, ec.EllipticCurvePrivateKey) else names.RSA
    info = etree.fromstring(
        f'<SignedInfo xmlns="{names.SIGNATURE}"><CanonicalizationMethod Algorithm="{names.CANONICAL}"/>'
        f'<SignatureMethod Algorithm="{method}"/>{references}</SignedInfo>'.encode()
    )
    return assembled(info, _signed(canonical(info), key.private), certificates, pieces[:-1], pieces[-1:])


def _package_object(manifest: str, moment: str) -> str:
    return (
        f'<Object Id="idPackageObject"><Manifest>{manifest}</Manifest><SignatureProperties>'
        f'<SignatureProperty Id="idSignatureTime" Target="#{ID}">'
        f'<mdssi:SignatureTime xmlns:mdssi="{names.PACKAGE_SIGNATURE}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>'
        f"<mdssi:Value>{moment}</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>"
    )


def _office_object() -> str:
    """What Word shows of a signature. The versions are those that Word reads; nothing of this machine is told."""
    return (
        '<Object Id="idOfficeObject"><SignatureProperties>'
        f'<SignatureProperty Id="idOfficeV1Details" Target="#{ID}">'
        f'<SignatureInfoV1 xmlns="{names.OFFICE_SIGNATURE}"><SetupID/><SignatureText/><SignatureImage/>'
        f"<SignatureComments>{AUTHOR}</SignatureComments><WindowsVersion>10.0</WindowsVersion>"
        "<OfficeVersion>16.0</OfficeVersion><ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>"
        "<HorizontalResolution>1920</HorizontalResolution><VerticalResolution>1080</VerticalResolution>"
        "<ColorDepth>32</ColorDepth><SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId>"
        "<SignatureProviderUrl/><SignatureProviderDetails>9</SignatureProviderDetails><SignatureType>1</SignatureType>"
        "</SignatureInfoV1></SignatureProperty></SignatureProperties></Object>"
    )


def _signed_properties(certificates: tuple[x509.Certificate, ...], moment: str) -> str:
    """XAdES-EPES: the time, every certificate that comes along, no policy but what is implied, and what it is proof of.

    The first certificate is the key's. Those who vouch for it are named too, so that nobody can put in another one
    (ETSI TS 101 903, 7.2.2, allows it).
    """
    return (
        f'<xd:SignedProperties xmlns:xd="{names.QUALIFYING}" Id="idSignedProperties"><xd:SignedSignatureProperties>'
        f"<xd:SigningTime>{moment}</xd:SigningTime>"
        f"<xd:SigningCertificate>{''.join(map(_certificate, certificates))}</xd:SigningCertificate>"
        "<xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied/></xd:SignaturePolicyIdentifier>"
        "</xd:SignedSignatureProperties><xd:SignedDataObjectProperties><xd:CommitmentTypeIndication><xd:CommitmentTypeId>"
        f"<xd:Identifier>{names.PROOF_OF_CREATION}</xd:Identifier></xd:CommitmentTypeId><xd:AllSignedDataObjects/>"
        "</xd:CommitmentTypeIndication></xd:SignedDataObjectProperties></xd:SignedProperties>"
    )


def _certificate(certificate: x509.Certificate) -> str:
    return (
        f"<xd:Cert><xd:CertDigest>{_METHOD}<DigestValue>{digest(der(certificate))}</DigestValue></xd:CertDigest>"
        f"<xd:IssuerSerial><X509IssuerName>{escape(certificate.issuer.rfc4514_string())}</X509IssuerName>"
        f"<X509SerialNumber>{certificate.serial_number}</X509SerialNumber></xd:IssuerSerial></xd:Cert>"
    )


def _signed(message: bytes, private: PrivateKey) -> bytes:
    """The value of the signature; of an ECDSA one the two numbers side by side, as XML-Signature writes them."""
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        return private.sign(message, padding.PKCS1v15(), hashes.SHA256())
    size = (private.curve.key_size + 7) // 8
    first, second = utils.decode_dss_signature(private.sign(message, ec.ECDSA(hashes.SHA256())))
    return first.to_bytes(size, "big") + second.to_bytes(size, "big")
