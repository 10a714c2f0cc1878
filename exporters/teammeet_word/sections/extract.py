"""A copy for one recipient about one person: what it is, what it holds, and nothing of the rest of the plan."""

from collections.abc import Iterator

from teammeet.messages import text
from teammeet_word.markup import paragraph
from teammeet_word.sections.beginning import edition
from teammeet_word.sections.needs import needs
from teammeet_word.sections.sharing import distribution, notice
from teammeet_word.sections.strengths import strengths
from teammeet_word.sections.untranslated import untranslated, untranslated_in_short
from teammeet_word.sections.whole import mandates
from teammeet_word.sheet import Sheet


def extract(sheet: Sheet) -> Iterator[str]:
    """The whole of such a copy. Nothing in it is to be signed, and no heading is there for what it never holds."""
    told = list(_told(sheet))
    yield from _title(sheet)
    yield from untranslated_in_short(sheet)
    yield from told


def _told(sheet: Sheet) -> Iterator[str]:
    view = sheet.view
    if view.strengths:
        yield from strengths(sheet)
    if view.needs or view.outcomes or view.strategies or view.tasks:
        yield from needs(sheet)
    else:
        yield sheet.heading(1, sheet.say("heading.needs"))
        yield paragraph(text("copies.none", sheet.language))
    yield from mandates(sheet)
    yield from distribution(sheet)
    yield from untranslated(sheet)
    yield from notice(sheet)


def _title(sheet: Sheet) -> Iterator[str]:
    """For whom it is, about whom, from which plan, and whom to ask."""
    header, about = sheet.view.header, sheet.view.label(sheet.view.about)
    yield paragraph(text("copies.kind", sheet.language), "DocumentKind")
    yield paragraph(header.name, "Title")
    yield paragraph(edition(sheet), "Subtitle")
    yield sheet.facts(
        ("copy_for", sheet.called(sheet.view.reader)),
        ("facilitator", header.facilitator),
        ("agency", header.agency),
        ("made_on", sheet.day(sheet.today)),
    )
    why = text("copies.why", sheet.language, name=about) if about else text("copies.why-bare", sheet.language)
    yield paragraph(why)
