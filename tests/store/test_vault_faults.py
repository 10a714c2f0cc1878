"""Disk full, folder read-only, file held by another program, bits flipped: said in one sentence, nothing lost."""

import os
import random
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from textwrap import dedent

import pytest

from teammeet.errors import PassphraseWrong, VaultDamaged, VaultError, VaultFull, VaultTaken
from teammeet.store.faults import fault
from teammeet.store.journal import Entry, Journal
from teammeet.store.vault import Vault

CANARY = "Wren-Halloway-canary"
NOBODY = 65534
SEARCH = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def write(journal: Journal, size: int = 100) -> int:
    version = journal.head("F")[0]
    return journal.change("F", version, [Entry("need", f"n{version % 50}", CANARY * (size // 20))], "ana")


# A full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("a small disk is mounted by root on Linux only")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def fill(journal: Journal) -> int:
    """Write until the disk is full; return the last version that was acknowledged."""
    acknowledged = 0
    for _ in range(10_000):
        try:
            acknowledged = write(journal, 3000)
        except VaultFull:
            return acknowledged
    raise AssertionError("the disk never filled")


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path, passphrase: str) -> None:
    with Vault.create(small_disk / "vault", passphrase) as vault:
        acknowledged = fill(vault.journal)
        assert acknowledged > 20
        assert vault.journal.head("F")[0] == acknowledged
        assert vault.journal.verify("F") is None
        with pytest.raises(VaultFull):
            vault.journal.save_place("F", CANARY * 100_000)
        subprocess.run(["mount", "-o", "remount,size=12m", small_disk], check=True)
        assert write(vault.journal) == acknowledged + 1
        vault.check()


def test_a_vault_on_a_full_disk_opens_once_there_is_space(small_disk: Path, passphrase: str) -> None:
    with Vault.create(small_disk / "vault", passphrase) as vault:
        acknowledged = fill(vault.journal)
    subprocess.run(["mount", "-o", "remount,size=12m", small_disk], check=True)
    with Vault.open(small_disk / "vault", passphrase) as vault:
        assert vault.journal.head("F")[0] == acknowledged
        vault.check()


def test_a_vault_that_finds_no_space_leaves_nothing_behind(small_disk: Path, passphrase: str) -> None:
    (small_disk / "ballast").write_bytes(b"x" * (3 * 2**20 - 8192))
    with pytest.raises(VaultFull):
        Vault.create(small_disk / "vault", passphrase)
    assert [each.name for each in small_disk.iterdir()] == ["ballast"]


def test_a_change_of_passphrase_that_finds_no_space_leaves_the_old_one(small_disk: Path, passphrase: str) -> None:
    with Vault.create(small_disk / "vault", passphrase) as vault:
        vault.journal.change("F", 0, [Entry("need", str(number), "x" * 3000) for number in range(100)], "ana")
    with Vault.open(small_disk / "vault", passphrase) as vault:
        head = vault.journal.head("F")
        free = shutil.disk_usage(small_disk).free
        (small_disk / "ballast").write_bytes(b"x" * (free - 4096))
        with pytest.raises(VaultFull):
            vault.change_passphrase(passphrase, "another one")
        (small_disk / "ballast").unlink()
        assert vault.journal.head("F") == head
        write(vault.journal)
        head = vault.journal.head("F")
    with Vault.open(small_disk / "vault", passphrase) as vault:
        assert vault.journal.head("F") == head
        vault.check()


# What may not be written to


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users reach, unlike those that pytest makes."""
    folder = Path(mkdtemp(dir="/tmp" if os.name == "posix" else None))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


PROGRAM = """
    import os, sys
    from pathlib import Path
    import sqlcipher3.dbapi2
    from teammeet.errors import VaultError
    from teammeet.store.vault import Vault
    if os.geteuid() == 0:  # only now: what Python is made of may be out of nobody's reach
        os.setgroups([])
        os.setgid(int(sys.argv[3]))
        os.setuid(int(sys.argv[3]))
    try:
        with getattr(Vault, sys.argv[1])(Path(sys.argv[2]), "one") as vault:
            print(vault.journal.head("F")[0])
    except VaultError as error:
        print(type(error).__name__)
"""


def as_nobody(what: str, path: Path) -> str:
    """What comes of opening or creating a vault as a user to whom nothing else belongs."""
    if os.name != "posix":
        pytest.skip("modes are POSIX's")
    command = [sys.executable, "-c", dedent(PROGRAM), what, str(path), str(NOBODY)]
    run = subprocess.run(command, env=SEARCH, cwd="/", capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def hand_over(path: Path) -> None:
    """Give to nobody what root made; where the test itself is a plain user, it is that user's already."""
    if os.geteuid() == 0:
        for each in (path, *path.glob("*")):
            os.chown(each, NOBODY, NOBODY)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "said"),
    [(0o700, 0o600, "1"), (0o700, 0o400, "VaultFull"), (0o500, 0o600, "VaultFull"), (0o700, 0o000, "VaultFull")],
)
def test_a_vault_that_may_not_be_written_is_said_when_it_is_opened(
    shared_folder: Path, folder_mode: int, file_mode: int, said: str
) -> None:
    place = shared_folder / "keep" / "vault"
    with Vault.create(place, "one") as vault:
        write(vault.journal)
    hand_over(place.parent)
    content = place.read_bytes()
    place.chmod(file_mode)
    place.parent.chmod(folder_mode)
    try:
        assert as_nobody("open", place) == said
    finally:
        place.parent.chmod(0o700)
        place.chmod(0o600)
    assert place.read_bytes() == content or said == "1"


def test_a_folder_that_may_not_be_written_to_gets_no_vault(shared_folder: Path) -> None:
    shut = shared_folder / "shut"
    shut.mkdir()
    hand_over(shut)
    shut.chmod(0o500)
    try:
        assert as_nobody("create", shut / "vault") == "VaultFull"
        assert as_nobody("create", shut / "deeper" / "vault") == "VaultFull"
    finally:
        shut.chmod(0o700)
    assert not list(shut.iterdir())


# Other programs

HOLD = """
    import sys
    from pathlib import Path
    from teammeet.store.vault import Vault
    vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
    with vault._engine.writing():
        print("held", flush=True)
        sys.stdin.readline()
    print("free", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(vault: Vault, passphrase: str) -> Iterator[Callable[[], None]]:
    """Another program that is in the middle of writing; call to let it finish."""
    command = [sys.executable, "-c", dedent(HOLD), str(vault.path), passphrase]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=SEARCH) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "held\n"

        def let_go() -> None:
            assert other.stdin
            assert other.stdout
            other.stdin.write("\n")
            other.stdin.flush()
            assert other.stdout.readline() == "free\n"

        yield let_go
        other.kill()


def test_a_vault_that_another_program_is_writing_can_be_read_and_written_later(
    vault: Vault, holder: Callable[[], None]
) -> None:
    assert vault.journal.head("F")[0] == 0
    with pytest.raises(VaultTaken):
        write(vault.journal)
    holder()
    assert write(vault.journal) == 1


def test_a_vault_that_another_program_is_writing_is_not_opened(
    vault: Vault, holder: Callable[[], None], passphrase: str
) -> None:
    with pytest.raises(VaultTaken):
        Vault.open(vault.path, passphrase, wait=0.1)
    holder()
    Vault.open(vault.path, passphrase, wait=0.1).close()


def test_a_passphrase_is_not_changed_while_another_program_is_writing(
    vault: Vault, holder: Callable[[], None], passphrase: str
) -> None:
    with pytest.raises(VaultTaken):
        vault.change_passphrase(passphrase, "another one")
    holder()
    assert write(vault.journal) == 1
    Vault.open(vault.path, passphrase).close()


def test_two_programs_see_each_others_changes(vault: Vault, passphrase: str) -> None:
    with Vault.open(vault.path, passphrase) as other:
        write(vault.journal)
        assert other.journal.head("F") == vault.journal.head("F")
        write(other.journal)
        assert vault.journal.head("F")[0] == 2
        assert vault.journal.verify("F") is None


def test_another_program_must_unlock_again_after_a_change_of_passphrase(vault: Vault, passphrase: str) -> None:
    write(vault.journal)
    with Vault.open(vault.path, passphrase) as other:
        assert other.journal.head("F")[0] == 1
        vault.change_passphrase(passphrase, "another one")
        with pytest.raises(PassphraseWrong):
            other.journal.head("F")
        with pytest.raises(PassphraseWrong):
            write(other.journal)
    assert write(vault.journal) == 2
    vault.check()


# Damage


def test_flipped_bits_are_noticed(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        for _ in range(120):
            write(vault.journal, 400)
        items = vault.journal.items("F")
    content = place.read_bytes()
    chance = random.Random(1)
    flipped = place.with_name("flipped")
    for _ in range(40):
        bits = bytearray(content)
        bits[chance.randrange(len(bits))] ^= 1 << chance.randrange(8)
        flipped.write_bytes(bits)
        with pytest.raises((VaultDamaged, PassphraseWrong)), Vault.open(flipped, passphrase) as vault:
            vault.check()
        flipped.write_bytes(content)
    with Vault.open(flipped, passphrase) as vault:
        vault.check()
        assert vault.journal.items("F") == items


def test_a_file_that_was_cut_short_is_damaged(place: Path, passphrase: str) -> None:
    with Vault.create(place, passphrase) as vault:
        for _ in range(50):
            write(vault.journal, 400)
    place.write_bytes(place.read_bytes()[: 4096 * 5])
    with pytest.raises(VaultDamaged), Vault.open(place, passphrase) as vault:
        vault.check()


# What is said


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, VaultTaken),
        (5 | 2 << 8, VaultTaken),  # a snapshot that another program has overtaken
        (6, VaultTaken),
        (8, VaultFull),
        (10 | 4 << 8, VaultFull),  # fsync failed
        (10 | 1 << 8, VaultDamaged),  # read failed
        (10 | 2 << 8, VaultDamaged),  # the file ended in the middle of a page
        (11, VaultDamaged),
        (13, VaultFull),
        (14, VaultFull),
        (26, PassphraseWrong),
        (1, VaultError),
        (0, VaultError),
    ],
)
def test_every_fault_of_the_engine_is_one_of_ours(code: int, kind: type[VaultError]) -> None:
    assert type(fault(code)) is kind


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_fault_says_a_whole_sentence(language: str) -> None:
    for code in range(30):
        said = fault(code).sentence(language)
        assert said
        assert "{" not in said


def test_no_fault_shows_a_body_or_the_passphrase(vault: Vault, holder: Callable[[], None], passphrase: str) -> None:
    for work in (lambda: write(vault.journal), lambda: Vault.open(vault.path, f"{passphrase} {CANARY}")):
        with pytest.raises(VaultError) as caught:
            work()
        shown = "".join(traceback.format_exception(caught.value))
        assert CANARY not in shown
        assert passphrase not in shown
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__
    holder()
