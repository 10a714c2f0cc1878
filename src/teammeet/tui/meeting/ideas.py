"""Ideas: the whole brainstorm is kept. Choosing makes a strategy of an idea: its source, and the strengths it leans on."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from teammeet.messages import count, text
from teammeet.model.family import put
from teammeet.model.plan import Option, Outcome, Strategy
from teammeet.model.removal import without
from teammeet.model.supports import SupportKind
from teammeet.model.values import Words
from teammeet.tui.meeting.carrying import ask_carry, carried_in_words, chosen
from teammeet.tui.meeting.outcomes import need_heading, open_needs, selected_need
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Keep, Row, Scene, StepKey, Tell, Turn, short
from teammeet.tui.meeting.spoken import read_line
from teammeet.tui.meeting.strengths import moved_in

_BETWEEN: Final = " · "
_TWO_LINES: Final = 110
ONE_LINE: Final = 55
"""Characters for a list above the record on a narrow screen, beside what it is called."""
SOURCES: Final[dict[str, SupportKind]] = {"f": "formal", "c": "community", "n": "natural", "p": "peer"}


def line_for(scene: Scene) -> str:
    """An idea says for which need."""
    need = selected_need(scene)
    key = "choose" if scene.mode == "choose" else "idea"
    return scene.say(f"mode.{key}-for", need=short(str(need.words), 30)) if need else scene.say(f"mode.{key}")


def rows(scene: Scene) -> tuple[Row, ...]:
    """Each need with its ideas; while ideas come, nothing is marked as chosen."""
    shown: list[Row] = []
    placed: set[str] = set()
    for need in open_needs(scene):
        mine = [option for option in scene.shown.options if _need_id(scene, option) == need.id]
        placed |= {option.id for option in mine}
        shown += [need_heading(need), *(_row(scene, option) for option in mine), *_without_idea(scene, need.id)]
    others = [option for option in scene.shown.options if option.id not in placed]
    if others:
        shown += [Row("others", scene.say("heading.other-ideas"), heading=True), *(_row(scene, option) for option in others)]
    return tuple(shown)


def keys(scene: Scene) -> tuple[StepKey, ...]:
    """While the storm is open, what ends it; when choosing, a letter for each source, the strengths, who carries it."""
    if scene.mode != "choose":
        return (StepKey("end-storm", "e", text("capture.key.end-storm", scene.language)),)
    ways = tuple(StepKey(source, letter, scene.say(f"key.{source}")) for letter, source in SOURCES.items())
    carry = StepKey("carry", "w", text("capture.key.carry", scene.language))
    return (*ways, StepKey("leans", "s", scene.say("key.leans")), carry)


def kept(scene: Scene, line: str) -> Deed:
    """One more idea for the selected need, with who proposed it."""
    said = read_line(line, scene.tags)
    need = selected_need(scene)
    option = Option(
        words=Words(text=said.words),
        need=need.id if need else None,
        proposed_by=said.people[0] if said.people else None,
    )
    return Keep((put(option),), option.id, said=scene.unknown(said.strange))


def act(scene: Scene, key: str) -> Deed:
    """The family chooses the selected idea, from that source; the same letter again takes the choice back."""
    if key == "end-storm":
        return Turn("choose", text("capture.said.storm-over", scene.language))
    item = scene.family.get(scene.selected)
    strategy = item if isinstance(item, Strategy) else _chosen_of(scene, scene.selected)
    if key == "carry" and isinstance(item, Option | Strategy):
        return ask_carry(scene, item, strategy)
    if key == "leans":
        return _ask_leans(scene, strategy) if strategy else Tell(scene.say("told.choose-first"))
    source = next((each for each in SOURCES.values() if each == key), None)
    if strategy is not None:
        if strategy.source == source and isinstance(item, Option):
            return Keep(without(scene.family, strategy.id), item.id)
        return Keep((put(strategy.changed(source=source)),), scene.selected)
    if not isinstance(item, Option):
        return Tell(scene.say("told.select-idea"))
    return Keep((put(chosen(scene, item, source)),), item.id)


def moved(scene: Scene, by: int) -> Deed:
    """Ideas for one need change places."""
    option = scene.shown.get(scene.selected)
    if not isinstance(option, Option):
        return Tell(scene.say("told.stays-in-place"))
    siblings = tuple(o.id for o in scene.shown.options if _need_id(scene, o) == _need_id(scene, option))
    return moved_in(scene, "options", by, siblings)


def removed(scene: Scene) -> Deed:
    """An idea; what was chosen of it stays as it is, without it."""
    if not isinstance(scene.family.get(scene.selected), Option | Strategy):
        return Tell(scene.say("told.need-elsewhere"))
    return Keep(without(scene.family, scene.selected))


def summary(scene: Scene) -> str:
    """How many ideas there are; when choosing, which strengths nothing leans on yet."""
    if scene.mode == "idea":
        return count("capture.summary.storm", len(scene.shown.options), scene.language)
    return unused_strengths(scene)


def unused_strengths(scene: Scene, most: int = _TWO_LINES) -> str:
    """The strengths that nothing leans on yet, in about ``most`` characters, then how many more; empty if there are none."""
    used = {strength for strategy in scene.shown.strategies for strength in strategy.leans_on}
    unused = [short(str(s.words), 24) for s in scene.shown.strengths if s.id not in used and not s.taken_back]
    fitting = sum(end <= most for end in accumulate(len(words) + len(_BETWEEN) for words in unused)) or 1
    more = [f"+{len(unused) - fitting}"] if len(unused) > fitting else []
    return scene.say("summary.unused-list", strengths=_BETWEEN.join([*unused[:fitting], *more])) if unused else ""


def strategy_of(scene: Scene, option_id: str) -> Strategy | None:
    """What was chosen of an idea, as it is shown."""
    return next((strategy for strategy in scene.shown.strategies if strategy.option == option_id), None)


def _chosen_of(scene: Scene, option_id: str) -> Strategy | None:
    """The same as it stands in the record, to be changed."""
    strategy = strategy_of(scene, option_id)
    held = scene.family.get(strategy.id) if strategy else None
    return held if isinstance(held, Strategy) else None


def _need_id(scene: Scene, option: Option) -> str | None:
    outcome = scene.shown.get(option.outcome)
    return option.need or (outcome.needs[0] if isinstance(outcome, Outcome) and outcome.needs else None)


def _without_idea(scene: Scene, need_id: str) -> Iterator[Row]:
    """Strategies that were chosen without an idea behind them."""
    if scene.mode == "choose":
        yield from (_strategy_row(scene, s) for s in scene.shown.strategies if s.option is None and s.needs[:1] == (need_id,))


def _row(scene: Scene, option: Option) -> Row:
    by = scene.tags.tag(option.proposed_by) or scene.shown.label(option.proposed_by)
    strategy = strategy_of(scene, option.id) if scene.mode == "choose" else None
    if strategy is not None:
        row = _strategy_row(scene, strategy)
        return Row(option.id, str(option.words), row.mark, row.detail, level=1, item=strategy.id)
    return Row(option.id, str(option.words), "·", by, level=1, item=option.id)


def _strategy_row(scene: Scene, strategy: Strategy) -> Row:
    leans = [short(str(s.words), 24) for s in scene.shown.strengths if s.id in strategy.leans_on]
    told = [scene.term(f"support_kind.{strategy.source}")] if strategy.source else []
    if leans:
        told.append(scene.say("said.leans-on", strengths="; ".join(leans)))
    told += carried_in_words(scene, strategy)
    return Row(strategy.id, str(strategy.words), "✓", " · ".join(told), level=1, item=strategy.id)


def _ask_leans(scene: Scene, strategy: Strategy) -> Deed:
    if not scene.shown.strengths:
        return Tell(scene.say("told.no-strengths"))

    def leaning(strengths: tuple[str, ...]) -> Deed:
        return Keep((put(strategy.changed(leans_on=scene.with_unseen(strategy.leans_on, strengths))),), scene.selected)

    choices = tuple(Choice(strength.id, str(strength.words)) for strength in scene.shown.strengths)
    return AskPick(scene.say("ask.leans", strategy=short(str(strategy.words), 40)), choices, leaning, strategy.leans_on)
