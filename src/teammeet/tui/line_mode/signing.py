"""Agreement and signatures in lines: who says what of the plan, how each signs; a typed name is asked from the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from teammeet.desk import Place
from teammeet.messages import count, text
from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.model.record import Edition
from teammeet.text import NAME_LIMIT, mended
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import instead
from teammeet.tui.line_mode.deeds import DoesDeeds
from teammeet.tui.line_mode.editing import edit_item
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.meeting import start
from teammeet.tui.meeting.scene import Edited, Keep, Row, StepKey, Tell
from teammeet.tui.sheets.row import Look
from teammeet.tui.sign import signing
from teammeet.tui.sign.scene import SignScene

_COMMANDS: Final = ("rows", "select", "keys", "do", "edit", "read", "sections", "fix", "export", "end")


@dataclass(frozen=True)
class LineSignScene(SignScene):
    """A moment of the signing in lines: what speaks of keys on a screen is said in the words of this mode."""

    def say(self, key: str, **values: object) -> str:
        """The message ``sign.KEY``, or what stands in its place here."""
        return instead("sign", key, self.language, **values)


class SignRoom(DoesDeeds):
    """The members, the family first. ``meeting`` is the id of what it belongs to; empty if there is none."""

    commands: ClassVar[tuple[str, ...]] = _COMMANDS

    def __init__(self, house: House, meeting: str = "") -> None:
        super().__init__(house)
        self._meeting = meeting
        self._selected = next(iter(signing.signers(house.open_family, meeting)), "")

    def scene(self) -> SignScene:
        """This moment."""
        house = self.house
        return LineSignScene(house.open_family, self._meeting, house.now(), house.language, self._selected)

    # What deeds need

    def rows(self) -> Sequence[Row]:
        """Each person with what they said; then the signed editions."""
        return signing.rows(self.scene())

    def keys(self) -> Sequence[StepKey]:
        """What the letters and figures do to the selected person."""
        return signing.keys(self.scene())

    def act(self, key: str) -> None:
        """Do what a letter does; to sign by typing, the keyboard is handed over."""
        if key == signing.TYPED:
            self._hand_over()
        else:
            self.do(lambda: signing.act(self.scene(), key))

    @property
    def selected(self) -> str:
        """The person or edition that is selected."""
        return self._selected

    def select(self, row: str) -> None:
        """Select a person or an edition."""
        self._selected = row

    def is_kept(self, deed: Keep, before: str) -> None:
        """What stands there now."""
        if deed.edits:
            self.console.tell("kept", row=self.row_in_words(before or deed.select))
        if deed.said:
            self.console.say(deed.said)
        if deed.select and deed.select != before:
            self.say_selected()

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
            left = len(signing.missing(scene))
            self.console.say(scene.say("state.fixed", number=scene.edition))
            self.console.say(count("sign.state.open", left, scene.language) if left else scene.say("state.all"))
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
        meeting = self._meeting if scene.family.get(self._meeting) else None
        if answers.ask_yes(self.console, "sign.fix", number=number) and self.house.fix_edition(meeting):
            self._say_state()

    def do_edit(self, said: str) -> None:
        """Read the selected edition; change what the selected person said."""
        if said:
            self.do_select(said)
        scene = self.scene()
        if isinstance(scene.family.get(self._selected), Edition):
            self.do_read("")
            return
        held = scene.family.get(signing.agreement_of(scene, self._selected).id)
        self.do(lambda: Edited(held) if held is not None else Tell(scene.say("told.nothing-said")))

    def do_read(self, said: str) -> None:
        """The selected edition as it was signed, else the plan as it stands."""
        self._plan().read(self.console, said)

    def do_sections(self, _: str) -> None:
        """Its sections, numbered."""
        self._plan().say_sections(self.console)

    def do_export(self, said: str) -> None:
        """Write a file; of the selected edition, if one is selected."""
        from teammeet.tui.line_mode.exporting import export

        item = self.house.open_family.get(self._selected)
        export(self.house, said, item.number if isinstance(item, Edition) else self.scene().edition)

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
        shown = family.as_signed(item.number) if isinstance(item, Edition) else None
        return PlanReading(Look(family_for_the_wall(shown or family), self.house.today(), self.house.language))

    def _hand_over(self) -> None:
        """The person at the keyboard signs alone: the name is typed by nobody else."""
        scene, who = self.scene(), self._selected
        if scene.edition is None or who not in signing.signers(scene.family, scene.meeting):
            self.console.say(scene.say("told.fix-first" if scene.edition is None else "told.select-somebody"))
            return
        name = scene.family.label(who)
        held = signing.signature_of(scene.family, who, scene.edition)
        if held is not None:
            how = scene.term(f"signature_method.{held.method}")
            if not answers.ask_yes(self.console, "sign.again", who=name, how=how):
                return
        typed = self._typed_name(scene, name, signing.language_of(scene.family, who), scene.edition)
        if not typed:
            self.console.tell("not-signed")
            return
        now = self.scene()
        self.do(lambda: Keep((put(signing.signed(now, who, "typed", typed_name=typed)),), signing.next_to_sign(now)))

    def _typed_name(self, scene: SignScene, name: str, language: str, edition: int) -> str:
        """What the person types, asked in the person's language; empty if they do not sign now. No command works here."""

        def said(key: str, **values: object) -> str:
            return instead("sign", f"hand-over.{key}", language, **values)

        self.console.say(said("title", name=name), said("plan", number=edition, code=scene.family.code))
        self.console.say(text("word.statement", language), said("field"), said("how"))
        return mended(self.console.ask(), limit=NAME_LIMIT)[0].strip()
