"""What belongs together in two versions: sections by their headings and words, then blocks, then the rows of a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Generic, NamedTuple, TypeVar

from teammeet_word.tracked.cut import PICTURE, TABLE, level_of, style_of, words_of

T = TypeVar("T")
Pair = tuple[T | None, T | None]
"""The old one and the new one; nothing where there is none."""

ALIKE: Final = 0.4
"""From so many words in common on, of all their words, two pieces are two wordings of one."""
_SAME_PLACE: Final = 0.3
"""What the same heading, or the same table, counts for where the words differ."""
_MOST_COMPARED: Final = 4_000
"""So many comparisons of one with another at most; beyond, each is compared with those near it alone."""
_NEAR: Final = 4
_CELL: Final = "<w:tc>"
_KEEPS_NEXT: Final = "<w:keepNext/>"
_WIDTH: Final = re.compile(r'<w:(?:gridCol|tcW) w:w="\d+"')


class Nature(NamedTuple):
    """What of a piece is compared with others: only those of one ``kind`` are ever alike, and then by their ``words``.

    The same ``place`` (a heading, a table) counts besides; ``least`` is how alike two must be to be two wordings of one.
    """

    kind: str
    words: frozenset[str]
    place: str = ""
    least: float = ALIKE


class Matching(Generic[T]):
    """Pairs of two versions: what is the same first, then what is most alike, the order kept.

    ``same`` gives what must be equal for two to be the same, ``nature`` what the others are compared by.
    """

    def __init__(self, same: Callable[[T], object], nature: Callable[[T], Nature]) -> None:
        self._same = same
        self._nature = nature

    def pairs(self, old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
        """Every piece of both, once, in an order that is right for both."""
        first, last = ends_in_common(old, new)
        until, to = len(old) - last, len(new) - last
        yield from zip(old[:first], new[:first], strict=True)
        yield from self._between(old[first:until], new[first:to])
        yield from zip(old[until:], new[to:], strict=True)

    def _between(self, old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
        """The same of two stretches that neither begin nor end with one and the same piece."""
        if len(old) < 2 or len(new) < 2:
            yield from self._gap(old, new)
            return
        was, now = [self._same(piece) for piece in old], [self._same(piece) for piece in new]
        for what, i, j, k, end in SequenceMatcher(None, was, now).get_opcodes():
            left, right = old[i:j], new[k:end]
            yield from zip(left, right, strict=True) if what == "equal" else self._gap(left, right)

    def _gap(self, old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
        """Of two stretches without anything that is the same: the pairs that are most alike, all in all."""
        if len(old) == len(new) == 1 and alike(self._nature(old[0]), self._nature(new[0])):
            yield old[0], new[0]
            return
        best = self._best(old, new) if old and new else {}
        i = k = 0
        while i < len(old) or k < len(new):
            step = best.get((i, k), (0.0, "old" if i < len(old) else "new"))[1]
            if step == "both":
                yield old[i], new[k]
            else:
                yield (old[i], None) if step == "old" else (None, new[k])
            i += step != "new"
            k += step != "old"

    def _best(self, old: Sequence[T], new: Sequence[T]) -> dict[tuple[int, int], tuple[float, str]]:
        """The longest common sequence, each pair weighed by how alike it is, squared.

        Two pairs that are half alike must not weigh as much as one that is all but the same: two needs that changed places
        would be a mesh of each other.
        """
        was, now = [self._nature(piece) for piece in old], [self._nature(piece) for piece in new]
        every = len(old) * len(new) <= _MOST_COMPARED
        best: dict[tuple[int, int], tuple[float, str]] = {}
        slope = len(new) / len(old)
        for i in reversed(range(len(old))):
            near = range(len(new)) if every else _around(i * slope, len(new))
            for k in reversed(near):
                found = best.get((i + 1, k), _NONE)[0], "old"
                if (other := best.get((i, k + 1), _NONE)[0]) > found[0]:
                    found = other, "new"
                weight = alike(was[i], now[k])
                if weight and (both := weight * weight + best.get((i + 1, k + 1), _NONE)[0]) > found[0]:
                    found = both, "both"
                best[i, k] = found
        return best


_NONE: Final = (0.0, "")


def alike(old: Nature, new: Nature) -> float:
    """How alike two pieces are, by the share of their words that both have (Sørensen and Dice); 0 if not enough."""
    if old.kind != new.kind:
        return 0.0
    words = len(old.words) + len(new.words)
    found = 2 * len(old.words & new.words) / words if words else 1.0
    if old.place and old.place == new.place:
        found += _SAME_PLACE
    return found if found >= old.least else 0.0


def ends_in_common(was: Sequence[object], now: Sequence[object]) -> tuple[int, int]:
    """How many pieces are the same from the beginning on, and how many of the others at the end."""
    most = min(len(was), len(now))
    first = 0
    while first < most and was[first] == now[first]:
        first += 1
    last = 0
    while last < most - first and was[-1 - last] == now[-1 - last]:
        last += 1
    return first, last


def _around(middle: float, length: int) -> range:
    return range(max(0, int(middle) - _NEAR), min(length, int(middle) + _NEAR + 1))


class Natures:
    """What fragments are compared by. Their words are kept as long as one comparison lasts, never longer."""

    def __init__(self) -> None:
        self._words: dict[str, frozenset[str]] = {}

    def of_block(self, block: str) -> Nature:
        """Of a paragraph, by its style; of a table, by its shape. Two pictures are never wordings of one."""
        if PICTURE in block:
            return Nature(block, frozenset())
        if block.startswith(TABLE):
            return Nature(_shape(block), self._of_one(block), TABLE, _SAME_PLACE)
        return Nature(style_of(block), self._of_one(block))

    def of_row(self, row: str) -> Nature:
        """Of a row among those of one table: what stands first in it tells most."""
        return Nature("", words_of(row[: row.find("</w:tc>")]))

    def of_section(self, section: Sequence[str]) -> Nature:
        """Of a section among those under headings of one level."""
        level = level_of(section[0])
        words = frozenset().union(*map(self._of_one, section))
        return Nature(str(level), words, section[0] if level else _NO_HEADING, _SAME_PLACE)

    def _of_one(self, block: str) -> frozenset[str]:
        if block not in self._words:
            self._words[block] = words_of(block)
        return self._words[block]


_NO_HEADING: Final = "none"
"""What stands before the first heading has one place."""


def as_read(block: str) -> str:
    """A block without what only places it on the page: two that are read as one and the same are equal."""
    return _WIDTH.sub("", unheld(block)) if _CELL in block else unheld(block)


def unheld(block: str) -> str:
    """A block without what holds it on the page of the next."""
    return block.replace(_KEEPS_NEXT, "")


def _shape(table: str) -> str:
    """The beginning of a table, up to the end of its row of headings, however wide its columns are."""
    return as_read(table[: table.find("</w:tr>")])
