"""What somebody says of the plan, as pure functions: how far they agree, what they see differently, that they want time."""

from collections.abc import Callable
from datetime import date
from typing import Final

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.sharing import Agreement
from teammeet.model.values import Circle, Words
from teammeet.tui.meeting.answers import ask_shown_to
from teammeet.tui.meeting.days import read_day
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, Tell
from teammeet.tui.sign.facts import agreement_of, degree_is_seen, said_of_the_plan, words_are_seen
from teammeet.tui.sign.scene import SignScene

ASKED_UP_TO: Final = 2
"""Degrees of agreement up to which somebody is asked what would move them up one."""


def said_degree(scene: SignScene, who: str, degree: int) -> Deed:
    """How far somebody agrees. Where they said so before it is only noted if that is meant: the same figure again says so.

    What was said for the facilitator alone stands in no question and in no remark.
    """
    held, before = agreement_of(scene, who), said_of_the_plan(scene, who)[-1]
    if before.degree is None:
        return _noted(scene, who, held, degree)
    name, is_seen = scene.family.label(who), degree_is_seen(scene, before)
    if is_seen and held.degree == degree:
        return Tell(scene.say("told.degree-stands", who=name, said=_figure(scene, degree)))
    stands = _figure(scene, before.degree) if is_seen else scene.say_agree("said.privately")
    note = Choice("note", scene.say("answer.note", how=_figure(scene, degree)), letter=str(degree))
    choices = (Choice("leave", scene.say("answer.leave", how=stands)), note)

    def answered(ids: tuple[str, ...]) -> Deed:
        return _noted(scene, who, held, degree) if ids == (note.id,) else Keep((), who)

    return AskPick(scene.say("ask.said-before", who=name), choices, answered, many=False)


def _noted(scene: SignScene, who: str, held: Agreement, degree: int) -> Keep:
    """Keep it, and tell whose it is and how to take it back.

    Who is not with the plan is asked at once what would help, in their own words; there is no majority.
    """
    agreement = held.changed(degree=degree)
    said = scene.say_agree("said.privately") if held.degree_shown_to == "facilitator" else _figure(scene, degree)
    told = scene.say("told.degree-noted", who=scene.family.label(who), said=said)
    if degree > ASKED_UP_TO:
        return Keep((put(agreement),), who, said=told)
    return Keep((put(agreement),), who, then=ask_dissent(scene, who, agreement, "ask.move-up", told))


def _figure(scene: SignScene, degree: int) -> str:
    return f"{degree} {scene.term(f'degree.{degree}')}"


def ask_dissent(scene: SignScene, who: str, held: Agreement, asked: str = "ask.dissent", told: str = "") -> AskLine:
    """In their own words what they do not agree with, then who may read it. What is ``told`` stays in sight meanwhile."""
    start = _to_begin_with(scene, held)

    def shown_to(words: str, circle: Circle) -> Deed:
        dissent = Words(text=words, verbatim=True)
        return Keep((put(held.changed(dissent=dissent, dissent_shown_to=circle)),), who)

    def written(line: str) -> Deed:
        if not line:
            return Keep((put(held.changed(dissent=Words())),) if start == held.dissent.text else (), who)
        return ask_shown_to(scene.language, held.dissent_shown_to, lambda circle: shown_to(line, circle))

    question = scene.say(asked, who=scene.family.label(who))
    return AskLine(question, written, start=start, may_be_blank=True, read_aloud=(told,) if told else ())


def _to_begin_with(scene: SignScene, held: Agreement) -> str:
    """The words as they are kept, to go on with; what was said for the facilitator alone is not put on a screen unasked."""
    return held.dissent.text if words_are_seen(scene, held) else ""


def ask_not_yet(scene: SignScene, who: str) -> AskLine:
    """By what day they will have read it: an answer too."""

    def kept(day: date | None) -> Deed:
        return Keep((put(agreement_of(scene, who).changed(not_yet_until=day)),), who)

    return ask_day(scene, scene.say("ask.not-yet", who=scene.family.label(who)), kept)


def ask_day(scene: SignScene, question: str, then: Callable[[date | None], Deed]) -> AskLine:
    """Ask for a day; Enter alone is no day."""

    def answered(line: str) -> Deed:
        day = read_day(line, scene.today, scene.language) if line else None
        if line and day is None:
            return Tell(text("meeting.told.no-day", scene.language, said=line))
        return then(day)

    return AskLine(question, answered, may_be_blank=True)
