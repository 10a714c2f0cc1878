"""Who carries an idea that was asked about on the map: what becomes of the record."""

from __future__ import annotations

from teammeet.model.family import Family
from teammeet.model.people import Person
from teammeet.model.plan import Option, Strategy
from teammeet.model.supports import Support
from teammeet.tui.meeting.carrying import chosen_in, source_of


def may_carry(family: Family, who: str) -> bool:
    """Whether ``who`` can carry anything: a support that has not ended, or a living person; no home, no pet."""
    item = family.get(who)
    if isinstance(item, Support):
        return item.status != "ended"
    return isinstance(item, Person) and item.nature == "person" and item.life == "living"


def strategy_carried_by(family: Family, shown: Family, option: str, who: str) -> Strategy | None:
    """What is chosen of the idea ``option``, with ``who`` among those who carry it; ``None`` where they do already.

    ``family`` is the record, ``shown`` what may be seen of it: what was chosen unseen stays as it is.
    """
    idea = family.get(option)
    seen = next((strategy for strategy in shown.strategies if strategy.option == option), None)
    held = family.get(seen.id) if seen is not None else None
    if isinstance(held, Strategy):
        return None if who in held.carried_by else held.changed(carried_by=(*held.carried_by, who))
    return chosen_in(family, idea, source_of(family, who), (who,)) if isinstance(idea, Option) else None
