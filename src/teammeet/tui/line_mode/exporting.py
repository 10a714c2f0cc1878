"""Writing a file in lines: what, for whom, which plan, which language, which folder. Enter alone takes the usual answer."""

from __future__ import annotations

from typing import Final

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import named_among
from teammeet.tui.line_mode.export_extras import Extras, asked_extras, asked_since
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.export_choices import known_language, usual_reader, what_choices
from teammeet.tui.sign.export_options import files_changed, heeded, is_of_a_form, options_of
from teammeet.tui.sign.exporting import (
    NAMES,
    ROLES,
    WHATS,
    Order,
    Written,
    edition_choices,
    folder_at,
    gone_for,
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
    """Ask what is to be written, then write it. ``said`` may name what already: ``word``, ``ecomap-svg`` …

    Raises:
        TeammeetError: it cannot be written, or a form or a key cannot be used.
    """
    family, language = house.open_family, house.language
    what = named_among(said, ((what, what) for what in WHATS)) or _asked(house, "what", what_choices(language), WHATS[0])
    reader = _asked(house, "reader", reader_choices(family, language), usual_reader(family, what))
    if told := leaves_out(family, reader, house.today(), language):
        house.console.say(told)
    number = _asked(house, "edition", edition_choices(family, language), str(edition or ""))
    tongue = _asked(house, "language", language_choices(language), known_language(family, language))
    in_roles = _asked(house, "names", names_choices(language), NAMES) == ROLES
    since, beside = asked_since(house, what)
    extras = asked_extras(house, heeded(what), tongue)
    order = Order(
        what=what,
        reader=reader,
        language=tongue,
        folder=folder_at(answers.ask_path(house.console, f"{house.say('sign.export.folder')}?", "~")),
        edition=int(number) if number else None,
        in_roles=in_roles,
        since=since,
        beside=beside,
        large=extras.large,
        second=extras.second,
        form=extras.form,
        key=extras.key,
    )
    _begin(house, order, extras)


def _asked(house: House, name: str, choices: tuple[Choice, ...], usual: str) -> str:
    """One of the choices; Enter alone takes the usual one."""
    return answers.ask_one(house.console, f"{house.say(f'sign.export.{name}')}?", choices, usual)


def _begin(house: House, order: Order, extras: Extras) -> None:
    house.console.say(house.say("sign.export.working"))
    basis = Options(today=house.today(), places=places_kept(house.desk, house.open_family, order))
    options = options_of(order, basis, extras.passphrase, house.now)
    if told := {name: path for name, path in files_changed(house.settings, order).items() if path}:
        house.remember(**told)
    _write(house, order, options, overwrite=False)


def _write(house: House, order: Order, options: Options, *, overwrite: bool) -> None:
    """Write the file; one that is there already is written over only after a question."""
    family = house.open_family
    gone = gone_for(house.desk, family, order)
    try:
        written = write(family, order, options, gone, overwrite=overwrite)
    except TeammeetError as error:
        if is_of_a_form(error):
            house.console.say(house.say("papers.told.form-check"))
        if error.message_key != _EXISTS:
            raise
        if answers.ask_yes(house.console, "sign.overwrite", name=error.values.get("path", "")):
            _write(house, order, options, overwrite=True)
    except Exception as fault:  # an exporter of anybody's that fails in a way of its own must not end the meeting
        raise ExportRefused(why=house.say("sign.export.failed")) from fault
    else:
        _tell(house, order, written)


def _tell(house: House, order: Order, written: Written) -> None:
    """Say which file it is and what must be told about it; write down that it was made."""
    house.console.say(house.say("sign.export.written", path=path_as_told(written.path)), *written.remarks)
    if order.key:
        house.console.say(house.say("papers.told.sealed"))
    if order.in_roles:
        house.console.say(house.say("roles.read-first"))
    note(house.desk, house.open_family, order, written)
