"""Finding known names inside what people said, and putting other words in their place.

How a name is found: without case, accents and invisible letters, by whole words, the longest first, whatever stands between
its words. Before it a title goes with it ("Aunt Lotte"); an ending such as ``'s`` stays. In Arabic and Hebrew it is found
behind a joined particle too; where a script writes without spaces (Chinese, Japanese, Korean, Thai and others), and if it is
made of signs alone, anywhere.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from teammeet.model.common_words import ABBREVIATED, BEFORE_A_NAME
from teammeet.text import folded

_WITHOUT_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_JOINED_BEFORE: Final = re.compile("[\u0648\u0641\u0628\u0643\u0644\u05d5\u05d1\u05dc\u05e9\u05db\u05de\u05d4]{1,2}")
"""Particles that Arabic and Hebrew write in one with the word after them."""
_FARTHEST: Final = 3
"""So many signs may stand between two words of one name."""
_REACH: Final = re.compile(
    r"https?://\S+|www\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\w-])(?!\d{1,4}[-.]\d{1,2}[-.]\d{1,4}(?!\d))(?!\d{4}-\d{4}\b)"
    r"[+(]?\d(?:[ ().-]{0,2}\d){6,}(?!\w)"
)
"""Addresses of the net, of mail, and numbers of telephones (seven digits or more that are no date)."""

_PLAIN_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_RUN_TOGETHER: Final = re.compile(r"[^\W_]*(?:[^\W\d_]\d|\d[^\W\d_]|[^\W\d_A-Z][A-Z])[^\W_]*")
_PART: Final = re.compile(r"[^\W\d_][^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")
"""A word in which a figure or a capital begins another, and the words of letters in it."""


class Rank(IntEnum):
    """Whose a name is first."""

    WHOLE = 0
    PART = 1
    PLACE = 2
    OF_PLACE = 3
    FREE = 4
    OF_FREE = 5


@dataclass(frozen=True, slots=True)
class Known:
    """A name, by its words, and what is said instead.

    ``capital``: only where it begins with a capital, for it is a word too. ``rank``: of two that have one name, that of the
    lower rank is meant.
    """

    words: tuple[str, ...]
    instead: str
    capital: bool = False
    rank: Rank = Rank.WHOLE


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    said: str


class NamesInWords:
    """All that is known of one family's names.

    ``left_out`` is said instead of a telephone number or an address of mail, and of a name that several have.
    """

    def __init__(self, known: Iterable[Known], left_out: str) -> None:
        self.left_out = left_out
        self._by_first: dict[str, list[Known]] = {}
        anywhere: dict[str, Known] = {}
        self._signs: dict[str, str] = {}
        for name in _unlike(known, left_out):
            if not any(map(_is_of_a_word, name.words[0])):
                self._signs[name.words[0]] = name.instead
                continue
            if any(_WITHOUT_SPACES.search(word) for word in name.words):
                anywhere.setdefault("".join(name.words), name)
            self._by_first.setdefault(name.words[0], []).append(name)
        for held in self._by_first.values():
            held.sort(key=lambda name: (len(name.words), not name.capital), reverse=True)
        self._anywhere = anywhere

    @cached_property
    def _joined(self) -> re.Pattern[str] | None:
        longest = sorted(self._anywhere, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest))) if longest else None

    def replaced(self, said: str) -> str:
        """``said`` with every known name replaced."""
        if not said:
            return said
        places = (self._reached, self._found_signs, self._found_anywhere, self._found, self._found_inside)
        found = (span for find in places for span in find(said))
        spans = sorted(found, key=lambda span: (span[0], -span[1]))
        made, last, before = "", 0, ""
        for start, end, instead in spans:
            if start >= last:
                between = said[last:start]
                if instead != before or between.strip(" -"):  # two parts of one name are said once
                    made += between + _as_begun(said, start, instead)
                last, before = end, instead
            last = max(last, end)
        return made + said[last:]

    def are_in(self, said: str) -> bool:
        """Whether any known name stands in ``said``; a number of a telephone or an address is no name."""
        places = (self._found_signs, self._found_anywhere, self._found, self._found_inside)
        return any(next(find(said), None) is not None for find in places)

    def of(self, said: str) -> str:
        """What is said instead of the name that ``said`` is as a whole; empty if it is none that is known."""
        words = tuple(word.said for word in words_of(said))
        held = self._by_first.get(words[0], []) if words else []
        return next((name.instead for name in held if name.words == words), "")

    def _reached(self, said: str) -> Iterator[tuple[int, int, str]]:
        yield from ((found.start(), found.end(), self.left_out) for found in _REACH.finditer(said))

    def _found_signs(self, said: str) -> Iterator[tuple[int, int, str]]:
        for sign, instead in self._signs.items():
            yield from ((found.start(), found.end(), instead) for found in re.finditer(re.escape(sign), said))

    def _found_anywhere(self, said: str) -> Iterator[tuple[int, int, str]]:
        if self._joined is None or not _WITHOUT_SPACES.search(said):
            return
        letters = [(place, part) for place, letter in enumerate(said) for part in _folded(letter) if _is_of_a_word(part)]
        places = [place for place, _ in letters]
        for found in self._joined.finditer("".join(part for _, part in letters)):
            start, end = found.span()
            whole = (start == 0 or places[start - 1] != places[start]) and (
                end == len(places) or places[end] != places[end - 1]
            )
            if whole:  # a syllable of Korean is several letters: a name ends with all of them
                yield places[start], places[end - 1] + 1, self._anywhere[found.group()].instead

    def _found_inside(self, said: str) -> Iterator[tuple[int, int, str]]:
        """Names in what people call themselves elsewhere, such as Rosa2012 and TeamRosa."""
        for word in _RUN_TOGETHER.finditer(said):
            for part in _PART.finditer(word.group()):
                held = self._by_first.get(folded(part.group()), ()) if len(part.group()) >= _FARTHEST else ()
                name = next((name for name in held if len(name.words) == 1), None)
                if name is not None and (not name.capital or part.group()[0].isupper()):
                    yield word.start() + part.start(), word.start() + part.end(), name.instead

    def _found(self, said: str) -> Iterator[tuple[int, int, str]]:
        words = words_of(said)
        place = after = 0
        while place < len(words):
            found, start = self._at(said, words, place)
            if found is None:
                place += 1
                continue
            first = after + _titles_before(said, words[after : place + 1], found.instead)
            begins = start if first == place else words[first].start
            place += len(found.words)
            after = place
            yield begins, words[place - 1].end, found.instead

    def _at(self, said: str, words: tuple[Word, ...], place: int) -> tuple[Known | None, int]:
        """The longest name that begins at a word, and where it begins in the text."""
        word = words[place]
        for off, name in self._beginning(word.said):
            start = word.start + off
            if _fits(name, said, words[place : place + len(name.words)]) and (not name.capital or said[start].isupper()):
                return name, start
        return None, 0

    def _beginning(self, word: str) -> Iterator[tuple[int, Known]]:
        """The names whose first word this may be, the longest first, each with the number of letters that stand before it."""
        yield from ((0, name) for name in self._by_first.get(word, ()))
        for ending in ("s", "es"):  # "the Okonjos"
            if word.endswith(ending) and len(word) - len(ending) >= _FARTHEST:
                yield from ((0, name) for name in self._by_first.get(word[: -len(ending)], ()) if len(name.words) == 1)
        joined = _JOINED_BEFORE.match(word)
        for off in range(1, len(joined.group()) + 1) if joined else ():
            yield from ((off, name) for name in self._by_first.get(word[off:], ()))


def words_of(said: str) -> tuple[Word, ...]:
    """The words of a text, folded: letters and digits with their marks; what stands between them does not count."""
    if said.isascii() and said.isprintable():  # the same, at once
        return tuple(Word(*word.span(), word.group().lower()) for word in _PLAIN_WORD.finditer(said))
    found: list[Word] = []
    parts: list[str] = []
    start = end = 0
    for place, letter in enumerate(said):
        plain = "".join(part for part in _folded(letter) if _is_of_a_word(part))
        if plain:
            start = start if parts else place
            parts.append(plain)
            end = place + 1
        elif _folded(letter) and parts:
            found.append(Word(start, end, "".join(parts)))
            parts = []
    return (*found, Word(start, end, "".join(parts))) if parts else tuple(found)


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    return folded(letter)


@lru_cache(maxsize=4096)
def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


def _unlike(known: Iterable[Known], left_out: str) -> Iterator[Known]:
    """Each name once. One that two have stands for either of them; of more, or of places, nobody can say which."""
    said: dict[tuple[str, ...], list[Known]] = {}
    for name in known:
        if name.words:
            said.setdefault(name.words, []).append(name)
    for words, names in said.items():
        rank = min(name.rank for name in names)
        ways = list(dict.fromkeys(name.instead for name in names if name.rank == rank))
        instead = " / ".join(ways) if len(ways) == 1 or (len(ways) == 2 and rank < Rank.PLACE) else left_out
        yield Known(words, instead, all(name.capital for name in names), rank)


def _fits(name: Known, said: str, words: tuple[Word, ...]) -> bool:
    """Whether the words after the first are the name's too, close to each other."""
    near = all(after.start - before.end <= _FARTHEST for before, after in pairwise(words))
    return near and tuple(word.said for word in words[1:]) == name.words[1:]


def _titles_before(said: str, words: tuple[Word, ...], instead: str) -> int:
    """Where the titles before the last of ``words`` begin: "Dr. Lind" is one person, and so is "my therapist Lind".

    A title begins with a capital, is short, or is what is said instead of the name: "tell mom Mari is late" names two.
    """
    roles = folded(instead).split()
    place = len(words) - 1
    while place and _is_title(said, words[place - 1], words[place], roles):
        place -= 1
    return place


def _is_title(said: str, title: Word, name: Word, roles: list[str]) -> bool:
    between = said[title.end : name.start].strip()
    if between and not (between == "." and title.said in ABBREVIATED):
        return False
    is_one = title.said in ABBREVIATED or (title.said in BEFORE_A_NAME and said[title.start].isupper())
    return is_one or title.said in roles


def _as_begun(said: str, start: int, instead: str) -> str:
    """With a capital where a sentence begins."""
    before = said[:start].rstrip()
    begins = not before or before[-1] in ".!?¿¡\n" or (before[-1] in "\"'“«" and len(before) == 1)
    return instead[:1].upper() + instead[1:] if begins and said[start].isupper() else instead
