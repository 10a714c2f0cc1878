"""Agreement, signatures and export at 80×24, by keys."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import TEN, small_family
from textual.widgets import Select, Static

from teammeet.export import Exported, Options
from teammeet.model.family import Family, put
from teammeet.model.readers import team
from teammeet.model.sharing import Agreement, Copy, Signature
from teammeet.practice.groups import group_of
from teammeet.practice.signers import is_welcome_to_sign
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.meeting.read_back import ReadBack
from teammeet.tui.screens.dialogs import Notice, Question
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.sign import exporting, listing, signing
from teammeet.tui.sign.export_dialog import ExportDialog
from teammeet.tui.sign.hand_over import HandOver
from teammeet.tui.widgets.line_input import LineInput


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The signing of the demo's meeting; Mari, the youth, is selected."""
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as there:
        yield there


async def fix(room: Room) -> None:
    """Fix the plan, and say yes to the question."""
    await room.press("f9")
    assert isinstance(room.app.screen, Question)
    await room.press("tab", "enter")
    await room.pilot.pause()


def agreement(room: Room, who: str) -> Agreement:
    return next(a for a in room.family.agreements if a.who == who and a.meeting == "me-2")


def signature(room: Room, who: str) -> Signature:
    last = room.family.last_edition
    assert last is not None
    return next(s for s in room.family.signatures if s.who == who and s.edition == last.number)


async def test_the_family_is_asked_first_and_those_who_are_paid_last(room: Room) -> None:
    whos = signing.signers(room.family, "me-2")
    groups = [str(group_of(room.family, who)) for who in whos]
    assert groups[0] == "family"
    assert groups[-1] == "professional"
    assert groups == sorted(groups, key=["family", "natural", "peer", "community", "professional"].index)


async def test_who_is_not_waited_for_is_told_as_such_and_not_counted(room: Room) -> None:
    waived = [who for who in signing.signers(room.family, "me-2") if is_welcome_to_sign(room.family, who, room.app.today())]
    assert waived
    assert "may sign" in room.screen_text
    await fix(room)
    assert not set(waived) & set(signing.missing(room.signing.scene()))


async def test_one_key_says_the_degree_tells_whose_it_is_and_replaces_another_only_if_meant(
    room: Room,
) -> None:
    who = room.signing.scene().selected
    await room.press("4")
    assert agreement(room, who).degree == 4
    assert "Mari: 4" in room.told
    assert "Ctrl+Z takes it back" in room.told
    await room.press("2")
    assert isinstance(room.app.screen, PickOne)
    await room.press("enter")
    assert agreement(room, who).degree == 4
    await room.press("5", "5")
    assert [a.degree for a in room.family.agreements if a.who == who and a.meeting == "me-2"] == [5]


async def test_a_low_degree_asks_what_would_move_it(room: Room) -> None:
    who = room.signing.scene().selected
    await room.press("2", *"ice")
    assert agreement(room, who).degree == 2
    assert "move" in str(room.line.border_title)
    assert room.line.value == "ice"
    await room.press("escape")
    assert agreement(room, who).dissent.text == ""
    assert room.line.display is False


async def test_what_would_move_somebody_up_is_kept_in_their_words(room: Room) -> None:
    who = room.signing.scene().selected
    await room.press("1")
    await room.type("A ride home on Fridays")
    await room.press("enter")
    assert (agreement(room, who).degree, agreement(room, who).dissent.text) == (1, "A ride home on Fridays")


async def test_another_answer_takes_the_place_of_a_signature_only_when_that_is_meant(room: Room) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press("i", "enter")
    await room.press("r")
    assert isinstance(room.app.screen, PickOne)
    await room.press("enter")
    assert signature(room, who).method == "ink"
    await room.press("r")
    await room.press("down", "enter")
    assert signature(room, who).method == "refused"
    await room.press("escape")
    await room.press("r")
    assert "noted already" in room.told
    await room.press("t")
    assert isinstance(room.app.screen, Question)
    await room.press("enter")
    assert signature(room, who).method == "refused"


async def test_a_dissent_is_in_own_words_and_who_may_read_it_is_asked(room: Room) -> None:
    who = room.signing.scene().selected
    await room.press("d")
    await room.type("Not the early bus")
    assert isinstance(room.app.screen, PickOne)
    await room.press("down", "enter")
    said = agreement(room, who)
    assert (said.dissent.text, said.dissent.verbatim, said.dissent_shown_to) == ("Not the early bus", True, "team")


