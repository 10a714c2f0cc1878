"""Ways to sign that are noted by whoever runs the meeting: by hand, drawn, by e-mail, aloud, taken home, refused, absent."""

from datetime import date
from typing import Any, Final

from teammeet.messages import LANGUAGES
from teammeet.model.family import drop, put
from teammeet.model.people import Person
from teammeet.model.sharing import Signature, SignatureMethod
from teammeet.practice.statement import Statement, spoken_in, statement
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, Tell
from teammeet.tui.sign import whom
from teammeet.tui.sign.facts import YES, agreement_of, interpreter_of, own_language, signature_of, signed
from teammeet.tui.sign.page_back import ask_scan, ask_seen_by
from teammeet.tui.sign.saying import ask_day, ask_dissent
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.tongues import tongue_named

METHODS: Final[dict[str, SignatureMethod]] = {
    "i": "ink",
    "w": "drawn",
    "e": "email",
    "v": "verbal",
    "h": "taken_home",
    "r": "refused",
    "a": "absent",
}
"""Keys for ways to sign that are noted here."""
_HAS_READ, _OPEN = "has-read", "open"
"""Ids of answers to what is read aloud: nothing, for they have read the plan; that is not known."""
VOID: Final = "void"
"""The key for a signature that was noted by mistake."""


def replacing(scene: SignScene, who: str, method: SignatureMethod) -> Deed:
    """How somebody signs, noted at once if nothing was; what was noted is only replaced by another way when that is meant.

    Of what was taken home the same key asks again by what day it comes back.
    """
    held = signature_of(scene.family, who, scene.edition) if scene.edition else None
    if held is None:
        return noted(scene, who, method)
    before, after = (scene.term(f"signature_method.{way}") for way in (held.method, method))
    if held.method == method == "taken_home":
        return _ask_back_by(scene, held)
    if held.method == method:
        return Tell(scene.say("told.noted-already", who=scene.family.label(who), how=before))

    def answered(ids: tuple[str, ...]) -> Deed:
        return noted(scene, who, method) if ids == ("replace",) else Keep((), who)

    choices = (
        Choice("leave", scene.say("answer.leave", how=before)),
        Choice("replace", scene.say("answer.replace", how=after)),
    )
    return AskPick(scene.say("ask.replace", who=scene.family.label(who), how=before), choices, answered, many=False)


def noted(scene: SignScene, who: str, method: SignatureMethod) -> Deed:
    """How somebody signs, with what belongs to it; of a yes it is asked first whether a guardian and a minor are in it."""
    if method == "refused":
        asks = ask_dissent(scene, who, agreement_of(scene, who), "ask.refused")
        return Keep((put(signed(scene, who, method)),), who, then=asks)
    if method == "taken_home":
        home = signed(scene, who, method)
        return Keep((put(home),), who, then=_ask_back_by(scene, home))
    if method not in YES:
        return Keep((put(signed(scene, who, method)),), who)
    return whom.asked(scene, who, lambda given: _said_yes(scene, who, method, given))


def _said_yes(scene: SignScene, who: str, method: SignatureMethod, given: dict[str, Any]) -> Deed:
    if method == "verbal":
        return _ask_tongue(scene, who, given)
    if method == "drawn":
        return _ask_drawn(scene, who, given)
    if method == "ink":
        told = scene.told("told.print-page", who=scene.family.label(who))
        return Keep((put(signed(scene, who, method, **given)),), who, said=told)
    return Keep((put(signed(scene, who, method, **given)),), who)


def _ask_back_by(scene: SignScene, home: Signature) -> AskLine:
    """The day by which it comes back is kept with what was taken home."""

    def kept(day: date | None) -> Deed:
        return Keep((put(home.changed(expected_by=day)),), home.who)

    return ask_day(scene, scene.say("ask.home-by", who=scene.family.label(home.who)), kept)


