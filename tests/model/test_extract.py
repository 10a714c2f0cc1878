"""What a copy for a school, a doctor or a court holds, how it is named, and what the facilitator is told of it."""

from datetime import date
from typing import Any

import pytest
from tests.siblings import COPIES, SIBLING, siblings

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options, exporter_named, made
from teammeet.messages import Message
from teammeet.model.close_names import CloseNames
from teammeet.model.copies import copies_of
from teammeet.model.extract import HOLDS, LeftOut
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import write_family
from teammeet.model.outsiders import cares
from teammeet.model.people import Contact, Header, Household, Person
from teammeet.model.plan import Need, Strength, Task
from teammeet.model.readers import WITHHELD, reader_named, somebody
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Item, Words
from teammeet.model.view import View

DAY = date(2031, 5, 14)
FAMILY, _ = siblings(used_name="Zorvabal")


def seen(copy: str, family: Family = FAMILY) -> View:
    return family.seen_by(reader_named(family, copy, DAY))


def ids_in(view: View, *lists: str) -> list[str]:
    return [item.id for name in lists for item in getattr(view, name)]


@pytest.mark.parametrize(
    ("copy", "needs", "plan", "beside"),
    [
        (COPIES[0], ["need", "opened"], ["outcome", "strategy", "task", "task-opened"], ["strength", "reading", "release"]),
        (COPIES[1], ["need", "both"], ["outcome", "strategy", "task"], []),
        (COPIES[2], ["need"], ["strategy", "task"], ["strength", "mandate"]),
        (COPIES[3], ["need", "both"], ["outcome", "task-of-office"], ["strength", "mandate"]),
    ],
)
def test_each_service_gets_what_it_needs(copy: str, needs: list[str], plan: list[str], beside: list[str]) -> None:
    view = seen(copy)
    assert ids_in(view, "needs") == needs
    assert ids_in(view, "outcomes", "strategies", "tasks") == plan
    assert ids_in(view, "strengths", "readings", "mandates", "releases") == beside
    assert ids_in(view, "supports", "ties") == [view.reader, *(["tie"] if view.service == "school" else [])]


def test_only_the_youth_those_who_care_and_the_recipients_people_are_in_it() -> None:
    assert ids_in(seen(COPIES[0]), "people", "households") == ["tyrone", "mom", "aide"]
    assert ids_in(seen(COPIES[1]), "people", "households") == ["tyrone", "mom"]


@pytest.mark.parametrize(
    ("role", "is_one"),
    [
        ("mother", True),
        ("Foster Dad", True),
        ("abuela", True),
        ("older sister", False),
        ("twin and guardian", False),
        ("", False),
    ],
)
def test_who_cares_is_known_by_a_role_that_all_may_read(role: str, is_one: bool) -> None:
    assert cares(Person(id="p", used_name="Zorvabal", role=role)) is is_one
    assert not cares(Person(id="p", role=role, enrolled=True))


def test_it_is_called_by_the_youth_and_says_whom_to_ask() -> None:
    header = seen(COPIES[0]).header
    assert (header.name, header.agency, header.facilitator) == ("Tyrone", FAMILY.header.agency, FAMILY.header.facilitator)
    assert header == Header(
        id=header.id, name="Tyrone", language=header.language, agency=header.agency, facilitator=header.facilitator
    )


def test_the_facilitator_is_told_how_many_lines_name_somebody_or_do_not_say_whose_they_are() -> None:
    more: list[Item] = [Strength(words=Words(text="Nobody's")), Task(words=Words(text="For no need"), owners=("hill",))]
    family = FAMILY.with_edits([*map(put, more), *(drop(need) for need in FAMILY.needs if need.id == "needs-1")])
    assert seen(COPIES[0], family).left_out == LeftOut(naming=4, unsaid=2)
    plain = seen(COPIES[0], FAMILY)
    assert plain.digest == seen(COPIES[0], family).digest
    assert "left_out" not in write_family(plain)
    assert FAMILY.seen_by(reader_named(FAMILY, "team", DAY)).left_out == LeftOut()


