"""Judging a sealed file: every reference, and that nothing is in the file which no seal covers.

Other programs say whether a signature is valid; this says which part is not what was sealed, and is stricter than they are:
a part, a link or a byte that is not under a seal is a fault. How long it takes is bounded by the size of the file: each part is
summed up once by each method, whatever the seals list.
"""

import base64
import hashlib
from collections.abc import Iterator
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from teammeet.errors import TeammeetError
from teammeet_word.seal import names
from teammeet_word.seal.canonical import canonical
from teammeet_word.seal.certificates import fingerprint_of, name_in, signs, vouching
from teammeet_word.seal.keys import LEAST_RSA_BITS, is_for_pss
from teammeet_word.seal.parts import (
    ORIGIN_LINK,
    Package,
    content_types,
    link_to_seal,
    opened,
    relationships,
    transformed,
    types_written,
    written,
)
from teammeet_word.seal.signature import Reference, Signature, read_signature
from teammeet_word.seal.verdict import Fault, Seal, Verdict

_MORE: Final = "http://www.w3.org/2001/04/xmldsig-more"
_ENC: Final = "http://www.w3.org/2001/04/xmlenc"
_DIGESTS: Final = {names.SHA256: "sha256", f"{_MORE}#sha384": "sha384", f"{_ENC}#sha512": "sha512"}
_HASHES: Final = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
_METHODS: Final = {f"{_MORE}#{kind}-{name}": (kind, found) for kind in ("ecdsa", "rsa") for name, found in _HASHES.items()}
"""The methods that count; older ones can be forged."""
_WHOLE: Final = ((), (names.CANONICAL,))
_BY_LINKS: Final = (names.RELATIONSHIP_TRANSFORM, names.CANONICAL)
_KIND: Final = "?ContentType="
_WORTHLESS: Final = {"broken", "altered", "unknown-method"}
"""With such a fault a seal proves nothing, so nobody looks at what it lists."""
MOST_SEALS: Final = 16
MOST_LISTED: Final = 16 * 1024 * 1024
"""The most bytes of all parts together that are lists of kinds, of links or of what is sealed."""


def verified(content: bytes, fingerprint: str = "") -> Verdict:
    """What holds of a file, and what does not. One of its seals must be of the key with this fingerprint, if one is given.

    Raises:
        TeammeetError: ``sealed-file-foreign``, ``sealed-file-damaged``, ``sealed-file-bomb`` or ``sealed-file-entity``: it
            cannot be judged.
    """
    package = opened(content)
    faults = [Fault("twice", name) for name in package.twice]
    if package.loose:
        faults.append(Fault("loose"))
    file = _SealedFile(package)
    faults += file.faults
    seals = tuple(file.judged(name) for name in file.seals)
    if not seals:
        faults.insert(0, Fault("not-sealed"))
    elif fingerprint and fingerprint not in {seal.fingerprint for seal in seals}:
        faults.append(Fault("other-key", fingerprint))
    return Verdict(seals, tuple(faults), hashlib.sha256(content).hexdigest(), fingerprint)


