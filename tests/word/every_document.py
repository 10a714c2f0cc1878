"""Every Word document that there is: exporter by layout by language by record, and what each promises to say."""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, Final

from tests.hostile import FIT

from teammeet.errors import TeammeetError
from teammeet.export import Exporter, Options, exporters, made
from teammeet.messages import LANGUAGES
from teammeet.messages import text as message
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import reader_named
from teammeet.model.values import Words
from teammeet.model.view import View
from teammeet.practice.said_calls import is_any_hour
from teammeet_word.accessibility import said
from teammeet_word.forms.ours import new_form
from teammeet_word.seal import Key, new_key, sealed

from .records import MACHINE_WORDS, TODAY, bare, demo, full
from .test_changes import as_all_is_shown

FOLDER: Final = "TEAMMEET_FAMILY_FILES"
MANY: Final = 200
_WHEN: Final = datetime(2031, 5, 14, 15, 30, tzinfo=UTC)
_UNSEEN: Final = re.compile("[\u200e\u200f\u2066-\u2069]")
_WHOLE: Final = ("word", "crisis-page")
"""Those that leave nothing out of what they are about."""
_AT_TIMES: Final = frozenset({"meetings.zone"})
"""What is printed of some items only: a zone of time says nothing of a meeting in person."""


@dataclass(frozen=True)
class Document:
    """One document, of what it was made, and whether all of the record that it is about must stand in it."""

    exporter: Exporter
    layout: str
    language: str
    record: str
    view: View
    content: bytes

    @property
    def name(self) -> str:
        """What its file is called here."""
        return f"{self.exporter.name}_{self.layout}_{self.language}_{self.view.role}_{self.record}"

    @property
    def lines(self) -> list[str]:
        """What it says, a paragraph a line, what is struck out too."""
        return [plain(line) for line in said(as_all_is_shown(self.content)).split("\n")]


def plain(text: str) -> str:
    """A text as it is compared: without marks of direction, every gap one space."""
    return " ".join(_UNSEEN.sub("", text).split())


@cache
def _key() -> Key:
    return new_key("Río Delgado", _WHEN)


@cache
def layouts() -> dict[str, dict[str, Options]]:
    """Every way in which a document may be laid out, by language."""
    usual = Options(today=TODAY)
    return {
        "plain": {language: usual for language in (*LANGUAGES, "ar", "he", "km")},
        "large": {language: replace(usual, large=True) for language in (*LANGUAGES, "ar")},
        "beside": {"en": replace(usual, second="es"), "es": replace(usual, second="ar"), "he": replace(usual, second="en")},
        "form": {language: replace(usual, form=new_form(language)) for language in (*LANGUAGES, "he")},
        "sealed": {"en": replace(usual, seal=_sealed), "ar": replace(usual, seal=_sealed)},
    }


def _sealed(content: bytes) -> bytes:
    return sealed(content, _key(), _WHEN)


def hostile() -> Family:
    """A record with a string that breaks programs in every field of text."""
    family, marks = full()
    text = write_family(family)
    strings = cycle(value for value in FIT.values() if "\n" not in value and len(value) <= 60)
    for mark in marks:
        text = text.replace(mark, json.dumps(f"{mark[-3:]}{next(strings)}")[1:-1])
    return read_family(text.encode())


def many() -> Family:
    """A family with 200 needs, each with an outcome and a task."""
    edits = []
    for number in range(MANY):
        need = Need(id=f"need-{number}", words=Words(text=f"What we need, number {number}"), rank=number + 1)
        outcome = Outcome(id=f"outcome-{number}", needs=(need.id,), words=Words(text=f"It is better by {number}"))
        edits += [need, outcome, Task(id=f"task-{number}", need=need.id, words=Words(text=f"Do it {number} times"))]
    return demo().with_edits(map(put, edits))


@cache
def records() -> dict[str, Family]:
    """Invented records, and those of the folder that was named."""
    ours = {"full": full()[0], "demo": demo(), "bare": bare(), "many": many(), "hostile": hostile()}
    folder = os.environ.get(FOLDER)
    return ours | {path.stem: read_family(path.read_bytes()) for path in sorted(Path(folder or os.devnull).glob("*.json"))}