async def test_without_an_answer_who_may_read_it_nothing_is_kept(room: Room) -> None:
    before = room.family.agreements
    await room.press("d")
    await room.type("Not the early bus")
    await room.press("escape")
    assert room.family.agreements == before


async def test_not_yet_is_an_answer_with_a_day(room: Room) -> None:
    who = room.signing.scene().selected
    await room.press("y")
    await room.type("some day")
    assert room.told
    await room.type("next Friday")
    assert str(agreement(room, who).not_yet_until) == "2026-03-13"


async def test_nobody_signs_a_draft(room: Room) -> None:
    before = room.family.signatures
    await room.press("i", "t")
    assert room.family.signatures == before
    assert "F9" in room.told


async def test_fixing_makes_an_edition_and_signatures_are_to_it(room: Room) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press("i", "enter")
    assert room.family.plan_state == "signed"
    assert [edition.number for edition in room.family.editions] == [1, 2]
    assert (signature(room, who).method, signature(room, who).edition, signature(room, who).signed_at) == ("ink", 2, TEN)


async def test_fixing_is_not_meant_by_a_stray_enter(room: Room) -> None:
    await room.press("f9", "enter")
    assert [edition.number for edition in room.family.editions] == [1]


async def test_a_fixed_plan_is_not_fixed_again(room: Room) -> None:
    await fix(room)
    await room.press("f9")
    assert isinstance(room.app.screen, SignScreen)
    assert len(room.family.editions) == 2


async def test_the_keyboard_is_handed_over_and_only_the_person_types_the_name(room: Room) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press("t", "enter")
    assert isinstance(room.app.screen, HandOver)
    others = [room.family.label(other) for other in signing.signers(room.family, "me-2") if other != who]
    assert not any(name in room.screen_text for name in others)
    room.app.screen.query_one(LineInput).value = "Mari O."
    await room.press("enter")
    signed = signature(room, who)
    assert (signed.method, signed.typed_name, signed.saw_the_plan) == ("typed", "Mari O.", True)


async def test_a_blank_name_does_not_sign_and_escape_gives_the_keyboard_back(room: Room) -> None:
    await fix(room)
    before = room.family.signatures
    await room.press("t", "enter", "enter")
    assert isinstance(room.app.screen, HandOver)
    await room.press("escape")
    assert isinstance(room.app.screen, SignScreen)
    assert room.family.signatures == before


async def test_a_yes_aloud_needs_a_witness_who_is_somebody_else(room: Room) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press("v", "enter", "enter")
    assert "By signing, I say" in room.screen_text
    await room.type(room.family.label(who))
    assert room.told
    await room.type("Noor Haddad")
    assert (signature(room, who).method, signature(room, who).witness) == ("verbal", "Noor Haddad")


async def test_escape_in_a_second_question_leads_back_to_the_first_with_its_answer(room: Room) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press("w", "enter")
    await room.type("Noor Haddad")
    assert room.signing.asking is not None
    assert room.signing.asking.is_path
    await room.press("escape")
    assert room.signing.line.value == "Noor Haddad"
    await room.press("enter", "enter")
    assert (signature(room, who).method, signature(room, who).received_by) == ("drawn", "Noor Haddad")


@pytest.mark.parametrize(("key", "method"), [("e", "email"), ("h", "taken_home"), ("r", "refused"), ("a", "absent")])
async def test_every_other_way_is_one_key(room: Room, key: str, method: str) -> None:
    await fix(room)
    who = room.signing.scene().selected
    await room.press(key, *(["enter"] if key == "e" else []))
    assert signature(room, who).method == method
    assert (signature(room, who).signed_at is not None) == (method == "email")


async def test_a_copy_says_of_which_edition_it_is(room: Room) -> None:
    await fix(room)
    assert room.family.last_edition is not None
    number = room.family.last_edition.number
    who = room.signing.scene().selected
    room.app.keep(put(Copy(id="old", to=who, edition=number - 1, how="paper", given_on=TEN.date())))
    row = next(row for row in listing.rows(room.signing.scene()) if row.id == who)
    assert room.app.say("sign.said.has-copy-of", number=number - 1) in row.detail
    room.app.keep(put(Copy(id="new", to=who, edition=number, how="paper", given_on=TEN.date())))
    row = next(row for row in listing.rows(room.signing.scene()) if row.id == who)
    assert room.app.say("sign.said.has-copy-of", number=number) in row.detail


