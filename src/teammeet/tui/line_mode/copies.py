"""Everything for everybody, in lines: all the copies into one folder before anybody leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from teammeet.export import Heeded, Options
from teammeet.model.values import Item
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.export_extras import asked_extras
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.everything import (
    PLAN,
    Outcome,
    Sending,
    copies_given,
    for_whom,
    in_folder,
    sendings,
    withheld_told,
    would_see,
    write_all,
)
from teammeet.tui.sign.export_options import seal_with
from teammeet.tui.sign.exporting import folder_at, gone_since, own_folder, path_as_told

_EXISTS: Final = "export-exists"
_FOR_ALL: Final[frozenset[Heeded]] = frozenset({"large", "seal"})
"""What can be wanted of all files at once."""


def write_copies(house: House, edition: int | None = None) -> None:
    """Ask which copies and where to, write them, and note as given what was handed out."""
    family = house.open_family
    gone = gone_since(house.desk, family, edition)
    found = sendings(family, folder_at("~"), Options(today=house.today()), edition, gone, rating=True)
    usual = tuple(each.name for each in found if not each.is_asked_for)
    choices = tuple(Choice(each.name, _in_words(house, each)) for each in found)
    say_all = house.say("ending.all.write", number=len(usual))
    picked = answers.ask_choice(house.console, house.say("ending.all.title"), choices, usual, usual=say_all)
    extras = asked_extras(house, _FOR_ALL)
    own = f"~/{own_folder(family, edition)}"
    folder = folder_at(answers.ask_path(house.console, f"{house.say('ending.all.folder')}?", own))
    names = usual if picked is None else picked
    wanted = in_folder(tuple(each for each in found if each.name in names), folder)
    seal = seal_with(extras.key, extras.passphrase, house.now) if extras.key else None
    wished = Options(today=house.today(), large=extras.large, seal=seal)
    outcomes = _write(house, wanted, gone, wished, overwrite=False)
    there = tuple(outcome.sending for outcome in outcomes if outcome.error and outcome.error.message_key == _EXISTS)
    if there:
        house.console.say(house.say("ending.all.exists", number=len(there)))
        if answers.ask_yes(house.console, "ending.all-exists"):
            outcomes = (*outcomes, *_write(house, there, gone, wished, overwrite=True))
    edits = copies_given(family, tuple(outcome for outcome in outcomes if outcome.written), Options(today=house.today()))
    if edits and answers.ask_yes(house.console, "plain.given") and house.keep(*edits):
        house.console.say(house.say("ending.all.noted"))
    house.console.say(house.say("ending.all.written", number=sum(bool(o.written) for o in outcomes), path=path_as_told(folder)))


def _write(
    house: House, wanted: tuple[Sending, ...], gone: tuple[Item, ...], wished: Options, *, overwrite: bool
) -> tuple[Outcome, ...]:
    """Write the files; say of each that was not written why, and note what left the house."""
    family_id = house.open_family.header.id
    readers = {each.order.reader for each in wanted}
    options = {r: replace(wished, places=house.desk.map_places(family_id, r)) for r in readers}
    house.console.say(house.say("sign.export.working"))
    outcomes = write_all(house.open_family, wanted, options, overwrite=overwrite, progress=lambda done: None, gone=gone)
    for outcome in outcomes:
        order = outcome.sending.order
        if outcome.written is not None:
            house.console.say(outcome.sending.name, *outcome.written.remarks)
            house.desk.note_access(family_id, outcome.written.noted_as)
            if order.edition is None and order.what == PLAN:
                house.desk.save_map_places(family_id, order.reader, outcome.written.places)
        elif outcome.error is not None and outcome.error.message_key != _EXISTS:
            why = outcome.error.what(house.language)
            house.console.say(house.say("ending.all.failed", file=outcome.sending.name, why=why))
    return outcomes


def _in_words(house: House, sending: Sending) -> str:
    what = house.say(f"ending.all.{'plan' if sending.order.what == PLAN else sending.order.what}")
    tongue = house.say(f"tui.language.{sending.order.language}")
    language = house.language
    whom = for_whom(house.open_family, sending, language)
    parts = (what, whom, tongue, would_see(sending, language), withheld_told(sending, language))
    return "; ".join(part for part in parts if part)
