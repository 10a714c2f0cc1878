"""The figures of the map in words: what was counted, what that means, and a question. No score, no judgment, no advice."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from teammeet.messages import count, text
from teammeet.model.view import View
from teammeet.practice.support_called import Caller
from teammeet.practice.support_figures import BareDomain, HeldBy, SupportFigures, support_figures
from teammeet.practice.support_lines import SupportLine


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and the ids of those on the map of whom it speaks."""

    words: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """One figure: ``key`` names it, ``meaning`` says how it is counted, ``ask`` is a question about it."""

    key: str
    heading: str
    meaning: str
    lines: tuple[Said, ...]
    ask: str


def counted_from(view: View, language: str) -> str:
    """For whom it was counted: a line for every reader but the facilitator, who sees all."""
    if view.role == "facilitator":
        return ""
    name = view.label(view.reader)
    return text("figures.counted.by-name", language, name=name) if name else text(f"figures.counted.{view.role}", language)


def figures_said(view: View, language: str) -> tuple[FigureSaid, ...]:
    """Every figure that says something to the reader of ``view``; none where there is no support."""
    if not view.supports:
        return ()
    figures, called = support_figures(view), Caller(view, language)
    found = []
    for key, told in _FIGURES.items():
        lines = tuple(told(figures, called))
        if lines:
            ask = called.say(f"{key}.ask") if _asks(key, figures) else ""
            found.append(FigureSaid(key, called.say(f"{key}.heading"), called.say(f"{key}.meaning"), lines, ask))
    return tuple(found)


def figures_as_text(view: View, language: str) -> str:
    """The figures as plain lines, each with its meaning and its question."""
    found = figures_said(view, language)
    if not found:
        return text("figures.nothing", language)
    counted = counted_from(view, language)
    parts = [*filter(None, (counted,))]
    parts += ["\n".join([f.heading, f.meaning, *(f"- {line.words}" for line in f.lines), f.ask]).strip() for f in found]
    return "\n\n".join(parts)


def after_lines(view: View, language: str) -> tuple[Said, ...]:
    """For paper: what stays when paid services end, who keeps whom, which needs lose help. Who would have nobody, or which part
    of life, is the map's word and nobody's: a question on the screen. Nothing unless there is a formal support and another.
    """
    figures, called = support_figures(view), Caller(view, language)
    if not (figures.around.formal and figures.around.not_formal):
        return ()
    return tuple(line for tell in (_staying, _kept_after, _needs_after) for line in tell(figures, called))


