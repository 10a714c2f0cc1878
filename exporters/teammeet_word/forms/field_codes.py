"""The fields of a Word document (PAGE, HYPERLINK …) as Word reads them: over runs, in each other, in deleted text too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD: Final = re.compile(r'\s*(=|[^\s"\\=]+)')
_ARGUMENT: Final = re.compile(r'\\([A-Za-z*#@])|"([^"]*)"|(\S+)')
_TAKES_A_WORD: Final = frozenset({"l", "o", "t", "s"})
"""Switches of HYPERLINK after which a word stands that is no address: a bookmark, a hint, a frame."""


@dataclass(slots=True)
class Instruction:
    """What one field is told to do. ``nested``: another field stands in it, so that its words are not all there;
    ``shown``: what follows is what it came to, no longer what it is told."""

    code: str = ""
    nested: bool = False
    shown: bool = field(default=False, repr=False)

    @property
    def word(self) -> str:
        """Its first word in capitals; ``?`` where another field would put it there, empty where it says nothing."""
        found = _WORD.match(self.code)
        if found:
            return found[1].upper()
        return "?" if self.nested or self.code.strip() else ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where a HYPERLINK leads; nothing if it leads to a bookmark of the document only."""
        found = []
        switch = ""
        for part in _ARGUMENT.finditer(_WORD.sub("", self.code, count=1)):
            if part[1]:
                switch = part[1].lower()
            elif switch in _TAKES_A_WORD:
                switch = ""
            else:
                found.append((part[2] if part[2] is not None else part[3]).strip())
        return tuple(found)


def instructions(root: "etree._Element") -> Iterator[Instruction]:
    """Every field of a part, in the order in which they end. Words of a field outside any field are taken as one as well."""
    begun: list[Instruction] = []
    stray = Instruction()
    marks = (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple")
    for element in root.iter(*marks):
        if element.tag == f"{W}fldSimple":
            yield Instruction(element.get(f"{W}instr") or "")
        elif element.tag == f"{W}fldChar":
            yield from _turned(begun, element.get(f"{W}fldCharType") or "")
        elif begun and not begun[-1].shown:
            begun[-1].code += element.text or ""
        else:
            stray.code += element.text or ""
    yield from begun
    if stray.code.strip():
        yield stray


def _turned(begun: list[Instruction], mark: str) -> Iterator[Instruction]:
    if mark == "begin":
        if begun and not begun[-1].shown:
            begun[-1].nested = True
        begun.append(Instruction())
    elif mark == "separate" and begun:
        begun[-1].shown = True
    elif mark == "end" and begun:
        yield begun.pop()
