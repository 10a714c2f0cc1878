"""What stands on each page of set-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from teammeet.messages import LANGUAGES
from teammeet.text import NAME_LIMIT
from teammeet.tui import themes
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp


def page(app: TeamMeetApp, name: str, words: tuple[str, ...], asked: tuple[int, ...]) -> Iterator[Widget]:
    """The widgets of the page ``name``: its title, its plain words, what is asked there."""
    say = app.say
    yield Static(Content(say(f"tui.setup.{name}.title")), classes="title")
    yield Static(Content(say(f"tui.setup.{name}.text")), classes="lead")
    if name == "welcome":
        yield _languages(app)
    elif name == "words":
        yield _word_boxes(words)
        yield Static(Content(say("tui.setup.words.after")), classes="lead")
    elif name == "check":
        for number in asked:
            yield _field(f"word-{number}", say("tui.setup.check.word", number=number + 1))
        yield Static(id="said")
    else:
        yield _field("facilitator", say("tui.settings.facilitator"))
        yield _field("agency", say("tui.settings.agency"))
        yield _themes(app)
        yield Static(id="said")


def _word_boxes(words: tuple[str, ...]) -> Grid:
    """The words large, in numbered boxes, three in a row."""
    boxes = []
    for number, word in enumerate(words, start=1):
        box = Static(Content(word), classes="word")
        box.border_title = str(number)
        boxes.append(box)
    return Grid(*boxes, id="words")


def _languages(app: TeamMeetApp) -> OptionList:
    options = OptionList(*(Option(Content(app.say(f"tui.language.{tag}")), id=tag) for tag in LANGUAGES), id="language")
    options.highlighted = LANGUAGES.index(app.language) if app.language in LANGUAGES else 0
    return options


def _themes(app: TeamMeetApp) -> OptionList:
    options = OptionList(*(Option(Content(app.say(f"tui.theme.{name}")), id=name) for name in themes.NAMES), id="themes")
    options.highlighted = themes.NAMES.index(app.theme)
    options.border_title = app.say("tui.settings.theme")
    return options


def _field(name: str, title: str) -> LineInput:
    field = LineInput(limit=NAME_LIMIT, id=name)
    field.border_title = title
    return field
