"""The keyboard is handed over: a person types the own name, nobody else; and the way back that a low degree means.

What is said alone (a degree, a rating) is not asked here: lines stay to be read by whoever comes to the keyboard next.
"""

from __future__ import annotations

from dataclasses import dataclass

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.text import NAME_LIMIT, mended
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import instead
from teammeet.tui.line_mode.followed import FollowedRoom
from teammeet.tui.meeting import start
from teammeet.tui.meeting.scene import Choice, Keep
from teammeet.tui.sign import degree, signing
from teammeet.tui.sign.own_names import fits, known_names
from teammeet.tui.sign.scene import SignScene


@dataclass(frozen=True)
class LineSignScene(SignScene):
    """A moment of the signing in lines: what speaks of keys on a screen is said in the words of this mode."""

    def say(self, key: str, **values: object) -> str:
        """The message ``sign.KEY``, or what stands in its place here."""
        return instead("sign", key, self.language, **values)


class HandsOver(FollowedRoom):
    """The part of the signing that is one person's turn, and that may lead back to a step."""

    back_to = ""
    """The id of the step that the family wants to go back to, once the room is left for it."""
    _leads_back = ""
    """Whose answer to what would move them up is awaited."""

    def scene(self) -> SignScene:
        """This moment."""
        raise NotImplementedError

    def sign_alone(self) -> None:
        """The person at the keyboard signs alone."""
        scene, who = self.scene(), self.scene().selected
        if who not in signing.signers(scene.seen, scene.meeting):
            self.console.say(scene.say("told.select-somebody"))
            return
        edition = scene.edition
        if edition is None:
            self.console.say(scene.say("told.fix-first"))
            return
        held = signing.signature_of(scene.family, who, edition)
        if held is not None:
            how = scene.term(f"signature_method.{held.method}")
            if not answers.ask_yes(self.console, "sign.again", who=scene.family.label(who), how=how):
                return
        more = self._page(scene, who, edition)
        if not more["typed_name"]:
            self.console.tell("not-signed")
            return
        now = self.scene()
        self.do(lambda: Keep((put(signing.signed(now, who, "typed", **more)),), signing.next_to_sign(now)))

    def _page(self, scene: SignScene, who: str, edition: int) -> dict[str, str]:
        """What the person types, asked in their language. No command works here; without a name nothing more is asked."""
        language, interpreter = signing.language_of(scene.family, who), signing.interpreter_of(scene, who)

        def said(key: str, **values: object) -> str:
            return instead("sign", f"hand-over.{key}", language, **values)

        self.console.say(said("title", name=scene.family.label(who)), said("plan", number=edition, code=scene.family.code))
        self.console.say(text("word.statement", language), f"{said('typed-name')}:", said("how"))
        typed = {"typed_name": self._own_name(scene, who), "interpreter": "", "witness": ""}
        if typed["typed_name"]:
            for field, usual in (("interpreter", interpreter), ("witness", "")):
                self.console.say(f"{said(field)}?", text("plain.enter-takes", language, words=usual) if usual else "")
                typed[field] = self._short() or usual
        return typed

    def _own_name(self, scene: SignScene, who: str) -> str:
        """The name that is typed; one that has nothing of the names of ``who`` only when that is meant."""
        known, called = known_names(scene.family, who), scene.family.label(who)
        name = self._short()
        while name and not fits(name, known) and not answers.ask_yes(self.console, "sign.own-name", typed=name, name=called):
            name = self._short()
        return name

    def _short(self) -> str:
        return mended(self.console.ask(), limit=NAME_LIMIT)[0].strip()

    # The way back

    def offer_way_back(self) -> None:
        """Ask which step it is about; the room is left for it."""
        self._leads_back = ""
        scene = self.scene()
        meeting = scene.family.get(scene.meeting)
        agenda = start.agenda_of(meeting.agenda, self.house.agenda_folders) if isinstance(meeting, Meeting) else None
        if agenda is None or (isinstance(meeting, Meeting) and meeting.ended_at is not None):
            return
        stay = Choice("stay", scene.say_agree("answer.stay"))
        choices = (stay, *degree.steps_to_go_back_to(agenda, scene.language))
        picked = answers.ask_choice(self.console, scene.say_agree("ask.step"), choices, many=False, usual=stay.words)
        if picked and picked[0] != stay.id:
            self.back_to = picked[0]
            self.leave_room()
