"""Where the two windows meet, and how a file is put there: in one go, for one person."""

import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from teammeet.system import own_folder, read_privately, room_folder, write_privately

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")


@POSIX
def test_it_is_the_runtime_folder_of_whoever_is_logged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert room_folder() == tmp_path / "teammeet"


@POSIX
@pytest.mark.parametrize("runtime", [None, "", "relative", "/no/such/folder"])
def test_without_one_it_is_a_folder_of_their_own_among_the_temporary_files(
    runtime: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if runtime is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    folder = own_folder(room_folder())
    assert folder == tmp_path / f"teammeet-{os.geteuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_is_written_over_in_one_go_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "page.room"
    for content in (b"one", b"another"):
        write_privately(path, content)
        assert read_privately(path, 100) == content
        assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_whoever_reads_keeps_the_old_or_gets_the_new(tmp_path: Path) -> None:
    path = tmp_path / "page.room"
    write_privately(path, b"old")
    with path.open("rb") as before:
        write_privately(path, b"new")
        assert (before.read(), path.read_bytes()) == (b"old", b"new")


def test_what_cannot_be_put_in_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "page.room").mkdir()
    with pytest.raises(OSError, match=r"directory|denied"):
        write_privately(tmp_path / "page.room", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.room"]


def test_no_more_is_read_than_a_page_may_have(tmp_path: Path) -> None:
    (tmp_path / "page.room").write_bytes(b"x" * 50)
    assert len(read_privately(tmp_path / "page.room", 10)) == 11
