"""The seal: a digital signature over every part of a Word file, made with the agency's or the facilitator's key.

It proves that a file is as it was when it was sealed with that key; not whose key it is, and never that a person signed.
``signing.py`` makes it, ``verifying.py`` judges it, ``keys.py`` reads and makes keys, ``certificates.py`` knows who vouches;
``parts.py``, ``container.py`` and ``canonical.py`` are the file, the zip and the XML.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import partial

from teammeet_word.seal.certificates import fingerprint_said
from teammeet_word.seal.keys import Key, locked, new_key, read_key
from teammeet_word.seal.signing import sealed
from teammeet_word.seal.verdict import Verdict
from teammeet_word.seal.verifying import verified

__all__ = [
    "Key",
    "Verdict",
    "fingerprint_said",
    "locked",
    "new_key",
    "read_key",
    "sealed",
    "sealing",
    "sha256_of",
    "verified",
]


def sealing(key_file: bytes, passphrase: str, clock: Callable[[], datetime]) -> Callable[[bytes], bytes]:
    """What :attr:`teammeet.export.Options.seal` takes: it seals with the key in a PKCS#12 file, at the clock's time.

    Raises:
        TeammeetError: see :func:`read_key`; ``key-expired`` or ``key-not-yet``: before anything is made, and when it is used.
    """
    key = read_key(key_file, passphrase)
    key.refuse_unless_valid(clock())
    return partial(_sealed_now, key, clock)


def sha256_of(content: bytes) -> str:
    """The SHA-256 of a whole file."""
    return hashlib.sha256(content).hexdigest()


def _sealed_now(key: Key, clock: Callable[[], datetime], content: bytes) -> bytes:
    return sealed(content, key, clock())
