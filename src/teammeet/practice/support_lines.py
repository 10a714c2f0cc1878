"""The lines of the ecomap between the family and its supports, as figures count them.

A line leads from a support, or from somebody of it, to a person or a home of the family. Ties between supports and ties
inside the family are none: they hold nobody from outside.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from teammeet.model.people import Household, Person
from teammeet.model.supports import Claim, Support
from teammeet.model.view import View

Holds = Literal["yes", "differ", "no"]
Energy = Literal["to", "from", "both", "differ", "unsaid"]
_TURNED: Final = {"to": "from", "from": "to", "both": "both", "none": "none"}


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One line: ``to`` is somebody of the family or a home, ``by`` the person of the support who holds it, if one does.

    The flow of each claim is read towards the family. Two ties between the same ends are one line with the claims of both.
    """

    support: str
    to: str
    by: str = ""
    claims: tuple[Claim, ...] = ()

    @property
    def holds(self) -> Holds:
        """Whether it is there: not if everybody who says of which kind it is calls it cut off; ``differ`` if some do."""
        kinds = [claim.kinds for claim in self.claims if claim.kinds]
        cut = sum("cut_off" in said for said in kinds)
        return "yes" if not cut else "no" if cut == len(kinds) else "differ"

    @property
    def energy(self) -> Energy:
        """Where energy goes, as all say who say it; ``differ`` if they do not say the same."""
        said: set[Energy] = {claim.flow for claim in self.claims if claim.flow != "none"}
        if not said:
            return "unsaid"
        if len(said) > 1:
            return "differ"
        return said.pop()


def support_of(view: View, who: str | None) -> Support | None:
    """The support that ``who`` is, or is somebody of."""
    item = view.get(who)
    if isinstance(item, Person):
        item = view.get(item.support)
    return item if isinstance(item, Support) else None


def lines_of(view: View) -> tuple[SupportLine, ...]:
    """Every line of the map, those of possible and ended supports too, in the order of the ties."""
    merged: dict[tuple[str, str, str], SupportLine] = {}
    for tie in view.ties:
        start, claims, end = tie.support, tie.claims, tie.to
        if support_of(view, start) is None:
            start, end = end, start
            claims = tuple(claim.model_copy(update={"flow": _TURNED[claim.flow]}) for claim in claims)
        support = support_of(view, start)
        if support is None or not _is_family(view, end):
            continue
        by = "" if start == support.id else start
        before = merged.get((support.id, end, by), SupportLine(support.id, end, by))
        merged[support.id, end, by] = replace(before, claims=(*before.claims, *claims))
    return tuple(merged.values())


def _is_family(view: View, who: str) -> bool:
    item = view.get(who)
    return isinstance(item, Household) or (isinstance(item, Person) and support_of(view, who) is None)
