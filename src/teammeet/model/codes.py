"""Short codes that people read aloud and that stand in file names: they come from ids and digests and say nothing else."""

import hashlib
from typing import Final

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""


def code_of(family_id: str) -> str:
    """The family's code, such as ``F-7K2M``: four letters and digits made from the family's id."""
    return f"F-{_letters(hashlib.sha256(family_id.encode()).digest(), 4)}"


def short_code(digest: str) -> str:
    """A digest (64 hex digits) as eight letters and digits in two groups, such as ``K7M2-9QTD``."""
    letters = _letters(bytes.fromhex(digest), 8)
    return f"{letters[:4]}-{letters[4:]}"


def _letters(digest: bytes, number: int) -> str:
    value = int.from_bytes(digest[:8], "big")
    return "".join(_LETTERS[value >> 5 * place & 31] for place in range(number))
