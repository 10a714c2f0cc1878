"""What is noted of somebody who is asked to sign: the signature, what they say of the plan, the language of the question."""

from datetime import date
from typing import Final

from teammeet.model import readers
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.record import Edition
from teammeet.model.sharing import Agreement, Signature, SignatureMethod
from teammeet.practice.groups import Group, group_of
from teammeet.practice.outstanding import Awaited, awaited
from teammeet.practice.said_last import said_last
from teammeet.practice.signers import asked_to_sign, is_welcome_to_sign
from teammeet.tui.sign.scene import SignScene

YES: Final[frozenset[SignatureMethod]] = frozenset({"ink", "drawn", "typed", "email", "verbal"})
"""Ways that say yes."""
_UNDER_THE_STATEMENT: Final[frozenset[SignatureMethod]] = frozenset({"drawn", "typed"})
"""Ways to sign right under the statement, which says that they saw the plan. Of ink that is known once the page is seen."""
_TURNS: Final[tuple[Group, ...]] = ("family", "natural", "peer", "community", "professional")


def signers(family: Family, meeting: str) -> tuple[str, ...]:
    """Everybody who is asked: the family first, those who are paid last, whoever came to the meeting with them."""
    everybody = asked_to_sign(family, date.max, meeting)
    return tuple(sorted(everybody, key=lambda who: _turn(family, who)))


def signed(scene: SignScene, who: str, method: SignatureMethod, **more: object) -> Signature:
    """How somebody signs the edition that is open for it; one signature a person and edition.

    Raises:
        ValueError: no edition is open for signing.
    """
    if scene.edition is None:
        raise ValueError("no edition is open for signing")
    held = signature_of(scene.family, who, scene.edition)
    is_a_yes = method in YES
    fields: dict[str, object] = {
        "who": who,
        "edition": scene.edition,
        "method": method,
        "signed_at": scene.now if is_a_yes else None,
        "noted_at": scene.now,
        "role": _role(scene.family, who),
        "saw_the_plan": method in _UNDER_THE_STATEMENT,
        "plan_digest": plan_digest(scene.family, scene.edition),
        **more,
    }
    return Signature.model_validate({**fields, "id": held.id} if held else fields)


def signature_of(family: Family, who: str, edition: int) -> Signature | None:
    """How ``who`` signed that edition, if they did."""
    return next((s for s in family.signatures if s.who == who and s.edition == edition), None)


def signature_before(family: Family, who: str) -> Signature | None:
    """How ``who`` signed last, whatever the edition."""
    return max((s for s in family.signatures if s.who == who), key=lambda s: s.edition, default=None)


def agreement_of(scene: SignScene, who: str) -> Agreement:
    """What ``who`` says of the plan here and now, or a new agreement that says nothing yet.

    It belongs to this meeting. Outside of one it belongs to today and to the plan as it stands, so that what somebody said
    at a meeting, on another day or of another plan stays as it was said.
    """
    if scene.outside:
        now = Agreement(who=who, said_on=scene.today, edition=scene.family.plan_number)
    else:
        now = Agreement(who=who, meeting=scene.meeting or None)
    return next((held for held in scene.family.agreements if _when(held) == _when(now)), now)


def _when(held: Agreement) -> tuple[object, ...]:
    at_none = (held.said_on, held.edition) if held.meeting is None else ()
    return held.who, held.meeting, *at_none


def said_of_the_plan(scene: SignScene, who: str) -> tuple[Agreement, ...]:
    """What ``who`` said of the plan, the newest first: in this meeting; outside of one, at the last meeting and since."""
    if not scene.outside:
        return (agreement_of(scene, who),)
    last = scene.family.get(scene.meeting)
    held = said_last(scene.family.agreements, (last,) if isinstance(last, Meeting) else ())
    return held.get(who) or (agreement_of(scene, who),)


def language_of(family: Family, who: str) -> str:
    """The language in which somebody is asked to sign: their own first one, that of the last time, else the family's."""
    return own_language(family, who) or family.header.language


def own_language(family: Family, who: str) -> str:
    """The first language of somebody, else the one in which they read what they signed last; empty if neither is known."""
    item, before = family.get(who), signature_before(family, who)
    if isinstance(item, Person) and item.languages:
        return item.languages[0]
    return (before.language or "") if before is not None else ""


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
    waited_for = (who for who in signers(scene.seen, scene.meeting) if not is_welcome_to_sign(scene.family, who, scene.today))
    return tuple(who for who in waited_for if not _has_answered(scene, who, edition))


def _has_answered(scene: SignScene, who: str, edition: int) -> bool:
    if signature_of(scene.family, who, edition) is not None:
        return True
    wanted = (held.not_yet_until for held in said_of_the_plan(scene, who))
    return any(day is not None and day >= scene.today for day in wanted)


def still_to_come(scene: SignScene) -> tuple[Awaited, ...]:
    """What is outstanding for the edition that was closed last, until a newer one is.

    A small change makes the plan a draft: who did not sign the edition before it is still waited for.
    """
    last = scene.family.last_edition
    if last is None:
        return ()
    return awaited(scene.seen, last.number, _waited_for(scene, last))


def silent(scene: SignScene) -> tuple[str, ...]:
    """Ids of those who are waited for, of whom nothing was noted for the edition that was closed last."""
    last = scene.family.last_edition
    whos = _waited_for(scene, last) if last is not None else ()
    return tuple(who for who in whos if last is not None and signature_of(scene.family, who, last.number) is None)


def page_without_note(scene: SignScene, who: str, edition: int) -> Signature:
    """The signature of somebody whose signed page is here, though nobody noted that it was out."""
    role, digest = _role(scene.family, who), plan_digest(scene.family, edition)
    return Signature(who=who, edition=edition, method="ink", noted_at=scene.now, role=role, plan_digest=digest)


def _waited_for(scene: SignScene, edition: Edition) -> tuple[str, ...]:
    """Who is asked to sign that edition; of one before the plan as it stands, who was asked then and still is here."""
    whos = signers(scene.seen, scene.meeting)
    if scene.edition is None and edition.record_kept is not None:
        then = set(asked_to_sign(edition.record_kept, date.max, edition.meeting or ""))
        whos = tuple(who for who in signers(scene.seen, edition.meeting or "") if who in then)
    return tuple(who for who in whos if not is_welcome_to_sign(scene.family, who, scene.today))


def next_to_sign(scene: SignScene) -> str:
    """The next person below the selected one of whom nothing was noted, else the selected one."""
    whos = signers(scene.seen, scene.meeting)
    below = whos[whos.index(scene.who) + 1 :] if scene.who in whos else whos
    still = set(missing(scene)) - {scene.who}
    return next((who for who in below if who in still), scene.who)


def degree_is_seen(scene: SignScene, held: Agreement) -> bool:
    """Whether the degree stands on the screen. One that is for the facilitator alone never does: people sit beside."""
    seen = scene.seen.get(held.id)
    return isinstance(seen, Agreement) and seen.degree is not None and held.degree_shown_to != "facilitator"


def words_are_seen(scene: SignScene, held: Agreement) -> bool:
    """The same for the words of a dissent."""
    seen = scene.seen.get(held.id)
    return isinstance(seen, Agreement) and bool(seen.dissent.text) and held.dissent_shown_to != "facilitator"


def _role(family: Family, who: str) -> str:
    item = family.get(who)
    role = getattr(item, "role", "") or next((m.role_on_team for m in family.team if m.who == who), "")
    return str(role)


def _turn(family: Family, who: str) -> int:
    group = group_of(family, who)
    return _TURNS.index(group) if group else len(_TURNS)