@pytest.mark.parametrize(
    ("need", "hanging"),
    [
        (Need(id="n", words=Words(text="Said quietly"), whose=("tyrone",), kept_from=("hill",)), 1),
        (Need(id="n", words=Words(text="Of the mother"), whose=("mom",)), 1),
        (Need(id="n", words=Words(text="Of the child"), whose=("tyrone",)), 0),
        (Need(id="n", words=Words(text="Of nobody yet")), 0),
    ],
)
def test_the_facilitator_is_told_of_the_readers_own_task_that_hangs_on_what_the_copy_may_not_have(
    need: Need, hanging: int
) -> None:
    task = Task(id="call", words=Words(text="Call at noon"), owners=("hill",), need="n")
    view = seen(COPIES[0], FAMILY.with_edits([put(need), put(task)]))
    assert view.left_out.hanging == hanging
    assert ("call" in ids_in(view, "tasks")) is (need.whose == ("tyrone",) and not hanging)
    exported = made(exporter_named("share-sheet"), view, "en", Options(today=DAY))
    assert any("hidden from them" in said for said in exported.remarks) is bool(hanging)
    assert "Said quietly" not in "".join(exported.remarks)


def test_a_field_of_a_person_that_names_the_sibling_is_emptied_and_the_person_stays() -> None:
    named = Person(id="aide", used_name="Mx. Vale", role="aide of Zorvabal", support="hill")
    aide = next(p for p in seen(COPIES[0], FAMILY.with_edits([put(named)])).people if p.id == "aide")
    assert (aide.used_name, aide.role) == ("Mx. Vale", "")


def test_who_is_on_the_team_gets_the_teams_copy_and_the_support_its_own() -> None:
    family = FAMILY.with_edits([put(TeamMember(id="seat", who="hill"))])
    assert somebody(family, "hill", DAY).role == "team"
    assert reader_named(family, COPIES[0], DAY).role == "recipient"
    assert ids_in(seen(COPIES[0], family), "crisis_plans", "meetings", "team") == []


def test_a_name_of_somebody_else_who_helps_may_stand_in_it_unless_the_reader_may_not_see_them() -> None:
    club = Support(id="club", name="Brankovine club", kind="community")
    told = Need(id="told", words=Words(text="A ride to Brankovine club"), whose=("tyrone",))
    task = Task(id="ride", words=Words(text="Ask"), need="told", owners=("hill",))
    family = FAMILY.with_edits([put(club), put(told), put(task)])
    assert "told" in ids_in(seen(COPIES[0], family), "needs")
    hidden = family.with_edits([put(club.changed(kept_from=("hill",)))])
    assert "told" not in ids_in(seen(COPIES[0], hidden), "needs")


@pytest.mark.parametrize("service", HOLDS)
def test_what_is_left_out_is_listed_by_rule(service: str) -> None:
    copy = next(copy for copy in COPIES if copy.startswith(service.replace("_", "-")))
    bare = Family.of_items([item for item in FAMILY.items() if isinstance(item, Header | Person | Support)])
    if service != "school":
        assert seen(copy).withheld == seen(copy, bare).withheld
    else:
        assert set(seen(copy, bare).withheld) - set(seen(copy).withheld) == {"school-record"}
    assert set(WITHHELD["recipient"]) - {"records"} <= set(seen(copy, bare).withheld)
    assert {"substance_use-record", "other-people"} <= set(seen(copy).withheld)


@pytest.mark.parametrize("name", ["school:hill", "school:tyrone", "school:hill:tyrone", "school:tyrone:hill"])
def test_a_copy_is_named_by_as_much_as_tells_it_from_the_others(name: str) -> None:
    assert reader_named(FAMILY, name, DAY) == reader_named(FAMILY, COPIES[0], DAY)
    assert reader_named(FAMILY, "court", DAY) == reader_named(FAMILY, COPIES[2], DAY)


