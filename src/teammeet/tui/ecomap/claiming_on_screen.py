"""Two people may see one tie differently: each says how, and both stay on the map."""

from __future__ import annotations

from typing import Final

from textual import work

from teammeet.tui.commands import Command
from teammeet.tui.ecomap import changes, chosen_words
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.held import HeldEcomap

_NOBODY: Final = "?"
"""The entry for a view of which nobody said whose it is."""


class HearsBoth(HeldEcomap):
    """The keys change what one person says of the chosen tie; what others say of it stays as it is."""

    CLAIMING = (Command("spotlight.other-claim", "b"),)

    def action_other_claim(self) -> None:
        """What the next person says of the tie; after the last, somebody else may say it."""
        tie = self._chosen_tie()
        if tie is None:
            self._tell_no_tie()
        elif not self.may_see_kind(tie):
            self.app.tell("spotlight.told.kind-unseen")
        else:
            self._voice = changes.next_voice(tie, self._voice)
            if self._voice is None:
                self._ask_who(tie.id)
            self._redraw()

    @work(group="asking")
    async def _ask_who(self, tie_id: str) -> None:
        """Somebody of the family or a support; with nobody named, the keys change the first claim."""
        if self.family is None:
            return
        speakers = chosen_words.speakers(self.app.family_shown(self.family))
        who = await one_of(self.app, self.app.say("spotlight.ask.who"), speakers)
        if who is None or not await self._first_is_owned(tie_id, [one for one in speakers if one[0] != who]):
            return
        tie = self._chosen_tie()
        if tie is not None and tie.id == tie_id:
            self._voice = changes.voice_of(tie, who)
            self._redraw()

    async def _first_is_owned(self, tie_id: str, speakers: list[tuple[str, str]]) -> bool:
        """Ask whose the only view of the tie was, if nobody is known: False when that is not answered."""
        tie = self._chosen_tie()
        first = changes.unowned(tie) if tie is not None else None
        if first is None:
            return True
        question = self.app.say("spotlight.ask.whose", said=chosen_words.said_of(self.app, first))
        whose = await one_of(self.app, question, [(_NOBODY, self.app.say("spotlight.ask.nobody-said")), *speakers])
        tie = self._chosen_tie()
        if whose is None or tie is None or tie.id != tie_id:
            return False
        return whose == _NOBODY or changes.unowned(tie) != first or self._keep(changes.owned(tie, whose))