def _ask_tongue(scene: SignScene, who: str, given: dict[str, Any]) -> Deed:
    """In which language the statement is read aloud, or that it is not: only what was said of it is kept."""
    header = scene.family.header
    first = (own_language(scene.family, who), header.language, *header.other_languages)
    spoken = dict.fromkeys([*(spoken_in(tag) for tag in first if tag), *LANGUAGES])
    tongues = tuple(Choice(tag, tongue_named(tag, scene.language)) for tag in spoken)
    others = tuple(Choice(id, scene.told(f"answer.{id}", who=scene.family.label(who))) for id in (_HAS_READ, _OPEN))

    def answered(ids: tuple[str, ...]) -> Deed:
        if ids[0] in spoken:
            return _ask_witness(scene, who, given, statement(ids[0], given["gives"], whom.names(scene, given)))
        return _ask_witness(scene, who, {**given, "saw_the_plan": ids[0] == _HAS_READ}, None)

    return AskPick(scene.told("ask.tongue", who=scene.family.label(who)), (*tongues, *others), answered, many=False)


def _ask_witness(scene: SignScene, who: str, given: dict[str, Any], read: Statement | None) -> AskLine:
    """The statement, where it is read aloud; somebody else hears the yes."""

    def heard(witness: str) -> Deed:
        known = scene.tags.who_begins(witness)
        if known == who:
            return Tell(scene.say("told.own-witness"))
        name = scene.family.label(known) if known else witness
        return _ask_interpreter(scene, who, read, {**given, "witness": name})

    aloud = (scene.told("read-aloud"), *read.lines) if read else ()
    return AskLine(scene.say("ask.witness", who=scene.family.label(who)), heard, read_aloud=aloud)


def _ask_interpreter(scene: SignScene, who: str, read: Statement | None, given: dict[str, Any]) -> Deed:
    """Who interpreted, where it was read in another language than the family's, or they want an interpreter."""
    usual, person = interpreter_of(scene, who), scene.family.get(who)
    wanted = usual or (read is not None and read.language != spoken_in(scene.family.header.language))
    wanted = wanted or (isinstance(person, Person) and person.interpreter)
    was_read = {"language": read.language, "statement": read.words} if read else {}

    def kept(name: str) -> Deed:
        return Keep((put(signed(scene, who, "verbal", **given, **was_read, interpreter=name)),), who)

    if not wanted:
        return kept("")
    question = scene.told("ask.interpreter", who=scene.family.label(who))
    either = scene.told("ask.or-enter", name=usual or scene.told("ask.nobody"))
    return AskLine(f"{question} {either}", lambda line: kept(line or usual), may_be_blank=True)


def _ask_drawn(scene: SignScene, who: str, given: dict[str, Any]) -> AskLine:
    """Drawn on a screen elsewhere, such as a tablet: nothing is drawn here. Who saw it, and the picture's fingerprint."""

    def scanned(seen_by: str, digest: str) -> Deed:
        more = {**given, "received_on": scene.today, "received_by": seen_by, "scan_digest": digest}
        return Keep((put(signed(scene, who, "drawn", **more)),), who)

    question = scene.told("ask.who-saw-drawn", who=scene.family.label(who))
    return ask_seen_by(scene, (who,), question, lambda name: ask_scan(scene, lambda digest: scanned(name, digest)))


def ask_void(scene: SignScene, who: str) -> Deed:
    """Whether what is noted for the last edition was a mistake. It goes by a change of its own, for undo never crosses a
    signature; the edition stays, and the journal keeps what was noted."""
    last = scene.family.last_edition
    held = signature_of(scene.family, who, last.number) if last else None
    name = scene.family.label(who)
    if held is None:
        return Tell(scene.say("told.nothing-to-void", who=name))
    how = scene.term(f"signature_method.{held.method}")
    gone = Keep((drop(held),), who, said=scene.say("told.voided", who=name, how=how))
    choices = (Choice("leave", scene.say("answer.leave", how=how)), Choice(VOID, scene.say("answer.void")))
    asked = scene.say("ask.void", who=name, how=how, number=held.edition)
    return AskPick(asked, choices, lambda ids: gone if ids == (VOID,) else Keep((), who), many=False)
