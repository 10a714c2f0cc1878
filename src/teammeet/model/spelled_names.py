"""How somebody, a service or a place may be called in words, as names that can be looked for: the whole and its parts."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from teammeet.model.common_words import BEFORE_A_NAME, GIVEN_TOO, KIN_AND_TITLES, LITTLE, SERVICES, everyday_words
from teammeet.model.names_in_words import Known, Rank, words_of
from teammeet.model.supports import Support

NO_NAMES: Final = KIN_AND_TITLES | SERVICES
_LEAST: Final = 3
"""A part of a name that has fewer letters is found only with a capital."""


def says_no_name(said: str) -> bool:
    """Whether all words of ``said`` are those of kin and of services: "Mom", "School counselor"."""
    words = {word.said for word in words_of(said)}
    return bool(words - LITTLE) and words <= NO_NAMES


def is_somebody(support: Support) -> bool:
    """Whether a support is a person, as far as its name and role tell, not a service or a place."""
    words = {word.said for word in words_of(support.name)}
    is_plain = not words & SERVICES and (bool(support.role) or support.kind in ("natural", "peer"))
    return is_plain or bool(words & BEFORE_A_NAME)


def of_somebody(name: str, role: str, *, person: bool = False) -> Iterator[Known]:
    """Somebody's name as a whole and each of its words."""
    if says_no_name(name):
        return
    yield from _whole(name, role, Rank.WHOLE)
    plain = _begins_plainly(name) and not person
    for number, part in enumerate(parts(name, person)):
        yield Known((part,), role, is_weak(part) or (plain and not number and part.isascii()), Rank.PART)
    yield from (Known(words, role, is_weak(words[0]), Rank.PART) for words in joined(name))
    yield from (Known((close,), role, rank=Rank.PART) for close in _given_names(name))


def of_place(name: str, role: str, left_out: str) -> Iterator[Known]:
    """The name of a service, a place or a home; a word of it alone may be the name of the town."""
    if says_no_name(name):
        return
    yield from _whole(name, role, Rank.PLACE)
    yield from (Known((part,), left_out, part.isascii(), Rank.OF_PLACE) for part in parts(name) if len(part) >= _LEAST)


def as_whole(name: str, instead: str) -> Iterator[Known]:
    """A name that only counts as a whole: that of a place whose words are those of a town."""
    if not says_no_name(name):
        yield from _whole(name, instead, Rank.PLACE)


def of_free(name: str, instead: str, *, person: bool) -> Iterator[Known]:
    """A name that stands without an item: somebody's, or of an agency and the like, of which a word alone may be a word."""
    if says_no_name(name):
        return
    yield from _whole(name, instead, Rank.FREE)
    held = (part for part in parts(name) if len(part) >= _LEAST)
    yield from (Known((part,), instead, is_weak(part) if person else part.isascii(), Rank.OF_FREE) for part in held)
    yield from (Known(words, instead, is_weak(words[0]), Rank.OF_FREE) for words in joined(name) if person)


def _whole(name: str, instead: str, rank: Rank) -> Iterator[Known]:
    words = tuple(word.said for word in words_of(name))
    if words:
        yield Known(words, instead, is_everyday(words), rank)
    elif any(unicodedata.category(letter)[0] == "S" for letter in name):
        yield Known((name.strip(),), instead, rank=rank)


def is_weak(part: str) -> bool:
    """Whether a part of a name may be said without meaning it."""
    return part.isascii() and (len(part) < _LEAST or part in everyday_words() or part in SERVICES)


def is_everyday(words: tuple[str, ...]) -> bool:
    """Whether every word of a name may be said without meaning it, so that a capital decides."""
    return all(map(is_weak, words))


def parts(name: str, person: bool = False) -> list[str]:
    """The words of a name that may stand for it alone: no title, no kin, no word such as school; none that begins small where
    others begin with a capital.
    """
    no_names = KIN_AND_TITLES if person else NO_NAMES
    words = words_of(name)
    capitals = any(name[word.start].isupper() for word in words)
    found = [word.said for word in words if not (capitals and name[word.start].islower())]
    given = {part for part in found[:1] if part in GIVEN_TOO and len(words) > 1}
    return [part for part in dict.fromkeys(found) if part not in no_names - given and (len(part) > 1 or not part.isascii())]


def joined(name: str) -> Iterator[tuple[str, ...]]:
    """Of names that are written in one with a sign between ("O'Hara"): the words together, and what is left without it."""
    words = words_of(name)
    first = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or words[place].start - words[place - 1].end != 1 or name[words[place - 1].end].isspace():
            said = tuple(word.said for word in words[first:place])
            if len(said) > 1:
                yield from (said, ("".join(said),))
            first = place


def _begins_plainly(name: str) -> bool:
    """Whether only the first word begins with a capital, so that it says nothing: "Chess club"."""
    words = words_of(name)
    return len(words) > 1 and not any(name[word.start].isupper() for word in words[1:])


def _given_names(name: str) -> Iterator[str]:
    """Of a name that Chinese or Korean writes in one (family name first), the given name: its last two letters."""
    letters = name.strip()
    han, korean = (all(a <= letter <= b for letter in letters) for a, b in (("\u4e00", "\u9fff"), ("\uac00", "\ud7a3")))
    if len(letters) in (3, 4) and (han or korean):
        yield words_of(letters[-2:])[0].said