@pytest.mark.parametrize(
    ("name", "key", "told"),
    [
        ("school", "copy-several", f"school:supports-1:{SIBLING}, school:hill:tyrone"),
        ("youth", "copy-several", f"youth:{SIBLING}, youth:tyrone"),
        ("school:mom", "copy-nobody", "form of the support"),
        ("court:hill", "copy-nobody", "form of the support"),
        ("primary-care:hill", "copy-nobody", "There is no doctor in this record"),
        ("primary-care:mom", "copy-nobody", "no hay médico"),
        ("youth:mom", "copy-youth", "form of the person"),
    ],
)
def test_where_not_exactly_one_fits_it_is_said_how_to_name_it(name: str, key: str, told: str) -> None:
    with pytest.raises(TeammeetError) as refusal:
        reader_named(FAMILY, name, DAY)
    assert refusal.value.message_key == key
    assert told in refusal.value.sentence("es" if told.startswith("no hay") else "en")
    assert "Zorvabal" not in str(refusal.value)


def test_a_youths_own_copy_is_that_of_the_person() -> None:
    assert reader_named(FAMILY, "youth:tyrone", DAY) == somebody(FAMILY, "tyrone", DAY)


def changed_school(**fields: Any) -> list[str]:
    hill = next(support for support in FAMILY.supports if support.id == "hill")
    return [copy.name for copy in copies_of(FAMILY.with_edits([put(hill.changed(**fields))])) if copy.who == "hill"]


def test_a_support_that_serves_nobody_said_serves_each_youth_and_one_that_ended_none() -> None:
    assert changed_school(serves=()) == [f"school:hill:{SIBLING}", "school:hill:tyrone"]
    assert changed_school(serves=("mom",)) == ["school:hill:mom"]
    assert changed_school(status="ended") == changed_school(service=None) == changed_school(taken_back=True) == []


def test_no_copy_is_offered_about_somebody_whom_the_support_may_not_know_of() -> None:
    tyrone = next(person for person in FAMILY.people if person.id == "tyrone")
    for hidden in ({"kept_from": ("hill",)}, {"only_for": ("mom",)}, {"record": "health"}, {"taken_back": True}):
        family = FAMILY.with_edits([put(tyrone.changed(**hidden))])
        assert "school:hill:tyrone" not in [copy.name for copy in copies_of(family)]


def told_of_teo(words: str) -> bool:
    """Whether a line about Ana is left out, who has a brother Teo."""
    people = (
        Person(id="ana", used_name="Ana", role="daughter", enrolled=True, born=date(2021, 5, 1)),
        Person(id="teo", used_name="Teo", role="son", born=date(2024, 3, 4)),
        Person(id="mom", used_name="Marisol Vega", role="mother"),
        Support(id="school", name="Lincoln School for Girls", kind="formal", service="school", serves=("ana",)),
    )
    strength = Strength(id="line", words=Words(text=words), whose=("ana",))
    family = Family.of_items([Header(id="h", name="Vega"), *people, strength])
    return not family.seen_by(reader_named(family, "school", DAY)).strengths


