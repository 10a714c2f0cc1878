"""Turns the faults of SQLite into the ones that a person is told.

The codes are SQLite's result codes (sqlite.org, "Result and Error Codes"); an extended code keeps the primary one in
its lowest byte. Only codes are read, never the engine's words, and nothing of a statement or its values is passed on.
"""

from collections.abc import Mapping
from typing import Final

from teammeet.errors import PassphraseWrong, VaultDamaged, VaultError, VaultFull, VaultTaken

BUSY: Final = 5
NOT_A_DATABASE: Final = 26
_PERMISSION, _LOCKED, _READ_ONLY, _INPUT_OUTPUT, _CORRUPT, _FULL, _CANNOT_OPEN, _PROTOCOL, _FORMAT = (
    3, 6, 8, 10, 11, 13, 14, 15, 24,
)  # fmt: skip
# Reading failed, or what was read cannot be right: the file is at fault, not the space on the disk.
_UNREADABLE: Final = frozenset(_INPUT_OUTPUT | extended << 8 for extended in (1, 2, 28, 32, 33))
_DAMAGED_FILE: Final = "vault-damaged-file"

_PRIMARY: Final[Mapping[int, type[VaultError]]] = {
    BUSY: VaultTaken,
    _LOCKED: VaultTaken,
    _PROTOCOL: VaultTaken,
    _PERMISSION: VaultFull,
    _READ_ONLY: VaultFull,
    _INPUT_OUTPUT: VaultFull,
    _FULL: VaultFull,
    _CANNOT_OPEN: VaultFull,
    # The first page no longer fits the key: another program has changed the passphrase.
    NOT_A_DATABASE: PassphraseWrong,
}


def fault(code: int) -> VaultError:
    """The fault to tell for SQLite's (extended) result code."""
    primary = code & 0xFF
    if code in _UNREADABLE or primary in (_CORRUPT, _FORMAT):
        return damaged_file()
    return _PRIMARY.get(primary, VaultError)()


def damaged_file() -> VaultDamaged:
    """Part of the file cannot be read, and it cannot be said which family that part belongs to."""
    return VaultDamaged(_DAMAGED_FILE)
