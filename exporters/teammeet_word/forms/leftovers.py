"""What the makers of a form left in it for each other: comments, changes, hidden words, data behind controls.

A form is often a copy of one that was filled for another family, so none of it goes into a filled file. Changes are accepted
as they stand: what the form's makers saw is what is filled (ECMA-376-1, 17.13.4 comments, 17.13.5 revisions, 17.5.2.6 data).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from teammeet_word.forms.field_codes import instructions
from teammeet_word.forms.hidden_words import hidden_words
from teammeet_word.forms.marks import W15, W, name_of
from teammeet_word.forms.opening import TYPES, Package
from teammeet_word.hidden import Unseen

if TYPE_CHECKING:
    from lxml import etree

_ARROWS: Final = (
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml"),
    "glossaryDocument",
)
"""Last words of the relations to parts in which people talk about the form, to stores of data behind its controls, and to
building blocks: texts that somebody kept for use elsewhere."""
_COMMENTS: Final = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_TAKEN_OUT: Final = ("del", "moveFrom")
_PUT_IN: Final = ("ins", "moveTo")
_MARKED_CELLS: Final = ("cellIns", "cellMerge")
_CHANGED: Final = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange"),
    *("numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
    *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
)
_PROPERTIES: Final = ("rPr", "trPr", "tcPr")
"""In these a change marks what they belong to; elsewhere it stands around what was changed."""
_PROPERTY: Final = re.compile(r"""\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))""", re.IGNORECASE)


def parts_left(package: Package) -> set[str]:
    """The parts of a form that are for its makers alone, and those to which only these lead, or nothing."""
    reached, ahead = {""}, [""]
    while ahead:
        for arrow in package.relations(ahead.pop()):
            if arrow.kind not in _ARROWS and not arrow.outside and arrow.part not in reached:
                reached.add(arrow.part)
                ahead.append(arrow.part)
    return {name for name in package.parts if name != TYPES and not name.endswith(".rels") and name not in reached}


def clear_of_leftovers(root: "etree._Element", unseen: Unseen) -> None:
    """Take out of a part that is filled what its makers left for each other; ``unseen`` knows the styles of the form."""
    _accept_changes(root)
    _remove(root, (*_COMMENTS, *_CHANGED))
    for hidden in hidden_words(root, unseen):
        run = hidden.getparent()
        _take(hidden)
        if run is not None and run.tag == f"{W}r" and all(name_of(each) == "rPr" for each in run):
            _take(run)
    for name in (f"{W}dataBinding", f"{W15}dataBinding"):
        for binding in list(root.iter(name)):
            _take(binding)
    for chosen in root.iter(f"{W}comboBox", f"{W}dropDownList"):
        if f"{W}lastValue" in chosen.attrib:
            del chosen.attrib[f"{W}lastValue"]


def take_lost_notes(root: "etree._Element", text: "etree._Element") -> None:
    """Take out of a part of notes those to which no sign in the ``text`` leads any more: it was hidden, or deleted."""
    kind = name_of(root).removesuffix("s")
    led = {sign.get(f"{W}id") for sign in text.iter(f"{W}{kind}Reference")}
    for note in root.findall(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal" and note.get(f"{W}id") not in led:
            _take(note)


def has_changes(root: "etree._Element") -> bool:
    """Whether a part has tracked changes."""
    names = (*_TAKEN_OUT, *_PUT_IN, *_CHANGED, *_MARKED_CELLS, "cellDel")
    return next(root.iter(*(f"{W}{name}" for name in names)), None) is not None


def has_comments(root: "etree._Element") -> bool:
    """Whether something in a part is commented on."""
    return next(root.iter(*(f"{W}{name}" for name in _COMMENTS)), None) is not None


def clear_settings(root: "etree._Element") -> bool:
    """Take out of the settings the variables that a program kept in them unseen; whether there were any."""
    return _remove(root, ("docVars",))


def keep_shown_properties(package: Package, root: "etree._Element") -> bool:
    """Of the form's own properties leave those that a field of the form prints; whether there were others.

    Nobody sees them on the page, and they may say of whom an earlier copy was, or who labelled it.
    """
    others = _others_than_shown(package, root)
    for held in others:
        root.remove(held)
    return bool(others)


def _others_than_shown(package: Package, root: "etree._Element") -> "list[etree._Element]":
    """Of the form's own properties those that no field of it prints."""
    shown = {name.lower() for part in _written(package) for name in _properties_shown(package.xml(part))}
    return [held for held in root if (held.get("name") or "").lower() not in shown]