class _SealedFile:
    """A package, and where its seals are: by the links that lead to them. A link that leads elsewhere is a fault."""

    def __init__(self, package: Package) -> None:
        self.parts = package.parts
        self._sums: dict[tuple[str, str], str] = {}
        self._refuse_endless_lists()
        self.types = content_types(package.parts[names.CONTENT_TYPES_PART])
        self.links = {name: relationships(part, name) for name, part in self.parts.items() if name.endswith(".rels")}
        self.faults: list[Fault] = []
        self.seals = tuple(self._found())
        self._beside = {names.CONTENT_TYPES_PART, names.ORIGIN, names.ORIGIN_RELATIONS, *self.seals} if self.seals else set()
        if self.seals:
            self.faults += self._unsealed()

    def _refuse_endless_lists(self) -> None:
        listing = (names.CONTENT_TYPES_PART, names.FOLDER)
        if (
            sum(len(part) for name, part in self.parts.items() if name.endswith(".rels") or name.startswith(listing))
            > MOST_LISTED
        ):
            raise TeammeetError("sealed-file-bomb")

    def _found(self) -> Iterator[str]:
        origins = [link for link in self.links[names.ROOT_RELATIONS] if link.type == names.ORIGIN_RELATION]
        if not origins or names.ORIGIN not in self.parts:
            return
        if origins != [ORIGIN_LINK] or self.parts[names.ORIGIN]:
            self.faults.append(Fault("added", names.ORIGIN))
        for link in self.links.get(names.ORIGIN_RELATIONS, ())[:MOST_SEALS]:
            part = link.target.removeprefix("/") if link.target.startswith("/") else f"{names.FOLDER}{link.target}"
            if link.type != names.SIGNATURE_RELATION:
                self.faults.append(Fault("link-added", f"{names.ORIGIN_RELATIONS}: {link.id}"))
            elif part not in self.parts:
                self.faults.append(Fault("missing", part))
            elif self.types.of(part) != names.SIGNATURE_TYPE:
                self.faults.append(Fault("other-kind", part))
            else:
                yield part

    def _unsealed(self) -> Iterator[Fault]:
        """What no seal can cover must be there as we write it, to the letter: the lists of kinds and of links."""
        if self.parts[names.CONTENT_TYPES_PART] != types_written(self.types, self.parts):
            yield Fault("unsealed", names.CONTENT_TYPES_PART)
        for name, links in self.links.items():
            if self.parts[name] != written(links):
                yield Fault("unsealed", name)
        links = self.links[names.ORIGIN_RELATIONS]
        if len(links) > MOST_SEALS or set(links) != {link_to_seal(number + 1) for number in range(len(links))}:
            yield Fault("unsealed", names.ORIGIN_RELATIONS)
        kinds = {names.ORIGIN: names.ORIGIN_TYPE, names.ORIGIN_RELATIONS: names.RELATIONSHIPS_TYPE}
        yield from (Fault("other-kind", part) for part, kind in kinds.items() if self.types.of(part) != kind)

    def judged(self, name: str) -> Seal:
        """One seal, and all that does not hold of it: first the signature, then what it lists."""
        found = read_signature(self.parts[name], name)
        certificate = found.certificate
        faults = [*_inner_faults(found, name), *_certificate_faults(found, name)]
        if not _WORTHLESS & {fault.kind for fault in faults}:
            faults += self._listed_faults(found.parts, name)
        above = tuple(vouching(certificate, found.chain, found.at))
        return Seal(
            part=name,
            name=name_in(certificate),
            fingerprint=fingerprint_of(certificate),
            valid_from=certificate.not_valid_before_utc,
            valid_until=certificate.not_valid_after_utc,
            issuer=certificate.issuer.rfc4514_string(),
            self_signed=signs(certificate, certificate),
            vouching=tuple(map(name_in, above)),
            at=found.at,
            parts=len({_named(reference)[0] for reference in found.parts}),
            faults=tuple(dict.fromkeys(faults)),
        )

    def _listed_faults(self, references: tuple[Reference, ...], place: str) -> Iterator[Fault]:
        """What does not hold of the parts that a seal lists, each once, and of those that it does not list."""
        if len({_named(reference)[0] for reference in references}) < len(references) or len(references) > len(self.parts):
            yield Fault("too-many", place)
            return
        for reference in references:
            yield from self._part_faults(reference)
        yield from self._uncovered(references)

    def _sum_of(self, name: str, method: str) -> str:
        """The sum of a part, made once."""
        if (name, method) not in self._sums:
            self._sums[name, method] = _sum(self.parts[name], method)
        return self._sums[name, method]

    def _part_faults(self, reference: Reference) -> Iterator[Fault]:
        """What does not hold of a part that is under the seal: it is there, of that kind, and says what it said."""
        name, kind = _named(reference)
        if name not in self.parts:
            yield Fault("missing", name)
            return
        if self.types.of(name) != kind:
            yield Fault("other-kind", name)
        if reference.method not in _DIGESTS or reference.transforms not in ((), _BY_LINKS):
            yield Fault("unknown-method", name)
        elif not reference.transforms:
            if self._sum_of(name, reference.method) != reference.sum:
                yield Fault("changed", name)
        else:
            yield from self._link_faults(name, reference)

    def _link_faults(self, name: str, reference: Reference) -> Iterator[Fault]:
        wanted = set(reference.links)
        links = [link for link in self.links.get(name, ()) if link.id in wanted]
        missing = sorted(wanted - {link.id for link in links})
        yield from (Fault("link-missing", f"{name}: {number}") for number in missing)
        if not missing and _sum(transformed(links), reference.method) != reference.sum:
            yield Fault("link-changed", name)

    def _uncovered(self, references: tuple[Reference, ...]) -> Iterator[Fault]:
        """What is in the file and not under the seal: parts, and links of parts whose other links are."""
        covered = {_named(each)[0]: set(each.links) if each.transforms else None for each in references}
        for name in self.parts:
            if name not in covered and name not in self._beside:
                yield Fault("added", name)
        for name, ids in covered.items():
            for link in self.links.get(name, ()):
                is_origin = name == names.ROOT_RELATIONS and link.type == names.ORIGIN_RELATION
                if ids is not None and link.id not in ids and not is_origin:
                    yield Fault("link-added", f"{name}: {link.id}")


