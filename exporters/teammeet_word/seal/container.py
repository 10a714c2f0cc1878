"""The zip around the parts, byte by byte: nothing may lie in it that belongs to no part, for no seal covers the zip."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
"""An entry of the directory at the end (APPNOTE.TXT 4.3.12)."""
_END: Final = struct.Struct("<4s4H2LH")
_ENTRY_MARK: Final = b"PK\1\2"
_LOCAL_MARK: Final = b"PK\3\4"
_END_MARK: Final = b"PK\5\6"
_DESCRIPTOR_MARK: Final = b"PK\7\x08"
_LOCAL: Final = 30
"""The bytes of the header before a member, without its name."""
_SAME: Final = slice(6, 32)
"""What an entry repeats from the header before its member, from the version to the lengths of name and extra field."""
_SUMS: Final = slice(10, 22)
"""Where in these bytes the sum and the two sizes are: empty before a member whose size was not known beforehand."""
_STREAMED: Final = 8
_STORED: Final = 0


@dataclass(frozen=True, slots=True)
class _Member:
    """One entry of the directory, as far as the bytes before and after the member must agree with it."""

    head: bytes
    name: bytes
    flags: int
    method: int
    sums: tuple[int, int, int]
    offset: int


def is_loose(content: bytes, directory: int) -> bool:
    """Whether anything in a zip belongs to no part: bytes between or behind, extra fields, remarks, folders.

    ``directory`` is where the list of members begins. A reader that looks elsewhere than we do could find another file there,
    and words that no seal covers could lie there.
    """
    members = tuple(_listed(content, directory))
    size = sum(_ENTRY.size + len(member.name) for member in members)
    count = len(members)
    if content[directory + size :] != _END.pack(_END_MARK, 0, 0, count, count, size, directory, 0):
        return True
    at = 0
    for member in sorted(members, key=lambda member: member.offset):
        end = _end_of(content, member, at)
        if end is None:
            return True
        at = end
    return at != directory


def _listed(content: bytes, at: int) -> Iterator[_Member]:
    """The entries of the directory, until one has more in it than a plain one."""
    while content[at : at + 4] == _ENTRY_MARK and at + _ENTRY.size <= len(content):
        entry = content[at : at + _ENTRY.size]
        _, _, _, flags, method, _, _, *numbers = _ENTRY.unpack(entry)
        crc, squeezed, size, length, extra, remark, disk, kind, _, offset = numbers
        name = content[at + _ENTRY.size : at + _ENTRY.size + length]
        if extra or remark or disk or kind > 1 or b"\0" in name or name.endswith(b"/"):
            return
        yield _Member(entry[_SAME], name, flags, method, (crc, squeezed, size), offset)
        at += _ENTRY.size + length


def _end_of(content: bytes, member: _Member, at: int) -> int | None:
    """Where a member ends that begins at ``at``; nothing if it begins elsewhere or anything in it is not as it is listed."""
    start = at + _LOCAL + len(member.name)
    head = content[at + 4 : at + _LOCAL]
    if member.offset != at or content[at : at + 4] != _LOCAL_MARK or content[at + _LOCAL : start] != member.name:
        return None
    if head != member.head and not (member.flags & _STREAMED and head == _without_sums(member.head)):
        return None
    end = start + member.sums[1]
    if not _is_filled(content[start:end], member):
        return None
    return end + _described(content, end, member) if member.flags & _STREAMED else end


def _without_sums(head: bytes) -> bytes:
    return head[: _SUMS.start] + bytes(_SUMS.stop - _SUMS.start) + head[_SUMS.stop :]


def _is_filled(squeezed: bytes, member: _Member) -> bool:
    """Whether a part takes all the bytes that are its own: behind the end of a squeezed stream nobody unpacks anything."""
    size = member.sums[2]
    if member.method == _STORED:
        return len(squeezed) == size
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        length = len(stream.decompress(squeezed, size + 1))
    except zlib.error:
        return False
    return length == size and stream.eof and not stream.unused_data


def _described(content: bytes, at: int, member: _Member) -> int:
    """How many bytes follow a member that was written without knowing its size: its sum and sizes, in one of four forms."""
    forms = [mark + struct.pack(form, *member.sums) for mark in (_DESCRIPTOR_MARK, b"") for form in ("<LLL", "<LQQ")]
    return next((len(form) for form in forms if content[at : at + len(form)] == form), 0)
