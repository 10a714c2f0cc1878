"""The way in for a string: every text that enters by any door goes through here.

Kept: letters, marks and signs of every script in composed form (NFC), joiners and left/right marks, unassigned code points.
Forbidden: controls, surrogates, private use, non-characters, direction overrides and isolates (they reorder what stands
beside them), more than four accents on one letter. A byte order mark is not text and is taken away without a word.
"""

import re
import unicodedata
from typing import Final

from teammeet.errors import TextRefused

NAME_LIMIT: Final = 500
"""Most characters of a name or another short field."""
LINE_LIMIT: Final = 2_000
"""Most characters of a line that somebody said."""
NOTE_LIMIT: Final = 20_000
"""Most characters of a note, the only text that may hold line breaks."""
REPLACEMENT: Final = "\ufffd"
"""What stands for a forbidden character that was typed or pasted."""
MOST_ACCENTS: Final = 4
TITLES: Final = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "sr",
        "sra",
        "srta",
        "dra",
        "don",
        "dona",
        "prof",
        "the",
        "la",
        "el",
        "los",
        "las",
        "of",
        "de",
    )
)
"""Words of a name that tell nobody apart, :func:`folded`."""

_BREAKS: Final = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BLANKS: Final = re.compile(r"[\n\t]+")
_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cs", "Co"})
_INVISIBLE: Final = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e007f]")
_PLAIN_LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that have no decomposition, as people type them who lack the key."""
_APOSTROPHES: Final = str.maketrans("‘’ʻʼ´`", "''''''")
"""What telephones and word processors put where a keyboard has one key."""
_LONGEST_RUN: Final = 30
"""Most marks on one letter that composing has to look at (Unicode UAX #15, "Stream-Safe Text Format"): sorting more of them
takes time that grows with their square, and no language has them."""


def refuse_unless_clean(value: str, place: str, *, lines: bool = False, limit: int = LINE_LIMIT) -> str:
    """``value`` composed (NFC), for an import: what may not enter is refused with its ``place``.

    Raises:
        TextRefused: a forbidden character, a line break where ``lines`` is false, or more than ``limit`` characters.
    """
    if len(value) <= limit and value.isascii() and value.isprintable():
        return value  # as most texts are: nothing of what follows could find a fault in it
    if _within_reason(value) != value:
        raise TextRefused(place=place, what=f"> {MOST_ACCENTS} accents")
    composed = _composed(value)
    if len(composed) > limit:
        raise TextRefused("text-too-long", place=place, length=len(composed), limit=limit)
    for character in composed:
        if not _allowed(character, lines):
            raise TextRefused(place=place, what=f"U+{ord(character):04X}")
    if _thinned(composed) != composed:
        raise TextRefused(place=place, what=f"> {MOST_ACCENTS} accents")
    return composed


def mended(value: str, *, lines: bool = False, limit: int = LINE_LIMIT) -> tuple[str, bool]:
    """``value`` as typed or pasted, made fit to keep, and whether anything was replaced or cut.

    Tabs become blanks, and so do line breaks unless ``lines``: nobody needs to be told. What is forbidden becomes U+FFFD, so
    that nothing goes unseen.
    """
    within_reason = _within_reason(value)
    spaced = _BREAKS.sub("\n", _composed(within_reason))
    spaced = spaced.replace("\t", " ") if lines else _BLANKS.sub(" ", spaced)
    fit = _thinned("".join(c if _allowed(c, lines) else REPLACEMENT for c in spaced))[:limit]
    return fit, fit != spaced or within_reason != value


def folded(value: str) -> str:
    """``value`` for searching: without case, accents and invisible characters (José = jose, O’Brien = o'brien)."""
    small = unicodedata.normalize("NFKD", _within_reason(value).translate(_APOSTROPHES)).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return _INVISIBLE.sub("", bare).translate(_PLAIN_LETTERS)


def is_clean(value: str, *, lines: bool = False) -> bool:
    """Whether ``value`` may stand in a record as it is."""
    try:
        return refuse_unless_clean(value, "", lines=lines, limit=NOTE_LIMIT) == value
    except TextRefused:
        return False


def _within_reason(value: str) -> str:
    """``value`` with no letter under more marks than anybody could mean."""
    if len(value) <= _LONGEST_RUN or value.isascii():
        return value
    kept: list[str] = []
    run = 0
    for character in value:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _LONGEST_RUN:
            kept.append(character)
    return "".join(kept)


def _composed(value: str) -> str:
    return unicodedata.normalize("NFC", value.replace("\ufeff", ""))


def _allowed(character: str, lines: bool) -> bool:
    if character == "\n":
        return lines
    if character in _DIRECTION or unicodedata.category(character) in _FORBIDDEN_CATEGORIES:
        return False
    return character not in "\u2028\u2029" and not _is_noncharacter(ord(character))


def _is_noncharacter(point: int) -> bool:
    """Code points that Unicode keeps for no character; XML, and so Word, refuses two of them."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def _thinned(value: str) -> str:
    """``value`` with at most four non-spacing marks on a letter; an invisible character between them gives no room for more."""
    kept: list[str] = []
    run = 0
    for character in value:
        is_mark = unicodedata.category(character) in ("Mn", "Me")
        if is_mark:
            run += 1
        elif not _INVISIBLE.match(character):
            run = 0
        if not is_mark or run <= MOST_ACCENTS:
            kept.append(character)
    return "".join(kept)
