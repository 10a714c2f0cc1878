"""Small dialogs: pick some of a list, pick one, pick the kind of meeting."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from teammeet.practice.agenda import Agenda
from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import AskPick
from teammeet.tui.screens.base import CANCEL, HouseModal


class Pick(HouseModal[tuple[str, ...]]):
    """Marks lines of a list; the answer is the ids that are marked, ``None`` if nothing shall change."""

    HELP_KEY: ClassVar[str] = "meeting.help.pick"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("meeting.take", "enter", footer=True, priority=True),
        Command("meeting.mark", "space", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, ask: AskPick) -> None:
        super().__init__()
        self._ask = ask

    def compose_body(self) -> ComposeResult:
        """The question and the list."""
        yield Static(Content(self._ask.question), classes="dialog-title")
        marked = frozenset(self._ask.chosen)
        yield SelectionList[str](
            *(Selection(Content(choice.words), choice.id, choice.id in marked) for choice in self._ask.choices), id="choices"
        )

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one("#choices").focus()

    def action_take(self) -> None:
        """The marked ones are the answer, in the order of the list."""
        marked = frozenset(self.query_one("#choices", SelectionList).selected)
        self.dismiss(tuple(choice.id for choice in self._ask.choices if choice.id in marked))

    def action_mark(self) -> None:
        """Mark the line, or take its mark away."""
        self.query_one("#choices", SelectionList).action_select()


class PickOne(HouseModal[tuple[str, ...]]):
    """Takes one line of a list by Enter; the answer is its id, alone in a tuple."""

    HELP_KEY: ClassVar[str] = "meeting.help.pick-one"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL, HELP)

    def __init__(self, ask: AskPick) -> None:
        super().__init__()
        self._ask = ask

    def compose_body(self) -> ComposeResult:
        """The question and the list."""
        yield Static(Content(self._ask.question), classes="dialog-title")
        yield OptionList(*(Option(Content(one.words), id=one.id) for one in self._ask.choices), id="choices", markup=False)

    def on_mount(self) -> None:
        """The list has the focus, on what was chosen before."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = next((n for n, one in enumerate(self._ask.choices) if one.id in self._ask.chosen), 0)
        listed.focus()

    @on(OptionList.OptionSelected, "#choices")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss((chosen.option_id or "",))


class PickAgenda(HouseModal[str]):
    """Which kind of meeting begins; the answer is the agenda's id."""

    HELP_KEY: ClassVar[str] = "meeting.help.agendas"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL, HELP)

    def __init__(self, agendas: tuple[Agenda, ...], first: str) -> None:
        super().__init__()
        self._agendas = agendas
        self._first = first

    def compose_body(self) -> ComposeResult:
        """Title, then one entry an agenda."""
        yield Static(Content(self.app.say("meeting.start.title")), classes="dialog-title")
        yield OptionList(*(Option(self._entry(agenda), id=agenda.id) for agenda in self._agendas), id="agendas", markup=False)

    def on_mount(self) -> None:
        """The one that fits best is selected."""
        listed = self.query_one("#agendas", OptionList)
        listed.highlighted = next((n for n, agenda in enumerate(self._agendas) if agenda.id == self._first), 0)
        listed.focus()

    @on(OptionList.OptionSelected, "#agendas")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss(chosen.option_id)

    def _entry(self, agenda: Agenda) -> Content:
        told = self.app.say("meeting.start.minutes", minutes=agenda.minutes, steps=len(agenda.steps))
        name = Content.styled(agenda.title.in_language(self.app.language), "bold")
        about = Content.styled(f"\n{agenda.for_whom.in_language(self.app.language)}  ", "")
        return name + about + Content.styled(told, "$quiet")
