"""Agreement and signatures as pure functions: who signs, what a key means for the selected person, what is still missing."""

from typing import Final

from teammeet.messages import text
from teammeet.model import readers
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Person
from teammeet.model.sharing import Agreement, Copy, Signature, SignatureMethod
from teammeet.model.values import Circle, Words
from teammeet.practice.groups import Group, group_of
from teammeet.practice.signers import is_welcome_to_sign
from teammeet.tui.meeting.answers import ask_shown_to
from teammeet.tui.meeting.days import read_day
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, StepKey, Tell
from teammeet.tui.sign.scene import SignScene

METHODS: Final[dict[str, SignatureMethod]] = {
    "i": "ink",
    "e": "email",
    "v": "verbal",
    "h": "taken_home",
    "r": "refused",
    "a": "absent",
}
"""Keys for ways to sign that are noted here."""
TYPED: Final = "typed"
ALONE: Final = "alone"
RATE: Final = "rate"
"""Keys with which the keyboard is handed over: to sign, to say a degree alone, to rate the meeting."""
VOID: Final = "void"
"""The key for a signature that was noted by mistake."""
LEGEND: Final = "legend"
"""The key that tells what the degrees mean."""
ASKED_UP_TO: Final = 2
"""Degrees of agreement up to which somebody is asked what would move them up one."""
_TURNS: Final[tuple[Group, ...]] = ("family", "natural", "peer", "community", "professional")
_HOW_GIVEN: Final = ("paper", "email", "portal", "post", "other")


def signers(family: Family, meeting: str) -> tuple[str, ...]:
    """Everybody who is asked: the family first, those who are paid last, whoever came to the meeting with them."""
    living = [p.id for p in family.people if p.in_family and p.nature == "person" and p.life == "living"]
    team = [member.who for member in family.team if member.left_on is None]
    came = [a.who for a in family.attendances if a.meeting == meeting]
    everybody = [who for who in dict.fromkeys([*living, *team, *came]) if family.label(who)]
    return tuple(sorted(everybody, key=lambda who: _turn(family, who)))


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
        StepKey(VOID, "x", scene.say("key.void")),
        StepKey("copy", "c", scene.say("key.copy")),
        StepKey(RATE, "m", scene.say_agree("key.rate")),
    )


def act(scene: SignScene, key: str) -> Deed:
    """What a key means for the selected person. Typing a name is not here: only the person may do it."""
    who = scene.selected
    if key == LEGEND:
        return Tell(" · ".join(f"{degree} {scene.term(f'degree.{degree}')}" for degree in range(1, 6)))
    if who not in signers(scene.seen, scene.meeting):
        return Tell(scene.say("told.select-somebody"))
    if key.startswith("degree-"):
        return _degree(scene, who, int(key.removeprefix("degree-")))
    if key == "dissent":
        return _ask_dissent(scene, who, agreement_of(scene, who))
    if key == "not-yet":
        return ask_not_yet(scene, who)
    if key == "copy":
        return _ask_copy(scene, who)
    if key == VOID:
        return _ask_void(scene, who)
    if scene.edition is None:
        return Tell(scene.say("told.fix-first"))
    return replacing(scene, who, next(way for way in METHODS.values() if way == key))


def replacing(scene: SignScene, who: str, method: SignatureMethod) -> Deed:
    """How somebody signs, noted at once if nothing was; what was noted is only replaced by another way when that is meant."""
    held = signature_of(scene.family, who, scene.edition) if scene.edition else None
    if held is None:
        return _noted(scene, who, method)
    before, after = (scene.term(f"signature_method.{way}") for way in (held.method, method))
    if held.method == method:
        return Tell(scene.say("told.noted-already", who=scene.family.label(who), how=before))

    def answered(ids: tuple[str, ...]) -> Deed:
        return _noted(scene, who, method) if ids == ("replace",) else Keep((), who)

    choices = (
        Choice("leave", scene.say("answer.leave", how=before)),
        Choice("replace", scene.say("answer.replace", how=after)),
    )
    return AskPick(scene.say("ask.replace", who=scene.family.label(who), how=before), choices, answered, many=False)