def documents() -> Iterator[Document]:
    """Every document of every exporter that makes Word files, those of other packages too."""
    for exporter in exporters():
        if exporter.suffix == "docx":
            yield from _of(exporter)


def _of(exporter: Exporter) -> Iterator[Document]:
    for layout, languages in layouts().items():
        for language, options in languages.items():
            if not options.asked <= exporter.heeds:
                continue
            readers = {exporter.reader, "facilitator"} if (layout, language) == ("plain", "en") else {exporter.reader}
            for reader in sorted(readers):
                yield from _for(exporter, reader, layout, language)


def _for(exporter: Exporter, reader: str, layout: str, language: str) -> Iterator[Document]:
    for name, family in records().items():
        try:
            view = family.seen_by(reader_named(family, reader, TODAY))
            options = _since(exporter, family, reader, layouts()[layout][language])
            content = made(exporter, view, language, options).content
        except TeammeetError:  # no such reader, nothing to compare with, nothing to put on a card: it says so
            continue
        yield Document(exporter, layout, language, name, view, content)


def former(family: Family) -> Family:
    """Another moment of a record: without its first need, and with other words for its second."""
    needs = family.needs
    return family.with_edits(
        [*map(drop, needs[:1]), *(put(need.changed(words=Words(text="It was said in other words"))) for need in needs[1:2])]
    )


def _since(exporter: Exporter, family: Family, reader: str, options: Options) -> Options:
    if "before" not in exporter.heeds:
        return options
    then = former(family)
    return replace(options, before=then.seen_by(reader_named(then, reader, TODAY)))


# What they promise to say


def missing(document: Document) -> list[str]:
    """The texts of its record that it promises to say and does not, each after its place."""
    lines = document.lines
    text = " ".join(lines)
    return [f"{place}: {one[:60]!a}" for place, one in _promised(document) if plain(one) not in text]


def _promised(document: Document) -> Iterator[tuple[str, str]]:
    name, view = document.exporter.name, document.view
    if name in _WHOLE:
        places = _places(name, document.layout, document.language, view.role)
        for place, text in _texts(json.loads(write_family(view))):
            if place in places:
                yield from ((place, line) for line in _as_told(place, text, document.language).split("\n"))
    elif name in _BRIEF:
        yield from ((name, text) for text in _BRIEF[name](view))


def _as_told(place: str, said: str, language: str) -> str:
    """What a document tells of a text of the record: as it stands; hours that only say "at any hour" are told in one way."""
    is_told_so = place == "crisis_calls.when" and is_any_hour(said)
    return message("word.day_and_night", language) if is_told_so else said


@cache
def _places(exporter: str, layout: str, language: str, role: str) -> frozenset[str]:
    """The places of a record that such a document prints: those whose marks stand in that of the full record."""
    marks = full()[1]
    which = next(each for each in exporters() if each.name == exporter)
    family = records()["full"]
    view = family.seen_by(reader_named(family, role, TODAY))
    options = _since(which, family, role, layouts()[layout][language])
    text = said(as_all_is_shown(made(which, view, language, options).content))
    found: dict[str, bool] = {}
    for mark, place in marks.items():  # a place that is printed of some items only is not promised
        found[place] = found.get(place, True) and mark in text
    return frozenset(place for place, is_there in found.items() if is_there) - MACHINE_WORDS - _AT_TIMES


def _texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from _texts(held, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for held in value:
            yield from _texts(held, place)


def _labels(view: View) -> list[str]:
    family = [p.id for p in view.people if p.in_family and p.nature == "person" and p.life == "living"]
    team = [m.who for m in view.team if m.left_on is None or m.left_on > view.on]
    return [view.label(who) for who in (*family, *team)]


def _first_needs(view: View) -> list[str]:
    needs = sorted((need for need in view.needs if need.rank is not None), key=lambda need: need.rank or 0)
    return [need.words.text for need in needs if need.status == "open"][:3]


_BRIEF: Final[dict[str, Callable[[View], list[str]]]] = {"share-sheet": _first_needs, "attendance-sheet": _labels}
