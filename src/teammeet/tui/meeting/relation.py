"""What a relationship says about somebody who is new: of the family, or which kind of support. A guess; a key changes it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from teammeet.messages import LANGUAGES, text
from teammeet.model.supports import SupportKind
from teammeet.text import folded

_ORDER: Final[tuple[SupportKind, ...]] = ("peer", "natural", "community", "formal")
"""Which words are looked for first. "Family friend" is a friend, "foster care worker" works: kin comes last."""

_AGE: Final = re.compile(r"(?:age |aged |edad |de )?\d{1,3}(?: ?(?:y/?o|yrs?|years?|anos?|months?|mes(?:es)?)(?: old)?)?\.?")


@dataclass(frozen=True, slots=True)
class Relation:
    """What was said of somebody: how they know the family, their age if it was said, and what else was said."""

    words: str
    age: str = ""
    more: str = ""

    @property
    def kind(self) -> SupportKind | Literal["family"]:
        """The kind; a relative is of the family where it is said that they live in the home."""
        kind = kind_of(self.words)
        everything = f"{self.words} {self.more}"
        at_home = kind == "natural" and _holds(self.words, "kin") and _has_phrase(everything, "at-home")
        return "family" if at_home else kind

    @property
    def role(self) -> str:
        """The words for how they know the family, then the age: "daughter, 14"."""
        return ", ".join(filter(None, (self.words, self.age)))


def relation_in(said: str) -> Relation:
    """How somebody knows the family, out of the parts between commas, in any order: "14, daughter" is a daughter of 14.

    An age is no relation. Where no part is understood, the first one is taken.
    """
    parts = [part.strip() for part in said.split(",") if part.strip()]
    age = next((part for part in parts if _AGE.fullmatch(folded(part))), "")
    others = [part for part in parts if part != age]
    words = next((part for part in others if _is_understood(part)), others[0] if others else "")
    return Relation(words, age, ", ".join(part for part in others if part != words))


def kind_of(relation: str) -> SupportKind | Literal["family"]:
    """The kind of "parent partner" (peer), "family friend" (natural), "school nurse" (formal), "mother" (family).

    A "former foster dad" is no longer kin of the house: natural.

    Somebody of whom nothing is said is a support of the family's own; somebody whose work nobody knows is formal.
    """
    words = _words_of(relation)
    if not words:
        return "natural"
    if _has_phrase(relation, "peer-phrases"):
        return "peer"
    found = next((kind for kind in _ORDER if words & words_for(kind)), None)
    if found is not None:
        return found
    if not words & (words_for("family") | words_for("youth")):
        return "formal"
    return "natural" if words & words_for("former") else "family"


def _is_understood(part: str) -> bool:
    return _has_phrase(part, "peer-phrases") or any(_holds(part, group) for group in (*_ORDER, "family", "youth"))


def _holds(said: str, group: str) -> bool:
    return bool(_words_of(said) & words_for(group))


def _words_of(said: str) -> frozenset[str]:
    return frozenset(folded(said).replace("-", " ").split())


def _has_phrase(said: str, group: str) -> bool:
    plain = " ".join(folded(said).replace("-", " ").replace(",", " ").split())
    return any(f" {phrase} " in f" {plain} " for phrase in phrases_for(group))


@cache
def words_for(group: str) -> frozenset[str]:
    """Words of a relationship, in every language: a family that speaks two mixes them."""
    return frozenset(word for tag in LANGUAGES for word in folded(text(f"meeting.words.{group}", tag)).split())


@cache
def phrases_for(group: str) -> frozenset[str]:
    """Phrases of more than one word, in every language: names of peer work that hold a word for kin, living in the home."""
    listed = (folded(text(f"meeting.words.{group}", tag)) for tag in LANGUAGES)
    return frozenset(phrase.strip() for line in listed for phrase in line.split(","))
