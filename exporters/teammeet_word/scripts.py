"""Which way words run and in which script: Word wants each run marked, or it draws and reads them wrongly."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

Script = Literal["plain", "right_to_left", "east_asian"]

_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_EAST_ASIAN: Final = "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SPECIAL: Final = re.compile(f"[{_RIGHT_TO_LEFT}{_EAST_ASIAN}]")
_IS_EAST_ASIAN: Final = re.compile(f"[{_EAST_ASIAN}]")
_HEBREW: Final = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_HANGUL: Final = re.compile("[\u1100-\u11ff\uac00-\ud7af]")

LANGUAGES_OF: Final[dict[Script, frozenset[str]]] = {
    "right_to_left": frozenset({"ar", "he", "fa", "ur", "ps", "yi", "ckb", "dv", "syr", "ug", "sd"}),
    "east_asian": frozenset({"zh", "ja", "ko", "yue"}),
}
"""Languages that are written in a script other than the plain ones."""


def is_mixed(text: str) -> bool:
    """Whether any of ``text`` is in a script that must be marked."""
    return not text.isascii() and _SPECIAL.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph of ``text`` runs from the right: its first letter decides (Unicode standard annex 9, rule P2)."""
    if not is_mixed(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)


def pieces(text: str, right_to_left: bool) -> Iterator[tuple[str, Script]]:
    """``text`` cut where its script changes. What has no direction goes with its neighbours, or else with the paragraph."""
    if not is_mixed(text):
        yield text, "plain"
        return
    scripts = _settled([_script(character) for character in text], "right_to_left" if right_to_left else "plain")
    start = 0
    for script, group in groupby(scripts):
        end = start + len(list(group))
        yield text[start:end], script
        start = end


def language_of(text: str, script: Script, said: str) -> str:
    """The language of a piece: the one that was ``said`` if it is written so, else what its letters suggest, or nothing."""
    base = said.split("-")[0].lower()
    if script == "plain":
        return "" if any(base in languages for languages in LANGUAGES_OF.values()) else said
    if base in LANGUAGES_OF[script]:
        return said
    if script == "right_to_left":
        return "he-IL" if _HEBREW.search(text) else "ar-SA"
    if _KANA.search(text):
        return "ja-JP"
    return "ko-KR" if _HANGUL.search(text) else "zh-CN"


def _script(character: str) -> Script | None:
    direction = unicodedata.bidirectional(character)
    if direction in ("R", "AL", "AN"):
        return "right_to_left"
    if _IS_EAST_ASIAN.match(character):
        return "east_asian"
    return "plain" if direction == "L" else None


def _settled(scripts: list[Script | None], paragraph: Script) -> list[Script]:
    """Every character with a script: what has none takes that of both neighbours if they agree (annex 9, rules N1 and N2)."""
    groups = [(known, len(list(group))) for known, group in groupby(scripts)]
    settled: list[Script] = []
    before: Script = paragraph
    for number, (known, length) in enumerate(groups, start=1):
        if known is None:
            after = groups[number][0] if number < len(groups) else None
            settled += [before if before == (after or paragraph) else paragraph] * length
        else:
            settled += [known] * length
            before = known
    return settled
