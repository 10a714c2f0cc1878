"""Two programs on one vault: what the other wrote is seen before one's own goes over it."""

from pathlib import Path

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.going import open_family
from teammeet.tui.screens.dialogs import Notice

WORDS = "plum otter lamp river cedar moss"


async def test_after_a_conflict_the_others_words_are_shown_and_the_next_try_is_kept(tmp_path: Path) -> None:
    mine = Desk.create(tmp_path / "families.vault", WORDS)
    theirs = Desk.unlock(tmp_path / "families.vault", WORDS)
    family = mine.start_family("Rivera family")
    app = TeamMeetApp(desk=mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, family.header.id)
        theirs.change(family.header.id, [put(family.header.changed(agency="Theirs"))])
        assert app.keep(put(family.header.changed(agency="Mine"))) is False
        await pilot.pause()
        assert isinstance(app.screen, Notice)
        assert app.family is not None
        assert app.family.header.agency == "Theirs"
        await pilot.press("enter")
        assert app.keep(put(family.header.changed(agency="Mine"))) is True
        assert theirs.open(family.header.id).header.agency == "Mine"
    theirs.close()
    mine.close()
