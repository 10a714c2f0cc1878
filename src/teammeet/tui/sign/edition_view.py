"""A signed edition, read on the screen: the plan as it stood when it was signed, section by section."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import Agenda, Step, StepPhase, Wording
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Row, Scene
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.record_list import RecordList

_PARTS: Final[tuple[tuple[StepPhase, str, str], ...]] = (
    ("engagement", "vision", "header"),
    ("strengths", "strength", "strengths"),
    ("needs", "need", "needs"),
    ("outcomes", "outcome", "outcomes"),
    ("tasks", "choose", "options"),
    ("tasks", "task", "options"),
    ("crisis", "definition", "crisis_plans"),
)
"""What is read: the phase whose panel shows it, the mode in which it does, and the list that the step works on."""

_UNSAID: Final = Wording({"en": "-"})
"""Steps are read here without their names and questions."""


def plan_rows(family: Family, now: datetime, language: str) -> tuple[Row, ...]:
    """The whole plan as rows, in the order of a meeting. Headings over nothing are left out."""
    shown: list[Row] = []
    for number, (phase, mode, works_on) in enumerate(_PARTS):
        step = Step(id=phase, name=_UNSAID, phase=phase, works_on=(works_on,), why=_UNSAID, prompts=(_UNSAID,), minutes=1)
        agenda = Agenda(id=phase, title=_UNSAID, for_whom=_UNSAID, description=_UNSAID, steps=(step,))
        scene = Scene(family, Meeting(), agenda, step, now, language, mode)
        shown += [_renamed(row, number) for row in _without_bare(PANELS[phase].rows(scene))]
    return tuple(shown)


class EditionView(HouseModal[None]):
    """Shows a family as it stood; nothing can be changed."""

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.edition"
    BOX_CLASSES: ClassVar[str] = "edition"

    def __init__(self, family: Family, title: str) -> None:
        super().__init__()
        self._shown = family
        self._title = title

    def compose_body(self) -> ComposeResult:
        """Title and rows."""
        yield Static(Content(self._title), classes="dialog-title")
        yield RecordList(self.app.say("meeting.line.empty"))

    def on_mount(self) -> None:
        """The rows."""
        listed = self.query_one(RecordList)
        listed.show(plan_rows(self._shown, self.app.clock(), self.app.language), "")
        listed.focus()


def _without_bare(rows: tuple[Row, ...]) -> list[Row]:
    """Rows without the headings that nothing follows."""
    pairs = zip(rows, (*rows[1:], None), strict=True)
    return [row for row, following in pairs if not row.heading or row.item or (following is not None and not following.heading)]


def _renamed(row: Row, number: int) -> Row:
    """The same row under an id of its own: a need stands under needs and over its outcomes."""
    return Row(f"{number}:{row.id}", row.words, row.mark, row.detail, row.level, row.heading, row.item or "-", "")
