"""Revisions as Word writes them: runs and paragraphs put in and struck out, rows, a paragraph's former properties."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import count, cycle, groupby
from operator import itemgetter
from typing import Final, Literal

from teammeet_word.package import AUTHOR
from teammeet_word.tracked.cut import (
    WHOLE,
    Atom,
    Paragraph,
    Strip,
    atoms_of,
    cell_of,
    is_paragraph,
    paragraph_of,
    row_of,
    table_of,
)
from teammeet_word.tracked.match import ends_in_common

How = Literal["ins", "del"]
_LEAST_IN_COMMON: Final = 0.4
"""Where two wordings have less in common, the old one is struck out whole: nobody reads a mesh of single words."""
_WHOLE: Final = 0
_INSIDE: Final = (10, 20)
"""The minutes at which changes are said to have been made: in a paragraph and in the next one never the same.

LibreOffice takes a change at the end of a paragraph and one at the beginning of the next for one if they are of one minute
(SwRedlineData::CanCombine), and then takes the end between them away too.
"""
_ORDER: Final = ("", "del", "ins")
_LOOK: Final = itemgetter(0)
_SIGNS: Final = re.compile("(<[^>]*>)")


class Marks:
    """What writes the revisions of one document: each has a number of its own, all have one author and one day.

    The author is the program: the record does not say who changed a line, and a guess could blame somebody.
    """

    def __init__(self, day: date) -> None:
        self._numbers = count(1)
        self._day = day.isoformat()
        self._paragraphs = cycle(_INSIDE)
        self._minute = _WHOLE

    def block(self, block: str, how: How) -> str:
        """A whole block put in or struck out."""
        if is_paragraph(block):
            return self.paragraph(paragraph_of(block), how, mark=how)
        grid = table_of(block)
        return f"<w:tbl>{grid.head}{''.join(self.row(row, how) for row in grid.rows)}</w:tbl>"

    def row(self, row: str, how: How) -> str:
        """A whole row put in or struck out, with all that stands in it."""
        strip = row_of(row)
        cells = []
        for cell in strip.cells:
            properties, blocks = cell_of(cell)
            cells.append(f"<w:tc>{properties}{''.join(self.block(block, how) for block in blocks)}</w:tc>")
        return self.row_around(strip, "".join(cells), self._mark(how))

    def row_around(self, strip: Strip, cells: str, mark: str = "") -> str:
        """A row with the properties of ``strip``."""
        return f"<w:tr><w:trPr>{strip.properties}{mark}</w:trPr>{cells}</w:tr>"

    def paragraph(self, held: Paragraph, how: How, mark: How | None, became: tuple[str, str] | None = None) -> str:
        """A paragraph whose runs are put in or struck out, and whose end is marked too or not.

        ``became`` are its properties after and before, where they are not those of ``held``.
        """
        self._minute = _WHOLE
        runs = self._runs(how, atoms_of(held.inside))
        return f"<w:p>{self._properties(*(became or (held.properties, held.properties)), mark)}{runs}</w:p>"

    def reworded(self, old: Paragraph, new: Paragraph, mark: How | None = None) -> str:
        """A paragraph as it reads now, with what is otherwise in it marked word by word."""
        self._minute = next(self._paragraphs)
        was, now = atoms_of(old.inside), atoms_of(new.inside)
        runs = "".join(self._runs(how, atoms) for how, atoms in _gathered(_steps(was, now)))
        return f"<w:p>{self._properties(new.properties, old.properties, mark)}{runs}</w:p>"

    def _properties(self, now: str, was: str, mark: How | None) -> str:
        inner = now.removeprefix("<w:pPr>").removesuffix("</w:pPr>")
        if mark:
            inner += f"<w:rPr>{self._mark(mark)}</w:rPr>"
        if was.replace("<w:keepNext/>", "") != now.replace("<w:keepNext/>", ""):
            former = was or "<w:pPr/>"
            inner += f"<w:pPrChange{self._made}>{former}</w:pPrChange>"
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def _runs(self, how: str, atoms: Sequence[Atom]) -> str:
        runs = "".join(_written(atoms, struck=how == "del"))
        return f"<w:{how}{self._made}>{runs}</w:{how}>" if how and runs else runs

    def _mark(self, how: How) -> str:
        return f"<w:{how}{self._made}/>"

    @property
    def _made(self) -> str:
        return f' w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{self._day}T00:{self._minute:02}:00Z"'


def _steps(was: Sequence[Atom], now: Sequence[Atom]) -> Iterator[tuple[str, Sequence[Atom]]]:
    """What is kept, struck out and put in, in reading order; a space between two changes goes with them."""
    first, last = ends_in_common(was, now)
    old, new = was[first : len(was) - last], now[first : len(now) - last]
    between = SequenceMatcher(None, old, new).get_opcodes()
    kept = [now[:first], *(new[k:end] for what, _, _, k, end in between if what == "equal"), now[len(now) - last :]]
    gone = [part for what, i, j, k, end in between if what != "equal" for part in (old[i:j], new[k:end])]
    if not _is_mostly(kept, gone):
        yield from (("del", was), ("ins", now))
        return
    yield "", kept[0]
    for what, i, j, k, end in between:
        if what == "equal" and not _is_a_gap(new[k:end]):
            yield "", new[k:end]
        else:
            yield from (("del", old[i:j]), ("ins", new[k:end]))
    yield "", kept[-1]


def _is_mostly(kept: Sequence[Sequence[Atom]], gone: Sequence[Sequence[Atom]]) -> bool:
    """Whether enough of both wordings is in both: what is ``kept`` stands in each, what is ``gone`` in one of them."""
    in_both, in_one = (sum([len(text) for part in parts for _, text in part if text != " "]) for parts in (kept, gone))
    return 2 * in_both >= _LEAST_IN_COMMON * (2 * in_both + in_one)


def _is_a_gap(atoms: Sequence[Atom]) -> bool:
    """Whether there is only a space here: it would tear one change in two."""
    return all(text.isspace() for _, text in atoms)


def _gathered(steps: Iterator[tuple[str, Sequence[Atom]]]) -> Iterator[tuple[str, list[Atom]]]:
    """Changes that follow each other made one: all that is struck out, then all that is put in."""
    for kept, group in groupby(steps, key=lambda step: not step[0]):
        held: dict[str, list[Atom]] = {how: [] for how in _ORDER}
        for how, atoms in group:
            held[how].extend(atoms)
        yield from ((how, held[how]) for how in (_ORDER[:1] if kept else _ORDER[1:]))


def _written(atoms: Sequence[Atom], struck: bool) -> Iterator[str]:
    """Atoms as runs: neighbours of one look are one run."""
    for look, group in groupby(atoms, key=_LOOK):
        said = "".join([text for _, text in group])
        yield said if look is WHOLE else f"<w:r>{look}{_texts(said, 'delText' if struck else 't')}</w:r>"


def _texts(said: str, name: str) -> str:
    """The words of a run, and the line breaks and tabs between them."""
    parts = _SIGNS.split(said) if "<" in said else (said,)
    return "".join(
        part if part.startswith("<") else f'<w:{name} xml:space="preserve">{part}</w:{name}>' for part in parts if part
    )
