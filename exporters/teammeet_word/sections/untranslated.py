"""Which texts have no translation into the language of the document: an honest list in the order in which they stand."""

from collections.abc import Iterator

from teammeet_word.markup import paragraph
from teammeet_word.sheet import Sheet


def untranslated(sheet: Sheet) -> Iterator[str]:
    """What is only told in the words in which it was said; in a document of two languages for each of them.

    It knows of what the sections before it told, so it comes after them.
    """
    if not sheet.missing and not sheet.beside_language:
        return
    tongue = sheet.tongue(sheet.language)
    yield sheet.heading(1 if sheet.beside_language else 2, sheet.say("untranslated.heading"))
    if not sheet.missing:
        yield paragraph(sheet.say("untranslated.nothing", tongue=tongue))
        return
    yield paragraph(sheet.say("untranslated.why", tongue=tongue), keep_next=True)
    yield paragraph(sheet.join(*dict.fromkeys(sheet.missing.values())))
