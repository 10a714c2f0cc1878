"""Roles in place of names: no name in any field, none inside what people said, and nothing of what the reader does not see."""

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.hostile import FIT
from tests.model.drawn import families
from tests.model.named import canary_view, said_in

from teammeet import demo
from teammeet.model import readers
from teammeet.model.crisis import CrisisPlan
from teammeet.model.family import Family
from teammeet.model.family_file import read_family, write_family
from teammeet.model.people import Contact, Header, Household, Mandate, Person
from teammeet.model.plan import Assessment, Need, Rating
from teammeet.model.roles import both_in_roles, with_roles
from teammeet.model.sharing import Signature
from teammeet.model.supports import Support
from teammeet.model.values import Item, Translation, Words
from teammeet.model.view import View
from teammeet.text import NAME_LIMIT, mended

DAY: Final = date(2026, 3, 2)


def seen(*items: Item, name: str = "The Vega-Okoro family", **header: Any) -> View:
    """A family as its facilitator sees it."""
    family = Family.of_items([Header(id="fam", name=name, **header), *items])
    return family.seen_by(readers.facilitator(DAY))


def said(text: str, *items: Item, language: str = "en", **header: Any) -> str:
    """What becomes of a line that somebody said."""
    view = seen(*items, Need(id="need", words=Words(text=text)), **header)
    return with_roles(view, language).needs[0].words.text


MARI: Final = Person(id="mari", used_name="Mari", role="daughter", legal_name="Marisol Okoro Vega")
LIND: Final = Support(id="lind", name="Dr. Lind", kind="formal", role="therapist")
INES: Final = Support(id="ines", name="Abuela Inés", role="grandmother")
SHORT: Final = (
    Person(id="don", used_name="Don Ramón", role="uncle"),
    Support(id="nina", name="Nina", role="nurse"),
    Person(id="su", used_name="Su Lin", role="friend"),
)
"""Names that are titles, children or little words too."""
SPOKEN: Final = (
    *("Mari", "MARI", "Lind", "Dr.", "Dr", "Abuela", "Inés", "Vega", "Okoro", "Marisol", "Don", "Ramón", "Nina", "aunt"),
    *("therapist", "daughter", "the", "came", "Hope", "Lin", "Su", "mom", "Mom", "555 010 2233", "a@b.org"),
)
HOPE: Final = Person(id="hope", used_name="Hope", role="sister")


