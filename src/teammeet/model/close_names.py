"""Names that are not written as they are known: in look-alike letters, letter by letter, longer, shorter, as an initial.

What people are called for short or in fun is in :mod:`teammeet.model.pet_names`.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from teammeet.messages import LANGUAGES, text
from teammeet.model.common_words import ABBREVIATED, KIN_AND_TITLES, SERVICES, everyday_words
from teammeet.model.everyday_forms import is_plainly_everyday
from teammeet.model.names_in_words import words_of
from teammeet.model.pet_names import PetNames, is_everyday_too
from teammeet.model.spelled_names import is_weak
from teammeet.text import folded


def _words_in(said: str) -> frozenset[str]:
    return frozenset(said.split())


_LEAST: Final = 3
"""So many letters two forms of a name have in common."""
_CYRILLIC: Final = dict(zip("абвгдеёзіїјкмнопрстухцчѕԁһԛԝьӏ", "abbrdeeziijkmhonpctyxu4sdhqwbl", strict=True))
_GREEK: Final = dict(zip("αβγδεζηικλμνορςστυφχω", "abydezniklmvopsstyfxw", strict=True))
_OTHERS: Final = {"\u0131": "i", "\u0251": "a", "\u0261": "g", "\u0578": "n", "\u0585": "o"}
_ALIKE: Final = {
    ord(case(letter)): case(latin)
    for letter, latin in (_CYRILLIC | _GREEK | _OTHERS).items()
    for case in (str.lower, str.upper)
    if len(case(letter)) == 1
}
"""Letters that look like one of the Latin script: after Unicode Technical Standard 39, "confusables", the likeliest of each."""
_APART: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]{1,3}[^\W\d_](?![^\W_]))+")
_CUT: Final = re.compile(r"[^\W\d_]+(?:[^\w\s'’]|_)[^\W\d_]+(?:(?:[^\w\s'’]|_)[^\W\d_]+)*")
_CAPITAL: Final = re.compile(r"[^\W\d_]{3,}")
_INITIAL: Final = re.compile(r"(?<![\w.])([^\W\d_])\.(?!\w)(?!\s?\w\.)")
_BEFORE_A_LETTER: Final = _words_in(
    """
    plan vitamin hepatitis grade room type option part group class team section schedule tier unit door
    vitamina nota sala tipo opcion grupo clase seccion salon aula parte
    """
)
"""Words after which a letter is no initial: "Plan B."."""
_LITTLE_ENDING: Final = re.compile(r"[a-z]?(?:y|ie|ey|i|it[oa]s?|cit[oa]s?|in|in[oa]|ucho|ucha|doro|dora|fina)")
_CALENDAR: Final = frozenset(
    folded(text(f"word.month.{month}", language)) for month in range(1, 13) for language in LANGUAGES
) | _words_in("monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo")


def as_it_looks(said: str) -> str:
    """A text with each letter of another script that looks like a Latin one put as that one."""
    return said if said.isascii() else said.translate(_ALIKE)


class CloseNames:
    """Finds other forms of ``names`` (folded words, each of which stands for somebody alone).

    ``own`` are words by which those are called who have a place in the copy: they are nobody else's.
    """

    def __init__(self, names: Collection[str], own: Collection[str]) -> None:
        self._names = {name for name in names if len(name) > 1}
        self._own = frozenset(own)
        taken = {word[0] for word in own}
        self._initials = {name[0] for name in self._names} - taken
        self._pets = PetNames({name for name in self._names if name.isascii()})
        self._starts: dict[str, list[str]] = {}
        for name in self._names:
            if len(name) >= _LEAST:
                self._starts.setdefault(name[:_LEAST], []).append(name)

    def are_in(self, said: str) -> bool:
        """Whether a text has another form of one of the names."""
        if not self._names:
            return False
        return any(self._spelled(said)) or any(self._initial(said)) or any(self._longer(said))

    def _spelled(self, said: str) -> Iterator[bool]:
        """Letter by letter (T-e-o), or with a sign within (Te-o)."""
        for run in _APART.finditer(said):
            letters = _letters(run.group())
            yield letters in self._names or any(len(name) >= _LEAST and name in letters for name in self._names)
        for run in _CUT.finditer(said):
            yield _letters(run.group()) in self._names

    def _initial(self, said: str) -> Iterator[bool]:
        """A capital with a full stop that stands alone: not "Plan B.", not "a.m.", not "J. Wen" where Wen may be named."""
        for found in _INITIAL.finditer(said):
            before, after = words_of(said[max(0, found.start() - 24) : found.start()]), words_of(said[found.end() :][:24])
            titled = bool(before) and before[-1].said in _BEFORE_A_LETTER | ABBREVIATED
            named = bool(after) and said[found.end() :].lstrip()[:1].isupper() and after[0].said in self._own
            yield found[1].isupper() and folded(found[1]) in self._initials and not titled and not named

    def _longer(self, said: str) -> Iterator[bool]:
        for found in _CAPITAL.finditer(said):
            word = folded(found.group())
            if word in self._own or word in KIN_AND_TITLES or word in SERVICES or word in _CALENDAR:
                continue
            yield any(self._is_form(word, name, said, found.start()) for name in self._starts.get(word[:_LEAST], ()))
            yield self._is_pet(word, said, found.start()) and not _is_everyday(said, found)

    def _is_pet(self, word: str, said: str, start: int) -> bool:
        """Whether a word is what one of them is called for short or in fun."""
        if not said[start].isupper():
            return self._pets.small_or_not(word) and word not in everyday_words()
        if word in self._names:
            return False
        is_certain = not _begins(said, start) or not (word in everyday_words() or is_everyday_too(word))
        return self._pets.are_said(word) or (is_certain and self._pets.with_a_capital(word))

    def _is_form(self, word: str, name: str, said: str, start: int) -> bool:
        """Whether a word is a longer or shorter form of a name: with a capital almost always, without one if it is alike."""
        if word == name or not (word.startswith(name) or name.startswith(word)):
            return False
        if said[start].isupper() and not _begins(said, start):
            return True
        if word in everyday_words():
            return False
        if said[start].isupper():
            return True
        if is_weak(name):
            return False
        if word.startswith(name):
            return len(name) > _LEAST or _LITTLE_ENDING.fullmatch(word[len(name) :]) is not None
        return len(word) > _LEAST


def _letters(said: str) -> str:
    return "".join(letter for letter in folded(said) if letter.isalpha())


def _is_everyday(said: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    return is_plainly_everyday(found.group(), said[:start], said[end:], begins=_begins(said, start))


def _begins(said: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = said[:start].rstrip(" \t\"'“”«¿¡(-–•")
    return not before or before[-1] in ".!?:\n"
