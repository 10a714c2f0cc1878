"""What the map says in figures, against small invented families whose counts were worked out by hand."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from tests.model.drawn import families

from teammeet.model.domains import DOMAINS
from teammeet.model.family import Family
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Need, Option, Outcome, Strategy, Task
from teammeet.model.readers import Reader, facilitator, room, somebody, team
from teammeet.model.supports import Claim, Helpfulness, Support, TeamMember, Tie
from teammeet.model.values import Item, Words
from teammeet.model.view import View
from teammeet.practice.support_figures import Around, BareDomain, Found, HeldBy, support_figures
from teammeet.practice.support_figures_said import after_lines, counted_from, figures_as_text, figures_said
from teammeet.practice.support_hands import Hands

DAY = date(2026, 3, 2)


def family_of(*items: Item) -> Family:
    """Ola and her son Ben live in one home; their dog too; the grandfather who lived there has died."""
    return Family.of_items(
        [
            Header(id="fam", name="Ash"),
            Household(id="home", name="Our flat"),
            Person(id="ola", used_name="Ola", role="mother", households=("home",)),
            Person(id="ben", used_name="Ben", enrolled=True, households=("home",)),
            Person(id="rex", used_name="Rex", nature="pet", households=("home",)),
            Person(id="pop", used_name="Pop", life="deceased", households=("home",)),
            *items,
        ]
    )


def seen(*items: Item) -> View:
    return family_of(*items).seen_by(facilitator(DAY))


def support(id: str, kind: str = "natural", **more: object) -> Support:
    return Support.model_validate({"id": id, "name": id.title(), "kind": kind} | more)


def tie(support: str, to: str, *claims: Claim) -> Tie:
    return Tie(id=f"{support}-{to}-{len(claims)}", support=support, to=to, claims=claims)


def said(view: View, key: str, language: str = "en") -> list[str]:
    return [line.words for figure in figures_said(view, language) if figure.key == key for line in figure.lines]


# Natural to formal


def test_supports_are_counted_by_kind_and_only_active_ones() -> None:
    """Two aunts, a partner, a club, and of three services one has ended and one is only wished for: so one is active."""
    view = seen(
        support("aunt"),
        support("uncle"),
        support("joy", "peer"),
        support("club", "community"),
        support("school", "formal"),
        support("court", "formal", status="ended"),
        support("nurse", "formal", status="possible"),
    )
    around = support_figures(view).around
    assert around == Around(("aunt", "uncle"), ("joy",), ("club",), ("school",), ("nurse",), ("court",))
    assert around.natural_to_formal == (2, 1)
    told = said(view, "paid")
    assert told[:2] == ["For each paid service there are 2 natural supports.", "Of 5 active supports, 4 are not paid services."]
    assert "Only wished for, so not counted: Nurse." in told
    assert "Ended, so not counted: Court." in told


@pytest.mark.parametrize(
    ("natural", "formal", "words"),
    [
        (0, 0, "No paid service is active now."),
        (2, 0, "No paid service is active now."),
        (0, 3, "No natural support is active now."),
        (3, 3, "For each paid service there is 1 natural support."),
        (2, 6, "For each 3 paid services there is 1 natural one."),
        (4, 6, "For each 3 paid services there are 2 natural ones."),
    ],
)
def test_natural_to_formal_is_said_in_the_smallest_whole_numbers(natural: int, formal: int, words: str) -> None:
    made = [support(f"n{n}") for n in range(natural)] + [support(f"f{n}", "formal") for n in range(formal)]
    assert said(seen(*made, support("club", "community")), "paid")[0] == words


# Parts of life


def test_a_name_that_stands_twice_is_counted_twice_and_said() -> None:
    """Ben's father is drawn as a support and at home; of two neighbors called Sam nobody knows whether they are one."""
    view = seen(
        support("dad", name="Ola"),
        support("sam"),
        support("other", name="SAM"),
        support("gone", name="Ben", status="ended"),
        support("clinic", "formal"),
        Person(id="nurse", used_name="Clinic", support="clinic"),
    )
    assert support_figures(view).around.twice == ("dad", "sam", "other")
    lines = said(view, "paid")
    assert "Natural supports, 3: Ola, Sam and SAM." in lines
    assert lines[-1] == (
        "This name is on the map more than once: Ola, Sam and SAM. If it is one person, they are counted too often."
    )


