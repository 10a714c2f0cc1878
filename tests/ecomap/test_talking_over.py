"""What of a map is talked over: what stands out, what is left, what is gone and whom it leaves, who could carry something."""

from dataclasses import replace

from teammeet.ecomap import spotlight as light
from teammeet.ecomap.carriers import could_carry, paid, people
from teammeet.ecomap.graph import Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.words import as_text
from teammeet.model.supports import Spotlight, SupportKind

UNPAID: tuple[SupportKind, ...] = ("natural", "peer", "community")

MAP = EcomapGraph(
    title="Rivera family",
    homes=(Home("home", "Rivera home"),),
    members=(
        Member("ana", "Ana", home="home"),
        Member("luis", "Luis", home="home"),
        Member("rosa", "Rosa", home="home"),
        Member("rex", "Rex", home="home", nature="pet"),
        Member("abuelo", "Abuelo", home="home", life="deceased"),
    ),
    supports=(
        Support("aunt", "Aunt Bea", "natural", "family"),
        Support("coach", "Coach Ray", "community", "social"),
        Support("partner", "Kim", "peer", "emotional"),
        Support("godfather", "Godfather", "natural", "education", status="ended"),
        Support("clinic", "Clinic", "formal", "health"),
        Support("school", "School", "formal", "education"),
        Support("tutor", "Tutor", "community", "education"),
    ),
    ties=(
        Tie("t1", "aunt", "ana", (Claim(("strong",)),)),
        Tie("t2", "clinic", "ana", (Claim(("ordinary",)),)),
        Tie("t3", "clinic", "luis", (Claim(("strong",)),)),
        Tie("t4", "godfather", "luis", (Claim(("strong",)),)),
        Tie("t5", "school", "rosa", (Claim(("ordinary",)),)),
        Tie("t6", "coach", "rosa", (Claim(("cut_off",)),)),
        Tie("t7", "clinic", "rex"),
        Tie("t8", "clinic", "abuelo"),
        Tie("t9", "partner", "home", (Claim(("cut_off",)),)),
        Tie("t10", "school", "tutor"),
    ),
    centre="home",
)


def names(found: tuple[Support, ...] | tuple[Member, ...]) -> list[str]:
    return [each.name for each in found]


def test_one_press_after_another_lights_leaves_out_and_ends() -> None:
    lit = light.on(None, "ana")
    assert lit is not None
    assert (lit.of, lit.alone) == ("ana", False)
    alone = light.on(lit, "ana")
    assert alone is not None
    assert alone.alone
    assert light.on(alone, "ana") is None


def test_somebody_else_is_lit_before_the_rest_goes() -> None:
    other = light.on(Spotlight(of="ana", alone=True), "luis")
    assert other is not None
    assert (other.of, other.alone) == ("luis", False)


def test_what_is_lit_ends_alone_and_leaves_the_kinds_as_they_are() -> None:
    both = light.on(light.only(None, "natural"), "ana")
    assert both is not None
    assert (both.of, both.kinds, both.alone) == ("ana", ("natural",), True)
    kinds = light.on(both, "ana")
    assert kinds is not None
    assert (kinds.of, kinds.kinds, kinds.alone) == (None, ("natural",), True)
    assert light.only(kinds, "natural") is None


def test_a_part_of_life_is_lit_then_alone_then_over() -> None:
    lit = light.on_domain(None, "health")
    assert lit is not None
    alone = light.on_domain(lit, "health")
    assert alone is not None
    assert (lit.alone, alone.alone) == (False, True)
    assert light.on_domain(alone, "health") is None
    assert light.on_domain(alone, "") is None


def test_one_person_lights_what_is_tied_to_them_and_nothing_else() -> None:
    bright = light.lit(MAP, Spotlight(of="ana"))
    assert bright & {support.id for support in MAP.supports} == {"aunt", "clinic"}
    assert "luis" not in bright
    left = light.narrowed(MAP, Spotlight(of="ana", alone=True))
    assert [tie.id for tie in left.ties] == ["t1", "t2"]
    assert "Coach Ray" not in as_text(left)


def test_without_services_it_is_said_how_many_go_and_whom_nobody_else_holds() -> None:
    """Luis has an ended tie besides, Rosa one that is cut off: neither holds. Pets and the dead are not counted."""
    gone = light.left_out(MAP, Spotlight(kinds=UNPAID, alone=True))
    assert names(gone.supports) == ["Clinic", "School"]
    assert names(gone.untied) == ["Luis", "Rosa"]


def test_a_tie_that_two_people_see_differently_holds_where_one_says_so() -> None:
    said = (Claim(("cut_off",), said_by=("Ana",)), Claim(("ordinary",), said_by=("Rosa",)))
    ties = tuple(replace(tie, claims=said) if tie.id == "t6" else tie for tie in MAP.ties)
    gone = light.left_out(replace(MAP, ties=ties), Spotlight(kinds=UNPAID))
    assert names(gone.untied) == ["Luis"]


def test_a_tie_with_the_home_holds_all_who_live_in_it() -> None:
    ties = tuple(replace(tie, claims=()) if tie.id == "t9" else tie for tie in MAP.ties)
    assert light.left_out(replace(MAP, ties=ties), Spotlight(kinds=UNPAID)).untied == ()
    of_services = tuple(replace(tie, support="school", claims=()) if tie.id == "t9" else tie for tie in MAP.ties)
    lone = Member("tia", "Tia", home="other", also_in=("home",))
    there = replace(MAP, ties=of_services, members=(*MAP.members, lone))
    assert names(light.left_out(there, Spotlight(kinds=UNPAID)).untied) == ["Luis", "Rosa", "Tia"]


def test_nothing_is_said_to_be_gone_where_no_kinds_are_named() -> None:
    assert light.left_out(MAP, Spotlight(of="ana", alone=True)) == light.LeftOut()


def test_who_left_the_map_is_not_lit_any_more() -> None:
    assert light.held_to(Spotlight(of="gone"), MAP) is None
    kinds = light.held_to(Spotlight(of="gone", kinds=("natural",)), MAP)
    assert kinds is not None
    assert (kinds.of, kinds.alone) == (None, True)
    there = Spotlight(of="aunt")
    assert light.held_to(there, MAP) is there


def test_those_near_the_need_come_first_and_paid_help_last() -> None:
    assert names(could_carry(MAP, "education")) == ["Tutor", "Aunt Bea", "Kim", "Coach Ray"]
    assert names(could_carry(MAP)) == ["Aunt Bea", "Kim", "Coach Ray", "Tutor"]
    strong = replace(MAP, ties=(*MAP.ties, Tie("t99", "partner", "luis", (Claim(("ordinary",)), Claim(("strong",))))))
    assert names(could_carry(strong, "education")) == ["Tutor", "Aunt Bea", "Kim", "Coach Ray"]
    unseen = replace(strong, ties=tuple(replace(tie, claims=()) for tie in strong.ties if tie.support != "aunt"))
    assert names(could_carry(replace(unseen, ties=(*unseen.ties, Tie("t98", "coach", "ana", (Claim(("strong",)),)))))) == [
        "Coach Ray",
        "Aunt Bea",
        "Kim",
        "Tutor",
    ]
    assert names(paid(MAP)) == ["Clinic", "School"]
    assert names(people(MAP)) == ["Ana", "Luis", "Rosa"]


def test_an_empty_map_has_nothing_to_talk_over() -> None:
    empty = EcomapGraph()
    assert light.lit(empty, Spotlight(of="ana")) == {"ana"}
    assert light.left_out(empty, Spotlight(kinds=UNPAID)) == light.LeftOut()
    assert could_carry(empty, "education") == ()
