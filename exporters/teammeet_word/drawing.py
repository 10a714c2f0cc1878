"""The ecomap's picture: drawn for the page that it will stand on."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from teammeet.export import NOWHERE, Options
from teammeet.model.view import View
from teammeet_word.paper import Paper

MOST_OF_A_PAGE: Final = 0.86
"""What the picture may take of a page's height; the rest is its heading and its caption."""
_LEGEND: Final = 110.0
"""What the legend takes of the height, in points: every map prints its own."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map as a PNG, what it shows in one or two sentences, what its painter had to say, and where things lie on it.

    ``is_former`` says that it stands beside another in its document, as the map of a former plan.
    """

    content: bytes
    alternative: str
    remarks: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=lambda: NOWHERE)
    is_former: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, as the PNG's header says (PNG specification, IHDR)."""
        width, height = struct.unpack(">II", self.content[16:24])
        return width, height


def drawn(view: View, language: str, options: Options, paper: Paper) -> Drawing | None:
    """The map of ``view``; nothing where there is nobody and nothing to draw.

    Raises:
        ExportRefused: a font of ``options`` is not a font, or the picture cannot be turned into pixels.
    """
    if not (view.supports or view.people):
        return None
    from teammeet_picture.picture import checked_png, drawing

    page = (paper.text_width / 20, paper.text_height / 20 * MOST_OF_A_PAGE - _LEGEND)
    picture = drawing(view, language, fonts=options.fonts, kept=options.places, page=page, heading=False, table=False)
    return Drawing(checked_png(picture), picture.alt, picture.remarks, picture.kept)
