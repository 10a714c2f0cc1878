"""The fingerprint of a scan. The file is read and let go: neither it nor its name is kept, logged or told."""

import hashlib
import stat
from pathlib import Path
from typing import Final, Literal

MOST_BYTES: Final = 200_000_000
"""A scan of a page has less; what is larger was named by mistake."""


class ScanRefused(Exception):
    """No fingerprint: ``why`` is ``no-file`` or ``not-a-scan``; it never names the file."""

    def __init__(self, why: Literal["no-file", "not-a-scan"]) -> None:
        super().__init__(why)
        self.why = why


def digest_of(path: Path) -> str:
    """SHA-256 (64 hex digits) of the file at ``path``.

    Raises:
        ScanRefused: there is none, it cannot be read, is no plain file, is empty or larger than :data:`MOST_BYTES`.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or not 0 < about.st_size <= MOST_BYTES:
            raise ScanRefused("not-a-scan")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        raise ScanRefused("no-file") from None