def test_parts_of_life_with_a_need_and_nobody_come_first() -> None:
    """Safety and "our garden" have open needs and nobody; education has the school; health is only wished for; the need in
    legal is met and the one in money set aside. Of twelve domains one is covered and one has a need: ten are left."""
    view = seen(
        support("school", "formal", domain="education"),
        support("pool", "community", domain="health", status="possible"),
        support("judge", "formal", domain="legal", status="ended"),
        Need(id="n1", words=Words(text="Nights are calm."), domain="safety"),
        Need(id="n2", words=Words(text="A bed of beans."), domain="our_garden"),
        Need(id="n3", domain="legal", status="met"),
        Need(id="n4", domain="money", status="set_aside"),
        Need(id="n5", domain="education"),
        Need(id="n6"),
    )
    bare = support_figures(view).bare
    assert bare[:2] == (BareDomain("safety", ("n1",)), BareDomain("our_garden", ("n2",)))
    assert [each.domain for each in bare[2:]] == [d for d in DOMAINS if d not in ("education", "safety")]
    assert next(each for each in bare if each.domain == "health").possible == ("pool",)
    told = said(view, "bare")
    assert told[0] == "Safety. There is a need: “Nights are calm.”"
    assert told[1].startswith("our garden.")
    assert told[-1] == "Health. Wished for there: Pool."


def test_where_a_part_of_life_is_not_said_only_those_with_a_need_are_named() -> None:
    need = Need(id="n", words=Words(text="Nights are calm."), domain="safety")
    view = seen(support("aunt"), support("sam"), support("pool", status="possible"), support("gp", domain="health"), need)
    assert support_figures(view).unplaced == ("aunt", "sam")
    assert said(view, "bare") == [
        "2 supports have no part of life said yet: Aunt and Sam.",
        "Safety. There is a need: “Nights are calm.”",
    ]


def test_where_energy_goes_is_told_with_who_says_it() -> None:
    """Ola says it of the aunt and the club, Ben of Sam; of the nurse nobody is named."""
    by_ola, by_ben = Claim(flow="to", said_by="ola"), Claim(flow="from", said_by="ben")
    view = seen(
        *map(support, ("aunt", "club", "sam", "nurse")),
        tie("aunt", "ola", by_ola),
        tie("club", "ben", by_ola),
        tie("sam", "ben", by_ben),
        tie("nurse", "ben", Claim(flow="to")),
    )
    assert said(view, "energy") == [
        "Ben says: Sam takes energy from Ben and gives none back.",
        "Ola says: Energy comes from Aunt and Club.",
        "Energy comes from Nurse.",
    ]


# Lines of one's own


def test_lines_of_a_persons_own_are_counted_apart_from_those_of_the_home() -> None:
    """Ben is held by the school alone, though two people of it know him: one support. Ola has the aunt and the club. The
    home has the aunt and the nurse. The court has ended, the pool is only wished for: they hold nobody."""
    view = seen(
        support("school", "formal"),
        Person(id="reed", used_name="Ms. Reed", support="school"),
        support("aunt"),
        support("club", "community"),
        support("nurse", "formal"),
        support("court", "formal", status="ended"),
        support("pool", "community", status="possible"),
        tie("school", "ben"),
        tie("reed", "ben"),
        tie("aunt", "ola"),
        tie("ola", "club"),
        tie("aunt", "home"),
        tie("nurse", "home"),
        tie("court", "ben"),
        tie("pool", "ben"),
        tie("aunt", "school"),
        tie("ola", "ben"),
        tie("aunt", "rex"),
    )
    assert support_figures(view).members == (
        HeldBy("ola", own=("aunt", "club"), home=("aunt", "nurse")),
        HeldBy("ben", own=("school",), home=("aunt", "nurse")),
    )
    assert said(view, "own") == ["Ben: one line, to a paid service: School. 2 supports have a line to the home."]


