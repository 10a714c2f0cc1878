"""A Word file from outside, opened: a zip of named parts that can cost neither the disk, nor the memory, nor the night.

What the container itself may hold (ECMA-376-2, "Open Packaging Conventions": names, types, the main part) is looked at here;
what its parts say, in :mod:`teammeet_word.forms.danger`.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import normpath
from typing import TYPE_CHECKING, Final

from teammeet.errors import DocumentRefused
from teammeet.messages import Message

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES: Final = 50_000_000
"""Most bytes of the file."""
MOST_PARTS: Final = 2_000
MOST_UNPACKED: Final = 200_000_000
"""Most bytes of all parts together, unpacked."""
MOST_OF_XML: Final = 32_000_000
"""Most bytes of one part of XML: a book of a thousand pages has less."""
MOST_MARKS: Final = 1_500_000
"""Most tags of one part of XML, each of which costs about 100 bytes of memory."""
DEEPEST: Final = 250
"""How deep elements may lie in each other. Eight repeating sections of tables in each other take about a hundred."""
MOST_SQUEEZED: Final = 300
"""How many times smaller a large part may be in the file than unpacked; ten thousand rows of one table come to about 100."""
SMALL: Final = 2_000_000
"""Bytes up to which nobody asks how well a part was squeezed."""
_MAIN: Final = "officeDocument"
TYPES: Final = "[Content_Types].xml"

_XML: Final = (".xml", ".rels", ".vml", ".svg")
_PLAIN: Final = re.compile(r"[^A-Za-z0-9._/\[\] -]")
_ENCODING: Final = re.compile(r"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})["']""")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from a part (``""`` is the package itself) to another part or to the world outside."""

    source: str
    id: str
    kind: str
    """The last word of its type: ``image``, ``hyperlink``, ``attachedTemplate``."""
    target: str
    outside: bool

    @property
    def part(self) -> str:
        """The name of the part that it leads to, where it does not lead outside."""
        if self.target.startswith("/"):
            return self.target.lstrip("/")
        folder = self.source.rpartition("/")[0]
        return normpath(f"{folder}/{self.target}" if folder else self.target)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, in the order of the file. Each was read whole, within the limits of this module."""

    parts: Mapping[str, bytes]

    def xml(self, name: str) -> "etree._Element":
        """The root of a part, parsed without entities, without a network and only so deep.

        Raises:
            DocumentRefused: the part is not there, is not XML, or holds what no part of a Word file may.
        """
        if name not in self.parts:
            raise refused("missing", name)
        return parsed(self.parts[name], name)

    @property
    def xml_names(self) -> tuple[str, ...]:
        """The parts that are XML, by their endings."""
        return tuple(name for name in self.parts if name.lower().endswith(_XML))

    def relations(self, source: str = "") -> tuple[Relation, ...]:
        """The arrows from a part, or from the package.

        Raises:
            DocumentRefused: they cannot be read.
        """
        name = relations_of(source)
        return tuple(_relations(self._list(name), source)) if name in self.parts else ()

    def _list(self, name: str) -> "etree._Element":
        """The root of a list of kinds or of arrows: one entry in another is read by some programs, and not by others."""
        root = self.xml(name)
        if any(len(entry) for entry in root):
            raise refused("not-xml", name)
        return root

    @property
    def main(self) -> str:
        """The name of the part with the text, as the package's relations say.

        Raises:
            DocumentRefused: there is none, so it is no Word file.
        """
        for relation in self.relations():
            if relation.kind == _MAIN and not relation.outside and relation.part in self.parts:
                return relation.part
        raise refused("no-word-file", "_rels/.rels")

    @property
    def styles(self) -> "etree._Element | None":
        """The root of the part with the styles of the text, if there is one."""
        arrows = (arrow for arrow in self.relations(self.main) if arrow.kind == "styles" and not arrow.outside)
        return next((self.xml(arrow.part) for arrow in arrows if arrow.part in self.parts), None)

    def kind_of(self, name: str) -> str:
        """The content type of a part; empty if none is said."""
        types = self._list(TYPES)
        for override in types.iterchildren(_OVERRIDE):
            if override.get("PartName", "").lstrip("/").lower() == name.lower():
                return override.get("ContentType", "")
        ending = name.rpartition(".")[2].lower()
        found = (d.get("ContentType", "") for d in types.iterchildren(_DEFAULT) if d.get("Extension", "").lower() == ending)
        return next(found, "")


