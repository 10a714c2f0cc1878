"""The map while people talk over it: the spotlight, kept views, who could carry an idea, two who see one tie differently."""

from pathlib import Path

from tests.tui.hands import settled, typed
from tests.tui.map_hands import the_map
from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk
from textual.widgets import Input, Static

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.plan import Option, Strategy
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Words
from teammeet.tui.screens.ecomap import EcomapScreen
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.sharing import Sharing

NAMES = ("", "[/]", "[@click=app.quit]x[/]", "مريم العلي", "株式会社 東京", "e\u0301" * 40, "{name} $text %s", "a" * 80)


def picture(room: Room) -> str:
    canvas = the_map(room).map.canvas
    assert canvas is not None
    return canvas.text


def said(room: Room, id: str) -> str:
    found = the_map(room).query_one(id, Static)
    return str(found.content) if found.display else ""


def kept_names(room: Room) -> list[str]:
    return [view.name for view in room.family.spotlights]


def fits(room: Room) -> bool:
    """Whether no part of the screen is wider than it, and the line of the spotlight takes two rows at most."""
    lit = the_map(room).query_one("#lit")
    return lit.size.height <= 2 and the_map(room).map.size.height >= 14


async def settle(room: Room) -> None:
    await settled(room.pilot)
    await room.pilot.pause()


