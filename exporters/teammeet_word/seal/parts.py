"""A Word file as a package: its parts, what kind each is, how they are linked, and what lies beside them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from teammeet.errors import TeammeetError
from teammeet_word.seal.canonical import parsed, refuse_declarations
from teammeet_word.seal.container import is_loose
from teammeet_word.seal.names import (
    CONTENT_TYPES,
    CONTENT_TYPES_PART,
    ORIGIN,
    ORIGIN_RELATION,
    RELATIONSHIPS,
    ROOT_RELATIONS,
    SIGNATURE_RELATION,
)

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 256 * 1024 * 1024
"""What all parts may have together once they are unpacked."""
MOST_TIMES: Final = 200
"""How many times as large as the file its parts may be; below :data:`ALWAYS` nobody asks."""
ALWAYS: Final = 16 * 1024 * 1024
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_FAST: Final = 3
_ENCRYPTED: Final = 1
_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways to squeeze that an Office file may use (ECMA-376 part 2, annex C)."""
_ATTRIBUTES: Final = {"Id", "Type", "Target", "TargetMode"}
_ESCAPES: Final = {'"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}


@dataclass(frozen=True, slots=True)
class Package:
    """Every part by its name, in the order of the file. ``twice`` are names that more than one member has.

    ``loose`` says that there is something in the zip that belongs to no part (:mod:`teammeet_word.seal.container`).
    """

    parts: Mapping[str, bytes]
    twice: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or out of the file."""

    id: str
    type: str
    target: str
    mode: str


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """What kind each part is, by its own entry or by the ending of its name; names are told apart without case."""

    endings: Mapping[str, str]
    own: Mapping[str, str]

    def of(self, part: str) -> str:
        """The content type of a part; nothing if none is said."""
        return self.own.get(f"/{part}".lower()) or self.endings.get(part.rpartition(".")[2].lower(), "")


ORIGIN_LINK: Final = Relationship("rIdSeal", ORIGIN_RELATION, ORIGIN, "Internal")
"""The link from the file to its seals: no seal covers it, so it is always the same."""


def link_to_seal(number: int) -> Relationship:
    """The link to a seal: no seal covers it either."""
    return Relationship(f"rId{number}", SIGNATURE_RELATION, f"sig{number}.xml", "Internal")


def opened(content: bytes) -> Package:
    """The parts of a file, each unpacked within limits.

    Raises:
        TeammeetError: ``sealed-file-foreign``: it is no Word file; ``sealed-file-damaged``: a part cannot be read;
            ``sealed-file-bomb``: it would be far too large; ``sealed-file-entity``: a part declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            members = file.infolist()
            _refuse_bombs(members, len(content))
            parts, twice = _read(file, members)
            loose = is_loose(content, file.start_dir)
    except (zipfile.BadZipFile, struct.error, ValueError, EOFError):
        raise TeammeetError("sealed-file-foreign") from None
    if CONTENT_TYPES_PART not in parts or ROOT_RELATIONS not in parts:
        raise TeammeetError("sealed-file-foreign")
    return Package(parts, twice, loose)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The package as bytes, without any time of the clock; what is squeezed already is not squeezed again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith((".png", ".sigs")) else zipfile.ZIP_DEFLATED
            package.writestr(entry, content, compresslevel=_FAST)
    return made.getvalue()


def content_types(content: bytes) -> ContentTypes:
    """What ``[Content_Types].xml`` says.

    Raises:
        TeammeetError: ``sealed-file-damaged``: it says two things of one part, or what no such list may say.
    """
    endings: dict[str, str] = {}
    own: dict[str, str] = {}
    for entry in parsed(content, CONTENT_TYPES_PART).iterchildren("*"):
        if entry.tag == f"{{{CONTENT_TYPES}}}Default":
            table, name = endings, entry.get("Extension", "").lower()
        elif entry.tag == f"{{{CONTENT_TYPES}}}Override":
            table, name = own, entry.get("PartName", "").lower()
        else:
            raise TeammeetError("sealed-file-damaged", place=CONTENT_TYPES_PART)
        if not name or name in table:
            raise TeammeetError("sealed-file-damaged", place=CONTENT_TYPES_PART)
        table[name] = entry.get("ContentType", "")
    return ContentTypes(endings, own)


def relationships(content: bytes, place: str) -> tuple[Relationship, ...]:
    """The links that a part of relationships holds.

    Raises:
        TeammeetError: ``sealed-file-damaged``: two have one id, or one says what no link may say.
    """
    found: dict[str, Relationship] = {}
    for entry in parsed(content, place).iterchildren("*"):
        named = {str(name): str(value) for name, value in entry.attrib.items()}
        number = named.get("Id", "")
        if entry.tag != f"{{{RELATIONSHIPS}}}Relationship" or set(named) - _ATTRIBUTES or not number or number in found:
            raise TeammeetError("sealed-file-damaged", place=place)
        mode = named.get("TargetMode", "Internal")
        found[number] = Relationship(number, named.get("Type", ""), named.get("Target", ""), mode)
    return tuple(found.values())


def transformed(links: Iterable[Relationship]) -> bytes:
    """Links in the form that is signed: by id, each saying its mode, nothing between them (ECMA-376 part 2, 13.2.4.24)."""
    told = "".join(
        f'<Relationship Id="{_attribute(link.id)}" Target="{_attribute(link.target)}" '
        f'TargetMode="{_attribute(link.mode)}" Type="{_attribute(link.type)}"></Relationship>'
        for link in sorted(links, key=lambda link: link.id)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{told}</Relationships>'.encode()


def written(links: Iterable[Relationship]) -> bytes:
    """Links as a part, without any blank: some programs sign the blanks between them, some do not."""
    told = "".join(
        f'<Relationship Id="{_attribute(link.id)}" Type="{_attribute(link.type)}" Target="{_attribute(link.target)}"{mode}/>'
        for link in links
        for mode in ("" if link.mode == "Internal" else f' TargetMode="{_attribute(link.mode)}"',)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELATIONSHIPS}">{told}</Relationships>'.encode()


def types_written(types: ContentTypes, parts: Iterable[str]) -> bytes:
    """``[Content_Types].xml`` for these parts: what each of them needs, in order, and not one word more."""
    endings: dict[str, str] = {}
    own: dict[str, str] = {}
    for part in sorted(set(parts) - {CONTENT_TYPES_PART}):
        ending = part.rpartition(".")[2].lower()
        if said := types.own.get(f"/{part}".lower()):
            own[f"/{part}"] = said
        elif ending in types.endings:
            endings[ending] = types.endings[ending]
    told = [("Default", "Extension", *entry) for entry in sorted(endings.items())]
    told += [("Override", "PartName", *entry) for entry in own.items()]
    entries = "".join(f'<{tag} {key}="{_attribute(name)}" ContentType="{_attribute(kind)}"/>' for tag, key, name, kind in told)
    return f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{CONTENT_TYPES}">{entries}</Types>'.encode()


def _attribute(value: str) -> str:
    return escape(value, _ESCAPES).replace("&gt;", ">")  # Canonical XML leaves this one sign as it is in an attribute


def _refuse_bombs(members: list[zipfile.ZipInfo], size: int) -> None:
    whole = sum(member.file_size for member in members)
    if len(members) > MOST_PARTS or whole > MOST_BYTES or whole > max(ALWAYS, size * MOST_TIMES):
        raise TeammeetError("sealed-file-bomb")


def _read(file: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    parts: dict[str, bytes] = {}
    known: set[str] = set()
    twice = []
    for member in members:
        if member.is_dir() and not member.file_size:
            continue
        if member.filename.lower() in known:
            twice.append(member.filename)
        known.add(member.filename.lower())
        parts[member.filename] = _unpacked(file, member)
    return parts, tuple(twice)


def _unpacked(file: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """One part; ``zipfile`` gives no more bytes than the member says that it has, and checks its sum."""
    try:
        if member.flag_bits & _ENCRYPTED or member.compress_type not in _KNOWN:
            raise TeammeetError("sealed-file-damaged", place=member.filename)
        content = file.read(member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, struct.error, OSError):
        raise TeammeetError("sealed-file-damaged", place=member.filename) from None
    if member.filename.endswith((".xml", ".rels")):
        refuse_declarations(content, member.filename)
    return content
