"""Agreement and signatures in lines: who says what of the plan, how each signs; a typed name is asked from the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from teammeet.desk import Place
from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.record import Edition
from teammeet.model.sharing import Agreement
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.editing import edit_item
from teammeet.tui.line_mode.hand_over import HandsOver, LineSignScene
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.meeting import start
from teammeet.tui.meeting.scene import Edited, Keep, Row, StepKey, Tell
from teammeet.tui.sheets.row import Look
from teammeet.tui.sign import degree, listing, signing, still_empty
from teammeet.tui.sign.scene import SignScene, is_under_way, last_meeting
from teammeet.tui.wall import present_at

_COMMANDS: Final = (
    *("rows", "select", "keys", "do", "edit", "read", "sections", "readback", "fix", "export", "copies"),
    *("blank", "unshare", "end"),
)


class SignRoom(HandsOver):
    """The members, the family first. ``meeting`` is the id of what it belongs to.

    Without one it is the meeting that is under way; else what is said belongs to today.
    """

    commands: ClassVar[tuple[str, ...]] = _COMMANDS

    def __init__(self, house: House, meeting: str = "") -> None:
        super().__init__(house)
        self._meeting = meeting
        self._of_meeting = meeting or last_meeting(house.open_family, house.today())
        self._selected = next(iter(signing.signers(house.open_family, self._of_meeting)), "")

    def scene(self) -> SignScene:
        """This moment; once somebody is there, what is read aloud is what all who are there may see."""
        house = self.house
        shown = self._as_seen(house.open_family) if present_at(house.open_family, self._meeting) else None
        meeting, now = self._of_meeting, house.now()
        outside = not self._meeting and not is_under_way(house.open_family, meeting, now.date())
        return LineSignScene(house.open_family, meeting, now, house.language, self._selected, shown, outside)

    def _as_seen(self, family: Family) -> Family:
        now = self.house.open_family
        if not present_at(now, self._meeting):
            return family_for_the_wall(family)
        return self.house.seen_at(family, self._meeting)

    def run(self) -> None:
        """Those of the meeting hear what is read here, also where it was left before."""
        before, self.house.heard_at = self.house.heard_at, self._meeting
        try:
            super().run()
        finally:
            self.house.heard_at = before

    # What deeds need

    def rows(self) -> Sequence[Row]:
        """Each person with what they said; then the signed editions."""
        return listing.rows(self.scene())

    def keys(self) -> Sequence[StepKey]:
        """What the letters do to the selected person; what is said alone is not said where lines stay to be read."""
        return tuple(key for key in signing.keys(self.scene()) if key.id not in (signing.ALONE, signing.RATE))

    def act(self, key: str) -> None:
        """Do what a letter does; to sign by typing, the keyboard is handed over."""
        self._leads_back = ""
        if key == signing.TYPED:
            self.sign_alone()
        else:
            self.do(lambda: signing.act(self.scene(), key))

    @property
    def selected(self) -> str:
        """The person or edition that is selected."""
        return self._selected

    def select(self, row: str) -> None:
        """Select a person or an edition."""
        self._selected = row

    def is_kept(self, deed: Keep) -> None:
        """What stands there now; a low degree of the family that was said aloud leads back to the step that it is about."""
        if deed.edits:
            self.console.tell("kept", row=self.row_in_words(self.about or deed.select))
        self.say_told(deed.said)
        if deed.select and deed.select != self.about:
            self.say_selected()
        said = next((edit.after for edit in deed.edits if isinstance(edit.after, Agreement)), None)
        if deed.then is None and said is not None and said.who == self._leads_back:
            self.offer_way_back()
        elif self._meeting and deed.then is not None and said is not None and degree.means_going_back(self.scene(), said):
            self._leads_back = said.who

    def edit(self, deed: Edited) -> None:
        """Ask for the fields of what somebody said."""
        edit_item(self.house, deed.item)

    def read_plan(self) -> None:
        """The plan as it stands."""
        self.do_read("")

    # The room

    def here(self) -> None:
        """Which edition is signed, how many have not answered, who is selected."""
        held = self.house.place or Place()
        self.house.save_place(held.changed(screen="sign", meeting=self._meeting))
        self.console.say(text("sign.place", self.house.language))
        self._say_state()
        self.say_selected()
        self.console.tell("sign-how")

    def _say_state(self) -> None:
        scene = self.scene()
        last = scene.family.last_edition
        if scene.edition is not None:
            self.console.say(scene.say("state.fixed", number=scene.edition), signing.answered_in_words(scene))
        elif last is not None:
            self.console.say(scene.say("state.changed", number=last.number, next=last.number + 1))
        else:
            self.console.say(scene.say("state.draft"))

    def speech(self, line: str) -> None:
        """A number or a name selects; any other line is kept nowhere here."""
        before = self._selected
        self.do_select(line)
        if self._selected == before and not self.row_in_words(before):
            self.console.tell("not-kept-here")

    def do_fix(self, _: str) -> None:
        """Close the plan as it stands as the next edition for signing, if that is meant."""
        scene = self.scene()
        if scene.edition is not None:
            self.console.say(scene.say("told.fixed-already", number=scene.edition))
            return
        number = scene.family.last_edition.number + 1 if scene.family.last_edition else 1
        meeting = scene.meeting if scene.family.get(scene.meeting) and not scene.outside else None
        empty = still_empty.in_words(scene)
        key = "sign.fix-empty" if empty else "sign.fix"
        if answers.ask_yes(self.console, key, number=number, empty=empty) and self.house.fix_edition(meeting):
            self._say_state()

    def do_edit(self, said: str) -> None:
        """Read the selected edition; change what the selected person said."""
        if said:
            self.do_select(said)
        scene = self.scene()
        if isinstance(scene.family.get(self._selected), Edition):
            self.do_read("")
            return
        held = scene.family.get(signing.said_of_the_plan(scene, self._selected)[0].id)
        self.do(lambda: Edited(held) if held is not None else Tell(scene.say("told.nothing-said")))

    def do_read(self, said: str) -> None:
        """The selected edition as it was signed, else the plan as it stands."""
        self._plan().read(self.console, said)

    def do_sections(self, _: str) -> None:
        """Its sections, numbered."""
        self._plan().say_sections(self.console)

    def do_readback(self, _: str) -> None:
        """The plan part by part: is this what you said?"""
        from teammeet.tui.line_mode.reading_back import ReadBackRoom

        scene = self.scene()
        if isinstance(scene.family.get(scene.meeting), Meeting) and not scene.outside:
            ReadBackRoom(self.house, scene.meeting).run()
            self.here()
        else:
            self.console.say(scene.say_agree("told.no-meeting-now"))

    def do_export(self, said: str) -> None:
        """Write a file; of the selected edition, if one is selected."""
        from teammeet.tui.line_mode.exporting import export

        item = self.house.open_family.get(self._selected)
        export(self.house, said, item.number if isinstance(item, Edition) else self.scene().edition)

    def do_copies(self, _: str) -> None:
        """All the copies, each as its reader may see it, into one folder."""
        from teammeet.tui.line_mode.copies import write_copies

        write_copies(self.house, self.scene().edition)

    def do_end(self, _: str) -> None:
        """The meeting is over, if that is meant."""
        meeting = self.house.open_family.get(self._meeting)
        if isinstance(meeting, Meeting) and meeting.ended_at is None:
            over = answers.ask_yes(self.console, "meeting.end")
            if not over or not self.house.hold(start.ended(meeting, self.house.now())):
                return
            self.console.tell("ended")
        self.leave_room()

    def _plan(self) -> PlanReading:
        family = self.house.open_family
        item = family.get(self._selected)
        signed = family.as_signed(item.number) if isinstance(item, Edition) else None
        return PlanReading(Look(self._as_seen(signed or family), self.house.today(), self.house.language))
