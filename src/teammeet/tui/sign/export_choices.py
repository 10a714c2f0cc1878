"""What can be chosen for a file beyond the usual (an edition to compare with, the print, a second language)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teammeet.export import ALWAYS_COMPARE, exporter_named
from teammeet.messages import LANGUAGES, text
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.exporting import WHATS, Order, reader_choices

if TYPE_CHECKING:
    from teammeet.model.family import Family

TEAM: Final = "team"
"""For whom a file is if nothing else is more usual."""
USUAL: Final = "usual"
LARGE: Final = "large"
ONE: Final = "one-map"
TWO: Final = "two-maps"
_PICTURES: Final = ("ecomap-svg", "ecomap-png")
"""What can show two moments next to each other."""


def what_choices(language: str) -> tuple[Choice, ...]:
    """All that can be written, by its plain name."""
    return tuple(Choice(what, text(f"sign.what.{what}", language)) for what in WHATS)


def usual_reader(family: Family, what: str) -> str:
    """For whom ``what`` is if nobody says it: a copy of its kind where there is one, else the team."""
    usual = exporter_named(what).reader
    offered = [choice.id for choice in reader_choices(family, LANGUAGES[0])]
    return next((reader for reader in offered if reader == usual or reader.startswith(f"{usual}:")), TEAM)


def known_language(family: Family, language: str) -> str:
    """The family's language if there is a document in it; the reader's of the screen else."""
    wanted = family.header.language.split("-")[0]
    return wanted if wanted in LANGUAGES else language


def since_choices(family: Family, what: str, language: str) -> tuple[Choice, ...]:
    """With what to compare: nothing (or the last that differs, for what always compares), then the signed editions."""
    numbers = sorted((held.number for held in family.editions if held.record_kept is not None), reverse=True)
    first = Choice("", text("papers.since.last" if what in ALWAYS_COMPARE else "papers.since.none", language))
    return (first, *(Choice(str(number), text("sign.edition", language, number=number)) for number in numbers))


def can_be_beside(what: str) -> bool:
    """Whether two moments can stand next to each other."""
    return what in _PICTURES


def beside_choices(language: str) -> tuple[Choice, ...]:
    """One map with what changed, or both."""
    return tuple(Choice(name, text(f"papers.beside.{name}", language)) for name in (ONE, TWO))


def size_choices(language: str) -> tuple[Choice, ...]:
    """The usual print, or a large one."""
    return tuple(Choice(name, text(f"papers.size.{name}", language)) for name in (USUAL, LARGE))


def second_choices(first: str, language: str) -> tuple[Choice, ...]:
    """No second language, or another than ``first``."""
    others = (Choice(tag, text(f"tui.language.{tag}", language)) for tag in LANGUAGES if tag != first)
    return (Choice("", text("papers.second.none", language)), *others)


def needs_passphrase(order: Order) -> bool:
    """Whether a key must be opened for it."""
    return bool(order.key) and "seal" in exporter_named(order.what).heeds
