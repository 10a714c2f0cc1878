"""Which texts have no translation into the language of the document: a numbered list that a translator can work from."""

from collections.abc import Iterator

from teammeet_word.markup import Row, Span, paragraph
from teammeet_word.sheet import Sheet
from teammeet_word.spoken import Untold


def untranslated(sheet: Sheet) -> Iterator[str]:
    """What is only told in the words in which it was said; in a document of two languages for each of them.

    It knows of what the sections before it told, so it comes after them: in their order, and with no word that is new.
    """
    if not sheet.missing and not sheet.beside_language:
        return
    tongue = sheet.tongue(sheet.language)
    yield sheet.heading(1 if sheet.beside_language else 2, sheet.say("untranslated.heading"))
    if not sheet.missing:
        yield paragraph(sheet.say("untranslated.nothing", tongue=tongue))
        return
    yield paragraph(sheet.say("untranslated.why", tongue=tongue), keep_next=True)
    rows = [_row(number, untold) for number, untold in enumerate(sheet.missing.values(), start=1)]
    yield sheet.table(sheet.say("untranslated.table", tongue=tongue), (("place", 3.8), ("words", 6.2)), rows)


def _row(number: int, untold: Untold) -> Row:
    """The number and the place of a text, and all its words line by line."""
    lines = [line for line in untold.words.text.split("\n") if line.strip()]
    return ((f"{number}. {untold.place}",), tuple(Span(line, language=untold.words.language) for line in lines))
