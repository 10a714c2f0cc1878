"""Hints while somebody writes: poor lines get one, good lines get none, and no line breaks the coach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.messages import LANGUAGES, keys, text
from teammeet.practice.coach import HintKind, hints
from teammeet.practice.phrases import list_names

GOOD = {
    ("need", "en"): (
        "Jordan needs to know that somebody will pick him up, every day",
        "Mom needs a night when she can sleep",
        "Ana needs to feel safe in class",
        "Luis needs to know that the fighting at home is not his fault",
        "We need to know how to talk with the school without feeling small",
        "Tia needs friends her own age who like to draw",
        "The boys need room to be loud",
        "Dad needs to feel that he is still a father to his girls",
        "Sam needs to know what comes next in the day",
        "We need enough food to get through the month",
        "Rosa needs people who speak Mam",
        "Marcus needs to be good at something that others can see",
        "Grandma needs to know what to do when his breathing gets bad",
        "Needs to feel that her big brother has not forgotten her",
        "We need a place to live that we can keep",
        "Nia needs a way to get to work that she can count on",
        "He needs somebody to sit with between classes",
    ),
    ("outcome", "en"): (
        "Jordan gets up on his own on four of five school days",
        "Ana tells her teacher when it is too loud, three times a week",
        "The family eats together two evenings a week",
        "Luis and his dad play ball each Saturday",
        "Mom sleeps six hours on five nights",
        "Sam reads to his sister for ten minutes before bed",
        "Nia walks to the bus with her neighbor every morning",
        "The rent is paid by the fifth of each month",
        "Marcus asks for a break by holding up his card",
        "Tia finishes her homework at the library on Mondays",
        "Rosa calls her mother when she will be late",
        "Ana asks for a break by card before she stops working",
    ),
    ("strength", "en"): (
        "Jordan stays calm with the little ones when they cry",
        "Mom gets everybody to the table by six",
        "Kind to her cats: she feeds them before she eats",
        "Luis fixes bikes for half of the street",
        "Funny at dinner, when all are tired",
        "Ana is patient with her grandfather when he forgets words",
        "They sing together in the car",
        "Marcus is good at fixing radios",
    ),
    ("task", "en"): (
        "Ms. Bell calls the coach by Friday",
        "Tio Ray will drive Jordan on Tuesdays",
        "Mom asks her sister about Sunday, tomorrow",
        "Call the landlord: Mr. Ortiz, by December 3",
        "I will bring the form to the next meeting",
        "Coach Bell sends the list in two weeks",
    ),
    ("any", "en"): (
        "She tells us what she thinks",
        "He likes the YMCA and watches TV with his uncle TJ",
        "The individual plan of the school (IEP) is due",
        "MOM SAID IT LOUD",
        "Ana has taken a lot on and is tired",
    ),
    ("need", "es"): (
        "Ana necesita sentirse segura en clase",
        "Mamá necesita una noche para dormir",
        "Luis necesita saber que las peleas en casa no son su culpa",
        "Necesitamos saber qué va a pasar después",
        "Rosa necesita gente que hable mam",
        "Papá necesita sentir que todavía es padre de sus hijas",
        "Necesitamos comida que alcance hasta el fin de mes",
        "Marcos necesita ser bueno en algo que otros vean",
        "La abuela necesita saber qué hacer cuando le cuesta respirar",
    ),
    ("outcome", "es"): (
        "Jordán se levanta solo cuatro de cinco días",
        "La familia come junta dos noches por semana",
        "Luis y su papá juegan pelota cada sábado",
        "Mamá duerme seis horas cinco noches por semana",
        "Tía le lee a su hermana diez minutos antes de dormir",
        "Marcos pide un descanso con su tarjeta",
    ),
    ("strength", "es"): (
        "Jordán calma a los pequeños cuando lloran",
        "Es paciente con su abuelo cuando olvida palabras",
        "Cantan juntos en el coche",
        "Luis arregla bicicletas para media calle",
    ),
    ("task", "es"): (
        "La señora Bell llama al entrenador el viernes",
        "El tío Ray lleva a Jordán los martes",
        "Yo traigo el papel a la próxima reunión",
    ),
    ("any", "es"): ("Ella nos dice lo que piensa", "Va a la YMCA con su tío"),
}

POOR = {
    ("need", "en"): (
        ("Jordan needs therapy", "need-service", "therapy"),
        ("He needs a therapist.", "need-service", "therapist"),
        ("Mom needs parenting classes", "need-service", "parenting classes"),
        ("Needs a MENTOR!", "need-service", "MENTOR"),
        ("The family needs respite", "need-service", "respite"),
        ("Medication for Ana", "need-service", "Medication"),
        ("Lack of services", "need-lack", "Lack of services"),
        ("There is no after-school program", "need-lack", "no after-school program"),
        ("They do not have a social worker", "need-lack", "not have a social worker"),
        ("Luis needs to stop fighting", "need-behavior", "stop fighting"),
        ("stop all of the fighting", "need-behavior", "stop all of the fighting"),
        ("He needs to control his temper", "need-behavior", "control his temper"),
        ("Sam needs to follow the rules", "need-behavior", "needs to follow the rules"),
        ("Nia needs to attend school", "need-one-way", "needs to attend"),
        ("Tia needs thera\u200bpy", "need-service", "thera\u200bpy"),
        ("Tia needs théràpy", "need-service", "théràpy"),
    ),
    ("outcome", "en"): (
        ("Jordan attends therapy each week", "outcome-attending", "attends therapy"),
        ("Mom completes a parenting class", "outcome-attending", "completes a parenting class"),
        ("Luis stops hitting his brother", "outcome-absence", "stops"),
        ("Ana will not run away", "outcome-absence", "will not"),
        ("No more calls from school", "outcome-absence", "No more"),
        ("Fewer outbursts at home", "outcome-absence", "Fewer"),
        ("Improve communication", "outcome-vague", "Improve"),
        ("Sam keeps appropriate behavior", "outcome-vague", "appropriate"),
        ("Housing is stable", "outcome-vague", "stable"),
        ("Find a job as soon as possible", "outcome-vague", "as soon as possible"),
        ("He has a good attitude", "outcome-unseen", "attitude"),
    ),
    ("strength", "en"): (
        ("Smart", "strength-bare", "Smart"),
        ("Jordan is very kind and funny", "strength-bare", "kind and funny"),
        ("She’s smart.", "strength-bare", "smart"),
        ("good kid", "strength-bare", "good"),
    ),
    ("task", "en"): (
        ("Call the school by Friday", "task-owner", "Call"),
        ("Someone finds a ride by Monday", "task-owner", "Someone"),
        ("Ms. Bell calls the school", "task-date", "Ms. Bell calls the school"),
    ),
    ("any", "en"): (
        ("Mother is non-compliant", "any-deficit", "non-compliant"),
        ("Mother is noncompliant", "any-deficit", "noncompliant"),
        ("He is manipulative and lazy", "any-deficit", "manipulative"),
        ("Dad is in denial", "any-deficit", "in denial"),
        ("an unfit parent", "any-deficit", "unfit"),
        ("The BHP will ask DCFS", "any-letters", "BHP"),
    ),
    ("need", "es"): (
        ("Jordán necesita terapia", "need-service", "terapia"),
        ("Necesita un PSICOLOGO", "need-service", "PSICOLOGO"),
        ("Mamá necesita clases de crianza", "need-service", "clases de crianza"),
        ("Falta de servicios", "need-lack", "Falta de servicios"),
        ("Luis necesita dejar de pelear", "need-behavior", "dejar de pelear"),
        ("Sam necesita seguir las reglas", "need-behavior", "necesita seguir las reglas"),
        ("Necesita asistir a la escuela", "need-one-way", "Necesita asistir"),
    ),
    ("outcome", "es"): (
        ("Jordán asiste a terapia", "outcome-attending", "asiste a terapia"),
        ("Luis ya no pega a su hermano", "outcome-absence", "ya no"),
        ("Mejorar la comunicación", "outcome-vague", "Mejorar"),
        ("Tiene buena actitud", "outcome-unseen", "actitud"),
    ),
    ("strength", "es"): (
        ("Inteligente", "strength-bare", "Inteligente"),
        ("Ana es muy buena y lista", "strength-bare", "buena y lista"),
    ),
    ("task", "es"): (
        ("Llamar a la escuela el viernes", "task-owner", "Llamar"),
        ("Alguien busca quien lo lleve el lunes", "task-owner", "Alguien"),
        ("La señora Bell llama a la escuela", "task-date", "La señora Bell llama a la escuela"),
    ),
    ("any", "es"): (
        ("La madre es manipuladora", "any-deficit", "manipuladora"),
        ("El papá está en negación", "any-deficit", "en negación"),
        ("El BHP va a llamar", "any-letters", "BHP"),
    ),
}


@pytest.mark.parametrize(("kind", "language", "line"), [(*key, line) for key, lines in GOOD.items() for line in lines])
def test_a_good_line_gets_no_hint(kind: HintKind, language: str, line: str) -> None:
    assert hints(kind, line, language) == ()


@pytest.mark.parametrize(
    ("kind", "language", "line", "rule", "phrase"), [(*key, *case) for key, cases in POOR.items() for case in cases]
)
def test_a_poor_line_gets_the_hint_that_fits_and_names_the_piece(
    kind: HintKind, language: str, line: str, rule: str, phrase: str
) -> None:
    found = hints(kind, line, language)
    assert (rule, phrase) in [(hint.rule, hint.phrase) for hint in found]
    assert all(hint.reason and hint.ask.endswith("?") for hint in found)


def test_what_blames_somebody_is_hinted_at_in_every_kind_of_line() -> None:
    kinds: tuple[HintKind, ...] = ("need", "outcome", "strength", "task", "any")
    for kind in kinds:
        assert "any-deficit" in [hint.rule for hint in hints(kind, "The mother is non-compliant", "en")]


def test_a_lack_of_a_service_gets_one_hint_not_two() -> None:
    assert [hint.rule for hint in hints("need", "Lack of therapy", "en")] == ["need-lack"]


def test_words_inside_other_words_are_left_alone() -> None:
    assert hints("need", "He needs to be addressed by his own name, Placementino", "en") == ()


def test_hints_come_in_the_order_of_the_line_and_each_once() -> None:
    found = hints("need", "Therapy, a mentor and therapy", "en")
    assert [hint.phrase for hint in found] == ["Therapy", "mentor", "therapy"]
    assert len(hints("need", "therapy therapy", "en")) == 1


def test_an_unknown_language_is_read_as_english_and_a_region_as_its_language() -> None:
    assert [hint.rule for hint in hints("need", "therapy", "xx")] == ["need-service"]
    assert [hint.rule for hint in hints("need", "terapia", "es-MX")] == ["need-service"]
    assert hints("need", "terapia", "../en") == ()


def test_no_hint_calls_anything_wrong() -> None:
    for language in LANGUAGES:
        for key in keys(language):
            if key.startswith("practice.hint."):
                words = set(text(key, language).casefold().split())
                assert not words & {"wrong", "bad", "must", "error", "mistake", "mal", "malo", "incorrecto"}, key


def test_both_languages_have_the_same_word_lists() -> None:
    assert list_names("en") == list_names("es")
    assert "service.names" in list_names("en")


@given(st.sampled_from(["need", "outcome", "strength", "task", "any"]), st.text(), st.sampled_from(["en", "es", "fr", ""]))
def test_any_text_at_all_is_read_without_a_fault_and_each_phrase_stands_in_it(kind: HintKind, line: str, language: str) -> None:
    for hint in hints(kind, line, language):
        assert hint.phrase in line
