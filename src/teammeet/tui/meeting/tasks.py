"""Team tasks: who does what by when, under the strategy they carry out; and the step that holds ideas, choice and tasks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.plan import Strategy, Task
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting import earlier, ideas
from teammeet.tui.meeting.begun_with import begun_with
from teammeet.tui.meeting.carrying import ask_carry
from teammeet.tui.meeting.days import cut_due
from teammeet.tui.meeting.outcomes import need_heading, open_needs
from teammeet.tui.meeting.scene import Deed, Hint, Keep, Row, Scene, StepKey, StepPanel, Tell, short
from teammeet.tui.meeting.spoken import Line, read_line
from teammeet.tui.meeting.strengths import moved_in
from teammeet.tui.meeting.task_row import owners_away, task_row


class Tasks(StepPanel):
    """Three modes in one step: ideas, choose, tasks. A step on tasks alone begins with those of earlier meetings."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """Ideas, choose, tasks; or earlier tasks first."""
        if "options" in scene.step.works_on or "strategies" in scene.step.works_on:
            return ("idea", "choose", "task")
        return ("earlier", "task")

    def line_for(self, scene: Scene) -> str:
        """Ideas and tasks say what they are for."""
        if scene.mode in ("idea", "choose"):
            return ideas.line_for(scene)
        strategy = _strategy(scene)
        if scene.mode == "task" and strategy is not None:
            return scene.say("mode.task-for", strategy=short(str(strategy.words), 30))
        return super().line_for(scene)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """What the mode is about."""
        if scene.mode == "earlier":
            return earlier.rows(scene)
        return ideas.rows(scene) if scene.mode in ("idea", "choose") else tuple(_rows(scene))

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """The letters of the mode."""
        if scene.mode == "earlier":
            return earlier.keys(scene)
        if scene.mode in ("idea", "choose"):
            return ideas.keys(scene)
        if isinstance(scene.shown.get(scene.selected), Strategy):
            return (StepKey("carry", "w", text("capture.key.carry", scene.language)),)
        return (StepKey("agreed", "a", scene.say("key.agreed")), StepKey("done", "d", scene.say("key.done")))

    def first(self, scene: Scene) -> str:
        """The first earlier task of which nothing was said yet."""
        return earlier.first(scene) if scene.mode == "earlier" else ""

    def kept(self, scene: Scene, line: str) -> Deed:
        """An idea, a task, or something that was done besides."""
        if scene.mode == "earlier":
            return earlier.kept(scene, line)
        if scene.mode in ("idea", "choose"):
            return ideas.kept(scene, line)
        said = read_line(line, scene.tags)
        if not said.people and (who := begun_with(said.words, scene.tags)) is not None:
            said = replace(said, by=(who,))
        task = _new_task(scene, said)
        return Keep((put(task),), task.id, Hint("task", task.id), scene.unknown(said.strange) or _what_is_asked(scene, task))

    def act(self, scene: Scene, key: str) -> Deed:
        """What a letter does in this mode."""
        if scene.mode == "earlier":
            return earlier.act(scene, key)
        if scene.mode in ("idea", "choose"):
            return ideas.act(scene, key)
        task = scene.family.get(scene.selected)
        if key == "carry" and isinstance(task, Strategy):
            return ask_carry(scene, task, task)
        if not isinstance(task, Task):
            return Tell(scene.say("told.select-task"))
        if key == "agreed":
            return agreed(scene, task)
        done = task.changed(status="open" if task.status == "done" else "done", status_on=scene.today)
        return Keep((put(done),), task.id)

    def moved(self, scene: Scene, by: int) -> Deed:
        """Tasks of one strategy, or ideas for one need, change places."""
        if scene.mode in ("idea", "choose"):
            return ideas.moved(scene, by)
        task = scene.family.get(scene.selected)
        if scene.mode == "earlier" or not isinstance(task, Task):
            return Tell(scene.say("told.stays-in-place"))
        return moved_in(scene, "tasks", by, _beside(scene, task.id))

    def removed(self, scene: Scene) -> Deed:
        """A task or an idea."""
        if scene.mode in ("idea", "choose"):
            return ideas.removed(scene)
        if not isinstance(scene.family.get(scene.selected), Task):
            return Tell(scene.say("told.select-task"))
        return Keep(without(scene.family, scene.selected))

    def summary(self, scene: Scene) -> str:
        """Who owns how many tasks stays in view, and what nothing leans on yet."""
        if scene.mode in ("idea", "choose"):
            return ideas.summary(scene)
        unused = ideas.unused_strengths(scene, ideas.ONE_LINE) if scene.mode == "task" else ""
        return "\n".join(filter(None, (owners(scene), unused)))


def agreed(scene: Scene, task: Task) -> Deed:
    """Only those who are here can agree; for anybody else it stays asked."""
    if task.consent == "agreed":
        return Keep((put(task.changed(consent="asked")),), task.id)
    if not task.owners:
        return Tell(scene.say("told.no-owner"))
    away = owners_away(scene, task)
    if away:
        return Tell(scene.say("told.not-here", who=", ".join(away)))
    return Keep((put(task.changed(consent="agreed")),), task.id)


def owners(scene: Scene) -> str:
    """How many open tasks each owns, and how many nobody does."""
    held = Counter(who for task in scene.shown.tasks if task.is_open for who in task.owners)
    nobody = sum(not task.owners for task in scene.shown.tasks if task.is_open)
    each = [f"{scene.tags.tag(who) or scene.shown.label(who)} {number}" for who, number in held.most_common()]
    each += [scene.say("summary.nobody", number=nobody)] if nobody else []
    return scene.say("summary.owners", owners=" · ".join(each)) if each else ""


def _new_task(scene: Scene, said: Line) -> Task:
    words, due, due_said = cut_due(said.words, scene.today, scene.language)
    strategy = _strategy(scene)
    return Task(
        words=Words(text=words),
        owners=said.people,
        strategy=strategy.id if strategy else None,
        need=strategy.needs[0] if strategy and strategy.needs else None,
        meeting=scene.meeting.id,
        due=due,
        due_said=due_said,
    )


def _beside(scene: Scene, task_id: str) -> tuple[str, ...]:
    """The tasks that are shown under one strategy."""
    strategy = next((task.strategy for task in scene.shown.tasks if task.id == task_id), None)
    return tuple(task.id for task in scene.shown.tasks if task.strategy == strategy)


def _what_is_asked(scene: Scene, task: Task) -> str:
    """Somebody who is not here is asked, and that is said; for those who are here the key for yes is named."""
    away = owners_away(scene, task)
    if away:
        return scene.say("said.asked-away", who=", ".join(away))
    return scene.say("said.asked-here") if task.owners else ""


def _strategy(scene: Scene) -> Strategy | None:
    """The strategy that is selected, or that the selected task or idea belongs to."""
    item = scene.shown.get(scene.selected)
    if isinstance(item, Task):
        item = scene.shown.get(item.strategy)
    return item if isinstance(item, Strategy) else ideas.strategy_of(scene, scene.selected)


def _rows(scene: Scene) -> Iterator[Row]:
    now = [task for task in scene.shown.tasks if task.meeting in (scene.meeting.id, None) or task.is_open]
    placed: set[str] = set()
    for need in open_needs(scene):
        strategies = [s for s in scene.shown.strategies if s.needs[:1] == (need.id,)]
        loose = [task for task in now if task.strategy is None and task.need == need.id]
        if strategies or loose:
            yield need_heading(need)
        for strategy in strategies:
            yield Row(strategy.id, str(strategy.words), "✓", level=1, item=strategy.id)
            mine = [task for task in now if task.strategy == strategy.id]
            placed |= {task.id for task in mine}
            yield from (task_row(scene, task, 2) for task in mine)
        placed |= {task.id for task in loose}
        yield from (task_row(scene, task, 2) for task in loose)
    others = [task for task in now if task.id not in placed]
    if others:
        yield Row("others", scene.say("heading.other-tasks"), heading=True)
        yield from (task_row(scene, task) for task in others)
