"""Who could carry an idea: the supports of the map beside it, those of the family's own life first."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.family import put
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

    def picked(who: tuple[str, ...]) -> Deed:
        carried = scene.with_unseen(before, who)
        if strategy is not None:
            return Keep((put(strategy.changed(carried_by=carried)),), scene.selected)
        if not isinstance(idea, Option) or not carried:
            return Tell(scene.say("told.choose-first"))
        return _chosen(scene, idea, carried)

    question = text("capture.ask.carry", scene.language, idea=short(str(idea.words), _BRIEF))
    return AskPick(question, choices, picked, before)


def chosen(scene: Scene, option: Option, source: SupportKind | None, carried_by: tuple[str, ...] = ()) -> Strategy:
    """What choosing an idea makes of it: the same words, for the same people."""
    outcome = scene.family.get(option.outcome)
    needs = (option.need,) if option.need else tuple(getattr(outcome, "needs", ())[:1])
    fields = {"needs": needs, "outcomes": (option.outcome,) if option.outcome else (), "source": source}
    words = {"words": option.words, "option": option.id, "carried_by": carried_by}
    return Strategy.model_validate({**fields, **words, **readers_of(option)})


def carried_in_words(scene: Scene, strategy: Strategy) -> Iterator[str]:
    """Who carries it; nothing if nobody does."""
    who = ", ".join(filter(None, map(scene.shown.label, strategy.carried_by)))
    if who:
        yield text("capture.row.carried-by", scene.language, who=who)


def _chosen(scene: Scene, option: Option, carried: tuple[str, ...]) -> Deed:
    first = scene.family.get(carried[0])
    source = first.kind if isinstance(first, Support) else "natural"
    said = text("capture.said.carried", scene.language, source=scene.term(f"support_kind.{source}"))
    return Keep((put(chosen(scene, option, source, carried)),), option.id, said=said)


def _choices(scene: Scene) -> Iterator[Choice]:
    for support in supports_by_kind(scene):
        kind = scene.term(f"support_kind.{support.kind}")
        domain = domain_name(support.domain, scene.language)
        yield Choice(support.id, f"{SIGNS[support.kind]} {support.label} · {' · '.join(filter(None, (kind, domain)))}")
    for person in scene.shown.people:
        if person.in_family and person.nature == "person" and person.life == "living" and person.label:
            yield Choice(person.id, f"   {person.label}")
