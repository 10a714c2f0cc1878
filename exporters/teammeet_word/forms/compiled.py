"""A form, read once: every part in which controls may stand becomes a program; the rest is squeezed and kept as it is."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from teammeet.errors import ExportRefused
from teammeet.messages import Message
from teammeet_word.forms.choices import PEOPLE
from teammeet_word.forms.cutting import Cutter
from teammeet_word.forms.danger import refuse_danger
from teammeet_word.forms.fields import DEEPEST, TOP
from teammeet_word.forms.leftovers import clear_of_leftovers, parts_left, take_lost_notes
from teammeet_word.forms.marks import STRICT, W14, WP, W, name_of
from teammeet_word.forms.opening import Package, opened, refused
from teammeet_word.forms.parts import Container, container_of
from teammeet_word.forms.pictures import prepare_picture
from teammeet_word.forms.places import Number
from teammeet_word.forms.prepared import (
    Setting,
    block_around,
    is_repeated,
    level_of,
    number_anew,
    own_paragraph,
    prepare,
    tag_of,
)
from teammeet_word.forms.program import IfAny, Program, Section
from teammeet_word.forms.reader import READER
from teammeet_word.forms.tags import Path, find
from teammeet_word.forms.turned import Turned, turned_by
from teammeet_word.hidden import Unseen

if TYPE_CHECKING:
    from lxml import etree

KEPT_FORMS: Final = 4
"""So many forms stay read at once."""
_SPEAKING: Final = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
"""Endings of the content types of parts in which controls are filled."""
_ONCE_ONLY: Final = ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd")
"""What may stand once in a document, so not in a row that is repeated."""
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("tc", "txbxContent", "hdr", "ftr", "sdtContent", "footnote", "endnote"), (f"{W}p",)),
    "tbl": (f"{W}tr", f"{W}sdt"),
}
"""What must be left beside a block that may be missing, by what stands around it."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to be filled.

    ``programs`` are its speaking parts; ``taken`` the areas that sections of this form ask for by name; ``unknown`` the tags
    that are no field, each with the scopes around it, ``unfit`` those whose control cannot hold them; ``lists`` the kinds of
    row that it shows at all, and ``people`` where it lists the family, ``tags`` the fields of the plan as a whole.
    """

    programs: Mapping[str, Program]
    container: Container
    taken: frozenset[str]
    unknown: Mapping[str, tuple[str, ...]]
    unfit: tuple[str, ...]
    lists: frozenset[str]
    tags: frozenset[str]
    controls: int
    box: tuple[int, int]
    """The first picture's box in English metric units; nothing (0, 0) without a picture."""


@dataclass(slots=True)
class _Notes:
    """What is found on the way through a form."""

    taken: set[str] = field(default_factory=set)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unfit: dict[str, None] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    controls: int = 0
    box: tuple[int, int] = (0, 0)
    pictures: set[str] = field(default_factory=set)
    """Names of the parts that show the map."""


@lru_cache(maxsize=KEPT_FORMS)
def compiled(form: bytes, language: str) -> Form:
    """The form as a program; read once, however many plans are filled into it.

    ``language`` is the tag that Word knows the language of the plans by.

    Raises:
        DocumentRefused: the form is no Word file, is damaged, or holds what may do harm.
        ExportRefused: it was filled already, was saved as Strict Open XML, or its sections stand too deep in each other.
    """
    package = opened(form)
    refuse_danger(package)
    return _Compiler(package, hashlib.sha256(form).hexdigest()[:24], language).form()