@pytest.mark.parametrize("reader", ["facilitator", "team", "agency", "person:zid-people"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_field_of_any_kind_keeps_a_name(reader: str, language: str) -> None:
    view, names = canary_view(reader)
    assert len(names) > 40
    assert said_in(write_family(with_roles(view, language)), names) == []


@pytest.mark.parametrize("planted", ["_text_in_roles", "_new_ids"])
def test_a_planted_name_is_found(planted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leaks = {"_text_in_roles": lambda value, use, text, *_: text, "_new_ids": lambda _: {}}
    view, names = canary_view("facilitator")
    monkeypatch.setattr(f"teammeet.model.roles.{planted}", leaks[planted])
    assert said_in(write_family(with_roles(view, "en")), names)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Mari fixes motors, and MARI's friends ask mari.", "Daughter fixes motors, and daughter's friends ask daughter."),
        ("Marianne and the marina are not meant.", "Marianne and the marina are not meant."),
        ("Call Dr. Lind; Lind answers. dr lind too", "Call therapist; therapist answers. therapist too"),
        ("Long evenings with Ines and abuela inés", "Long evenings with grandmother and grandmother"),
        ("the Okoros, Ms. Vega and the Vega-Okoro house", "the family, family and the family house"),
        ("Hope sings. We hope so. With Hope we may.", "Sister sings. We hope so. With sister we may."),
        ("Marisol Okoro Vega signs.", "Daughter signs."),
        ("Write to lind@example.org or call +1 (555) 010-2233.", "Write to (left out) or call (left out)."),
        ("On 2026-03-02 at 10:30, call 988.", "On 2026-03-02 at 10:30, call 988."),
        (
            "Tell mom Mari is late. Aunt Mari? The dog knows Dr Lind, my therapist Lind, and Inés.",
            "Tell mom daughter is late. Daughter? The dog knows therapist, my therapist, and grandmother.",
        ),
        (
            "Don helps. Give it to don Ramón, Nina or Su; su casa, an hour",
            "Uncle helps. Give it to uncle, nurse or friend; su casa, an hour",
        ),
        ("mari_vega, MariVega, mari-lind", "daughter_family, daughterfamily, daughter-therapist"),
        ("Ma\u200bri and Mari\u0301 and “Mari”", "Daughter and daughter and “daughter”"),
    ],
)
def test_a_name_inside_what_was_said_becomes_a_role(text: str, instead: str) -> None:
    assert said(text, MARI, LIND, INES, HOPE, *SHORT) == instead


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from(SPOKEN), st.sampled_from((" ", ", ", "-", ". ", "'s ", " / ", "_", " … "))), max_size=12)
)
def test_no_order_of_names_and_titles_lets_one_slip(parts: list[tuple[str, str]]) -> None:
    made = said("".join(word + between for word, between in parts), MARI, LIND, INES, HOPE, *SHORT)
    assert not [name for name in ("mari", "lind", "inés", "ramón", "vega", "okoro", "nina") if name in made.casefold()]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("O'Malley, O’Malley, OMalley, Omalley and o'malley", "Coach, coach, coach, coach and o'coach"),
        ("VegaOkoro and vegaokoro", "Family and family"),
        ("Mari2012, 4Mari, #TeamMari, LindAndMari", "Daughter2012, 4daughter, #Teamdaughter, therapistAnddaughter"),
        ("whitlock wrote, Dana too", "facilitator wrote, facilitator too"),
        ("cedar wood from Cedar Path", "cedar wood from agency"),
    ],
)
def test_a_name_that_is_written_in_one_or_small_is_found(text: str, instead: str) -> None:
    ray = Support(id="ray", name="Coach Ray O'Malley", kind="natural")
    assert said(text, MARI, LIND, ray, facilitator="Dana Whitlock", agency="Cedar Path") == instead


def test_translations_and_other_wordings_lose_the_name_too() -> None:
    words = Words(
        text="Mari rests", reworded="Mari sleeps", translations=(Translation(language="es", text="Mari duerme", by="Inés"),)
    )
    made = with_roles(seen(MARI, INES, Need(id="need", words=words)), "es").needs[0].words
    assert (made.text, made.reworded) == ("Daughter rests", "Daughter sleeps")
    assert [(each.text, each.by) for each in made.translations] == [("Daughter duerme", "grandmother")]


def test_two_with_one_role_are_told_apart_and_two_with_one_name_are_either() -> None:
    one, other = (Person(id=f"p{n}", used_name="Kofi", role="brother") for n in (1, 2))
    aunt = Support(id="s", name="Lotte", role="aunt")
    assert said("Kofi came with Lotte.", one, other, aunt) == "Brother 1 / brother 2 came with aunt."
    people = with_roles(seen(one, other), "en").people
    assert [person.label for person in people] == ["brother 1", "brother 2"]
    third = Person(id="p3", used_name="Kofi", role="cousin")
    assert "Kofi" not in said("Kofi came.", one, other, third)


@pytest.mark.parametrize(
    ("name", "text", "instead"),
    [
        ("山田花子", "昨日山田花子と話した。花子は元気。", "昨日daughterと話した。daughterは元気。"),
        ("김민수", "김민수가 왔다. 민수는 웃었다.", "daughter가 왔다. daughter는 웃었다."),
        ("فاطمة", "قالت فاطمة وفاطمة لفاطمة", "قالت daughter وdaughter لdaughter"),
        ("สมชาย", "คุณสมชายมาแล้ว", "คุณdaughterมาแล้ว"),
        ("Ярослава", "пришла ярослава", "пришла daughter"),
        ("🦄", "🦄 came", "daughter came"),
        ("Zorvi " * 80 + "Qu", "so " + "Zorvi " * 80 + "Qu said", "so daughter said"),
    ],
)
def test_names_of_every_script_and_length_are_found(name: str, text: str, instead: str) -> None:
    made = said(text, Person(id="p", used_name=name, role="daughter"))
    assert made.casefold() == instead.casefold()