@pytest.mark.parametrize(
    "words",
    [
        *("The boys share a room", "both kids", "His bro helps", "sis", "sibs", "the younger one", "her older child"),
        *("The little one sleeps", "the baby cries", "all the children", "her other son", "the youngest", "half-sister"),
        *("su hermanito", "los mellizos", "los niños", "las niñas", "el menor duerme", "la mayor ayuda", "el otro niño"),
        *(
            "su hija mayor",
            "el bebé",
            "los dos hijos",
            "born 2024-03-04",
            "3/4/2024",
            "04.03.24",
            "March 4, 2024",
            "4 de marzo",
        ),
        *("the 7-year-old", "seven years old", "de 7 años", "T\u0435\u043e", "\u03a4\u03b5\u03bf reads", "T-e-o", "T.e.o."),
        *("T e o", "Te-o", "T. goes to bed", "ask T.", "Teodoro", "teodoro", "after Teo's day"),
        *("Teíto duerme", "con teito", "Teozinho", "teozinho", "Theo reads", "theo", "ask Tito", "Teíto's", "Teddy"),
        *("al menor le gusta", "del mayor", "el menor ayuda", "el menor cambió de escuela", "la peque", "the newborn"),
        *("su mayor apoyó a la abuela", "el mayor logró leer", "la mayor reza", "los nenes", "el recién nacido"),
    ],
)
def test_what_tells_of_a_sibling_is_left_out(words: str) -> None:
    assert told_of_teo(words)


@pytest.mark.parametrize(
    "words",
    [
        *("She likes her class", "girls in her class", "Boys & Girls Club", "plays with other kids at school", "Plan B."),
        *(
            "la mayor parte del tiempo",
            "She is 10 years old",
            "by 3/5/2024",
            "A. reads well",
            "Team days",
            "the older students",
        ),
        *("el menor ruido", "al menor cambio", "con el menor cambio de planes", "le asusta el menor cambio", "su mayor logro"),
        *(
            "la menor frustración",
            "la mayor oportunidad",
            "sin la menor duda",
            "el mayor reto es dormir",
            "su mayor apoyo es Ama",
        ),
        *("evita el ruido", "She takes tests", "Teacher helps", "Any help", "Ten minutes", "Anita lee"),
        *("Tell her. Then wait", "Lincoln School for Girls", "at 7 a.m.", "la otra semana", "Marisol Vega calls", "one by one"),
    ],
)
def test_what_is_said_of_the_very_child_stays(words: str) -> None:
    assert not told_of_teo(words)


@pytest.mark.parametrize(
    ("name", "forms", "others"),
    [
        ("teo", "Teíto teito Theo Tito Teozinho", "tea Ten Tests"),
        ("diego", "Dieguito dieguito Diegito", "digo Digo"),
        ("carlos", "Carlitos carlitos Charlie Karlos", "Carry carton Card"),
        ("francisco", "Paco paco paquito Pancho Kiko Fran Frank", "francs frank"),
        ("samuel", "Sam Sammy Sami", "same some Same"),
        ("thomas", "Tommy Tom tommy Tomas", "Tomorrow most"),
        ("daniel", "Danny Dani danielito Dan", "dance daily"),
        ("sofia", "Sophia sophia Sofi Sofie", "soft sofa Soft"),
        ("mateo", "Matteo matteo mateito Matty Teo", "math Matter"),
        ("lucas", "Luquitas luquitas Lukas", "luck lucky Lucky"),
        ("eva", "Evie", "evita Evita even Ever"),
        ("ana", "Anita anita Annie Anna Hannah", "any many and Any"),
        ("jose", "Pepe pepito Josecito Joey", "joint Jobs"),
        ("elizabeth", "Beth Liz Betsy Elisabeth", "bet Better"),
        ("valentina", "Tina Valen", "valley Valley"),
        ("rosa", "Rosita rosita", "rose rosy"),
    ],
)
def test_what_somebody_is_called_for_short_or_in_fun_is_found(name: str, forms: str, others: str) -> None:
    close = CloseNames([name], ())
    assert [form for form in forms.split() if not close.are_in(f"{form} helps") or not close.are_in(f"ask {form}")] == []
    assert [other for other in others.split() if close.are_in(f"{other} helps")] == []


