"""The caseload: families are found by typing, made, brought in, opened."""

from datetime import date
from pathlib import Path

import pytest
from tests.tui.hands import settled, typed
from textual.pilot import Pilot
from textual.strip import Strip

from teammeet import demo
from teammeet.desk import Desk, FamilyLine, Settings
from teammeet.errors import PassphraseWrong
from teammeet.model.family import put
from teammeet.model.family_file import write_family
from teammeet.model.values import new_id
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.screens.import_file import ImportFile
from teammeet.tui.screens.recovery import SaveSheet
from teammeet.tui.widgets.family_list import FamilyList
from teammeet.tui.widgets.line_input import LineInput


def found(app: TeamMeetApp) -> FamilyList:
    return app.screen.query_one(FamilyList)


async def test_a_family_is_found_by_part_of_its_name_without_accents_or_case(desk: Desk) -> None:
    for name in ("Familia José Núñez", "Rivera family", "Okafor household"):
        desk.start_family(name)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert found(app).shown == 3
        await pilot.press(*"JOSE NU")
        assert found(app).shown == 1
        assert found(app).chosen is not None
        assert found(app).chosen.name == "Familia José Núñez"  # type: ignore[union-attr]  # said on the line above
        await pilot.press("escape")
        assert found(app).shown == 3


async def test_a_family_is_found_by_its_code(desk: Desk) -> None:
    family = desk.start_family("Rivera family")
    desk.start_family("Okafor household")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*family.code.lower())
        chosen = found(app).chosen
        assert chosen is not None
        assert chosen.id == family.header.id


def lines(number: int) -> tuple[FamilyLine, ...]:
    return tuple(FamilyLine(new_id(), f"Family {place:06} of {place % 97}", date(2026, 3, 9), 0, 1) for place in range(number))


async def test_only_what_is_seen_of_a_hundred_thousand_families_is_painted(
    app: TeamMeetApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one(FamilyList).display = True
        found(app).put(lines(100_000))
        await pilot.pause()
        painted: list[int] = []
        render = FamilyList.render_line

        def count(families: FamilyList, y: int) -> Strip:
            painted.append(y)
            return render(families, y)

        monkeypatch.setattr(FamilyList, "render_line", count)
        await pilot.press(*"family 0999")
        await pilot.pause()
        assert found(app).shown == 100
        assert len(painted) < 24 * 30


async def test_the_cursor_stays_in_the_list_however_far_it_is_sent(desk: Desk) -> None:
    for number in range(60):
        desk.start_family(f"Family {number:02}")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("up", "pageup")
        assert found(app).cursor == 0
        await pilot.press(*["pagedown"] * 9, "down")
        assert found(app).cursor == 59
        assert found(app).scroll_offset.y == 60 - found(app).size.height


async def test_a_new_family_needs_only_a_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    app = TeamMeetApp(desk=desk)
    gone: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr(app, "go", lambda screen, **where: gone.append((screen, where)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        await typed(pilot, "Rivera")
        await pilot.pause()
        family = desk.families(date(2026, 3, 2))[0]
        assert family.name == "Rivera"
        assert gone == [("family", {"family": family.id})]


async def test_a_new_family_has_its_facilitator_agency_and_language_from_the_settings(desk: Desk) -> None:
    desk.save_settings(Settings(language="es", facilitator="Ines Paz", agency="Puentes"))
    app = TeamMeetApp(desk=desk, language="es")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        await typed(pilot, "Rivera")
        await settled(pilot)
        assert app.family is not None
        header = app.family.header
        assert (header.facilitator, header.agency, header.language) == ("Ines Paz", "Puentes", "es")


async def bring_in(pilot: Pilot[None], path: Path, *answer: str) -> None:
    await settled(pilot)
    await pilot.press("ctrl+o")
    await pilot.pause()
    await typed(pilot, str(path))
    await pilot.pause()
    await pilot.press(*answer)
    await settled(pilot)


async def test_a_family_file_comes_in_only_after_yes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text(write_family(demo.family(date(2026, 3, 2))), encoding="utf-8")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await bring_in(pilot, path, "enter")
        assert desk.families(date(2026, 3, 2)) == ()
        await bring_in(pilot, path, "tab", "enter")
        assert isinstance(app.screen, CaseloadScreen)
        assert len(desk.families(date(2026, 3, 2))) == 1


async def test_a_file_for_a_family_that_is_there_shows_each_change_first(desk: Desk, tmp_path: Path) -> None:
    family = demo.family(date(2026, 3, 2))
    desk.accept(desk.look_at(write_family(family).encode()))
    changed = family.with_edits([put(family.header.changed(agency="Another agency"))])
    path = tmp_path / "family.json"
    path.write_text(write_family(changed), encoding="utf-8")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await bring_in(pilot, path, "enter")
        assert desk.open(family.header.id).header.agency == family.header.agency
        await bring_in(pilot, path, "tab", "enter")
        assert desk.open(family.header.id).header.agency == "Another agency"


async def test_a_file_that_may_not_come_in_is_told_and_the_path_stays(app: TeamMeetApp, tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text("{", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await bring_in(pilot, path, "enter")
        assert isinstance(app.screen, ImportFile)
        assert app.screen.query_one("#path").value == str(path)  # type: ignore[attr-defined]  # the only field there


async def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "families.vault"
    old, new = "plum otter lamp river cedar moss", "a new one that is long enough"
    desk = Desk.create(path, old)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await typed(pilot, "wrong", new, new)
        await settled(pilot)
        assert app.focused is app.screen.query_one("#old")
        app.screen.query_one("#old", LineInput).value = ""
        await typed(pilot, old, new, new)
        await settled(pilot)
        assert isinstance(app.screen, SaveSheet)
        await pilot.press("ctrl+u")
        await typed(pilot, str(tmp_path / "sheet.txt"))
        await settled(pilot)
        assert isinstance(app.screen, CaseloadScreen)
    assert "enough" in (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    with pytest.raises(PassphraseWrong):
        Desk.unlock(path, old)
    Desk.unlock(path, new).close()
