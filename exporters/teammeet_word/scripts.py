"""Which way words run and in which script: Word wants each run marked, or it draws and reads them wrongly."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from teammeet_word.fonts import MARKED, WRITINGS, suggested, writing_of

Script = str
"""The name of a script: ``plain``, or a key of :data:`teammeet_word.fonts.WRITINGS`."""
PLAIN: Final = "plain"
"""The script of what needs no mark: Latin, Greek, Cyrillic."""
_MARK: Final = "mark"
_FROM_THE_RIGHT: Final = frozenset({"R", "AL", "AN"})
_RIGHT_TO_LEFT_LANGUAGES: Final = frozenset(
    tag for writing in WRITINGS.values() if writing.kind == "right_to_left" for tag in writing.languages
) - {"ff", "ks", "sd", "ug"}
"""Without those that are written from the left just as often."""
_WRITTEN_SO: Final = frozenset(tag for writing in WRITINGS.values() for tag in writing.languages) - {"ff", "mn", "so", "kab"}
"""Languages that are written in a script other than the plain ones."""


@lru_cache(maxsize=256)
def base_of(tag: str) -> str:
    """The language of a tag, without its region: ``es`` for ``es-MX``."""
    return tag.split("-")[0].lower()


def runs_from_the_right(language: str) -> bool:
    """Whether a document in ``language`` runs from right to left."""
    return base_of(language) in _RIGHT_TO_LEFT_LANGUAGES


def is_mixed(text: str) -> bool:
    """Whether any of ``text`` is in a script that must be marked."""
    return not text.isascii() and MARKED.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph of ``text`` runs from the right: its first letter decides (Unicode standard annex 9, rule P2)."""
    if not is_mixed(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)


def holds_right_to_left(text: str) -> bool:
    """Whether any letter of ``text`` runs from the right."""
    return is_mixed(text) and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def pieces(text: str, right_to_left: bool) -> Iterator[tuple[str, str]]:
    """``text`` cut where its script changes. What has no direction goes with its neighbours, or else with the paragraph."""
    if not is_mixed(text):
        yield text, PLAIN
        return
    scripts = _settled(_with_marks(text), "right_to_left" if right_to_left else PLAIN)
    start = 0
    for script, group in groupby(scripts):
        end = start + len(list(group))
        yield text[start:end], script
        start = end


def language_of(text: str, script: str, said: str) -> str:
    """The language of a piece: the one that was ``said`` if it is written so, else what its letters suggest, or nothing."""
    base = base_of(said)
    if script == PLAIN:
        return "" if base in _WRITTEN_SO else said
    return said if base in WRITINGS[script].languages else suggested(script, text)


@lru_cache(maxsize=4096)
def _script(character: str) -> str | None:
    """The script of a letter; nothing for what goes with its neighbours."""
    direction = unicodedata.bidirectional(character)
    named = writing_of(character)
    if direction in _FROM_THE_RIGHT:
        return named or "right_to_left"
    if named and WRITINGS[named].kind != "right_to_left":
        return named
    if direction == "NSM":
        return _MARK
    return PLAIN if direction == "L" else None


def _with_marks(text: str) -> list[str | None]:
    """The script of every character; a mark has that of the letter under it (annex 9, rule W1)."""
    scripts: list[str | None] = []
    for character in text:
        script = _script(character)
        scripts.append((scripts[-1] if scripts else None) if script == _MARK else script)
    return scripts


def _settled(scripts: list[str | None], paragraph: str) -> list[str]:
    """Every character with a script: what has none takes that of both neighbours if they agree (annex 9, rules N1 and N2)."""
    groups = [(known, len(list(group))) for known, group in groupby(scripts)]
    settled: list[str] = []
    before = paragraph
    for number, (known, length) in enumerate(groups, start=1):
        if known is None:
            after = groups[number][0] if number < len(groups) else None
            settled += [before if before == (after or paragraph) else paragraph] * length
        else:
            settled += [known] * length
            before = known
    return settled
