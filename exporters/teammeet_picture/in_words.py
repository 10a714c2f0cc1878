"""The exporter ``ecomap-words``: the map in words, then what it says in figures, as plain text."""

from teammeet.ecomap.graph import graph_of
from teammeet.ecomap.words import as_text
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View


class WordsExporter:
    """The map to be read, or to be read aloud; for the team unless another reader is named."""

    name = "ecomap-words"
    suffix = "txt"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"before"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("figures.export", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """Plain text in UTF-8: a line each, nothing that a screen reader would stumble over."""
        from teammeet.practice.support_figures_said import figures_as_text  # a picture is drawn without it

        parts = [
            *([text("roles.printed", language)] if view.in_roles else []),
            *([_since(options.before, view, language, options.moments)] if options.before else []),
            as_text(graph_of(view), language),
            figures_as_text(view, language),
        ]
        return Exported(("\n\n".join(parts) + "\n").encode())


def _since(before: View, view: View, language: str, moments: tuple[str, str]) -> str:
    """What became of the map since another moment."""
    from teammeet.ecomap.compared import compared_views
    from teammeet.ecomap.compared_words import as_text as compared_as_text

    return compared_as_text(compared_views(before, view), language, since=moments[0], until=moments[1])


words = WordsExporter()
