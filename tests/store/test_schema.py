"""A vault of an older teammeet is brought forward step by step, with a copy of it kept; never half a step."""

import sqlite3
import stat
from pathlib import Path

import pytest

from teammeet.errors import VaultError, VaultNewer
from teammeet.store import schema
from teammeet.store.engine import SqliteEngine
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

TWO_MORE = (
    *schema.STEPS,
    ("alter table item add column name text", "update item set name='unnamed'"),
    ("create index item_name on item(name)",),
)
BROKEN = (*TWO_MORE[:2], ("create table extra(x)", "create table item(x)"))


@pytest.fixture
def older(place: Path, passphrase: str) -> Path:
    """A vault at the first version of the schema, with something in it."""
    with Vault.create(place, passphrase) as vault:
        vault.journal.change("F", 0, [Entry("need", "n", "1")], "ana")
    return place


def use(monkeypatch: pytest.MonkeyPatch, steps: tuple[schema.Step, ...]) -> None:
    for name in ("lay", "recognise", "bring_forward"):
        function = getattr(schema, name)
        defaults = (*function.__defaults__[:-1], steps)
        monkeypatch.setattr(function, "__defaults__", defaults)


def version(vault: Vault) -> int:
    return int(vault._engine.rows("pragma user_version")[0][0])


def test_an_older_vault_is_brought_forward_and_a_copy_is_kept(
    older: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        use(newer, TWO_MORE)
        with Vault.open(older, passphrase) as vault:
            assert version(vault) == 3
            assert vault._engine.rows("select id, name from item") == [("n", "unnamed")]
            assert vault.journal.verify("F") is None
        Vault.open(older, passphrase).close()
    (copy,) = older.parent.glob("vault.before-*")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(VaultNewer):
        Vault.open(older, passphrase)
    with Vault.open(copy, passphrase) as vault:
        assert vault.journal.items("F") == (("need", "n", "1"),)
        vault.check()


def test_a_step_that_fails_leaves_the_vault_before_it(older: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, BROKEN)
    with pytest.raises(VaultError):
        Vault.open(older, passphrase)
    use(monkeypatch, TWO_MORE[:2])
    with Vault.open(older, passphrase) as vault:
        assert version(vault) == 2
        assert not vault._engine.rows("select 1 from sqlite_master where name='extra'")
        assert vault.journal.items("F") == (("need", "n", "1"),)


def test_no_step_is_taken_without_a_copy(older: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(*_: object) -> None:
        raise VaultError

    use(monkeypatch, TWO_MORE)
    with monkeypatch.context() as full:
        full.setattr(SqliteEngine, "copy_to", no_space)
        with pytest.raises(VaultError):
            Vault.open(older, passphrase)
    assert [each.name for each in older.parent.iterdir()] == ["vault"]
    use(monkeypatch, schema.STEPS)
    with Vault.open(older, passphrase) as vault:
        assert version(vault) == 1


def test_a_step_that_another_program_took_meanwhile_is_not_taken_again(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    engine = SqliteEngine(connection, sqlite3.Error)
    schema.lay(engine)
    schema.bring_forward(engine, lambda _: schema.bring_forward(engine, lambda _: None, TWO_MORE), TWO_MORE)
    assert engine.rows("pragma user_version") == [(3,)]
    engine.close()
