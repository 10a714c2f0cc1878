"""The capture line: type, Enter, it is kept, the next is open. Above it: what the letters do, and a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from teammeet.tui.meeting.scene import StepKey
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.record_list import MENU_KEY, HeldKey, LetterPressed

ALT = "alt+"
SECONDS_SHOWN: Final = 25.0
"""Seconds after which a remark beside the line has been read: then the record has its room again."""

_ALSO_TYPES: Final = frozenset({"full_stop"})
"""Keys of commands, as a presenter's remote sends them, that type where there is text in the line already."""


@dataclass
class Entered(Message):
    """Enter: the line is taken out of the field at once, so that the next one can be typed while it is kept."""

    line: str


@dataclass
class CommandKey(Message):
    """A key of the screen's commands, pressed in the line."""

    key: str


@dataclass
class SelectionMoved(Message):
    """Arrow up (-1) or down (1) in the line: the list follows."""

    by: int


@dataclass
class RemoveWanted(Message):
    """Delete in the empty line: it means the selected row."""


class CaptureLine(LineInput):
    """One line of speech. Arrows move the selection of the record; Alt and a letter act on it.

    Enter and the keys of ``commands`` are taken here, as the letters are: a binding is looked up only when a key has come
    back up to the app, and by then somebody who types fast has put the next letters into the line.
    """

    def __init__(self) -> None:
        super().__init__(id="capture", each_line=True, select_on_focus=False)
        self.letters: frozenset[str] = frozenset()
        self.commands: frozenset[str] = frozenset()
        self.holds_keys = False

    def _watch_value(self, value: str) -> None:
        """A longer text is wider inside the field, and nothing around it moves: the screen need not be laid out for a key."""
        self.set_reactive(Input.virtual_size, Size(self.content_width, 1))
        super()._watch_value(value)

    async def _on_key(self, event: events.Key) -> None:
        """Arrows and Alt with a letter of the step do not type."""
        meant = HeldKey(event.key, event.character or "") if self.holds_keys else self._meant(event.key)
        if meant is not None:
            event.stop()
            event.prevent_default()
            self.post_message(meant)
        elif event.key.startswith(ALT):
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _meant(self, key: str) -> Message | None:
        """What a key means that does not type."""
        if key == MENU_KEY:
            self.holds_keys = key in self.commands
        if key == "enter":
            return Entered(self.take())
        if key in ("up", "down"):
            return SelectionMoved(-1 if key == "up" else 1)
        if key.startswith(ALT) and key.removeprefix(ALT) in self.letters:
            return LetterPressed(key.removeprefix(ALT))
        if self.value and key in _ALSO_TYPES:
            return None
        return CommandKey(key) if key in self.commands else None

    def take(self) -> str:
        """The line, which leaves the field empty."""
        line, self.value = self.value, ""
        return line

    def give_back(self, line: str) -> None:
        """A line that was not kept stands in the field again, before what was typed since."""
        between = " " if line and self.value else ""
        self.value = f"{line}{between}{self.value}"
        self.cursor_position = len(self.value)

    def action_delete_right(self) -> None:
        """In an empty line Delete is for the selected row."""
        if self.value:
            super().action_delete_right()
        else:
            self.post_message(RemoveWanted())

    def ask(self, label: str, example: str, *, answers: bool = False) -> None:
        """Say what the line adds, or what it answers. People's words in ``label`` are not markup."""
        self.border_title = Content(label or " ")  # a str would be read as markup
        self.placeholder = example
        self.set_class(answers, "-answers")


class KeyStrip(Widget):
    """What the letters do to the selected row, clickable; as many lines as they need."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keystrip--key", "keystrip--title"}

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._keys: tuple[StepKey, ...] = ()
        self._before = ""

    def show(self, keys: tuple[StepKey, ...], before: str) -> None:
        """The letters; ``before`` says whether they need Alt."""
        shown = tuple(key for key in keys if key.title)
        if (shown, before) != (self._keys, self._before):
            self._keys, self._before = shown, before
            self.display = bool(shown)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or more where the letters do not fit beside each other."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Letter and title, one after the other."""
        key, title = (self.get_visual_style(f"keystrip--{part}") for part in ("key", "title"))
        lines = []
        for line in self._lines(self.size.width):
            parts = [Content.styled(f" {self._before}", title)]
            for each in line:
                parts += [Content.styled(f"{each.letter.upper()} ", key), Content.styled(f"{each.title}  ", title)]
            lines.append(Content("").join(parts))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """The letter under the mouse."""
        lines = self._lines(self.size.width)
        at = event.x - cell_len(self._before) - 1
        for each in lines[event.y] if event.y < len(lines) else ():
            at -= _key_width(each)
            if at < 0:
                self.post_message(LetterPressed(each.letter))
                return

    def _lines(self, width: int) -> list[list[StepKey]]:
        """The letters line by line."""
        lines: list[list[StepKey]] = [[]]
        room = width - cell_len(self._before) - 1
        for each in self._keys:
            if lines[-1] and _key_width(each) - 2 > room:
                lines.append([])
                room = width - cell_len(self._before) - 1
            lines[-1].append(each)
            room -= _key_width(each)
        return lines


def _key_width(key: StepKey) -> int:
    return cell_len(f"{key.letter} {key.title}  ")


class CoachLine(Static):
    """A hint about the line that was kept last: its reason and a question. A click takes it away, and so does time."""

    ALLOW_SELECT = False

    @dataclass
    class Dismissed(Message):
        """Somebody has read it."""

    def __init__(self) -> None:
        super().__init__(id="coach", markup=False)
        self.display = False
        self._until: Timer | None = None

    def say(self, words: str, *, told: bool = False) -> None:
        """Show ``words``, or nothing; ``told`` when it is not a hint but says why nothing was changed."""
        self.set_class(told, "-told")
        self.display = bool(words)
        self.update(Content(words))
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(SECONDS_SHOWN, self._gone) if words else None

    def _gone(self) -> None:
        """The record has the room again."""
        self.say("")

    def on_click(self) -> None:
        """Away with it."""
        self.post_message(self.Dismissed())