def _paid(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    around = figures.around
    yield Said(_natural_to_formal(figures, called), (*around.natural, *around.formal))
    number = len(around.not_formal)
    if number and around.formal:
        yield Said(called.say("paid.rest", number=number, all=number + len(around.formal)), around.not_formal)
    kinds = {"natural": around.natural, "peer": around.peer, "community": around.community, "formal": around.formal}
    for kind, ids in kinds.items():
        if ids:
            yield Said(called.say(f"paid.{kind}", number=len(ids), names=called.names(ids)), ids)
    for status, ids in (("possible", around.possible), ("ended", around.ended)):
        if ids:
            yield Said(called.say(f"paid.{status}", names=called.names(ids)), ids)
    if around.twice:
        names = called.listed(dict.fromkeys(map(called.name, around.twice)))
        yield Said(called.say("paid.twice", names=names), around.twice)


def _natural_to_formal(figures: SupportFigures, called: Caller) -> str:
    ratio = figures.around.natural_to_formal
    if ratio is None:
        return called.say("paid.no-natural" if figures.around.formal else "paid.no-formal")
    natural, formal = ratio
    if formal == 1:
        return count("figures.paid.each", natural, called.language)
    return (
        called.say("paid.turned", number=formal) if natural == 1 else called.say("paid.ratio", natural=natural, formal=formal)
    )


def _bare(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    """Where a part of life is not said of every support, only those with a need: of the others nobody knows."""
    unplaced = figures.unplaced
    if unplaced:
        words = count("figures.bare.unplaced", len(unplaced), called.language, names=called.names(unplaced))
        yield Said(words, unplaced)
    for each in figures.bare:
        if each.needs:
            needs = "; ".join(map(called.need, each.needs))
            words = called.say("bare.need", domain=called.domain(each.domain), needs=needs)
            yield _with_possible(words, each, called)
    others = [each for each in figures.bare if not each.needs and not unplaced]
    if others:
        yield Said(called.say("bare.others", domains=", ".join(called.domain(each.domain) for each in others)))
        yield from (_with_possible(called.domain(each.domain) + ".", each, called) for each in others if each.possible)
    if not figures.bare:
        yield Said(called.say("bare.none"))


def _with_possible(words: str, each: BareDomain, called: Caller) -> Said:
    more = called.say("bare.possible", names=called.names(each.possible)) if each.possible else ""
    return Said(f"{words} {more}".strip(), each.possible)


def _own(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    few = _with_few(figures)
    for held in few:
        if held.all:
            yield Said(f"{_few(held, figures, called)} {_home(held, called)}", (held.person, *held.all))
    yield from _without([held for held in few if not held.all], called)
    if figures.members and not few:
        yield Said(called.say("own.enough"), tuple(held.person for held in figures.members))


def _with_few(figures: SupportFigures) -> list[HeldBy]:
    """Who has one line of their own, or none; one that people see differently makes nobody's two."""
    return [held for held in figures.members if len(held.own) <= 1]


def _without(members: Iterable[HeldBy], called: Caller) -> Iterator[Said]:
    """People without a line of their own, those of one home together."""
    homes: dict[tuple[str, ...], list[HeldBy]] = {}
    for held in members:
        homes.setdefault(held.home, []).append(held)
    for together in homes.values():
        people = [held.person for held in together]
        words = called.say("own.none", names=called.names(people))
        yield Said(f"{words} {_home(together[0], called)}", tuple(people))


def _few(held: HeldBy, figures: SupportFigures, called: Caller) -> str:
    person, names = called.name(held.person), called.names(held.all)
    if len(held.all) == 1:
        key = "own.single-formal" if held.all[0] in figures.around.formal else "own.single"
        words = called.say(key, person=person, support=names)
    else:
        words = called.say("own.some", person=person, names=names)
    return f"{words} {called.say('own.differ', names=called.names(held.differ))}" if held.differ else words


def _home(held: HeldBy, called: Caller) -> str:
    return count("figures.own.home", len(held.home), called.language) if held.home else called.say("own.home-none")


def _hang(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    for hands in figures.on_formal:
        words = called.say("hang.need", need=called.need(hands.need), names=called.formal_of(hands))
        if hands.family:
            words = f"{words} {called.say('hang.family', names=called.names(hands.family))}"
        yield Said(words, called.on_map((*hands.formal, *hands.family)))
    if figures.hands and not figures.on_formal:
        yield Said(called.say("hang.none"))


def _helpful(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    for each in figures.found:
        key = "helpful.words" if each.score is None else "helpful.score"
        words = called.say(key, name=called.name(each.support), score=each.score)
        yield Said(f"{words} {called.quoted(each.words)}" if each.words else words, (each.support,))
    if figures.found and figures.unasked:
        yield Said(called.say("helpful.unasked", names=called.names(figures.unasked)), figures.unasked)


def _energy(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    if len(figures.with_energy("unsaid")) == len(figures.lines):
        return
    for line in figures.with_energy("from"):
        fact = called.say("energy.from", support=_holder(line, called), to=called.name(line.to))
        yield Said(called.as_said_by(called.speakers(line), fact), (line.support, line.to))
    for line in figures.with_energy("differ"):
        said = "; ".join(called.energy_said(line))
        words = called.say("energy.differ", support=_holder(line, called), to=called.name(line.to), said=said)
        yield Said(words, (line.support, line.to))
    for energy in ("to", "both"):
        told: dict[tuple[str, ...], list[SupportLine]] = {}
        for line in figures.with_energy(energy):
            told.setdefault(called.speakers(line), []).append(line)
        for who, lines in told.items():
            names = called.listed(dict.fromkeys(_holder(line, called) for line in lines))
            fact = called.say(f"energy.{energy}", names=names)
            yield Said(called.as_said_by(who, fact), tuple(line.support for line in lines))
    unsaid = figures.with_energy("unsaid")
    if unsaid:
        yield Said(count("figures.energy.unsaid", len(unsaid), called.language), tuple(line.support for line in unsaid))


def _holder(line: SupportLine, called: Caller) -> str:
    return called.name(line.by or line.support)


def _after(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    formal = figures.around.formal
    if not formal:
        return
    yield Said(called.say("after.ends", names=called.names(formal)), formal)
    for tell in (_staying, _kept_after, _left_alone, _emptied, _needs_after):
        yield from tell(figures, called)


def _staying(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    around = figures.around
    staying = (*around.natural, *around.community)
    if staying:
        yield Said(called.say("after.stay", names=called.names(staying)), staying)
    if around.peer:
        yield Said(called.say("after.peer", names=called.names(around.peer)), around.peer)
    if not around.not_formal:
        yield Said(called.say("after.nobody"))


def _kept_after(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    """Who of the homes keeps whom, and the homes themselves."""
    for held in (*figures.after.members, *figures.after.homes):
        if held.all:
            yield Said(_keeps(held, figures, called), (held.person, *held.all))


def _left_alone(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    """Who of the homes loses every line, who has none now either."""
    after = figures.after
    bare = [held.person for held in after.members if not held.all and held not in after.let_go]
    gone = [*(held.person for held in after.let_go), *(held.person for held in after.homes if not held.all)]
    for key, whos in (("let-go", gone), ("none", bare)):
        if whos:
            yield Said(called.say(f"after.{key}", names=called.names(whos)), tuple(whos))


def _keeps(held: HeldBy, figures: SupportFigures, called: Caller) -> str:
    """Peers are asked whether they would stay, so they are kept perhaps."""
    peers = [id for id in held.all if id in figures.around.peer]
    sure = [id for id in held.all if id not in peers]
    key = "keeps-perhaps" if sure and peers else "perhaps" if peers else "keeps"
    words = called.say(f"after.{key}", person=called.name(held.person), names=called.names(sure), peers=called.names(peers))
    differ = f" {called.say('own.differ', names=called.names(held.differ))}" if held.differ else ""
    return f"{words[:1].upper()}{words[1:]}{differ}"


def _emptied(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    for each in figures.after.emptied:
        yield _with_possible(called.say("after.emptied", domain=called.domain(each.domain)), each, called)


def _needs_after(figures: SupportFigures, called: Caller) -> Iterator[Said]:
    after = figures.after
    for key, needs in (("unheld", after.unheld), ("family-alone", after.family_alone), ("thinner", after.thinner)):
        for hands in needs:
            words = called.say(
                f"after.{key}",
                need=called.need(hands.need),
                names=called.formal_of(hands),
                family=called.names(hands.family),
                others=called.kept_of(hands),
            )
            yield Said(words, called.on_map((*hands.formal, *hands.others, *hands.family)))
    if figures.hands and not (after.unheld or after.family_alone or after.thinner):
        yield Said(called.say("after.safe"))


def _asks(key: str, figures: SupportFigures) -> bool:
    """Whether there is anything to ask about."""
    hard = (*figures.with_energy("from"), *figures.with_energy("differ"))
    nothing = {"bare": not figures.bare, "own": not _with_few(figures), "hang": not figures.on_formal, "energy": not hard}
    return not nothing.get(key, False)


_FIGURES: Final[dict[str, Callable[[SupportFigures, Caller], Iterator[Said]]]] = {
    "after": _after,
    "paid": _paid,
    "bare": _bare,
    "own": _own,
    "hang": _hang,
    "helpful": _helpful,
    "energy": _energy,
}
"""The figures in the order in which they are told: first the question that matters most."""
