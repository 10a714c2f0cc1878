"""The words that people type after a slash, in every language at once: a family that speaks two mixes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from teammeet.messages import LANGUAGES, keys, text
from teammeet.text import folded

SLASH: Final = "/"
COMMANDS: Final = (
    *("help", "here", "rows", "select", "keys", "do", "edit", "add", "move", "remove", "undo", "redo"),
    *("next", "back", "step", "steps", "why", "question", "who", "time", "counts", "hints", "map", "figures", "read"),
    *("sections", "opening", "planning", "menu", "takeback", "park", "note", "everything", "pause", "readback", "stopwell"),
    *("share", "blank", "unshare", "until"),
    *("sign", "fix", "export", "copies", "end", "supports", "plan", "meetings", "history"),
    *("meet", "new", "list", "import", "private"),
    *("language", "leave", "lock", "quit"),
)
"""Every command of the mode. Its words are ``plain.word.ID``, what it does ``plain.does.ID``."""


def command_named(said: str) -> str:
    """The id of the command that goes by the word ``said``, in any language; empty if none does."""
    return _by_word().get(folded(said), "")


def word_of(command: str, language: str) -> str:
    """The word for a command that is shown to people."""
    return text(f"plain.word.{command}", language).split()[0]


def means(answer: str, said: str) -> bool:
    """Whether ``said`` is a word for ``yes``, ``no``, ``on``, ``off``, ``up``, ``down``, ``cancel``, ``all`` or ``since``."""
    return folded(said.strip()) in _words(f"plain.answer.{answer}")


def instead(room: str, key: str, language: str, **values: object) -> str:
    """The message ``ROOM.KEY``, in the words of this mode where it speaks of keys that there are not: ``plain.instead``."""
    own = f"plain.instead.{room}.{key}"
    return text(own if own in _own() else f"{room}.{key}", language, **values)


def named_among(said: str, names: Iterable[tuple[str, str]]) -> str:
    """The id of the one whose name is ``said``, or else is the only one that begins so; empty if none or several do."""
    wanted = folded(said.strip())
    listed = [(each, folded(name)) for each, name in names]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = {each for each, name in listed if wanted and fits(name, wanted)}
        if len(found) == 1:
            return found.pop()
    return ""


@cache
def _by_word() -> dict[str, str]:
    return {word: command for command in COMMANDS for word in _words(f"plain.word.{command}")}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_each(key))


def _each(key: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield from (folded(word) for word in text(key, language).split())


@cache
def _own() -> frozenset[str]:
    return frozenset(key for key in keys("en") if key.startswith("plain.instead."))
