"""The one place that knows which SQL engine is beneath: connection, transactions, faults.

Everything else in the store is SQL that SQLite, SQLCipher and PostgreSQL read alike, written with ``?`` as the mark.
"""

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Final, Protocol, Self

from teammeet.errors import VaultError
from teammeet.store.faults import BUSY, damaged_file, fault

WAIT: Final = 5.0
"""Seconds that another program may hold the vault before it counts as taken."""

Row = tuple[Any, ...]  # what an engine gives back has no type of its own

_SAFE: Final = (
    "trusted_schema = off",
    "cell_size_check = on",
    "foreign_keys = on",
    "secure_delete = on",
    "temp_store = memory",
    "mmap_size = 0",
)
_DURABLE: Final = ("synchronous = full", "fullfsync = on", "checkpoint_fullfsync = on")


def marks(values: Collection[object]) -> str:
    """The SQL list that ``values`` go into; of no values, a list that nothing is in."""
    return f"({','.join('?' * len(values)) or 'null'})"


class Engine(Protocol):
    """What the journal asks of an SQL engine. Every fault comes as a ``VaultError``."""

    def rows(self, statement: str, *values: object) -> list[Row]:
        """Run one statement and read all that it gives."""

    def writing(self) -> AbstractContextManager[None]:
        """A transaction that holds the right to write: kept whole when the block ends well, else not at all."""

    def reading(self) -> AbstractContextManager[None]:
        """A transaction in which every statement sees the same moment."""

    def tidy(self) -> bool:
        """Leave no trace of what was taken away, where the engine keeps one; False if that must wait."""


class SqliteEngine:
    """One connection to SQLite or SQLCipher; threads may share it, one statement or transaction at a time."""

    def __init__(self, connection: Any, errors: type[Exception]) -> None:
        self._connection = connection
        self._errors = errors
        self._alone = RLock()

    @classmethod
    def encrypted(cls, path: Path, key: bytes, wait: float = WAIT) -> Self:
        """Connect to the SQLCipher file at ``path``, which must be there; nothing is read of it yet.

        ``wait`` is how many seconds another program may hold the file. The key goes in beside the SQL, never inside
        it, so no quote in a passphrase can be read as SQL.

        Raises:
            VaultError: the file cannot be opened, or what runs here is not SQLCipher and would write plain text.
        """
        from sqlcipher3 import dbapi2  # late: no other command needs it

        try:
            address = f"{path.absolute().as_uri()}?mode=rw"
            connection = dbapi2.connect(address, uri=True, isolation_level=None, timeout=wait, check_same_thread=False)
        except dbapi2.Error as error:
            raise fault(error.sqlite_errorcode) from None
        engine = cls(connection, dbapi2.Error)
        engine.rows("pragma cipher_log = off")  # before the key: a wrong one would be written to stderr
        with engine._told():
            connection.set_key(key)
        engine.rows("pragma cipher_compatibility = 4")
        if not engine.rows("pragma cipher_version"):
            engine.close()
            raise VaultError
        for setting in _SAFE:
            engine.rows(f"pragma {setting}")
        return engine

    def settle(self) -> None:
        """Set what makes a commit durable.

        Raises:
            VaultError: among others where the disk cannot keep a write-ahead log.
        """
        if self.rows("pragma journal_mode = wal") != [("wal",)]:
            raise VaultError
        for setting in _DURABLE:
            self.rows(f"pragma {setting}")

    def rows(self, statement: str, *values: object) -> list[Row]:
        """Run one statement and read all that it gives."""
        with self._alone, self._told():
            return list(self._connection.execute(statement, values))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that holds the right to write: kept whole when the block ends well, else not at all."""
        with self._transaction("begin immediate"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction in which every statement sees the same moment."""
        with self._transaction("begin"):
            yield

    def change_key(self, key: bytes) -> None:
        """Write every page anew under ``key``, in one transaction, and leave no page under the old one.

        After a fault this connection may be of no use (see ``take_over``).

        Raises:
            VaultTaken: another program is using the file.
            VaultFull: there is no space for a second copy of every page.
        """
        if not self.tidy():
            raise fault(BUSY)
        with self._alone, self._told():
            self._connection.reset_key(key)
        # SQLCipher reports success even where the disk was full; only the next statement tells.
        self.rows("select count(*) from sqlite_master")
        # Should another program be reading just now, pages under the old key stay until the last one closes the file.
        self.tidy()

    def take_over(self, other: "SqliteEngine") -> None:
        """Go on with the connection of ``other``, and close the one that was in use."""
        with self._alone, self._told():
            broken, self._connection = self._connection, other._connection
            broken.close()

    def tidy(self) -> bool:
        """Move the write-ahead log into the file and cut it to nothing; False if another program is reading from it."""
        ((busy, *_),) = self.rows("pragma wal_checkpoint(truncate)")
        return not busy

    def check(self) -> None:
        """Read every page, and check its HMAC and its place among the others.

        Raises:
            VaultDamaged: a page does not hold.
        """
        if self.rows("pragma cipher_integrity_check") or self.rows("pragma integrity_check") != [("ok",)]:
            raise damaged_file()

    def copy_to(self, other: "SqliteEngine") -> None:
        """Copy the whole file, as it is at this moment, into ``other``."""
        with self._alone, self._told():
            self._connection.backup(other._connection)

    def close(self) -> None:
        """Close the connection; the last one to close moves the log into the file."""
        with self._alone, self._told():
            self._connection.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._alone, self._told():
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("commit")
            finally:
                # After a full disk SQLite has rolled back already, and "rollback" as SQL would be a second fault.
                if self._connection.in_transaction:
                    self._connection.rollback()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            # Errors of the module itself (a closed connection) carry no code.
            raise fault(getattr(error, "sqlite_errorcode", 0) or 0) from None
