"""What a person reads, by language: one folder a language, one TOML file a room.

A key is ``room.name`` or deeper (``errors.passphrase-wrong.what``); values are put in by name: ``{count}``.
Another language is another folder with the same files: see ``docs/languages.md``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("en", "es")
FALLBACK: Final = "en"
_LINE: Final = re.compile(r'(?:\[(?P<section>[\w.-]+)\]|(?P<name>[\w.-]+) = "(?P<words>[^"\\]*(?:\\.[^"\\]*)*)"|#.*|)')
"""A heading, a message, a remark or nothing: all that nearly every line of a catalogue is."""
_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


class UnknownMessage(KeyError):
    """A key that no catalogue holds: a fault of the program, found by the tests."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message that is put into words later, when the reader's language is known: a reason inside another message."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return text(self.key, FALLBACK, **self.values)


def text(key: str, language: str = FALLBACK, **values: object) -> str:
    """The message ``key`` in ``language`` (else in English), with ``values`` put in.

    Values are put in as they are and never read as placeholders themselves: what people typed may hold braces. A value
    that is a :class:`Message` is put into words in the same language.

    Raises:
        UnknownMessage: no catalogue holds ``key``.
    """
    room, _, name = key.partition(".")
    found = _catalogue(_known(language), room).get(name)
    if found is None:
        found = _catalogue(FALLBACK, room).get(name)
    if found is None:
        raise UnknownMessage(key)
    return _PLACE.sub(lambda place: _worded(values.get(place[1], place[0]), language), found)


def count(key: str, number: int, language: str = FALLBACK, **values: object) -> str:
    """The message ``key.one`` or ``key.many``, with ``{number}`` put in."""
    return text(f"{key}.{'one' if number == 1 else 'many'}", language, number=number, **values)


def keys(language: str) -> frozenset[str]:
    """Every key that ``language`` holds."""
    return frozenset(f"{room}.{name}" for room in rooms(language) for name in _catalogue(language, room))


def rooms(language: str) -> tuple[str, ...]:
    """The rooms that ``language`` has a file for."""
    folder = files(__name__) / language
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def _worded(value: object, language: str) -> str:
    return text(value.key, language, **value.values) if isinstance(value, Message) else str(value)


def _known(language: str) -> str:
    """The folder for a language tag, or a locale's name: ``es-MX`` and ``es_MX.UTF-8`` are read from ``es``."""
    base = re.split(r"[-_.]", language, maxsplit=1)[0].lower()
    return base if base in LANGUAGES else FALLBACK


@cache
def _catalogue(language: str, room: str) -> Mapping[str, str]:
    file = files(__name__) / language / f"{room}.toml"
    return dict(_read(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def _read(content: str) -> Iterator[tuple[str, str]]:
    """What a catalogue holds, a line a message: as TOML means it (the tests compare), in a sixth of its own reader's time.

    The start of the program reads a hundred kilobytes.
    """
    section = ""
    for line in content.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            yield from _as_toml(line, section)
        elif name := found["name"]:
            words = found["words"]
            yield f"{section}{name}", json.loads(f'"{words}"') if "\\" in words else words
        elif found["section"]:
            section = f"{found['section']}."


def _as_toml(line: str, section: str) -> Iterator[tuple[str, str]]:
    """A line that is written in another of TOML's ways."""
    import tomllib  # late: hardly any line needs it

    yield from ((f"{section}{name}", str(value)) for name, value in tomllib.loads(line).items())
