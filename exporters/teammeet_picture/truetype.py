"""Just enough of a font file to measure with it: the characters it has and how wide they are."""

import struct
from collections.abc import Iterator
from pathlib import Path

from teammeet.errors import ExportRefused


def advances(font: Path) -> dict[str, float]:
    """The width of each character of a TrueType or OpenType font (the first of a collection), in text sizes.

    Raises:
        ExportRefused: the file cannot be read or is not a font.
    """
    try:
        return _read(font.read_bytes())
    except (OSError, struct.error, KeyError, IndexError) as error:
        raise ExportRefused("font-refused", file=font.name) from error


def _read(data: bytes) -> dict[str, float]:
    tables = _tables(data)
    units = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    metrics = tables[b"hmtx"]

    def width(glyph: int) -> float:
        wide: int = struct.unpack_from(">H", data, metrics + 4 * min(glyph, count - 1))[0]
        return wide / int(units)

    return {chr(point): width(glyph) for point, glyph in _characters(data, tables[b"cmap"]) if glyph}


def _tables(data: bytes) -> dict[bytes, int]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    records = (struct.unpack_from(">4sIII", data, start + 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _, offset, _ in records}


def _characters(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs, from the Unicode subtables of kind 4 and 12."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    records = [struct.unpack_from(">HHI", data, start + 4 + 8 * number) for number in range(count)]
    offsets = {
        start + offset for platform, encoding, offset in records if platform == 0 or (platform, encoding) in ((3, 1), (3, 10))
    }
    for offset in sorted(offsets):
        kind = struct.unpack_from(">H", data, offset)[0]
        if kind == 4:
            yield from _segments(data, offset)
        elif kind == 12:
            yield from _groups(data, offset)


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}h", data, start + 16 + 4 * count)
    ranges = start + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", data, ranges)
    for number, (first, last) in enumerate(zip(firsts, ends, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if not offsets[number]:
                yield point, (point + deltas[number]) & 0xFFFF
                continue
            glyph = struct.unpack_from(">H", data, ranges + 2 * number + offsets[number] + 2 * (point - first))[0]
            yield point, (glyph + deltas[number]) & 0xFFFF if glyph else 0


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">I", data, start + 12)[0]
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * number)
        for point in range(first, min(last, 0x10FFFF) + 1):
            if not 0xD800 <= point <= 0xDFFF:
                yield point, glyph + point - first