class _Compiler:
    """Goes through the parts of one form."""

    def __init__(self, package: Package, digest: str, language: str) -> None:
        self._package = package
        self._notes = _Notes()
        self._word = f"tm{digest}"
        self._going: list[etree._Element] = []
        styles = package.styles
        self._unseen = Unseen(styles)
        self._language = "" if _same_language(_language_of(styles), language) else language
        self._turned = Turned() if styles is None else turned_by(styles)

    def form(self) -> Form:
        filled = [name for name in self._package.parts if self._package.kind_of(name).endswith(_SPEAKING)]
        left = parts_left(self._package)
        names = [name for name in filled if name not in left]
        programs = {name: self._program(name) for name in names}
        notes = self._notes
        held = {name: "".join(_strings(program)) for name, program in programs.items()}
        container = container_of(self._package, held, frozenset(notes.pictures))
        return Form(
            *(programs, container, frozenset(notes.taken), notes.unknown, tuple(notes.unfit)),
            *(frozenset(notes.lists), frozenset(notes.tags), notes.controls, notes.box),
        )

    def _program(self, name: str) -> Program:
        from lxml import etree

        root = self._package.xml(name)
        if root.tag.startswith(f"{{{STRICT}}}"):
            raise ExportRefused("form-refused", why=Message("forms.fault.strict"))
        if root.nsmap.get("w") != W[1:-1] or any(
            prefix == "w" and address != W[1:-1] for _, (prefix, address) in etree.iterwalk(root, events=("start-ns",))
        ):  # what is filled in is written with Word's own prefix
            raise refused("no-word-file", name)
        clear_of_leftovers(root, self._unseen)
        if name_of(root) in ("footnotes", "endnotes"):
            text = self._package.xml(self._package.main)
            clear_of_leftovers(text, self._unseen)
            take_lost_notes(root, text)
        cutter = Cutter(self._word)
        self._part = name
        self._setting = Setting(cutter, READER, self._language, self._turned)
        self._through(root, (TOP,), 0)
        for picture in root.iter(f"{WP}docPr"):
            picture.set("id", cutter.value(Number()))
        return cutter.cut(_HEAD + etree.tostring(root, encoding="unicode"))

    def _through(self, element: "etree._Element", scopes: tuple[str, ...], deep: int) -> None:
        """Every control below an element, the outermost first."""
        for control in list(_outermost(element)):
            self._notes.controls += 1
            number_anew(control, self._setting.cutter)
            content = control.find(f"{W}sdtContent")
            if content is not None and not self._handled(control, content, scopes, deep):
                self._through(content, scopes, deep)

    def _handled(self, control: "etree._Element", content: "etree._Element", scopes: tuple[str, ...], deep: int) -> bool:
        """Whether the control is a field, and was prepared with all that stands in it."""
        tag = tag_of(control)
        path = find(tag, scopes) if tag else None
        if path is None:
            self._notes.unknown |= {tag: scopes} if tag else {}
            return False
        holds = next(_outermost(content), None) is not None
        if path.rows_of and (is_repeated(control) or (holds and not path.if_any)):
            path = path if self._may_go(control) else replace(path, if_any=False)
            self._section(control, content, path, scopes, deep)
            self._only_if_any(control, path)
            return True
        if path.if_any and holds:
            self._note(path)
            self._through(content, scopes, deep)
            paragraph = own_paragraph(control)
            self._only_if_any(control if paragraph is None else paragraph, path)
            return True
        if path.field.kind == "picture":
            self._picture(control)
            return True
        if holds or level_of(control) == "tr":
            self._notes.unfit[tag] = None
            return False
        self._note(path)
        made = prepare(control, content, path, self._setting)
        block = block_around(control, made, self._setting.cutter)
        self._only_if_any(block, path)
        return True

    def _only_if_any(self, block: "etree._Element", path: Path) -> None:
        """Let a block be written only where its field says something, if what stands around it holds without it."""
        if path.if_any and self._may_go(block):
            self._going.append(block)
            self._setting.cutter.around(block, block, IfAny(path, READER))

    def _may_go(self, block: "etree._Element") -> bool:
        """Whether a block may be missing: a cell, a header and a text box need a paragraph, a table a row, a row its cells."""
        parent = block.getparent()
        needed = _NEEDED.get(name_of(parent), ()) if parent is not None else ()
        if level_of(block) == "tc":
            return False
        beside = (*block.itersiblings(*needed), *block.itersiblings(*needed, preceding=True)) if needed else ()
        return not needed or any(each not in self._going for each in beside)

    def _section(
        self, control: "etree._Element", content: "etree._Element", path: Path, scopes: tuple[str, ...], deep: int
    ) -> None:
        """What is written once for each row: the first item of a repeating section, else all that stands in the control."""
        if deep == DEEPEST:
            raise ExportRefused("form-refused", why=Message("forms.fault.too-deep", {"most": DEEPEST}))
        self._note(path)
        items = content.findall(f"{W}sdt") if is_repeated(control) else []
        for other in items[1:]:
            content.remove(other)
        parts = list(content)
        if not parts:
            return
        _make_repeatable(content)
        inside = items[0].find(f"{W}sdtContent") if items else content
        if items:
            number_anew(items[0], self._setting.cutter)
        self._through(inside if inside is not None else content, (*scopes, path.rows_of), deep + 1)
        # what is below may have put marks around a part of this content: the section holds those too
        self._setting.cutter.around(content[0], content[-1], Section(path, READER))

    def _picture(self, control: "etree._Element") -> None:
        box = prepare_picture(control, self._setting.cutter)
        if box is None:
            self._notes.unfit[tag_of(control)] = None
            return
        self._notes.pictures.add(self._part)
        if self._notes.box == (0, 0):
            self._notes.box = box

    def _note(self, path: Path) -> None:
        """Which lists and which fields of the whole plan the form shows, and which areas it names."""
        for step in path.steps:
            if step.field.scope == TOP:
                self._notes.tags.add(step.field.tag)
            if step.field.kind == "list":
                self._notes.lists |= {step.field.of, *((step.field.tag,) if step.field.narrows == PEOPLE else ())}
                self._notes.taken.update(word for word in step.narrowed if word not in step.field.narrows)


def _outermost(element: "etree._Element") -> Iterator["etree._Element"]:
    """The controls below an element that stand in no other control below it."""
    for control in element.iter(f"{W}sdt"):
        above = control.getparent() if control is not element else None
        while above is not None and above is not element and above.tag != f"{W}sdt":
            above = above.getparent()
        if above is element:
            yield control


def _make_repeatable(content: "etree._Element") -> None:
    """Take out what may stand only once in a document."""
    for element in list(content.iter(f"{W}p", f"{W}tr")):
        for name in (f"{W14}paraId", f"{W14}textId"):
            if name in element.attrib:
                del element.attrib[name]
    for element in list(content.iter(*(f"{W}{name}" for name in _ONCE_ONLY))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _language_of(styles: "etree._Element | None") -> str:
    """The language that the form's styles say, if they do."""
    found = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") if styles is not None else None
    return "" if found is None else found.get(f"{W}val") or ""


def _same_language(one: str, other: str) -> bool:
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def _strings(program: Program) -> Iterator[str]:
    """All that stands in a program as it is, blocks and all."""
    for part in program:
        if isinstance(part, str):
            yield part
        else:
            inside: Sequence[str] = getattr(part, "program", ())
            yield from _strings(inside)
