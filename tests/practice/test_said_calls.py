"""Whom to call, as it is typed in one line: the number is found wherever it stands, and nothing that was typed is lost."""

import re

import pytest

from teammeet.model.crisis import CrisisCall, CrisisPlan
from teammeet.model.family import Family
from teammeet.model.people import Contact, Header
from teammeet.model.supports import Support
from teammeet.practice.crisis_calls import calls_in_order, numbers_of, told_call
from teammeet.practice.said_calls import is_emergency, said_call, said_calls

LINES = {
    # a short number is a number, and a name where it has no other
    "911": ("911", "911", "", False),
    "024": ("024", "024", "", False),
    "Call 911 at once": ("911", "911", "at once", False),
    "Llamar al 911 si no vuelve": ("911", "911", "si no vuelve", False),
    "Crisis line 988": ("Crisis line", "988", "", False),
    "988 Suicide and Crisis Lifeline, 988": ("988 Suicide and Crisis Lifeline", "988", "", False),
    "Emergencias, 112, siempre": ("Emergencias", "112", "", True),
    "911 dispatcher 555-0100": ("911 dispatcher", "555-0100", "", False),
    "Front office, 204": ("Front office", "204", "", False),
    "School office, ext 412": ("School office", "ext 412", "", False),
    # in any order, with commas or without
    "Mobile crisis 555-0199 day and night": ("Mobile crisis", "555-0199", "", True),
    "Mobile crisis team 555-0199, day and night": ("Mobile crisis team", "555-0199", "", True),
    "Equipo móvil tel. 555-0199 de día y de noche": ("Equipo móvil", "555-0199", "", True),
    "Línea de crisis 800 911 2000 las 24 horas": ("Línea de crisis", "800 911 2000", "", True),
    "Línea 24 horas los 7 días de la semana 555-0199": ("Línea", "555-0199", "", True),
    "Nana +52 55 5555 0101 por las tardes": ("Nana", "+52 55 5555 0101", "por las tardes", False),
    "555-0101 Nana after school": ("Nana", "555-0101", "after school", False),
    "after school, Nana, 555 0101": ("Nana", "555 0101", "after school", False),
    "Nana - 555-0101 - evenings": ("Nana", "555-0101", "evenings", False),
    "Nana: 555-0101": ("Nana", "555-0101", "", False),
    "School (555) 010-0199 ext. 4 weekdays": ("School", "(555) 010-0199 ext. 4", "weekdays", False),
    "Mom 555-0101, work 555-0102": ("Mom", "555-0101, work 555-0102", "", False),
    "Mom cell 555-0101": ("Mom", "cell 555-0101", "", False),
    "911 - ask for an officer": ("911", "911", "ask for an officer", False),
    "9-1-1": ("9-1-1", "9-1-1", "", False),
    "Crisis line (988) always": ("Crisis line", "988", "", True),
    "911 o al 988": ("911 o al 988", "911 o al 988", "", False),
    # hours after a number are no part of it
    "Mobile crisis 5550199 24/7": ("Mobile crisis", "5550199", "", True),
    "Hospital 555-0100 (24 h)": ("Hospital", "555-0100", "", True),
    "Nana 555-0101 9 to 5": ("Nana", "555-0101", "9 to 5", False),
    "Nana 555-0101 8-5": ("Nana", "555-0101", "8-5", False),
    "Nana 555-0101 9:00": ("Nana", "555-0101", "9:00", False),
    "Nana 555-0101 2 rings": ("Nana", "555-0101", "2 rings", False),
    "Nurse Mon–Fri 555-0101 12 pm": ("Nurse", "555-0101", "Mon–Fri, 12 pm", False),
    "Nana: 555-0101 (home), 555-0102 (cell)": ("Nana", "555-0101", "home, 555-0102 (cell)", False),
    "Ana 555-0101 works nights": ("Ana", "555-0101", "works nights", False),
    "Ana 555-0101 (Spanish only)": ("Ana", "555-0101", "Spanish only", False),
    "Ana 555-0101 answers day and night": ("Ana", "555-0101", "answers", True),
    "Crisis line 800-555-0101 ext. 12": ("Crisis line", "800-555-0101 ext. 12", "", False),
    "Nurse 1 888-555-0100 x12 nights": ("Nurse", "1 888-555-0100 x12", "nights", False),
    "Hotline 800-273-TALK ext 5": ("Hotline", "800-273-TALK ext 5", "", False),
    # texts, and letters for figures
    "Crisis Text Line: text HOME to 741741": ("Crisis Text Line", "text HOME to 741741", "", False),
    "Línea de texto: mande HOLA al 741741": ("Línea de texto", "mande HOLA al 741741", "", False),
    "Lifeline 1-800-273-TALK (8255) 24/7": ("Lifeline", "1-800-273-TALK (8255)", "", True),
    # what is no number, and what is no time
    "Nana after 5 555-0101": ("Nana", "555-0101", "after 5", False),
    "Nana 8-5 555-0101": ("Nana", "555-0101", "8-5", False),
    "Ms. Reed, room 204, 555-0101": ("Ms. Reed", "555-0101", "room 204", False),
    "Ms. Reed room 204": ("Ms. Reed room 204", "", "", False),
    "Abuela, 204 Maple Street": ("Abuela", "", "204 Maple Street", False),
    "2026-03-16 Nana": ("2026-03-16 Nana", "", "", False),
    "After School Program 555-0101": ("After School Program", "555-0101", "", False),
    "Mobile 555-0199 day and night except Sundays": ("Mobile", "555-0199", "day and night except Sundays", False),
    "Mobile crisis team day and night": ("Mobile crisis team", "", "", True),
    "Nana, ask at the desk": ("Nana", "", "ask at the desk", False),
    "24 horas": ("24 horas", "", "", False),
}


