"""Everything for everybody: each reader's own copies in one folder, seen before they are written, none written over unasked."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk

from teammeet import demo
from teammeet.export import Options
from teammeet.model.family import Family, drop, put
from teammeet.model.plan import Strength
from teammeet.model.readers import reader_named
from teammeet.model.sharing import Copy, Signature
from teammeet.model.since import plan_seen_by
from teammeet.model.values import Words
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.everything import (
    CRISIS,
    PLAN,
    RATING,
    copies_given,
    for_whom,
    in_folder,
    sendings,
    withheld_told,
    would_see,
    write_all,
)
from teammeet.tui.sign.everything_dialog import EverythingDialog
from teammeet.tui.sign.exporting import Order, reader_choices, write

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
OPTIONS = Options(today=TODAY)
FAMILY = demo.family(TODAY)


def all_of_them(folder: Path, *, rating: bool = False) -> dict[tuple[str, str], str]:
    return {(s.order.what, s.order.reader): s.name for s in sendings(FAMILY, folder, OPTIONS, rating=rating)}


def test_everybody_on_the_team_and_every_home_has_a_file_of_their_own(tmp_path: Path) -> None:
    readers = {reader for what, reader in all_of_them(tmp_path) if what == PLAN}
    assert {"team", "household:home-lola", "household:home-emeka", "person:reed"} <= readers
    living_in_a_home = {f"person:{p.id}" for p in FAMILY.people if p.in_family and p.households}
    assert not readers & living_in_a_home
    team = {member.who for member in FAMILY.team if member.left_on is None}
    homed = {p.id for p in FAMILY.people if p.households}
    assert {f"person:{who}" for who in team - homed} <= readers


def test_a_copy_that_is_owed_to_somebody_outside_the_team_is_among_them(tmp_path: Path) -> None:
    outside = next(s for s in FAMILY.supports if s.id not in {member.who for member in FAMILY.team} and s.label)
    owed = FAMILY.with_edits([put(Copy(to=outside.id))])
    found = {s.order.what: s for s in sendings(owed, tmp_path, OPTIONS) if s.order.reader == f"person:{outside.id}"}
    assert PLAN in found
    view = owed.seen_by(reader_named(owed, f"person:{outside.id}", TODAY))
    assert (CRISIS in found) == ("crisis-plans" not in view.withheld)


def test_names_of_files_differ_and_hold_no_name(tmp_path: Path) -> None:
    names = [s.name for s in sendings(FAMILY, tmp_path, OPTIONS, rating=True)]
    assert len(names) == len(set(names))
    labels = [p.label.lower() for p in FAMILY.people if p.label] + [s.label.lower() for s in FAMILY.supports if s.label]
    assert not [name for name in names for label in labels if label in name.lower()]


def test_each_copy_is_in_the_language_of_those_who_get_it(tmp_path: Path) -> None:
    lola = next(p for p in FAMILY.people if p.used_name == "Lola")
    spanish = FAMILY.with_edits([put(p.changed(languages=("es",))) for p in FAMILY.people if "home-lola" in p.households])
    assert lola.households
    languages = {s.order.reader: s.order.language for s in sendings(spanish, tmp_path, OPTIONS)}
    assert languages["household:home-lola"] == "es"
    assert languages["person:reed"] == "en"


def test_the_rating_sheet_is_written_only_if_it_is_wanted(tmp_path: Path) -> None:
    assert not [what for what, _ in all_of_them(tmp_path) if what == RATING]
    assert [what for what, _ in all_of_them(tmp_path, rating=True) if what == RATING]


def test_one_that_cannot_be_written_keeps_no_other_back_and_none_is_written_over(tmp_path: Path) -> None:
    wanted = sendings(FAMILY, tmp_path, OPTIONS)[:3]
    (tmp_path / wanted[1].name).write_text("mine")
    done: list[int] = []
    options = {s.order.reader: OPTIONS for s in wanted}
    outcomes = write_all(FAMILY, wanted, options, overwrite=False, progress=done.append)
    assert [outcome.written is not None for outcome in outcomes] == [True, False, True]
    assert (tmp_path / wanted[1].name).read_text() == "mine"
    assert done == [1, 2, 3]
    assert {path.name for path in tmp_path.iterdir()} == {s.name for s in wanted}


def test_files_are_called_before_as_they_are_called_when_they_are_written(tmp_path: Path) -> None:
    wanted = in_folder(sendings(FAMILY, tmp_path, OPTIONS)[:3], tmp_path, large=True, key="agency.p12")
    assert wanted[0].name == "plan-F-VSPC-2-large-sealed.docx"
    asked = replace(OPTIONS, large=True, seal=lambda content: content)
    outcomes = write_all(FAMILY, wanted, {s.order.reader: asked for s in wanted}, overwrite=False, progress=print)
    assert [outcome.written and outcome.written.path.name for outcome in outcomes] == [s.name for s in wanted]


def test_a_copy_that_was_owed_is_the_one_that_is_given(tmp_path: Path) -> None:
    owed = FAMILY.with_edits([put(Copy(id="owed", to="reed"))])
    wanted = tuple(s for s in sendings(owed, tmp_path, OPTIONS) if s.order.reader in ("person:reed", "household:home-lola"))
    outcomes = write_all(owed, wanted, {s.order.reader: OPTIONS for s in wanted}, overwrite=False, progress=lambda _: None)
    given = owed.with_edits(copies_given(owed, outcomes, OPTIONS))
    of_reed = [copy for copy in given.copies if copy.to == "reed" and copy.given_on == TODAY]
    assert {copy.what for copy in of_reed} == {"plan", "crisis_page"}
    assert "owed" in {copy.id for copy in of_reed}
    at_home = {
        p.id for p in owed.people if "home-lola" in p.households and p.in_family and p.nature == "person" and p.life == "living"
    }
    assert at_home <= {copy.to for copy in given.copies if copy.given_on == TODAY}


def dialog(room: Room) -> EverythingDialog:
    screen = room.app.screen
    assert isinstance(screen, EverythingDialog)
    return screen


async def open_it(room: Room, folder: Path) -> EverythingDialog:
    await room.press("f6")
    shown = dialog(room)
    shown.query_one("#folder-of-all").value = str(folder)  # type: ignore[attr-defined]  # it is a field
    names = [s.name for s in shown._all]
    shown._left_out = (shown._left_out - {*names[:2]}) | {*names[2:]}
    await room.pilot.pause()
    return shown


async def until_written(room: Room) -> None:
    while any(worker.group == "everything" and not worker.is_finished for worker in room.app.workers):
        await room.pilot.pause(0.05)
    await room.pilot.pause()


async def written(room: Room) -> None:
    await room.press("f9")
    await until_written(room)


async def test_it_says_before_what_goes_to_whom_and_what_is_left_out(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", size=(120, 40)) as room:
        await room.press("f6")
        assert "Plan · the team · English" in room.screen_text
        assert "plan-F-VSPC-2.docx" in room.screen_text
        dialog(room).query_one("#size").value = "large"  # type: ignore[attr-defined]  # it is a choice
        await room.pilot.pause()
        assert "plan-F-VSPC-2-large.docx" in room.screen_text
        assert "leaves out: the facilitator's private notes" in " ".join(room.screen_text.split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_writes_them_and_it_is_noted(tmp_path: Path, size: tuple[int, int]) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    folder = tmp_path / "out"
    folder.mkdir()
    async with at_meeting(desk, family, time, screen="sign", size=size) as room:
        shown = await open_it(room, folder)
        shown._left_out.discard("given")
        await written(room)
        assert {path.name for path in folder.iterdir()} == {s.name for s in shown._all[:2]}
        assert "2 files are in" in room.screen_text
        noted = [line.what for line in desk._journal.access_log(family)]
        written_two = [f"export {s.order.what} for {s.order.reader}" for s in shown._all[:2]]
        assert [line.partition(",")[0] for line in noted[-2:]] == written_two


async def test_files_that_are_there_are_written_over_only_after_a_question(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    folder = tmp_path / "out"
    folder.mkdir()
    async with at_meeting(desk, family, time, screen="sign") as room:
        shown = await open_it(room, folder)
        mine = folder / shown._all[0].name
        mine.write_text("mine")
        await written(room)
        assert isinstance(room.app.screen, Question)
        await room.press("n")
        assert mine.read_text() == "mine"
        await written(room)
        await room.press("y")
        await until_written(room)
        assert mine.read_bytes().startswith(b"PK")


async def test_the_folder_is_one_of_its_own_and_is_shown_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign") as room:
        await room.press("f6")
        assert "~/teammeet-F-VSPC-2" in room.screen_text
        own = tmp_path / "teammeet-F-VSPC-2"
        assert not own.exists()
        shown = dialog(room)
        shown._left_out = {each.name for each in shown._all[1:]}
        await written(room)
        assert [path.name for path in own.iterdir()] == [shown._all[0].name]
        assert own.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_missing_is_made_only_if_it_is_the_one_of_the_plan(tmp_path: Path) -> None:
    slip = tmp_path / "Documnets"
    wanted = sendings(FAMILY, slip, OPTIONS)[:1]
    outcomes = write_all(FAMILY, wanted, {each.order.reader: OPTIONS for each in wanted}, overwrite=False, progress=print)
    assert outcomes[0].error is not None
    assert not slip.exists()


async def test_after_writing_it_says_who_gets_which_file(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", size=(120, 40)) as room:
        shown = await open_it(room, tmp_path)
        await written(room)
        assert "Who gets which file" in room.screen_text
        assert f"{shown._all[0].name} → the team" in room.screen_text


@pytest.mark.parametrize(("size", "least"), [((80, 24), 8), ((60, 16), 4)])
async def test_enough_of_the_list_is_seen_in_a_small_window(tmp_path: Path, size: tuple[int, int], least: int) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", size=size) as room:
        shown = await open_it(room, tmp_path)
        await written(room)
        listed = shown.query_one("#sendings")
        visible = listed.content_region.intersection(shown.query_one(".dialog").content_region)
        assert visible.height >= least
        assert "files are in" in room.screen_text


def test_a_signed_plan_is_given_as_each_reader_may_see_it_today(tmp_path: Path) -> None:
    """What was hidden since it was signed is not in it, nor what was hidden before it was taken out."""
    hidden = Strength(id="st-hid", whose=("mari",), words=Words(text="Plays zanzibar"))
    gone = Strength(id="st-gone", whose=("mari",), words=Words(text="Sings quixote"))
    signed = FAMILY.with_edits([put(hidden), put(gone)])
    signed = signed.with_edits([put(signed.fixed(NOON, None))])
    number = signed.plan_number
    narrow = signed.with_edits([put(hidden.changed(kept_from=("reed",))), drop(gone)])
    last = (gone.changed(kept_from=("reed",)),)
    orders = [Order("word", f"person:{who}", "en", tmp_path, number) for who in ("reed", "lola")]
    for order, is_there in zip(orders, (False, True), strict=True):
        told = _words_of(write(narrow, order, OPTIONS, last).path)
        assert ("zanzibar" in told) == is_there
        assert ("quixote" in told) == is_there
    bare = FAMILY.with_edits([put(FAMILY.fixed(NOON, None).changed(id=signed.editions[-1].id))])
    there = narrow.with_edits([put(hidden.changed(kept_from=("reed",)))])
    assert plan_seen_by(there, reader_named(there, "person:reed", TODAY), number, last) == plan_seen_by(
        bare, reader_named(bare, "person:reed", TODAY), number
    )
    (tmp_path / "all").mkdir()
    everything = sendings(narrow, tmp_path / "all", OPTIONS, number, last)
    (to_reed,) = [s for s in everything if (s.order.what, s.order.reader) == ("word", "person:reed")]
    (outcome,) = write_all(narrow, (to_reed,), {"person:reed": OPTIONS}, overwrite=False, progress=lambda _: None, gone=last)
    assert outcome.written is not None
    assert "zanzibar" not in _words_of(outcome.written.path)


def _words_of(path: Path) -> str:
    with ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_a_youth_a_school_and_a_doctor_are_offered_a_copy_that_is_only_written_when_it_is_marked(tmp_path: Path) -> None:
    found = {s.order.reader: s for s in sendings(FAMILY, tmp_path, OPTIONS) if s.order.what == PLAN}
    offered = {"youth:mari", "school:school:mari", "primary-care:okafor:mari"}
    assert all(found[reader].is_asked_for for reader in offered)
    told = {reader: for_whom(FAMILY, found[reader], "en") for reader in offered}
    assert told["school:school:mari"] == "School (Harbor Bend Middle School), about Mari"
    assert "substance use record" in withheld_told(found["primary-care:okafor:mari"], "en")
    assert offered <= {choice.id for choice in reader_choices(FAMILY, "en")}
    crises = {s.order.reader for s in sendings(FAMILY, tmp_path, OPTIONS) if s.order.what == CRISIS}
    assert offered & crises == {"youth:mari"}


def test_marked_from_the_start_is_what_the_family_gets_and_who_signed_or_is_owed_a_copy(tmp_path: Path) -> None:
    def marked(family: Family) -> set[str]:
        return {s.order.reader for s in sendings(family, tmp_path, OPTIONS, rating=True) if not s.is_asked_for}

    bare = FAMILY.with_edits([drop(item) for item in (*FAMILY.signatures, *FAMILY.copies)])
    assert marked(bare) == {"household:home-lola", "household:home-emeka"}
    signed = Signature(who="reed", edition=1, method="typed", signed_at=NOON)
    assert marked(bare.with_edits([put(signed)])) - marked(bare) == {"person:reed"}
    for other in (signed.changed(method="refused"), signed.changed(method="taken_home", signed_at=None)):
        assert marked(bare.with_edits([put(other)])) == marked(bare)
    assert marked(bare.with_edits([put(Copy(to="reed"))])) - marked(bare) == {"person:reed"}
    (reed,) = (s for s in sendings(bare, tmp_path, OPTIONS) if (s.order.what, s.order.reader) == (PLAN, "person:reed"))
    assert would_see(reed, "en").startswith("would see: 4 needs, ")
    assert "the crisis plan" in would_see(reed, "en")
    assert not [s for s in sendings(bare, tmp_path, OPTIONS) if not s.is_asked_for and would_see(s, "en")]


async def test_once_they_are_written_one_key_notes_them_as_given(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign") as room:
        shown = await open_it(room, tmp_path)
        home = next(s for s in shown._all if s.order.reader == "household:home-lola")
        shown._left_out = {s.usual for s in shown._all if s is not home} | {"given"}
        await room.press("g")
        before = room.family.copies
        await written(room)
        assert room.family.copies == before
        assert "G notes each of these copies" in room.screen_text
        await room.press("g", "g")
        assert {copy.to for copy in room.family.copies} - {copy.to for copy in before} <= set(home.to)
        assert len([copy for copy in room.family.copies if copy not in before]) == len(home.to)


def test_a_part_of_the_plan_is_noted_as_such_where_it_was_given(tmp_path: Path) -> None:
    wanted = tuple(s for s in sendings(FAMILY, tmp_path, OPTIONS) if s.order.reader in ("school:school:mari", "youth:mari"))
    options = {sending.order.reader: OPTIONS for sending in wanted}
    outcomes = write_all(FAMILY, wanted, options, overwrite=False, progress=lambda _: None)
    given = {edit.after.to: edit.after.what for edit in copies_given(FAMILY, outcomes, OPTIONS) if isinstance(edit.after, Copy)}
    assert given["school"] == "other"
    assert given["mari"] in ("plan", "crisis_page")
    school = next(outcome for outcome in outcomes if outcome.sending.order.reader == "school:school:mari")
    assert school.written is not None
    assert any("names somebody else" in remark for remark in school.written.remarks)
    assert "school" not in school.written.path.name
