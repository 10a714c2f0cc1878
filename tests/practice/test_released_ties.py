"""Who would read of themselves what kind of tie it is, when the room may see it."""

from datetime import date

from teammeet.model import readers
from teammeet.model.family import Family
from teammeet.model.people import Header, Household, Person
from teammeet.model.supports import Claim, Support, Tie
from teammeet.practice.released_ties import read_of_themselves

TODAY = date(2027, 3, 1)
DANA = Person(id="dana", used_name="Dana", households=("home",))
LOLA = Person(id="lola", used_name="Lola", households=("home",))
DOG = Person(id="dog", used_name="Biscuit", nature="pet", households=("home",))
GONE = Person(id="gone", used_name="Abel", life="deceased", households=("home",))


def who_read(tie: Tie) -> tuple[str, ...]:
    things = (DANA, LOLA, DOG, GONE, Household(id="home", name="Home"), Household(id="empty", name="Camp"))
    rosa = Support(id="rosa", name="Rosa")
    family = Family.of_items([Header(id="f", name="Marsh"), *things, rosa, Support(id="pete", name="Pete"), tie])
    return read_of_themselves(family.seen_by(readers.facilitator(TODAY)), tie)


def test_both_ends_and_who_says_it_would_read_a_tie_of_themselves() -> None:
    said = (Claim(kinds=("stressful",), said_by="dana"), Claim(kinds=("strong",), said_by="pete"), Claim(kinds=("cut_off",)))
    assert who_read(Tie(support="rosa", to="lola", claims=said)) == ("rosa", "lola", "dana", "pete")
    assert who_read(Tie(support="rosa", to="dana", claims=said[:1])) == ("rosa", "dana")


def test_a_tie_to_a_home_is_read_by_the_people_who_live_there() -> None:
    assert who_read(Tie(support="rosa", to="home")) == ("rosa", "dana", "lola")
    assert who_read(Tie(support="rosa", to="empty")) == ("rosa", "empty")
    assert who_read(Tie(support="rosa", to="gone")) == ("rosa",)
