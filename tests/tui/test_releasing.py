"""The map on a wall, by keys: the room's window follows, kinds are released one by one, a shared screen tells nothing more."""

from pathlib import Path

from tests.tui.map_hands import the_map
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk, fresh_desk
from tests.tui.test_sharing import own_folder, seen_in, shared, words_of
from textual.widgets import Static

from teammeet.model.family import put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Household, Person
from teammeet.model.removal import without
from teammeet.model.supports import Claim, Spotlight, Support, TeamMember, Tie
from teammeet.room_window.page import RoomPage
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.ecomap import EcomapScreen

__all__ = ("own_folder",)
"""The fixture of the tests of sharing holds here too."""
SECRET = "zanzibar"


def tie(room: Room, id: str) -> Tie:
    found = room.family.get(id)
    assert isinstance(found, Tie)
    return found


def said(room: Room) -> str:
    return str(the_map(room).query_one("#chosen", Static).content)


def chosen_in(page: RoomPage) -> str:
    """The support that is chosen on the wall."""
    assert page.map is not None
    assert page.map.chosen is not None
    return page.map.supports[page.map.chosen - len(page.map.homes) - len(page.map.members)].name


async def with_ties(room: Room) -> None:
    """Rosa and her support Theo are here; what is between them and others is not all for both."""
    await room.type("Rosa, mother")
    rosa = room.family.people[0]
    meeting = room.family.attendances[0].meeting
    for item in (
        Household(id="home", name="Rosa's home"),
        rosa.changed(households=("home",), enrolled=True),
        Support(id="theo", name="Theo"),
        TeamMember(who="theo"),
        Attendance(meeting=meeting, who="theo", how="room"),
        Support(id="bea", name="Bea", kind="community"),
        Support(id="hidden", name=SECRET, kind="formal", domain="probation", kept_from=(rosa.id,)),
        Tie(id="of-theo", support="theo", to="home", claims=(Claim(kinds=("stressful",), flow="from", said_by=rosa.id),)),
        Tie(id="of-bea", support="bea", to="home", claims=(Claim(kinds=("strong",)),)),
        Tie(id="of-hidden", support="hidden", to="home", claims=(Claim(kinds=("cut_off",)),), note=SECRET),
        Spotlight(id="view", name=SECRET, of="hidden", kept_from=(rosa.id,)),
    ):
        room.app.keep(put(item))
    await room.pilot.pause()


