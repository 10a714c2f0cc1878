"""Sign and export: each member's agreement and signature, the edition that is signed, and the files that leave the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from teammeet.desk import Place
from teammeet.model.meetings import Meeting
from teammeet.model.record import Edition
from teammeet.tui.commands import Command
from teammeet.tui.going import instead
from teammeet.tui.meeting import start
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.list_with_deeds import ListWithDeeds
from teammeet.tui.meeting.read_back import ReadBack
from teammeet.tui.meeting.scene import Edited, Tell
from teammeet.tui.screens.base import BLANK
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign import listing, signing, still_empty
from teammeet.tui.sign.agree_on_screen import AGREE_COMMANDS, AgreesAlone
from teammeet.tui.sign.closing_question import ClosingQuestion
from teammeet.tui.sign.scene import SignScene, is_under_way, last_meeting
from teammeet.tui.wall import looking_at
from teammeet.tui.widgets.capture import CaptureLine, CoachLine, KeyStrip
from teammeet.tui.widgets.record_list import LetterPressed, RecordList

if TYPE_CHECKING:
    from teammeet.model.family import Family


class SignScreen(AgreesAlone, ListWithDeeds):
    """The members, the family first; letters say how each agrees and signs.

    ``meeting`` is what it belongs to. Without one it is the meeting that is under way; else what is said belongs to today,
    and what people said at the last meeting is shown.
    """

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.sign"
    PLACE_KEY: ClassVar[str] = "sign.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("sign.fix", "f9", footer=True),
        Command("sign.export", "f5"),
        Command("ending.everything", "f6", footer=True),
        Command("sign.edit", "f2"),
        Command("changed.what-changed", "f7"),
        Command("sign.end", "f12", footer=True),
        Command("sign.leave", "escape", footer=True),
        *AGREE_COMMANDS,
        BLANK,
    )

    def __init__(self, meeting: str = "") -> None:
        super().__init__()
        self._came_from = meeting
        self._meeting_id = meeting

    def compose_body(self) -> ComposeResult:
        """What is signed, the members, what the letters do, the line for questions."""
        with Vertical(id="sign"):
            yield Static(id="state", markup=False)
            yield RecordList("")
            yield KeyStrip()
            yield CoachLine()
            yield CaptureLine()

    def on_mount(self) -> None:
        """The first person is selected."""
        if not self._came_from and self.app.family is not None:
            self._meeting_id = last_meeting(self.app.family, self.app.today())
        self.line.display = False
        self.query_one(RecordList).focus()

    def on_screen_resume(self) -> None:
        """This is the place now; the step of the meeting stays remembered."""
        held = self.app.place or Place()
        self.app.save_place(held.changed(screen="sign", meeting=self._came_from))

    def watch_family(self, family: Family | None) -> None:
        """Whatever changed is shown."""
        if family is None:
            return
        if not self._selected:
            self._selected = next(iter(signing.signers(self.scene().seen, self._meeting_id)), "")
        self.show_all()

    def scene(self) -> SignScene:
        """This moment."""
        assert self.app.family is not None, "a family is open"
        family = self.app.family
        shown = self.app.family_shown(family)
        meeting, now = self._meeting_id, self.app.clock()
        outside = not self._came_from and not is_under_way(family, meeting, now.date())
        return SignScene(family, meeting, now, self.app.language, self._selected, shown, outside)

    def show_all(self) -> None:
        """Everything, from the record as it stands."""
        scene = self.scene()
        self.query_one("#state", Static).update(self._state(scene))
        keys = signing.keys(scene)
        record = self.query_one(RecordList)
        record.show(listing.rows(scene), self._selected, frozenset(key.letter for key in keys))
        self.query_one(KeyStrip).show(keys, "")
        self.line.display = self.asking is not None
        if self.asking is not None:
            self.line.ask(self.asking.question, "", answers=True)
        elif self.focused is self.line:
            record.focus()

    def _state(self, scene: SignScene) -> Content:
        """Which edition is signed now, and of how many nothing was noted yet; while something is read aloud, that."""
        if self.asking is not None and self.asking.read_aloud:
            first, *rest = self.asking.read_aloud
            return Content.styled(first, "bold $accent") + Content("".join(f"\n{line}" for line in rest))
        last = scene.family.last_edition
        if scene.edition is not None:
            fixed = Content.styled(scene.say("state.fixed", number=scene.edition), "bold $success")
            return fixed + Content(f" {signing.answered_in_words(scene)}")
        if last is not None:
            return Content.styled(scene.say("state.changed", number=last.number, next=last.number + 1), "bold $warning")
        return Content.styled(scene.say("state.draft"), "bold $warning")

    # What is asked for

    @on(LetterPressed)
    def _letter(self, pressed: LetterPressed) -> None:
        scene = self.scene()
        key = next((key for key in signing.keys(scene) if key.letter == pressed.letter), None)
        if key is not None and not self.hand_over(scene, key.id):
            self.do(lambda: signing.act(scene, key.id))

    # Commands

    @work(exclusive=True, group="fix")
    async def action_fix(self) -> None:
        """Close the plan as it stands as the next edition for signing, if that is meant."""
        scene = self.scene()
        if scene.edition is not None:
            self.tell(scene.say("told.fixed-already", number=scene.edition))
            return
        number = scene.family.last_edition.number + 1 if scene.family.last_edition else 1
        meeting = self._meeting_id if scene.family.get(self._meeting_id) and not scene.outside else None
        empty = still_empty.in_words(scene)
        question = ClosingQuestion(number, empty) if empty else Question("sign.fix", number=number)
        if await self.app.push_screen_wait(question):
            self.app.fix_edition(meeting)

    def action_what_changed(self) -> None:
        """What is otherwise than in the plan that was signed last and is another one; or that none was signed."""
        family = self.app.family
        if family is None:
            return
        from teammeet.practice.signed_before import signed_before
        from teammeet.tui.plan_changes import as_signed
        from teammeet.tui.screens.what_changed import WhatChangedSince

        reader = looking_at(family, self.app.sharing, self.app.today())
        number = signed_before(family, reader, family.seen_by(reader), self.app.desk.gone(family.header.id))
        since = as_signed(family, number) if number is not None else None
        if since is None:
            self.app.tell("changed.none-signed")
        else:
            self.app.push_screen(WhatChangedSince(since))

    def action_export(self) -> None:
        """Write a file; of the selected edition, if one is selected."""
        from teammeet.tui.sign.export_dialog import ExportDialog

        item = self.scene().family.get(self._selected)
        edition = item.number if isinstance(item, Edition) else self.scene().edition
        self.app.push_screen(ExportDialog(edition))

    def action_everything(self) -> None:
        """All the copies into one folder, before anybody leaves; of the selected edition, if one is selected."""
        from teammeet.tui.sign.everything_dialog import EverythingDialog

        item = self.scene().family.get(self._selected)
        edition = item.number if isinstance(item, Edition) else self.scene().edition
        self.app.push_screen(EverythingDialog(edition))

    def action_edit(self) -> None:
        """Read the selected edition; open what the selected person said."""
        scene = self.scene()
        item = scene.family.get(self._selected)
        if isinstance(item, Edition):
            kept = scene.family.as_signed(item.number)
            if kept is not None:
                self.app.push_screen(ReadBack(self.app.family_shown(kept), scene.say("edition", number=item.number)))
            return
        if not self.app.sharing.private:
            self.tell(self.app.say("share.told.not-here"))
            return
        said = scene.family.get(signing.said_of_the_plan(scene, scene.who)[0].id)
        self.do(lambda: Edited(said) if said is not None else Tell(scene.say("told.nothing-said")))

    @work(exclusive=True, group="end")
    async def action_end(self) -> None:
        """The meeting is over, if that is meant."""
        meeting = self.scene().family.get(self._meeting_id)
        if isinstance(meeting, Meeting) and meeting.ended_at is None:
            over = await self.app.push_screen_wait(Question("meeting.end"))
            if not over or not self.app.hold(start.ended(meeting, self.app.clock())):
                return
        self.app.go("family")

    def action_leave(self) -> None:
        """Close a question or a remark first; then go back to the meeting."""
        if self.asking is not None:
            self.end_asking()
        elif self.query_one(CoachLine).display:
            self.tell("")
        else:
            self._leave()

    def _leave(self) -> None:
        """Back; after a restart in the middle of the signing the meeting lies not below, and is opened again."""
        meeting = self.scene().family.get(self._came_from)
        below = any(isinstance(screen, HeldMeeting) for screen in self.app.screen_stack)
        if below or not isinstance(meeting, Meeting) or meeting.ended_at is not None:
            self.app.back()
        else:
            instead(self.app, "meeting", {"meeting": meeting.id})
