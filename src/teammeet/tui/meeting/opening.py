"""The opening card: why we are here, what stays here, no recording, ground rules; read aloud, and on the room's window."""

from collections.abc import Iterator

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.practice.steps import Wording
from teammeet.room_window.page import RoomPage
from teammeet.tui.meeting.room_page import lines_of
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Row, Scene
from teammeet.tui.meeting.tongues import languages_shown


def opening_lines(scene: Scene) -> tuple[Row, ...]:
    """The card as the room sees it: four headings, each with its lines. What was agreed goes before what the agenda says.

    Where an interpreter is at work, what the agenda or the house says stands in both languages; what people said stays theirs.
    """
    seen = scene if not scene.private else scene.for_the_room()
    header, opening = seen.shown.header, seen.agenda.opening
    return (
        *_part(seen, "purpose", _said(seen, seen.meeting.purpose, opening.purpose, "purpose")),
        *_part(seen, "confidentiality", _said(seen, header.confidentiality, opening.confidentiality, "confidentiality")),
        *_part(seen, "recording", _said(seen, "", opening.recording, "recording")),
        *_part(seen, "rules", iter(header.ground_rules) if header.ground_rules else _said(seen, "", None, "rules")),
    )


def opening_page(scene: Scene) -> RoomPage:
    """The card for the room's window."""
    title = scene.said("arrive.opening.title")
    return RoomPage(kind="opening", language=scene.language, title=title, lines=lines_of(opening_lines(scene)))


def ask_purpose(scene: Scene) -> Deed:
    """Why this meeting is held, typed anew; Enter alone: what the agenda says."""

    def answered(line: str) -> Deed:
        return Keep((put(scene.meeting.changed(purpose=line.strip())),))

    return AskLine(scene.said("arrive.ask.purpose"), answered, scene.meeting.purpose, may_be_blank=True)


def _part(scene: Scene, name: str, lines: Iterator[str]) -> Iterator[Row]:
    yield Row(f"opening:{name}", scene.said(f"arrive.opening.{name}"), heading=True)
    for number, line in enumerate(lines):
        yield Row(f"opening:{name}:{number}", line, level=1)


def _said(scene: Scene, agreed: str, of_agenda: Wording | None, house: str) -> Iterator[str]:
    if agreed:
        yield agreed
        return
    for tongue in languages_shown(scene):
        if of_agenda is None:
            yield text(f"arrive.opening.house-{house}", tongue)
        elif tongue == scene.language or tongue in of_agenda.languages:
            yield of_agenda.in_language(tongue)
