"""Needs and the worries they lie behind. "!" before a line makes it a worry. The family ranks its needs, nobody else."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.family import Edit, put
from teammeet.model.plan import Need, Worry
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting.dots import ask_dots, dots_in_words
from teammeet.tui.meeting.same_kind import readers_of
from teammeet.tui.meeting.scene import (
    AskLine,
    AskPick,
    Choice,
    Deed,
    Hint,
    Keep,
    Row,
    Scene,
    StepKey,
    StepPanel,
    Tell,
    heading,
    neighbour,
    short,
)
from teammeet.tui.meeting.spoken import read_line
from teammeet.tui.meeting.strengths import moved_in

WORRY_SIGN: Final = ("!", "¡")
_BRIEF: Final = 32
"""Characters of somebody's words inside another line."""


class Needs(StepPanel):
    """Worries above, needs below in the family's order."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """Needs, or worries."""
        return ("need", "worry")

    def line_for(self, scene: Scene) -> str:
        """While there is no need yet people speak of worries first: then the line says how one is typed."""
        is_first = scene.mode == "need" and not scene.shown.needs
        return scene.say("mode.need-or-worry") if is_first else super().line_for(scene)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """The worries, then the needs as the family ranks them."""
        needs = ranked(scene)
        return (
            heading(scene, "worry", len(scene.shown.worries)),
            *(_worry_row(scene, worry) for worry in scene.shown.worries),
            heading(scene, "need", len(needs)),
            *(_need_row(scene, need) for need in needs),
        )

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """Ranks by number, the worry behind, what the others advise, the gap, and how the need stands; of a worry, its need."""
        if isinstance(scene.shown.get(scene.selected), Worry):
            return (StepKey("need-behind", "n", text("capture.key.need-behind", scene.language)),)
        return (
            StepKey("behind", "b", scene.say("key.behind")),
            StepKey("gap", "g", scene.say("key.gap")),
            StepKey("met", "m", scene.say("key.met")),
            StepKey("dots", "d", text("capture.key.dots", scene.language)),
            StepKey("rank-1", "1", scene.say("key.rank")),
            *(StepKey(f"rank-{n}", str(n), "") for n in (2, 3, 4, 5, 6, 7, 8, 9, 0)),
        )

    def kept(self, scene: Scene, line: str) -> Deed:
        """A need, word for word, or a worry. Which worry lies on a need is asked by a key, never guessed."""
        if scene.mode == "worry" or line.startswith(WORRY_SIGN):
            said = read_line(line.lstrip("!¡ ") or line, scene.tags)
            worry = Worry(words=Words(text=said.words, verbatim=True), whose=said.people)
            return Keep((put(worry),), worry.id, said=scene.unknown(said.strange))
        said = read_line(line, scene.tags)
        need = Need(words=Words(text=said.words, verbatim=True), whose=said.people)
        return Keep((put(need),), need.id, Hint("need", need.id), scene.unknown(said.strange))

    def act(self, scene: Scene, key: str) -> Deed:
        """What a letter does to the selected need, or worry."""
        need = scene.family.get(scene.selected)
        if key == "need-behind" and isinstance(need, Worry):
            return _ask_need(scene, need)
        if not isinstance(need, Need):
            return Tell(scene.say("told.select-need"))
        if key.startswith("rank-"):
            return Keep(_rank_at(scene, need, int(key.removeprefix("rank-"))), need.id)
        if key == "behind":
            return _ask_behind(scene, need)
        if key == "dots":
            return ask_dots(scene, need)
        if key == "gap":
            return Keep((put(need.changed(gap=not need.gap)),), need.id)
        return Keep((put(need.changed(status="open" if need.status == "met" else "met")),), need.id)

    def moved(self, scene: Scene, by: int) -> Deed:
        """Needs move in the family's order; worries in theirs."""
        need = scene.family.get(scene.selected)
        if isinstance(need, Worry):
            return moved_in(scene, "worries", by)
        if not isinstance(need, Need):
            return Tell(scene.say("told.stays-in-place"))
        edits = _stepped(scene, need, by)
        return Keep(edits, need.id) if edits else Tell(scene.say("told.no-further"))

    def removed(self, scene: Scene) -> Deed:
        """A need or a worry, with what cannot be without it."""
        gone = without(scene.family, scene.selected)
        return Keep(gone) if gone else Tell(scene.say("told.nothing-selected"))

    def summary(self, scene: Scene) -> str:
        """Whether the family has ranked its needs yet."""
        held = [need for need in scene.shown.needs if need.status == "open"]
        return scene.say("summary.not-ranked") if len(held) > 1 and not any(need.rank for need in held) else ""


