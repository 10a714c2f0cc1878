"""What people say of one tie at two moments: each speaker apart, whether it came closer, whether stress came or went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from teammeet.ecomap.graph import Claim

NEARNESS: Final = ("cut_off", "tenuous", "ordinary", "strong")
"""From far to near. Stress is no distance: a tie can be near and stressful at once."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person (``who``; empty where nobody said who) said of a tie before and says now; ``None``: nothing."""

    who: str
    was: Claim | None
    now: Claim | None


def nearness(kinds: Sequence[str]) -> int | None:
    """How near a tie of these kinds is, as a place in :data:`NEARNESS`; None when they say nothing of it, or two things."""
    said = [place for place, kind in enumerate(NEARNESS) if kind in kinds]
    return said[0] if len(said) == 1 else None


def moves(was: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """What kinds of a tie came to: ``closer`` or ``farther``, and apart from it ``stress-came`` or ``stress-went``.

    Nothing when either was not said: nobody knows then whether anything moved. A tie that was cut off is not told as relief.
    """
    if not was or not now:
        return ()
    found = []
    near, nearer = nearness(was), nearness(now)
    if near is not None and nearer is not None and near != nearer:
        found.append("closer" if nearer > near else "farther")
    if "stressful" in now and "stressful" not in was:
        found.append("stress-came")
    if "stressful" in was and not {"stressful", "cut_off"} & set(now):
        found.append("stress-went")
    return tuple(found)


def voices_of(was: Sequence[Claim], now: Sequence[Claim]) -> Iterator[Voice]:
    """Who said what, before and now, in the order in which they speak now; one unnamed claim is whoever else's was alone."""
    if len(was) == 1 and len(now) == 1 and not (was[0].said_by and now[0].said_by):
        yield Voice(", ".join(now[0].said_by or was[0].said_by), was[0], now[0])
        return
    then, this = _by_speaker(was), _by_speaker(now)
    for who in dict.fromkeys((*this, *then)):
        for former, present in zip_longest(then.get(who, []), this.get(who, [])):
            yield Voice(who, former, present)


def _by_speaker(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for speaker in claim.said_by or ("",):
            found.setdefault(speaker, []).append(claim)
    return found


def told(claim: Claim | None) -> tuple[frozenset[str], str]:
    """What a claim says, whoever says it; one that says nothing is none."""
    return (frozenset(claim.kinds), claim.flow) if claim else (frozenset(), "none")
