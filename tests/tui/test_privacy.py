"""What only the facilitator sees stays off the screen until a key asks for it; what is not for everybody carries a sign."""

from tests.tui.family_shown import a_family, go_to, sheet, shown
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.meetings import PrivateNote
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.sharing import Agreement
from teammeet.model.values import Words

SECRETS = ("drinks again", "Lolita Rivera Paz", "asks for me", "afraid of him", "kept-from-me")


def with_secrets(desk: Desk) -> str:
    family = a_family(desk)
    lola = Person(id="lola", used_name="Lola", legal_name=SECRETS[1], private_note=SECRETS[0], kept_from=("x",))
    items = (
        Person(id="x", used_name=SECRETS[4], support=None),
        lola,
        PrivateNote(id="note", text=SECRETS[2]),
        Agreement(id="agreed", who="lola", dissent=Words(text=SECRETS[3])),
    )
    desk.change(family.header.id, [put(item) for item in items])
    desk.change(family.header.id, [put(lola.changed(private_note=f"{SECRETS[0]} and again", role="aunt"))])
    return family.header.id


def read(pilot: Pilot[None]) -> str:
    rows = (f"{row.words} {row.detail}" for row in sheet(pilot).rows if row.item != "x" and not row.words.endswith(SECRETS[4]))
    return "\n".join((*rows, str(pilot.app.screen.query_one("#facts", Static).content)))


async def read_everything(pilot: Pilot[None]) -> str:
    told = ""
    for tab in "12345":
        await pilot.press(tab)
        await pilot.pause()
        for place in range(len(sheet(pilot).rows)):
            if sheet(pilot).rows[place].item != "x":
                sheet(pilot).highlighted = place
                await pilot.pause()
                told += read(pilot)
    return told


async def test_nothing_private_is_on_any_sheet_before_a_key_asks_for_it(desk: Desk) -> None:
    family = desk.open(with_secrets(desk))
    async with shown(desk, family, (160, 45)) as pilot:
        told = await read_everything(pilot)
        assert [secret for secret in SECRETS if secret in told] == []
        assert "Private note: changed" in told
        assert "nothing → aunt" in told
        await pilot.press("v")
        told = await read_everything(pilot)
        assert [secret for secret in SECRETS if secret not in told] == []
        await pilot.press("v")
        assert SECRETS[0] not in await read_everything(pilot)


async def test_private_is_off_again_at_the_next_start(desk: Desk) -> None:
    family = desk.open(with_secrets(desk))
    async with shown(desk, family, (160, 45)) as pilot:
        await pilot.press("v", "escape")
        await pilot.pause()
        pilot.app.go("family", family=family.header.id)
        await pilot.pause()
        await go_to(pilot, "lola")
        assert SECRETS[0] not in read(pilot)


async def test_rows_that_are_not_for_everybody_carry_a_sign_and_the_pane_says_why(desk: Desk) -> None:
    family = a_family(desk)
    family = desk.change(family.header.id, [put(Need(id="narrow", record="school", kept_from=("ty",))), put(Need(id="wide"))])
    async with shown(desk, family, (160, 45)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        signs = {row.item: row.narrow for row in sheet(pilot).rows if row.item in ("narrow", "wide")}
        assert signs == {"narrow": True, "wide": False}
        await go_to(pilot, "narrow")
        assert "◑" in "".join(strip.text for strip in map(sheet(pilot).render_line, range(40)))
        assert "Not for everybody: part of a record" in read(pilot)
        assert "Ty" not in read(pilot).rpartition("Not for everybody")[2]
