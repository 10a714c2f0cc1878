"""The two exporters: ``ecomap-svg`` and ``ecomap-png``."""

from dataclasses import dataclass

from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View
from teammeet_picture.picture import PRINT_WIDTH, checked_png, drawing


@dataclass(frozen=True, slots=True)
class PictureExporter:
    """The ecomap in one of the formats of pictures; for the team unless another reader is named."""

    name: str
    suffix: str
    reader: str = "team"
    heeds: frozenset[Heeded] = frozenset({"before"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text(f"ecomap.words.{self.suffix}", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The finished picture; what its font cannot draw is said.

        Raises:
            ExportRefused: a font of ``options`` is not a font, or the picture cannot be turned into pixels.
        """
        width = PRINT_WIDTH
        if options.before is None:
            picture = drawing(view, language, fonts=options.fonts, kept=options.places)
        else:
            from teammeet_picture.over_time import BESIDE_WIDTH, over_time  # a map of today is drawn without it

            width = BESIDE_WIDTH if options.beside else PRINT_WIDTH
            picture = over_time(
                options.before, view, language, moments=options.moments, side_by_side=options.beside, fonts=options.fonts,
                kept=options.places,
            )  # fmt: skip
        content = picture.svg.encode() if self.suffix == "svg" else checked_png(picture, width)
        return Exported(content, picture.remarks, picture.kept)


svg = PictureExporter("ecomap-svg", "svg")
png = PictureExporter("ecomap-png", "png")
