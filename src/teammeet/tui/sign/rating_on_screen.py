"""Taking private ratings on a screen: somebody gets the keyboard for a minute, or a paper sheet is noted and typed in later."""

from __future__ import annotations

from typing import Final

from textual import work

from teammeet.model.family import Family
from teammeet.tui.meeting.deeds import DoesDeeds
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.meeting.scene import AskPick, Choice, Keep, Tell
from teammeet.tui.sign import rating, signing
from teammeet.tui.wall import present_at

_NOBODY: Final = ""


class TakesRatings(DoesDeeds):
    """A screen from which the keyboard is handed over for a rating. Nothing of it is ever shown here."""

    @work(exclusive=True, group="rating")
    async def take_rating(self, meeting: str, who: str = "") -> None:
        """Rate the meeting: ``who``, or whoever is picked of those who are there; how, and then their own page."""
        if not who:
            picked = await self.app.push_screen_wait(PickOne(self._whose(meeting)))
            if picked is None:
                return
            who = _NOBODY if picked[0] == rating.NOBODY else picked[0]
        family = self._family_now
        sheet = rating.sheet_of(family, meeting, who or None) is not None
        asked = AskPick(self.app.say("agree.ask.how"), rating.ways(self.app.language, sheet_is_out=sheet), _told, many=False)
        how = await self.app.push_screen_wait(PickOne(asked))
        if how == (rating.PAPER,):
            self.do(lambda: rating.on_paper(self._family_now, meeting, who or None, self.app.language))
        elif how is not None:
            await self._hand_over_for(meeting, who, on_paper=how == (rating.TYPE_IN,))

    async def _hand_over_for(self, meeting: str, who: str, *, on_paper: bool) -> None:
        from teammeet.tui.sign.private_page import PrivatePage

        family, own = self._family_now, self.app.language
        language = own if on_paper or not who else signing.language_of(family, who)
        page = PrivatePage(family.label(who), language, rating.questions(language, asks_name=bool(who)))
        answers = await self.app.push_screen_wait(page)
        if answers is not None:
            self.do(lambda: rating.kept(self._family_now, meeting, who or None, answers, own, on_paper=on_paper))

    def _whose(self, meeting: str) -> AskPick:
        """Those who are there, and somebody without a name."""
        shown = self.app.family_shown(self._family_now)
        there = [who for who in present_at(shown, meeting) if shown.label(who)]
        people = tuple(Choice(who, shown.label(who)) for who in there or signing.signers(shown, meeting))
        nobody = Choice(rating.NOBODY, self.app.say("agree.answer.somebody"))
        return AskPick(self.app.say("agree.ask.rates"), (*people, nobody), _told, many=False)

    @property
    def _family_now(self) -> Family:
        assert self.app.family is not None, "a family is open"
        return self.app.family


def _told(ids: tuple[str, ...]) -> Tell | Keep:
    """These picks are awaited where they are asked."""
    return Keep((), ids[0])
