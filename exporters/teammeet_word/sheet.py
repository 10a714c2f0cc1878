"""The sheet that every section writes on: whose view, in which language, on which paper; how facts and tables look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from teammeet.model.meetings import Meeting
from teammeet.practice.carried import says_what_waits
from teammeet.practice.plan_sections import to_come_after
from teammeet.practice.said_last import held_by
from teammeet.practice.signers import may_consent
from teammeet_word.kept import Place
from teammeet_word.markup import TAB, Cell, Column, Line, Row, Span, Table, paragraph, parts_of, stays_with_next
from teammeet_word.paper import Paper
from teammeet_word.spoken import Spoken
from teammeet_word.tables import stacked, table, texts_in
from teammeet_word.widths import LETTER, is_too_narrow

_LARGE_LETTER: Final = LETTER * 3 // 2


@dataclass(frozen=True)
class Sheet(Spoken):
    """What the sections share. ``today`` is the date that the document may print.

    ``large`` is large print: the styles are set by :class:`teammeet_word.package.Frame`, which must be told so too; here
    facts run on in their lines, tables whose columns get too narrow are stacked, and rows to sign are higher. A section that
    would lay something out otherwise asks ``sheet.large``.
    """

    paper: Paper
    today: date
    in_vault: bool
    large: bool = field(default=False, kw_only=True)

    @cached_property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that were held by the day of the view, the latest last."""
        return held_by(self.view, self.view.on)

    @cached_property
    def cut_short(self) -> Meeting | None:
        """The last meeting that planned, if it ended before its agenda did: then the plan is an interim one."""
        begun = [m for m in self.held if (m.started_at is not None or m.ended_at is not None) and says_what_waits(m)]
        return begun[-1] if begun and begun[-1].cut_short else None

    @cached_property
    def may_consent(self) -> Mapping[str, tuple[str, ...]]:
        """Who may say yes for children and youths on the day of the view, each with the ids of those."""
        return may_consent(self.view, self.view.on)

    @property
    def kind(self) -> str:
        """What the document is."""
        return self.say("interim.kind" if self.cut_short else "kind")

    @cached_property
    def to_come(self) -> tuple[Meeting, ...]:
        """The meetings that are still to come, the next one first; those without a date last."""
        return to_come_after(self.view, self.view.on)

    @cached_property
    def ties_said_on(self) -> date | None:
        """The day on which all ties were described, if it was one and the same: then it is said once."""
        days = {claim.said_on for tie in self.view.ties for claim in tie.claims}
        return days.pop() if len(days) == 1 else None

    @cached_property
    def tasks_said_on(self) -> date | None:
        """The day of the meeting from which all tasks come, if it was one and the same: then it is said once."""
        meetings = {task.meeting for task in self.view.tasks}
        only = self.view.get(meetings.pop()) if len(meetings) == 1 else None
        return only.on if isinstance(only, Meeting) else None

    def heading(self, level: int, line: Line, *, new_page: bool = False) -> str:
        """A heading of the outline; one that begins a page is of the first level."""
        return paragraph(line, "PageHeading" if new_page else f"Heading{level}")

    def facts(self, *facts: tuple[str, Line]) -> str:
        """Lines of facts: the message that names each, and what it is for this family; empty ones go. None stands alone."""
        said = [(key, line) for key, line in facts if (line.text if isinstance(line, Span) else line)]
        in_line = self.large or bool(self.beside_language)
        style, mark, between = ("FactInLine", ":", Span(" ")) if in_line else ("Fact", "", TAB)
        return "".join(
            paragraph(
                (Span(self.say(f"fact.{key}") + mark, "Label"), between, *parts_of(line)),
                style,
                keep_next=_stays_with_next(number, len(said)),
            )
            for number, (key, line) in enumerate(said, start=1)
        )

    def bullets(self, lines: tuple[Line, ...]) -> str:
        """A list."""
        return "".join(
            paragraph(line, "ListBullet", keep_next=stays_with_next(number, len(lines)))
            for number, line in enumerate(lines, start=1)
        )

    def placeholder(self, key: str) -> str:
        """What will go here, said gently where nothing is written yet; in a plan to be signed a line to write on by hand."""
        if self.view.signed:
            return self.line_to_write_on
        return paragraph(self.say(f"later.{key}"), "Quiet")

    @property
    def line_to_write_on(self) -> str:
        """An empty line, for ink."""
        return paragraph("", "WriteHere")

    def note(self, said: str, style: str = "", of: Place | None = None) -> str:
        """A note of several lines, a paragraph each; ``of`` is the item and its field in which it stands."""
        if of and said.strip() and self.misses_plain(*of, said):
            return paragraph(Span(self.say("not-translated-yet"), "Soft"), style)
        told = [line for line in said.split("\n") if line.strip()]
        if of and told and self._keeper and self.beside_language:  # a control around paragraphs would not go into columns
            return paragraph(self._keeper.kept(Span("\n".join(told)), of), style)
        lines = "".join(paragraph(line, style) for line in told)
        return self._keeper.block(of, lines) if of and lines and self._keeper else lines

    def table(
        self,
        caption: str,
        columns: tuple[tuple[str, float], ...],
        rows: Sequence[Row],
        *,
        style: str = "PlanTable",
        row_height: int = 0,
    ) -> str:
        """A table as wide as the text; ``columns`` are message keys and shares. Nothing without rows, or if none says anything.

        A column in which nothing is said is left out; not from a table that has room to write (``row_height``).
        """
        told = [n for n in range(len(columns)) if rows and (row_height or any(_says_something(row[n]) for row in rows))]
        if not told:
            return ""
        heads = tuple(Column(self.say(f"column.{columns[n][0]}"), columns[n][1]) for n in told)
        return self.table_under(caption, heads, [tuple(row[n] for n in told) for row in rows], style, row_height)

    def table_under(
        self, caption: str, columns: tuple[Column, ...], rows: Sequence[Row], style: str = "PlanTable", row_height: int = 0
    ) -> str:
        """A table under headings of its own; stacked where its columns would be too narrow for their words."""
        description = self.say("table_of", columns=", ".join(column.heading for column in columns))
        letter = _LARGE_LETTER if self.large else LETTER
        plan = Table(caption, description, columns, rows, style, row_height * 3 // 2 if self.large else row_height, letter)
        texts = texts_in(plan)
        if self._is_too_narrow(plan, texts):
            return table(stacked(plan), self.paper.text_width)
        return table(plan, self.paper.text_width, texts)

    def _is_too_narrow(self, plan: Table, texts: Sequence[Sequence[str]]) -> bool:
        """In large print three columns are too many already; tables to write in stay as they are."""
        if plan.row_height or len(plan.columns) == 1:
            return False
        return (self.large and len(plan.columns) > 2) or is_too_narrow(plan.columns, texts, self.paper.text_width, plan.letter)


def _stays_with_next(number: int, of: int) -> bool:
    """Whether a fact stays with the next one: none of the last two stands alone, nor of the first two where there are more.

    Never all of three: LibreOffice lets go of the heading of a longer chain, which then stands alone at the end of a page.
    """
    return number == of - 1 or (number == 1 and of > 3)


def _says_something(cell: Cell) -> bool:
    return any(line != "" for line in cell)
