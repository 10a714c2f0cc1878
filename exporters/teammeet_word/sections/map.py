"""The people and places around the family: what the map draws, told in words, with all that is known of each."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.people import Person
from teammeet.model.supports import Claim, Helpfulness, Support, Tie
from teammeet_word.markup import Line, Span, paragraph
from teammeet_word.sections.family import contact, details
from teammeet_word.sheet import Sheet

KINDS: Final = ("natural", "peer", "community", "formal")


def supports(sheet: Sheet) -> Iterator[str]:
    """Every support by kind, with its ties in words: who reads no picture loses nothing."""
    if not sheet.view.supports:
        yield sheet.placeholder("map")
    if sheet.ties_said_on:
        yield paragraph(sheet.say("ties_said", day=sheet.day(sheet.ties_said_on)), "Quiet")
    for kind in KINDS:
        here = [support for support in sheet.view.supports if support.kind == kind]
        if here:
            yield sheet.heading(2, sheet.word("support_kind", kind))
        for support in here:
            yield from _support(sheet, support)
    yield from _ties_of_others(sheet)


def _support(sheet: Sheet, support: Support) -> Iterator[str]:
    name = Span(support.label or sheet.say("somebody"), "Strong")
    about = [part for part in (support.pronouns, support.role, support.organisation) if part != support.label]
    facts = sheet.join(*about, sheet.domain(support.domain), _status(sheet, support))
    people = [person for person in sheet.view.people if person.support == support.id]
    lines = [*_ties(sheet, support.id), *_details(sheet, support)]
    yield paragraph((name, f" ({facts})" if facts else ""), "ListBullet", keep_next=bool(lines or people))
    yield "".join(paragraph(line, "ListContinue") for line in lines)
    for person in people:
        yield from _person(sheet, person)


def _status(sheet: Sheet, support: Support) -> str:
    since = sheet.say("since", day=sheet.day(support.since)) if support.since else ""
    until = sheet.say("until", day=sheet.day(support.until)) if support.until else ""
    state = "" if support.status == "active" else sheet.word("support_status", support.status)
    return sheet.join(state, since, until)


def _details(sheet: Sheet, support: Support) -> Iterator[Line]:
    if support.helpfulness and (helpful := _helpful(sheet, support.helpfulness)):
        yield (Span(sheet.say("helpful"), "Label"), " ", helpful)
    yield from (contact(sheet, held) for held in support.contacts)
    if support.note:
        yield sheet.kept(support, "note")


def _helpful(sheet: Sheet, helpful: Helpfulness) -> str:
    score = sheet.say("score", score=helpful.score) if helpful.score is not None else ""
    return sheet.join(score, helpful.words, sheet.day(helpful.on) if helpful.on else "")


def _person(sheet: Sheet, person: Person) -> Iterator[str]:
    """Somebody of a support, with ties of their own."""
    role = sheet.join(f"({person.pronouns})" if person.pronouns else "", person.role if person.used_name else "")
    name = Span(person.label or sheet.say("somebody"), "Strong")
    yield paragraph((name, f" {role}" if role else ""), "ListContinue")
    for line in (*details(sheet, person), *_ties(sheet, person.id)):
        yield paragraph(line, "ListContinue")


def _ties(sheet: Sheet, who: str) -> Iterator[Line]:
    for tie in sheet.view.ties:
        if tie.support == who:
            yield from _tie(sheet, tie)


def _tie(sheet: Sheet, tie: Tie) -> Iterator[Line]:
    to = sheet.say("tie_to", name=sheet.called(tie.to))
    if not tie.claims:
        yield (Span(f"{to}: ", "Label"), sheet.word("tie_kind", "unsaid"))
    for claim in tie.claims:
        yield (Span(f"{to}: ", "Label"), _claim(sheet, claim))
    if tie.note:
        yield sheet.kept(tie, "note")


def _claim(sheet: Sheet, claim: Claim) -> str:
    kinds = ", ".join(sheet.word("tie_kind", kind) for kind in claim.kinds or ("unsaid",))
    flow = sheet.word("flow", claim.flow) if claim.flow != "none" else ""
    by = sheet.view.label(claim.said_by)
    day = sheet.day(claim.said_on) if claim.said_on and claim.said_on != sheet.ties_said_on else ""
    return sheet.join(kinds, flow, sheet.say("said_by", name=by) if by else "", day)


def _ties_of_others(sheet: Sheet) -> Iterator[str]:
    """Ties that begin at somebody of the family, who is no support."""
    told = {support.id for support in sheet.view.supports}
    told |= {person.id for person in sheet.view.people if person.support in told}
    for tie in sheet.view.ties:
        if tie.support not in told:
            name = sheet.called(tie.support)
            yield paragraph(Span(name, "Strong"), "ListBullet", keep_next=True)
            yield "".join(paragraph(line, "ListContinue") for line in _tie(sheet, tie))
