"""Which font each script is set in: one that Windows has; ``template/word/fontTable.xml`` names its stand-ins elsewhere.

Word draws letters that the font of a run does not hold as boxes, or in whatever it finds first; so every script names one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["plain", "complex", "right_to_left", "east_asian"]
"""How Word handles the runs of a script: which of a run's four fonts it takes, and which of its three languages."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A script: its ``letters`` (the inside of a character class), its font, and the languages that are written in it.

    The first of ``languages`` is what its letters suggest where nobody said a language. No ``font`` means the document's.
    """

    name: str
    letters: str
    kind: Kind
    font: str
    languages: tuple[str, ...]


RIGHT_TO_LEFT: Final = "right_to_left"
EAST_ASIAN: Final = "east_asian"
_INDIA: Final = "Nirmala UI"
_SOUTH_EAST: Final = "Leelawadee UI"
_AFRICA: Final = "Ebrima"

WRITINGS: Final = {
    writing.name: writing
    for writing in (
        Writing("syriac", "\u0700-\u074f\u0860-\u086f", "right_to_left", "Segoe UI Historic", ("syr",)),
        Writing("thaana", "\u0780-\u07bf", "right_to_left", "MV Boli", ("dv-MV", "dv")),
        Writing("nko", "\u07c0-\u07ff", "right_to_left", _AFRICA, ("nqo",)),
        Writing("adlam", "\U0001e900-\U0001e95f", "right_to_left", _AFRICA, ("ff",)),
        Writing(
            RIGHT_TO_LEFT,
            "\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U0001ee00-\U0001eeff",
            "right_to_left",
            "",
            ("ar", "he", "fa", "ur", "ps", "prs", "yi", "ckb", "ug", "sd", "ks"),
        ),
        Writing(
            EAST_ASIAN,
            "\u1100-\u11ff\u2e80-\u312f\u3130-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
            "east_asian",
            "",
            ("zh", "ja", "ko", "yue"),
        ),
        Writing("armenian", "\u0531-\u058f\ufb13-\ufb17", "plain", "Segoe UI", ("hy-AM", "hy")),
        Writing("georgian", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", "plain", "Segoe UI", ("ka-GE", "ka")),
        Writing("ethiopic", "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f", "plain", _AFRICA, ("am-ET", "am", "ti", "gez")),
        Writing("tifinagh", "\u2d30-\u2d7f", "plain", _AFRICA, ("zgh", "kab")),
        Writing("vai", "\ua500-\ua63f", "plain", _AFRICA, ("vai",)),
        Writing("osmanya", "\U00010480-\U000104af", "plain", _AFRICA, ("so",)),
        Writing("cherokee", "\u13a0-\u13ff\uab70-\uabbf", "plain", "Gadugi", ("chr-US", "chr")),
        Writing("syllabics", "\u1400-\u167f\u18b0-\u18ff", "plain", "Gadugi", ("iu-CA", "iu", "cr", "oj")),
        Writing("mongolian", "\u1800-\u18af", "plain", "Mongolian Baiti", ("mn",)),
        Writing("yi", "\ua000-\ua4cf", "east_asian", "Microsoft Yi Baiti", ("ii-CN", "ii")),
        Writing("devanagari", "\u0900-\u097f\ua8e0-\ua8ff", "complex", _INDIA, ("hi-IN", "hi", "ne", "mr", "sa", "mai")),
        Writing("bengali", "\u0980-\u09ff", "complex", _INDIA, ("bn-BD", "bn", "as", "syl")),
        Writing("gurmukhi", "\u0a00-\u0a7f", "complex", _INDIA, ("pa-IN", "pa")),
        Writing("gujarati", "\u0a80-\u0aff", "complex", _INDIA, ("gu-IN", "gu")),
        Writing("odia", "\u0b00-\u0b7f", "complex", _INDIA, ("or-IN", "or")),
        Writing("tamil", "\u0b80-\u0bff", "complex", _INDIA, ("ta-IN", "ta")),
        Writing("telugu", "\u0c00-\u0c7f", "complex", _INDIA, ("te-IN", "te")),
        Writing("kannada", "\u0c80-\u0cff", "complex", _INDIA, ("kn-IN", "kn")),
        Writing("malayalam", "\u0d00-\u0d7f", "complex", _INDIA, ("ml-IN", "ml")),
        Writing("sinhala", "\u0d80-\u0dff", "complex", _INDIA, ("si-LK", "si")),
        Writing("thai", "\u0e00-\u0e7f", "complex", _SOUTH_EAST, ("th-TH", "th")),
        Writing("lao", "\u0e80-\u0eff", "complex", _SOUTH_EAST, ("lo-LA", "lo")),
        Writing("khmer", "\u1780-\u17ff\u19e0-\u19ff", "complex", _SOUTH_EAST, ("km-KH", "km")),
        Writing("tibetan", "\u0f00-\u0fff", "complex", "Microsoft Himalaya", ("bo-CN", "bo", "dz")),
        Writing("burmese", "\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff", "complex", "Myanmar Text", ("my-MM", "my", "ksw")),
        Writing("javanese", "\ua980-\ua9df", "complex", "Javanese Text", ("jv",)),
    )
}
"""Every script that must be marked, by its name. All others are drawn by the document's own font, or by none that is known."""

