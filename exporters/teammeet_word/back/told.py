"""What a person must know of a file that comes back, before anything is taken from it."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import count, text
from teammeet.practice.text_names import text_name
from teammeet.text import mended
from teammeet_word.back.compared import ReadBack

MOST_LINES: Final = 20
"""So many lines of each kind are told of what is not taken; of more the number is."""
_LONGEST: Final = 300
"""Of longer texts so many characters are told."""


def told(back: ReadBack, language: str) -> Iterator[str]:
    """For whom the copy was, who vouches for it, what nobody sees on paper, what is gone, and what else changed."""
    whom = back.reader or text(f"model.circle.{back.plan.role}", language)
    yield text("back.for", language, role=whom, day=back.plan.on.isoformat())
    if back.seal:
        yield text(f"back.seal.{back.seal}", language)
    if back.seal == "holds":
        for name, fingerprint in back.keys:
            yield text("back.key-of", language, name=name or "–", fingerprint=fingerprint)
    else:
        yield text("back.no-seal", language)
    if back.hidden:
        yield count("back.hidden", back.hidden, language)
    if back.is_tracked:
        yield text("back.tracked", language)
    if not back.is_compared:
        yield text("back.not-compared", language)
    yield from _not_taken(back, language)


def _not_taken(back: ReadBack, language: str) -> Iterator[str]:
    """What changed where nothing is taken from, line by line, each with its place."""
    lost = (
        text("back.lost-line", language, name=text_name(one.kind, one.path, language), words=_shown(one.was))
        for one in back.lost
    )
    yield from _lines("lost", tuple(lost), language)
    other = (_otherwise(place, f"{_shown(was) or '–'} → {_shown(now) or '–'}", language) for place, was, now in back.other)
    if back.other and back.plan.is_of_another_version:
        yield text("back.other-version", language)
    yield from _lines("other", tuple(other), language)
    notes = (
        text(f"back.besides-line.{one.kind}", language, by=_shown(one.by) or "–", words=_shown(one.text))
        for one in back.besides
    )
    yield from _lines("besides", tuple(notes), language)
    if back.pictures:
        yield count("back.pictures", back.pictures, language)


def _otherwise(place: str, change: str, language: str) -> str:
    """One line that changed, with the headings that it stands under."""
    if not place:
        return text("back.other-line-top", language, change=change)
    return text("back.other-line", language, place=_shown(place), change=change)


def _lines(key: str, lines: tuple[str, ...], language: str) -> Iterator[str]:
    if lines:
        yield count(f"back.{key}", len(lines), language)
        yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield count("back.more", len(lines) - MOST_LINES, language)


def _shown(said: str) -> str:
    """A text of the file in one line, without anything that a terminal would obey."""
    return mended(" ".join(said.split()), limit=_LONGEST)[0]
