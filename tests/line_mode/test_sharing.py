"""Sharing a meeting in lines: the check, the window that follows, cards, blank, and the end of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.line_mode.talk import Talk
from tests.line_mode.watching import converse_between, glass_of, page_in, words_in

from teammeet.errors import TeammeetError
from teammeet.model.family import put
from teammeet.model.plan import Need, Strength
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Words
from teammeet.room_window import link as link_module
from teammeet.room_window.glass import RoomGlass
from teammeet.room_window.page import RoomPage
from teammeet.tui.line_mode.house import House

SECRET = "zanzibar"
SHARE = ("/share", "yes")


def rosa_comes(house: House) -> Iterator[str]:
    """Rosa is here, a need is kept from her, and the meeting speaks of needs."""
    yield "Rosa, mother"
    rosa = house.open_family.people[0].id
    house.keep(put(Need(words=Words(text=SECRET), kept_from=(rosa,))), put(Need(words=Words(text="a quiet evening"))))
    yield "/step 4"


def test_the_check_says_who_is_here_and_what_will_be_seen_and_nobody_looks_before_yes(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield "/share"
        assert not house.window.is_on
        yield ""
        assert not house.window.is_on
        assert house.settings.room_secret == ""

    out = converse_between(talk, lines)
    assert "Before the room looks\nHere now:\nRosa (in the room)\nWhat will be on the wall:\n" in out
    assert "not for everybody here" not in out, "those who are here hear it"
    assert "May the room look?" in out
    assert SECRET not in out


def test_what_stays_off_the_wall_is_counted_when_everything_is_read_into_a_headset(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from ("/everything", "/share", "")

    assert "1 line is not for everybody here. It stays off the wall." in converse_between(talk, lines)


def test_what_is_undone_is_said_only_as_those_who_are_here_may_hear_it(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        narrow = house.open_family.needs[0]
        house.keep(put(narrow.changed(words=Words(text=f"{SECRET} again"))))
        yield from ("/undo", "/redo")
        assert house.open_family.needs[0].words.text == f"{SECRET} again"
        yield from ("/sign", "/undo", "/leave", "a bed of his own", "/undo")

    out = converse_between(talk, lines)
    assert "Taken back. /redo brings it back." in out
    assert "Taken back: Need “a bed of his own”" in out
    assert SECRET not in out


def test_a_line_that_was_hidden_from_somebody_here_comes_back_only_after_a_yes(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        shown = next(need for need in house.open_family.needs if not need.kept_from)
        house.keep(put(shown.changed(taken_back=True)))
        yield from ("/undo", "")
        assert house.open_family.get(shown.id) != shown
        yield from ("/undo", "yes")
        assert house.open_family.get(shown.id) == shown
        yield "/redo"

    out = converse_between(talk, lines)
    assert out.count("This step shows more") == 2


def test_the_code_is_said_once_the_room_looks_and_again_when_it_is_asked(talk: Talk) -> None:
    codes: list[str] = []

    def lines(house: House) -> Iterator[str]:
        yield from ("Rosa, mother", *SHARE)
        codes.append(house.window.code)
        yield "/share"
        codes.append(house.window.code)

    out = converse_between(talk, lines)
    assert codes[0] == codes[1]
    assert out.count(f"\n{codes[0]}\n") == 2
    assert out.count("May the room look?") == 1


def test_the_window_follows_each_line_and_step_and_a_narrow_line_never_comes(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        first = page_in(glass)
        assert "a quiet evening" in words_in(first)
        assert SECRET not in words_in(first)
        yield "a bed of his own"
        assert "a bed of his own" in words_in(page_in(glass))
        yield "/everything"
        yield "/select zanzibar"
        seen = glass.look()
        assert seen is None or SECRET not in words_in(seen)
        yield "/next"
        assert page_in(glass).step == first.step + 1

    converse_between(talk, lines)


def test_the_page_is_the_one_that_the_screens_show(talk: Talk) -> None:
    """No word of the line mode stands on it: the room reads a screen."""

    def lines(house: House) -> Iterator[str]:
        yield from ("Rosa, mother", *SHARE)
        glass = glass_of(house)
        for number in range(1, 9):
            yield f"/step {number}"
            page = glass.look()
            assert page is None or not any(f"/{word}" in words_in(page) for word in ("select", "map", "read", "1 gives"))

    converse_between(talk, lines)


def test_the_window_follows_at_once_also_while_a_question_waits(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        page_in(glass)
        yield "/edit"
        yield "1"
        yield "a calm evening"
        assert "a calm evening" in words_in(page_in(glass)), "the fields are still asked for"
        yield ""

    converse_between(talk, lines)


def test_a_line_that_is_taken_back_leaves_the_window(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from (*SHARE, "said too soon")
        glass = glass_of(house)
        assert "said too soon" in words_in(page_in(glass))
        yield "/takeback"
        assert "said too soon" not in words_in(page_in(glass))

    converse_between(talk, lines)


def test_blank_hides_all_and_shows_it_again_and_says_so(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        before = page_in(glass)
        yield "/blank"
        assert page_in(glass).kind == "waiting"
        yield "kept meanwhile"
        assert glass.look() is None
        yield ""
        yield "/ocultar"
        after = page_in(glass)
        assert (after.kind, after.step) == ("page", before.step)
        assert "kept meanwhile" in words_in(after)

    out = converse_between(talk, lines)
    assert "The room's window is blank. /blank shows it again." in out
    assert "The room sees its window again." in out


def test_a_pause_shows_a_card_until_the_next_line_also_when_it_is_blanked_between(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        page_in(glass)
        yield "/pause"
        page = page_in(glass)
        assert (page.kind, page.title) == ("pause", "We are taking a break.")
        assert "evening" not in words_in(page)
        yield "/blank"
        assert page_in(glass).kind == "waiting"
        yield "/blank"
        assert page_in(glass).kind == "pause"
        yield ""
        assert "a quiet evening" in words_in(page_in(glass))

    assert "The room's window shows a card until your next line." in converse_between(talk, lines)


def test_the_opening_shows_its_card(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from ("Rosa, mother", *SHARE)
        glass = glass_of(house)
        page_in(glass)
        yield "/opening to hear Rosa"
        page = page_in(glass)
        assert page.kind == "opening"
        assert "to hear Rosa" in words_in(page)
        yield "/next"
        assert page_in(glass).kind == "page"

    converse_between(talk, lines)


def test_what_is_read_back_stands_in_the_window_part_by_part(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        house.keep(put(Strength(words=Words(text="knows every bus"))))
        glass = glass_of(house)
        step = page_in(glass)
        yield "/readback"
        part = page_in(glass)
        assert part.title != step.title
        yield "/next"
        seen = words_in(page_in(glass))
        yield "/blank"
        assert page_in(glass).kind == "waiting"
        yield "/blank"
        assert SECRET not in seen
        assert words_in(page_in(glass)) == seen
        yield "/leave"
        assert page_in(glass).title == step.title

    converse_between(talk, lines)


def test_what_those_present_may_see_changes_as_people_leave(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield "Theo, uncle"
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        page_in(glass)
        rosa = house.open_family.attendances[0].who
        narrow = house.open_family.needs[1].changed(kept_from=(rosa,))
        house.keep(put(narrow))
        assert "a quiet evening" not in words_in(page_in(glass))
        yield ""

    converse_between(talk, lines)


def test_unshare_ends_the_window_and_the_code_and_the_access_is_noted(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[str] = []
    monkeypatch.setattr(talk.desk, "note_access", lambda _, what: noted.append(what))

    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass, code = glass_of(house), house.window.code
        page_in(glass)
        yield "/unshare"
        assert page_in(glass).kind == "waiting"
        assert house.settings.room_secret == ""
        yield from SHARE
        assert house.window.code != code
        yield "/unshare"
        yield "/unshare"

    out = converse_between(talk, lines)
    assert out.count("The room sees nothing any more.") == 2
    assert "The room has no window now." in out
    assert noted == ["open", *["show:window", "show:none"] * 2]


def test_when_the_meeting_is_left_the_room_sees_nothing_more_and_the_code_is_gone(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glass = glass_of(house)
        page_in(glass)
        yield "/leave"
        assert page_in(glass).kind == "waiting"
        assert (house.settings.wall, house.settings.room_secret) == ("none", "")

    converse_between(talk, lines)


def test_after_a_restart_the_same_code_opens_it_again_once_that_is_meant(talk: Talk) -> None:
    glasses: list[RoomGlass] = []

    def before(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        glasses.append(glass_of(house))
        page_in(glasses[0])
        yield "/quit"

    def after(house: House) -> Iterator[str]:
        assert not house.window.is_on
        yield from SHARE
        assert page_in(glasses[0]).kind == "page"

    converse_between(talk, before)
    assert page_in(glasses[0]).kind == "waiting"
    out = converse_between(talk, after)
    assert "The room had a window before teammeet ended. /share opens it again, with the same code." in out
    assert page_in(glasses[0]).kind == "waiting"


def test_a_window_that_cannot_be_written_is_told_and_the_meeting_goes_on(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, content: bytes) -> None:
        raise OSError

    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from SHARE
        with monkeypatch.context() as patched:
            patched.setattr(link_module, "write_privately", refused)
            yield "kept all the same"
        yield "/unshare"
        with monkeypatch.context() as patched:
            patched.setattr(link_module, "write_privately", refused)
            yield from SHARE
            assert not house.window.is_on

    out = converse_between(talk, lines)
    assert out.count(TeammeetError("room-unwritten").what("en")) == 2
    assert "kept all the same" in [str(need.words) for need in talk.family.needs]


def test_in_spanish_all_of_it_is_spanish(tmp_path: Path) -> None:
    talk = Talk(tmp_path, language="es")

    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        yield from ("/compartir", "sí")
        glass = glass_of(house)
        assert page_in(glass).language == "es"
        yield "/ocultar"
        page = page_in(glass)
        assert (page.kind, page.language) == ("waiting", "es")
        yield "/ocultar"
        yield "/pausa"
        assert page_in(glass).title == "Hacemos una pausa."
        yield "/nocompartir"

    out = converse_between(talk, lines)
    talk.close()
    assert "/ocultar la muestra otra vez." in out
    assert "La sala ya no ve nada." in out


def test_the_map_is_drawn_in_the_window_until_the_next_line_with_no_kind_that_was_not_released(talk: Talk) -> None:
    seen: list[RoomPage] = []

    def lines(house: House) -> Iterator[str]:
        yield from rosa_comes(house)
        rosa = house.open_family.people[0].id
        bea, hidden = Support(name="Bea"), Support(name=SECRET, kept_from=(rosa,))
        stress = Tie(support=bea.id, to=rosa, claims=(Claim(kinds=("stressful",)),))
        house.keep(*map(put, (bea, hidden, stress, Tie(support=hidden.id, to=rosa))))
        yield from SHARE
        glass = glass_of(house)
        yield "/map"
        seen.append(page_in(glass))
        yield "/question"
        seen.append(page_in(glass))

    out = converse_between(talk, lines)
    drawn, after = seen
    assert drawn.map is not None
    assert [support.name for support in drawn.map.supports] == ["Bea"]
    assert "stressful" not in drawn.model_dump_json()
    assert after.kind == "page"
    assert "Bea" in out
    assert "stressful" not in out, "what is said aloud is heard by those who are here"
    assert SECRET not in out
