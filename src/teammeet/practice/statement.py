"""The statement that somebody reads before signing: in their own language where there is one, and which it was."""

import re
from dataclasses import dataclass
from typing import Final

from teammeet.messages import FALLBACK, LANGUAGES, text
from teammeet.model.sharing import Gives
from teammeet.text import folded

_BEGINS_WITH_I: Final = re.compile(r"h?[iy](?![aeiou])")
"""Begins with the sound of the vowel: Inés, Hilda, Yvonne; not with that of Iago, Yolanda or Hiedra (RAE, "y", DPD)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The very words, paragraph by paragraph, and the language in which they are."""

    language: str
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """All of it in one line, as it is kept with a signature."""
        return " ".join(self.lines)


def statement(wanted: str, gives: Gives = "agreement", names: tuple[str, ...] = ()) -> Statement:
    """What is read in the language ``wanted``, else in English; ``names`` are those for whom a guardian consents."""
    language = spoken_in(wanted)
    more = {
        "agreement": (),
        "assent": (text("signed.assent", language),),
        "consent": (text("signed.consent", language, names=names_in_words(names, language)),),
    }[gives]
    return Statement(language, (text("signed.statement", language), *more))


def names_in_words(names: tuple[str, ...], language: str) -> str:
    """Names as people say them one after the other: "Ana, Leo and Inés"; Spanish says "e Inés", "y Iago"."""
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    key = "signed.and-before-i" if _BEGINS_WITH_I.match(folded(last)) else "signed.and"
    return text(key, language, first=", ".join(first), last=last)


def spoken_in(wanted: str) -> str:
    """The language of the program's own words that serves who speaks ``wanted``."""
    base = wanted.split("-")[0].lower()
    return base if base in LANGUAGES else FALLBACK