def _noted(scene: SignScene, who: str, method: SignatureMethod) -> Deed:
    if method == "verbal":
        return AskLine(scene.say("ask.witness", who=scene.family.label(who)), lambda line: _verbal(scene, who, line))
    asks = ask_not_yet(scene, who, "ask.home-by") if method == "taken_home" else None
    return Keep((put(signed(scene, who, method)),), who, then=asks)


def signed(scene: SignScene, who: str, method: SignatureMethod, **more: object) -> Signature:
    """How somebody signs the edition that is open for it; one signature a person and edition.

    Raises:
        ValueError: no edition is open for signing.
    """
    if scene.edition is None:
        raise ValueError("no edition is open for signing")
    held = signature_of(scene.family, who, scene.edition)
    is_a_yes = method in ("ink", "typed", "email", "verbal")
    fields: dict[str, object] = {
        "who": who,
        "edition": scene.edition,
        "method": method,
        "signed_at": scene.now if is_a_yes else None,
        "role": _role(scene.family, who),
        "saw_the_plan": is_a_yes,
        "language": language_of(scene.family, who),
        "plan_digest": plan_digest(scene.family, scene.edition),
        **more,
    }
    return Signature.model_validate({**fields, "id": held.id} if held else fields)


def signature_of(family: Family, who: str, edition: int) -> Signature | None:
    """How ``who`` signed that edition, if they did."""
    return next((s for s in family.signatures if s.who == who and s.edition == edition), None)


def agreement_of(scene: SignScene, who: str) -> Agreement:
    """What ``who`` says of the plan in this meeting, or a new agreement that says nothing yet."""
    meeting = scene.meeting or None
    held = next((a for a in scene.family.agreements if a.who == who and a.meeting == meeting), None)
    return held or Agreement(who=who, meeting=meeting)


def language_of(family: Family, who: str) -> str:
    """The language in which somebody is asked to sign: their own first one, else the family's."""
    item = family.get(who)
    return item.languages[0] if isinstance(item, Person) and item.languages else family.header.language


def interpreter_of(scene: SignScene, who: str) -> str:
    """Who interprets for somebody at this meeting; empty if nobody does."""
    here = (a for a in scene.family.attendances if a.meeting == scene.meeting and a.who == who)
    return next((attendance.interpreter for attendance in here), "")


def plan_digest(family: Family, edition: int) -> str:
    """The digest of what is signed: the edition as the team sees it, without who signed it and who has a copy."""
    kept = family.as_signed(edition)
    if kept is None:
        return ""
    fixed = next(e.fixed_at for e in kept.editions if e.number == edition)
    bare = kept.model_copy(update={"signatures": (), "agreements": (), "copies": ()})
    return bare.seen_by(readers.team(bare, fixed.date())).digest


def missing(scene: SignScene) -> tuple[str, ...]:
    """Ids of those who have not answered yet for the edition that is open; nobody waits for who only may sign.

    "Not yet, I want to read it, by that day" is an answer.
    """
    edition = scene.edition
    if edition is None:
        return ()
    waited_for = (who for who in signers(scene.seen, scene.meeting) if not is_welcome_to_sign(scene.family, who))
    return tuple(who for who in waited_for if not _has_answered(scene, who, edition))


def _has_answered(scene: SignScene, who: str, edition: int) -> bool:
    if signature_of(scene.family, who, edition) is not None:
        return True
    wanted = agreement_of(scene, who).not_yet_until
    return wanted is not None and wanted >= scene.today


def next_to_sign(scene: SignScene) -> str:
    """The next person below the selected one of whom nothing was noted, else the selected one."""
    whos = signers(scene.seen, scene.meeting)
    below = whos[whos.index(scene.selected) + 1 :] if scene.selected in whos else whos
    still = set(missing(scene)) - {scene.selected}
    return next((who for who in below if who in still), scene.selected)