_OWN: Final = (
    "\u0000-\u0530\u1c80-\u1c8f\u1d00-\u1fff\u2000-\u2bff\u2c60-\u2c7f\u2de0-\u2e7f\ua640-\ua69f\ua700-\ua7ff"
    "\uab30-\uab6f\ufb00-\ufb06\ufe00-\ufe0f\ufe20-\ufe2f\ufffc-\uffff\U0001d400-\U0001d7ff\U0001f000-\U0001faff\U000e0000-\U000e0fff"
)
"""What the document's own font draws: Latin, Greek, Cyrillic, marks; and signs and pictures, which every system has."""
_NAMED: Final = re.compile("|".join(f"(?P<{writing.name}>[{writing.letters}])" for writing in WRITINGS.values()))
MARKED: Final = re.compile(f"[{''.join(writing.letters for writing in WRITINGS.values())}]")
"""A letter of a script that must be marked."""
_WITHOUT: Final = re.compile(f"[^{_OWN}{''.join(writing.letters for writing in WRITINGS.values())}]")
_LATIN: Final = bytes((*range(0xD4), 0xE2))
"""The bytes that stand in UTF-8 for no letter beyond Cyrillic."""
_HEBREW: Final = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_EAST_ASIAN_FONTS: Final = {"ja": "Yu Gothic", "ko": "Malgun Gothic"}
_TRADITIONAL: Final = frozenset({"zh-tw", "zh-hk", "zh-mo", "zh-hant", "yue"})


def writing_of(character: str) -> str | None:
    """The name of the script that a letter belongs to, if it is one that must be marked."""
    found = _NAMED.match(character)
    return found.lastgroup if found else None


def suggested(script: str, text: str) -> str:
    """The language that the letters of ``text`` suggest."""
    if script == RIGHT_TO_LEFT:
        return "he-IL" if _HEBREW.search(text) else "ar-SA"
    if script == EAST_ASIAN:
        return "ja-JP" if _KANA.search(text) else "ko-KR" if _HANGUL.search(text) else "zh-CN"
    return WRITINGS[script].languages[0]


def font_for(script: str, language: str) -> str:
    """The font that a run is set in; empty where the document's own holds its letters."""
    if script != EAST_ASIAN:
        return WRITINGS[script].font
    tag = language.lower()
    if tag in _TRADITIONAL or tag.startswith("zh-hant"):
        return "Microsoft JhengHei"
    return _EAST_ASIAN_FONTS.get(tag.split("-")[0], "")


def without_font(text: str) -> tuple[str, ...]:
    """The scripts in ``text`` for which no font is known, by the names that Unicode gives them, such as ``Pahawh``."""
    return tuple(dict.fromkeys(_names(text)))


def _names(text: str) -> Iterator[str]:
    if not text.encode().translate(None, _LATIN):  # most documents: nothing beyond Latin letters and signs
        return
    for found in _WITHOUT.finditer(text):
        if unicodedata.category(found[0])[0] in "LM":
            yield unicodedata.name(found[0], "U+????").split()[0].capitalize()
