"""A plan that comes back in a Word file: each text that differs, the record's words and the file's side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal

if TYPE_CHECKING:
    from teammeet.desk.taking_back import ComingBack, Question, Side


_FEW: Final = 3
"""So many lines about a file are seen at once in a small window."""


class TakeBack(HouseModal["tuple[Question, ...]"]):
    """Gives what is taken; ``None`` if the file is left out. At first nothing is marked: nothing comes in by a stray key."""

    CSS_PATH = "../styles/take_back.tcss"
    HELP_KEY: ClassVar[str] = "back.help"
    BOX_CLASSES: ClassVar[str] = "take-back"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("back.take", "f9", footer=True),
        Command("back.mark", "space", footer=True),
        Command("back.mark-all", "ctrl+a"),
        CANCEL,
        HELP,
    )

    def __init__(self, coming: ComingBack, remarks: tuple[str, ...]) -> None:
        super().__init__()
        self._coming = coming
        self._remarks = remarks
        self._taken: set[int] = set()

    def compose_body(self) -> ComposeResult:
        """What is to be known of the file, the texts, both sides of the one that is selected, two answers."""
        say, family = self.app.say, self._coming.family
        title = "back.new-title" if self._coming.is_new else "back.title"
        yield Static(Content(say(title, name=family.header.name, code=family.code)), classes="dialog-title")
        with VerticalScroll(id="of-the-file"):
            more = (say("back.read-on", number=len(self._remarks)),) if len(self._remarks) > _FEW else ()
            yield Static(Content("\n").join([Content(line) for line in (*more, *self._remarks, self._how)]))
        yield OptionList(id="texts", markup=False)
        with VerticalScroll(id="sides"), Horizontal(id="both-sides"):
            yield Static(id="record-side", markup=False)
            yield Static(id="file-side", markup=False)
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(say("back.leave")), id="leave")
            yield Button("", id="take", variant="primary")

    def on_mount(self) -> None:
        """The list has the focus; where nothing is to be asked, the answers have."""
        self._show_list()
        questions = self._coming.questions
        for name in ("texts", "sides"):
            self.query_one(f"#{name}").display = bool(questions)
        self.query_one("#take").display = bool(questions) or self._coming.is_new
        self.query_one("#texts" if questions else "#leave").focus()

    @property
    def _how(self) -> str:
        if not self._coming.questions:
            return "" if self._coming.is_new else self.app.say("back.same")
        return self.app.say("back.choose-new" if self._coming.is_new else "back.choose")

    # Choosing

    @on(OptionList.OptionHighlighted, "#texts")
    def _show_sides(self, shown: OptionList.OptionHighlighted) -> None:
        question = self._coming.questions[shown.option_index]
        if question.is_new:
            self._show("record", [])
            self._show("file", [("file", "\n".join(self._coming.whole(question, self.app.language)))])
            return
        record = [("plan" if self._coming.is_new else "record", self._side(question, "present"))]
        if question.changed == "both":
            record.append(("was", self._side(question, "was")))
        self._show("record", record)
        self._show("file", [("file", self._side(question, "now"))])

    def _side(self, question: Question, side: Side) -> str:
        return self._coming.side(question, side, self.app.language)

    def _show(self, side: str, told: list[tuple[str, str]]) -> None:
        lines: list[Content] = []
        for name, words in told:
            style = "$quiet" if name == "was" else ""
            lines += (Content.styled(self.app.say(f"back.side.{name}"), f"bold {style or '$accent'}"),)
            lines += (Content.styled(words or "–", style),)
        self.query_one(f"#{side}-side", Static).update(Content("\n").join(lines))

    @on(OptionList.OptionSelected, "#texts")
    def _clicked(self, chosen: OptionList.OptionSelected) -> None:
        self._mark(chosen.option_index)

    def action_mark(self) -> None:
        """The words of the file for this line, or those of the record."""
        place = self.query_one("#texts", OptionList).highlighted
        if place is not None:
            self._mark(place)

    def action_mark_all(self) -> None:
        """Every text that was changed in the file, in one way only; or none."""
        asked, rivals = enumerate(self._coming.questions), self._coming.rivals
        changed = {place for place, question in asked if question.changed == "file" and not rivals(question)}
        self._taken = set() if changed <= self._taken else self._taken | changed
        self._show_list()

    def _mark(self, place: int) -> None:
        """Mark a line, or not; of those for one place no more than one is marked."""
        self._taken ^= {place}
        rivals = {self._coming.questions.index(one) for one in self._coming.rivals(self._coming.questions[place])}
        self._taken -= rivals if place in self._taken else set()
        for shown in (place, *rivals):
            self.query_one("#texts", OptionList).replace_option_prompt_at_index(shown, self._entry(shown))
        self._show_button()

    # Answers

    @on(Button.Pressed)
    def _answer(self, pressed: Button.Pressed) -> None:
        if pressed.button.id == "take":
            self.action_take()
        else:
            self.dismiss(None)

    def action_take(self) -> None:
        """Take what is marked."""
        if not (self._taken or self._coming.is_new):
            self.app.tell("back.none-taken")
            return
        chosen = tuple(self._coming.questions[place] for place in sorted(self._taken))
        if loose := self._coming.loose(chosen):
            self._ask_for(*loose[0])
            return
        self.dismiss(chosen)

    def _ask_for(self, question: Question, parents: tuple[Question, ...]) -> None:
        """Go to what a marked item belongs to: without it the item does not come in."""
        heading = self._coming.heading
        self.query_one("#texts", OptionList).highlighted = self._coming.questions.index(parents[0])
        names = (heading(question, self.app.language), heading(parents[0], self.app.language))
        self.app.tell("back.mark-too", name=names[0], to=names[1])

    def _show_list(self) -> None:
        listed = self.query_one("#texts", OptionList)
        place = listed.highlighted or 0
        listed.set_options([Option(self._entry(number)) for number in range(len(self._coming.questions))])
        if self._coming.questions:
            listed.highlighted = place
        self._show_button()

    def _entry(self, place: int) -> Content:
        """Marked or not, by a sign; what it is about; under it who changed it, and what stands then."""
        question: Question = self._coming.questions[place]
        say = self.app.say
        is_taken = place in self._taken
        mark = Content.styled("✓ " if is_taken else "· ", "$accent")
        under = f"{say(question.story)} {say('back.taken-so' if is_taken else 'back.kept-so')}"
        heading = self._coming.heading(question, self.app.language)
        return mark + Content(heading) + Content.styled(f"\n  {under}", "$quiet")

    def _show_button(self) -> None:
        total = len(self._coming.questions)
        key = "back.bring-in" if self._coming.is_new else "back.take"
        words = self.app.say(key, number=len(self._taken), total=total)
        if self._coming.is_new and not total:
            words = self.app.say("tui.import.new.yes")
        self.query_one("#take", Button).label = Content(words)
