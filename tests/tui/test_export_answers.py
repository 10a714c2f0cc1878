"""What the dialog that exports asks, what it sends to the exporter, and what is noted: large, two languages, a form, a seal."""

from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.tui.meeting_app import Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import TEN, small_family
from tests.tui.test_sign import export_to, said, write
from textual.widgets import Select

from teammeet import demo
from teammeet.errors import TeammeetError
from teammeet.export import BUILT_IN, Options, exporter_named
from teammeet.model.family import put
from teammeet.tui.screens.dialogs import Notice
from teammeet.tui.sign.everything import CARD, CRISIS, sendings, write_all
from teammeet.tui.sign.export_choices import second_choices, since_choices, usual_reader
from teammeet.tui.sign.export_options import files_changed, only_heeded, options_of
from teammeet.tui.sign.exporting import WHATS, Order, gone_for
from teammeet.tui.sign.exporting import write as write_order
from teammeet.tui.widgets.line_input import LineInput
from teammeet_word.seal import locked, new_key, sha256_of, verified

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FAMILY = demo.family(TODAY)
WORDS = "three green doors"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "agency.p12"
    path.write_bytes(locked(new_key("An agency", TEN), WORDS))
    return path


def of(what: str, folder: Path, **more: object) -> Order:
    return Order(what, "team", "en", folder, **more)  # type: ignore[arg-type]  # each test says what it needs


def test_the_screens_write_all_that_a_command_writes() -> None:
    assert sorted(WHATS) == sorted(BUILT_IN)


@pytest.mark.parametrize("what", WHATS)
def test_an_exporter_gets_of_an_order_what_it_heeds_and_nothing_else(what: str, tmp_path: Path, key: Path) -> None:
    (tmp_path / "form.docx").write_bytes(b"a form")
    order = of(what, tmp_path, large=True, second="es", form=str(tmp_path / "form.docx"), key=str(key))
    options = options_of(order, Options(today=TODAY), WORDS, lambda: TEN)
    assert options.asked == exporter_named(what).heeds - {"before"}
    assert options.today == TODAY


def test_an_order_of_nothing_special_asks_for_nothing(tmp_path: Path) -> None:
    assert not options_of(of("word", tmp_path), Options(), "", lambda: TEN).asked


def test_a_form_or_a_key_that_is_not_there_is_refused_and_so_is_a_wrong_passphrase(tmp_path: Path, key: Path) -> None:
    for order, words, fault in (
        (of("word", tmp_path, form=str(tmp_path / "none.docx")), "", "form-missing"),
        (of("word", tmp_path, key=str(tmp_path / "none.p12")), WORDS, "key-missing"),
        (of("word", tmp_path, key=str(key)), "wrong", "key-passphrase-wrong"),
    ):
        with pytest.raises(TeammeetError) as refused:
            options_of(order, Options(), words, lambda: TEN)
        assert refused.value.message_key == fault


def test_a_file_of_many_gets_only_what_it_heeds() -> None:
    everything = Options(large=True, second="es", form=b"a form", seal=bytes)
    assert not only_heeded(exporter_named("ecomap-png"), everything).asked
    assert only_heeded(exporter_named("word"), everything) == everything


def test_each_document_has_a_reader_of_its_own() -> None:
    usual = {what: usual_reader(FAMILY, what) for what in WHATS}
    assert usual["word"] == "team"
    assert usual["share-sheet"] == "primary-care:okafor:mari"
    assert usual["family-file"] == "facilitator"
    assert usual_reader(small_family(), "share-sheet") == "team"


def test_the_second_language_is_never_the_first() -> None:
    assert [choice.id for choice in second_choices("en", "en")] == ["", "es"]
    assert [choice.id for choice in second_choices("es", "en")] == ["", "en"]


def test_where_a_form_and_a_key_are_is_remembered_of_documents_that_heed_them(tmp_path: Path) -> None:
    time = Time()
    desk, _ = demo_desk(tmp_path, time)
    settings = desk.settings().changed(form_file="form.docx", key_file="key.p12")
    assert files_changed(settings, of("ecomap-png", tmp_path)) == {}
    assert files_changed(settings, of("crisis-page", tmp_path)) == {"key_file": ""}
    assert files_changed(settings, of("word", tmp_path, form="form.docx", key="key.p12")) == {}
    desk.close()


def test_a_sealed_file_is_noted_with_its_sum(tmp_path: Path, key: Path) -> None:
    order = of("crisis-page", tmp_path, key=str(key))
    written = write_order(FAMILY, order, options_of(order, Options(today=TODAY), WORDS, lambda: TEN))
    content = written.path.read_bytes()
    assert written.noted_as == f"export crisis-page for team, sealed, sha256 {sha256_of(content)}"
    assert verified(content).holds


