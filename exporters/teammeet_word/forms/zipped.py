"""A zip written from parts that were squeezed before: what is the same in every filled form is squeezed once.

The times of the parts are the first that a zip can say, so that the same content gives the same bytes (APPNOTE.TXT, 4.3).
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_FIRST_DAY: Final = 0x21
"""1 January 1980 as a zip writes it."""
_NEEDS: Final = 20
_NAME_IS_UTF8: Final = 0x800
_STORED, _DEFLATED = 0, 8
_FAST: Final = 3
_KEPT_AS_THEY_ARE: Final = (".png", ".jpg", ".jpeg", ".gif", ".wdp")
"""What is squeezed already."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it stands in the zip."""

    name: str
    method: int
    check: int
    size: int
    content: bytes


def packed(name: str, content: bytes) -> Packed:
    """A part, squeezed unless its kind is so already."""
    check = zlib.crc32(content)
    if name.lower().endswith(_KEPT_AS_THEY_ARE):
        return Packed(name, _STORED, check, len(content), content)
    squeezer = zlib.compressobj(_FAST, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(name, _DEFLATED, check, len(content), squeezer.compress(content) + squeezer.flush())


def written(parts: Iterable[Packed]) -> bytes:
    """The parts as a zip, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if name.isascii() else _NAME_IS_UTF8
        facts = (flags, part.method, 0, _FIRST_DAY, part.check, len(part.content), part.size, len(name), 0)
        head = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", _NEEDS, *facts) + name
        entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", _NEEDS, _NEEDS, *facts, 0, 0, 0, 0, place)
        body += (head, part.content)
        directory.append(entry + name)
        place += len(head) + len(part.content)
    listed = b"".join(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(directory), len(directory), len(listed), place, 0)
    return b"".join([*body, listed, end])
