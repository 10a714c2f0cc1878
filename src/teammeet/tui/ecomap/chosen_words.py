"""What the ecomap's screen says of what is chosen, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content

from teammeet.ecomap.names import abbreviated
from teammeet.model.people import Household, Person
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Item
from teammeet.tui.ecomap.changes import TIE_KINDS, Voice, place_of
from teammeet.tui.ecomap.releases import state_and_key

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.model.family import Family
    from teammeet.tui.app import TeamMeetApp

_BRIEF: Final = 16
"""Characters of a name where several stand in one line."""
_MARGINS: Final = 2
"""Cells left and right of a line."""


def chosen(
    app: TeamMeetApp, family: Family, selected: str, ties: tuple[Tie, ...], number: int, voice: Voice | None = None
) -> Content:
    """Three lines: what is chosen, the tie of it that keys change and whose claim of it, and those keys.

    A very long name gets the room that the rest of its line leaves: who sees what is said of the tie has to stay in sight.
    """
    item = family.get(selected)
    if item is None:
        return Content(app.say("tui.ecomap.empty"))
    lead, about = "", (app.say(f"model.support_kind.{item.kind}") if isinstance(item, Support) else "")
    if not ties:
        said = Content(app.say("tui.ecomap.untied"))
    elif len(ties[number].claims) > 1 or (voice is not None and voice.tie == ties[number].id):
        lead = _lead(app, family, selected, ties, number)
        said = _claims(app, family, ties[number], voice)
    else:
        said = _tie(app, family, selected, ties, number)
    heading = _heading(app, label(app, family, selected), about, lead, state_and_key(app, ties[number]) if ties else ())
    if not ties and not isinstance(item, Support):
        return heading + Content(f"\n {app.say('tui.ecomap.keys-other')}")
    return heading + Content("\n ") + said + Content("\n ") + _keys(app, item, ties, number, voice)


def _heading(app: TeamMeetApp, name: str, about: str, lead: str, states: tuple[Content, ...]) -> Content:
    """The name, the kind of support, where the tie leads, who sees its kind in the longest of ``states`` that has room.

    What kind of support it is stands on the map too: it goes where there is no room at all.
    """
    ways = [(about, state) for state in states] + [("", state) for state in states] or [(about, Content(""))]
    rests = [_joined(Content(kind), Content(lead), state) for kind, state in ways]
    wanted = min(cell_len(name), _BRIEF) + _MARGINS
    rest = next((each for each in rests if each.cell_length + wanted <= app.size.width), rests[-1])
    room = max(_BRIEF, app.size.width - rest.cell_length - _MARGINS)
    return Content.styled(f" {abbreviated(name, room)}", "bold $primary") + rest


def _joined(*parts: Content) -> Content:
    return Content("").join(Content("  ·  ") + part for part in parts if part.plain)


def label(app: TeamMeetApp, family: Family, id: str) -> str:
    """How somebody on the map is called, also without a name."""
    item = family.get(id)
    if isinstance(item, Household):
        return item.label or app.say(f"model.household_kind.{item.kind}")
    return family.label(id) or app.say("ecomap.unnamed.support")


def ends(app: TeamMeetApp, family: Family, support: str) -> list[tuple[str, str]]:
    """Where a tie from ``support`` may lead: people of the family, homes, other supports; with no tie there yet."""
    tied = {end for tie in family.ties for end in (tie.support, tie.to) if support in (tie.support, tie.to)}
    things: list[Person | Household | Support] = [person for person in family.people if person.in_family]
    things += [*family.households, *family.supports]
    return [(thing.id, label(app, family, thing.id)) for thing in things if thing.id not in tied and thing.id != support]


def everything(app: TeamMeetApp, family: Family, graph: EcomapGraph) -> list[tuple[str, str]]:
    """All that is on a map, with the kind of each support and the home of each person; ``family`` as it may be shown."""
    homes = {home.id: label(app, family, home.id) for home in graph.homes if home.id}
    found = [(support.id, label(app, family, support.id), app.say(f"ecomap.kind.{support.kind}")) for support in graph.supports]
    found += [(member.id, label(app, family, member.id), homes.get(member.home, "")) for member in graph.members]
    found += [(id, name, "") for id, name in homes.items()]
    return [(id, f"{name}  ·  {aside}" if aside else name) for id, name, aside in found]


def speakers(family: Family) -> list[tuple[str, str]]:
    """Who may say how they see a tie: the people of the family, the supports and their people."""
    people = [person for person in family.people if person.nature == "person" and person.life == "living"]
    of_family = [person for person in people if person.in_family]
    others = [person for person in people if not person.in_family]
    things: list[Person | Support] = [*of_family, *family.supports, *others]
    return [(one.id, one.label) for one in things if one.label]


def starts(app: TeamMeetApp, family: Family, support: str) -> list[tuple[str, str]]:
    """Which supports a tie to ``support`` may begin at: those with no tie there yet."""
    return [(id, words) for id, words in ends(app, family, support) if isinstance(family.get(id), Support)]


def _lead(app: TeamMeetApp, family: Family, selected: str, ties: tuple[Tie, ...], number: int) -> str:
    """Where the tie leads; beside what several say of it there is room for figures alone."""
    count = f"{number + 1}/{len(ties)} " if len(ties) > 1 else ""
    return f"{count}→ {abbreviated(_other_end(app, family, selected, ties[number]), _BRIEF)}"


def _other_end(app: TeamMeetApp, family: Family, selected: str, tie: Tie) -> str:
    return label(app, family, tie.support if tie.to == selected else tie.to)


def _tie(app: TeamMeetApp, family: Family, selected: str, ties: tuple[Tie, ...], number: int) -> Content:
    tie = ties[number]
    claim = tie.claims[0] if tie.claims else Claim()
    parts = [f"{_kinds(app, claim)} → {_other_end(app, family, selected, tie)}"]
    if claim.flow != "none":
        parts.append(app.say(f"ecomap.flow.{claim.flow}", name=label(app, family, tie.to)))
    if len(ties) > 1:
        parts.insert(0, app.say("tui.ecomap.tie-of", number=number + 1, all=len(ties)))
    return Content("  ·  ".join(parts))


def _claims(app: TeamMeetApp, family: Family, tie: Tie, voice: Voice | None) -> Content:
    """What each says of a tie: first the claim that keys change, with a mark, then the others."""
    at = place_of(tie, voice)
    mark = ">" if app.settings.plain_signs else "▸"
    if at < len(tie.claims):
        now = _claim(app, family, tie.claims[at])
    else:
        now = app.say("spotlight.claim.new", who=_who(app, family, voice.who if voice else None))
    others = [_claim(app, family, claim) for place, claim in enumerate(tie.claims) if place != at and _says(claim)]
    return Content.styled(f"{mark} {now}", "bold") + Content("".join(f"  |  {other}" for other in others))


def _claim(app: TeamMeetApp, family: Family, claim: Claim) -> str:
    return f"{_who(app, family, claim.said_by)}: {said_of(app, claim)}"


def said_of(app: TeamMeetApp, claim: Claim) -> str:
    """What somebody says of a tie: its kinds, and where energy goes."""
    said = [_kinds(app, claim), *([app.say(f"spotlight.flow.{claim.flow}")] if claim.flow != "none" else [])]
    return ", ".join(said)


def _says(claim: Claim) -> bool:
    return bool(claim.kinds) or claim.flow != "none"


def _who(app: TeamMeetApp, family: Family, who: str | None) -> str:
    return abbreviated(family.label(who), _BRIEF) or app.say("spotlight.claim.somebody")


def _kinds(app: TeamMeetApp, claim: Claim) -> str:
    return " + ".join(app.say(f"ecomap.tie.{kind}") for kind in claim.kinds) or app.say("ecomap.tie.unsaid")


def _keys(app: TeamMeetApp, item: Item, ties: tuple[Tie, ...], number: int, voice: Voice | None) -> Content:
    at = place_of(ties[number], voice) if ties else 0
    on = ties[number].claims[at].kinds if ties and at < len(ties[number].claims) else ()
    parts = []
    for place, kind in enumerate(TIE_KINDS, start=1):
        style = "bold reverse" if kind in on else ""
        parts.append(Content.styled(f"{place}", "bold $accent") + Content.styled(f" {app.say(f'ecomap.tie.{kind}')}", style))
    last = "t" if len(ties) > 1 else "a" if isinstance(item, Support) else ""
    for key in ("f", "k" if isinstance(item, Support) else "", last):
        if key:
            parts.append(Content.styled(key, "bold $accent") + Content(f" {app.say(f'tui.ecomap.key.{key}')}"))
    return Content("  ").join(parts)