@pytest.mark.parametrize("what", ["what-changed", "ecomap-words"])
@pytest.mark.parametrize("in_roles", [False, True])
def test_two_moments_are_compared_as_the_reader_may_see_them(what: str, in_roles: bool, tmp_path: Path) -> None:
    first = FAMILY.editions[-1].number
    assert [choice.id for choice in since_choices(FAMILY, what, "en")][:2] == ["", str(first)]
    order = of(what, tmp_path, since=first, in_roles=in_roles)
    assert order.needs_gone
    written = write_order(FAMILY, order, Options(today=TODAY))
    assert written.path.name.endswith((f"-since-{first}.docx", f"-since-{first}.txt"))
    if written.path.suffix == ".txt":
        told = written.path.read_text()
        assert f"from plan {first} (" in told
        assert ("Mari" in told) is not in_roles


def test_what_always_compares_takes_the_last_signed_plan_that_differs(tmp_path: Path) -> None:
    signed = FAMILY.with_edits([put(FAMILY.fixed(NOON, None))])
    changed = signed.model_copy(update={"header": signed.header.changed(culture="Sunday suppers")})
    written = write_order(changed, of("word-changes", tmp_path), Options(today=TODAY))
    with ZipFile(written.path) as package:
        assert "w:ins " in package.read("word/document.xml").decode()
    with pytest.raises(TeammeetError):
        write_order(small_family(), of("word-changes", tmp_path), Options(today=TODAY))


def test_only_an_order_that_shows_a_former_plan_needs_what_is_gone(tmp_path: Path) -> None:
    time = Time()
    desk, _ = demo_desk(tmp_path, time)
    assert gone_for(desk, FAMILY, of("word", tmp_path)) == ()
    assert [of(what, tmp_path).needs_gone for what in ("word", "what-changed")] == [False, True]
    assert of("word", tmp_path, edition=1).needs_gone
    desk.close()


def test_the_card_goes_with_the_crisis_page_and_all_files_of_one_go_are_sealed(tmp_path: Path, key: Path) -> None:
    found = sendings(FAMILY, tmp_path, Options(today=TODAY))
    readers = {what: {s.order.reader for s in found if s.order.what == what} for what in (CARD, CRISIS)}
    assert readers[CARD] == readers[CRISIS]
    wanted = tuple(s for s in found if s.order.reader == "team")
    seal = options_of(of("word", tmp_path, key=str(key)), Options(), WORDS, lambda: TEN).seal
    options = {"team": Options(today=TODAY, large=True, seal=seal)}
    outcomes = write_all(FAMILY, wanted, options, overwrite=False, progress=lambda _: None)
    assert [o.written is not None and verified(o.written.path.read_bytes()).holds for o in outcomes] == [True] * 3


def test_nobody_gets_a_card_with_nothing_on_it(tmp_path: Path) -> None:
    assert not [s for s in sendings(small_family(), tmp_path, Options(today=TODAY)) if s.order.what == CARD]


# On the screen


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_only_what_a_document_heeds_is_asked_and_the_button_is_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    desk.save_settings(desk.settings().changed(key_file="agency.p12"))
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2", size=size) as room:
        await room.press("f5")
        dialog = room.app.screen
        rows = ("since", "beside", "size", "second", "form", "key", "passphrase")
        assert [r for r in rows if dialog.query_one(f"#row-{r}").display] == ["size", "second", "form", "key", "passphrase"]
        assert "Write the file" in room.screen_text
        assert "Folder" in room.screen_text
        dialog.query_one("#what", Select).value = "ecomap-svg"
        await room.pilot.pause()
        dialog.query_one("#since", Select).value = "1"
        await room.pilot.pause()
        assert [r for r in rows if dialog.query_one(f"#row-{r}").display] == ["since", "beside"]
        dialog.query_one("#what", Select).value = "share-sheet"
        await room.pilot.pause()
        assert dialog.query_one("#reader", Select).value == "primary-care:okafor:mari"
        assert "Write the file" in room.screen_text


async def test_a_large_sealed_plan_in_two_languages_is_known_to_the_vault_and_nothing_keeps_the_passphrase(
    tmp_path: Path, key: Path
) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        await room.press("f5")
        dialog = room.app.screen
        fields = {name: dialog.query_one(f"#{name}", LineInput) for name in ("folder", "key", "passphrase")}
        fields["folder"].value, fields["key"].value = str(tmp_path), str(key)
        dialog.query_one("#size", Select).value = "large"
        dialog.query_one("#second", Select).value = "es"
        await room.press("f9")
        assert dialog.focused is fields["passphrase"]
        assert fields["passphrase"].password
        assert not list(tmp_path.glob("plan-*"))
        fields["passphrase"].value = WORDS
        await write(room)
        content = next(tmp_path.glob("plan-*.docx")).read_bytes()
        assert verified(content).holds
        assert "has your seal" in said(room)
        assert [held.code for held in desk.noted_files(sha256_of(content))] == [room.family.code]
        assert fields["passphrase"].value == ""
        assert room.app.settings.key_file == str(key)
        assert WORDS not in room.app.settings.model_dump_json()


async def test_a_bad_form_is_told_with_the_command_that_checks_forms(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    (tmp_path / "form.docx").write_bytes(b"PK\x03\x04 damaged")
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        room.app.save_settings(form_file=str(tmp_path / "form.docx"))
        await export_to(room, tmp_path)
        assert isinstance(room.app.screen, Notice)
        await room.press("enter")
        assert "teammeet form check" in said(room)
    assert not list(tmp_path.glob("plan-*"))