def _inner_faults(found: Signature, place: str) -> Iterator[Fault]:
    """What does not hold of the seal itself: its value, what it says of itself, and that it says no more."""
    if found.canonicalization != names.CANONICAL or not _is_known(found):
        yield Fault("unknown-method", place)
    elif not _is_genuine(found):
        yield Fault("broken", place)
    for reference in found.references:
        piece = found.pieces.get(reference.uri.removeprefix("#")) if reference.uri.startswith("#") else None
        if reference.method not in _DIGESTS or reference.transforms not in _WHOLE:
            yield Fault("unknown-method", place)
        elif piece is None or _sum(canonical(piece), reference.method) != reference.sum:
            yield Fault("altered", place)
    if found.has_unsigned_words:
        yield Fault("unsigned-words", place)


def _certificate_faults(found: Signature, place: str) -> Iterator[Fault]:
    """Whether the signed properties name this certificate, and the sealing fell into its time."""
    if not found.names_certificate:
        yield Fault("certificate", place)
    if found.at is None or not found.certificate.not_valid_before_utc <= found.at <= found.certificate.not_valid_after_utc:
        yield Fault("certificate-time", place)


def _is_known(found: Signature) -> bool:
    """Whether the method is one that counts, for a key of its kind."""
    kind = _METHODS.get(found.method, ("",))[0]
    public = _public_key(found.certificate)
    if isinstance(public, rsa.RSAPublicKey):
        return kind == "rsa" and public.key_size >= LEAST_RSA_BITS and not is_for_pss(found.certificate)
    return kind == "ecdsa" and isinstance(public, ec.EllipticCurvePublicKey)


def _is_genuine(found: Signature) -> bool:
    """Whether the key of this certificate made the value of this signature."""
    message, public, chosen = canonical(found.info), _public_key(found.certificate), _METHODS[found.method][1]
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(found.value, message, padding.PKCS1v15(), chosen)
        elif isinstance(public, ec.EllipticCurvePublicKey):
            size = (public.curve.key_size + 7) // 8
            first, second = found.value[:size], found.value[size:]
            if len(first) != size or len(second) != size:
                return False
            pair = utils.encode_dss_signature(int.from_bytes(first, "big"), int.from_bytes(second, "big"))
            public.verify(pair, message, ec.ECDSA(chosen))
    except InvalidSignature:
        return False
    return True


def _public_key(certificate: x509.Certificate) -> object:
    """The certificate's key, or nothing if it is of a kind that nobody here can check."""
    try:
        return certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return None


def _named(reference: Reference) -> tuple[str, str]:
    """The part and its kind that a reference of the manifest names."""
    part, _, kind = reference.uri.partition(_KIND)
    return part.removeprefix("/"), kind


def _sum(content: bytes, method: str) -> str:
    return base64.b64encode(hashlib.new(_DIGESTS[method], content).digest()).decode()
