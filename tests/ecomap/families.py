"""Invented families of any size, for the tests of the map."""

import random
from datetime import date

from teammeet.ecomap.graph import EcomapGraph, graph_of
from teammeet.model.family import Family
from teammeet.model.people import Header, Household, Person
from teammeet.model.readers import Reader
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.view import View

FORMAL = (
    "Maple Street School|Ms. Adeyemi, resource teacher|Dr. Thorsen, therapist|Care coordinator|Probation, Mr. Ruiz|Clinic nurse"
    "|Child welfare caseworker Ms. Sato|Housing authority|Job counselor|Public defender|Dentist|Mobile crisis team"
)
COMMUNITY = "Swim coach Ade|St. Brigid youth choir|Boys and girls club|Branch library|Food pantry|Chess club|Tenants' union"
NATURAL = (
    "Grandma Inés|Uncle Bram|Aunt Lotte|Best friend Kofi|Neighbor Mrs. Haddad"
    "|Dad (lives in Yuma)|Great-aunt Wilhelmina|Cousin Jo"
)
PEER = "Parent partner Joy|Youth partner Max"
NAMES = {"formal": FORMAL, "community": COMMUNITY, "natural": NATURAL, "peer": PEER}
DOMAINS = {
    "formal": ("education", "emotional", "legal", "health", "money"),
    "community": ("social", "spiritual", "community"),
    "natural": ("family", "social", "living_situation"),
    "peer": ("emotional",),
}
TIES = ("strong", "ordinary", "tenuous", "stressful", "cut_off")
FLOWS = ("to", "from", "both", "none")


def view(supports: int = 25, *, seed: int = 1, people: int = 5, homes: int = 1, links: float = 0.15, odd: bool = False) -> View:
    """A View with so many supports; ``odd`` adds what families are really like: two claims, nothing said, ended supports."""
    chance = random.Random(f"{supports}-{seed}-{people}-{homes}")
    households = tuple(Household(id=f"h{n}", name=("Home", "Dad's home", "Foster home Lind")[n % 3]) for n in range(homes))
    persons = _people(people, homes, odd)
    made = tuple(_support(number, chance, odd) for number in range(supports))
    ties = _ties(made, persons, homes, chance, links, odd)
    family = Family.of_items([Header(name="The Vega-Okoro family"), *households, *persons, *made, *ties])
    return family.seen_by(Reader(role="facilitator", on=date(2026, 3, 1)))


def graph(supports: int = 25, **more: object) -> EcomapGraph:
    """The map of such a View."""
    return graph_of(view(supports, **more))  # type: ignore[arg-type]  # passed on as they are


def _people(people: int, homes: int, odd: bool) -> tuple[Person, ...]:
    names = ("Ren", "Marisol", "Tobias", "Ivy", "Noor", "Sami", "Pia", "Otis", "Zora", "Lev", "Mo", "Ada")
    roles = ("youth", "mother", "stepfather", "sister", "grandmother", "brother", "cousin")
    found = []
    for number in range(people):
        living: tuple[str, ...] = (f"h{number % homes}",) if homes else ()
        if homes > 1 and number == 0:
            living = ("h0", "h1")
        life = "deceased" if odd and number == 4 else "unborn" if odd and number == 5 else "living"
        found.append(
            Person(
                id=f"p{number}",
                used_name=names[number % 12] + (f" {number}" if number >= 12 else ""),
                role=roles[number % 7],
                households=living,
                enrolled=number == 0,
                nature="pet" if odd and number == 3 else "person",
                life=life,  # type: ignore[arg-type]  # words of the model
            )
        )
    return tuple(found)


def _support(number: int, chance: random.Random, odd: bool) -> Support:
    kind = chance.choices(("formal", "community", "natural", "peer"), (45, 22, 28, 5))[0]
    names = NAMES[kind].split("|")
    pick = chance.randrange(len(names) * 3)
    name = names[pick % len(names)] + (f" ({number})" if pick >= len(names) else "")
    status = chance.choices(("active", "possible", "ended"), (8, 1, 1))[0] if odd else "active"
    return Support(id=f"s{number}", name=name, kind=kind, domain=chance.choice(DOMAINS[kind]), status=status)  # type: ignore[arg-type]  # words of the model


def _claims(chance: random.Random, odd: bool) -> tuple[Claim, ...]:
    kinds = (chance.choices(TIES, (5, 4, 2, 2, 1))[0],)
    first = Claim(kinds=kinds, flow=chance.choice(FLOWS), said_by="p0")  # type: ignore[arg-type]  # words of the model
    if not odd:
        return (first,)
    if chance.random() < 0.15:
        return (first, Claim(kinds=("strong", "stressful"), flow="both", said_by="p1"))
    return () if chance.random() < 0.1 else (first,)


def _ties(
    supports: tuple[Support, ...], people: tuple[Person, ...], homes: int, chance: random.Random, links: float, odd: bool
) -> tuple[Tie, ...]:
    ties: list[Tie] = []

    def tie(support: str, to: str) -> None:
        ties.append(Tie(id=f"t{len(ties)}", support=support, to=to, claims=_claims(chance, odd)))

    for support in supports:
        if homes and (chance.random() < 0.6 or not people):
            tie(support.id, f"h{chance.randrange(homes)}")
        elif people:
            for person in chance.sample(people, min(len(people), chance.choice((1, 1, 1, 2)))):
                tie(support.id, person.id)
    for _ in range(round(len(supports) * links)):
        one, other = chance.choice(supports), chance.choice(supports)
        if one.domain != other.domain and chance.random() < 0.6:
            other = chance.choice([support for support in supports if support.domain == one.domain])
        if one is not other:
            tie(one.id, other.id)
    return tuple(ties)
