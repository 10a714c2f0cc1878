"""What the map says, in lines: the same words as on the screens, counted from what those may see who hear it."""

from collections.abc import Iterator

from tests.line_mode.talk import Talk
from tests.line_mode.watching import converse_between

from teammeet.model.family import put
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.line_mode.house import House

SECRET = "zanzibar"


def test_on_the_familys_page_it_is_counted_from_everything(demo_talk: Talk) -> None:
    out = demo_talk.say("/figures")
    assert "- Nobody on the map is close to these yet: Teo. Who could be?" in out
    assert "Housing office takes energy from Lola's home and gives none back." in out
    assert "Counted from" not in out
    assert "Cuando terminen los servicios formales" in demo_talk.say("/language es", "/cifras", "/language en")


def test_what_became_of_the_map_since_a_signed_plan_is_told_or_what_to_type(demo_talk: Talk) -> None:
    out = demo_talk.say("/map since 1", "/mapa desde 7", "/map then", "/language es", "/mapa desde 1", "/language en")
    assert "The map from plan 1 (" in out
    assert "- Uncle Chidi: closer (was tenuous, now ordinary); now: Gives rides to the pool" in out
    assert out.count("Say /map since and the number of a signed plan: /map since 1.") == 2
    assert "Nuevo: " in out or "llegó" in out


def test_where_no_plan_is_signed_or_in_a_meeting_the_map_is_not_compared(talk: Talk) -> None:
    assert "No plan is signed yet" in talk.say("/map since 1")
    assert "In a meeting /map stands alone" in talk.meet("/map since 1")


def test_in_a_meeting_it_is_counted_from_what_those_may_see_who_are_there(talk: Talk) -> None:
    def lines(house: House) -> Iterator[str]:
        yield "Rosa, mother"
        rosa = house.open_family.people[0].id
        bea, hidden = Support(name="Bea"), Support(name=SECRET, kind="formal", kept_from=(rosa,))
        drain = Tie(support=bea.id, to=rosa, claims=(Claim(kinds=("stressful",), flow="from"),))
        house.keep(*map(put, (bea, hidden, drain, Tie(support=hidden.id, to=rosa))))
        yield "/figures"

    out = converse_between(talk, lines)
    assert "Counted from what the family may see." in out
    assert "Rosa: one line, Bea." in out
    assert "No paid service is active now." in out
    assert SECRET not in out
    assert "takes energy" not in out, "nobody hears that he takes more than he gives before it was released"


def test_a_tie_that_becomes_stressful_in_lines_is_the_teams_until_somebody_says_otherwise(talk: Talk) -> None:
    strong = Tie(id="t1", support="theo", to="rosa", claims=(Claim(kinds=("strong",)),), shown_to="room")
    stressful = strong.changed(claims=(Claim(kinds=("stressful",)),))

    def lines(house: House) -> Iterator[str]:
        yield "Rosa, mother"
        house.keep(put(Support(id="theo", name="Theo")), put(strong.changed(to=house.open_family.people[0].id)))
        house.keep(put(stressful.changed(to=house.open_family.people[0].id)))

    out = converse_between(talk, lines)
    (kept,) = talk.family.ties
    assert kept.shown_to == "team"
    assert "The room does not see this new kind until you show it." in out
