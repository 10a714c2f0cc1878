"""What the keys of the ecomap change: pure functions from a tie or a support to what it is afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from teammeet.model.family import Edit, Family, put
from teammeet.model.people import Household, Person
from teammeet.model.supports import Claim, Flow, Support, SupportKind, Tie, TieKind

TIE_KINDS: Final[tuple[TieKind, ...]] = get_args(TieKind)
"""In the order of the keys 1 to 5."""
KINDS: Final[tuple[SupportKind, ...]] = ("natural", "peer", "community", "formal")
_SIGNS: Final[dict[str, tuple[SupportKind, str]]] = {
    "[": ("formal", "]"),
    "<": ("community", ">"),
    "{": ("peer", "}"),
    "(": ("natural", ")"),
}
FLOWS: Final[tuple[Flow, ...]] = ("none", "to", "from", "both")
MOST_KINDS: Final = 2
"""Kinds that one claim may have at once: strong and stressful, say."""


def ties_of(family: Family, support: str) -> tuple[Tie, ...]:
    """The ties that start at ``support`` or at a person of it, and those of other supports that end there."""
    own = _own(family, support)
    return tuple(tie for tie in family.ties if tie.support in own or tie.to in own)


def ties_from(family: Family, support: str) -> tuple[Tie, ...]:
    """Those of them that start there."""
    own = _own(family, support)
    return tuple(tie for tie in family.ties if tie.support in own)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose claim of the tie with the id ``tie`` the keys change: the one at ``at``, as long as it is that of ``who``."""

    tie: str
    at: int
    who: str | None = None


def place_of(tie: Tie, voice: Voice | None) -> int:
    """Which of its claims the keys change: the first, until a ``voice`` says another; behind the last where that is new."""
    if voice is None or voice.tie != tie.id:
        return 0
    said = [claim.said_by for claim in tie.claims]
    if voice.at < len(said) and said[voice.at] == voice.who:
        return voice.at
    if voice.who is None:
        return 0
    return said.index(voice.who) if voice.who in said else len(said)


def next_voice(tie: Tie, voice: Voice | None) -> Voice | None:
    """The next claim of ``tie``; nothing after the last: then somebody else may say how they see it."""
    at = place_of(tie, voice) + 1
    return Voice(tie.id, at, tie.claims[at].said_by) if at < len(tie.claims) else None


def voice_of(tie: Tie, who: str) -> Voice:
    """The claim of ``who``, there already or to be made."""
    said = [claim.said_by for claim in tie.claims]
    return Voice(tie.id, said.index(who) if who in said else len(said), who)


def unowned(tie: Tie) -> Claim | None:
    """What is said of a tie when it is one thing, and nobody is known to have said it: a second view would make it a riddle."""
    claim = tie.claims[0] if len(tie.claims) == 1 else None
    return claim if claim is not None and claim.said_by is None and (claim.kinds or claim.flow != "none") else None


def owned(tie: Tie, who: str) -> Tie:
    """The tie with ``who`` as the one who said the first thing."""
    return tie.changed(claims=(tie.claims[0].changed(said_by=who), *tie.claims[1:]))


def with_kind(tie: Tie, kind: TieKind, today: date | None = None, voice: Voice | None = None) -> Tie:
    """The tie with ``kind`` on or off in one claim; of three kinds the one that was put on first goes."""
    at, claim = _claim(tie, voice)
    kinds = tuple(k for k in claim.kinds if k != kind) if kind in claim.kinds else (*claim.kinds, kind)[-MOST_KINDS:]
    return _with_claim(tie, at, claim.changed(kinds=kinds), today)


def with_next_flow(tie: Tie, today: date | None = None, voice: Voice | None = None) -> Tie:
    """The tie with the next direction in one claim: none, to the family, from it, both."""
    at, claim = _claim(tie, voice)
    return _with_claim(tie, at, claim.changed(flow=FLOWS[(FLOWS.index(claim.flow) + 1) % len(FLOWS)]), today)


def with_next_kind(support: Support) -> Support:
    """The support as the next kind: natural, peer, community, formal."""
    return support.changed(kind=KINDS[(KINDS.index(support.kind) + 1) % len(KINDS)])


def named(said: str) -> tuple[str, SupportKind]:
    """The name in what was typed, and the kind that its first sign says: ``[`` ``<`` ``{`` ``(`` as on the map, else natural.

    The sign that closes it may be left out. Brackets that are a part of the name, as in "(Great) Aunt Jo", stay.
    """
    name = said.strip()
    if name[:1] not in _SIGNS:
        return name, "natural"
    kind, close = _SIGNS[name[0]]
    rest = name[1:].strip()
    if rest.count(close) > rest.count(name[0]):
        return (rest[:-1].strip(), kind) if rest.endswith(close) else (name, "natural")
    return rest, kind


def new_support(family: Family, name: str, centre: str, kind: SupportKind = "natural") -> tuple[Support, tuple[Edit, ...]]:
    """A support called ``name``, with a tie to the home ``centre``, else to who is enrolled, else to anybody.

    Where nobody is there yet nor any home, a home without a name is made for it: else the line could lead to no one.
    """
    support = Support(name=name, kind=kind)
    end = centre or next((p.id for p in family.people if p.enrolled), None) or next((p.id for p in family.people), None)
    if end:
        return support, (put(support), put(Tie(support=support.id, to=end)))
    home = Household()
    return support, (put(home), put(support), put(Tie(support=support.id, to=home.id)))


def tie_to(family: Family, support: str, end: str) -> Tie | None:
    """A new tie from ``support`` to ``end``; nothing if there is one already or both are the same."""
    if support == end or any({tie.support, tie.to} == {support, end} for tie in family.ties):
        return None
    return Tie(support=support, to=end)


def retied(family: Family, tie: Tie, stays: str, end: str) -> Tie | None:
    """``tie`` with ``end`` in the place of the end that is not ``stays`` (or a person of it); all that is said of it stays.

    Nothing if it would lead to itself, doubles another tie, or would begin at what is no support.
    """
    own = _own(family, stays)
    begins = tie.support in own
    moved = tie.changed(to=end) if begins else tie.changed(support=end)
    if end in own or moved == tie or not (begins or _may_begin(family, end)):
        return None
    doubled = any({other.support, other.to} == {moved.support, moved.to} for other in family.ties if other.id != tie.id)
    return None if doubled else moved


def _own(family: Family, id: str) -> set[str]:
    return {id, *(person.id for person in family.people if person.support == id)}


def _may_begin(family: Family, id: str) -> bool:
    item = family.get(id)
    return isinstance(item, Support) or (isinstance(item, Person) and item.support is not None)


def _claim(tie: Tie, voice: Voice | None) -> tuple[int, Claim]:
    """What the keys change, and its place; what others say of the tie stays."""
    at = place_of(tie, voice)
    return at, tie.claims[at] if at < len(tie.claims) else Claim(said_by=voice.who if voice else None)


def _with_claim(tie: Tie, at: int, claim: Claim, today: date | None) -> Tie:
    """With ``claim`` at ``at``, said ``today``. One that says nothing any more is none; the first is kept as an empty one,
    for without it the keys would change what somebody else says."""
    says = claim.kinds or claim.flow != "none"
    claim = claim.changed(said_on=today if says else None)
    kept = (claim,) if says or at == 0 else ()
    return tie.changed(claims=(*tie.claims[:at], *kept, *tie.claims[at + 1 :]))
