"""The map in words as a file: for a screen reader, for a phone call."""

from datetime import date

from teammeet import demo
from teammeet.export import Exporter, Options, exporter_named, file_name
from teammeet.model.readers import facilitator, reader_named

TODAY = date(2026, 3, 2)


def written(reader: str, language: str) -> str:
    """The file for a reader."""
    family = demo.family(TODAY)
    view = family.seen_by(reader_named(family, reader, TODAY))
    return exporter_named("ecomap-words").write(view, language, Options(today=TODAY)).content.decode()


def test_it_is_an_exporter_for_the_team() -> None:
    exporter = exporter_named("ecomap-words")
    assert isinstance(exporter, Exporter)
    assert (exporter.name, exporter.suffix, exporter.reader) == ("ecomap-words", "txt", "team")
    assert exporter.describe("es") != exporter.describe("en")
    family = demo.family(TODAY)
    assert file_name(exporter, family.seen_by(facilitator(TODAY))).endswith("-facilitator.txt")


def test_it_says_the_map_and_then_its_figures() -> None:
    said = written("team", "en")
    assert said.startswith("Ecomap of The Okonjo-Reyes family: 15 supports")
    assert "- Abuela Inés (Family): strong tie with Lola's home, energy both ways. Tenuous tie with Emeka." in said
    assert "\n\nCounted from what the team may see.\n\nWhen paid services end\n" in said
    assert said.endswith("\n")
    assert "Cuando terminen los servicios formales" in written("team", "es")


def test_it_holds_nothing_that_its_reader_may_not_see() -> None:
    """How helpful the family finds each one is the family's own; what kind a tie is, the team's and not everybody's."""
    assert "How much each one helps" in written("facilitator", "en")
    assert "How much each one helps" not in written("team", "en")
    room = written("room", "en")
    assert "takes energy" not in room
    assert "Counted from what all in the room may see." in room
