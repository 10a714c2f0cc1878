"""The chain that makes a journal tell when it was altered.

Each line's hash covers the line and the hash before it. A line covers its body by a salted digest: one body can be
taken away for good, the chain still holds, and what was taken away cannot be guessed from the digest that is left.
A chain whose end was cut off still holds; only a head printed on paper shows that.
"""

import hashlib
import json
import secrets

_SALT_BYTES = 16


def fresh_salt() -> str:
    """A random salt for one body, in hexadecimal."""
    return secrets.token_hex(_SALT_BYTES)


def digest(salt: str, body: str | None) -> str:
    """The digest of one body under its salt; "taken away" (None) has one too."""
    return _sha256(salt, body)


def start(family: str) -> str:
    """The hash that the first line of a family's chain builds on."""
    return _sha256(family)


def link(before: str, *line: str | int | None) -> str:
    """The hash of a line that follows the hash ``before``."""
    return _sha256(before, *line)


def _sha256(*parts: str | int | None) -> str:
    # JSON keeps the parts apart, so that no two lists of parts give the same bytes.
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()