def test_a_name_that_only_says_a_role_stays_in_words_and_serves_as_one() -> None:
    mom = Person(id="m", used_name="Mom")
    school = Support(id="s", name="Harbor Bend Middle School", kind="formal")
    coach = Support(id="c", name="Swim coach Ade", kind="community")
    view = with_roles(seen(mom, school, coach), "en")
    assert [view.label(item.id) for item in (*view.people, *view.supports)] == ["mom", "middle school", "swim coach"]
    assert said("Mom likes the school. Ade swims.", mom, school, coach) == "Mom likes the school. Swim coach swims."


def test_without_role_and_without_name_there_is_still_a_role() -> None:
    items = (
        Person(id="a"),
        Person(id="b", used_name="Zorvi"),
        Person(id="c", used_name="Quexa", enrolled=True),
        Person(id="d", used_name="Churro", nature="pet"),
        Support(id="e", name="Brankov", kind="natural", domain="family"),
        Person(id="f", used_name="Tilde", support="e"),
    )
    view = with_roles(seen(*items), "en")
    labels = [view.label(item.id) for item in (*view.people, *view.supports)]
    assert labels == [
        "family member 1", "family member 2", "youth", "pet", "somebody at: natural support, family", "natural support, family"
    ]  # fmt: skip
    assert with_roles(seen(*items), "es").supports[0].label == "apoyo natural, familia"


def test_a_role_that_names_somebody_says_their_role() -> None:
    items = (MARI, Person(id="a", used_name="Lotte", role="Mari's aunt"), Support(id="b", name="Brankov Ltd.", kind="formal"))
    guide = Support(id="c", name="Tilde", kind="formal", role="guide at Brankov")
    view = with_roles(seen(*items, guide), "en")
    labels = [view.label(item.id) for item in (*view.people, *view.supports)]
    assert labels == ["daughter", "daughter's aunt", "formal support 1", "formal support 2"]


def test_homes_are_whose_they_are_or_what_they_are() -> None:
    homes = (
        Household(id="1", name="Mari's home", address="7 Zorvi Lane, Quexaville"),
        Household(id="2", name="Blue Gate", kind="foster_home"),
        Household(id="3", name="Quexa Hall"),
        Household(id="4", name="Zorvi Hall"),
    )
    view = with_roles(seen(MARI, *homes, Need(id="n", words=Words(text="At 7 Zorvi Lane in Quexaville"))), "en")
    assert [home.name for home in view.households] == ["daughter's home", "foster home", "home 1", "home 2"]
    assert view.needs[0].words.text == "At (left out) in (left out)"
    assert all(not home.address for home in view.households)


def test_names_without_an_item_have_a_stand_in() -> None:
    mandate = Mandate(id="m", said_by="Judge Quexa", words=Words(text="Judge Quexa wants a report. Quexa asks."))
    known = Mandate(id="k", said_by="dr. lind")
    plain = Mandate(id="p", said_by="School district")
    view = with_roles(seen(LIND, mandate, known, plain, agency="Zorvi Partners", facilitator="Ada Brankov"), "en")
    assert [held.said_by for held in view.mandates] == ["judge", "therapist", "School district"]
    assert view.mandates[0].words.text == "Judge wants a report. Judge asks."
    assert (view.header.agency, view.header.facilitator, view.header.name) == ("agency", "facilitator", "The family")


def test_whom_not_to_call_is_a_name_unless_it_is_a_sentence() -> None:
    lines = ("Uncle Ferdy", "Tilde", "Nobody from Mari's old school, please")
    plan = CrisisPlan(id="c", must_not_be_called=lines, what_helps=("Not Ferdy",))
    made = with_roles(seen(MARI, plan), "en").crisis_plans[0]
    assert made.must_not_be_called == ("uncle", "somebody", "Nobody from daughter's old school, please")
    assert made.what_helps == ("Not uncle",)