def test_people_without_a_line_of_their_own_are_named() -> None:
    """Nobody has a line to Ben or to Ola; one support has one to the home. An aunt who lives elsewhere has nothing at all."""
    view = seen(support("aunt"), tie("aunt", "home"), Person(id="kay", used_name="Kay"))
    assert said(view, "own") == [
        "No line goes to Ola and Ben. 1 support has a line to the home.",
        "No line goes to Kay. No support has a line to the home.",
    ]


def test_a_line_that_some_call_cut_off_is_said_and_counted_as_neither() -> None:
    """All call the uncle's line cut off: it is none. Of the aunt's, Ola says strong and Ben says cut off: it differs."""
    cut, strong = Claim(kinds=("cut_off",), said_by="ben"), Claim(kinds=("strong",), said_by="ola")
    view = seen(
        support("uncle"),
        support("aunt"),
        support("sam"),
        tie("uncle", "ben", cut, Claim(kinds=("cut_off", "stressful"))),
        tie("aunt", "ben", cut, strong),
        tie("aunt", "ola", Claim()),
        tie("uncle", "ola"),
        tie("sam", "ola", strong),
    )
    ola, ben = support_figures(view).members
    assert ola == HeldBy("ola", own=("aunt", "uncle", "sam"))
    assert ben == HeldBy("ben", differ=("aunt",))
    assert said(view, "own") == [
        "Ben: one line, Aunt. Aunt: some call that line cut off, some do not. No support has a line to the home."
    ]


def test_two_ties_between_the_same_two_are_one_line_with_what_both_say() -> None:
    view = seen(
        support("aunt"), tie("aunt", "ben", Claim(kinds=("strong",))), tie("ben", "aunt", Claim(kinds=("cut_off",)), Claim())
    )
    assert support_figures(view).members[1].differ == ("aunt",)


# Needs on formal services


def test_a_need_hangs_on_formal_services_when_nobody_else_carries_it() -> None:
    """Of seven open needs: n1 only the school (through an outcome), n2 the school and Ola, n3 the school and the aunt, n4 only
    the aunt, n5 a formal source that names nobody, n6 nothing, n7 a task of the school that is done: so n1, n2 and n5."""
    view = seen(
        support("school", "formal"),
        Person(id="reed", used_name="Ms. Reed", support="school"),
        support("aunt"),
        support("court", "formal", status="ended"),
        *(Need(id=f"n{n}", words=Words(text=f"Need {n}."), rank=n) for n in range(1, 8)),
        Outcome(id="o1", needs=("n1",)),
        Strategy(id="s1", outcomes=("o1",), carried_by=("reed",)),
        Strategy(id="s2", needs=("n2",), carried_by=("school", "court")),
        Task(id="t2", strategy="s2", owners=("ola",)),
        Option(id="p3", need="n3", source="natural"),
        Strategy(id="s3", option="p3", carried_by=("aunt",)),
        Task(id="t3", need="n3", owners=("school",)),
        Task(id="t4", need="n4", owners=("aunt",)),
        Strategy(id="s5", needs=("n5",), source="formal"),
        Task(id="t7", need="n7", owners=("school",), status="done"),
    )
    figures = support_figures(view)
    n1 = Hands("n1", formal=("reed",))
    n2 = Hands("n2", formal=("school",), family=("ola",))
    n5 = Hands("n5", unnamed=frozenset({"formal"}))
    assert figures.on_formal == (n1, n2, n5)
    assert figures.after.unheld == (n1, n5)
    assert figures.after.family_alone == (n2,)
    assert figures.after.thinner == (Hands("n3", formal=("school",), others=("aunt",)),)
    assert said(view, "hang") == [
        "“Need 1.” Carried by Ms. Reed.",
        "“Need 2.” Carried by School. The family does its part: Ola.",
        "“Need 5.” Carried by a paid service (nobody said which).",
    ]


