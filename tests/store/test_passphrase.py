"""Six words that can be typed; a new passphrase after which the old one opens nothing."""

import shutil
from pathlib import Path

import pytest

from teammeet.errors import PassphraseWrong, VaultError, VaultFull
from teammeet.store.engine import SqliteEngine
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault
from teammeet.store.words import generate_passphrase, normalise, word_list

NEW = "velvet otter maple drum north pebble"


def test_the_list_has_1296_words_that_four_letters_tell_apart() -> None:
    words = word_list()
    assert len(words) == 1296 == 6**4
    assert len({word[:4] for word in words}) == len(words)
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 7 for word in words)
    assert not [word for word in words for other in words if word != other and other.startswith(word)]


def test_a_generated_passphrase_has_six_words_of_the_list_and_is_another_each_time() -> None:
    made = {generate_passphrase() for _ in range(50)}
    assert len(made) == 50
    for passphrase in made:
        assert len(passphrase.split(" ")) == 6
        assert set(passphrase.split(" ")) <= set(word_list())
        assert normalise(passphrase) == passphrase


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ACORN Lemon", "acorn lemon"),
        ("  acorn \t lemon\n", "acorn lemon"),
        ("acorn\u00a0lemon", "acorn lemon"),
        ("acorn \u200b lemon", "acorn lemon"),
        ("acorn\0lemon", "acornlemon"),
        ("ｌｅｍｏｎ", "lemon"),
        ("jose\u0301", "josé"),
        ("STRASSE straße", "strasse strasse"),
    ],
)
def test_what_a_tired_person_types_counts_as_what_was_meant(typed: str, meant: str) -> None:
    assert normalise(typed) == meant
    assert normalise(meant) == meant


def test_after_a_change_the_old_passphrase_opens_neither_the_file_nor_its_log(
    vault: Vault, passphrase: str, tmp_path: Path
) -> None:
    for number in range(30):
        vault.journal.change("F", number, [Entry("need", str(number), "x" * 500)], "ana")
    head = vault.journal.head("F")
    vault.change_passphrase(passphrase, NEW)
    for copied in (["vault"], ["vault", "vault-wal"], ["vault", "vault-wal", "vault-shm"]):  # while it is still open
        folder = tmp_path / str(len(copied))
        folder.mkdir()
        for name in copied:
            shutil.copy(vault.path.with_name(name), folder / name)
        with pytest.raises(PassphraseWrong):
            Vault.open(folder / "vault", passphrase)
        with Vault.open(folder / "vault", NEW) as copy:
            assert copy.journal.head("F") == head
            copy.check()


def test_the_vault_goes_on_after_a_change_of_passphrase(vault: Vault, passphrase: str) -> None:
    vault.change_passphrase(passphrase, NEW)
    vault.journal.change("F", 0, [Entry("need", "n", "1")], "ana")
    vault.close()
    with Vault.open(vault.path, NEW.upper()) as again:
        assert again.journal.items("F") == (("need", "n", "1"),)
    with pytest.raises(PassphraseWrong):
        Vault.open(vault.path, passphrase)


@pytest.mark.parametrize(("old", "new"), [("not this", NEW), ("acorn lemon river kettle window seven", " ")])
def test_a_change_that_is_refused_changes_nothing(vault: Vault, passphrase: str, old: str, new: str) -> None:
    with pytest.raises(PassphraseWrong):
        vault.change_passphrase(old, new)
    vault.journal.change("F", 0, [Entry("need", "n", "1")], "ana")
    vault.close()
    Vault.open(vault.path, passphrase).close()


def test_copies_under_the_old_passphrase_go_with_it(vault: Vault, passphrase: str) -> None:
    copy = vault.path.with_name("vault.before-2.0a1b2c3d")
    other = vault.path.with_name("vault.mine")
    copy.write_bytes(b"old")
    other.write_bytes(b"mine")
    vault.change_passphrase(passphrase, NEW)
    assert not copy.exists()
    assert other.exists()


def test_a_change_that_the_engine_only_pretends_is_found_out(
    vault: Vault, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as pretending:
        pretending.setattr(SqliteEngine, "change_key", lambda *_: None)
        with pytest.raises(VaultError):
            vault.change_passphrase(passphrase, NEW)
    vault.journal.change("F", 0, [Entry("need", "n", "1")], "ana")
    vault.close()
    with Vault.open(vault.path, passphrase) as again:
        assert again.journal.verify("F") is None


def test_a_fault_after_the_change_leaves_the_new_passphrase(
    vault: Vault, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_key = SqliteEngine.change_key

    def change_and_fail(engine: SqliteEngine, key: bytes) -> None:
        change_key(engine, key)
        raise VaultFull

    with monkeypatch.context() as failing:
        failing.setattr(SqliteEngine, "change_key", change_and_fail)
        with pytest.raises(VaultFull):
            vault.change_passphrase(passphrase, NEW)
    vault.journal.change("F", 0, [Entry("need", "n", "1")], "ana")
    vault.close()
    with Vault.open(vault.path, NEW) as again:
        assert again.journal.verify("F") is None
