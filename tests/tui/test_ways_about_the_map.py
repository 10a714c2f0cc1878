"""Finding one's way about the map: somebody by name, and what lies next."""

from tests.tui.hands import settled
from tests.tui.map_hands import the_map
from tests.tui.meeting_app import Time, at_meeting
from textual.events import Paste

from teammeet.desk import Desk
from teammeet.model.domains import DOMAINS
from teammeet.model.family import put
from teammeet.model.supports import Support, Tie
from teammeet.tui.commands import footer_commands
from teammeet.tui.ecomap.asking import PickByKey
from teammeet.tui.screens.choose import Choose


async def test_a_slash_finds_everybody_on_the_map_by_a_part_of_the_name(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        screen = the_map(room)
        whole = screen._whole
        assert whole is not None
        await room.press("slash")
        asked = room.app.screen
        assert isinstance(asked, Choose)
        assert {id for id, _ in asked._entries} == {thing.id for thing in whole.things if thing.id}
        for letter in "patien":
            await room.press(letter)
        await room.press("enter")
        await settled(room.pilot)
        assert whole.name_of(screen._selected) == "Patience"


async def test_after_k_down_goes_to_what_lay_below_before_the_map_was_sorted_anew(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        screen = the_map(room)
        await room.press("n")
        room.app.post_message(Paste("(Bo\n[Clinic]\n<Choir\n{Joy"))
        for _ in range(4):
            await settled(room.pilot)
            await room.press("enter")
        kinds = {support.name: support.kind for support in room.family.supports}
        assert [kinds[name] for name in ("Bo", "Clinic", "Choir", "Joy")] == ["natural", "formal", "community", "peer"]
        await room.press("escape")
        screen._select(next(support.id for support in room.family.supports if support.name == "Bo"))
        below = screen.map.below(screen._selected)
        await room.press("k", "k", "k")
        assert screen.map.below(screen._selected) != below
        await room.press("down")
        assert screen._selected == below


async def test_who_adds_a_second_view_is_asked_whose_the_first_one_was(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        screen = the_map(room)
        tie = room.family.get("t5")
        assert isinstance(tie, Tie)
        unsaid = tie.changed(claims=(tie.claims[0].changed(said_by=None),))
        room.app.keep(put(unsaid))
        screen._select("patience")
        await room.press("b", "1")
        await settled(room.pilot)
        asked = room.app.screen
        assert isinstance(asked, PickByKey)
        await room.press("1")  # nobody said
        await settled(room.pilot)
        assert room.family.get("t5") == unsaid
        await room.press("b", "1")
        await settled(room.pilot)
        await room.press("2", "4")
        await settled(room.pilot)
        now = room.family.get("t5")
        assert isinstance(now, Tie)
        said = [(claim.said_by, claim.kinds) for claim in now.claims]
        assert said[0][1] == tie.claims[0].kinds
        assert said[1] == ("mari", ("stressful",))
        assert said[0][0] not in (None, "mari")


async def test_g_says_a_part_of_life_and_no_key_changes_the_map_while_its_figures_are_read(
    demo: tuple[Desk, str], time: Time
) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        screen = the_map(room)
        screen._select("patience")
        await room.press("g", "3")
        await settled(room.pilot)
        patience = room.family.get("patience")
        assert isinstance(patience, Support)
        assert patience.domain == DOMAINS[1]
        await room.press("g", "1")
        await settled(room.pilot)
        assert room.family.get("patience") == patience.changed(domain=None)
        before = room.family
        await room.press("i")
        await settled(room.pilot)
        assert screen.figures.has_focus
        for key in ("1", "2", "3", "4", "5", "f", "k", "a", "j", "x", "delete", "b", "r", "n", "g", "c"):
            await room.press(key)
        await settled(room.pilot)
        assert room.app.screen is screen
        assert room.family == before
        assert [command.key for command in footer_commands(screen)] == ["down", "enter", "escape", "f1"]
        await room.press("escape", "1")
        assert room.family != before
        assert "n" in [command.key for command in footer_commands(screen)]