async def test_a_copy_given_is_written_down(room: Room) -> None:
    who = room.signing.scene().selected
    await room.press("c", "down", "enter")
    copies = [copy for copy in room.family.copies if copy.to == who and copy.given_on == TEN.date()]
    assert [copy.how for copy in copies] == ["email"]


async def test_a_signed_edition_can_be_read_as_it_was(room: Room) -> None:
    await room.press("end", "enter")
    assert isinstance(room.app.screen, ReadBack)
    assert room.family.header.vision.text[:20] in room.screen_text


async def test_escape_leads_back_to_the_meeting_and_its_step_stays(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("alt+7", "f9")
        assert isinstance(room.app.screen, SignScreen)
        assert room.app.place is not None
        assert (room.app.place.screen, room.app.place.step) == ("sign", "closing")
        await room.press("escape")
        assert isinstance(room.app.screen, MeetingScreen)
        assert room.meeting.stand.step == "closing"


async def test_after_a_restart_at_the_signing_escape_leads_to_the_meeting(room: Room) -> None:
    await room.press("escape")
    assert isinstance(room.app.screen, MeetingScreen)
    assert room.meeting.meeting.id == "me-2"


async def test_the_meeting_ends_from_here(room: Room) -> None:
    await room.press("f12", "tab", "enter")
    meeting = next(m for m in room.family.meetings if m.id == "me-2")
    assert meeting.ended_at == TEN
    assert not isinstance(room.app.screen, SignScreen)


async def test_the_digest_of_an_edition_stays_while_people_sign(room: Room) -> None:
    await fix(room)
    await room.press("i", "enter", "end", "up", "e")
    digests = {s.plan_digest for s in room.family.signatures if s.edition == 2}
    assert len(digests) == 1
    assert digests == {signing.plan_digest(room.family, 2)}
    assert all(len(digest) == 64 for digest in digests)


def test_the_digest_differs_when_the_plan_differs() -> None:
    family = small_family()
    one = family.with_edits([_fixed(family)])
    other = family.with_edits([])
    changed = other.model_copy(update={"header": other.header.changed(culture="two kitchens")})
    two = changed.with_edits([_fixed(changed)])
    assert signing.plan_digest(one, 1) != signing.plan_digest(two, 1)
    assert signing.plan_digest(one, 2) == ""


def test_somebody_signs_in_their_own_language_or_the_familys() -> None:
    family = small_family()
    people = (family.people[0].changed(languages=("es",)), *family.people[1:])
    family = small_family(people=people)
    assert (signing.language_of(family, "rosa"), signing.language_of(family, "ortiz")) == ("es", "en")


def _fixed(family: Family) -> Any:
    from teammeet.model.family import put

    return put(family.fixed(TEN, "now"))


# Export

ON_SCREEN = ("word", "crisis-page", "share-sheet", "what-changed", "ecomap-png", "family-file")
"""Documents of each kind; all are written without a screen in test_export_in_roles.py."""


async def export_to(room: Room, folder: Path, **chosen: str) -> None:
    """Open the dialog, choose, and write."""
    await room.press("f5")
    dialog = room.app.screen
    assert isinstance(dialog, ExportDialog)
    dialog.query_one("#folder", LineInput).value = str(folder)
    for name, value in chosen.items():
        dialog.query_one(f"#{name}", Select).value = value
    await write(room)


async def write(room: Room) -> None:
    await room.press("f9")
    await written(room)


async def written(room: Room) -> None:
    """Wait for the thread that writes."""
    while any(worker.group == "export" and not worker.is_finished for worker in room.app.workers):
        await room.pilot.pause(0.02)
    await room.pilot.pause()


def said(room: Room) -> str:
    return str(room.app.screen.query_one("#written", Static).content)


@pytest.mark.parametrize("what", ON_SCREEN)
async def test_every_export_names_the_file_that_it_wrote(room: Room, tmp_path: Path, what: str) -> None:
    await export_to(room, tmp_path, what=what)
    files = [path for path in tmp_path.iterdir() if path.suffix in (".docx", ".svg", ".png", ".txt", ".json")]
    assert len(files) == 1
    assert files[0].stat().st_size > 1000
    assert files[0].stat().st_mode & 0o077 == 0
    assert str(files[0]) in said(room)
    assert room.family.header.name not in files[0].name


@pytest.mark.parametrize("what", ["wallet-card-png", "family-file"])
async def test_the_name_of_the_file_is_on_the_screen_and_ones_own_folder_is_a_tilde(
    room: Room, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    home = tmp_path / "plans"
    home.mkdir()
    await export_to(room, home, what=what)
    await room.pilot.pause()
    assert f"~/plans/{next(home.iterdir()).name}" in room.screen_text


async def test_a_file_that_is_there_is_written_over_only_after_a_question(room: Room, tmp_path: Path) -> None:
    await export_to(room, tmp_path, what="family-file")
    file = next(tmp_path.glob("*.json"))
    file.write_text("mine")
    await write(room)
    assert isinstance(room.app.screen, Question)
    await room.press("enter")
    assert file.read_text() == "mine"
    await write(room)
    await room.press("tab", "enter")
    await written(room)
    assert file.read_text() != "mine"


async def test_a_folder_that_is_not_there_is_told(room: Room, tmp_path: Path) -> None:
    await export_to(room, tmp_path / "nowhere")
    assert isinstance(room.app.screen, Notice)


async def test_an_exporter_that_fails_in_its_own_way_does_not_end_the_meeting(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Exported:
        raise RuntimeError("a fault of somebody else's exporter")

    monkeypatch.setattr("teammeet.export.FamilyFileExporter.write", fails)
    await room.press("f5")
    room.app.screen.query_one("#what", Select).value = "family-file"
    await write(room)
    assert isinstance(room.app.screen, Notice)


async def test_an_export_is_noted_without_what_was_said(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[str] = []
    monkeypatch.setattr(room.app.desk, "note_access", lambda family, what: noted.append(what))
    await export_to(room, tmp_path, what="family-file", reader="facilitator")
    assert [line.partition(", sha256 ")[0] for line in noted] == ["export family-file for facilitator"]


async def test_an_export_keeps_the_maps_places_for_its_reader_alone(room: Room, tmp_path: Path) -> None:
    await export_to(room, tmp_path, what="ecomap-svg")
    family_id = room.family.header.id
    assert room.app.desk.map_places(family_id, "team")
    assert not room.app.desk.map_places(family_id, "agency")


def test_a_reader_gets_only_what_they_may_see(tmp_path: Path) -> None:
    family = small_family()
    family = family.model_copy(update={"header": family.header.changed(private_note="CANARY")})
    options = Options(today=TEN.date())
    for reader, sees in (("facilitator", True), ("team", False), ("person:rosa", False)):
        folder = tmp_path / reader.replace(":", "-")
        folder.mkdir()
        written = exporting.write(family, exporting.Order("family-file", reader, "en", folder), options)
        assert ("CANARY" in written.path.read_text()) is sees


def test_a_signed_edition_is_exported_as_it_was_signed(tmp_path: Path) -> None:
    family = small_family()
    signed = family.with_edits([_fixed(family)])
    changed = signed.model_copy(update={"header": signed.header.changed(culture="changed later")})
    order = exporting.Order("family-file", "team", "en", tmp_path, edition=1)
    written = exporting.write(changed, order, Options(today=TEN.date()))
    assert "changed later" not in written.path.read_text()
    assert changed.seen_by(team(changed, TEN.date())).header.culture == "changed later"


def test_every_reader_that_is_offered_is_known() -> None:
    from teammeet.model.readers import reader_named

    family = small_family()
    for choice in exporting.reader_choices(family, "en"):
        assert reader_named(family, choice.id, TEN.date())


async def test_what_a_copy_for_a_school_leaves_out_is_said_before_it_is_written(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        await room.press("f5")
        assert not room.app.screen.query_one("#leaves-out").display
        await room.press("escape")
        await export_to(room, tmp_path, reader="school:school:mari")
        told = room.app.screen.query_one("#leaves-out", Static)
        assert told.display
        assert "substance use record" in str(told.content)
        assert "names somebody else" in said(room)
    assert [path.name for path in tmp_path.glob("plan-*.docx") if "recipient" not in path.name or "school" in path.name] == []