def _properties_shown(root: "etree._Element") -> Iterator[str]:
    for instruction in instructions(root):
        named = _PROPERTY.match(instruction.code)
        if named:
            yield named[1] or named[2]


def _written(package: Package) -> list[str]:
    return [name for name in package.xml_names if name.startswith("word/") and not name.endswith(".rels")]


def _accept_changes(root: "etree._Element") -> None:
    for change in list(root.iter(*(f"{W}{name}" for name in _TAKEN_OUT))):
        _accept_removal(change)
    for change in list(root.iter(*(f"{W}{name}" for name in _PUT_IN))):
        parent = change.getparent()
        if parent is not None and name_of(parent) not in _PROPERTIES:
            for child in list(change):
                change.addprevious(child)
        _take(change)
    for cell in list(root.iter(f"{W}cellDel")):
        _take_from_table(next(cell.iterancestors(f"{W}tc"), cell))
    _remove(root, _MARKED_CELLS)


def _accept_removal(change: "etree._Element") -> None:
    """What was taken out goes: words, a row; a paragraph if nothing is left in it and another stands beside it."""
    parent = change.getparent()
    if parent is None:
        return
    holder = next((each for each in change.iterancestors() if name_of(each) in ("p", "tr")), None)
    if name_of(parent) == "trPr" and holder is not None:
        _take_from_table(holder)
        return
    is_mark = name_of(parent) == "rPr"
    _take(change)
    if is_mark and holder is not None and _is_spare(holder):
        _take(holder)


def _is_spare(paragraph: "etree._Element") -> bool:
    """Whether a paragraph has nothing in it, and is not the only one where it stands."""
    beside = (*paragraph.itersiblings(), *paragraph.itersiblings(preceding=True))
    empty = all(name_of(child) in ("pPr", *_TAKEN_OUT) for child in paragraph)
    return empty and any(name_of(each) == "p" for each in beside) and paragraph.find(f"{W}pPr/{W}sectPr") is None


def _remove(root: "etree._Element", names: tuple[str, ...]) -> bool:
    found = list(root.iter(*(f"{W}{name}" for name in names)))
    for element in found:
        _take(element)
    return bool(found)


def _take_from_table(element: "etree._Element") -> None:
    """Take out a row or a cell; and the table, or the row, where it was the last."""
    holder, name = element.getparent(), element.tag
    _take(element)
    if holder is not None and name_of(holder) in ("tbl", "tr") and holder.find(f".//{name}") is None:
        _take_from_table(holder)


def _take(element: "etree._Element") -> None:
    """Take an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def left_in(package: Package) -> Iterator[str]:
    """What a form has of all this, by the words of ``formcheck.hint``: it is said before the form is used."""
    roots = [package.xml(name) for name in _written(package)]
    if any(map(has_comments, roots)):
        yield "comments"
    if any(map(has_changes, roots)):
        yield "changes"
    unseen = Unseen(package.styles)
    if any(hidden_words(root, unseen) for root in roots):
        yield "hidden"
    if any(_others_than_shown(package, package.xml(name)) for name in package.xml_names if _has_properties(package, name)):
        yield "properties"


def _has_properties(package: Package, name: str) -> bool:
    return package.kind_of(name).endswith("custom-properties+xml")
