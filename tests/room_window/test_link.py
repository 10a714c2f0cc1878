"""The two sides of the link: what one shows the other sees, and nobody else; what is not as it was written changes nothing."""

import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.errors import TeammeetError
from teammeet.room_window import link as link_module
from teammeet.room_window.code import as_typed, new_code, spelled
from teammeet.room_window.glass import ALIVE_SECONDS, MOST_LINKS, RoomGlass
from teammeet.room_window.link import BEAT_SECONDS, RoomLink
from teammeet.room_window.page import RoomLine, RoomPage

CANARY = "Xanthippe"
NEEDS = RoomPage(kind="page", title="What we need", step=4, steps=8, lines=(RoomLine(words="A quiet corner", here=True),))
PRIVATE = RoomPage(
    kind="page",
    title=f"{CANARY} title",
    questions=(f"{CANARY}?",),
    summary=f"{CANARY} summary",
    lines=(RoomLine(words=f"{CANARY} words", mark=f"{CANARY} mark", detail=f"{CANARY} detail"),),
    time_mark=f"{CANARY} time",
)
BLANK = RoomPage(kind="waiting")
TAG_BYTES = 16
"""At the end of the file; it differs with each count already (RFC 8439)."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "room"


@pytest.fixture
def link(folder: Path) -> RoomLink:
    return RoomLink.begin(folder)


@pytest.fixture
def glass(link: RoomLink, folder: Path) -> RoomGlass:
    glass = RoomGlass.join(link.code, folder)
    assert glass.look() == BLANK
    return glass


def the_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def later() -> float:
    """A moment at which a window that gave no sign counts as gone."""
    return time.monotonic() + ALIVE_SECONDS + 1


# Seeing


def test_what_is_shown_is_seen_once(link: RoomLink, glass: RoomGlass) -> None:
    link.show(NEEDS)
    assert glass.look() == NEEDS
    assert glass.look() is None


def test_it_begins_blank(link: RoomLink, folder: Path) -> None:
    assert RoomGlass.join(link.code, folder).look() == BLANK


def test_a_beat_changes_nothing_that_is_seen(link: RoomLink, glass: RoomGlass) -> None:
    link.show(NEEDS)
    glass.look()
    link.beat()
    assert glass.look() is None
    assert glass.is_alive(time.monotonic())


def test_only_the_last_of_many_pages_is_seen(link: RoomLink, glass: RoomGlass) -> None:
    for step in range(1, 9):
        link.show(RoomPage(kind="page", step=step, steps=8))
    seen = glass.look()
    assert seen is not None
    assert seen.step == 8


def test_two_windows_may_join(link: RoomLink, folder: Path) -> None:
    link.show(NEEDS)
    assert [RoomGlass.join(link.code, folder).look() for _ in range(2)] == [NEEDS, NEEDS]


def test_two_meetings_on_one_machine_are_told_apart_by_their_codes(folder: Path) -> None:
    links = [RoomLink.begin(folder) for _ in range(2)]
    for step, link in enumerate(links, 1):
        link.show(RoomPage(kind="page", step=step))
    seen = [RoomGlass.join(link.code, folder).look() for link in links]
    assert [page.step for page in seen if page] == [1, 2]


# Coming and going


def test_without_a_sign_of_life_the_room_waits_and_then_follows_again(link: RoomLink, glass: RoomGlass) -> None:
    link.show(NEEDS)
    glass.look()
    assert glass.look(later()) == BLANK
    assert glass.look(later()) is None
    link.beat()
    assert glass.look() == NEEDS


def test_signs_of_life_come_often_enough() -> None:
    assert 2 * BEAT_SECONDS < ALIVE_SECONDS < 6


def test_a_closed_link_is_blank_at_once_and_leaves_nothing(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(NEEDS)
    glass.look()
    link.close()
    link.close()
    assert glass.look() == BLANK
    assert list(folder.iterdir()) == []
    link.show(NEEDS)
    link.beat()
    assert list(folder.iterdir()) == []


def test_a_link_that_is_resumed_has_the_same_code_and_is_followed_again(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(NEEDS)
    glass.look()
    for ending in (link.close, lambda: None):
        ending()
        again = RoomLink.resume(link.secret, folder)
        assert (again.code, again.secret) == (link.code, link.secret)
        glass.look()
        again.show(PRIVATE)
        assert glass.look() == PRIVATE


def test_what_a_dead_window_left_is_not_shown_to_a_room_that_joins_late(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() - 60 * 10**9)
    dead = RoomLink.begin(folder)
    dead.show(NEEDS)
    monkeypatch.undo()
    glass = RoomGlass.join(dead.code, folder)
    assert glass.look() == BLANK
    RoomLink.resume(dead.secret, folder).show(NEEDS)
    assert glass.look() == NEEDS


def test_a_clock_that_was_set_back_between_two_starts_hides_nothing(
    link: RoomLink, glass: RoomGlass, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link.show(NEEDS)
    glass.look()
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() - 3_600 * 10**9)
    again = RoomLink.resume(link.secret, folder)
    again.show(PRIVATE)
    assert glass.look() == PRIVATE


WRITER = """
import sys, time
from pathlib import Path
from teammeet.room_window.link import RoomLink
from teammeet.room_window.page import RoomPage
link = RoomLink.resume(sys.argv[1], Path(sys.argv[2]))
link.show(RoomPage(kind="page", title="What we need"))
print("shown", flush=True)
while True:
    time.sleep(0.01)
    link.beat()
