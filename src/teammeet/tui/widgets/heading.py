"""The line on top: whose record this is, where we are, and what was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp


def _app() -> type[TeamMeetApp]:
    from teammeet.tui.app import TeamMeetApp

    return TeamMeetApp


def is_covered(screen: Screen[Any]) -> bool:
    """Whether another whole screen stands over ``screen``.

    Textual draws the screen below the top one too, and draws all anew when anything in it changes: so nothing there may.
    """
    stack = screen.app.screen_stack
    return screen in stack and any(not above.is_modal for above in stack[stack.index(screen) + 1 :])


class Heading(Widget):
    """One line, repainted when the family, the place or the status changes."""

    app = getters.app(_app)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--family", "heading--place", "heading--status"}

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._shown = ("", "")

    def on_mount(self) -> None:
        """Follow the app."""
        for name in ("family", "status", "language_shown", "mark"):
            self.watch(self.app, name, self._repaint, init=False)

    def _repaint(self) -> None:
        if self._said() != self._shown and not is_covered(self.screen):
            self.refresh()

    def show_place(self, place: str) -> None:
        """Say where we are: the screen, or a step of the meeting."""
        if place != self._place:
            self._place = place
            self.refresh()

    def render(self) -> Content:
        """The family and the place on the left, the status on the right; the status is never cut."""
        family, place, status = (self.get_visual_style(f"heading--{part}") for part in ("family", "place", "status"))
        self._shown = self._said()
        said = Content.styled(f" {self._shown[1]} ", status)
        room = max(0, self.size.width - said.cell_length)
        left = Content.styled(f" {self._shown[0]}", family) + Content.styled(f"  {self._place}" if self._place else "", place)
        return left.truncate(room, ellipsis=True).pad_right(max(0, room - min(room, left.cell_length))) + said

    def _said(self) -> tuple[str, str]:
        return self._whose(), self._status()

    def _whose(self) -> str:
        name = self.app.family.header.name if self.app.family else self.app.say("tui.program")
        return f"{self.app.mark} · {name}" if self.app.mark else name

    def _status(self) -> str:
        if self.app.status:
            return self.app.status
        family = self.app.family
        if family is None:
            return ""
        if family.plan_state == "draft":
            return self.app.say("tui.kept.draft", number=family.plan_number)
        from teammeet.practice.signed_so_far import signed_of  # with it comes the model: the screen to unlock does without

        so_far = signed_of(family, self.app.today())
        state = "said-yes" if so_far.said else "signed" if so_far.is_whole else "closed"
        values = {"signed": so_far.signed, "asked": so_far.asked, "said": so_far.said}
        return self.app.say(f"tui.kept.{state}", number=family.plan_number, **values)
