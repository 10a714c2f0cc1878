"""What stands in the part that holds a seal, read strictly: what could say something that nobody signed is found."""

import base64
import binascii
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from lxml import etree

from teammeet.errors import TeammeetError
from teammeet_word.seal import names
from teammeet_word.seal.canonical import parsed
from teammeet_word.seal.certificates import read_certificate
from teammeet_word.seal.letter import assembled

_DS: Final = f"{{{names.SIGNATURE}}}"
_XD: Final = f"{{{names.QUALIFYING}}}"
_SIGNED_PROPERTIES: Final = f"{_XD}QualifyingProperties/{_XD}SignedProperties"
MOST_PIECES: Final = 16
"""The most objects, references to them and certificates that a seal may have; Word's own has five of a kind."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing that is signed: what, how it is written before it is summed up, by which method, and its sum.

    ``links`` are the ids of the relationships that are signed of a part of links.
    """

    uri: str
    transforms: tuple[str, ...]
    method: str
    sum: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A seal's part, taken apart. ``pieces`` are what its references can mean, by id.

    ``has_unsigned_words`` says that what no reference covers is not to the letter what teammeet writes there.
    """

    info: etree._Element
    canonicalization: str
    method: str
    value: bytes
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    names_certificate: bool
    pieces: Mapping[str, etree._Element]
    references: tuple[Reference, ...]
    parts: tuple[Reference, ...]
    has_unsigned_words: bool
    at: datetime | None


def read_signature(content: bytes, place: str) -> Signature:
    """The signature in a part.

    Raises:
        TeammeetError: ``sealed-file-damaged``: it is none, or has more in it than any seal; ``sealed-file-entity``.
    """
    root = parsed(content, place)
    info, value = root.find(f"{_DS}SignedInfo"), root.findtext(f"{_DS}SignatureValue")
    if root.tag != f"{_DS}Signature" or info is None or value is None:
        raise TeammeetError("sealed-file-damaged", place=place)
    objects = root.findall(f"{_DS}Object")
    references = tuple(map(_reference, info.findall(f"{_DS}Reference")))
    named = {reference.uri.removeprefix("#") for reference in references}
    if max(len(objects), len(references)) > MOST_PIECES or len(named) < len(references):
        raise TeammeetError("sealed-file-damaged", place=place)
    covered = [each for each in objects if each.get("Id") in named]
    properties = [each for one in objects for each in one.iterfind(_SIGNED_PROPERTIES) if each.get("Id") in named]
    found, sums = _certificates(root, place), _named_certificates(properties, place)
    each_sum = [(names.SHA256, each.fingerprint(hashes.SHA256())) for each in found]
    first = next((each for each, its in zip(found, each_sum, strict=True) if its in sums), found[0])
    signed = _bytes(value, place)
    return Signature(
        info=info,
        canonicalization=_algorithm(info, "CanonicalizationMethod"),
        method=_algorithm(info, "SignatureMethod"),
        value=signed,
        certificate=first,
        chain=tuple(each for each in found if each is not first),
        names_certificate=bool(set(each_sum) & set(sums)),
        pieces=_pieces(root, objects),
        references=references,
        parts=tuple(_reference(each) for one in covered for each in one.iterfind(f"{_DS}Manifest/{_DS}Reference")),
        has_unsigned_words=tuple(each_sum) != sums or content != assembled(info, signed, found, covered, properties),
        at=_moment(properties, covered),
    )


def _certificates(root: etree._Element, place: str) -> tuple[x509.Certificate, ...]:
    """The certificates that come along."""
    told = [each.text or "" for each in root.iterfind(f"{_DS}KeyInfo/{_DS}X509Data/{_DS}X509Certificate")]
    try:
        found = tuple(read_certificate(_bytes(each, place)) for each in told)
    except ValueError:
        raise TeammeetError("sealed-file-damaged", place=place) from None
    if not found or len(found) > MOST_PIECES:
        raise TeammeetError("sealed-file-damaged", place=place)
    return found


def _named_certificates(properties: list[etree._Element], place: str) -> tuple[tuple[str, bytes], ...]:
    """The method and the sum of each certificate that the signed properties name."""
    where = f"{_XD}SignedSignatureProperties/{_XD}SigningCertificate/{_XD}Cert/{_XD}CertDigest"
    return tuple(
        (_algorithm(each, "DigestMethod"), _bytes(each.findtext(f"{_DS}DigestValue") or "", place))
        for one in properties
        for each in one.iterfind(where)
    )


def _pieces(root: etree._Element, objects: list[etree._Element]) -> dict[str, etree._Element]:
    """What a reference may mean: an object, or the signed properties; never an id that two elements bear."""
    ids = Counter(value for element in root.iter("*") if (value := element.get("Id")))
    found = [*objects, *(each for one in objects for each in one.iterfind(_SIGNED_PROPERTIES))]
    return {name: each for each in found if (name := each.get("Id")) and ids[name] == 1}


def _reference(element: etree._Element) -> Reference:
    transforms = element.findall(f"{_DS}Transforms/{_DS}Transform")
    inner = [each for transform in transforms for each in transform.iterchildren("*")]
    links = [each.get("SourceId", "") for each in inner if each.tag == f"{{{names.PACKAGE_SIGNATURE}}}RelationshipReference"]
    how = [each.get("Algorithm", "") for each in transforms]
    if len(links) != len(inner):
        how.append("")  # links named in a way that is not known here, such as all of one kind
    value = "".join((element.findtext(f"{_DS}DigestValue") or "").split())
    return Reference(element.get("URI", ""), tuple(how), _algorithm(element, "DigestMethod"), value, tuple(links))


def _algorithm(element: etree._Element, name: str) -> str:
    found = element.find(f"{_DS}{name}")
    return found.get("Algorithm", "") if found is not None else ""


def _moment(properties: list[etree._Element], covered: list[etree._Element]) -> datetime | None:
    """When it was sealed, by the clock of the computer that did it; only what is signed counts."""
    said = next((said.strip() for said in _times(properties, covered) if said.strip()), "")
    try:
        moment = datetime.fromisoformat(said)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):  # no time, or one before the first year or after the last
        return None


def _times(properties: list[etree._Element], covered: list[etree._Element]) -> Iterator[str]:
    for one in properties:
        yield one.findtext(f"{_XD}SignedSignatureProperties/{_XD}SigningTime") or ""
    for one in covered:
        yield from (each.text or "" for each in one.iter(f"{{{names.PACKAGE_SIGNATURE}}}Value"))


def _bytes(said: str, place: str) -> bytes:
    try:
        return base64.b64decode("".join(said.split()), validate=True)
    except (binascii.Error, ValueError):
        raise TeammeetError("sealed-file-damaged", place=place) from None
