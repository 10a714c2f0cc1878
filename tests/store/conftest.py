"""What the tests of the store share: a journal in memory, a vault on disk, a clock that ticks a second a look."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from teammeet.store import schema
from teammeet.store.engine import SqliteEngine
from teammeet.store.journal import Clock, Journal
from teammeet.store.vault import Vault

PASSPHRASE = "acorn lemon river kettle window seven"


@pytest.fixture
def clock() -> Clock:
    moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def tick() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return tick


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """The tables of a vault in memory, open to tampering."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.lay(SqliteEngine(connection, sqlite3.Error))
    yield connection
    connection.close()


@pytest.fixture
def journal(database: sqlite3.Connection, clock: Clock) -> Journal:
    return Journal(SqliteEngine(database, sqlite3.Error), clock)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a vault may be made."""
    return tmp_path / "keep" / "vault"


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def vault(place: Path, passphrase: str) -> Iterator[Vault]:
    with Vault.create(place, passphrase, wait=0.2) as made:
        yield made
