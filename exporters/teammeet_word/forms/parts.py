"""The package around a form: what stays as it is, and what each filled file has of its own.

Out go the title and the author of the form, what a program noted of the form's maker, and what its makers left in it for each
other: it may name people, and the filled file is no longer theirs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from teammeet.errors import ExportRefused
from teammeet.messages import Message
from teammeet_word.embedded import CONTENT_TYPE, NAMESPACE, RELATION
from teammeet_word.forms.leftovers import clear_settings, keep_shown_properties, parts_left
from teammeet_word.forms.opening import TYPES, Package, relations_of
from teammeet_word.forms.pictures import MAP_RELATION
from teammeet_word.forms.zipped import Packed, packed, written
from teammeet_word.markup import escaped
from teammeet_word.package import AUTHOR

if TYPE_CHECKING:
    from lxml import etree

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE: Final = "docProps/core.xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_OF_THE_MAKER: Final = ("core-properties", "extended-properties", "thumbnail")
"""Last words of the relations to what was noted of the form's maker, and to a picture of the empty form."""
_SIGNATURES: Final = "_xmlsignatures/"
"""Where every program keeps the digital signatures of a file."""
_MAP: Final = "word/media/teammeet-map.png"
_MAP_RELATION: Final = f'<Relationship Id="{MAP_RELATION}" Type="{_OFFICE}/image" Target="/{_MAP}"/>'


@dataclass(frozen=True, slots=True)
class Container:
    """The parts that are the same in each filled file, squeezed; and what the others are made of.

    ``relations`` are those of the parts that speak, by part, each as markup; ``types`` the entries of the content types.
    """

    kept: tuple[Packed, ...]
    types: tuple[str, ...]
    main: str
    relations: Mapping[str, tuple[str, ...]]
    with_map: frozenset[str]

    def file(self, speaking: Mapping[str, str], core: str, picture: bytes | None, plan: Mapping[str, str]) -> bytes:
        """The finished file."""
        parts = dict(speaking) | {_CORE: core} | dict(plan)
        for source, held in self.relations.items():
            more: tuple[str, ...] = (_MAP_RELATION,) if picture is not None and source in self.with_map else ()
            more += (RELATION.replace("../", "/"),) if plan and source == self.main else ()
            if held or more:
                parts[relations_of(source)] = _relations((*held, *more))
        types = (*self.types, *((CONTENT_TYPE,) if plan else ()))
        made = [packed(TYPES, f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(types)}</Types>'.encode())]
        made += self.kept
        made += [packed(name, part.encode()) for name, part in parts.items()]
        made += [packed(_MAP, picture)] if picture is not None else []
        return written(made)


def core_of(title: str, language: str, day: date) -> str:
    """The properties of the filled file: its title from the catalogue, its day, and nobody's name."""
    at = f"{day.isoformat()}T00:00:00Z"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{AUTHOR}</dc:creator><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified><dc:language>{escaped(language)}</dc:language>'
        "</cp:coreProperties>"
    )


def container_of(package: Package, speaking: Mapping[str, str], with_map: frozenset[str]) -> Container:
    """The container of a form whose speaking parts say what is in ``speaking``, those ``with_map`` the map.

    Raises:
        ExportRefused: the form holds a plan: it was filled already.
        DocumentRefused: its types or relations cannot be read.
    """
    if any(name.startswith("customXml/") and NAMESPACE.encode() in part for name, part in package.parts.items()):
        raise ExportRefused("form-refused", why=Message("forms.fault.filled"))
    gone = _of_the_maker(package) | parts_left(package)
    relations = {name: tuple(_still_used(package, name, speaking[name], gone)) for name in speaking}
    gone |= _orphans(package, relations, gone)
    rewritten = {TYPES, "_rels/.rels", _CORE, *speaking, *(relations_of(name) for name in speaking)}
    kept = {
        name: _cleared(package, name, gone)
        for name in package.parts
        if name not in rewritten and name not in gone and not (name.endswith(".rels") and _source_of(name) in gone)
    }
    kept["_rels/.rels"] = _relations((*_of_the_package(package, gone), _core_relation())).encode()
    return Container(
        kept=tuple(packed(name, content) for name, content in kept.items()),
        types=tuple(_types(package, gone, bool(with_map))),
        main=package.main,
        relations=relations,
        with_map=with_map,
    )


