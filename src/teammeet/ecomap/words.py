"""The map in words: one sentence for alt text, a list for who cannot see the picture, or hears it over the phone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from teammeet.ecomap.graph import SUPPORT_KINDS, TIE_KINDS, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.seating import domain_name
from teammeet.messages import count, text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, each entry one support, home or person."""

    heading: str
    entries: tuple[str, ...]


def summary(graph: EcomapGraph, language: str = "en") -> str:
    """The map in a sentence or two: how many supports of each kind, how many ties of each kind."""
    kinds = Counter(support.kind for support in graph.supports)
    counts = ", ".join(count(f"ecomap.words.kinds.{kind}", kinds[kind], language) for kind in SUPPORT_KINDS if kinds[kind])
    if counts:
        counts = f"{count('ecomap.group.supports', len(graph.supports), language)} ({counts})"
    said = Counter(kind for tie in graph.ties for kind in {k for view in tie.views for k in view.kinds})
    ties = ", ".join(count(f"ecomap.counted-ties.{kind}", said[kind], language) for kind in TIE_KINDS if said[kind])
    told = text("ecomap.words.ties", language, ties=ties) if ties else ""
    nobody = text("ecomap.words.nobody", language)
    return text("ecomap.words.summary", language, title=graph.title, counts=counts or nobody, ties=told).strip()


def sections(graph: EcomapGraph, language: str = "en") -> tuple[Section, ...]:
    """Everything that the map shows, in the map's own order."""
    homes = tuple(_home_entry(home, graph, language) for home in graph.homes if graph.living_in(home.id) or home.id)
    found = [Section(graph.title, homes)] if homes else []
    for kind in SUPPORT_KINDS:
        entries = tuple(_support_entry(support, graph, language) for support in graph.supports if support.kind == kind)
        if entries:
            found.append(Section(text(f"ecomap.sector.{kind}", language), entries))
    return tuple(found)


def as_text(graph: EcomapGraph, language: str = "en") -> str:
    """The sections as plain lines."""
    lines = [summary(graph, language)]
    for section in sections(graph, language):
        lines += ["", section.heading, *(f"- {entry}" for entry in section.entries)]
    return "\n".join(lines)


def _home_entry(home: Home, graph: EcomapGraph, language: str) -> str:
    people = ", ".join(_member(member, language) for member in graph.members if home.id in (member.home, *member.also_in))
    return text("ecomap.words.lives", language, home=_home_name(home, language), people=people or "–")


def _home_name(home: Home, language: str) -> str:
    kind = "" if home.kind == "home" else text(f"ecomap.home.{home.kind}", language)
    name = home.name or kind or text("ecomap.unnamed.household", language)
    return name if not kind or kind.casefold() in name.casefold() else f"{name} ({kind})"


def _member(member: Member, language: str) -> str:
    form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, member.nature)
    said = "" if form == "person" else text(f"ecomap.form.{form}", language)
    more = ", ".join(part for part in (member.role, said) if part)
    return f"{member.name} ({more})" if more else member.name


def _support_entry(support: Support, graph: EcomapGraph, language: str) -> str:
    name = support.name or text("ecomap.unnamed.support", language)
    about = [domain_name(support.domain, language)]
    if support.status != "active":
        about.append(text(f"ecomap.status.{support.status}", language))
    head = text("ecomap.words.support", language, name=name, domain=", ".join(about))
    ties = [_tie(tie, graph, language) for tie in graph.ties if tie.support == support.id]
    ties += [text("ecomap.words.loop", language) for tie in graph.loops if tie.support == support.id]
    return f"{head}: {'; '.join(ties) or text('ecomap.words.untied', language)}"


def _tie(tie: Tie, graph: EcomapGraph, language: str) -> str:
    name = _end_name(tie.to, graph, language)
    views = tie.views
    said = "; ".join(_view(view, name, language, len(views) > 1) for view in views)
    if len(views) > 1:
        said = f"{said} ({text('ecomap.words.differ', language)})"
    return text("ecomap.words.by", language, person=tie.by, tie=said) if tie.by else said


def _view(view: Claim, name: str, language: str, who: bool) -> str:
    kinds = text("ecomap.words.and", language).join(text(f"ecomap.tie.{kind}", language) for kind in view.kinds)
    key = "tie" if kinds else "tie-unsaid"
    parts = [
        text(f"ecomap.words.{key}", language, kinds=kinds, name=name),
        text(f"ecomap.flow.{view.flow}", language, name=name),
    ]
    said = ", ".join(part for part in parts if part)
    if who and view.said_by:
        return text("ecomap.words.says", language, who=_listed(view.said_by), tie=said)
    return said


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _end_name(end: str, graph: EcomapGraph, language: str) -> str:
    home = next((home for home in graph.homes if home.id == end), None)
    if home is not None:
        return _home_name(home, language)
    return graph.name_of(end) or text("ecomap.unnamed.support", language)
