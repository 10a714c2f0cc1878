"""What belongs together in two versions: sections by their headings and words, then blocks, then the rows of a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Generic, TypeVar

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


class Matching(Generic[T]):
    """Pairs of two versions: what is the same first, then what is most alike, the order kept.

    ``same`` gives what must be equal for two to be the same, ``alike`` how alike two others are: 0 not at all.
    """

    def __init__(self, same: Callable[[T], object], alike: Callable[[T, T], float]) -> None:
        self._same = same
        self._alike = alike

    def pairs(self, old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
        """Every piece of both, once, in an order that is right for both."""
        was, now = [self._same(piece) for piece in old], [self._same(piece) for piece in new]
        first = _in_common(was, now)
        last = _in_common(was[first:][::-1], now[first:][::-1])
        yield from zip(old[:first], new[:first], strict=True)
        until, to = len(old) - last, len(new) - last
        matcher = SequenceMatcher(None, was[first:until], now[first:to])
        for what, i, j, k, end in matcher.get_opcodes():
            left, right = old[first + i : first + j], new[first + k : first + end]
            yield from zip(left, right, strict=True) if what == "equal" else self._gap(left, right)
        yield from zip(old[until:], new[to:], strict=True)

    def _gap(self, old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
        """Of two stretches without anything that is the same: the pairs that are most alike, all in all."""
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
        """The longest common sequence, each pair weighed by how alike it is."""
        every = len(old) * len(new) <= _MOST_COMPARED
        best: dict[tuple[int, int], tuple[float, str]] = {}
        slope = len(new) / len(old) if old else 0.0
        for i in reversed(range(len(old))):
            near = range(len(new)) if every else _around(i * slope, len(new))
            for k in reversed(near):
                choices = [(best.get((i + 1, k), _NONE)[0], "old"), (best.get((i, k + 1), _NONE)[0], "new")]
                weight = self._alike(old[i], new[k])
                if weight:
                    choices.append((weight + best.get((i + 1, k + 1), _NONE)[0], "both"))
                best[i, k] = max(choices, key=lambda choice: choice[0])
        return best


_NONE: Final = (0.0, "")


def _around(middle: float, length: int) -> range:
    return range(max(0, int(middle) - _NEAR), min(length, int(middle) + _NEAR + 1))


def _in_common(was: Sequence[object], now: Sequence[object]) -> int:
    """How many pieces are the same from the beginning on."""
    return next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))


class Likeness:
    """How alike fragments are, by their words. The words are kept as long as one comparison lasts, never longer."""

    def __init__(self) -> None:
        self._words: dict[str, frozenset[str]] = {}

    def of(self, old: str, new: str) -> float:
        """The share of their words that two fragments have in common (Sørensen and Dice)."""
        was, now = self._of_one(old), self._of_one(new)
        return 2 * len(was & now) / (len(was) + len(now)) if was or now else 1.0

    def of_blocks(self, old: str, new: str) -> float:
        """For paragraphs of one style, and for tables of one shape; else nothing."""
        if old.startswith(TABLE) or new.startswith(TABLE):
            return _SAME_PLACE + self.of(old, new) if table_shape(old) == table_shape(new) else 0.0
        return self._enough(old, new) if style_of(old) == style_of(new) else 0.0

    def of_rows(self, old: str, new: str) -> float:
        """For rows of one table: what stands first in them tells most."""
        first = self.of(_first_cell(old), _first_cell(new))
        return first if first >= ALIKE else 0.0

    def of_sections(self, old: Sequence[str], new: Sequence[str]) -> float:
        """For sections under headings of one level."""
        if level_of(old[0]) != level_of(new[0]):
            return 0.0
        here = _SAME_PLACE if old[0] == new[0] or not level_of(old[0]) else 0.0
        found = here + self.of("".join(old), "".join(new))
        return found if found >= _SAME_PLACE else 0.0

    def _enough(self, old: str, new: str) -> float:
        found = self.of(old, new)
        return found if found >= ALIKE else 0.0

    def _of_one(self, fragment: str) -> frozenset[str]:
        if fragment not in self._words:
            self._words[fragment] = words_of(fragment)
        return self._words[fragment]


def as_read(block: str) -> str:
    """A block without what only places it on the page: two that are read as one and the same are equal."""
    if PICTURE in block:
        return PICTURE
    plain = block.replace(_KEEPS_NEXT, "")
    return _WIDTH.sub("", plain) if _CELL in plain else plain


def table_shape(block: str) -> str:
    """The beginning of a table, up to the end of its row of headings, however wide its columns are."""
    return as_read(block[: block.find("</w:tr>")]) if block.startswith(TABLE) else ""


def _first_cell(row: str) -> str:
    return row[: row.find("</w:tc>")]