async def test_the_rooms_window_follows_the_map_and_goes_back_to_the_step(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        window = await shared(room)
        step = seen_in(window)
        await room.press("f8")
        screen = the_map(room)
        screen._select("hidden")
        await room.pilot.pause()
        page = seen_in(window)
        assert page.kind == "map"
        assert page.map is not None
        assert [support.name for support in page.map.supports] == ["Theo", "Bea"]
        assert chosen_in(page) == "Theo", "what the room does not see is chosen on no wall, and what was chosen there stays"
        for word in (SECRET, "probation", "stressful", "strong", "cut_off", "from", "theo", "of-"):
            assert word not in words_of(page), word
        assert SECRET in room.screen_text, "the facilitator's own window shows all"
        assert room.app.say("share.mark.window") in room.screen_text
        screen._select("bea")
        await room.pilot.pause()
        page = seen_in(window)
        assert page.map is not None
        assert page.map.chosen is not None
        await room.press("s")
        page = seen_in(window)
        assert "Bea" in page.summary
        assert page.map is not None
        assert page.map.lit
        await room.press("ctrl+b")
        assert seen_in(window) == RoomPage(kind="waiting", language="en")
        await room.press("k")
        assert window.look() is None, "what changes while it is blank stays unseen"
        await room.press("ctrl+b")
        page = seen_in(window)
        assert page.map is not None
        assert page.map.supports[1].kind == "formal"
        await room.press("escape", "escape")
        assert seen_in(window) == step
        await room.press("f8", "escape")
        assert room.app.room._map is None


async def test_a_kind_is_released_after_it_was_asked_and_taken_back(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        window = await shared(room)
        await room.press("f8")
        the_map(room)._select("bea")
        await room.press("r")
        assert tie(room, "of-bea").shown_to == "room"
        assert "strong" in words_of(seen_in(window))
        assert "kind: the room may see it" in said(room)
        the_map(room)._select("theo")
        assert "kind: team only" in said(room)
        await room.press("r")
        assert isinstance(room.app.screen, Question)
        asked = " ".join(str(part.content) for part in room.app.screen.query(Static))
        assert "that this line is stressful. These would read it of themselves: Theo and Rosa." in asked
        await room.press("n")
        assert tie(room, "of-theo").shown_to == "team"
        await room.press("r", "y")
        assert tie(room, "of-theo").shown_to == "room"
        assert "stressful" in words_of(seen_in(window))
        assert "may see" in room.app.status
        await room.press("ctrl+z")
        assert tie(room, "of-theo").shown_to == "team"
        assert "stressful" not in words_of(seen_in(window))
        await room.press("ctrl+y")
        assert tie(room, "of-theo").shown_to == "team"
        await room.press("y", "r")
        assert tie(room, "of-theo").shown_to == "team"
        the_map(room)._select("bea")
        await room.press("4")
        assert tie(room, "of-bea") == tie(room, "of-bea").changed(shown_to="team")
        assert tie(room, "of-bea").claims[0].kinds == ("strong", "stressful")
        assert "stressful" not in words_of(seen_in(window))
        assert room.app.status == room.app.say("release.told.back-with-team")


async def test_a_shared_screen_tells_nothing_that_is_not_for_everybody_here(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting", size=(120, 36)) as room:
        await with_ties(room)
        await room.press("ctrl+o", "t", "f8")
        the_map(room)._select("theo")
        seen = [room.screen_text]
        legend = room.app.say("ecomap.tie.stressful")
        for key in (
            "l",
            "l",
            "d",
            "escape",
            "v",
            "escape",
            "c",
            "escape",
            "a",
            "escape",
            "i",
            "escape",
            "m",
            "escape",
            "w",
            "o",
        ):
            await room.press(key)
            seen.append(room.screen_text)
        await room.press("escape")
        if not isinstance(room.app.screen, EcomapScreen):
            await room.press("f8")
        the_map(room)._select("theo")
        for key in ("r", "n", "f", "ctrl+z", "k", "ctrl+z", "ctrl+y", "ctrl+z", "b", "escape"):
            await room.press(key)
            seen.append(room.screen_text)
        for screen in seen:
            assert SECRET not in screen
            assert "probation" not in screen.lower()
            assert "takes energy" not in screen
            assert screen.count(legend) <= screen.count("4 " + legend), "only the key's own word"
        assert room.app.say("release.ask-shared.text", names="Theo")[:30] in " ".join("".join(seen).split())


async def test_a_choice_that_the_room_no_longer_sees_is_no_choice(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        await room.press("ctrl+o", "t", "f8")
        the_map(room)._select("bea")
        bea, rosa = room.family.get("bea"), room.family.people[0]
        assert isinstance(bea, Support)
        assert isinstance(rosa, Person)
        room.app.keep(put(bea.changed(kept_from=(rosa.id,))))
        await room.press("k", "delete", "enter", "escape")
        assert room.family.get("bea") == bea.changed(kept_from=(rosa.id,))
        assert "Bea" not in room.screen_text


async def test_every_edit_of_the_demos_family_reaches_the_window(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        window = await shared(room)
        await room.press("f8")
        before = seen_in(window)
        await room.press("n", *"Coach Ray", "enter", "escape")
        page = seen_in(window)
        assert before.map is not None
        assert page.map is not None
        assert len(page.map.supports) == len(before.map.supports) + 1
        assert "Coach Ray" in words_of(page)
        await room.press("h")
        turned = seen_in(window)
        assert turned.map is not None
        assert turned.map.centre != page.map.centre


async def test_a_view_that_is_called_anew_on_a_shared_screen_stays_kept_from_whom_it_was(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        view = Spotlight(id="ours", name="Evenings", domain="health", position=3, kept_from=("bea",))
        room.app.keep(put(view), put(Support(id="clinic", name="Clinic", domain="health")))
        await room.press("ctrl+o", "t", "f8", "v", "r", "ctrl+u", *"Nights", "enter")
        assert room.family.get("ours") == view.changed(name="Nights")


async def test_a_view_that_the_room_may_not_see_is_not_written_over_by_what_is_kept_there(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        view = Spotlight(id="ours", name=SECRET, kinds=("natural",), alone=True, kept_from=(room.family.people[0].id,))
        room.app.keep(put(view))
        await room.press("ctrl+o", "t", "f8")
        the_map(room).turn_light(view)
        await room.press("v", "enter", *"Ours", "enter")
        assert room.family.get("ours") == view
        assert "Ours" in {kept.name for kept in room.family.spotlights}
        assert SECRET not in room.screen_text


async def test_what_was_hidden_before_it_was_taken_out_is_on_no_wall_in_a_former_record(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
        await with_ties(room)
        former = room.family
        bea = former.get("bea")
        assert isinstance(bea, Support)
        await room.press("ctrl+o", "t")
        room.app.keep(put(bea.changed(kept_from=(former.people[0].id,))))
        assert room.app.family_shown(former).get("bea") is None
        room.app.keep(*without(room.family, "bea"))
        assert room.app.family_shown(former).get("bea") is None
        assert room.app.family_shown(former).get("theo") is not None


async def test_the_wall_is_the_same_whether_somebody_unseen_is_passed_by_or_not_there(tmp_path: Path) -> None:
    """A choice or a home in the middle that goes out for a moment would tell that there is one."""
    told = []
    for unseen in (True, False):
        time = Time()
        folder = tmp_path / str(unseen)
        folder.mkdir()
        desk, family = fresh_desk(folder, time)
        async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
            await with_ties(room)
            rosa, home = room.family.people[0].id, Household(id="other", name="Sea house")
            room.app.keep(put(home), put(Household(id="refuge", name=SECRET, kept_from=(rosa,))))
            if not unseen:
                for id in ("hidden", "refuge"):
                    room.app.keep(*without(room.family, id))
            window = await shared(room)
            await room.press("f8")
            screen = the_map(room)
            seen = [seen_in(window)]
            screen._centre = "other"
            screen._select("bea")
            screen._look_anew()
            await room.pilot.pause()
            seen.append(seen_in(window))
            if unseen:
                screen._centre = "refuge"
                screen._select("hidden")
                screen._look_anew()
                await room.pilot.pause()
                assert window.look() is None, "nothing changes on the wall"
            screen.turn_light(Spotlight(domain="probation"))
            await room.pilot.pause()
            assert window.look() is None, "nobody the room sees is in that part of life"
            told.append([page.as_json() for page in seen])
    assert told[0] == told[1]


async def test_a_tie_that_is_there_unseen_does_not_keep_a_shared_screen_from_drawing_one(tmp_path: Path) -> None:
    for unseen in (True, False):
        time = Time()
        folder = tmp_path / str(unseen)
        folder.mkdir()
        desk, family = fresh_desk(folder, time)
        async with at_meeting(desk, family, time, agenda="first-wraparound-meeting") as room:
            await with_ties(room)
            rosa = room.family.people[0].id
            if unseen:
                room.app.keep(put(Tie(id="unseen", support="bea", to=rosa, kept_from=(rosa,))))
            await room.press("ctrl+o", "t", "f8")
            the_map(room)._select("bea")
            await room.press("a", "1")
            drawn = [each for each in room.family.ties if (each.support, each.to) == ("bea", rosa) and each.id != "unseen"]
            assert len(drawn) == 1
            the_map(room)._select("theo")
            the_map(room)._tie = 0
            await room.press("j", "1")
            assert tie(room, "of-theo").to == rosa