async def test_the_spotlight_lights_leaves_out_and_ends_and_esc_ends_it_first(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        the_map(room)._select("mari")
        await room.press("s")
        assert said(room, "#lit") == "Ties of Mari · the rest is dim.  Esc shows all."
        assert "Mrs. Bea" in picture(room)
        await room.press("s")
        assert "Mrs. Bea" not in picture(room)
        assert "(Sam)" in picture(room)
        await room.press("l")
        words = said(room, "#words-text")
        assert "Sam" in words
        assert "Mrs. Bea" not in words
        await room.press("l", "escape")
        assert said(room, "#lit") == ""
        assert "Mrs. Bea" in picture(room)
        await room.press("d", "1", "d", "2")  # all parts of life stand first once one is lit
        assert said(room, "#lit").startswith("Where we live")


async def test_without_services_the_map_says_plainly_what_is_gone(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        room.app.save_settings(language="es")
        the_map(room)._select("probation")
        await room.press("w")
        assert said(room, "#lit").startswith("Sin servicios formales · faltan 5 servicios formales (1 ha terminado)")
        assert "Dr. Lind" not in picture(room)
        assert the_map(room)._selected != "probation"
        assert fits(room)
        await room.pilot.resize_terminal(160, 45)
        room.app.save_settings(language="en")
        await room.press("o")
        assert said(room, "#lit") == "Natural only · 11 supports left out.  Esc shows all."
        assert "Patience" not in picture(room)
        assert fits(room)
        the_map(room)._select("sam")
        await room.press("k")
        assert (the_map(room)._selected, said(room, "#lit")) == ("sam", ""), "no key reaches another support unseen"
        assert "Dr. Lind" in picture(room)


async def test_a_view_is_kept_called_anew_taken_out_and_comes_back(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        await room.press("v")
        assert isinstance(room.app.screen, EcomapScreen)
        await room.press("o", "v", "enter")
        await typed(room.pilot, "[/] Ours")
        await settle(room)
        assert kept_names(room) == ["[/] Ours"]
        assert said(room, "#lit").startswith("[/] Ours: Natural only")
        await room.press("escape", "v", "r")
        room.app.screen.query_one("#view-name", Input).value = ""
        await typed(room.pilot, "Our people")
        await settle(room)
        await room.press("v", "enter")
        await settle(room)
        assert said(room, "#lit").startswith("Our people: Natural only")
        await room.press("v", "delete")
        await settle(room)
        assert kept_names(room) == []
        assert said(room, "#lit").startswith("Natural only")
        await room.press("ctrl+z")
        assert kept_names(room) == ["Our people"]


async def test_an_idea_finds_who_carries_it_on_the_map(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        await room.press("c", "1")
        await settle(room)
        idea = the_map(room).idea
        assert idea is not None
        assert str(idea.words)[:20] in said(room, "#lit")
        assert "Ask first: " in said(room, "#lit")
        assert "(strong tie)" in said(room, "#lit") or "(near: " in said(room, "#lit")
        assert fits(room)
        the_map(room)._select("home-lola")
        await room.press("enter")
        assert room.app.screen is the_map(room), "a home carries nothing, and no form opens"
        the_map(room)._select("choir")
        await room.press("enter")
        chosen = next(strategy for strategy in room.family.strategies if strategy.option == idea.id)
        assert (chosen.carried_by, chosen.source, str(chosen.words)) == (("choir",), "community", str(idea.words))
        assert said(room, "#lit") == ""
        await room.press("ctrl+z")
        assert not any(strategy.option == idea.id for strategy in room.family.strategies)


async def test_the_map_is_opened_from_the_storm_with_its_question_and_leads_back(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time) as room:
        meeting = room.meeting
        for step in range(len(meeting.agenda.steps)):
            meeting.go_to(step)
            if "idea" in meeting.panel.modes(meeting.scene()):
                break
        meeting.turn("idea")
        meeting.select("op-3")
        room.line.value = "half a li"
        await room.press("f8")
        await settle(room)
        assert the_map(room).idea == room.family.get("op-3")
        await room.press("c")
        held = [strategy for strategy in room.family.strategies if strategy.option == "op-3"]
        assert len(held) == 1
        assert isinstance(held[0], Strategy)
        await room.press("escape")
        await settle(room)
        assert isinstance(room.app.screen, MeetingScreen)
        assert (meeting.stand.selected, meeting.stand.mode, meeting.step_number) == ("op-3", "idea", step)
        assert room.line.value == "half a li"


async def test_two_see_one_tie_differently_and_a_line_leads_elsewhere_by_two_keys(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        the_map(room)._select("patience")
        first = room.family.get("t5")
        assert isinstance(first, Tie)
        await room.press("b", "1")
        await settle(room)
        await room.press("4", "f")
        now = room.family.get("t5")
        assert isinstance(now, Tie)
        mine = Claim(kinds=("stressful",), flow="to", said_by="mari", said_on=time.now.date())
        assert now.claims == (*first.claims, mine)
        assert "▸ Mari: stressful, gives energy  |  Lola: strong, gives energy" in said(room, "#chosen")
        await room.press("f", "f", "f", "4")
        now = room.family.get("t5")
        assert isinstance(now, Tie)
        assert now.claims == first.claims, "a second claim that says nothing any more is none"
        the_map(room)._select("sam")
        assert "▸" not in said(room, "#chosen")
        before = room.family.get("t4")
        assert isinstance(before, Tie)
        await room.press("j", "1")  # the first in the list, by its key
        await settle(room)
        after = room.family.get("t4")
        assert isinstance(after, Tie)
        assert after == before.changed(to="lola")
        await room.press("ctrl+z")
        assert room.family.get("t4") == before


async def test_what_the_room_does_not_see_no_key_changes_nor_tells(demo: tuple[Desk, str], time: Time) -> None:
    async with at_meeting(*demo, time, screen="ecomap") as room:
        await room.press("o", "v", "enter")
        await typed(room.pilot, "Ours alone")
        await settle(room)
        await room.press("escape")
        room.app.sharing = Sharing(wall="screen")
        room.app.family = room.app.family
        before = room.family
        told = []
        for support in ("choir", "pool"):  # of one a kind is said, of the other none
            the_map(room)._select(support)
            for key in ("1", "f", "b"):
                await room.press(key)
                told.append((room.app.status, said(room, "#chosen").partition("\n")[2].replace("Teo", "Mari")))
        assert len(set(told)) == 1
        assert told[0][0] == room.app.say("spotlight.told.kind-unseen")
        assert room.family == before
        await room.press("v")
        assert room.app.status == room.app.say("spotlight.told.no-views")
        hidden = Person(id="x", used_name="Xochitl", kept_from=("mari",))
        tie = room.family.get("t5")
        assert isinstance(tie, Tie)
        both = tie.changed(claims=(*tie.claims, Claim(kinds=("stressful",), said_by="x")))
        room.app.keep(put(hidden), put(both.changed(shown_to="team")))
        room.app.keep(put(both))
        the_map(room)._select("patience")
        await room.press("b")
        assert said(room, "#chosen").splitlines()[1].startswith(" ▸ somebody: stressful  |  Lola: strong")
        await room.press("2")
        now = room.family.get("t5")
        assert isinstance(now, Tie)
        assert [(c.kinds, c.said_by) for c in now.claims] == [(("strong",), "lola"), (("stressful", "ordinary"), "x")]


async def test_a_map_of_hostile_names_and_ties_is_talked_over(tmp_path: Path, time: Time) -> None:
    """A support that is tied to nobody, to itself, twice; names that break programs."""
    desk, family = fresh_desk(tmp_path, time)
    person = Person(used_name="[/]", enrolled=True)
    supports = tuple(Support(name=name, kind="formal" if n % 2 else "natural") for n, name in enumerate(NAMES))
    loose, looped, twice, *_ = supports
    ties = [Tie(support=looped.id, to=looped.id), *(Tie(support=twice.id, to=person.id) for _ in range(2))]
    idea = Option(words=Words(text="[@click=app.quit]me[/]"))
    desk.change(family, [put(item) for item in (person, *supports, *ties, idea)])
    async with at_meeting(desk, family, time, screen="ecomap") as room:
        for chosen, keys in ((loose.id, "s s s j 2 b"), (looped.id, "s l l"), (twice.id, "w w o d b")):
            the_map(room)._select(chosen)
            for key in keys.split():
                await room.press(key)
                if not isinstance(room.app.screen, EcomapScreen):
                    await room.press("escape")
            await room.press("c", "1")
            await settle(room)
            the_map(room)._select(chosen)
            await room.press("enter")
        assert room.family.strategies[0].carried_by == (loose.id, looped.id, twice.id)
        await room.press("ctrl+z")
        assert twice.id not in room.family.strategies[0].carried_by
