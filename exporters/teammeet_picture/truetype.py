"""Just enough of a font file to choose it and to measure with it: which letters it has and how wide they are.

(OpenType specification: ``cmap`` of kinds 4 and 12, ``head``, ``hhea``, ``hmtx``; letters with outlines of either sort, and the
first font of a collection.)
"""

import mmap
import struct
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from teammeet.errors import ExportRefused

_NEEDED: Final = (b"head", b"hhea", b"hmtx", b"maxp", b"name", b"cmap")
_LETTERS: Final = frozenset({b"glyf", b"CFF ", b"CFF2", b"CBDT", b"sbix", b"COLR", b"SVG "})
"""Where a font may keep what its letters look like: one of these."""
_FAMILY: Final = frozenset({1, 16})
_FOR_PRINTERS: Final = 6
"""Numbers of names (OpenType specification, ``name``). The painter leaves out a font without both kinds."""


class Advances(dict[str, float | None]):
    """The advance of each letter that is asked for, in text sizes; None for a letter that the font does not have.

    The file is looked into where it must be, never read as a whole: fonts for Chinese are 20 MB. So a broken one may be found
    out by a later question; where nobody has ``chosen`` it, it then just does not have that letter.

    Raises:
        ExportRefused: the file cannot be read or is not a font.
    """

    def __init__(self, font: Path, *, chosen: bool = True) -> None:
        self._name, self._chosen = font.name, chosen
        try:
            with font.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._open()
        except (OSError, ValueError, LookupError, struct.error) as error:  # ValueError: an empty file
            raise self._refused() from error

    def __missing__(self, letter: str) -> float | None:
        advance = None
        try:
            advance = self._advance(ord(letter))
        except (LookupError, struct.error) as error:
            if self._chosen:
                raise self._refused() from error
        return self.setdefault(letter, advance)

    def _refused(self) -> ExportRefused:
        return ExportRefused("font-refused", file=self._name)

    def _open(self) -> None:
        tables = _tables(self._data)
        if not all(tag in tables for tag in _NEEDED) or _LETTERS.isdisjoint(tables):
            raise LookupError
        self._units = self._number(">H", tables[b"head"] + 18)
        self._count = self._number(">H", tables[b"hhea"] + 34)
        names = _names(self._data, tables[b"name"])
        if not (self._units and self._count) or _FAMILY.isdisjoint(names) or _FOR_PRINTERS not in names:
            raise LookupError
        self._metrics = tables[b"hmtx"]
        self._maps = tuple(_maps(self._data, tables[b"cmap"]))

    def _advance(self, point: int) -> float | None:
        glyphs = (self._grouped(start, point) if kind == 12 else self._in_segment(start, point) for kind, start in self._maps)
        glyph = next(filter(None, glyphs), 0)
        return self._number(">H", self._metrics + 4 * min(glyph, self._count - 1)) / self._units if glyph else None

    def _in_segment(self, start: int, point: int) -> int:
        """The glyph of a code point by a subtable of kind 4; 0 for none."""
        if point > 0xFFFE:
            return 0
        count = self._number(">H", start + 6) // 2
        number = bisect_left(range(count), point, key=lambda place: self._number(">H", start + 14 + 2 * place))
        if number == count:
            return 0
        firsts = start + 16 + 2 * (count + number)
        first, delta, beyond = (self._number(">H", firsts + 2 * count * row) for row in range(3))
        if point < first:
            return 0
        if not beyond:
            return (point + delta) & 0xFFFF
        glyph = self._number(">H", firsts + 4 * count + beyond + 2 * (point - first))
        return (glyph + delta) & 0xFFFF if glyph else 0

    def _grouped(self, start: int, point: int) -> int:
        """The glyph of a code point by a subtable of kind 12; 0 for none."""
        count = self._number(">I", start + 12)
        number = bisect_left(range(count), point, key=lambda place: self._number(">I", start + 20 + 12 * place))
        if number == count:
            return 0
        first, _, glyph = struct.unpack_from(">III", self._data, start + 16 + 12 * number)
        return int(glyph) + point - int(first) if point >= first else 0

    def _number(self, kind: str, place: int) -> int:
        number: int = struct.unpack_from(kind, self._data, place)[0]
        return number


def _tables(data: mmap.mmap) -> dict[bytes, int]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    records = (struct.unpack_from(">4sIII", data, start + 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _, offset, _ in records}


def _names(data: mmap.mmap, start: int) -> frozenset[int]:
    """Which names a font has, by their numbers."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    return frozenset(struct.unpack_from(">H", data, start + 6 + 12 * number + 6)[0] for number in range(count))


def _maps(data: mmap.mmap, start: int) -> Iterator[tuple[int, int]]:
    """The Unicode subtables that can be read, by kind and place; those of kind 12, which hold more, first."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    records = [struct.unpack_from(">HHI", data, start + 4 + 8 * number) for number in range(count)]
    places = {
        start + offset for platform, encoding, offset in records if platform == 0 or (platform, encoding) in ((3, 1), (3, 10))
    }
    kinds = ((struct.unpack_from(">H", data, place)[0], place) for place in places)
    yield from sorted(((kind, place) for kind, place in kinds if kind in (4, 12)), key=lambda found: (-found[0], found[1]))