def _degree(scene: SignScene, who: str, degree: int) -> Deed:
    """Who is not with the plan is asked at once what would help, in their own words; there is no majority."""
    agreement = agreement_of(scene, who).changed(degree=degree)
    asks = _ask_dissent(scene, who, agreement, "ask.move-up") if degree <= ASKED_UP_TO else None
    return Keep((put(agreement),), who, then=asks)


def _ask_dissent(scene: SignScene, who: str, held: Agreement, asked: str = "ask.dissent") -> AskLine:
    start = _to_begin_with(scene, held)

    def shown_to(words: str, circle: Circle) -> Deed:
        dissent = Words(text=words, verbatim=True)
        return Keep((put(held.changed(dissent=dissent, dissent_shown_to=circle)),), who)

    def written(line: str) -> Deed:
        if not line:
            return Keep((put(held.changed(dissent=Words())),) if start == held.dissent.text else (), who)
        return ask_shown_to(scene.language, held.dissent_shown_to, lambda circle: shown_to(line, circle))

    question = scene.say(asked, who=scene.family.label(who))
    return AskLine(question, written, start=start, may_be_blank=True)


def _to_begin_with(scene: SignScene, held: Agreement) -> str:
    """The words as they are kept, to go on with; what was said for the facilitator alone is not put on a screen unasked."""
    return held.dissent.text if words_are_seen(scene, held) else ""


def degree_is_seen(scene: SignScene, held: Agreement) -> bool:
    """Whether the degree stands on the screen. One that is for the facilitator alone never does: people sit beside."""
    seen = scene.seen.get(held.id)
    return isinstance(seen, Agreement) and seen.degree is not None and held.degree_shown_to != "facilitator"


def words_are_seen(scene: SignScene, held: Agreement) -> bool:
    """The same for the words of a dissent."""
    seen = scene.seen.get(held.id)
    return isinstance(seen, Agreement) and bool(seen.dissent.text) and held.dissent_shown_to != "facilitator"


def ask_not_yet(scene: SignScene, who: str, asked: str = "ask.not-yet") -> AskLine:
    """By what day they will have read it: an answer too."""

    def answered(line: str) -> Deed:
        if not line:
            return Keep((put(agreement_of(scene, who).changed(not_yet_until=None)),), who)
        day = read_day(line, scene.today, scene.language)
        if day is None:
            return Tell(text("meeting.told.no-day", scene.language, said=line))
        return Keep((put(agreement_of(scene, who).changed(not_yet_until=day)),), who)

    return AskLine(scene.say(asked, who=scene.family.label(who)), answered, may_be_blank=True)


def _ask_copy(scene: SignScene, who: str) -> Deed:
    def given(ids: tuple[str, ...]) -> Deed:
        edition = scene.family.last_edition.number if scene.family.last_edition else None
        owed = next((c for c in scene.family.copies if c.to == who and c.given_on is None), None)
        copy = (owed or Copy(to=who)).changed(edition=edition, how=ids[0], given_on=scene.today)
        return Keep((put(copy),), who)

    choices = tuple(Choice(how, scene.term(f"copy_how.{how}")) for how in _HOW_GIVEN)
    return AskPick(scene.say("ask.copy", who=scene.family.label(who)), choices, given, many=False)


def _ask_void(scene: SignScene, who: str) -> Deed:
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


def _verbal(scene: SignScene, who: str, witness: str) -> Deed:
    known = scene.tags.who_begins(witness)
    if known == who:
        return Tell(scene.say("told.own-witness"))
    name = scene.family.label(known) if known else witness
    edits: tuple[Edit, ...] = (put(signed(scene, who, "verbal", witness=name)),)
    return Keep(edits, who)


def _role(family: Family, who: str) -> str:
    item = family.get(who)
    role = getattr(item, "role", "") or next((m.role_on_team for m in family.team if m.who == who), "")
    return str(role)


def _turn(family: Family, who: str) -> int:
    group = group_of(family, who)
    return _TURNS.index(group) if group else len(_TURNS)
