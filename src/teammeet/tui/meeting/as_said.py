"""How the record shows what people said: word for word in quotes, other words and the interpreter's language beneath."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from teammeet.messages import text
from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.values import Item, Words
from teammeet.tui.meeting.scene import Row, Scene
from teammeet.tui.meeting.written import place_in

OF_THE_HEADER: Final = ("vision", "mission")
"""Rows of the header that hold somebody's words; the fields have the same names."""


def as_said(scene: Scene, rows: Iterable[Row]) -> tuple[Row, ...]:
    """``rows`` with the words as they were said, whatever else stands in the record beside them."""
    tongues = languages_beside(scene)
    return tuple(row if row.heading else _as_said(scene, row, tongues) for row in rows)


def words_place(scene: Scene, row: Row | None) -> tuple[Item, str] | None:
    """The item of the whole record and its field in which the words of a row stand, if they are somebody's words."""
    place = place_in(row.id) if row else None
    if place is not None and place[0] in OF_THE_HEADER:
        return scene.family.header, place[0]
    item = (scene.family.get(row.id) or scene.family.get(row.item)) if row else None
    return (item, "words") if item is not None and isinstance(getattr(item, "words", None), Words) else None


def languages_beside(scene: Scene) -> tuple[str, ...]:
    """The languages in which somebody needs to hear it today, as far as the screen may show who is there."""
    return languages_interpreted(scene.shown, scene.meeting.id)


def languages_interpreted(record: Record, meeting: str) -> tuple[str, ...]:
    """The languages of those who are there with an interpreter in the meeting with that id, without their regions.

    Where nothing is said of their languages, the family's other ones.
    """
    tongues: list[str] = []
    for attendance in record.attendances:
        who = record.get(attendance.who)
        needs_one = bool(attendance.interpreter) or (isinstance(who, Person) and who.interpreter)
        if attendance.meeting == meeting and attendance.is_present and needs_one:
            tongues += (who.languages if isinstance(who, Person) else ()) or record.header.other_languages
    return tuple(dict.fromkeys(base(tongue) for tongue in tongues))


def interpreter_today(scene: Scene) -> str:
    """The name of an interpreter who is at work in this meeting; empty if there is none."""
    here = (a for a in scene.shown.attendances if a.meeting == scene.meeting.id and a.is_present)
    return next((a.interpreter for a in here if a.interpreter), "")


def base(tongue: str) -> str:
    """A language without its region: ``es`` of ``es-MX``."""
    return tongue.split("-")[0].lower()


def _as_said(scene: Scene, row: Row, tongues: tuple[str, ...]) -> Row:
    place = words_place(scene, row)
    seen = scene.shown.get(place[0].id) if place else None
    words = getattr(seen, place[1], None) if place else None
    if not isinstance(words, Words) or row.words != str(words):
        return row
    said = f"“{words.text}”" if words.verbatim and words.text else words.text or words.reworded
    return replace(row, words=said, beneath=tuple(_beneath(scene, words, tongues)))


def _beneath(scene: Scene, words: Words, tongues: tuple[str, ...]) -> Iterator[str]:
    if words.reworded and words.text:
        yield text("capture.row.reworded", scene.language, words=words.reworded)
    for told in words.translations:
        if base(told.language) in tongues:
            key = "capture.row.read-back" if told.read_back else "capture.row.translated"
            yield text(key, scene.language, tongue=told.language, words=told.text)