def test_a_strategy_that_has_ended_carries_nothing() -> None:
    over = Strategy(id="s", needs=("n",), carried_by=("school",), ends_on=date(2026, 3, 1))
    view = seen(support("school", "formal"), Need(id="n"), over)
    assert support_figures(view).on_formal == ()
    assert said(view, "hang") == []
    carried = seen(support("school", "formal"), Need(id="n"), over, Task(id="t", need="n", owners=("ola",)))
    assert said(carried, "hang") == ["No need hangs on paid services alone."]
    assert [figure.ask for figure in figures_said(carried, "en") if figure.key == "hang"] == [""]


# How helpful, and where energy goes


def test_helpfulness_goes_from_most_to_least_in_the_familys_words() -> None:
    view = seen(
        support("nurse", "formal", helpfulness=Helpfulness(score=0)),
        support("aunt", helpfulness=Helpfulness(score=9, words="She listens.")),
        support("club", "community", helpfulness=Helpfulness(words="It is loud.")),
        support("school", "formal", helpfulness=Helpfulness()),
        support("court", "formal", status="ended", helpfulness=Helpfulness(score=1)),
    )
    figures = support_figures(view)
    assert figures.found == (Found("aunt", 9, "She listens."), Found("nurse", 0, ""), Found("club", None, "It is loud."))
    assert figures.unasked == ("school",)
    assert said(view, "helpful") == [
        "Aunt: 9 of 10. “She listens.”",
        "Nurse: 0 of 10.",
        "Club: “It is loud.”",
        "Not said yet: School.",
    ]


def test_energy_is_counted_by_line_and_two_views_of_it_are_both_said() -> None:
    """Ola gives to the aunt (the tie begins at Ola, so it takes from her); the school is seen in two ways; the club gives."""
    view = seen(
        support("aunt"),
        support("school", "formal"),
        support("club", "community"),
        support("sam"),
        tie("ola", "aunt", Claim(flow="to")),
        tie("school", "home", Claim(flow="from", said_by="ola"), Claim(flow="to", said_by="school"), Claim(flow="to")),
        tie("club", "ben", Claim(flow="to"), Claim(flow="none")),
        tie("sam", "ben", Claim(flow="both")),
        tie("sam", "home", Claim()),
    )
    assert said(view, "energy") == [
        "Aunt takes energy from Ola and gives none back.",
        "School and Our flat are seen in two ways: Ola says it takes energy; School and somebody say it gives energy.",
        "Energy comes from Club.",
        "Energy goes both ways with Sam.",
        "For 1 line, nobody said where energy goes.",
    ]


# When paid services end


