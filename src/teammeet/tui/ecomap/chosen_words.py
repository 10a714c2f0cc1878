"""What the ecomap's screen says of what is chosen, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from teammeet.model.people import Household, Person
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.ecomap.changes import TIE_KINDS

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.tui.app import TeamMeetApp


def chosen(app: TeamMeetApp, family: Family, selected: str, ties: tuple[Tie, ...], number: int) -> Content:
    """Three lines: what is chosen, the tie of it that keys change, and those keys."""
    item = family.get(selected)
    if item is None:
        return Content(app.say("tui.ecomap.empty"))
    name = Content.styled(f" {label(app, family, selected)}", "bold $primary")
    if not isinstance(item, Support):
        return name + Content(f"\n {app.say('tui.ecomap.keys-other')}")
    kind = app.say(f"model.support_kind.{item.kind}")
    tie = _tie(app, family, selected, ties, number)
    return name + Content(f"  ·  {kind}\n {tie}\n ") + _keys(app, ties, number)


def label(app: TeamMeetApp, family: Family, id: str) -> str:
    """How somebody on the map is called, also without a name."""
    item = family.get(id)
    if isinstance(item, Household):
        return item.label or app.say(f"model.household_kind.{item.kind}")
    return family.label(id) or app.say("ecomap.unnamed.support")


def ends(family: Family, support: str) -> list[tuple[str, str]]:
    """Where a tie from ``support`` may lead: people of the family, homes, other supports; with no tie there yet."""
    tied = {end for tie in family.ties for end in (tie.support, tie.to) if support in (tie.support, tie.to)}
    things: list[Person | Household | Support] = [person for person in family.people if person.in_family]
    things += [*family.households, *family.supports]
    return [(thing.id, thing.label or thing.id) for thing in things if thing.id not in tied and thing.id != support]


def _tie(app: TeamMeetApp, family: Family, selected: str, ties: tuple[Tie, ...], number: int) -> str:
    if not ties:
        return app.say("tui.ecomap.untied")
    tie = ties[number]
    other = tie.support if tie.to == selected else tie.to
    claim = tie.claims[0] if tie.claims else Claim()
    kinds = " + ".join(app.say(f"ecomap.tie.{kind}") for kind in claim.kinds) or app.say("ecomap.tie.unsaid")
    parts = [f"{kinds} → {label(app, family, other)}"]
    if claim.flow != "none":
        parts.append(app.say(f"ecomap.flow.{claim.flow}", name=label(app, family, tie.to)))
    if len(ties) > 1:
        parts.insert(0, app.say("tui.ecomap.tie-of", number=number + 1, all=len(ties)))
    return "  ·  ".join(parts)


def _keys(app: TeamMeetApp, ties: tuple[Tie, ...], number: int) -> Content:
    on = ties[number].claims[0].kinds if ties and ties[number].claims else ()
    parts = []
    for place, kind in enumerate(TIE_KINDS, start=1):
        style = "bold reverse" if kind in on else ""
        parts.append(Content.styled(f"{place}", "bold $accent") + Content.styled(f" {app.say(f'ecomap.tie.{kind}')}", style))
    for key in ("f", "k", "t" if len(ties) > 1 else "a"):
        parts.append(Content.styled(key, "bold $accent") + Content(f" {app.say(f'tui.ecomap.key.{key}')}"))
    return Content("  ").join(parts)
