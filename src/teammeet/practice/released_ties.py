"""Whether the room may see the kind of a tie: decided tie by tie, for nobody should read on a wall that he is a stress."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.people import Household, Person
from teammeet.model.supports import Tie, TieKind
from teammeet.model.values import Circle
from teammeet.model.view import View

WEIGHTY: Final[tuple[TieKind, ...]] = ("stressful", "cut_off")
"""Kinds that hurt whoever reads them of themselves unprepared."""


def is_released(tie: Tie) -> bool:
    """Whether the room may see what kind of tie it is."""
    return tie.shown_to == "room"


def weight_of(tie: Tie) -> tuple[TieKind, ...]:
    """The weighty kinds that anybody says of the tie."""
    return tuple(kind for kind in WEIGHTY if any(kind in claim.kinds for claim in tie.claims))


def read_of_themselves(view: View, tie: Tie) -> tuple[str, ...]:
    """The ids of those who would read of themselves what kind of tie it is, as far as ``view`` may know them.

    Both ends, and who says it; where it is a tie to a home, those who live there.
    """
    seen = next((each for each in view.ties if each.id == tie.id), tie.changed(claims=()))
    named = (tie.support, tie.to, *(claim.said_by for claim in seen.claims if claim.said_by is not None))
    return tuple(dict.fromkeys(reader for who in named for reader in _readers(view, who)))


def _readers(view: View, who: str) -> tuple[str, ...]:
    item = view.get(who)
    if isinstance(item, Household):
        return tuple(person.id for person in view.people if who in person.households and _reads(person)) or (who,)
    return () if item is None or (isinstance(item, Person) and not _reads(item)) else (who,)


def _reads(person: Person) -> bool:
    return person.nature == "person" and person.life == "living"


def released(tie: Tie) -> Tie:
    """The tie with its kind for the room."""
    return tie.changed(shown_to="room")


def taken_back(tie: Tie, before: Circle = "team") -> Tie:
    """The tie with its kind for whom it was for ``before``, the team unless somebody chose otherwise."""
    return tie.changed(shown_to="team" if before == "room" else before)


def asked_anew(family: Family, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """``edits`` where no released tie becomes stressful or cut off on the wall: its kind goes back to the team first.

    What was released was another kind, or a line to somebody else; that one was never asked about.
    """

    def minded(edit: Edit) -> Edit:
        was = family.get(edit.id)
        if not isinstance(was, Tie) or not isinstance(edit.after, Tie) or not (is_released(was) and is_released(edit.after)):
            return edit
        said = () if _leads_elsewhere(was, edit.after) else weight_of(was)
        return put(taken_back(edit.after)) if set(weight_of(edit.after)) - set(said) else edit

    return tuple(minded(edit) for edit in edits)


def _leads_elsewhere(was: Tie, now: Tie) -> bool:
    return (was.support, was.to) != (now.support, now.to)
