"""What the signing hands over or leads back to: a name or a degree given alone, a rating, the step that is not right."""

from __future__ import annotations

from typing import Any, Final

from textual import work

from teammeet.desk import Place
from teammeet.model.meetings import Meeting
from teammeet.model.sharing import Agreement
from teammeet.tui.commands import Command
from teammeet.tui.going import instead
from teammeet.tui.meeting import start
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.meeting.scene import AskPick, Choice, Keep
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign import degree, signing, typed_name, whom
from teammeet.tui.sign.rating_on_screen import TakesRatings
from teammeet.tui.sign.scene import SignScene

STAY: Final = "stay"
AGREE_COMMANDS: Final = (Command("agree.read-back", "shift+f9"),)


class AgreesAlone(TakesRatings):
    """The signing, where it is one person's turn alone, or where a low degree of the family leads back."""

    _leads_back = ""
    """Whose answer to what would move them up is awaited."""

    def scene(self) -> SignScene:
        """This moment."""
        raise NotImplementedError

    def action_read_back(self) -> None:
        """Read the plan back, one part a screen."""
        from teammeet.tui.meeting.read_sections import ReadSections

        scene = self.scene()
        if isinstance(scene.family.get(scene.meeting), Meeting) and not scene.outside:
            self.app.push_screen(ReadSections(scene.meeting))
        else:
            self.tell(scene.say_agree("told.no-meeting-now"))

    def hand_over(self, scene: SignScene, key: str) -> bool:
        """Hand the keyboard over, if the key is one for that."""
        self._leads_back = ""
        if key not in (signing.TYPED, signing.ALONE, signing.RATE):
            return False
        if scene.who not in signing.signers(scene.seen, scene.meeting):
            self.tell(signing.nobody_selected(scene))
        elif key == signing.TYPED:
            self._sign_alone(scene)
        elif key == signing.ALONE:
            self._say_alone(scene)
        elif isinstance(scene.family.get(scene.meeting), Meeting):
            self.take_rating(scene.meeting, scene.who)
        else:
            self.tell(self.app.say("meeting.told.no-meeting"))
        return True

    @work(exclusive=True, group="hand-over")
    async def _sign_alone(self, scene: SignScene) -> None:
        """The person at the keyboard signs alone: the name is typed by nobody else."""
        from teammeet.tui.sign.hand_over import HandOver

        who = scene.who
        if scene.edition is None:
            self.tell(scene.say("told.fix-first"))
            return
        held = signing.signature_of(scene.family, who, scene.edition)
        if held is not None:
            how = scene.term(f"signature_method.{held.method}")
            if not await self.app.push_screen_wait(Question("sign.again", who=scene.family.label(who), how=how)):
                return
        given = await self._for_whom(scene, who)
        if given is None:
            return
        said = await self.app.push_screen_wait(HandOver(typed_name.page_for(scene, who, given)))
        if said:
            self.do(lambda: typed_name.kept(self.scene(), who, given, said))

    async def _for_whom(self, scene: SignScene, who: str) -> dict[str, Any] | None:
        """Whether a minor or a guardian signs, asked before the keyboard is handed over; ``None`` if it was left open."""
        question = whom.question_to(scene, who, lambda _: Keep(()))
        if question is None:
            return whom.given("own")
        picked = await self.app.push_screen_wait(PickOne(question))
        return whom.given(picked[0]) if picked else None

    @work(exclusive=True, group="hand-over")
    async def _say_alone(self, scene: SignScene) -> None:
        """How far somebody stands behind the plan, on a page of their own; the family may ask to go back at once."""
        from teammeet.tui.sign.private_page import PrivatePage

        who = scene.who
        language = signing.language_of(scene.family, who)
        of_family = degree.means_going_back(scene, Agreement(who=who, degree=1))
        page = PrivatePage(scene.family.label(who), language, degree.questions(language, may_go_back=of_family))
        answers = await self.app.push_screen_wait(page)
        if answers is not None:
            self.do(lambda: degree.kept(self.scene(), who, answers))
            if degree.wants_back(answers):
                await self._offer_way_back()

    def is_kept(self, deed: Keep) -> None:
        """A low degree of the family that was said aloud leads back to the step that it is about, if they want to."""
        super().is_kept(deed)
        said = next((edit.after for edit in deed.edits if isinstance(edit.after, Agreement)), None)
        if said is None:
            return
        if deed.then is not None and degree.means_going_back(self.scene(), said):
            self._leads_back = said.who
        elif said.who == self._leads_back:
            self._leads_back = ""
            self._lead_back()

    @work(exclusive=True, group="way-back")
    async def _lead_back(self) -> None:
        await self._offer_way_back()

    async def _offer_way_back(self) -> None:
        """Ask which step it is about, and go there."""
        scene = self.scene()
        meeting = scene.family.get(scene.meeting)
        agenda = start.agenda_of(meeting.agenda, self.app.agenda_folders) if isinstance(meeting, Meeting) else None
        if agenda is None:
            return
        stay = Choice(STAY, scene.say_agree("answer.stay"))
        choices = (stay, *degree.steps_to_go_back_to(agenda, scene.language))
        asked = AskPick(scene.say_agree("ask.step"), choices, lambda ids: Keep((), ids[0]), many=False)
        picked = await self.app.push_screen_wait(PickOne(asked))
        if picked and picked[0] != STAY:
            self._go_back_to(scene.meeting, [step.id for step in agenda.steps], picked[0])

    def _go_back_to(self, meeting: str, steps: list[str], step: str) -> None:
        """Back to the meeting, at that step."""
        below = next((one for one in reversed(self.app.screen_stack) if isinstance(one, HeldMeeting)), None)
        if below is not None:
            self.app.back()
            below.go_to(steps.index(step))
        else:
            self.app.save_place((self.app.place or Place()).moved("meeting", step, meeting))
            instead(self.app, "meeting", {"meeting": meeting})
