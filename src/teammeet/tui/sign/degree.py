"""A degree of agreement that somebody says alone, and the way back that a low one means (gradients of agreement, Kaner)."""

from typing import Final

from teammeet.messages import text
from teammeet.model.family import Edit, put
from teammeet.model.sharing import Agreement
from teammeet.model.values import Circle, Words
from teammeet.practice.agenda import Agenda
from teammeet.practice.groups import group_of
from teammeet.tui.meeting.scene import Choice, Keep
from teammeet.tui.sign.page_questions import Answers, NextQuestion, PageQuestion, numbered
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.signing import ASKED_UP_TO, agreement_of

DEGREES: Final = range(1, 6)
_CIRCLES: Final[dict[str, Circle]] = {"team": "team", "facilitator": "facilitator"}
_PHASES: Final = ("strengths", "needs", "outcomes", "tasks", "crisis", "closing")
"""Phases of an agenda to which a plan can go back; those before it are not about the plan."""


def questions(language: str, *, may_go_back: bool) -> NextQuestion:
    """How far; what would move a low one up; who may see it; and, of the family, whether all go back to it now."""

    def following(answers: Answers) -> PageQuestion | None:
        return next((each for each in _all_of(answers, language, may_go_back) if each.id not in answers), None)

    return following


def _all_of(answers: Answers, language: str, may_go_back: bool) -> tuple[PageQuestion, ...]:
    degrees = tuple((str(n), text(f"model.degree.{n}", language)) for n in DEGREES)
    asked = [PageQuestion("degree", _say("ask", language), numbered(degrees))]
    if _is_low(answers):
        asked.append(PageQuestion("move-up", _say("move-up", language)))
    circles = tuple((circle, _say(f"shown-{circle}", language)) for circle in ("facilitator", "team"))
    asked.append(PageQuestion("shown", _say("shown", language), numbered(circles)))
    if may_go_back and _is_low(answers):
        ways = tuple((way, _say(f"back-{way}", language)) for way in ("yes", "no"))
        asked.append(PageQuestion("back", _say("back", language), numbered(ways)))
    return tuple(asked)


def kept(scene: SignScene, who: str, answers: Answers) -> Keep:
    """What was said alone, as the agreement of ``who``. What they said before stays when they add nothing."""
    circle = _CIRCLES[answers["shown"]]
    held = agreement_of(scene, who).changed(degree=int(answers["degree"]), degree_shown_to=circle)
    words = answers.get("move-up", "")
    if words:
        held = held.changed(dissent=Words(text=words, verbatim=True), dissent_shown_to=circle)
    edits: tuple[Edit, ...] = (put(held),)
    told = text("agree.told.degree-kept", scene.language, who=scene.family.label(who))
    return Keep(edits, who, said=told)


def wants_back(answers: Answers) -> bool:
    """Whether they want everybody to go back to it now."""
    return answers.get("back") == "yes"


def means_going_back(scene: SignScene, agreement: Agreement) -> bool:
    """Whether somebody of the family is not with the plan: no majority carries it, the team goes back to the step.

    Outside of a meeting there is no step to go back to.
    """
    low = agreement.degree is not None and agreement.degree <= ASKED_UP_TO
    return low and not scene.outside and group_of(scene.family, agreement.who) == "family"


def steps_to_go_back_to(agenda: Agenda, language: str) -> tuple[Choice, ...]:
    """The steps that a plan can go back to, in the agenda's order."""
    steps = (step for step in agenda.steps if step.phase in _PHASES)
    return tuple(Choice(step.id, step.name.in_language(language)) for step in steps)


def _is_low(answers: Answers) -> bool:
    return int(answers.get("degree", "5")) <= ASKED_UP_TO


def _say(key: str, language: str) -> str:
    return text(f"agree.degree.{key}", language)
