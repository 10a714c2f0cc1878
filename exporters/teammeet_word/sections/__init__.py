"""The sections of the plan of care, in the order in which a family reads them. Each is a function from a sheet to fragments."""

from collections.abc import Callable, Iterator
from typing import Final

from teammeet_word.sections.beginning import story, title, vision
from teammeet_word.sections.closing import closing
from teammeet_word.sections.family import family
from teammeet_word.sections.interim import interim
from teammeet_word.sections.map import supports
from teammeet_word.sections.needs import needs
from teammeet_word.sections.sharing import distribution, notice
from teammeet_word.sections.signatures import outstanding, signatures
from teammeet_word.sections.strengths import strengths
from teammeet_word.sections.team import team
from teammeet_word.sections.untranslated import untranslated
from teammeet_word.sections.whole import gaps, mandates, private, risks
from teammeet_word.sheet import Sheet

Section = Callable[[Sheet], Iterator[str]]

BEFORE_THE_MAP: Final[tuple[Section, ...]] = (title, interim, vision, story, family, team, strengths)
AFTER_THE_MAP: Final[tuple[Section, ...]] = (
    supports,
    needs,
    mandates,
    gaps,
    risks,
    closing,
    signatures,
    outstanding,
    distribution,
    notice,
    untranslated,
    private,
)
