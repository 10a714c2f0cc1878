"""Two programs write in one vault: both texts of what both changed are read, and people say whose stand."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from tests.line_mode.talk import vault_of
from tests.line_mode.test_whole_meeting import PASSPHRASE

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.plan import Need
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.start import converse


class Meanwhile:
    """Lines that are typed, one of which lets somebody else write first."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def readline(self) -> str:
        return next(self._lines, "")


def said_with_another_writer(folder: Path, whose: str) -> tuple[str, Need]:
    """What was said, and the need afterwards. The other writes a note besides; after the choice one more field is changed."""
    path, _ = vault_of(folder, PASSPHRASE)
    mine, theirs = Desk.unlock(path, PASSPHRASE), Desk.unlock(path, PASSPHRASE)
    family_id = mine.start_family("Diaz family").header.id

    def lines() -> Iterator[str]:
        yield from ("/meet\n", "1\n", "/step 4\n", "sleep\n", "/edit 1\n", "1\n")
        need = theirs.open(family_id).needs[0]
        theirs.change(family_id, [put(need.changed(words=need.words.changed(text="theirs"), note="besides"))])
        yield from ("mine\n", f"{whose}\n", "part of life\n", "money\n", "\n")

    out = StringIO()
    console = Console(Meanwhile(lines()), out, by_hand=False)  # type: ignore[arg-type]  # the console reads lines of it, no more
    try:
        converse(House(console, mine, language="en"), family_id)
        need = mine.open(family_id).needs[0]
    finally:
        mine.close()
        theirs.close()
    return out.getvalue(), need


@pytest.mark.parametrize(("whose", "stands"), [("2", "mine"), ("", "theirs"), ("1", "theirs")])
def test_both_texts_are_read_and_people_choose(tmp_path: Path, whose: str, stands: str) -> None:
    out, need = said_with_another_writer(tmp_path, whose)
    assert "Somebody else changed this at the same time" in out
    assert out.index("Stands there now: theirs") < out.index("Yours: mine")
    assert (str(need.words), need.note, need.domain) == (stands, "besides", "money")
    assert ("Theirs stay. Yours were not kept." in out) == (stands == "theirs")


def test_a_text_that_somebody_there_may_not_see_is_not_read_out(tmp_path: Path) -> None:
    path, _ = vault_of(tmp_path, PASSPHRASE)
    mine, theirs = Desk.unlock(path, PASSPHRASE), Desk.unlock(path, PASSPHRASE)
    family_id = mine.start_family("Diaz family").header.id

    def lines() -> Iterator[str]:
        yield from ("/meet\n", "1\n", "Rosa, mother\n", "/step 4\n", "sleep\n", "/edit 1\n", "1\n")
        family = theirs.open(family_id)
        need = family.needs[0]
        hidden = need.changed(words=need.words.changed(text="zanzibar"), kept_from=(family.people[0].id,))
        theirs.change(family_id, [put(hidden)])
        yield from ("mine\n", "\n", "\n")

    out = StringIO()
    console = Console(Meanwhile(lines()), out, by_hand=False)  # type: ignore[arg-type]  # the console reads lines of it, no more
    try:
        converse(House(console, mine, language="en"), family_id)
        assert str(mine.open(family_id).needs[0].words) == "zanzibar"
    finally:
        mine.close()
        theirs.close()
    assert "Whose words stand?" in out.getvalue()
    assert "zanzibar" not in out.getvalue()
