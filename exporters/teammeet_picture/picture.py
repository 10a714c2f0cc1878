"""From a View to a picture of its ecomap."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from teammeet.ecomap.graph import EcomapGraph, graph_of
from teammeet.ecomap.kept import places_of, places_text
from teammeet.ecomap.layout import layout
from teammeet.ecomap.shapes import Places, Point
from teammeet.ecomap.sheet import Sheet, room_beside, sheet
from teammeet.ecomap.words import as_text, summary
from teammeet.errors import ExportRefused
from teammeet.messages import Message, text
from teammeet.model.view import View
from teammeet_picture.measure import BOLD, FAMILY, REGULAR, FontMeasure, measured
from teammeet_picture.paint import paint
from teammeet_picture.png import described

PRINT_WIDTH: Final = 1950
"""Pixels across: 6.5 inches at 300 dots an inch."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn map: the SVG, its size in points, its short description, what must be said of it (letters without a font).

    ``kept`` is where things lie on it, for the next picture: see :func:`drawing`.
    """

    svg: str
    width: float
    height: float
    alt: str
    remarks: tuple[str, ...]
    kept: Mapping[str, str]
    fonts: tuple[Path, ...] = ()
    title: str = ""
    language: str = "en"

    def png(self, width: int = PRINT_WIDTH) -> bytes:
        """The picture in pixels, ``width`` across; the same bytes each time."""
        import resvg_py

        files = [str(font) for font in (REGULAR, BOLD, *self.fonts)]
        made = resvg_py.svg_to_bytes(
            svg_string=self.svg, width=width, dpi=96, font_files=files, skip_system_fonts=True, font_family=FAMILY
        )
        return described(bytes(made), title=self.title, description=self.alt, language=self.language)


def drawing(
    view: View, language: str = "en", *, fonts: tuple[Path, ...] = (), kept: Mapping[str, str] = MappingProxyType({}),
    page: Point | None = None, heading: bool = True, table: bool = True,
) -> Picture:  # fmt: skip
    """Draw the ecomap of ``view``.

    Without ``heading`` the title line is left out (where the page has one); without ``table`` a map of more than sixty
    supports has no list of who is in each group under it. ``kept`` are the :attr:`Picture.kept` of earlier pictures for
    the same reader: what was on one for a page of the same shape stays where it was.

    Raises:
        ExportRefused: one of ``fonts`` is not a font.
    """
    stored = stored_places(kept, page)
    graph = replace(graph_of(view), note=text("roles.printed", language) if view.in_roles else "")
    return draw(graph, language, fonts=fonts, stored=stored, page=page, heading=heading, table=table)


def stored_places(kept: Mapping[str, str], page: Point | None = None) -> Places | None:
    """Where things lay on the last map for a page of that shape, if that is kept."""
    return places_of(kept.get(_shape(page), ""))


def _shape(page: Point | None) -> str:
    """What a map for a page of that shape is kept as."""
    return f"map {page[0]:.0f}x{page[1]:.0f}" if page else "map"


def draw(
    graph: EcomapGraph, language: str = "en", *, fonts: tuple[Path, ...] = (), stored: Places | None = None,
    page: Point | None = None, heading: bool = True, table: bool = True,
) -> Picture:  # fmt: skip
    """Draw a graph: see :func:`drawing`."""
    beside = room_beside(graph, heading=heading)

    def make(measure: FontMeasure) -> tuple[Sheet, Places]:
        placed = layout(graph, measure, page, stored, language=language, beside=beside)
        return sheet(graph, placed, measure, language, heading=heading, table=table), placed.places

    (made, places), measure = measured(make, fonts)
    note = f" ({graph.note})" if graph.note else ""
    desc = "\n".join(filter(None, (graph.note, as_text(graph, language))))
    kept = {_shape(page): places_text(places)}
    title, alt = f"{graph.title}{note}", f"{summary(graph, language)}{note}"
    return painted(made, measure, language, title=title, alt=alt, desc=desc, kept=kept)


def painted(
    made: Sheet, measure: FontMeasure, language: str, *, title: str, alt: str, desc: str,
    kept: Mapping[str, str] = MappingProxyType({}),
) -> Picture:  # fmt: skip
    """The picture of a sheet: of whose map, in a sentence, in full, and where things are kept."""
    title = f"{text('ecomap.title', language)}: {title}"
    svg = paint(made, measure, title=title, desc=desc, language=language, family=FAMILY)
    letters = measure.missing("".join(line for group in made.groups for line in group.words))
    shown = " ".join((*letters[:24], "…") if len(letters) > 24 else letters)
    remarks = (text("ecomap.words.font", language, letters=shown),) if letters else ()
    return Picture(svg, made.width, made.height, alt, remarks, kept, measure.fonts, title, language)


def svg_text(view: View, language: str = "en", *, fonts: tuple[Path, ...] = ()) -> str:
    """The ecomap as an SVG document."""
    return drawing(view, language, fonts=fonts).svg


def png_bytes(view: View, language: str = "en", width: int = PRINT_WIDTH, *, fonts: tuple[Path, ...] = ()) -> bytes:
    """The ecomap as a PNG, ``width`` pixels across."""
    return drawing(view, language, fonts=fonts).png(width)


def checked_png(picture: Picture, width: int = PRINT_WIDTH) -> bytes:
    """The PNG of a picture, ``width`` pixels across.

    Raises:
        ExportRefused: the picture cannot be turned into pixels.
    """
    try:
        return picture.png(width)
    except ValueError:  # its text may quote what the picture says: it is not passed on
        raise ExportRefused(why=Message("ecomap.words.no-pixels")) from None