@pytest.mark.parametrize(
    ("name", "everyday", "of_them"),
    [
        (
            "liam",
            ("Will call the school on Monday.", "Will you help?", "Pay the Bill"),
            (
                "Will helps",
                "Ask Will to come.",
                "Will and Ada read",
                "Will, call us",
                "Will is calm",
                "Let Will help",
                "Will always cries",
                "Phone Bill",
            ),
        ),
        (
            "katherine",
            ("A calm-down Kit in the classroom", "First-Aid Kit"),
            ("Kit calls", "ask Kit", "A wind-down Kit likes", "a call to Kit", "the little Kit"),
        ),
        (
            "antonio",
            ("un tono tranquilo", "Tono de voz suave"),
            ("Toño ayuda", "tono ayuda", "el toño", "mi Tono", "que tono ayude"),
        ),
        ("cristina", ("una tina de agua", "juega en la tina"), ("Tina ayuda", "con tina", "Tina de la mano", "la Tina")),
        ("ernesto", ("peso neto",), ("Neto ayuda", "con neto", "el Neto")),
        ("sara", ("Sally port",), ("Sally helps", "with Sally")),
        ("theodore", ("hugs a teddy bear",), ("Teddy reads", "teddy reads", "her Teddy")),
        ("ricardo", ("family in Puerto Rico", "algo rico"), ("Rico helps", "con Rico")),
    ],
)
def test_an_everyday_word_is_no_name_where_it_is_plainly_one_and_the_name_is_found_elsewhere(
    name: str, everyday: tuple[str, ...], of_them: tuple[str, ...]
) -> None:
    close = CloseNames([name], ())
    assert [said for said in everyday if close.are_in(said)] == []
    assert [said for said in of_them if not close.are_in(said)] == []


def test_the_facilitator_is_told_which_lines_tell_of_somebody_by_kind_and_number_alone() -> None:
    view = seen(COPIES[0])
    remarks = made(exporter_named("share-sheet"), view, "en", Options(today=DAY)).remarks
    assert view.left_out.places
    assert any("task" in said and "counted from its top" in said for said in remarks)
    assert any("Read this copy before you give it away" in said for said in remarks)
    assert not any("Zorvabal" in said for said in remarks)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("She knows each door in FERRY  lane", True),
        ("Call her at (555) 0141 22", True),
        ("She walks down Férry Lane", True),
        ("She takes the ferry", False),
        ("Flat lane by the ferry, 555-01", False),
    ],
)
def test_who_makes_a_copy_is_told_that_words_in_it_tell_what_it_leaves_out(words: str, is_told: bool) -> None:
    home = Household(id="far", name="Far home", address="Flat 2, 14 Ferry Lane, Harbor")
    near = Household(id="near", name="Near home", address="1 Near Road")
    aunt = Person(id="aunt", used_name="Ora", households=("far",), contacts=(Contact(value="555-014122"),))
    uncle = Person(id="uncle", used_name="Bo", households=("near",))
    said = Strength(whose=("aunt",), words=Words(text=f"{words}; he knows Near Road"))
    family = Family(header=Header(id="family", name="Two homes")).with_edits(map(put, (home, near, aunt, uncle, said)))
    for reader, wanted in (("household:near", is_told), ("person:aunt", True), ("team", False)):
        view = family.seen_by(reader_named(family, reader, DAY))
        remarks = made(exporter_named("word"), view, "en", Options(today=DAY)).remarks
        assert any("It leaves out a street or a number" in remark for remark in remarks) is wanted, reader
    assert view.left_out == LeftOut()


def test_a_wrong_id_is_answered_with_the_ids_that_there_are_and_no_name() -> None:
    with pytest.raises(TeammeetError) as refusal:
        reader_named(FAMILY, "household:1", DAY)
    assert "home" in refusal.value.do()
    assert "Own home" not in str(refusal.value)


@pytest.mark.parametrize(
    ("why", "advice"),
    [("word.alone.no-crisis-plan", "--for team"), ("export.fault.no-folder", "Make the folder"), ("export.fault.full", "free")],
)
def test_what_to_do_about_an_export_goes_by_the_reason(why: str, advice: str) -> None:
    assert advice in ExportRefused(why=Message(why)).do()