def test_what_leads_to_somebody_goes() -> None:
    person = MARI.changed(born=date(2012, 5, 1), contacts=(Contact(value="555 010 2233"),))
    signature = Signature(id="sig", who="mari", edition=1, method="typed", typed_name="Mari", plan_digest="ab" * 32)
    family = Family.of_items([Header(id="fam", name="Vega"), person, signature])
    family = Family.of_items([*family.items(), family.fixed(readers_moment(), None)])
    view = family.seen_by(readers.somebody(family, "mari", DAY))
    assert view.signed
    made = with_roles(view, "en")
    assert not made.signed
    assert (made.people[0].born, made.people[0].contacts, made.signatures, made.editions) == (None, (), (), ())
    assert made.label(made.reader) == "daughter"
    assert made.code != view.code
    assert not {item.id for item in made.items()} & {"fam", "mari", "sig"}


def readers_moment() -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 3, 1, 10, tzinfo=UTC)


def test_what_the_reader_does_not_see_changes_nothing() -> None:
    """A name of a hidden support stays in words: that it was found would tell of it."""
    line = Need(id="need", words=Words(text="Quexa came twice."))
    hidden = [Support(id="s", name=name, kept_from=("mari",)) for name in ("Quexa", "Zorvi")]
    made = []
    for support in hidden:
        family = Family.of_items([Header(id="fam", name="Vega"), MARI, line, support])
        made.append(with_roles(family.seen_by(readers.somebody(family, "mari", DAY)), "en"))
    assert made[0] == made[1]


def test_two_moments_have_one_role_and_one_id_for_one_person() -> None:
    """Somebody who has come since, and one who was called otherwise: both names are found in both."""
    line = Need(id="need", words=Words(text="Quexa and Zorvi came with Mari."))
    before = seen(MARI, Support(id="s", name="Quexa", role="uncle"), Support(id="gone", name="Tilde", role="aunt"), line)
    now = seen(Support(id="new", name="Brankov", role="uncle"), Support(id="s", name="Zorvi", role="uncle"), MARI, line)
    made, then = both_in_roles(now, before, "en")
    assert [(support.id, support.label) for support in made.supports] == [("supports-1", "uncle 1"), ("supports-2", "uncle 2")]
    assert [(support.id, support.label) for support in then.supports] == [("supports-2", "uncle 2"), ("supports-3", "aunt")]
    assert made.needs == then.needs
    assert made.needs[0].words.text == "Uncle 2 and uncle 2 came with daughter."
    assert made.header == then.header


def test_a_life_domain_that_is_somebodys_name_goes() -> None:
    items = [Support(id=f"s{n}", name="Tilde", domain=domain) for n, domain in enumerate(("mari_s_place", "our_own", "family"))]
    items.append(Support(id="place", name="Tamarack Lodge", kind="community", domain="tamarack_days"))
    rating = Rating(id="r", assessment="a", code="12", value=2, domain="Home with Mari")
    made = with_roles(seen(MARI, *items, Assessment(id="a"), rating), "en")
    assert [support.domain for support in made.supports] == [None, "our_own", "family", None]
    assert made.ratings[0].domain == "Home with daughter"


@pytest.mark.parametrize("text", FIT.values(), ids=FIT)
def test_no_name_breaks_it(text: str) -> None:
    name = mended(text, limit=NAME_LIMIT)[0]
    view = seen(Person(id="p", used_name=name, role="son"), Need(id="n", words=Words(text=f"then {name[:400]} said")))
    made = with_roles(view, "en")
    assert made.people[0].label == "son"
    assert made.needs[0].words.text.startswith("then ")


@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck))
@given(families())
def test_the_copy_is_a_sound_record(family: Family) -> None:
    view = family.seen_by(readers.facilitator(DAY))
    made = with_roles(view, "es")
    assert len(list(made.items())) <= len(list(view.items()))
    assert read_family(write_family(made).encode()).header.name == "La familia"
    assert with_roles(view, "es") == made


def test_the_demonstration_family_is_nowhere_named() -> None:
    family = demo.family(DAY)
    written = write_family(with_roles(family.seen_by(readers.facilitator(DAY)), "en"))
    names = ("Mari", "Lola", "Teo", "Emeka", "Tomás", "Inés", "Chidi", "Bea", "Patience", "Reed", "Lind", "Noor", "Haddad")
    assert [
        name for name in (*names, "Okonjo", "Reyes", "Okafor", "Castell", "Harbor", "Brendan", "Churro") if name in written
    ] == []