def test_what_is_left_when_paid_services_end() -> None:
    """The school and the clinic end. The aunt stays with Ola, the club with nobody; Ben had the school alone and has nobody
    then; the home had the clinic. Joy, a peer, is asked. Education had the school alone and is empty then; health has the club
    beside the clinic and is not."""
    view = seen(
        support("school", "formal", domain="education"),
        support("clinic", "formal", domain="health"),
        support("club", "community", domain="health"),
        support("aunt", domain="family"),
        support("joy", "peer"),
        support("tutor", domain="education", status="possible"),
        tie("school", "ben"),
        tie("clinic", "home"),
        tie("aunt", "ola"),
        tie("school", "ola"),
        tie("joy", "ola"),
        tie("joy", "kay"),
        Person(id="kay", used_name="Kay"),
        Need(id="n"),
        Task(id="t", need="n", owners=("ola",)),
    )
    after = support_figures(view).after
    assert after.emptied == (BareDomain("education", possible=("tutor",)),)
    assert after.members == (HeldBy("ola", own=("aunt", "joy")), HeldBy("ben"), HeldBy("kay", own=("joy",)))
    assert after.homes == (HeldBy("home"),)
    assert after.let_go == (HeldBy("ben"),)
    assert said(view, "after") == [
        "Paid or ordered services: School and Clinic. Ask which of them ends and which goes on: a school often goes on.",
        "These would stay: Aunt and Club.",
        "Ask if Joy would stay.",
        "Ola would still have Aunt, and perhaps Joy.",
        "Kay might still have Joy.",
        "Only paid people are close to these now: Ben and Our flat. Who could stay close to them?",
        "In this part of life nobody would be left to help: School and work. Wished for there: Tutor.",
        "For every need somebody would still help.",
    ]
    on_paper = [line.words for line in after_lines(view, "en")]
    assert on_paper == [*said(view, "after")[1:5], said(view, "after")[-1]], "who has nobody is asked, and not printed"


def test_of_very_many_names_the_first_are_said_and_how_many_more() -> None:
    aunts = [support(f"aunt-{n}", name=f"Aunt {n}") for n in range(1, 15)]
    told = said(seen(*aunts, support("school", "formal")), "after")[1]
    assert told.endswith("Aunt 10, Aunt 11 and 3 more.")


def test_without_a_paid_service_nothing_is_said_of_its_end() -> None:
    assert said(seen(support("aunt")), "after") == []
    assert after_lines(seen(support("aunt")), "en") == ()
    assert after_lines(seen(support("school", "formal")), "en") == ()
    assert "Nobody on the map would stay." in said(seen(support("school", "formal")), "after")


# For whom


def test_each_reader_gets_figures_of_what_they_may_see_and_is_told_so() -> None:
    hidden = support("school", "formal", kept_from=("joy",), helpfulness=Helpfulness(score=3))
    family = family_of(
        hidden,
        support("aunt", helpfulness=Helpfulness(score=9)),
        support("joy", "peer"),
        tie("aunt", "ben", Claim(kinds=("cut_off",))),
        TeamMember(id="m", who="joy"),
        Need(id="n"),
        Task(id="t", need="n", owners=("school",)),
    )
    joy = family.seen_by(somebody(family, "joy", DAY))
    assert support_figures(joy).around == Around(natural=("aunt",), peer=("joy",))
    assert support_figures(joy).on_formal == ()
    assert said(joy, "helpful") == []
    assert figures_as_text(joy, "en").startswith("Counted from what Joy may see.")
    assert "School" not in figures_as_text(joy, "en").replace("School and work", "")
    assert "not said" not in figures_as_text(joy, "en").lower()
    whole = family.seen_by(facilitator(DAY))
    assert counted_from(whole, "en") == ""
    assert counted_from(family.seen_by(team(family, DAY)), "es") == "Contado en lo que puede ver el equipo."
    wall = family.seen_by(room(family, ("ola", "ben"), DAY))
    assert support_figures(wall).members[1].own == ("aunt",)


def test_an_empty_map_says_so() -> None:
    assert figures_as_text(seen(), "en") == "The map is still empty."


ROLES = ("facilitator", "agency", "team", "family", "room", "recipient")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(families())
def test_whatever_a_family_is_like_its_figures_speak_only_of_what_is_there(family: Family) -> None:
    for role in ROLES:
        view = family.seen_by(Reader(role, DAY))  # type: ignore[arg-type]  # one of the roles
        for figure in figures_said(view, "es"):
            assert figure.lines
            assert all(view.get(id) is not None for line in figure.lines for id in line.of)
            assert all("{" not in text for text in (figure.heading, figure.meaning, figure.ask))
