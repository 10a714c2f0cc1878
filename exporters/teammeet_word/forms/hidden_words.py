"""Words of a form that nobody sees on the page: in hidden runs, in hidden fields, in entries for an index.

An entry (ECMA-376-1, 17.16.5: XE, TC, TA, PRIVATE) never shows where it stands, whatever its look.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from teammeet_word.forms.field_codes import Instruction
from teammeet_word.forms.marks import W, name_of
from teammeet_word.hidden import Unseen

if TYPE_CHECKING:
    from lxml import etree

_ENTRIES: Final = ("XE", "TC", "TA", "PRIVATE")
_OF_FIELDS: Final = ("fldChar", "instrText")
"""What a field that is seen may need, though its run is hidden."""


def hidden_words(root: "etree._Element", unseen: Unseen) -> "list[etree._Element]":
    """All that is hidden in a part, to be told or to be taken out; runs that have nothing else are not named themselves."""
    reading = _Reading()
    for run in root.iter(f"{W}r"):
        is_hidden = unseen.hides(run)
        for child in run:
            if name_of(child) != "rPr":
                reading.read(child, is_hidden)
    return [*reading.hidden(), *_simple_fields(root, unseen)]


def _simple_fields(root: "etree._Element", unseen: Unseen) -> "Iterator[etree._Element]":
    for simple in root.iter(f"{W}fldSimple"):
        runs = list(simple.iter(f"{W}r"))
        is_entry = Instruction(simple.get(f"{W}instr") or "").word in _ENTRIES
        if is_entry or (runs and all(map(unseen.hides, runs))):
            yield simple


@dataclass(slots=True)
class _Begun:
    """A field that is open: where it begins, and how much was seen before it."""

    start: int
    seen: int
    told: Instruction = field(default_factory=Instruction)


@dataclass(slots=True)
class _Reading:
    """What stands in the runs of a part, in order; fields as ranges of it, since they go over runs and lie in each other."""

    parts: "list[tuple[etree._Element, bool]]" = field(default_factory=list)
    seen: int = 0
    begun: list[_Begun] = field(default_factory=list)
    fields: list[tuple[int, int, bool]] = field(default_factory=list)
    """Each with its first part, its last one, and whether it goes as a whole."""

    def read(self, part: "etree._Element", is_hidden: bool) -> None:
        """Take the next part."""
        mark = part.get(f"{W}fldCharType") if name_of(part) == "fldChar" else ""
        if mark == "begin":
            self.begun.append(_Begun(len(self.parts), self.seen))
        self.parts.append((part, is_hidden))
        self.seen += not is_hidden
        if not self.begun:
            return
        told = self.begun[-1].told
        if mark == "end":
            ended = self.begun.pop()
            goes = told.word in _ENTRIES or ended.seen == self.seen
            self.fields.append((ended.start, len(self.parts) - 1, goes))
        elif mark == "separate":
            told.shown = True
        elif name_of(part) == "instrText" and not told.shown:
            told.code += part.text or ""

    def hidden(self) -> "Iterator[etree._Element]":
        """What is hidden, but for what a field that is seen needs."""
        going = kept = -1
        fields = sorted(self.fields, reverse=True)
        for place, (part, is_hidden) in enumerate(self.parts):
            while fields and fields[-1][0] == place:
                _, last, goes = fields.pop()
                going, kept = (max(going, last), kept) if goes else (going, max(kept, last))
            is_needed = name_of(part) in _OF_FIELDS and place <= kept
            if place <= going or (is_hidden and not is_needed):
                yield part
