"""What lies in the file between the two windows: a header in the clear that says nothing, and a sealed page.

ChaCha20-Poly1305 (RFC 8439) under a key that scrypt (RFC 7914) makes from the code and the file's salt. The header is sealed
with the page, so that neither can be put to another. Its counter only grows: a file that was kept and put back is known.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from dataclasses import dataclass
from typing import Final

_MARK: Final = b"TMROOM1\n"
_HEADER: Final = struct.Struct(">8s16sQ12s")
SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
MOST_BYTES: Final = 8_000_000
"""A larger file is none of ours."""
SUFFIX: Final = ".room"
_COST: Final = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}
"""About 0.1 s and 32 MB for each guess."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held, and the count under which it was sealed."""

    counter: int
    plain: bytes


def file_name(salt: bytes) -> str:
    """The name of the file with this salt: chance, and nothing else."""
    return f"{salt.hex()}{SUFFIX}"


def key_of(code: str, salt: bytes) -> bytes:
    """The key that ``code`` opens a file of ``salt`` with. Slow on purpose."""
    return hashlib.scrypt(code.encode(), salt=salt, dklen=32, **_COST)


def salt_of(sealed: bytes) -> bytes | None:
    """The salt in the header; ``None`` if it is no file of ours."""
    if len(sealed) < _HEADER.size or len(sealed) > MOST_BYTES or not sealed.startswith(_MARK):
        return None
    salt: bytes = _HEADER.unpack_from(sealed)[1]
    return salt


def seal(key: bytes, salt: bytes, counter: int, plain: bytes) -> bytes:
    """``plain`` sealed under ``key``, with a fresh nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    header = _HEADER.pack(_MARK, salt, counter, nonce)
    return header + ChaCha20Poly1305(key).encrypt(nonce, plain, header)


def opened(key: bytes, salt: bytes, sealed: bytes) -> Opened | None:
    """What was sealed; ``None`` when the key does not fit, or one bit is not as it was."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if salt_of(sealed) != salt:
        return None
    header = sealed[: _HEADER.size]
    _, _, counter, nonce = _HEADER.unpack(header)
    try:
        return Opened(counter, ChaCha20Poly1305(key).decrypt(nonce, sealed[_HEADER.size :], header))
    except InvalidTag:
        return None
