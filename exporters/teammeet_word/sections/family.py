"""The family: its households and its people, with what each of them wants known here."""

from collections.abc import Iterator

from teammeet.model.people import Contact, DecisionRight, Household, Person
from teammeet_word.markup import Line, Row, Span, paragraph
from teammeet_word.sheet import Sheet


def family(sheet: Sheet) -> Iterator[str]:
    """Who the family is: a table of its people, then what else is known of each home and person."""
    people = [person for person in sheet.view.people if person.in_family]
    if not people and not sheet.view.households:
        return
    yield sheet.heading(1, sheet.say("heading.family"))
    rows = [_person_row(sheet, person) for person in people]
    yield sheet.table(sheet.say("heading.family"), (("name", 3), ("role", 2.4), ("home", 2.6)), rows)
    for home in sheet.view.households:
        yield from _household(sheet, home)
    for person in sheet.view.people:
        yield from _decisions(sheet, person)


def details(sheet: Sheet, person: Person) -> list[Line]:
    """What is known of a person beside the name, line by line."""
    born = sheet.say("born", day=sheet.day(person.born)) if person.born else ""
    tongues = ", ".join(map(sheet.tongue, person.languages))
    lines: list[Line] = [
        sheet.join(
            sheet.say("legal_name", name=person.legal_name) if person.legal_name else "",
            born,
            "" if person.life == "living" else sheet.word("life", person.life),
            sheet.word("nature", "pet") if person.nature == "pet" else "",
        ),
        sheet.join(
            sheet.say("speaks", languages=tongues) if tongues else "",
            sheet.say("needs_interpreter") if person.interpreter else "",
        ),
        *(contact(sheet, held) for held in person.contacts),
        *person.note.split("\n"),
    ]
    return [line for line in lines if line]


def contact(sheet: Sheet, held: Contact) -> Line:
    """A way to reach somebody."""
    note = f" ({held.note})" if held.note else ""
    return (Span(sheet.say(f"contact.{held.kind}"), "Soft"), " ", held.value, note)


def _decisions(sheet: Sheet, person: Person) -> Iterator[str]:
    """Who decides for a youth, in what, until when."""
    if person.decision_rights:
        yield sheet.heading(2, sheet.say("heading.decides", name=person.label or sheet.say("somebody")))
        yield sheet.bullets(tuple(_decision(sheet, right) for right in person.decision_rights))


def _person_row(sheet: Sheet, person: Person) -> Row:
    called = person.label or sheet.say("somebody")
    said = sheet.fact(person, "used_name", called, "Strong") if person.used_name else Span(called, "Strong")
    name = (said, f" ({person.pronouns})" if person.pronouns else "")
    role = sheet.join(person.role if person.used_name else "", sheet.say("enrolled") if person.enrolled else "")
    home = "" if person.life == "deceased" else sheet.names(person.households)
    return ((name, *details(sheet, person)), (role,), (home,))


def _household(sheet: Sheet, home: Household) -> Iterator[str]:
    lines: list[Line] = [home.address, *(contact(sheet, held) for held in home.contacts), *home.note.split("\n")]
    lines = [line for line in lines if line]
    if lines:
        yield sheet.heading(2, home.name or sheet.word("household_kind", home.kind))
        if home.name and home.kind != "home":
            yield paragraph(sheet.word("household_kind", home.kind), "Quiet", keep_next=True)
        yield "".join(paragraph(line) for line in lines)


def _decision(sheet: Sheet, right: DecisionRight) -> Line:
    who = ", ".join(part for part in (sheet.view.label(right.held_by), right.held_by_name) if part)
    until = sheet.say("until", day=sheet.day(right.until)) if right.until else ""
    return (Span(sheet.word("decision_area", right.area), "Strong"), ": ", sheet.join(who, until, right.note))
