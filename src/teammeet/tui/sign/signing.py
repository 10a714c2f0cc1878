"""Agreement and signatures as pure functions: who signs, what a key means for the selected person, what is still missing."""

from typing import Final

from teammeet.messages import count
from teammeet.model.family import put
from teammeet.model.sharing import Copy
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Keep, StepKey, Tell
from teammeet.tui.sign.facts import (
    agreement_of,
    degree_is_seen,
    interpreter_of,
    language_of,
    missing,
    next_to_sign,
    plan_digest,
    said_of_the_plan,
    signature_of,
    signed,
    signers,
    words_are_seen,
)
from teammeet.tui.sign.page_back import ask_page
from teammeet.tui.sign.saying import ASKED_UP_TO, ask_dissent, ask_not_yet, said_degree
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.ways import METHODS, VOID, ask_void, replacing

__all__ = (
    "ALONE",
    "ASKED_UP_TO",
    "METHODS",
    "RATE",
    "TYPED",
    "VOID",
    "act",
    "agreement_of",
    "answered_in_words",
    "degree_is_seen",
    "interpreter_of",
    "keys",
    "language_of",
    "missing",
    "next_to_sign",
    "nobody_selected",
    "plan_digest",
    "said_of_the_plan",
    "signature_of",
    "signed",
    "signers",
    "words_are_seen",
)
"""What is noted of somebody, too: a screen is written with one import."""

TYPED: Final = "typed"
ALONE: Final = "alone"
RATE: Final = "rate"
"""Keys with which the keyboard is handed over: to sign, to say a degree alone, to rate the meeting."""
LEGEND: Final = "legend"
"""The key that tells what the degrees mean."""
BACK: Final = "back"
"""The key for a page that was signed by hand and is here now."""
_HOW_GIVEN: Final = ("paper", "email", "portal", "post", "other")


def keys(scene: SignScene) -> tuple[StepKey, ...]:
    """What the letters and figures do to the selected person."""
    degrees = [StepKey(f"degree-{n}", str(n), scene.say("key.degree") if n == 1 else "") for n in range(1, 6)]
    ways = [StepKey(way, letter, scene.say(f"key.{way}")) for letter, way in METHODS.items()]
    return (
        *degrees,
        StepKey(LEGEND, "g", scene.say("key.legend")),
        StepKey(ALONE, "p", scene.say_agree("key.alone")),
        StepKey("dissent", "d", scene.say("key.dissent")),
        StepKey("not-yet", "y", scene.say("key.not-yet")),
        StepKey(TYPED, "t", scene.say("key.typed")),
        *ways,
        StepKey(BACK, "k", scene.told("key.back")),
        StepKey(VOID, "x", scene.say("key.void")),
        StepKey("copy", "c", scene.say("key.copy")),
        StepKey(RATE, "m", scene.say_agree("key.rate")),
    )


def act(scene: SignScene, key: str) -> Deed:
    """What a key means for the selected person. Typing a name is not here: only the person may do it."""
    who = scene.who
    if key == LEGEND:
        return Tell(" · ".join(f"{degree} {scene.term(f'degree.{degree}')}" for degree in range(1, 6)))
    if who not in signers(scene.seen, scene.meeting):
        return Tell(nobody_selected(scene))
    if key.startswith("degree-"):
        return said_degree(scene, who, int(key.removeprefix("degree-")))
    if key == "dissent":
        return ask_dissent(scene, who, agreement_of(scene, who))
    if key == "not-yet":
        return ask_not_yet(scene, who)
    if key == "copy":
        return _ask_copy(scene, who)
    if key == BACK:
        return ask_page(scene, who)
    if key == VOID:
        return ask_void(scene, who)
    if scene.edition is None:
        return Tell(scene.say("told.fix-first"))
    return replacing(scene, who, next(way for way in METHODS.values() if way == key))


def answered_in_words(scene: SignScene) -> str:
    """Of how many nothing was noted yet; that all have answered; nothing where nobody is asked."""
    left = len(missing(scene))
    if left:
        return count("sign.state.open", left, scene.language)
    return scene.say("state.all") if signers(scene.seen, scene.meeting) else ""


def nobody_selected(scene: SignScene) -> str:
    """That a row of somebody is to be selected first; where there is nobody, that."""
    return scene.say("told.select-somebody" if signers(scene.seen, scene.meeting) else "nobody")


def _ask_copy(scene: SignScene, who: str) -> Deed:
    def given(ids: tuple[str, ...]) -> Deed:
        edition = scene.family.last_edition.number if scene.family.last_edition else None
        owed = next((c for c in scene.family.copies if c.to == who and c.given_on is None), None)
        copy = (owed or Copy(to=who)).changed(edition=edition, how=ids[0], given_on=scene.today)
        return Keep((put(copy),), who)

    choices = tuple(Choice(how, scene.term(f"copy_how.{how}")) for how in _HOW_GIVEN)
    return AskPick(scene.say("ask.copy", who=scene.family.label(who)), choices, given, many=False)
