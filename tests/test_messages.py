"""What a person reads: every language complete, every key used, every placeholder filled, every sentence plain."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.reading import english_grade, english_syllables, spanish_ease, spanish_syllables, words_in

from teammeet.messages import LANGUAGES, Message, UnknownMessage, count, keys, rooms, text
from teammeet.practice.agenda import Agenda, agendas

ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"\{([a-z_]+)\}")
DOTTED = re.compile(r"[a-z][a-z_]*(\.[a-z0-9_-]+)+")

HARDEST = 6.0
"""The highest school grade that an English message may ask for."""
LEAST_EASE = 45.0
"""The least ease of a Spanish message: in a sentence of eight words one long word more takes ten points."""
EASE = 65.0
"""The least ease of a whole room or agenda: 65 and more is easy for everybody."""
FEW = 8
"""Shorter messages are labels: a formula for sentences says nothing of them."""

NOT_SENTENCES = {
    "meeting.words.": "lists of words that people type, not read",
    "cli.option.for": "names of readers, as the command takes them",
    "cli.option.demo-file": "names what the command writes, in the words of the documentation",
    "errors.reader-unknown.do": "names of readers, as the command takes them",
    "errors.font-refused.do": "names of font formats",
    "errors.terminal-missing.what": "the name of the program, and what it runs in, have no shorter words",
    "word.part_two": "the notice of 42 CFR 2.32, which the law words",
    "word.gaps_why": "names what a gap in services is, in the field's words",
}
"""Messages that are not measured, with the reason; a key ends where its group of messages ends."""
OTHER_PLACES = {"word.time": "a clock of twelve hours in English, of twenty-four in Spanish"}
SAME_IN_BOTH = {
    "meeting.words.": "lists of words that people type: both languages are understood in both",
}


def is_listed(key: str, listed: dict[str, str]) -> bool:
    return any(key == one or (one.endswith(".") and key.startswith(one)) for one in listed)


def measured(language: str) -> Iterator[tuple[str, str]]:
    """The messages of a language that are sentences."""
    for key in sorted(keys(language)):
        if not is_listed(key, NOT_SENTENCES):
            yield key, text(key, language)


def steps_of(agenda: Agenda, language: str) -> Iterator[tuple[str, str]]:
    for place, wording in agenda.wordings():
        yield f"{agenda.id}: {place}", wording.in_language(language)


def everything(language: str) -> list[tuple[str, str]]:
    return [*measured(language), *(said for agenda in agendas() for said in steps_of(agenda, language))]


def as_page(said: list[str]) -> str:
    """Messages one after another, each ending as a sentence does."""
    return " ".join(one if one.rstrip().endswith((".", "!", "?", ":")) else f"{one}." for one in said if one)


# Complete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_rooms_and_keys_of_english(language: str) -> None:
    assert rooms(language) == rooms("en")
    assert sorted(keys(language) ^ keys("en")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_the_placeholders_of_the_english_one(language: str) -> None:
    differ = {
        key
        for key in keys("en") & keys(language)
        if set(PLACE.findall(text(key, language))) != set(PLACE.findall(text(key, "en"))) and key not in OTHER_PLACES
    }
    assert differ == set()


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_of_three_words_or_more_was_left_in_english(language: str) -> None:
    left = {
        key
        for key in keys("en") & keys(language)
        if len(words_in(text(key, "en"))) >= 3 and text(key, language) == text(key, "en") and not is_listed(key, SAME_IN_BOTH)
    }
    assert left == set()


def test_a_message_for_one_has_one_for_many() -> None:
    for language in LANGUAGES:
        for key in keys(language):
            if key.endswith((".one", ".many")):
                stem = key.rpartition(".")[0]
                assert {f"{stem}.one", f"{stem}.many"} <= keys(language), key


# Used

ASKING = ("text", "count", "say", "Message")
"""The functions that are asked for a message."""


@dataclass(frozen=True)
class Source:
    """All texts of the source, patterns of its f-strings, keys that it asks for whole, and keys without their room."""

    constants: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    whole: frozenset[str]
    of_a_room: frozenset[str]


@cache
def source() -> Source:
    nodes = [
        node
        for folder in ("src", "exporters")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    return Source(
        frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)),
        tuple(
            re.compile(pattern) for pattern in {_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr)} if pattern
        ),
        frozenset(_keys_asked(nodes, ast.Name)),
        frozenset(_keys_asked(nodes, ast.Attribute)),
    )


def _pattern(node: ast.JoinedStr) -> str:
    """What an f-string may be; nothing, if it says nothing itself."""
    parts = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
    return "".join(re.escape(part) if part else r"[\w.-]+" for part in parts) if len("".join(parts)) > 1 else ""


def _keys_asked(nodes: list[ast.AST], by: type[ast.expr]) -> Iterator[str]:
    """The keys with which ``text``, ``count``, ``say`` and ``Message`` are called."""
    for node in nodes:
        if isinstance(node, ast.Call) and node.args and isinstance(node.func, by):
            first = node.args[0]
            key = first.value if isinstance(first, ast.Constant) else None
            if _name_of(node.func) in ASKING and isinstance(key, str) and DOTTED.fullmatch(key):
                yield key


def _name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def is_used(key: str) -> bool:
    """Whether the source names ``key``: whole, without its room, as one of a pair, by an f-string, or by its table."""
    stem = re.sub(r"\.(one|many)$", "", key)
    forms = {form for whole in (key, stem) for form in (whole, whole.partition(".")[2])}
    tables = {".".join(key.split(".")[:depth]) for depth in range(2, key.count(".") + 1)}
    if (forms | tables) & source().constants:
        return True
    return any(pattern.fullmatch(form) for pattern in source().patterns for form in forms)


def test_every_key_that_the_source_names_is_there() -> None:
    known = keys("en") | {re.sub(r"\.(one|many)$", "", key) for key in keys("en")}
    assert sorted(source().whole - known) == []
    assert sorted(source().of_a_room - known - {key.partition(".")[2] for key in known}) == []
    assert len(source().whole) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_read_as_toml_means_them(language: str) -> None:
    for file in (ROOT / "src/teammeet/messages" / language).glob("*.toml"):
        meant = dict(flat(tomllib.loads(file.read_text(encoding="utf-8"))))
        assert {key: text(f"{file.stem}.{key}", language) for key in meant} == meant
        assert meant.keys() == {key.partition(".")[2] for key in keys(language) if key.startswith(f"{file.stem}.")}


def flat(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value)


def test_every_key_is_used() -> None:
    assert sorted(key for key in keys("en") if not is_used(key)) == []


def test_a_key_that_nobody_names_is_found() -> None:
    assert not is_used("practice.nobody-says-this-anywhere")
    assert not is_used("nowhere.at.all")


# Filled


def test_values_are_put_in_as_they_are() -> None:
    assert "{limit}" in text("errors.text-too-long.what", place="{limit}", length=1, limit=2)
    assert text("errors.family-unknown.what", code="[/]\\1 {code}") == "No family here has the code [/]\\1 {code}."


def test_a_message_in_a_message_is_in_the_same_language() -> None:
    inner = Message("model.fault.digits")
    assert text("errors.file-refused.what", "es", place="x", why=inner).endswith("tiene demasiadas cifras.")
    assert text("errors.file-refused.what", "en", place="x", why=inner).endswith("it has too many digits.")
    assert str(inner) == "it has too many digits"


def test_an_unknown_language_reads_english_and_a_region_its_language() -> None:
    for language in ("fr", "", "tlh-Latn", "C.UTF-8"):
        assert text("model.domain.money", language) == "Basic needs and money"
    for language in ("es-MX", "es_MX.UTF-8", "ES"):
        assert text("model.domain.money", language) == "Gastos y dinero"


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    for key in ("", "model", "model.", "model.domain", "nowhere.at.all", "../errors.unexpected.what"):
        with pytest.raises(UnknownMessage):
            text(key)


def test_one_is_told_from_many() -> None:
    key = next(key.removesuffix(".one") for key in sorted(keys("en")) if key.endswith(".one"))
    assert count(key, 1) == text(f"{key}.one", number=1)
    assert count(key, 0) == text(f"{key}.many", number=0)
    assert count(key, 2) == text(f"{key}.many", number=2)


# Plain


def test_every_english_sentence_is_plain() -> None:
    hard = [
        (round(english_grade(said), 1), place, said)
        for place, said in everything("en")
        if len(words_in(said)) >= FEW and english_grade(said) > HARDEST
    ]
    assert sorted(hard, reverse=True) == []


def test_every_spanish_sentence_is_plain() -> None:
    hard = [
        (round(spanish_ease(said), 1), place, said)
        for place, said in everything("es")
        if len(words_in(said)) >= FEW and spanish_ease(said) < LEAST_EASE
    ]
    assert sorted(hard) == []


@pytest.mark.parametrize("agenda", agendas(), ids=lambda agenda: agenda.id)
def test_an_agenda_as_a_whole_is_plain(agenda: Agenda) -> None:
    assert english_grade(as_page([said for _, said in steps_of(agenda, "en")])) <= HARDEST
    assert spanish_ease(as_page([said for _, said in steps_of(agenda, "es")])) >= EASE


@pytest.mark.parametrize("room", rooms("en"))
def test_a_room_as_a_whole_is_plain(room: str) -> None:
    for language in LANGUAGES:
        page = as_page([said for key, said in measured(language) if key.startswith(f"{room}.")])
        assert (english_grade(page) <= HARDEST) if language == "en" else (spanish_ease(page) >= EASE), language


def test_hard_sentences_are_found() -> None:
    hard = "The interdisciplinary collaboration necessitates comprehensive documentation of individualized interventions."
    assert english_grade(hard) > 12
    assert english_grade("We meet on Monday. You say what you need. We write it down.") < 3
    duro = "La colaboración interdisciplinaria requiere documentación exhaustiva de intervenciones individualizadas."
    assert spanish_ease(duro) < 20
    assert spanish_ease("Nos vemos el lunes. Usted dice lo que necesita. Lo anotamos.") > 80


def test_syllables_are_counted_as_they_are_said() -> None:
    english = {
        "table": 2,
        "needed": 2,
        "makes": 1,
        "changes": 2,
        "family": 2,
        "animal": 3,
        "strength": 1,
        "people": 2,
        "closed": 1,
        "home": 1,
    }
    assert {word: english_syllables(word) for word in english} == english
    spanish = {"familia": 3, "reunión": 2, "día": 2, "guerra": 2, "quiere": 2, "agua": 2, "leer": 2, "muy": 1, "necesita": 4}
    assert {word: spanish_syllables(word) for word in spanish} == spanish
