"""The keyboard is handed over: a person types the own name, nobody else; and the way back that a low degree means.

What is said alone (a degree, a rating) is not asked here: lines stay to be read by whoever comes to the keyboard next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from teammeet.messages import LANGUAGES, text
from teammeet.model.meetings import Meeting
from teammeet.practice.statement import spoken_in
from teammeet.text import NAME_LIMIT, folded, mended
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import instead
from teammeet.tui.line_mode.followed import FollowedRoom
from teammeet.tui.meeting import start
from teammeet.tui.meeting.scene import Choice, Keep
from teammeet.tui.sign import degree, signing, typed_name, whom
from teammeet.tui.sign.own_names import fits
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.tongues import tongue_named
from teammeet.tui.sign.typed_name import SignPage, TypedName


def said_by(language: str, key: str, **values: object) -> str:
    """What the page says that is handed over, in the words of this mode."""
    return instead("sign", f"hand-over.{key}", language, **values)


@dataclass(frozen=True)
class LineSignScene(SignScene):
    """A moment of the signing in lines: what speaks of keys on a screen is said in the words of this mode."""

    def say(self, key: str, **values: object) -> str:
        """The message ``sign.KEY``, or what stands in its place here."""
        return instead("sign", key, self.language, **values)

    def told(self, key: str, **values: object) -> str:
        """The message ``signed.KEY``, or what stands in its place here."""
        return instead("signed", key, self.language, **values)


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
        scene = self.scene()
        who = scene.who
        if who not in signing.signers(scene.seen, scene.meeting):
            self.console.say(signing.nobody_selected(scene))
            return
        if scene.edition is None:
            self.console.say(scene.say("told.fix-first"))
            return
        held = signing.signature_of(scene.family, who, scene.edition)
        if held is not None:
            how = scene.term(f"signature_method.{held.method}")
            if not answers.ask_yes(self.console, "sign.again", who=scene.family.label(who), how=how):
                return
        given = self._for_whom(scene, who)
        if given is None:
            return
        typed = self._page(typed_name.page_for(scene, who, given))
        if typed is None:
            self.console.tell("not-signed")
            return
        self.do(lambda: typed_name.kept(self.scene(), who, given, typed))

    def _for_whom(self, scene: SignScene, who: str) -> dict[str, Any] | None:
        """Whether a minor or a guardian signs, asked before the keyboard is handed over; ``None`` if it was left open."""
        question = whom.question_to(scene, who, lambda _: Keep(()))
        if question is None:
            return whom.given("own")
        asked = " ".join(filter(None, (question.question, question.beside)))
        picked = answers.ask_choice(self.console, asked, question.choices, question.chosen, many=False)
        return whom.given(picked[0]) if picked else None

    def _page(self, page: SignPage) -> TypedName | None:
        """What the person types, asked in their language. No command works here; without a name nothing more is asked."""
        name, language = self._own_name(page)
        if not name:
            return None
        read = page.read_in(language)
        interpreter = self._asked(language, "interpreter", page.interpreter)
        while True:
            typed = TypedName(name, read, interpreter, self._asked(language, "witness", ""))
            wrong = typed_name.what_is_wrong(page, typed)
            if not wrong:
                return typed
            self.console.say(wrong)

    def _read(self, page: SignPage, language: str) -> None:
        """Which plan, and the statement; then the name is asked for, and another language can be."""
        plan = said_by(language, "plan", number=page.edition, code=page.family.code)
        self.console.say(said_by(language, "title", name=page.name), plan)
        self.console.say(*page.read_in(language).lines, *filter(None, [page.in_other_words(language)]))
        other = typed_name.next_language(language)
        how = said_by(language, "how", tongue=tongue_named(other, other), word=other)
        self.console.say(f"{said_by(language, 'typed-name')}:", how)

    def _asked(self, language: str, field: str, usual: str) -> str:
        self.console.say(f"{said_by(language, field)}?", text("plain.enter-takes", language, words=usual) if usual else "")
        return self._short() or usual

    def _own_name(self, page: SignPage) -> tuple[str, str]:
        """The name that is typed, and the language in which it was read last.

        Never a name of staff; one that is not theirs only when that is meant. The tag of a language reads it in that one.
        """
        language = spoken_in(page.wanted)
        self._read(page, language)
        while name := self._short():
            if folded(name) in LANGUAGES:
                language = folded(name)
                self._read(page, language)
            elif wrong := typed_name.what_is_wrong(page, TypedName(name, page.read_in(language))):
                self.console.say(wrong)
            elif fits(name, page.known) or answers.ask_yes(self.console, "sign.own-name", typed=name, name=page.name):
                break
        return name, language

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