def opened(raw: bytes) -> Package:
    """The parts of a Word file that came from outside.

    Raises:
        DocumentRefused: it is no such file, it is damaged, or it would cost more than a document may.
    """
    if raw.startswith(_OLE):
        raise refused("locked-or-old")
    if len(raw) > MOST_BYTES:
        raise refused("too-large", size=f"{len(raw) // 1_000_000:,}", most=f"{MOST_BYTES // 1_000_000:,}")
    if not raw.startswith(b"PK\x03\x04"):
        raise refused("no-word-file")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            package = Package(_read(file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError, OSError):
        raise refused("damaged") from None
    if TYPES not in package.parts:
        raise refused("no-word-file", TYPES)
    return package


def relations_of(source: str) -> str:
    """The name of the part that holds the relations of ``source``."""
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def parsed(content: bytes, name: str) -> "etree._Element":
    """XML from outside as a tree.

    Raises:
        DocumentRefused: it is not well formed, or declares a document type (the way in for entities), or is too much.
    """
    from lxml import etree

    said = _as_text(content, name)
    if "<!DOCTYPE" in said or "<!ENTITY" in said:
        raise refused("entities", name)
    if said.count("<") > MOST_MARKS:
        raise refused("too-many-marks", name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(_DECLARATION.sub("", said, count=1).encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise refused("too-deep" if "depth" in str(fault) else "not-xml", name) from None
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        raise refused("too-deep", name)
    return root


def safe(said: str, most: int = 80) -> str:
    """A name out of a file from outside with plain letters only, to be shown."""
    return _PLAIN.sub("?", said[:most])


def refused(what: str, part: str = "", **values: object) -> DocumentRefused:
    """The error that names ``what`` (a key of ``formcheck.danger``) and the part where it stands."""
    place: object = safe(part) if part else Message("formcheck.whole-file")
    return DocumentRefused(what=Message(f"formcheck.danger.{what}", values), place=place)


def _read(file: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in file.infolist() if not (entry.is_dir() and entry.file_size == 0)]
    if len(entries) > MOST_PARTS:
        raise refused("too-many-parts", most=f"{MOST_PARTS:,}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refused("bomb")
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    for entry in entries:
        _refuse_entry(entry, seen)
        seen.add(entry.filename.lower())
        parts[entry.filename] = _content(file, entry)
    return parts


def _refuse_entry(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.orig_filename
    if name.startswith("/") or re.search(r"[\\:\x00]", name) or {"", ".", ".."} & set(name.split("/")):
        raise refused("bad-name", name)
    if name.lower() in seen:
        raise refused("twice", name)
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused("locked-part", name)
    if entry.file_size > SMALL and entry.file_size > MOST_SQUEEZED * max(1, entry.compress_size):
        raise refused("bomb", name)
    if name.lower().endswith(_XML) and entry.file_size > MOST_OF_XML:
        raise refused("bomb", name)


def _content(file: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part, never more of it than its entry says."""
    with file.open(entry) as part:
        content = part.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise refused("damaged", entry.filename)
    return content


def _as_text(content: bytes, name: str) -> str:
    """XML as text. Open Packaging knows two encodings only; in any other a document type could hide."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        said = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise refused("not-xml", name) from None
    declared = _ENCODING.match(said[:300])
    if declared and declared[1].lower() not in ("utf-8", "utf-16", "us-ascii", "ascii"):
        raise refused("not-xml", name)
    return said


def _relations(root: "etree._Element", source: str) -> Iterator[Relation]:
    for found in root.iterchildren(_RELATIONSHIP):
        kind = found.get("Type", "").rpartition("/")[2]
        outside = found.get("TargetMode", "").lower() == "external"
        yield Relation(source, found.get("Id", ""), kind, found.get("Target", ""), outside)
