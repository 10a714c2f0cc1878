"""The map in words: a sentence or two for alt text, and a list for who cannot see the picture, or hears it over the phone.

The order is for listening: who lives where, then the supports by kind, then who has no line yet. What people see
differently is said with who says which, and a tie between two supports is said at each of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from teammeet.ecomap.graph import SUPPORT_KINDS, TIE_KINDS, UNNAMED_HOME, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.seating import domain_name
from teammeet.messages import count, text
from teammeet.model.domains import domain_order

LONGEST_SUMMARY: Final = 500
"""Letters of a summary at most: more than that nobody hears to the end as the description of a picture."""
_MANY: Final = 60
"""A map with more supports begins with how many there are of each kind in each part of life."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, each entry one support, home or person."""

    heading: str
    entries: tuple[str, ...]


def summary(graph: EcomapGraph, language: str = "en") -> str:
    """The map in a sentence or two: how many supports and ties of each kind; at most :data:`LONGEST_SUMMARY` letters."""
    said = _summary(graph, graph.title, language)
    over = len(said) - LONGEST_SUMMARY
    return said if over <= 0 else _summary(graph, f"{graph.title[: -over - 1].rstrip()}…", language)


def sections(graph: EcomapGraph, language: str = "en") -> tuple[Section, ...]:
    """Everything that the map shows, in the order for listening."""
    words = _Words(graph, language)
    found = [
        Section(text("figures.words.homes", language), tuple(words.home_entries())),
        Section(text("figures.words.overview", language), tuple(words.overview())),
    ]
    for kind in SUPPORT_KINDS:
        entries = tuple(words.support(support) for support in words.in_order() if support.kind == kind)
        found.append(Section(text(f"ecomap.sector.{kind}", language), entries))
    found.append(Section(text("figures.words.family", language), tuple(words.family_ties())))
    found.append(Section(text("figures.words.untied", language), tuple(words.without_a_line())))
    return tuple(section for section in found if section.entries)


def as_text(graph: EcomapGraph, language: str = "en") -> str:
    """The sections as plain lines."""
    lines = [summary(graph, language)]
    for section in sections(graph, language):
        lines += ["", section.heading, *(f"- {entry}" for entry in section.entries)]
    return "\n".join(lines)


def _summary(graph: EcomapGraph, title: str, language: str) -> str:
    kinds = Counter(support.kind for support in graph.supports)
    counts = ", ".join(count(f"ecomap.words.kinds.{kind}", kinds[kind], language) for kind in SUPPORT_KINDS if kinds[kind])
    if counts:
        counts = f"{count('ecomap.group.supports', len(graph.supports), language)} ({counts})"
    said = Counter(kind for tie in graph.ties for kind in {k for view in tie.views for k in view.kinds})
    ties = ", ".join(count(f"ecomap.counted-ties.{kind}", said[kind], language) for kind in TIE_KINDS if said[kind])
    states = Counter(support.status for support in graph.supports)
    told = [
        *(count(f"figures.words.status.{state}", states[state], language) for state in ("possible", "ended") if states[state]),
        *([text("ecomap.words.ties", language, ties=ties)] if ties else []),
    ]
    nobody = text("ecomap.words.nobody", language)
    return text("ecomap.words.summary", language, title=title, counts=counts or nobody, ties=" ".join(told)).strip()


