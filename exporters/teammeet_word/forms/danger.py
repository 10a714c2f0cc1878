"""What no form may hold: everything that runs, or fetches from elsewhere, when somebody opens the file. By name and place.

Fields are let in by a list of harmless ones, not kept out by a list of bad ones, since new tricks are found each year. Sources:
ECMA-376-1 sections 17.16.5 (fields), 17.14 (mail merge), 17.15.1 (settings), 17.17 (alternative formats, objects); MITRE ATT&CK
T1221 "Template Injection" and T1559.002 "Dynamic Data Exchange".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from teammeet.errors import DocumentRefused
from teammeet.messages import Message
from teammeet_word.forms.field_codes import Instruction, instructions
from teammeet_word.forms.known_dangers import (
    HARMFUL_ARROWS,
    HARMFUL_ELEMENTS,
    HARMFUL_FIELDS,
    HARMFUL_TYPES,
    HARMLESS_FIELDS,
    PART_ENDINGS,
    PLAIN_DOCUMENT,
    STARTS_OF_OTHER_FILES,
)
from teammeet_word.forms.opening import TYPES, Package, Relation, opened, refused, safe

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Danger", "Link", "dangers", "links", "opened", "refuse_danger"]

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_STORE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_OFFICE_STORES: Final = frozenset(
    {
        "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
        "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}",
    }
)
"""The stores that Word itself keeps: the document's properties and its cover page."""
_LINK: Final = re.compile(r"https://([A-Za-z0-9.-]{1,253})(?::\d{1,5})?(?=[/?#]|$)")
_LETTER: Final = re.compile(r"mailto:[\w.+-]+@([A-Za-z0-9.-]{1,253})(?=\?|$)")
_SCHEME: Final = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")
_OUTSIDE_OF_SVG: Final = re.compile(r"@import|url\(\s*['\"]?(?!\s*(?:#|data:|['\"]))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Danger:
    """Something harmful: ``what`` is a key of ``formcheck.danger``; ``name`` is safe to show."""

    what: str
    part: str
    name: str = ""

    def sentence(self) -> Message:
        """What it is, to be put into words later."""
        return Message(f"formcheck.danger.{self.what}", {"name": self.name})


@dataclass(frozen=True, slots=True)
class Link:
    """A plain link that a reader may follow: harmless until somebody clicks it, so it is only told."""

    part: str
    host: str


@dataclass(slots=True)
class _Found:
    dangers: list[Danger] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def refuse_danger(package: Package) -> tuple[Link, ...]:
    """The links to the outside of a file that holds nothing harmful.

    Raises:
        DocumentRefused: the first harmful thing, with its part; or a part cannot be read.
    """
    found = _looked_through(package)
    for danger in found.dangers:
        raise refused(danger.what, danger.part, name=danger.name)
    return tuple(found.links)


def dangers(package: Package) -> tuple[Danger, ...]:
    """Everything harmful that a file holds, each thing once a part; a part that cannot be read is one of them."""
    return tuple(dict.fromkeys(_looked_through(package).dangers))


def links(package: Package) -> tuple[Link, ...]:
    """The plain links of a file, each once a part."""
    return tuple(dict.fromkeys(_looked_through(package).links))


def _looked_through(package: Package) -> _Found:
    found = _Found()
    for name, content in package.parts.items():
        found.dangers += _of_a_name(name, content)
    found.dangers += _of_the_types(package)
    for name in package.xml_names:
        try:
            root = package.xml(name)
        except DocumentRefused as refusal:
            found.dangers.append(_as_danger(refusal, name))
            continue
        if name.endswith(".rels"):
            _look_at_arrows(package, name, found)
        elif name != TYPES:
            found.dangers += _of_the_elements(root, name)
            found.dangers += _of_the_bindings(package, root, name)
            _look_at_fields(root, name, found)
            _look_at_addresses(root, name, found)
    return found


def _as_danger(refusal: DocumentRefused, name: str) -> Danger:
    what = refusal.values["what"]
    return Danger(what.key.rpartition(".")[2] if isinstance(what, Message) else "not-xml", name)


def _of_a_name(name: str, content: bytes) -> Iterator[Danger]:
    ending = name.rpartition(".")[2].lower()
    small = name.lower()
    if "vbaproject" in small or "vbadata" in small:
        yield Danger("macro", name)
    elif "/activex/" in small or "/embeddings/" in small:
        yield Danger("control" if "activex" in small else "object", name)
    elif small.startswith("customui/"):
        yield Danger("custom-ui", name)
    elif ending not in PART_ENDINGS and not re.search(r"printersettings\d*\.bin$", small):
        yield Danger("strange-part", name, safe(ending, 12))
    elif content.startswith(STARTS_OF_OTHER_FILES):
        yield Danger("object", name)


def _of_the_types(package: Package) -> Iterator[Danger]:
    try:
        types, main = package.xml(TYPES), package.main
        kind = package.kind_of(main)
    except DocumentRefused as refusal:
        yield _as_danger(refusal, TYPES)
        return
    said = {entry.get("ContentType", "").lower() for entry in types}
    for mark, what in HARMFUL_TYPES.items():
        if any(mark in kind for kind in said):
            yield Danger(what, TYPES)
    if "template" in kind and "macro" not in kind.lower():
        yield Danger("template", TYPES)
    elif kind != PLAIN_DOCUMENT and "macro" not in kind.lower():
        yield Danger("no-word-file", TYPES)


def _look_at_arrows(package: Package, name: str, found: _Found) -> None:
    folder, _, file = name.rpartition("_rels/")
    for arrow in package.relations(folder + file.removesuffix(".rels")):
        _look_at_arrow(arrow, name, found)


def _look_at_arrow(arrow: Relation, name: str, found: _Found) -> None:
    if arrow.kind == "hyperlink" and arrow.outside:
        _look_at_address(arrow.target, name, found)
    elif arrow.kind in HARMFUL_ARROWS:
        found.dangers.append(Danger(HARMFUL_ARROWS[arrow.kind], name, safe(arrow.kind, 40)))
    elif arrow.outside or _SCHEME.match(arrow.target):
        what = "remote-picture" if arrow.kind in ("image", "video", "audio", "media", "svg") else "outside"
        found.dangers.append(Danger(what, name, safe(arrow.kind, 40)))


def _of_the_elements(root: "etree._Element", name: str) -> Iterator[Danger]:
    for element in root.iter("{*}*"):
        word = str(element.tag).rpartition("}")[2]
        if word in HARMFUL_ELEMENTS:
            yield Danger(HARMFUL_ELEMENTS[word], name, word)


def _of_the_bindings(package: Package, root: "etree._Element", name: str) -> Iterator[Danger]:
    """Controls whose text is kept in a store of data that is not in the file."""
    for binding in root.iter(f"{W}dataBinding", f"{W15}dataBinding"):
        store = next((value for key, value in binding.attrib.items() if str(key).endswith("}storeItemID")), "")
        if store and str(store).upper() not in _OFFICE_STORES and str(store).upper() not in _stores(package):
            yield Danger("bound-outside", name)


def _stores(package: Package) -> frozenset[str]:
    """The stores of data in the file, by their ids."""
    roots = (package.xml(name) for name in package.xml_names if name.lower().startswith("customxml/itemprops"))
    return frozenset(root.get(f"{{{_STORE}}}itemID", "").upper() for root in roots)


def _look_at_fields(root: "etree._Element", name: str, found: _Found) -> None:
    for instruction in instructions(root):
        word = instruction.word
        if word == "HYPERLINK":
            _look_at_link(instruction, name, found)
        elif word and word not in HARMLESS_FIELDS:
            known = word if word in HARMFUL_FIELDS else safe(word, 20)
            found.dangers.append(Danger("field" if word in HARMFUL_FIELDS else "strange-field", name, known))


def _look_at_link(instruction: Instruction, name: str, found: _Found) -> None:
    """A link as a field: to a bookmark of the document, or a plain address."""
    if instruction.nested:
        found.dangers.append(Danger("field", name, "HYPERLINK"))
        return
    for address in instruction.addresses:
        _look_at_address(address, name, found)


def _look_at_addresses(root: "etree._Element", name: str, found: _Found) -> None:
    """Addresses in old drawings (VML) and in pictures of lines (SVG), which need no arrow."""
    for element in root.iter("{urn:schemas-microsoft-com:vml}*", "{http://www.w3.org/2000/svg}*"):
        for key, value in element.attrib.items():
            word = str(key).rpartition("}")[2]
            if word.lower().startswith("on") and str(element.tag).startswith("{http://www.w3.org"):
                found.dangers.append(Danger("script", name, safe(word, 20)))
            if word in ("href", "src") and not str(value).startswith(("#", "data:image/")):
                _look_at_picture(element, str(value), name, found)
        if _OUTSIDE_OF_SVG.search(" ".join((*map(str, element.attrib.values()), element.text or ""))):
            found.dangers.append(Danger("remote-picture", name, "url"))


def _look_at_picture(element: "etree._Element", address: str, name: str, found: _Found) -> None:
    if str(element.tag).endswith(("}image", "}imagedata", "}fill", "}stroke", "}use")):
        found.dangers.append(Danger("remote-picture", name, "href"))
    else:
        _look_at_address(address, name, found)


def _look_at_address(address: str, name: str, found: _Found) -> None:
    host = _LINK.match(address) or _LETTER.match(address)
    if host:
        found.links.append(Link(name, host[1]))
    elif not address.startswith("#"):
        scheme = _SCHEME.match(address)
        found.dangers.append(Danger("link", name, safe(scheme[0].strip(), 20) if scheme else "?"))
