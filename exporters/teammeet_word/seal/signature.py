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

_DS: Final = f"{{{names.SIGNATURE}}}"
_XD: Final = f"{{{names.QUALIFYING}}}"
_SIGNED_PROPERTIES: Final = f"{_XD}QualifyingProperties/{_XD}SignedProperties"
_FIRST: Final = (f"{_DS}SignedInfo", f"{_DS}SignatureValue", f"{_DS}KeyInfo")
MOST_PIECES: Final = 16
"""The most objects, references to them and certificates that a seal may have; Word's own has five of a kind."""
_KEY_INFO: Final = {f"{_DS}KeyInfo", f"{_DS}X509Data", f"{_DS}X509Certificate"}


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

    ``has_unsigned_words`` says that something stands in it which no reference covers, or which canonical XML leaves out.
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
    info, value = root.find(_FIRST[0]), root.findtext(_FIRST[1])
    if root.tag != f"{_DS}Signature" or info is None or value is None:
        raise TeammeetError("sealed-file-damaged", place=place)
    objects = root.findall(f"{_DS}Object")
    references = tuple(map(_reference, info.findall(f"{_DS}Reference")))
    named = {reference.uri.removeprefix("#") for reference in references}
    if max(len(objects), len(references)) > MOST_PIECES or len(named) < len(references):
        raise TeammeetError("sealed-file-damaged", place=place)
    covered = [each for each in objects if each.get("Id") in named]
    certificate, chain, is_named = _certificates(root, place)
    return Signature(
        info,
        _algorithm(info, "CanonicalizationMethod"),
        _algorithm(info, "SignatureMethod"),
        _bytes(value, place),
        certificate,
        chain,
        is_named,
        _pieces(root, objects),
        references,
        tuple(_reference(each) for one in covered for each in one.iterfind(f"{_DS}Manifest/{_DS}Reference")),
        _has_unsigned_words(root, [each for each in objects if each not in covered], named),
        _moment(objects, named),
    )


def _certificates(root: etree._Element, place: str) -> tuple[x509.Certificate, tuple[x509.Certificate, ...], bool]:
    """The certificate that the signed properties name (else the first), the others, and whether one is named."""
    told = [each.text or "" for each in root.iterfind(f"{_DS}KeyInfo/{_DS}X509Data/{_DS}X509Certificate")]
    try:
        found = [read_certificate(_bytes(each, place)) for each in told]
    except ValueError:
        raise TeammeetError("sealed-file-damaged", place=place) from None
    if not found or len(found) > MOST_PIECES:
        raise TeammeetError("sealed-file-damaged", place=place)
    where = f"{_DS}Object/{_SIGNED_PROPERTIES}/{_XD}SignedSignatureProperties/{_XD}SigningCertificate/{_XD}Cert/{_XD}CertDigest"
    sums = {
        (_algorithm(each, "DigestMethod"), _bytes(each.findtext(f"{_DS}DigestValue") or "", place))
        for each in root.iterfind(where)
    }
    of_name = [each for each in found if (names.SHA256, each.fingerprint(hashes.SHA256())) in sums]
    first = (of_name or found)[0]
    return first, tuple(each for each in found if each is not first), bool(of_name)


def _pieces(root: etree._Element, objects: list[etree._Element]) -> dict[str, etree._Element]:
    """What a reference may mean: an object, or the signed properties; never an id that two elements bear."""
    ids = Counter(value for element in root.iter("*") if (value := element.get("Id")))
    found = [*objects, *(each for one in objects for each in one.iterfind(_SIGNED_PROPERTIES))]
    return {name: each for each in found if (name := each.get("Id")) and ids[name] == 1}


def _has_unsigned_words(root: etree._Element, uncovered: list[etree._Element], named: set[str]) -> bool:
    tags = [child.tag for child in root.iterchildren()]
    if tuple(tags[:3]) != _FIRST or set(tags[3:]) - {f"{_DS}Object"} or set(root.attrib) - {"Id"}:
        return True
    if any(not isinstance(each.tag, str) for each in root.getroottree().iter()):  # comments are left out of what is signed
        return True
    if any(each.tag not in _KEY_INFO or each.attrib for each in root[2].iter()) or root[1].attrib or len(root[1]):
        return True
    if any(map(_says_something, (root, root[2], *root[2]))):
        return True
    return not all(_is_wrapping(each, named) for each in uncovered)


def _is_wrapping(element: etree._Element, named: set[str]) -> bool:
    """Whether an object holds signed properties and nothing beside them."""
    inner = element.find(_SIGNED_PROPERTIES)
    if inner is None or inner.get("Id") not in named or len(element) != 1 or len(element[0]) != 1:
        return False
    return not _says_something(element) and not _says_something(element[0])


def _says_something(element: etree._Element) -> bool:
    """Whether there is text between the children of an element."""
    return any((said or "").strip() for said in (element.text, *(child.tail for child in element)))


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


def _moment(objects: list[etree._Element], named: set[str]) -> datetime | None:
    """When it was sealed, by the clock of the computer that did it; only what is signed counts."""
    said = next((said.strip() for said in _times(objects, named) if said.strip()), "")
    try:
        moment = datetime.fromisoformat(said)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):  # no time, or one before the first year or after the last
        return None


def _times(objects: list[etree._Element], named: set[str]) -> Iterator[str]:
    for one in objects:
        for properties in one.iterfind(_SIGNED_PROPERTIES):
            if properties.get("Id") in named:
                yield properties.findtext(f"{_XD}SignedSignatureProperties/{_XD}SigningTime") or ""
    for one in objects:
        if one.get("Id") in named:
            yield from (each.text or "" for each in one.iter(f"{{{names.PACKAGE_SIGNATURE}}}Value"))


def _bytes(said: str, place: str) -> bytes:
    try:
        return base64.b64decode("".join(said.split()), validate=True)
    except (binascii.Error, ValueError):
        raise TeammeetError("sealed-file-damaged", place=place) from None
