"""Which texts have no translation into the language of the document: how many, and in two languages which."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from teammeet_word.markup import Listed, Row, Span, paragraph
from teammeet_word.sheet import Sheet
from teammeet_word.spoken import Untold

_MOST: Final = 50
"""So much of a text, in characters, tells which it is: whole it stands where the list says."""
_LEAST: Final = 30


def untranslated(sheet: Sheet) -> Iterator[str]:
    """In a document of two languages, a numbered list for each of what is told in the other alone: whoever translates works
    from it. A family that reads one language has no use for it (see :func:`untranslated_in_short`).

    It knows of what the sections before it told, so it comes after them: in their order, and with no word that is new.
    """
    if not sheet.beside_language:
        return
    tongue = sheet.tongue(sheet.language)
    yield sheet.heading(1, sheet.say("untranslated.heading"))
    if not sheet.missing:
        yield paragraph(sheet.say("untranslated.nothing", tongue=tongue))
        return
    yield paragraph(sheet.say("untranslated.why", tongue=tongue), keep_next=True)
    numbered = enumerate(sheet.missing.values(), start=1)
    rows = [_row(list(together)) for _, together in groupby(numbered, lambda entry: entry[1].place)]
    yield sheet.table(sheet.say("untranslated.table", tongue=tongue), (("place", 3.6), ("words", 6.4)), rows)


def untranslated_in_short(sheet: Sheet) -> Iterator[str]:
    """In a document of one language one line: how many of its texts stand in another, and that help with them may be asked for.

    It stands near the beginning, but knows of what all sections told, so it is made after them.
    """
    if sheet.missing and not sheet.beside_language:
        yield paragraph(sheet.count("untranslated.note", len(sheet.missing), tongue=sheet.tongue(sheet.language)), "OwnWords")


def _row(together: list[tuple[int, Untold]]) -> Row:
    """Texts that follow each other and stand in places of one name: their numbers, that name, the first words of each."""
    (first, untold), (last, _) = together[0], together[-1]
    numbers = f"{first}" if first == last else f"{first}–{last}"
    told = tuple(Span(_first_of(" ".join(one.words.text.split())), language=one.words.language) for _, one in together)
    return ((f"{numbers}. {untold.place}",), told if first == last else tuple(map(Listed, told)))


def _first_of(words: str) -> str:
    """Its first words; of a script without spaces its first letters."""
    if len(words) <= _MOST:
        return words
    end = words.rfind(" ", _LEAST, _MOST)
    return f"{words[: end if end > 0 else _MOST]} …"