def ranked(scene: Scene) -> tuple[Need, ...]:
    """The needs as the family ranks them; those without a rank after them, those set aside last."""
    return tuple(sorted(scene.shown.needs, key=lambda need: (need.status == "set_aside", need.rank or 1_001)))


def _stepped(scene: Scene, need: Need, by: int) -> tuple[Edit, ...]:
    """One place up or down. Up from the unranked makes it the last that is ranked; down from the last rank takes the rank."""
    with_rank = tuple(each.id for each in ranked(scene) if each.rank)
    if need.rank is None:
        return _ranked_so((*with_rank, need.id), scene) if by < 0 else ()
    if need.id == with_rank[-1] and by > 0:
        return _ranked_so(with_rank[:-1], scene)
    order = neighbour(with_rank, need.id, by)
    return _ranked_so(order, scene) if order else ()


def _rank_at(scene: Scene, need: Need, rank: int) -> tuple[Edit, ...]:
    """The family puts a need in that place, counted from 1; 0 takes its rank away."""
    others = [each.id for each in ranked(scene) if each.rank and each.id != need.id]
    if rank:
        others.insert(rank - 1, need.id)
    return _ranked_so(tuple(others), scene)


def _ranked_so(order: tuple[str, ...], scene: Scene) -> tuple[Edit, ...]:
    """The needs that are shown in this order; one that is not shown stays behind as many as before."""
    places = {need: place for place, need in enumerate(_with_hidden(order, scene), start=1)}
    changed = [need for need in scene.family.needs if need.rank != places.get(need.id)]
    return tuple(put(need.changed(rank=places.get(need.id))) for need in changed)


def _with_hidden(order: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    hidden = [need for need in scene.family.needs if need.rank and scene.shown.get(need.id) is None]
    merged = list(order)
    for need in sorted(hidden, key=lambda each: each.rank or 0):
        merged.insert((need.rank or 1) - 1, need.id)
    return tuple(merged)


def _ask_behind(scene: Scene, need: Need) -> Deed:
    if not scene.shown.worries:
        return Tell(scene.say("told.no-worries"))

    def linked(worries: tuple[str, ...]) -> Deed:
        return Keep((put(need.changed(behind=scene.with_unseen(need.behind, worries))),), need.id)

    choices = tuple(Choice(worry.id, str(worry.words)) for worry in scene.shown.worries)
    return AskPick(scene.say("ask.behind", need=short(str(need.words), _BRIEF)), choices, linked, need.behind)


def _ask_need(scene: Scene, worry: Worry) -> Deed:
    """What may lie behind it becomes a need. It tells of the worry, so it is for the same people."""

    def typed(line: str) -> Deed:
        said = read_line(line, scene.tags)
        words = Words(text=said.words, verbatim=True)
        need = Need.model_validate({"words": words, "whose": said.people, "behind": (worry.id,), **readers_of(worry)})
        return Keep((put(need),), need.id, Hint("need", need.id), scene.unknown(said.strange))

    return AskLine(text("capture.ask.need-behind", scene.language, worry=short(str(worry.words), _BRIEF)), typed)


def _worry_row(scene: Scene, worry: Worry) -> Row:
    return Row(worry.id, str(worry.words), "! " + scene.whose(worry.whose), level=1, item=worry.id)


def _need_row(scene: Scene, need: Need) -> Row:
    mark = f"{need.rank or '·'} {scene.whose(need.whose)}".rstrip()
    return Row(need.id, str(need.words), mark, " · ".join(_told(scene, need)), level=1, item=need.id)


def _told(scene: Scene, need: Need) -> Iterator[str]:
    if need.status != "open":
        yield scene.term(f"need_status.{need.status}")
    if need.gap:
        yield scene.say("said.gap")
    yield from dots_in_words(scene, need)
    worries = [worry for worry in scene.shown.worries if worry.id in need.behind]
    if worries:
        yield scene.say("said.behind", worry="; ".join(short(str(worry.words), _BRIEF) for worry in worries))
