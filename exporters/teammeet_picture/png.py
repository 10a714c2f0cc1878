"""What a PNG says beside its pixels: how large it is in print, its title and its description (PNG specification, chunks)."""

import struct
import zlib
from typing import Final

DOTS_AN_INCH: Final = 300
_INCHES_IN_A_METRE: Final = 39.3701
_SIGNATURE_AND_HEADER: Final = 8 + 4 + 4 + 13 + 4


def described(png: bytes, *, title: str, description: str, language: str) -> bytes:
    """``png`` with its size in print, and with words for programs that read pictures aloud."""
    across = round(DOTS_AN_INCH * _INCHES_IN_A_METRE)
    said = (_chunk(b"pHYs", struct.pack(">IIB", across, across, 1)), _words("Title", title, language))
    head, rest = png[:_SIGNATURE_AND_HEADER], png[_SIGNATURE_AND_HEADER:]
    return b"".join((head, *said, _words("Description", description, language), rest))


def _words(keyword: str, said: str, language: str) -> bytes:
    """A text that is not squeezed, in UTF-8, with its language."""
    tag = language.encode("ascii", "replace")
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0" + tag + b"\0\0" + said.encode())


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
