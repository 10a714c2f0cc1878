"""What the map reads from a View, however the record stands."""

from datetime import date

from teammeet.ecomap.graph import EcomapGraph, graph_of
from teammeet.model.family import Family
from teammeet.model.people import Header, Household, Person
from teammeet.model.readers import Reader
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Item

HEADER = Header(name="Rey")


def read(**lists: tuple[Item, ...]) -> EcomapGraph:
    family = Family.of_items([HEADER, *(item for items in lists.values() for item in items)])
    return graph_of(family.seen_by(Reader(role="facilitator", on=date(2026, 3, 1))))


def test_people_without_a_home_stand_in_one_without_a_name() -> None:
    graph = read(people=(Person(id="a", used_name="Ana"),))
    assert graph.centre == ""
    assert [member.name for member in graph.living_in("")] == ["Ana"]


def test_an_empty_record_has_an_empty_household() -> None:
    graph = read()
    assert (graph.home.name, graph.members, graph.supports) == ("", (), ())


def test_a_tie_of_a_support_to_itself_is_kept_for_words_only() -> None:
    graph = read(supports=(Support(id="s", name="Club"),), ties=(Tie(id="t", support="s", to="s"),))
    assert graph.ties == ()
    assert [tie.id for tie in graph.loops] == ["t"]


def test_two_ties_between_the_same_ends_are_one_with_both_claims() -> None:
    one = Tie(id="t", support="s", to="h", claims=(Claim(kinds=("strong",), flow="to"),))
    other = Tie(id="u", support="s", to="h", claims=(Claim(kinds=("stressful",), flow="from"),))
    graph = read(households=(Household(id="h"),), supports=(Support(id="s", name="Club"),), ties=(one, other))
    assert [[view.kinds for view in tie.views] for tie in graph.ties] == [[("strong",), ("stressful",)]]


def test_a_tie_told_from_the_other_end_turns_its_flow() -> None:
    ties = (
        Tie(id="t", support="s", to="u", claims=(Claim(kinds=("strong",), flow="to"),)),
        Tie(id="v", support="u", to="s", claims=(Claim(kinds=("strong",), flow="from"),)),
    )
    graph = read(supports=(Support(id="s", name="Club"), Support(id="u", name="School")), ties=ties)
    assert len(graph.ties) == 1
    assert [(view.kinds, view.flow) for view in graph.ties[0].views] == [(("strong",), "to")]


def test_a_tie_of_a_person_of_a_support_begins_at_the_support_and_names_the_person() -> None:
    graph = read(
        households=(Household(id="h"),),
        supports=(Support(id="s", name="School"),),
        people=(Person(id="p", used_name="Ms. Ode", support="s"),),
        ties=(Tie(id="t", support="p", to="h"),),
    )
    assert (graph.ties[0].support, graph.ties[0].by, graph.supports[0].people) == ("s", "Ms. Ode", ("Ms. Ode",))
    assert graph.members == ()


def test_people_with_one_initial_get_two_letters_and_with_one_name_numbers() -> None:
    home = (Household(id="h"),)
    two = read(households=home, people=tuple(Person(id=n.lower(), used_name=n, households=("h",)) for n in ("Mara", "Milo")))
    same = read(households=home, people=tuple(Person(id=n, used_name="Ana", households=("h",)) for n in ("a", "b")))
    assert [member.mark for member in two.members] == ["Ma", "Mi"]
    assert [member.mark for member in same.members] == ["1", "2"]


def test_a_title_makes_no_mark() -> None:
    names = ("Mother", "Mrs. Diaz", "Sra. Ortiz", "Prof.", "The Lia")
    people = tuple(Person(id=f"p{n}", used_name=name, households=("h",)) for n, name in enumerate(names))
    members = read(households=(Household(id="h"),), people=people).members
    assert [member.mark for member in members] == ["M", "D", "O", "P", "L"]
