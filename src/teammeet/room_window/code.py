"""The short code that joins the room's window to the facilitator's: said aloud, read off a screen, typed once."""

import secrets
from typing import Final

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for another, and none that makes rude words."""
_TAKEN_FOR: Final = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\u2013": None, "\u2014": None})
"""What people type for them, and what they put between."""
LENGTH: Final = 8
"""Letters of a code: 40 bits of chance, each guess made slow by scrypt."""


def new_code() -> str:
    """Eight letters by chance, without the hyphen."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))


def spelled(code: str) -> str:
    """``code`` as people read it: ``K7QF-2M9X``."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def as_typed(typed: str) -> str:
    """The code that somebody meant: small letters, blanks and a letter O for a nought do not matter. Empty if it is none."""
    code = typed.strip().upper().translate(_TAKEN_FOR)
    return code if len(code) == LENGTH and set(code) <= set(_LETTERS) else ""
