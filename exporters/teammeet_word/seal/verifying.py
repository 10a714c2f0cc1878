"""Judging a sealed file: every reference, and that nothing is in the file which no seal covers.

Other programs say whether a signature is valid; this says which part is not what was sealed, and is stricter than they are:
a part, a link or a byte that is not under a seal is a fault.
"""

import base64
import hashlib
from collections.abc import Iterator
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from teammeet_word.seal import names
from teammeet_word.seal.canonical import canonical
from teammeet_word.seal.keys import LEAST_RSA_BITS, fingerprint_of, name_in
from teammeet_word.seal.parts import Package, content_types, opened, relationships, transformed
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


def verified(content: bytes) -> Verdict:
    """What holds of a file, and what does not.

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
    return Verdict(seals, tuple(faults), hashlib.sha256(content).hexdigest())


class _SealedFile:
    """A package, and where its seals are: by the links that lead to them. A link that leads elsewhere is a fault."""

    def __init__(self, package: Package) -> None:
        self.parts = package.parts
        self.types = content_types(package.parts[names.CONTENT_TYPES_PART])
        self.links = {name: relationships(part, name) for name, part in self.parts.items() if name.endswith(".rels")}
        self.faults: list[Fault] = []
        self.seals = tuple(self._found())
        self._beside = {names.CONTENT_TYPES_PART, names.ORIGIN, names.ORIGIN_RELATIONS, *self.seals} if self.seals else set()

    def _found(self) -> Iterator[str]:
        origins = [link for link in self.links[names.ROOT_RELATIONS] if link.type == names.ORIGIN_RELATION]
        if not origins or names.ORIGIN not in self.parts:
            return
        if len(origins) > 1 or origins[0].target.removeprefix("/") != names.ORIGIN or self.parts[names.ORIGIN]:
            self.faults.append(Fault("added", names.ORIGIN))
        for link in self.links.get(names.ORIGIN_RELATIONS, ()):
            part = link.target.removeprefix("/") if link.target.startswith("/") else f"{names.FOLDER}{link.target}"
            if link.type != names.SIGNATURE_RELATION:
                self.faults.append(Fault("link-added", f"{names.ORIGIN_RELATIONS}: {link.id}"))
            elif part not in self.parts:
                self.faults.append(Fault("missing", part))
            elif self.types.of(part) != names.SIGNATURE_TYPE:
                self.faults.append(Fault("other-kind", part))
            else:
                yield part

    def judged(self, name: str) -> Seal:
        """One seal, and all that does not hold of it."""
        found = read_signature(self.parts[name], name)
        certificate = found.certificate
        faults = [*_inner_faults(found, name), *_certificate_faults(found, name)]
        for reference in found.parts:
            faults += self._part_faults(reference)
        faults += self._uncovered(found.parts)
        return Seal(
            part=name,
            name=name_in(certificate),
            fingerprint=fingerprint_of(certificate),
            valid_from=certificate.not_valid_before_utc,
            valid_until=certificate.not_valid_after_utc,
            issuer=certificate.issuer.rfc4514_string(),
            self_signed=_signs(certificate, certificate),
            vouching=tuple(_vouching(certificate, found.chain)),
            at=found.at,
            parts=len({_named(reference)[0] for reference in found.parts}),
            faults=tuple(dict.fromkeys(faults)),
        )

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
            if not _sums_up(self.parts[name], reference):
                yield Fault("changed", name)
        else:
            yield from self._link_faults(name, reference)

    def _link_faults(self, name: str, reference: Reference) -> Iterator[Fault]:
        links = [link for link in self.links.get(name, ()) if link.id in reference.links]
        missing = sorted(set(reference.links) - {link.id for link in links})
        yield from (Fault("link-missing", f"{name}: {number}") for number in missing)
        if not missing and not _sums_up(transformed(links), reference):
            yield Fault("link-changed", name)

    def _uncovered(self, references: tuple[Reference, ...]) -> Iterator[Fault]:
        """What is in the file and not under the seal: parts, and links of parts whose other links are."""
        covered: dict[str, set[str] | None] = {}
        for reference in references:
            name, before = _named(reference)[0], covered.get(_named(reference)[0], set())
            covered[name] = None if before is None or not reference.transforms else before | set(reference.links)
        for name in self.parts:
            if name not in covered and name not in self._beside:
                yield Fault("added", name)
        for name, ids in covered.items():
            for link in self.links.get(name, ()) if ids is not None else ():
                is_origin = name == names.ROOT_RELATIONS and link.type == names.ORIGIN_RELATION
                if link.id not in (ids or ()) and not is_origin:
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
        elif piece is None or not _sums_up(canonical(piece), reference):
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
        return kind == "rsa" and public.key_size >= LEAST_RSA_BITS
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


def _signs(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _vouching(certificate: x509.Certificate, chain: tuple[x509.Certificate, ...]) -> Iterator[str]:
    """Who vouches for the certificate, one for the other, as far as the file's certificates truly sign each other."""
    left, below = list(chain), certificate
    while (issuer := next((one for one in left if _signs(one, below)), None)) is not None:
        left.remove(issuer)
        below = issuer
        yield name_in(issuer)


def _named(reference: Reference) -> tuple[str, str]:
    """The part and its kind that a reference of the manifest names."""
    part, _, kind = reference.uri.partition(_KIND)
    return part.removeprefix("/"), kind


def _sums_up(content: bytes, reference: Reference) -> bool:
    made = hashlib.new(_DIGESTS[reference.method], content).digest()
    return base64.b64encode(made).decode() == reference.sum
