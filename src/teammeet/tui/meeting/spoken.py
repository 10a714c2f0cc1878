"""What a typed line says: who it is about, who should do it, and the words that remain as they were said.

Nothing is guessed away: what is not understood stays in the words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from teammeet.text import folded
from teammeet.tui.meeting.initials import Tags

_PREFIX: Final = re.compile(r"^\s*([^:@|]{1,60}?)\s*:\s+(?=\S)")
_MENTION: Final = re.compile(r"(?<![\w@])@([\w][\w'’.-]*)")
_WORD: Final = re.compile(r"\w+")
_SCORE: Final = re.compile(
    r"^\s*(10|\d)(?:\s*/\s*10(?![\d/])|\s+(?:out of|of|de)\s+10(?=\s*(?:$|[,.;:–-]))|(?=\s*$))[\s,.;:–-]*", re.IGNORECASE
)
_RUNG: Final = re.compile(r"^\s*(\d)[.):]\s+(?=\S)")
_JOINERS: Final = re.compile(r"\s*(?:,|&|\+|/|\by\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, taken apart: ``words`` to keep, ``by`` named before a colon, ``mentioned`` with an @, ``strange`` unknown @."""

    words: str
    by: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody named in either way, once."""
        return tuple(dict.fromkeys([*self.by, *self.mentioned]))


def read_line(line: str, tags: Tags) -> Line:
    """``line`` without the names that are known: "JL: cooks" and "cooks @JL" are about JL; "XQ: cooks" stays as it is."""
    by, rest = _named_before_colon(line, tags)
    mentioned: list[str] = []
    strange: list[str] = []

    def taken(match: re.Match[str]) -> str:
        name = match[1].rstrip(".-'’")
        who = tags.who_begins(name)
        if who is None:
            strange.append(name)
            return match[0]
        mentioned.append(who)
        return match[1][len(name) :]

    kept = _MENTION.sub(taken, rest)
    words = _tidied(kept) if mentioned else kept.strip()
    return Line(words or line.strip(), by, tuple(dict.fromkeys(mentioned)), tuple(strange))


def spelt_out(line: str, tags: Tags, names: Mapping[str, str]) -> str:
    """``line`` with the names in place of initials, before a colon and after an @: "DA, RR: …" is "Dani, Rosa: …".

    For words that keep nobody beside them. Who has no name in ``names`` stays as typed, and so does a name that is spelt out.
    """
    by, rest = _named_before_colon(line, tags)
    said = line[: len(line) - len(rest)] if by else ""
    spelt = _WORD.sub(lambda word: _name_for(word[0], by, tags, names) or word[0], said)
    return spelt + _MENTION.sub(lambda match: _mention_spelt(match, tags, names), rest)


def score_said(words: str) -> tuple[int | None, str]:
    """A score from 0 to 10 and the rest: "6/10 he went", "6 of 10", or a number alone. "2 nights a week" is no score."""
    return _number(_SCORE, words)


def rung_said(words: str) -> tuple[int | None, str]:
    """The place on a ladder and the rest: "3. call Nana" or "3) call Nana". "2 deep breaths" has none."""
    return _number(_RUNG, words)


def _number(form: re.Pattern[str], words: str) -> tuple[int | None, str]:
    found = form.match(words)
    return (int(found[1]), words[found.end() :].strip()) if found else (None, words.strip())


def parts(line: str, most: int) -> tuple[str, ...]:
    """``line`` cut at its commas into at most ``most`` parts, blanks around them taken off."""
    return tuple(part.strip() for part in line.split(",", most - 1))


def _named_before_colon(line: str, tags: Tags) -> tuple[tuple[str, ...], str]:
    """Those named before a colon, if every one of them is known; else nobody, and the line as it is."""
    found = _PREFIX.match(line)
    if found is None:
        return (), line
    whole = tags.who(found[1])
    each = [whole] if whole else [_called(name, tags) for name in _JOINERS.split(found[1]) if name]
    known = tuple(dict.fromkeys(who for who in each if who))
    if not known or len(known) < len(set(each)):
        return (), line
    return known, line[found.end() :]


def _name_for(word: str, whos: Iterable[str], tags: Tags, names: Mapping[str, str]) -> str:
    """The name behind initials; empty for any other word."""
    return next((names.get(who, "") for who in whos if folded(tags.tag(who)) == folded(word)), "")


def _mention_spelt(match: re.Match[str], tags: Tags, names: Mapping[str, str]) -> str:
    name = match[1].rstrip(".-'’")
    spelt = _name_for(name, tags.of, tags, names)
    return f"{spelt}{match[1][len(name) :]}" if spelt else match[0]


def _called(said: str, tags: Tags) -> str | None:
    """Somebody called by initials, by the whole name, by its first word ("Rosa:"), or by its first letters in capitals ("RO:").

    Not by less: "No: …" and "So: …" begin sentences.
    """
    begun = tags.who_begins(said)
    if begun is None or begun == tags.who(said):
        return begun
    is_a_word = folded(said) in folded(tags.labels[begun]).split()
    return begun if said.isupper() or is_a_word else None


def _tidied(words: str) -> str:
    """What taking a name out of the middle of a sentence leaves behind: double blanks, a blank before a comma."""
    return re.sub(r"\s+([,.;!?])", r"\1", re.sub(r"\s{2,}", " ", words)).strip()