@dataclass(frozen=True)
class _Words:
    """One map in one language."""

    graph: EcomapGraph
    language: str

    def say(self, key: str, **values: object) -> str:
        return text(f"figures.words.{key}", self.language, **values)

    # Who lives where

    def home_entries(self) -> Iterator[str]:
        for home in self.graph.homes:
            people = [self.member(m, home.id) for m in self.graph.members if home.id in (m.home, *m.also_in)]
            if people or home.id:
                name, none = self.home(home), self.say("nobody-named")
                yield text("ecomap.words.lives", self.language, home=name, people=", ".join(people) or none)

    def home(self, home: Home) -> str:
        """The name of a home with what it is; where there is but one and it has no name, just the home."""
        kind = "" if home.kind == "home" else text(f"ecomap.home.{home.kind}", self.language)
        if home.id == UNNAMED_HOME and len(self.graph.homes) > 1:
            return text("ecomap.unnamed.no-home", self.language)
        name = home.name or kind or self.say("home" if len(self.graph.homes) == 1 else "a-home")
        return name if not kind or kind.casefold() in name.casefold() else f"{name} ({kind})"

    def member(self, member: Member, here: str) -> str:
        form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, "")
        if member.nature == "pet" and not member.role:
            form = form or "pet"
        elsewhere = [
            self.home(home) for home in self.graph.homes if home.id in (member.home, *member.also_in) and home.id != here
        ]
        also = [self.say("also-in", homes=", ".join(elsewhere))] if elsewhere else []
        said = text(f"ecomap.form.{form}", self.language) if form else ""
        more = ", ".join(filter(None, (member.role, self.age(member), said, *also)))
        name = member.name or self.names[member.id]
        return f"{name} ({more})" if more else name

    def age(self, member: Member) -> str:
        """Nothing when it is not known, or when the role says a number already."""
        if member.age is None or member.life != "living" or any(letter.isdigit() for letter in member.role):
            return ""
        return text("ecomap.age.alone" if member.age else "ecomap.age.baby", self.language, age=member.age)

    # The supports

    def in_order(self) -> tuple[Support, ...]:
        """Those with a line; on a large map those of one part of life after each other."""
        tied = [support for support in self.graph.supports if support.id in self.ties_at]
        return tuple(sorted(tied, key=lambda s: domain_order(s.domain or None)) if self.is_large else tied)

    @property
    def is_large(self) -> bool:
        return len(self.graph.supports) > _MANY

    @cached_property
    def ties_at(self) -> dict[str, list[Tie]]:
        """The ties of each thing that has any, at both of their ends."""
        found: dict[str, list[Tie]] = {}
        for tie in (*self.graph.ties, *self.graph.loops):
            for end in dict.fromkeys((tie.support, tie.to)):
                found.setdefault(end, []).append(tie)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """How each thing at the end of a tie is called."""
        unnamed = text("ecomap.unnamed.support", self.language)
        homes = {home.id: self.home(home) for home in self.graph.homes}
        members = {member.id: self.called(member) or unnamed for member in self.graph.members}
        return {support.id: support.name or unnamed for support in self.graph.supports} | members | homes

    def called(self, member: Member) -> str:
        """The name; where two of the family have one, with what tells them apart: the role, else the age."""
        alike = sum(other.name == member.name for other in self.graph.members)
        apart = (member.role or self.age(member)) if alike > 1 and member.name else ""
        return f"{member.name} ({apart})" if apart else member.name

    def overview(self) -> Iterator[str]:
        """How many of each kind in each part of life, where there are many."""
        for kind in SUPPORT_KINDS if self.is_large else ():
            domains = Counter(support.domain for support in self.graph.supports if support.kind == kind)
            names = sorted(domains, key=lambda domain: domain_order(domain or None))
            parts = ", ".join(f"{domain_name(domain, self.language)} {domains[domain]}" for domain in names)
            if parts:
                yield f"{count(f'ecomap.words.kinds.{kind}', domains.total(), self.language)}: {parts}."

    def support(self, support: Support) -> str:
        return f"{self.head(support)}: {self.ties(support.id, self.ties_at[support.id])}"

    def family_ties(self) -> Iterator[str]:
        """What leads from somebody of the family to another, or to a home."""
        supports = {support.id for support in self.graph.supports}
        for member in self.graph.members:
            ties = [tie for tie in self.ties_at.get(member.id, ()) if not supports & {tie.support, tie.to}]
            if ties:
                yield f"{self.names[member.id]}: {self.ties(member.id, ties)}"

    def head(self, support: Support) -> str:
        name = support.name or text("ecomap.unnamed.support", self.language)
        about = [domain_name(support.domain, self.language)] if support.domain else []
        if support.status != "active":
            about.append(text(f"ecomap.status.{support.status}", self.language))
        return text("ecomap.words.support", self.language, name=name, domain=", ".join(about)) if about else name

    def without_a_line(self) -> Iterator[str]:
        """Supports without a line; then, where lines lead to people at all, the living people to whom none does."""
        for support in self.graph.supports:
            if support.id not in self.ties_at:
                yield f"{self.head(support)}, {text(f'ecomap.kind.{support.kind}', self.language)}."
        living = [member for member in self.graph.members if member.life == "living" and member.nature == "person"]
        people = [self.names[member.id] for member in living if member.id not in self.ties_at]
        if people and len(people) < len(living):
            yield self.say("own-line", names=", ".join(people))

    # Their ties

    def ties(self, end: str, ties: Iterable[Tie]) -> str:
        """The ties of one thing, a sentence each; names keep their letters as they are."""
        first, *more = ((tie, self.tie(tie, end)) for tie in ties)
        return " ".join([first[1], *(said if tie.by else f"{said[:1].upper()}{said[1:]}" for tie, said in more)])

    def tie(self, tie: Tie, end: str) -> str:
        """A tie as it is from its end ``end``: where energy goes is said from there."""
        if tie.support == tie.to:
            return f"{text('ecomap.words.loop', self.language)}."
        turned = end == tie.to
        name = self.names[tie.support if turned else tie.to]
        views = tie.views
        if len(views) == 1:
            kinds = self.kinds(views[0])
            key = "tie" if kinds else "tie-unsaid"
            said = text(f"ecomap.words.{key}", self.language, kinds=kinds, name=name)
            said = f"{', '.join(filter(None, (said, self.energy(views[0], turned))))}."
        else:
            opening = text("ecomap.words.tie-unsaid", self.language, name=name)
            said = f"{opening}, {text('ecomap.words.differ', self.language)}. {' '.join(self.voices(views, turned))}"
        return text("ecomap.words.by", self.language, person=tie.by, tie=said) if tie.by else said

    def voices(self, views: Iterable[Claim], turned: bool) -> Iterator[str]:
        """What each says of one tie."""
        for view in views:
            said = ", ".join(filter(None, (self.kinds(view), self.energy(view, turned)))) or self.say("only-a-tie")
            if len(view.said_by) > 1:
                *first, last = view.said_by
                who = text("figures.and", self.language, first=", ".join(first), last=last)
                yield f"{self.say('say', who=who, tie=said)}."
                continue
            who = "".join(view.said_by) or text("figures.energy.who", self.language).capitalize()
            yield f"{text('ecomap.words.says', self.language, who=who, tie=said)}."

    def kinds(self, view: Claim) -> str:
        return text("ecomap.words.and", self.language).join(text(f"ecomap.tie.{kind}", self.language) for kind in view.kinds)

    def energy(self, view: Claim, turned: bool) -> str:
        return self.say(f"{'turned' if turned else 'flow'}.{view.flow}")
