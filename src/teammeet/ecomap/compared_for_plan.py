"""What became of the supports and ties around a family, for a page that tells of the members and their homes elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from teammeet.ecomap.compared import CHANGED, Comparison, ThingChange, compared_views
from teammeet.ecomap.compared_words import entries
from teammeet.ecomap.graph import Support

if TYPE_CHECKING:
    from teammeet.model.view import View


def around_the_family(before: "View", view: "View", language: str) -> tuple[str, ...]:
    """What became of each support, and of the ties that begin at a member or a home, a line each."""
    comparison = compared_views(before, view)
    return entries(replace(comparison, things=tuple(_around(comparison))), language)


def _around(comparison: Comparison) -> Iterator[ThingChange]:
    for change in comparison.told:
        if isinstance(change.thing, Support):
            yield change
        elif change.ties:
            yield replace(change, change=CHANGED, differences=())