"""


def test_a_killed_writer_leaves_the_room_waiting_until_the_next_one_comes(
    link: RoomLink, glass: RoomGlass, folder: Path
) -> None:
    link.close()
    for _ in range(2):
        arguments = [sys.executable, "-c", WRITER, link.secret, str(folder)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "shown\n"
            seen = glass.look()
            assert seen is not None
            assert seen.title == "What we need"
            writer.kill()
        glass.look()
        assert glass.look(later()) == BLANK


# Nobody else


def test_the_file_tells_nothing(link: RoomLink, folder: Path) -> None:
    link.show(PRIVATE)
    content, name = the_file(folder).read_bytes(), the_file(folder).name
    assert PRIVATE.as_json().count(CANARY.encode()) == 7
    for told in (CANARY, link.code, link.code.replace("-", ""), "words", '"kind"'):
        assert told.encode() not in content
        assert told.lower() not in name.lower()


def test_the_file_is_its_owners_alone(link: RoomLink, folder: Path) -> None:
    link.show(NEEDS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(the_file(folder).stat().st_mode) == 0o600


def test_the_same_page_never_makes_the_same_bytes(link: RoomLink, folder: Path) -> None:
    written = set()
    for _ in range(20):
        link.show(NEEDS)
        written.add(the_file(folder).read_bytes()[-TAG_BYTES - 40 : -TAG_BYTES])
    assert len(written) == 20


@pytest.mark.parametrize("typed", ["", "    ", "K7QF", "AAAA-AAAA", "[/]", "é" * 8, "A" * 1_000])
def test_a_wrong_code_is_refused(link: RoomLink, folder: Path, typed: str) -> None:
    with pytest.raises(TeammeetError) as refused:
        RoomGlass.join(typed, folder)
    assert refused.value.message_key == "room-code-wrong"


def test_the_code_is_understood_as_people_type_it(link: RoomLink, folder: Path) -> None:
    for typed in (link.code.lower(), link.code.replace("-", " "), f"  {link.code.replace('0', 'o').replace('1', 'l')} "):
        assert RoomGlass.join(typed, folder).look() == BLANK


@given(st.builds(new_code))
def test_a_code_is_eight_letters_that_nobody_mistakes(code: str) -> None:
    assert as_typed(spelled(code)) == as_typed(spelled(code).lower()) == code
    assert len(spelled(code)) == 9
    assert not set(code) & set("ILOU")


def test_where_nobody_shows_anything_it_says_so(folder: Path) -> None:
    with pytest.raises(TeammeetError) as refused:
        RoomGlass.join("K7QF-2M9X", folder)
    assert refused.value.message_key == "room-none"


def test_too_many_files_are_not_tried(link: RoomLink, folder: Path) -> None:
    for number in range(MOST_LINKS):
        (folder / f"{number}.room").write_bytes(b"")
    with pytest.raises(TeammeetError) as refused:
        RoomGlass.join(link.code, folder)
    assert refused.value.message_key == "room-too-many"


# Not as it was written


def test_one_bit_anywhere_changed_changes_nothing_that_is_seen(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(NEEDS)
    glass.look()
    link.beat()
    path = the_file(folder)
    good = path.read_bytes()
    for place in range(len(good)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << place % 8]) + good[place + 1 :])
        os.utime(path, ns=(place, place))
        assert glass.look() is None, place
    assert glass.look(later()) == BLANK
    link.beat()
    assert glass.look() == NEEDS


@pytest.mark.parametrize(
    "wrong",
    [b"", b"TMROOM1\n", b"x" * 100, b"TMROOM1\n" + b"\0" * 200, b"\0" * 9_000_000],
    ids=["empty", "head only", "letters", "zeros after the head", "nine million zeros"],
)
def test_a_file_of_anything_else_is_neither_seen_nor_joined(
    link: RoomLink, glass: RoomGlass, folder: Path, wrong: bytes
) -> None:
    link.show(NEEDS)
    glass.look()
    the_file(folder).write_bytes(wrong)
    assert glass.look() is None
    with pytest.raises(TeammeetError):
        RoomGlass.join(link.code, folder)


@pytest.mark.parametrize("place", [0, 8, 24, 32, 44, 60, -1])
def test_nobody_joins_a_file_with_one_byte_changed(link: RoomLink, folder: Path, place: int) -> None:
    path = the_file(folder)
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(TeammeetError) as refused:
        RoomGlass.join(link.code, folder)
    assert refused.value.message_key == "room-code-wrong"


def test_a_file_cut_or_lengthened_is_not_seen(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(NEEDS)
    good = the_file(folder).read_bytes()
    for wrong in (good[:-1], good[:50], good[:43], good + b"\0"):
        the_file(folder).write_bytes(wrong)
        assert glass.look() is None


def test_an_older_page_put_back_is_refused(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(PRIVATE)
    path = the_file(folder)
    older = path.read_bytes()
    assert glass.look() == PRIVATE
    link.show(BLANK)
    assert glass.look() == BLANK
    path.write_bytes(older)
    assert glass.look() is None
    link.close()
    path.write_bytes(older)
    assert glass.look() is None


def test_a_page_of_another_link_put_there_is_refused(link: RoomLink, glass: RoomGlass, folder: Path, tmp_path: Path) -> None:
    other = RoomLink.begin(tmp_path / "other")
    other.show(PRIVATE)
    the_file(folder).write_bytes(the_file(tmp_path / "other").read_bytes())
    assert glass.look() is None


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_link_a_pipe_or_a_folder_in_its_place_is_not_followed(
    link: RoomLink, glass: RoomGlass, folder: Path, tmp_path: Path, kind: str
) -> None:
    link.show(NEEDS)
    path = the_file(folder)
    path.rename(tmp_path / "elsewhere")
    if kind == "link":
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    for _ in range(3):
        assert glass.look() is None
    with pytest.raises(TeammeetError):
        RoomGlass.join(link.code, folder)


def test_a_page_that_another_version_wrote_is_not_shown(
    link: RoomLink, glass: RoomGlass, monkeypatch: pytest.MonkeyPatch
) -> None:
    link.show(NEEDS)
    assert glass.look() == NEEDS
    monkeypatch.setattr(RoomPage, "as_json", lambda page: b'{"kind": "hologram"}')
    link.show(PRIVATE)
    assert glass.look() == BLANK


# The folder


def test_files_that_dead_windows_left_are_swept_away_and_others_stay(link: RoomLink, folder: Path) -> None:
    old, beside, other = folder / "old.room", folder / "half.part", folder / "letter.txt"
    for path in (old, beside, other):
        path.write_bytes(b"")
        os.utime(path, (1, 1))
    again = RoomLink.begin(folder)
    assert not old.exists()
    assert not beside.exists()
    assert other.exists()
    assert len(list(folder.glob("*.room"))) == 2
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_folder_that_is_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "link", tmp_path / "file", tmp_path / "no" / "such"):
        with pytest.raises(TeammeetError) as refused:
            RoomLink.begin(path)
        assert refused.value.message_key == "room-folder-refused"
    assert list((tmp_path / "real").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="giving a folder away needs root")
def test_a_folder_of_somebody_else_is_refused_on_both_sides(link: RoomLink, folder: Path) -> None:
    os.chown(folder, 12_345, 12_345)
    for use in (lambda: RoomLink.begin(folder), lambda: RoomGlass.join(link.code, folder)):
        with pytest.raises(TeammeetError) as refused:
            use()
        assert refused.value.message_key == "room-folder-refused"


def test_a_folder_that_was_cleared_away_is_made_again(link: RoomLink, glass: RoomGlass, folder: Path) -> None:
    link.show(NEEDS)
    assert glass.look() == NEEDS
    shutil.rmtree(folder)
    assert glass.look() == BLANK
    link.beat()
    assert glass.look() == NEEDS
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    RoomLink.begin(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_when_it_cannot_be_written_the_room_sees_nothing_and_the_facilitator_is_told(
    link: RoomLink, glass: RoomGlass, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link.show(NEEDS)
    glass.look()

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(link_module, "write_privately", full)
    with pytest.raises(TeammeetError) as refused:
        link.show(BLANK)
    assert refused.value.message_key == "room-unwritten"
    assert glass.look() == BLANK
    monkeypatch.undo()
    link.show(NEEDS)
    assert glass.look() == NEEDS


@pytest.mark.parametrize("secret", ["", "K7QF2M9X", "K7QF2M9X.", "k7qf2m9x." + "ab" * 16, "K7QF2M9X." + "zz" * 16])
def test_a_secret_that_is_none_is_refused(folder: Path, secret: str) -> None:
    with pytest.raises(ValueError, match=r"secret|hex"):
        RoomLink.resume(secret, folder)


# What is loaded


def test_the_link_loads_no_screen_no_record_and_no_cipher_before_it_begins() -> None:
    code = "import sys, teammeet.room_window.link, teammeet.room_window.glass; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name.partition(".")[0] for name in loaded} & {"cryptography", "textual", "rich", "sqlcipher3"} == set()
    assert [name for name in loaded if name.startswith(("teammeet.model", "teammeet.desk", "teammeet.store"))] == []


def test_pages_that_are_written_while_they_are_looked_at_are_whole_and_in_order(link: RoomLink, glass: RoomGlass) -> None:
    pages = [RoomPage(kind="page", step=step, lines=(RoomLine(words="w" * step),) * step) for step in range(1, 301)]

    def write() -> None:
        for page in pages:
            link.show(page)

    writer = threading.Thread(target=write)
    writer.start()
    seen: list[RoomPage] = []
    while writer.is_alive() or not seen or seen[-1] != pages[-1]:
        page = glass.look()
        if page is not None:
            assert page == pages[page.step - 1]
            seen.append(page)
    writer.join()
    assert [page.step for page in seen] == sorted({page.step for page in seen})
