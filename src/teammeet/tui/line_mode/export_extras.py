"""What a file can be beyond the usual, asked in lines: compared, large, in two languages, in a form, under a seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from teammeet.export import Heeded
from teammeet.tui.line_mode import answers
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.export_choices import ONE, TWO, beside_choices, can_be_beside, second_choices, since_choices
from teammeet.tui.sign.export_options import heeded

if TYPE_CHECKING:
    from teammeet.tui.line_mode.house import House

_EXTRAS: Final[tuple[tuple[str, Heeded], ...]] = (
    ("large", "large"),
    ("second", "second"),
    ("form", "form"),
    ("key", "seal"),
)
"""What is offered, by the option that an exporter must heed for it."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What was asked for; ``passphrase`` opens ``key`` and is let go with this."""

    large: bool = False
    second: str = ""
    form: str = ""
    key: str = ""
    passphrase: str = ""


def asked_since(house: House, what: str) -> tuple[int | None, bool]:
    """The signed edition to compare with, and whether both stand next to each other; nothing is asked if none was signed."""
    choices = since_choices(house.open_family, what, house.language)
    if "before" not in heeded(what) or len(choices) == 1:
        return None, False
    picked = answers.ask_one(house.console, f"{house.say('papers.row.since')}?", choices, "")
    if not picked or not can_be_beside(what):
        return (int(picked) if picked else None), False
    question = f"{house.say('papers.row.beside')}?"
    return int(picked), answers.ask_one(house.console, question, beside_choices(house.language), ONE) == TWO


def asked_extras(house: House, heeds: frozenset[Heeded], first: str = "") -> Extras:
    """What else is wanted of what ``heeds`` allow; ``first`` is the language of the file. Enter alone: nothing."""
    offered = tuple(Choice(name, house.say(f"papers.lines.{name}")) for name, option in _EXTRAS if option in heeds)
    if not offered:
        return Extras()
    nothing = house.say("papers.lines.nothing")
    wanted = answers.ask_choice(house.console, house.say("papers.lines.more"), offered, usual=nothing) or ()
    key = _path(house, "key", house.settings.key_file) if "key" in wanted else ""
    return Extras(
        large="large" in wanted,
        second=_second(house, first) if "second" in wanted else "",
        form=_path(house, "form", house.settings.form_file) if "form" in wanted else "",
        key=key,
        passphrase=house.console.ask_hidden(house.say("papers.lines.passphrase")) if key else "",
    )


def _second(house: House, first: str) -> str:
    """The other language; where there is but one other, it is that."""
    others = second_choices(first, house.language)[1:]
    if len(others) == 1:
        return others[0].id
    return answers.ask_one(house.console, f"{house.say('papers.row.second')}?", others, others[0].id)


def _path(house: House, name: str, before: str) -> str:
    """Where a file is; Enter alone takes the one of the last time."""
    question = house.say(f"papers.lines.{name}-path")
    if before:
        return answers.ask_path(house.console, question, before)
    return answers.ask_line(house.console, question, is_path=True) or ""
