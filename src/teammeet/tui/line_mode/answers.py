"""Questions in lines: one more line, a choice by number, yes or no. A command in the place of an answer closes the question."""

from __future__ import annotations

import re
from typing import Final

from teammeet.messages import text
from teammeet.tui.line_mode.command_words import SLASH, means, named_among
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.spoken_rows import told
from teammeet.tui.meeting.scene import Choice


class Closed(Exception):
    """A question was closed by a command in the place of its answer; all that belongs to it is left as it is."""


NOTHING: Final = "-"
"""Typed alone, it empties what stands there."""
_NUMBERS: Final = re.compile(r"\d{1,4}(?:[\s,;]+\d{1,4})*")


def ask_line(
    console: Console, question: str, start: str = "", *, may_be_blank: bool = False, is_path: bool = False
) -> str | None:
    """The answer; ``None`` if all shall stay as it is. Where something stands already, Enter alone leaves it.

    A path may begin with a slash, so no command closes the question for one.

    Raises:
        Closed: by a command; so do all that ask here.
    """
    console.say(question)
    if start:
        console.tell("stands-there", words=start)
    typed = console.ask() if is_path else answer(console)
    if not typed and (start or not may_be_blank):
        return None
    return "" if start and typed == NOTHING else typed


def ask_path(console: Console, question: str, usual: str) -> str:
    """Where a file goes; Enter alone is the usual place. A path may begin with a slash, so no command closes this."""
    console.say(question)
    console.tell("enter-takes", words=usual)
    return console.ask() or usual


def ask_note(console: Console, question: str, start: str = "") -> str | None:
    """Several lines until Enter alone; ``None`` if there was none."""
    console.say(question)
    if start:
        console.tell("stands-there", words=start)
    console.tell("several-lines")
    lines: list[str] = []
    while typed := answer(console):
        lines.append(typed)
    return None if not lines else "" if lines == [NOTHING] else "\n".join(lines)


def ask_choice(
    console: Console,
    question: str,
    choices: tuple[Choice, ...],
    chosen: tuple[str, ...] = (),
    *,
    many: bool = True,
    usual: str = "",
) -> tuple[str, ...] | None:
    """What was picked, by number or by name; ``None`` if all shall stay as it is, or be as ``usual``. 0 picks none of many."""
    console.say(question)
    for number, choice in enumerate(choices, start=1):
        key = "choice-chosen" if choice.id in chosen else "choice"
        console.tell(key, number=number, words=choice.words)
    console.tell("pick-usual" if usual else "pick-many" if many else "pick-one", words=usual)
    while typed := answer(console):
        picked = picked_by(typed, choices, many=many)
        if picked is not None:
            return picked
        console.tell("not-in-list", number=len(choices))
    return None


def ask_one(console: Console, question: str, choices: tuple[Choice, ...], usual: str) -> str:
    """One of the choices; Enter alone takes ``usual``."""
    best = next((choice.words for choice in choices if choice.id == usual), choices[0].words)
    picked = ask_choice(console, question, choices, many=False, usual=best)
    return picked[0] if picked else usual


def picked_by(typed: str, choices: tuple[Choice, ...], *, many: bool) -> tuple[str, ...] | None:
    """The ids that ``typed`` names by numbers or by words, in the order of the list; ``None`` if it cannot be understood."""
    if _NUMBERS.fullmatch(typed):
        numbers = [int(number) for number in re.findall(r"\d+", typed)]
        if many and numbers == [0]:
            return ()
        if any(not 1 <= number <= len(choices) for number in numbers):
            return None
        ids = {choices[number - 1].id for number in numbers}
    else:
        named = [(choice.id, choice.words) for choice in choices]
        whole = named_among(typed, named)
        ids = {whole} if whole else {named_among(part, named) for part in typed.split(",")}
    if "" in ids or (not many and len(ids) != 1):
        return None
    return tuple(choice.id for choice in choices if choice.id in ids)


def ask_yes(console: Console, key: str, *, yes_first: bool = False, **values: object) -> bool:
    """Yes or no to the question ``KEY.title``; Enter alone is the answer that does no harm."""

    def said(part: str) -> str:
        return told(text(f"{key}.{part}", console.language, **values), console.language)

    console.say(said("title"), said("text"))
    console.tell("yes-or-no-enter-yes" if yes_first else "yes-or-no", yes=said("yes"), no=said("no"))
    while True:
        typed = answer(console)
        if not typed:
            return yes_first
        if means("yes", typed) or means("no", typed):
            return means("yes", typed)
        console.tell("not-yes-or-no")


def answer(console: Console) -> str:
    """The line that answers, a slash that was doubled taken off.

    Raises:
        Closed: a command stands in its place; it is done next.
    """
    typed = console.ask()
    if typed.startswith(SLASH * 2):
        return typed[1:]
    if not typed.startswith(SLASH):
        return typed
    if not means("cancel", typed[1:]):
        console.tell("question-closed")
        console.give_back(typed)
    else:
        console.tell("as-it-was")
    raise Closed
