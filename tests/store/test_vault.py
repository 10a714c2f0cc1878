"""A vault is made once, opens with its passphrase only, and nothing else is taken for one."""

import logging
import os
import sqlite3
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from teammeet.errors import (
    PassphraseWrong,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultForeign,
    VaultMissing,
    VaultNewer,
)
from teammeet.store import schema
from teammeet.store.engine import SqliteEngine
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

CANARY = "Wren-Halloway-canary"


def write(vault: Vault, body: str = CANARY) -> None:
    vault.journal.change("F", vault.journal.head("F")[0], [Entry("need", f"item-{CANARY}", body)], "ana")


def sealed(path: Path, passphrase: str) -> dbapi2.Connection:
    """The vault as any SQLCipher program opens it."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.set_key(passphrase.encode())
    return connection


def test_what_was_kept_is_there_after_closing_and_opening(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        write(vault)
        items, head = vault.journal.items("F"), vault.journal.head("F")
    with Vault.open(place, passphrase) as vault:
        assert (vault.journal.items("F"), vault.journal.head("F")) == (items, head)
        vault.check()


def test_undo_works_after_closing_and_opening(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        write(vault, "1")
        write(vault, "2")
    with Vault.open(place, passphrase) as vault:
        vault.journal.undo("F", "ana")
        assert vault.journal.items("F")[0][2] == "1"
    with Vault.open(place, passphrase) as vault:
        vault.journal.redo("F", "ana")
        assert vault.journal.items("F")[0][2] == "2"


@pytest.mark.parametrize(
    "passphrase",
    ["it's a 'test' -- ; \" drop", "пароль 🗝 ключ", "a" * 1000, "x'" + "ab" * 32 + "'", "nul\0inside", "lone \udc80"],
)
def test_any_passphrase_opens_what_it_locked(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        write(vault)
    with Vault.open(place, passphrase) as vault:
        assert vault.journal.items("F")[0][2] == CANARY
    with pytest.raises(PassphraseWrong):
        Vault.open(place, passphrase + "x")


def test_a_tired_persons_typing_opens_it(place: Path) -> None:
    Vault.create(place, "José acorn Lemon").close()
    Vault.open(place, "  JOSE\u0301\tacorn\n lemon ").close()


@pytest.mark.parametrize("empty", ["", "  ", "\u200b"])
def test_an_empty_passphrase_keeps_nothing(place: Path, passphrase: str, empty: str) -> None:
    with pytest.raises(PassphraseWrong):
        Vault.create(place, empty)
    assert not place.exists()
    Vault.create(place, passphrase).close()
    with pytest.raises(PassphraseWrong):
        Vault.open(place, empty)


def test_a_wrong_passphrase_is_refused_without_a_word_on_stderr(
    place: Path, passphrase: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Vault.create(place, passphrase).close()
    before = place.read_bytes()
    with pytest.raises(PassphraseWrong):
        Vault.open(place, f"{passphrase} eight")
    assert place.read_bytes() == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_file_log_and_folder_are_their_owners_alone(place: Path, passphrase: str) -> None:
    loose = os.umask(0)
    try:
        with Vault.create(place, passphrase) as vault:
            write(vault)
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in place.parent.iterdir()}
    finally:
        os.umask(loose)
    assert modes == {"vault": 0o600, "vault-wal": 0o600, "vault-shm": 0o600}
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path, passphrase: str) -> None:
    mode = stat.S_IMODE(tmp_path.stat().st_mode)
    Vault.create(tmp_path / "vault", passphrase).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == mode
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]


def test_nothing_can_be_read_from_the_bytes(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        for number in range(50):
            write(vault, f"{CANARY} {number}")
        vault.journal.save_place("F", CANARY)
        vault.journal.note_access("F", CANARY, CANARY)
        found = {each.name: each.read_bytes() for each in place.parent.iterdir()}
    found["closed"] = place.read_bytes()
    assert found.keys() == {"vault", "vault-wal", "vault-shm", "closed"}
    for name, content in found.items():
        for plain in (CANARY, passphrase, "create table", "SQLite format"):
            assert plain.encode() not in content, name


def test_the_search_for_plain_bytes_would_find_them(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "plain") as plain:
        plain.execute("create table t(x)")
        plain.execute("insert into t values(?)", (CANARY,))
    plain.close()
    content = (tmp_path / "plain").read_bytes()
    assert CANARY.encode() in content
    assert b"SQLite format" in content


def test_where_nothing_is_nothing_is_made(place: Path, passphrase: str) -> None:
    with pytest.raises(VaultMissing):
        Vault.open(place, passphrase)
    assert not place.parent.exists()
    (place.parent).write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(VaultMissing):
        Vault.open(place, passphrase)


@pytest.mark.parametrize("beside", ["", "-wal", "-shm", "-journal"])
def test_a_vault_is_never_made_over_anything(tmp_path: Path, passphrase: str, beside: str) -> None:
    there = tmp_path / f"vault{beside}"
    there.write_bytes(b"mine")
    with pytest.raises(VaultExists):
        Vault.create(tmp_path / "vault", passphrase)
    assert there.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [there]


def test_a_name_that_is_taken_while_the_vault_is_made_stays_taken(
    tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "vault"
    lay = schema.lay

    def lay_and_be_overtaken(engine: SqliteEngine) -> None:
        lay(engine)
        there.write_bytes(b"somebody else's")

    monkeypatch.setattr(schema, "lay", lay_and_be_overtaken)
    with pytest.raises(VaultExists):
        Vault.create(there, passphrase)
    assert there.read_bytes() == b"somebody else's"
    assert list(tmp_path.iterdir()) == [there]


def test_a_disk_without_hard_links_keeps_a_vault_too(tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    Vault.create(tmp_path / "vault", passphrase).close()
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]
    Vault.open(tmp_path / "vault", passphrase).close()


def test_a_vault_is_not_made_over_a_link_to_nowhere(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "vault").symlink_to(tmp_path / "nowhere")
    with pytest.raises(VaultExists):
        Vault.create(tmp_path / "vault", passphrase)
    assert not (tmp_path / "nowhere").exists()


def plain_database(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("create table t(x)")
    plain.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "a line of text": lambda path: path.write_text("hello", encoding="utf-8"),
    "pages of text": lambda path: path.write_bytes(b"all work and no play" * 2048),
    "a plain database": plain_database,
    "half a page": lambda path: path.write_bytes(os.urandom(2048)),
    "a page and a half": lambda path: path.write_bytes(os.urandom(6144)),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_no_vault_is_said_and_left_alone(tmp_path: Path, passphrase: str, what: str) -> None:
    path = tmp_path / "thing"
    FOREIGN[what](path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(VaultForeign):
        Vault.open(path, passphrase)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == [path]


def test_random_pages_cannot_be_told_from_a_vault_under_another_passphrase(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "noise").write_bytes(os.urandom(8192))
    with pytest.raises(PassphraseWrong):
        Vault.open(tmp_path / "noise", passphrase)


def test_another_programs_encrypted_file_is_no_vault_and_left_alone(tmp_path: Path, passphrase: str) -> None:
    other = sealed(tmp_path / "other", passphrase)
    other.execute("create table t(x)")
    other.close()
    before = (tmp_path / "other").read_bytes()
    with pytest.raises(VaultForeign):
        Vault.open(tmp_path / "other", passphrase)
    assert (tmp_path / "other").read_bytes() == before


def test_a_vault_of_a_newer_teammeet_is_left_alone(place: Path, passphrase: str) -> None:
    Vault.create(place, passphrase).close()
    newer = sealed(place, passphrase)
    newer.execute(f"pragma user_version = {len(schema.STEPS) + 1}")
    newer.close()
    before = place.read_bytes()
    with pytest.raises(VaultNewer):
        Vault.open(place, passphrase)
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "trap",
    [
        "create trigger t after insert on event begin delete from event; end",
        "create view v as select * from event",
        "create virtual table v using fts5(x)",
    ],
)
def test_a_vault_that_holds_code_is_refused(place: Path, passphrase: str, trap: str) -> None:
    Vault.create(place, passphrase).close()
    planted = sealed(place, passphrase)
    planted.execute(trap)
    planted.close()
    with pytest.raises(VaultForeign):
        Vault.open(place, passphrase)


def test_a_demo_vault_works_and_opens_with_nothing(place: Path, passphrase: str) -> None:
    with Vault.demo(place) as vault:
        write(vault)
        assert vault.journal.items("F")[0][2] == CANARY
    with pytest.raises(PassphraseWrong):
        Vault.open(place, passphrase)


def test_a_closed_vault_says_so(vault: Vault) -> None:
    vault.close()
    vault.close()
    with pytest.raises(VaultError):
        vault.journal.items("F")


def test_a_vault_is_durable_and_trusts_nothing_in_the_file(vault: Vault) -> None:
    ask = vault._engine.rows  # what SQLite was told shows in no other way
    settings = ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "trusted_schema", "foreign_keys")
    assert [ask(f"pragma {each}")[0][0] for each in settings] == ["wal", 2, 1, 1, 0, 1]
    assert ask("pragma cipher_version")


def test_another_thread_may_use_the_vault(vault: Vault) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def edit(number: int) -> None:
        vault.journal.change("F", 99, [Entry("need", str(number), "1")], "ana")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(edit, range(40)))
    assert len(vault.journal.items("F")) == 40
    assert vault.journal.verify("F") is None


def test_a_chain_that_does_not_hold_is_found_by_the_check(vault: Vault) -> None:
    write(vault)
    write(vault, "2")
    vault.check()
    vault._engine.rows("update event set actor='bo' where version=2")  # what nobody can do from outside
    with pytest.raises(VaultDamaged) as caught:
        vault.check()
    assert caught.value.values == {"code": "F", "version": 2}


def test_nothing_is_logged(place: Path, passphrase: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), Vault.create(place, passphrase) as vault:
        write(vault)
    assert not caplog.records


class Plain(sqlite3.Connection):
    """SQLite that takes a key and ignores it."""

    def set_key(self, _: bytes) -> None:
        pass


def test_plain_sqlite_in_the_place_of_sqlcipher_is_refused(
    place: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "connect", partial(sqlite3.connect, factory=Plain))
    with pytest.raises(VaultError):
        Vault.create(place, passphrase)
    assert not list(place.parent.iterdir())


def test_a_file_that_vanishes_before_it_is_connected_is_one_of_our_faults(place: Path) -> None:
    with pytest.raises(VaultError):
        SqliteEngine.encrypted(place, b"key")
    assert not place.exists()


def test_a_disk_that_cannot_keep_a_log_is_refused() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(VaultError):
        SqliteEngine(connection, sqlite3.Error).settle()
    connection.close()


def test_a_long_journal_is_never_read_by_comparing_all_events_with_all(vault: Vault) -> None:
    journal = vault.journal
    for start in range(0, 3000, 100):
        journal.change("F", start, [Entry("need", f"n{number % 90}", str(start)) for number in range(100)], "ana")
    looked = 0

    def look() -> int:
        nonlocal looked
        looked += 1
        return 0

    vault._engine._connection.set_progress_handler(look, 1000)  # every thousand steps of SQLite's machine
    for read in (
        lambda: journal.state("F", 2999),
        lambda: journal.items("F"),
        lambda: journal.can_undo("F", "ana"),
        lambda: journal.can_redo("F", "ana"),
        lambda: journal.verify("F"),
        lambda: journal.withhold("F", 10),
        lambda: journal.find_item("n5"),
        journal.families,
    ):
        looked = 0
        read()
        assert looked < 300