def _core_relation() -> str:
    kind = f"{_PACKAGE}/relationships/metadata/core-properties"
    return f'<Relationship Id="rIdTeammeetCore" Type="{kind}" Target="{_CORE}"/>'


def _of_the_maker(package: Package) -> set[str]:
    """What was noted of the maker, and the maker's signature over the empty form: it does not hold for the filled one."""
    signed = {name for name in package.parts if name.startswith(_SIGNATURES)}
    return signed | {arrow.part for arrow in package.relations() if arrow.kind in _OF_THE_MAKER}


def _of_the_package(package: Package, gone: set[str]) -> Iterator[str]:
    return map(_relationship, _to_what_stays(package, "", gone))


def _still_used(package: Package, name: str, said: str, gone: set[str]) -> Iterator[str]:
    """The relations of a speaking part to what stays, without those to pictures that the map has taken the place of."""
    if relations_of(name) not in package.parts:
        return
    for element in _to_what_stays(package, name, gone):
        is_picture = (element.get("Type") or "").endswith("/image")
        if not is_picture or f'"{element.get("Id")}"' in said:
            yield _relationship(element)


def _to_what_stays(package: Package, source: str, gone: set[str]) -> Iterator["etree._Element"]:
    arrows = {arrow.id: arrow for arrow in package.relations(source)}
    for element in package.xml(relations_of(source)):
        arrow = arrows.get(element.get("Id") or "")
        if arrow is not None and (arrow.outside or arrow.part not in gone):
            yield element


def _orphans(package: Package, relations: Mapping[str, tuple[str, ...]], gone: set[str]) -> set[str]:
    """Parts that nothing refers to any more."""
    used: set[str] = set()
    loose: set[str] = set()
    for rels in [name for name in package.parts if name.endswith(".rels")]:
        source = _source_of(rels)
        for arrow in package.relations(source):
            held = relations.get(source)
            kept = source not in gone and (held is None or any(f'Id="{escaped(arrow.id)}"' in each for each in held))
            (used if kept else loose).add(arrow.part)
    return loose - used


def _source_of(rels: str) -> str:
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def _cleared(package: Package, name: str, gone: set[str]) -> bytes:
    """A part as it stands, without what its makers left in it and without arrows to what is gone."""
    if name.endswith(".rels"):
        source = _source_of(name)
        led = any(not arrow.outside and arrow.part in gone for arrow in package.relations(source))
        return (
            _relations(tuple(map(_relationship, _to_what_stays(package, source, gone)))).encode()
            if led
            else package.parts[name]
        )
    kind = package.kind_of(name)
    if not kind.endswith(("custom-properties+xml", "settings+xml")):
        return package.parts[name]
    from lxml import etree

    root = package.xml(name)
    cleared = clear_settings(root) if kind.endswith("settings+xml") else keep_shown_properties(package, root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if cleared else package.parts[name]


def _types(package: Package, gone: set[str], with_map: bool) -> Iterator[str]:
    endings: set[str] = set()
    for entry in package.xml(TYPES):
        kind = escaped(entry.get("ContentType") or "")
        part = entry.get("PartName")
        if part is None and entry.get("Extension"):
            endings.add((entry.get("Extension") or "").lower())
            yield f'<Default Extension="{escaped(entry.get("Extension") or "")}" ContentType="{kind}"/>'
        elif part and part.lstrip("/") not in gone and part.lstrip("/") != _CORE:
            yield f'<Override PartName="{escaped(part)}" ContentType="{kind}"/>'
    if with_map and "png" not in endings:
        yield '<Default Extension="png" ContentType="image/png"/>'
    if "xml" not in endings:
        yield '<Default Extension="xml" ContentType="application/xml"/>'
    yield f'<Override PartName="/{_CORE}" ContentType="{_CORE_TYPE}"/>'


def _relationship(element: "etree._Element") -> str:
    said = "".join(f' {name}="{escaped(element.get(name) or "")}"' for name in ("Id", "Type", "Target") if element.get(name))
    outside = ' TargetMode="External"' if (element.get("TargetMode") or "").lower() == "external" else ""
    return f"<Relationship{said}{outside}/>"


def _relations(held: tuple[str, ...]) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(held)}</Relationships>'
