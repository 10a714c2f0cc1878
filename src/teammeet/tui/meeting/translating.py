"""A translation beside the words: its language, by whom, and whether it was read back to who said it."""

import re
from collections.abc import Iterator
from typing import Final

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.tongues import tongue_of
from teammeet.model.values import Item, Translation, Words
from teammeet.tui.meeting.as_said import base, interpreter_today, languages_beside
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, Scene, Tell
from teammeet.tui.meeting.spoken import read_line

_LANGUAGE: Final = re.compile(r"^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\s*:\s+(?=\S)")
_YES: Final = "yes"
_NO: Final = "no"


def ask_translation(scene: Scene, item: Item, field: str) -> Deed:
    """Ask for the words in another language; "mam: …" says in which, "@JL" by whom. A translation that is there opens."""
    words: Words = getattr(item, field)
    wanted = likely_language(scene, words)
    held = next((each for each in words.translations if base(each.language) == base(wanted)), None)

    def typed(line: str) -> Deed:
        found = _LANGUAGE.match(line)
        tongue = found[1] if found else wanted
        said = read_line(line[found.end() :] if found else line, scene.tags)
        by = ", ".join(filter(None, map(scene.shown.label, said.people)))
        before = next((each for each in words.translations if each.language == tongue), None)
        by = by or (before.by if before and before.text == said.words else "") or interpreter_today(scene)
        return _ask_read_back(scene, item, field, Translation(language=tongue, text=said.words, by=by))

    question = text("capture.ask.translation", scene.language, tongue=wanted)
    return AskLine(question, typed, start=held.text if held else "")


def likely_language(scene: Scene, words: Words) -> str:
    """The language that is most likely wanted: the interpreter's, one of the family's, else the other one of the house."""
    own = base(tongue_of(words, scene.shown.header.language))
    return next((tongue for tongue in _languages(scene) if base(tongue) != own), own)


def with_translation(words: Words, told: Translation) -> Words:
    """``words`` with ``told`` in the place of what stood in that language, or after the others."""
    others = tuple(each for each in words.translations if each.language != told.language)
    at = next((n for n, each in enumerate(words.translations) if each.language == told.language), len(others))
    return words.changed(translations=(*others[:at], told, *others[at:]))


def _ask_read_back(scene: Scene, item: Item, field: str, told: Translation) -> Deed:
    def answered(picked: tuple[str, ...]) -> Deed:
        now = scene.family.get(item.id)
        if now is None:
            return Tell(scene.say("told.nothing-selected"))
        words = with_translation(getattr(now, field), told.changed(read_back=_YES in picked))
        return Keep((put(now.changed(**{field: words})),), scene.selected, said=text("capture.said.translated", scene.language))

    choices = tuple(Choice(one, text(f"capture.read-back.{one}", scene.language)) for one in (_NO, _YES))
    return AskPick(text("capture.ask.read-back", scene.language), choices, answered, many=False)


def _languages(scene: Scene) -> Iterator[str]:
    yield from languages_beside(scene)
    yield from scene.shown.header.other_languages
    yield from (tongue for person in scene.shown.people if isinstance(person, Person) for tongue in person.languages)
    yield from LANGUAGES
