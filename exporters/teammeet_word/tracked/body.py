"""Two bodies woven into one: what is the same stands as it is, what belongs together is compared inside, the rest is marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

from teammeet_word.tracked.cut import (
    TABLE,
    as_wide_as,
    blocks_of,
    cell_of,
    is_paragraph,
    level_of,
    paragraph_of,
    row_of,
    table_of,
)
from teammeet_word.tracked.marks import How, Marks
from teammeet_word.tracked.match import Matching, Natures, Pair, as_read, unheld

Section = tuple[str, ...]
"""A heading with all that stands under it; what comes before the first heading has none."""


def tracked(old: str, new: str, marks: Marks) -> str:
    """The body ``new`` with its changes since ``old``."""
    return "".join(_Weaving(marks).body(blocks_of(old), blocks_of(new)))


class _Weaving:
    """One comparison."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        natures = Natures()
        self._sections: Matching[Section] = Matching(lambda section: tuple(map(as_read, section)), natures.of_section)
        self._blocks: Matching[str] = Matching(as_read, natures.of_block)
        self._rows: Matching[str] = Matching(unheld, natures.of_row)

    def body(self, old: Section, new: Section) -> Iterator[str]:
        return self._flow(list(self._paired(old, new, 1)))

    def _paired(self, old: Section, new: Section, level: int) -> Iterator[Pair[str]]:
        """The blocks of both, by the sections in which they stand, from headings of ``level`` on."""
        for was, now in self._sections.pairs(_sections(old, level), _sections(new, level)):
            if was is None or now is None:
                yield from ((block, None) for block in was or ())
                yield from ((None, block) for block in now or ())
            elif was == now:
                yield from zip(was, now, strict=True)
            elif any(level_of(block) > level for block in (*was[1:], *now[1:])):
                yield from self._inside(was, now, level)
            else:
                yield from self._blocks.pairs(was, now)

    def _inside(self, was: Section, now: Section, level: int) -> Iterator[Pair[str]]:
        """A section with smaller ones in it: its own heading belongs to the other's, whatever they say."""
        if level_of(was[0]) == level_of(now[0]) == level:
            yield was[0], now[0]
            was, now = was[1:], now[1:]
        yield from self._paired(was, now, level + 1)

    def _flow(self, pairs: Sequence[Pair[str]]) -> Iterator[str]:
        """Blocks in a body or a cell. One that stands last cannot lose its end: then the end of the one before it is marked."""
        settled = max((n for n, (was, now) in enumerate(pairs) if was is not None and now is not None), default=-1)
        ending = pairs[settled + 1 :]
        how: How = "ins" if ending and ending[-1][0] is None else "del"
        joins = _joins(pairs, settled)
        yield from (self._pair(was, now) for was, now in pairs[: settled if joins else settled + 1])
        if not joins:
            yield from (self._pair(was, now) for was, now in ending)
            return
        yield from self._ending(pairs[settled], ending, how)

    def _ending(self, kept: Pair[str], ending: Sequence[Pair[str]], how: How) -> Iterator[str]:
        """A kept paragraph and those after it, all put in or all struck out, up to the end of the cell or the body."""
        was, now = (paragraph_of(block or "") for block in kept)
        blocks = [paragraph_of(old or new or "") for old, new in ending]
        yield self._marks.reworded(was, now, mark=how)
        yield from (self._marks.paragraph(block, how, how) for block in blocks[:-1])
        last = blocks[-1]
        became = (last.properties, was.properties) if how == "ins" else (now.properties, last.properties)
        yield self._marks.paragraph(last, how, None, became)

    def _pair(self, was: str | None, now: str | None) -> str:
        if was is None or now is None:
            block = was or now or ""
            return self._marks.block(block, "ins" if was is None else "del")
        if was == now or as_read(was) == as_read(now):
            return now
        if now.startswith(TABLE):
            return self._table(was, now)
        return self._marks.reworded(paragraph_of(was), paragraph_of(now))

    def _table(self, was: str, now: str) -> str:
        old, new = table_of(was), table_of(now)
        former = old.rows if old.head == new.head else [as_wide_as(new.head, row) for row in old.rows]
        rows = "".join(self._row(a, b) for a, b in self._rows.pairs(former, new.rows))
        return f"<w:tbl>{new.head}{rows}</w:tbl>"

    def _row(self, was: str | None, now: str | None) -> str:
        if was is None or now is None:
            return self._marks.row(was or now or "", "ins" if was is None else "del")
        if was == now or unheld(was) == unheld(now):
            return now
        old, new = row_of(was), row_of(now)
        cells = "".join(self._cell(a, b) for a, b in zip(old.cells, new.cells, strict=True))
        return self._marks.row_around(new, cells)

    def _cell(self, was: str, now: str) -> str:
        if was == now or unheld(was) == unheld(now):
            return now
        old, (properties, new) = cell_of(was)[1], cell_of(now)
        return f"<w:tc>{properties}{''.join(self._flow(list(self._in_cell(old, new))))}</w:tc>"

    def _in_cell(self, old: Section, new: Section) -> Iterator[Pair[str]]:
        """The paragraphs of a cell: one in the place of another belongs to it, so that what is left over is of one kind."""
        pairs = self._blocks.pairs(old, new) if len(old) > 1 or len(new) > 1 else zip_longest(old, new)
        for settled, group in groupby(pairs, key=lambda pair: None not in pair):
            if settled:
                yield from group
            else:
                unpaired = list(group)
                yield from zip_longest(
                    [was for was, _ in unpaired if was is not None], [now for _, now in unpaired if now is not None]
                )


def _joins(pairs: Sequence[Pair[str]], settled: int) -> bool:
    """Whether only paragraphs of one kind follow the last that both have, and it is a paragraph itself."""
    ending = pairs[settled + 1 :]
    kinds = {was is None for was, _ in ending}
    blocks = [block for pair in pairs[settled:] for block in pair if block is not None]
    return settled >= 0 and len(kinds) == 1 and all(map(is_paragraph, blocks))


def _sections(blocks: Section, level: int) -> tuple[Section, ...]:
    """The blocks cut before each heading of ``level`` or a higher one."""
    cuts = [number for number, block in enumerate(blocks) if number and 0 < level_of(block) <= level]
    return tuple(blocks[begin:end] for begin, end in pairwise((0, *cuts, len(blocks)))) if blocks else ()
