"""What a line can add, by the names that people call it."""

from __future__ import annotations

from teammeet.messages import LANGUAGES, UnknownMessage, text
from teammeet.tui.line_mode.command_words import named_among


def mode_in(modes: tuple[str, ...], said: str) -> str:
    """The mode that is called ``said``, in any language; empty if none or several may be meant."""
    names = [(mode, name) for mode in modes for name in (mode, *(_named(mode, tag) for tag in LANGUAGES))]
    return named_among(said, names)


def modes_in_words(modes: tuple[str, ...], language: str) -> str:
    """Their names, one after the other."""
    return "; ".join(_named(mode, language) for mode in modes)


def _named(mode: str, language: str) -> str:
    """What a mode is called; a mode of which no catalogue knows goes by its id."""
    try:
        return text(f"meeting.mode.{mode}", language)
    except UnknownMessage:
        return mode
