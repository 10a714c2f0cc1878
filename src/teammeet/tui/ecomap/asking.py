"""Asking on the map: one of a list, by one key where the list is short enough for a figure or a letter each."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, ClassVar, Final

from teammeet.tui.meeting.meanings import AskPick, Choice, Tell
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.screens.choose import Choose

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp

_OPENING: Final = "abcdjmuv"
"""Keys that open a list on the map: pressed once more than was meant, they take nothing of it."""
_KEYS: Final = digits[1:] + "".join(letter for letter in ascii_lowercase if letter not in _OPENING)


class PickByKey(PickOne):
    """The question stays in sight above a long list."""

    CSS_PATH = "../styles/ecomap.tcss"
    BOX_CLASSES: ClassVar[str] = "help long-list"


async def one_of(app: TeamMeetApp, question: str, entries: Sequence[tuple[str, str]]) -> str | None:
    """The id of the entry (pairs of id and words) that people choose; ``None`` if none. Awaited in a worker.

    Each has a key of its own; where there are more entries than keys, part of a name is typed.
    """
    if not entries:
        app.tell("spotlight.told.nobody-else")
        return None
    if len(entries) > len(_KEYS):
        return await app.push_screen_wait(Choose(question, entries))
    choices = tuple(Choice(id, words, letter) for (id, words), letter in zip(entries, _KEYS, strict=False))
    picked = await app.push_screen_wait(PickByKey(AskPick(question, choices, lambda _: Tell(""), many=False)))
    return picked[0] if picked else None
