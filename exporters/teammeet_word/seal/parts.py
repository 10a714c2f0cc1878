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
from teammeet_word.seal.names import CONTENT_TYPES, CONTENT_TYPES_PART, RELATIONSHIPS, ROOT_RELATIONS

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 256 * 1024 * 1024
"""What all parts may have together once they are unpacked."""
MOST_TIMES: Final = 200
"""How many times as large as the file its parts may be; below :data:`ALWAYS` nobody asks."""
ALWAYS: Final = 16 * 1024 * 1024
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_FAST: Final = 3
_LOCAL_HEADER: Final = 30
_END_RECORD: Final = 22
_DIRECTORY_ENTRY: Final = 46
_MOST_DESCRIPTOR: Final = 24
"""The bytes that may follow a member which was written without knowing its size beforehand."""
_STREAMED: Final = 8
_ENCRYPTED: Final = 1
_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways to squeeze that an Office file may use (ECMA-376 part 2, annex C)."""
_UNSAID: Final = 0xFFFFFFFF
"""What stands for a size that is said elsewhere."""
_UTF8: Final = 0x800
_ATTRIBUTES: Final = {"Id", "Type", "Target", "TargetMode"}
_ESCAPES: Final = {'"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}


@dataclass(frozen=True, slots=True)
class Package:
    """Every part by its name, in the order of the file. ``twice`` are names that more than one member has.

    ``loose`` says that there are bytes in the file that belong to no part: before, between or after them.
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
            loose = _is_loose(content, file.start_dir, members)
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


def _is_loose(content: bytes, directory: int, members: list[zipfile.ZipInfo]) -> bool:
    """Whether any byte of the file belongs to no member: a reader that looks elsewhere than we do could find another file."""
    at = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset != at or _differs_at_its_place(content, member):
            return True
        name, extra = struct.unpack_from("<HH", content, at + 26)
        at += _LOCAL_HEADER + name + extra + member.compress_size
        if member.flag_bits & _STREAMED:
            following = content[at : at + _MOST_DESCRIPTOR + 4]
            at += next((length for length in (12, 16, 20, 24) if following[length : length + 3] in (b"PK\3", b"PK\1")), 0)
    entries = sum(_DIRECTORY_ENTRY + len(_name(member)) + len(member.extra) for member in members)
    return at != directory or any(member.comment for member in members) or at + entries + _END_RECORD != len(content)


def _differs_at_its_place(content: bytes, member: zipfile.ZipInfo) -> bool:
    """Whether a member's own header says another way to unpack it, or another size, than the directory does."""
    method, *sizes = struct.unpack_from("<H8xLL", content, member.header_offset + 8)
    if method != member.compress_type:
        return True
    told = (member.compress_size, member.file_size)
    return not member.flag_bits & _STREAMED and any(said not in (size, _UNSAID) for said, size in zip(sizes, told, strict=True))


def _name(member: zipfile.ZipInfo) -> bytes:
    return member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8 else "cp437")
