"""Finding phrases in what people say: whole words, whatever their case, accents, hyphens and invisible characters.

A pattern is words with blanks between them. In a word ``|`` parts alternatives and a ``*`` at the end allows any ending, so
``parent|parenting class*`` finds "parenting classes". The patterns lie in ``practice/words/LANGUAGE.toml``.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from teammeet.messages import FALLBACK
from teammeet.text import folded

_WORD: Final = re.compile(r"""[^\s.,;:!?¡¿()\[\]{}"“”«»/\\|<>…–—\-]+""")

Span = tuple[int, int]
"""From which word up to (not with) which word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in the words that were said."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """What may stand at one place of a pattern: whole words, or the beginnings of words."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def fits(self, word: str) -> bool:
        return word in self.whole or (bool(self.beginnings) and word.startswith(self.beginnings))


Pattern = tuple[_Choice, ...]


def words_of(said: str) -> tuple[Word, ...]:
    """The words of ``said`` in order; a hyphen parts two words."""
    found = (Word(_compared(match[0]), match.start(), match.end()) for match in _WORD.finditer(said))
    return tuple(word for word in found if word.folded)


def spans(patterns: Iterable[Pattern], words: Sequence[Word]) -> list[Span]:
    """Where a pattern stands in ``words``: the longest at each place, none inside another, from left to right."""
    found: list[Span] = []
    patterns = tuple(patterns)
    for start in range(len(words)):
        if found and start < found[-1][1]:
            continue
        length = max((len(p) for p in patterns if _stands_at(p, words, start)), default=0)
        if length:
            found.append((start, start + length))
    return found


def phrase(said: str, words: Sequence[Word], span: Span) -> str:
    """The piece of ``said`` from the first to the last word of ``span``, as it was said."""
    return said[words[span[0]].start : words[span[1] - 1].end]


@cache
def word_list(language: str, name: str) -> tuple[Pattern, ...]:
    """The patterns of a list such as ``need.service`` in a language (else in English)."""
    lists = _lists(_listed(language))
    return tuple(_pattern(line) for line in lists.get(name, ()))


def list_names(language: str) -> frozenset[str]:
    """The names of the lists that there are for ``language``."""
    return frozenset(_lists(_listed(language)))


def _compared(word: str) -> str:
    return folded(word.replace("’", "'").replace("‘", "'")).strip("'*_~#")


def _stands_at(pattern: Pattern, words: Sequence[Word], start: int) -> bool:
    if start + len(pattern) > len(words):
        return False
    return all(choice.fits(words[start + place].folded) for place, choice in enumerate(pattern))


def _pattern(line: str) -> Pattern:
    return tuple(_choice(place.split("|")) for place in line.split())


def _choice(alternatives: Sequence[str]) -> _Choice:
    return _Choice(
        frozenset(folded(word) for word in alternatives if not word.endswith("*")),
        tuple(folded(word.removesuffix("*")) for word in alternatives if word.endswith("*")),
    )


def _listed(language: str) -> str:
    base = language.split("-")[0].lower()
    return base if base.isalpha() and (files(__package__ or "") / "words" / f"{base}.toml").is_file() else FALLBACK


@cache
def _lists(language: str) -> Mapping[str, tuple[str, ...]]:
    file = files(__package__ or "") / "words" / f"{language}.toml"
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8")), ""))


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, held in table.items():
        if isinstance(held, Mapping):
            yield from _flat(held, f"{prefix}{name}.")
        elif isinstance(held, list):
            yield f"{prefix}{name}", tuple(map(str, held))
