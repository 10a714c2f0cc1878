"""The vault: one encrypted file that holds the journals of all families.

The file is SQLCipher's (AES-256, an HMAC on every page, PBKDF2 on the passphrase), with a write-ahead log beside it
(``-wal``, ``-shm``) while it is open. Nothing is ever made, or made anew, over something that is there.
"""

import secrets
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final, Self

from teammeet.errors import PassphraseWrong, VaultDamaged, VaultError, VaultForeign
from teammeet.store import files, schema
from teammeet.store.engine import WAIT, SqliteEngine
from teammeet.store.journal import Clock, Journal, now
from teammeet.store.words import normalise

_KEY_BYTES: Final = 32


class Vault:
    """An open vault. ``journal`` is everything in it.

    ``wait`` is how many seconds another program may hold the file before ``VaultTaken``; ``clock`` dates the events.
    """

    def __init__(self, path: Path, engine: SqliteEngine, clock: Clock = now, wait: float = WAIT) -> None:
        self.path = path
        self.journal = Journal(engine, clock)
        self._engine = engine
        self._wait = wait

    @classmethod
    def create(cls, path: Path, passphrase: str, *, clock: Clock = now, wait: float = WAIT) -> Self:
        """Make a vault at ``path`` (mode 0600), and its folder where there is none (mode 0700).

        Raises:
            VaultExists: something is at ``path``, or beside it under a name that SQLite would use.
            PassphraseWrong: the passphrase is empty.
            VaultFull: the disk is full or the folder may not be written to.
        """
        return cls._create(path, _key(passphrase), clock, wait)

    @classmethod
    def demo(cls, path: Path, *, clock: Clock = now) -> Self:
        """Make a throw-away vault under a random key that nobody holds: once closed, it never opens again."""
        return cls._create(path, f"x'{secrets.token_hex(_KEY_BYTES)}'".encode("ascii"), clock, WAIT)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, clock: Clock = now, wait: float = WAIT) -> Self:
        """Open the vault at ``path``. One of an older teammeet is brought forward, with a copy of it kept beside it.

        Raises:
            VaultMissing: nothing is at ``path``.
            VaultForeign: what is there is no vault.
            VaultNewer: a newer teammeet made it.
            PassphraseWrong: the passphrase does not open it.
            VaultTaken: another program holds it.
            VaultFull: it may not be written to.
            VaultDamaged: part of it cannot be read.
        """
        files.refuse_what_is_no_file(path)
        key = _key(passphrase)
        try:
            engine = _unlock(path, key, wait)
        except PassphraseWrong:
            if files.looks_encrypted(path):
                raise
            raise VaultForeign from None
        with ExitStack() as unless_all_is_well:
            unless_all_is_well.callback(engine.close)
            engine.settle()
            schema.bring_forward(engine, lambda version: _save_copy(engine, path, key, version))
            schema.prove_writable(engine)
            unless_all_is_well.pop_all()
        return cls(path, engine, clock, wait)

    def change_passphrase(self, old: str, new: str) -> None:
        """Put the vault under ``new``, so that ``old`` opens nothing: neither the file, nor its log, nor older copies.

        Copies that ``open`` kept when it brought the vault forward are under the old passphrase, and go. Other
        programs that have the vault open must open it again.

        Raises:
            PassphraseWrong: ``old`` does not open this vault, or ``new`` is empty.
            VaultTaken: another program is using the vault.
            VaultFull: there is no space for a second copy of it.

        After each of them ``old`` opens the vault as before, unless every page had been written already.
        """
        key = _key(new)
        spare = _unlock(self.path, _key(old), self._wait)
        with ExitStack() as unless_it_is_needed:
            unless_it_is_needed.callback(spare.close)
            spare.settle()
            try:
                self._engine.change_key(key)
                _prove(self.path, key, self._wait)
            except VaultError:
                if _answers(spare):  # nothing has changed, but the connection in use may have a key that fits nothing
                    unless_it_is_needed.pop_all()
                    self._engine.take_over(spare)
                raise
        files.remove_copies(self.path)

    def check(self) -> None:
        """Read every page and every chain.

        Raises:
            VaultDamaged: one does not hold; for a chain ``code`` is the family's id, ``version`` the first event.
        """
        self._engine.check()
        for family in self.journal.families():
            version = self.journal.verify(family)
            if version is not None:
                raise VaultDamaged(code=family, version=version)

    def close(self) -> None:
        """Close the vault; nothing in it can be reached any more. Closing twice does nothing."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @classmethod
    def _create(cls, path: Path, key: bytes, clock: Clock, wait: float) -> Self:
        files.refuse_what_is_taken(path)
        with files.draft_of(path) as draft, closing(SqliteEngine.encrypted(draft, key, wait)) as engine:
            schema.lay(engine)
        engine = _unlock(path, key, wait)
        engine.settle()
        return cls(path, engine, clock, wait)


def _key(passphrase: str) -> bytes:
    """What SQLCipher derives its key from. An empty one would make it write plain text."""
    key = normalise(passphrase).encode("utf-8", "surrogatepass")
    if not key:
        raise PassphraseWrong
    return key


def _unlock(path: Path, key: bytes, wait: float) -> SqliteEngine:
    """Connect, and prove that the key fits and that this is a vault, changing nothing."""
    engine = SqliteEngine.encrypted(path, key, wait)
    with ExitStack() as unless_all_is_well:
        unless_all_is_well.callback(engine.close)
        schema.recognise(engine)
        unless_all_is_well.pop_all()
    return engine


def _prove(path: Path, key: bytes, wait: float) -> None:
    """Open the file afresh: what SQLCipher says of a change of key is not enough."""
    try:
        _unlock(path, key, wait).close()
    except PassphraseWrong:
        raise VaultError from None


def _answers(engine: SqliteEngine) -> bool:
    """Whether the key of a connection fits the file."""
    try:
        schema.recognise(engine)
    except VaultError:
        return False
    return True


def _save_copy(engine: SqliteEngine, path: Path, key: bytes, version: int) -> None:
    copy = files.copy_beside(path, version)
    with files.draft_of(copy) as draft, closing(SqliteEngine.encrypted(draft, key)) as other:
        engine.copy_to(other)
