"""The characters of the map in a terminal: one set with line drawing, one of plain ASCII."""

from dataclasses import dataclass, replace
from typing import Final

from teammeet.ecomap.graph import Claim, Member

CHANGE_SIGNS: Final = {"came": "+", "went": "-", "changed": "~", "left": "-"}
"""What stands before the name, and on the line, of what became otherwise between two moments."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What stands for what. ``lines`` and ``stands`` are fillings by kind of tie, lying and upright; ``kinds`` are brackets."""

    lines: dict[str, str]
    stands: dict[str, str]
    kinds: dict[str, tuple[str, str]]
    people: dict[str, str]
    corners: str
    flat: str
    upright: str
    forks: str
    left: str
    right: str
    up: str
    down: str
    cut: str
    differ: str
    more: str
    house: str
    small: str
    gone: str = "× "
    raised: bool = True

    def number(self, number: int) -> str:
        """A small number, by which two ends of a tie between supports find each other."""
        return "".join(self.small[int(digit)] for digit in str(number)) if self.raised else f"#{number}"

    def sample(self, kind: str) -> str:
        """One cell of a kind of tie."""
        return self.cut[:1] if kind == "cut_off" else self.lines[kind][:1]

    def filling(self, claim: Claim, length: int, upright: bool = False) -> str:
        """``length`` cells of a tie that lies, or stands."""
        if claim.change == "went":
            return (self.gone * length)[:length]
        if claim.change in CHANGE_SIGNS:
            drawn = self.filling(replace(claim, change=""), length, upright)
            at = length // (6 if "cut_off" in claim.kinds else 2)
            return f"{drawn[:at]}{CHANGE_SIGNS[claim.change]}{drawn[at + 1 :]}" if length > 2 else drawn
        kinds, lines = claim.kinds, self.stands if upright else self.lines
        base = next((lines[kind] for kind in ("strong", "tenuous", "ordinary") if kind in kinds), "")
        if "stressful" in kinds:
            base += lines["stressful"]
        if not base:
            base = lines["ordinary"] if "cut_off" in kinds else lines["unsaid"]
        drawn = (base * length)[:length]
        if "cut_off" not in kinds:
            return drawn
        middle = max(0, (length - len(self.cut)) // 2)
        return (drawn[:middle] + self.cut + drawn[middle + len(self.cut) :])[:length]


_KINDS: Final = {"formal": ("[", "]"), "community": ("<", ">"), "natural": ("(", ")"), "peer": ("{", "}"), "home": ("‖", "‖")}

DRAWN: Final = Glyphs(
    lines={"strong": "━", "ordinary": "─", "tenuous": "╌", "stressful": "∿", "unsaid": "·"},
    stands={"strong": "┃", "ordinary": "│", "tenuous": "╎", "stressful": "≀", "unsaid": "·"},
    kinds=_KINDS,
    people={"person": "○", "enrolled": "●", "pet": "◇", "deceased": "†", "unborn": "◌"},
    corners="╭╮╰╯",
    flat="─",
    upright="│",
    forks="├┤",
    left="◀",
    right="▶",
    up="▲",
    down="▼",
    cut="╱╱",
    differ="¦",
    more="…",
    house="⌂",
    small="⁰¹²³⁴⁵⁶⁷⁸⁹",
)
PLAIN: Final = Glyphs(
    lines={"strong": "=", "ordinary": "-", "tenuous": ". ", "stressful": "~", "unsaid": "'"},
    stands={"strong": "#", "ordinary": "|", "tenuous": ":", "stressful": "()", "unsaid": "'"},
    kinds={**_KINDS, "home": ("|", "|")},
    people={"person": "o", "enrolled": "@", "pet": "^", "deceased": "+", "unborn": "*"},
    corners="..''",
    flat="-",
    upright="|",
    forks="++",
    left="<",
    right=">",
    up="^",
    down="v",
    cut="//",
    differ="!",
    more="~",
    house="H",
    small="0123456789",
    gone="x ",
    raised=False,
)


def person_form(member: Member) -> str:
    """What a member is drawn as."""
    form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, member.nature)
    return "enrolled" if form == "person" and member.enrolled else form


def tie_style(claim: Claim) -> str:
    """The style of a line: that of its strongest word; one that is no more has no kind."""
    if claim.change == "went":
        return "tie-unsaid"
    order = ("strong", "stressful", "cut_off", "tenuous", "ordinary")
    return next((f"tie-{kind}" for kind in order if kind in claim.kinds), "tie-unsaid")
