"""Writing a file in lines: what, for whom, which plan, which language, which folder. Enter alone takes the usual answer."""

from __future__ import annotations

from typing import Final

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import named_among
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.exporting import (
    NAMES,
    ROLES,
    WHATS,
    Order,
    Written,
    edition_choices,
    folder_at,
    gone_since,
    language_choices,
    leaves_out,
    names_choices,
    note,
    path_as_told,
    places_kept,
    reader_choices,
    write,
)

_EXISTS: Final = "export-exists"


def export(house: House, said: str = "", edition: int | None = None) -> None:
    """Ask what is to be written, then write it. ``said`` may name what already: ``word``, ``ecomap-svg`` …"""
    family, language = house.open_family, house.language
    whats = tuple(Choice(what, house.say(f"sign.what.{what}")) for what in WHATS)
    what = named_among(said, ((what, what) for what in WHATS)) or _asked(house, "what", whats, WHATS[0])
    reader = _asked(house, "reader", reader_choices(family, language), "team")
    if told := leaves_out(family, reader, house.today(), language):
        house.console.say(told)
    number = _asked(house, "edition", edition_choices(family, language), str(edition or ""))
    order = Order(
        what=what,
        reader=reader,
        language=_asked(house, "language", language_choices(language), _known_language(house)),
        in_roles=_asked(house, "names", names_choices(language), NAMES) == ROLES,
        folder=folder_at(answers.ask_path(house.console, f"{house.say('sign.export.folder')}?", "~")),
        edition=int(number) if number else None,
    )
    _write(house, order, overwrite=False)


def _asked(house: House, name: str, choices: tuple[Choice, ...], usual: str) -> str:
    """One of the choices; Enter alone takes the usual one."""
    best = next((choice.words for choice in choices if choice.id == usual), choices[0].words)
    picked = answers.ask_choice(house.console, f"{house.say(f'sign.export.{name}')}?", choices, many=False, usual=best)
    return picked[0] if picked else usual


def _known_language(house: House) -> str:
    tags = [choice.id for choice in language_choices(house.language)]
    wanted = house.open_family.header.language.split("-")[0]
    return wanted if wanted in tags else tags[0]


def _write(house: House, order: Order, *, overwrite: bool) -> None:
    """Write the file; one that is there already is written over only after a question."""
    family = house.open_family
    house.console.say(house.say("sign.export.working"))
    places, gone = places_kept(house.desk, family, order), gone_since(house.desk, family, order.edition)
    try:
        written = write(family, order, Options(today=house.today(), places=places), gone, overwrite=overwrite)
    except TeammeetError as error:
        if error.message_key != _EXISTS:
            raise
        if answers.ask_yes(house.console, "sign.overwrite", name=error.values.get("path", "")):
            _write(house, order, overwrite=True)
    except Exception as fault:  # an exporter of anybody's that fails in a way of its own must not end the meeting
        raise ExportRefused(why=house.say("sign.export.failed")) from fault
    else:
        _tell(house, order, written)


def _tell(house: House, order: Order, written: Written) -> None:
    """Say which file it is and what must be told about it; write down that it was made."""
    house.console.say(house.say("sign.export.written", path=path_as_told(written.path)), *written.remarks)
    if order.in_roles:
        house.console.say(house.say("roles.read-first"))
    note(house.desk, house.open_family, order, written)
