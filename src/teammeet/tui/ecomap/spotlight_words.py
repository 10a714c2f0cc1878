"""What the map's screen says of a spotlight: what is looked at, what is gone, how to get back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from teammeet.ecomap.seating import domain_name
from teammeet.ecomap.spotlight import left_out
from teammeet.ecomap.words import sections
from teammeet.messages import count
from teammeet.model.domains import domain_order
from teammeet.tui.ecomap.changes import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teammeet.ecomap.graph import EcomapGraph, Support
    from teammeet.model.supports import Spotlight, SupportKind
    from teammeet.tui.app import TeamMeetApp

UNPAID: Final[tuple[SupportKind, ...]] = ("natural", "peer", "community")
ALL: Final = "*"
"""The entry that is no part of life but all of them."""


def line(app: TeamMeetApp, graph: EcomapGraph, spotlight: Spotlight) -> str:
    """All in one or two short lines. ``graph`` is the whole map, as those who look may see it."""
    name = f"{spotlight.name}: " if spotlight.name else ""
    gone = _gone(app, graph, spotlight)
    way = app.say("spotlight.line.alone" if spotlight.alone else "spotlight.line.dim")
    return f"{name}{in_words(app, graph, spotlight)} · {gone or way}.  {app.say('spotlight.line.back')}"


def as_text(app: TeamMeetApp, whole: EcomapGraph, narrowed: EcomapGraph, spotlight: Spotlight) -> str:
    """What stands out, as a list. Who has no line is said where only the kinds narrow it: else some have."""
    lines = [in_words(app, whole, spotlight)]
    gone = _gone(app, whole, spotlight)
    if gone:
        lines.append(f"{gone}.")
        lines += [app.say("spotlight.gone.who", who=member.name) for member in left_out(whole, spotlight).untied if member.name]
    for section in sections(narrowed, app.language):
        if gone or section.heading != app.say("figures.words.untied"):
            lines += ["", section.heading, *(f"- {entry}" for entry in section.entries)]
    return "\n".join(lines)


def in_words(app: TeamMeetApp, graph: EcomapGraph, spotlight: Spotlight) -> str:
    """What a spotlight is on."""
    parts = []
    if spotlight.of:
        parts.append(app.say("spotlight.line.of", name=name_on(app, graph, spotlight.of)))
    if spotlight.domain:
        parts.append(domain_name(spotlight.domain, app.language))
    if spotlight.kinds:
        parts.append(_kinds(app, spotlight.kinds))
    said = " · ".join(parts) or app.say("spotlight.line.nothing")
    return f"{said[:1].upper()}{said[1:]}"


def domains(app: TeamMeetApp, graph: EcomapGraph, lit: bool) -> list[tuple[str, str]]:
    """The parts of life that the map uses, each with how many supports are active; where one is ``lit``, all of them first."""
    held: dict[str, list[Support]] = {}
    for support in graph.supports:
        if support.domain:
            held.setdefault(support.domain, []).append(support)
    found = []
    for domain in sorted(held, key=domain_order):
        active = sum(support.status == "active" for support in held[domain])
        found.append((domain, f"{domain_name(domain, app.language)} · {active}{_besides(app, held[domain])}"))
    return [(ALL, app.say("spotlight.ask.all-domains")), *found] if lit else found


def name_on(app: TeamMeetApp, graph: EcomapGraph, id: str) -> str:
    """How something on the map is called, also without a name."""
    return graph.name_of(id) or app.say("ecomap.unnamed.household" if id == graph.centre else "ecomap.unnamed.support")


def _kinds(app: TeamMeetApp, kinds: tuple[SupportKind, ...]) -> str:
    if set(kinds) == set(UNPAID):
        return app.say("spotlight.line.without-services")
    named = ", ".join(app.say(f"ecomap.screen.{kind}") for kind in KINDS if kind in kinds)
    return app.say("spotlight.line.only", kinds=named)


def _besides(app: TeamMeetApp, supports: Iterable[Support]) -> str:
    """How many are only possible, and how many have ended: they are not among those that are counted."""
    held = Counter(support.status for support in supports)
    said = [
        count(f"figures.words.status.{one}", held[one], app.language).rstrip(".") for one in ("possible", "ended") if held[one]
    ]
    return f" ({', '.join(said)})" if said else ""


def _gone(app: TeamMeetApp, graph: EcomapGraph, spotlight: Spotlight) -> str:
    """Plainly what is gone; only where nothing but the kinds narrows the map, for else more than that is gone.

    As paid services those count that are active now: the same as among the figures.
    """
    if not spotlight.alone or not spotlight.kinds or spotlight.of or spotlight.domain:
        return ""
    gone = left_out(graph, spotlight)
    active = sum(support.status == "active" for support in gone.supports)
    services = set(spotlight.kinds) == set(UNPAID) and bool(active)
    what = (
        f"{count('spotlight.gone.services', active, app.language)}{_besides(app, gone.supports)}"
        if services
        else count("spotlight.gone.supports", len(gone.supports), app.language)
    )
    if gone.untied:
        return f"{what}; {count('spotlight.gone.untied', len(gone.untied), app.language)}"
    return f"{what}; {app.say('spotlight.gone.nobody')}" if services else what
