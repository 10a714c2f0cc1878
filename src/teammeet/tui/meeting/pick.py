"""Small dialogs: pick some of a list, pick one, pick the kind of meeting."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from teammeet.practice.agenda import Agenda
from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import AskPick, Choice
from teammeet.tui.screens.base import CANCEL, HouseModal


class Pick(HouseModal[tuple[str, ...]]):
    """Takes the selected line, or all that are marked; the answer is their ids, ``None`` if nothing shall change.

    Where some were chosen before, they are marked from the start, and the selected line is taken besides.
    """

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
        self._marked = set(ask.chosen)
        self._was_marked = False

    def compose_body(self) -> ComposeResult:
        """The question and the list."""
        yield Static(Content(self._ask.question), classes="dialog-title")
        yield OptionList(*(Option(self._entry(one), id=one.id) for one in self._ask.choices), id="choices", markup=False)

    def on_mount(self) -> None:
        """The list has the focus."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = next((n for n, one in enumerate(self._ask.choices) if one.id in self._marked), 0)
        listed.focus()

    def action_take(self) -> None:
        """The marked ones are the answer, in the order of the list; where nobody marked any, the selected line."""
        listed = self.query_one("#choices", OptionList)
        if not self._was_marked and listed.highlighted is not None:
            self._marked.add(self._ask.choices[listed.highlighted].id)
        unchanged = self._marked == set(self._ask.chosen)
        self.dismiss(None if unchanged else tuple(one.id for one in self._ask.choices if one.id in self._marked))

    def action_mark(self) -> None:
        """Mark the selected line, or take its mark away."""
        listed = self.query_one("#choices", OptionList)
        if listed.highlighted is not None:
            self._mark(listed.highlighted)

    @on(OptionList.OptionSelected, "#choices")
    def _clicked(self, clicked: OptionList.OptionSelected) -> None:
        self._mark(clicked.option_index)

    def _mark(self, place: int) -> None:
        choice = self._ask.choices[place]
        self._was_marked = True
        self._marked ^= {choice.id}
        self.query_one("#choices", OptionList).replace_option_prompt_at_index(place, self._entry(choice))

    def _entry(self, choice: Choice) -> Content:
        """Marked or not, by a sign and not by colour."""
        return Content.styled("✓ " if choice.id in self._marked else "· ", "$accent") + Content(choice.words)


class PickOne(HouseModal[tuple[str, ...]]):
    """Takes one line of a list by Enter, or by its letter; the answer is its id, alone in a tuple.

    Where the choices have letters, what was chosen before is marked by a sign.
    """

    HELP_KEY: ClassVar[str] = "meeting.help.pick-one"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("meeting.take", "enter", footer=True), CANCEL, HELP)

    def __init__(self, ask: AskPick) -> None:
        super().__init__()
        self._ask = ask
        self.help_beside = ask.beside

    def compose_body(self) -> ComposeResult:
        """The question and the list."""
        yield Static(Content(self._ask.question), classes="dialog-title")
        if self._ask.beside:
            yield Static(Content(self._ask.beside), classes="dialog-text")
        yield OptionList(*(Option(self._entry(one), id=one.id) for one in self._ask.choices), id="choices", markup=False)

    def on_mount(self) -> None:
        """The list has the focus, on what was chosen before."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = next((n for n, one in enumerate(self._ask.choices) if one.id in self._ask.chosen), 0)
        listed.focus()

    def action_take(self) -> None:
        """The selected line is the answer."""
        self.query_one("#choices", OptionList).action_select()

    @on(OptionList.OptionSelected, "#choices")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self._answer(chosen.option_id or "")

    def on_key(self, event: events.Key) -> None:
        """The letter of a line takes it, with or without Alt."""
        letter = event.key.removeprefix("alt+").lower()
        taken = next((one.id for one in self._ask.choices if one.letter and one.letter == letter), None)
        if taken is not None:
            event.stop()
            self._answer(taken)

    def _answer(self, taken: str) -> None:
        """Once: a second answer would be given to a dialog that is gone."""
        if self.is_current:
            self.dismiss((taken,))

    def _entry(self, choice: Choice) -> Content:
        if not choice.letter:
            return Content(choice.words)
        sign = "✓" if choice.id in self._ask.chosen else " "
        return Content.styled(f"{sign} {choice.letter.upper()}  ", "bold $accent") + Content(choice.words)


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
