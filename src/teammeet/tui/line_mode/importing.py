"""A file into the vault, in lines: a family file whole, or a plan in Word whose differences are asked one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teammeet.tui.line_mode.answers import answer, ask_line, ask_yes
from teammeet.tui.line_mode.command_words import means
from teammeet.tui.taking_back import CameBack, came_back, contents_of, is_word_file, told_when_in

if TYPE_CHECKING:
    from teammeet.desk import Incoming
    from teammeet.desk.asking import Answer
    from teammeet.desk.taking_back import ComingBack, Question
    from teammeet.tui.line_mode.house import House


def import_file(house: House, path: str) -> None:
    """Look at the file, ask, and keep what was agreed to; the path is asked where none was said.

    Raises:
        TeammeetError: the file may not come in, or a text of it does not fit.
    """
    asked = path or ask_line(house.console, house.say("tui.import.text"), is_path=True)
    if not asked:
        return
    raw = contents_of(asked)
    if is_word_file(raw):
        _take_back(house, came_back(house.desk, raw, house.language))
        return
    incoming = _of_a_family_file(house, house.desk.look_at(raw))
    if incoming is not None:
        family = house.desk.accept(incoming)
        house.console.say(house.say("tui.import.done", name=family.header.name))


def _of_a_family_file(house: House, incoming: Incoming) -> Incoming | None:
    """The file as a whole, if that is wanted."""
    kind = "new" if incoming.is_new else ("changes" if incoming.edits else "same")
    name, code, number = incoming.family.header.name, incoming.family.code, len(incoming.edits)
    if kind == "same":
        house.console.say(house.say("tui.import.same.title", name=name, code=code), house.say("tui.import.same.text"))
        return None
    return incoming if ask_yes(house.console, f"back.in-lines.{kind}", name=name, code=code, number=number) else None


def _take_back(house: House, back: CameBack) -> None:
    """Ask, and keep what was taken of a plan."""
    coming = back.coming
    name, code = coming.family.header.name, coming.family.code
    house.console.say(house.say("back.new-title" if coming.is_new else "back.title", name=name, code=code), *back.remarks)
    if not coming.questions and not coming.is_new:
        house.console.say(house.say("back.same"))
        return
    chosen = _chosen(house, coming)
    if chosen is None:
        house.console.say(house.say("back.stopped"))
        return
    number = 0 if coming.is_new else len(chosen) - len(coming.loose(chosen))
    if not (ask_yes(house.console, "back.in-lines.new", name=name, code=code) if coming.is_new else number):
        house.console.say(house.say("back.nothing-taken"))
        return
    family = house.desk.accept(house.desk.taking(coming, chosen))
    house.console.say(house.say(told_when_in(number), name=family.header.name, number=number))


def _chosen(house: House, coming: ComingBack) -> list[Question] | None:
    """What is taken; ``None`` if somebody stopped."""
    from teammeet.desk.asking import answered, how_to_stop

    if not coming.questions:
        return []
    house.console.say(how_to_stop(house.language))
    return answered(coming, lambda lines: _answer(house, lines), house.console.say, house.language)


def _answer(house: House, lines: tuple[str, ...]) -> Answer:
    """The answer to what is told in ``lines``: by its key, or yes to take it and no to keep the record."""
    from teammeet.desk.asking import answer_in, how_to_answer

    house.console.say(*lines)
    while True:
        house.console.say(how_to_answer(house.language))
        typed = answer(house.console)
        if means("yes", typed):
            return "take"
        found = "keep" if means("no", typed) else answer_in(typed, house.language)
        if found:
            return found
