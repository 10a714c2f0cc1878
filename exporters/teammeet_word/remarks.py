"""What a person must be told of a document: words without a translation, letters without a font, labels in English."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from teammeet.messages import FALLBACK, LANGUAGES, count, keys, text
from teammeet_word.fonts import without_font
from teammeet_word.scripts import base_of
from teammeet_word.sheet import Sheet
from teammeet_word.untold import untold
from teammeet_word.wording import Wording

_ROOMS: Final = ("word.", "model.")
_MOST_NAMED: Final = 3


def remarks(sheets: tuple[Sheet, ...], body: str) -> Iterator[str]:
    """The remarks on a document that tells ``body``; a sheet for each of its languages, the first being the reader's."""
    language = sheets[0].language
    for sheet in sheets:
        if sheet.missing:
            tongue = sheets[0].tongue(sheet.language)
            where = "listed" if sheet.beside_language else "remark"
            yield count(f"word.untranslated.{where}", len(sheet.missing), language, tongue=tongue)
        yield from _in_english(sheet, sheets[0])
    yield from _without_font(body, language)


def page_remarks(sheet: Sheet, body: str) -> Iterator[str]:
    """The same of a page or a form that tells ``body`` and lists nothing: how many of its texts are not translated."""
    yield from language_remarks(sheet, body)
    yield from _without_font(body, sheet.language)


def language_remarks(words: Wording, body: str) -> Iterator[str]:
    """How many texts of ``body`` are not translated, and which of our own words are not; of a picture too."""
    if found := untold(words.view, words.language, body):
        yield count("word.untranslated.page", found, words.language, tongue=words.tongue(words.language))
    yield from _in_english(words, words)


def _without_font(body: str, language: str) -> Iterator[str]:
    if scripts := without_font(body):
        yield text("word.no-font", language, scripts=", ".join(scripts))


def _in_english(sheet: Wording, first: Wording) -> Iterator[str]:
    """Which of our own words fell back to English: all where the language has no catalogue, else those that it lacks."""
    tongue = first.tongue(sheet.language)
    if base_of(sheet.language) not in LANGUAGES:
        yield text("word.in-english.all", first.language, tongue=tongue)
    elif lacking := _lacking(base_of(sheet.language)):
        named = ", ".join(f"“{text(key, FALLBACK)}”" for key in lacking[:_MOST_NAMED])
        yield text("word.in-english.some", first.language, tongue=tongue, number=len(lacking), named=named)


@cache
def _lacking(language: str) -> tuple[str, ...]:
    return tuple(sorted(key for key in keys(FALLBACK) - keys(language) if key.startswith(_ROOMS)))
