"""What a relationship says about somebody who is new: of the family, or which kind of support. A guess; a key changes it."""

from functools import cache
from typing import Final, Literal

from teammeet.messages import LANGUAGES, text
from teammeet.model.supports import SupportKind
from teammeet.text import folded

_ORDER: Final[tuple[SupportKind, ...]] = ("peer", "natural", "community", "formal")
"""Which words are looked for first. "Family friend" is a friend, "foster care worker" works: kin comes last."""


def kind_of(relation: str) -> SupportKind | Literal["family"]:
    """The kind of "parent partner" (peer), "family friend" (natural), "school nurse" (formal), "mother" (family).

    A "former foster dad" is no longer kin of the house: natural.

    Somebody of whom nothing is said is a support of the family's own; somebody whose work nobody knows is formal.
    """
    said = folded(relation).replace("-", " ")
    words = set(said.split())
    if not words:
        return "natural"
    if any(f" {phrase} " in f" {' '.join(said.split())} " for phrase in _phrases()):
        return "peer"
    found = next((kind for kind in _ORDER if words & words_for(kind)), None)
    if found is not None:
        return found
    if not words & (words_for("family") | words_for("youth")):
        return "formal"
    return "natural" if words & words_for("former") else "family"


@cache
def words_for(group: str) -> frozenset[str]:
    """Words of a relationship, in every language: a family that speaks two mixes them."""
    return frozenset(word for tag in LANGUAGES for word in folded(text(f"meeting.words.{group}", tag)).split())


@cache
def _phrases() -> frozenset[str]:
    """Names of peer work that hold a word for kin."""
    listed = (folded(text("meeting.words.peer-phrases", tag)) for tag in LANGUAGES)
    return frozenset(phrase.strip() for line in listed for phrase in line.split(","))
