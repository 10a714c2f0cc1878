"""Pictures of two moments: one map with what came, went and changed marked, or two maps next to each other."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from teammeet.ecomap.compared import compared_views
from teammeet.ecomap.compared_maps import beside, marked
from teammeet.ecomap.compared_sheet import placed_beside, placed_marked, sheet_beside
from teammeet.ecomap.compared_words import as_text, heading, summary
from teammeet.ecomap.sheet import Sheet, sheet
from teammeet.ecomap.words import as_text as whole_map_as_text
from teammeet.messages import text
from teammeet.model.view import View
from teammeet_picture.measure import FontMeasure, measured
from teammeet_picture.picture import PRINT_WIDTH, Picture, painted, stored_places

BESIDE_WIDTH: Final = PRINT_WIDTH * 2
"""Pixels across for two maps: names are as large as on one."""


def over_time(
    before: View, view: View, language: str = "en", *, moments: tuple[str, str], side_by_side: bool = False,
    fonts: tuple[Path, ...] = (), kept: Mapping[str, str] = MappingProxyType({}),
) -> Picture:  # fmt: skip
    """Draw what became of the map of ``before``; both Views are one reader's, ``moments`` are the words for when they are of.

    Its title and description say both moments, and what became, in words. ``kept`` are the places of the plain map: what is
    on it stands there. Nothing is kept of this one.

    Raises:
        ExportRefused: one of ``fonts`` is not a font.
    """
    comparison = compared_views(before, view)
    stored = stored_places(kept)
    printed = (text("roles.printed", language),) if view.in_roles else ()
    between = " · ".join((*printed, heading(language, *moments)))

    def make(measure: FontMeasure) -> Sheet:
        graph = marked(comparison)
        if side_by_side:
            maps = placed_beside(*beside(comparison), measure, stored, plain=comparison.after, language=language)
            return sheet_beside(replace(graph, note="".join(printed)), maps, moments, measure, language)
        placed = placed_marked(graph, comparison.after, measure, stored, language=language)
        return sheet(replace(graph, note=between), placed, measure, language)

    made, measure = measured(make, fonts)
    told = as_text(comparison, language, since=moments[0], until=moments[1])
    alt = " ".join((*printed, summary(comparison, language)))
    desc = "\n\n".join((*printed, told, whole_map_as_text(comparison.after, language)))
    title = f"{comparison.after.title} ({between})"
    return painted(made, measure, language, title=title, alt=alt, desc=desc)
