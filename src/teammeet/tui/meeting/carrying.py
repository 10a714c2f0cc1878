"""Who could carry an idea: the supports of the map beside it, those of the family's own life first."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.family import Family, put
from teammeet.model.people import Person
from teammeet.model.plan import Option, Strategy
from teammeet.model.supports import Support, SupportKind
from teammeet.tui.forms.typed import domain_name
from teammeet.tui.meeting.same_kind import readers_of
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Keep, Scene, Tell, short

SIGNS: Final[dict[SupportKind, str]] = {"natural": "()", "community": "<>", "peer": "{}", "formal": "[]"}
"""The sign of each kind beside a name, as on the map; in the order in which help is looked for."""
_BRIEF: Final = 40
"""Characters of somebody's words inside another line."""


def supports_by_kind(scene: Scene) -> tuple[Support, ...]:
    """The supports that are shown: the family's own first, paid help last; in each kind those with a tie on the map first."""
    tied = {tie.support for tie in scene.shown.ties}
    held = [support for support in scene.shown.supports if support.status != "ended" and support.label]
    kinds = list(SIGNS)
    return tuple(sorted(held, key=lambda s: (kinds.index(s.kind), s.id not in tied)))


def ask_carry(scene: Scene, idea: Option | Strategy, strategy: Strategy | None) -> Deed:
    """Ask who carries ``strategy``; where the idea is not chosen yet, the answer chooses it, from the first one's kind."""
    choices = tuple(_choices(scene))
    if not choices:
        return Tell(text("capture.told.no-supports", scene.language))
    before = strategy.carried_by if strategy else ()
    listed = {choice.id for choice in choices}

    def picked(who: tuple[str, ...]) -> Deed:
        carried = (*who, *(each for each in before if each not in listed))
        if strategy is not None:
            return Keep((put(strategy.changed(carried_by=carried)),), scene.selected)
        if not isinstance(idea, Option) or not carried:
            return Tell(scene.say("told.choose-first"))
        return _chosen(scene, idea, carried)

    question = text("capture.ask.carry", scene.language, idea=short(str(idea.words), _BRIEF))
    return AskPick(question, choices, picked, before)


def chosen(scene: Scene, option: Option, source: SupportKind | None, carried_by: tuple[str, ...] = ()) -> Strategy:
    """What choosing an idea makes of it: the same words, for the same people."""
    return chosen_in(scene.family, option, source, carried_by)


def chosen_in(family: Family, option: Option, source: SupportKind | None, carried_by: tuple[str, ...] = ()) -> Strategy:
    """The same without a meeting, as on the map."""
    outcome = family.get(option.outcome)
    needs = (option.need,) if option.need else tuple(getattr(outcome, "needs", ())[:1])
    fields = {"needs": needs, "outcomes": (option.outcome,) if option.outcome else (), "source": source}
    words = {"words": option.words, "option": option.id, "carried_by": carried_by}
    return Strategy.model_validate({**fields, **words, **readers_of(option)})


def carried_in_words(scene: Scene, strategy: Strategy) -> Iterator[str]:
    """Who carries it; nothing if nobody does."""
    who = ", ".join(filter(None, map(scene.shown.label, strategy.carried_by)))
    if who:
        yield text("capture.row.carried-by", scene.language, who=who)


def source_of(family: Family, who: str) -> SupportKind:
    """Which kind of support it is that ``who`` gives: that of their support; those of the family give it by relationship."""
    first = family.get(who)
    helper = family.get(first.support) if isinstance(first, Person) else first
    return helper.kind if isinstance(helper, Support) else "natural"


def _chosen(scene: Scene, option: Option, carried: tuple[str, ...]) -> Deed:
    source = source_of(scene.family, carried[0])
    said = text("capture.said.carried", scene.language, source=scene.term(f"support_kind.{source}"))
    return Keep((put(chosen(scene, option, source, carried)),), option.id, said=said)


def _choices(scene: Scene) -> Iterator[Choice]:
    for support in supports_by_kind(scene):
        kind = scene.term(f"support_kind.{support.kind}")
        domain = domain_name(support.domain, scene.language)
        yield Choice(support.id, f"{SIGNS[support.kind]} {support.label} · {' · '.join(filter(None, (kind, domain)))}")
        yield from (Choice(person.id, f"{SIGNS[support.kind]} {person.label}") for person in _people(scene, support.id))
    yield from (Choice(person.id, person.label) for person in _people(scene, None))


def _people(scene: Scene, support: str | None) -> tuple[Person, ...]:
    """The people of a support, or of the family."""
    living = (p for p in scene.shown.people if p.nature == "person" and p.life == "living")
    return tuple(person for person in living if person.label and person.support == support)
