"""For whom somebody signs: a minor beside a guardian or alone, a guardian for a child too. It is asked, never decided."""

from collections.abc import Callable
from typing import Any, Final

from teammeet.model.people import Person
from teammeet.practice.signers import may_be_a_minor, may_consent_for, minors_without_anybody_deciding
from teammeet.practice.statement import names_in_words
from teammeet.tui.meeting.scene import AskPick, Choice, Deed
from teammeet.tui.sign.facts import signature_before
from teammeet.tui.sign.scene import SignScene

_FOR: Final = "for:"
"""How the id of a choice begins that names for whom somebody consents; the ids follow, with a comma between."""


def asked(scene: SignScene, who: str, then: Callable[[dict[str, Any]], Deed]) -> Deed:
    """Ask for whom ``who`` signs, where that is a question; ``then`` gets the fields of the signature that say so."""
    return question_to(scene, who, lambda ids: then(given(ids[0]))) or then(given("own"))


def question_to(scene: SignScene, who: str, then: Callable[[tuple[str, ...]], Deed]) -> AskPick | None:
    """The question, with what is said beside it and what was answered the last time; ``None`` if there is nothing to ask."""
    question = _question(scene, who)
    if question is None:
        return None
    choices, words = question
    chosen = _chosen_before(scene, who, choices)
    return AskPick(words, choices, then, chosen=chosen, many=False, beside=_help_to(scene, who, choices))


def _help_to(scene: SignScene, who: str, choices: tuple[Choice, ...]) -> str:
    """What is said beside the question to whom may be under age: laws differ, so it is asked and not decided.

    Where nobody is noted as deciding for them, nobody is offered to consent: then it is said where that is noted.
    """
    if not any(one.id == "alone" for one in choices):
        return ""
    undecided = who in minors_without_anybody_deciding(scene.family, scene.today)
    who_decides = scene.told("ask.nobody-decides", who=scene.family.label(who)) if undecided else ""
    return " ".join(filter(None, (scene.told("ask.minor-help"), who_decides)))


def _question(scene: SignScene, who: str) -> tuple[tuple[Choice, ...], str] | None:
    """The answers and the question; ``None`` if there is nothing to ask."""
    person, name = scene.family.get(who), scene.family.label(who)
    if isinstance(person, Person) and person.in_family and may_be_a_minor(person, scene.today):
        ways = tuple(Choice(way, scene.told(f"answer.{way}")) for way in ("assent", "alone"))
        return ways, scene.told("ask.minor", who=name)
    may = may_consent_for(scene.family, who, scene.today)
    if not may:
        return None
    sets = [may, *([(one,) for one in may] if len(may) > 1 else [])]
    named = [(_FOR + ",".join(each), names_in_words(scene.family.labels(each), scene.language)) for each in sets]
    choices = [Choice(id, scene.told("answer.for", names=names)) for id, names in named]
    return (*choices, Choice("own", scene.told("answer.own"))), scene.told(
        "ask.consent", who=name, names=names_in_words(scene.family.labels(may), scene.language)
    )


def given(choice: str) -> dict[str, Any]:
    """The fields of a signature that say for whom it is."""
    ids = choice.removeprefix(_FOR).split(",") if choice.startswith(_FOR) else []
    gives = "consent" if ids else "assent" if choice == "assent" else "agreement"
    return {"gives": gives, "for_person": ids[0] if ids else None, "for_others": tuple(ids[1:])}


def _chosen_before(scene: SignScene, who: str, choices: tuple[Choice, ...]) -> tuple[str, ...]:
    """What was answered the last time that they signed, if it can be answered now."""
    held = signature_before(scene.family, who)
    if held is None:
        return ()
    before = _FOR + ",".join(held.signed_for) if held.signed_for else held.gives
    return tuple(one.id for one in choices if one.id == before)


def names(scene: SignScene, fields: dict[str, Any]) -> tuple[str, ...]:
    """Those for whom a guardian consents."""
    return scene.family.labels((fields["for_person"], *fields["for_others"]) if fields["for_person"] else ())