@pytest.mark.parametrize("line", LINES)
def test_who_number_and_time_are_read_out_of_a_line_and_nothing_is_lost(line: str) -> None:
    said = said_call(line)
    assert (said.name, said.phone, said.when, said.day_and_night) == LINES[line]
    if not said.day_and_night:
        kept = re.findall(r"\w+", f"{said.name} {said.phone} {said.when}")
        assert set(re.findall(r"\w+", line)) - set(kept) <= {"Call", "Llamar", "al", "tel"}


def test_two_calls_in_one_line_are_two_and_told_as_one_no_number_gets_another_name() -> None:
    line = "Crisis line 988, Mobile crisis 555-0199, day and night"
    assert [(s.name, s.phone, s.day_and_night) for s in said_calls(line)] == [
        ("Crisis line", "988", False),
        ("Mobile crisis", "555-0199", True),
    ]
    told = said_call(line)
    assert (told.name, told.phone, told.when) == ("Crisis line", "988", "Mobile crisis 555-0199, day and night")


JOINED = {
    "Zed 555-0101 or Quin 555-0102": ("Zed: 555-0101", "Quin: 555-0102"),
    "Zed 555-0101/Quin 555-0102": ("Zed: 555-0101", "Quin: 555-0102"),
    "Ana 555-0101 y Beto 555-0102": ("Ana: 555-0101", "Beto: 555-0102"),
    "Nana, 555-0101, Mom, 555-0102": ("Nana: 555-0101", "Mom: 555-0102"),
    "Line - 988 - Mobile crisis - 555-0199": ("Line: 988", "Mobile crisis: 555-0199"),
    "Line 988, Mom and Dad 555-0101": ("Line: 988", "Mom and Dad: 555-0101"),
    "Call 911 then Ana 555-0101": ("911: 911", "Ana: 555-0101"),
    "Llamar al 911 y luego a Ana 555-0101": ("911: 911", "Ana: 555-0101"),
    "555-0101 Nana or 555-0102 Bo": ("Nana: 555-0101", "Bo: 555-0102"),
    "Mo - cell 555-0141 - work 555-0142": ("Mo: cell 555-0141 - work 555-0142",),
    "Teen line: text TEEN to 839863 or call 800-852-8336": ("Teen line: text TEEN to 839863 or call 800-852-8336",),
    "Nana 555-0101 Mon - Fri or 555-0102": ("Nana: 555-0101, Mon, Fri or 555-0102",),
    "Nana 555-0101 day and night, 988": ("Nana: 555-0101, 988",),
    "Nana 555-0101, room 12, 911": ("Nana: 555-0101, room 12, 911",),
    "Nana: 555-0101 (home), 555-0102 (cell)": ("Nana: 555-0101, home, 555-0102 (cell)",),
}


@pytest.mark.parametrize("line", JOINED)
def test_a_further_number_is_a_call_of_its_own_or_stands_with_the_first_on_a_card(line: str) -> None:
    calls = [CrisisCall(plan="c", name=s.name, phone=s.phone, when=s.when) for s in said_calls(line)]
    family = Family(header=Header(name="F"), crisis_plans=(CrisisPlan(id="c"),), crisis_calls=tuple(calls))
    assert tuple(f"{told.name}: {numbers_of(told)}" for told in (told_call(family, call) for call in calls)) == JOINED[line]


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({"name": "Mobile crisis 555-0199 day and night"}, ("Mobile crisis", "555-0199", "", True)),
        ({"name": "Mobile crisis 555-0199", "phone": "day and night"}, ("Mobile crisis", "555-0199", "", True)),
        ({"name": "911"}, ("911", "911", "", False)),
        ({"name": "Line", "phone": "call 988", "when": "nights"}, ("Line", "call 988", "nights", False)),
        ({"name": "Desk", "phone": "ask inside"}, ("Desk", "ask inside", "", False)),
        ({"who": "lee", "day_and_night": True, "when": "Any time"}, ("Lee", "555-0144", "", True)),
        ({"who": "lee", "name": "at work", "phone": "555-0155"}, ("Lee, at work", "555-0155", "", False)),
    ],
)
def test_a_call_that_was_kept_whole_as_a_name_is_told_with_its_number(
    held: dict[str, object], told: tuple[str, str, str, bool]
) -> None:
    call = CrisisCall.model_validate({"plan": "c", **held})
    lee = Support(id="lee", name="Lee", contacts=(Contact(value="555-0144"), Contact(kind="email", value="l@example.org")))
    family = Family(header=Header(name="F"), supports=(lee,), crisis_plans=(CrisisPlan(id="c"),), crisis_calls=(call,))
    found = told_call(family, call)
    assert (found.name, found.phone, found.when, found.day_and_night) == told


def test_emergency_numbers_come_first_then_who_answers_day_and_night_and_only_what_says_nothing_goes() -> None:
    names = ("Nana", "", "Mobile 555-0199", "Line 988", "911")
    calls = tuple(CrisisCall(plan="c", name=name, day_and_night=name.startswith("Mobile")) for name in names)
    family = Family(header=Header(name="F"), crisis_plans=(CrisisPlan(id="c"),), crisis_calls=calls)
    assert [told.name for told in calls_in_order(family, "c")] == ["Line", "911", "Mobile", "Nana"]
    assert not is_emergency("800 911 2000")
