"""The first run in lines: the language, six words to write down, two of them asked back, who works here. Then the vault."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from teammeet.desk import Desk, Settings, new_passphrase
from teammeet.errors import TeammeetError
from teammeet.messages import LANGUAGES, text
from teammeet.text import NAME_LIMIT, mended
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.console import Console
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.recovery_sheet import SHEET_NAME, recovery_sheet

_ASKED_BACK: Final = 2


def set_up(console: Console, path: Path) -> Desk:
    """Make the vault at ``path``. Nothing is made before the last answer.

    Raises:
        Leave: somebody left before that.
        TeammeetError: the vault cannot be made there.
    """
    _welcome(console)
    words = _shown_words(console)
    _see_that_they_are_written(console, words)
    _offer_sheet(console, words, path)
    console.tell("setup-you")
    name, agency = (_short_line(console, key) for key in ("facilitator", "agency"))
    console.say(text("tui.setup.you.making", console.language))
    desk = Desk.create(path, " ".join(words))
    desk.save_settings(Settings(language=console.language, facilitator=name, agency=agency))
    return desk


def _welcome(console: Console) -> None:
    console.say(text("tui.setup.welcome.title", console.language))
    choices = tuple(Choice(tag, text(f"tui.language.{tag}", tag)) for tag in LANGUAGES)
    question = text("tui.setup.welcome.text", console.language)
    usual = next((choice.words for choice in choices if choice.id == console.language), choices[0].words)
    picked = answers.ask_choice(console, question, choices, many=False, usual=usual)
    if picked:
        console.language = picked[0]


def _shown_words(console: Console) -> tuple[str, ...]:
    """Six words by chance, a line each."""
    words = tuple(new_passphrase().split())
    console.say(text("tui.setup.words.title", console.language), text("tui.setup.words.text", console.language))
    for number, word in enumerate(words, start=1):
        console.tell("choice", number=number, words=word)
    console.tell("setup-care")
    return words


def _see_that_they_are_written(console: Console, words: tuple[str, ...]) -> None:
    """Two of the words must come back; where one does not, all are told again."""
    console.tell("setup-check")
    for place in sorted(secrets.SystemRandom().sample(range(len(words)), _ASKED_BACK)):
        asked = text("tui.setup.check.word", console.language, number=place + 1)
        while (answers.ask_line(console, f"{asked}?") or "").casefold() != words[place]:
            console.tell("setup-wrong", number=place + 1)
            for number, word in enumerate(words, start=1):
                console.tell("choice", number=number, words=word)


def _offer_sheet(console: Console, words: tuple[str, ...], path: Path) -> None:
    """A text file to print, only if it is wanted: the words stand in it in plain sight."""
    if not answers.ask_yes(console, "plain.sheet"):
        return
    from datetime import date

    from teammeet.export import Exported, save

    typed = answers.ask_path(console, text("tui.recovery.text", console.language), str(Path("~") / SHEET_NAME))
    target = Path(typed).expanduser()
    sheet = recovery_sheet(" ".join(words), path, date.today(), console.language)
    try:
        save(Exported(sheet.encode()), target)
    except TeammeetError as error:
        console.say(error.what(console.language), error.do(console.language))
    else:
        console.say(text("tui.recovery.saved", console.language, name=target.name))


def _short_line(console: Console, key: str) -> str:
    typed = answers.ask_line(console, f"{text(f'tui.settings.{key}', console.language)}?", may_be_blank=True)
    return mended(typed or "", limit=NAME_LIMIT)[0].strip()
