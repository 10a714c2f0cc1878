"""Earlier tasks at a review, professionals' first: done, moved, still hard, no longer needed, by one key each."""

from typing import Final

from teammeet.model.family import put
from teammeet.model.plan import Task
from teammeet.model.values import Words
from teammeet.practice.groups import Group, group_of
from teammeet.tui.meeting.days import day_words, read_day
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Row, Scene, StepKey, Tell
from teammeet.tui.meeting.spoken import read_line
from teammeet.tui.meeting.task_row import owners_away, task_row

_GROUPS: Final[tuple[Group, ...]] = ("professional", "peer", "community", "natural", "family")
_STATES: Final = {"d": "done", "m": "moved", "h": "still_hard", "x": "no_longer_needed", "o": "open"}


def earlier_tasks(scene: Scene) -> tuple[Task, ...]:
    """What earlier meetings left, and what was said of it today; those of the professionals first."""
    left = [task for task in scene.shown.tasks if task.meeting != scene.meeting.id]
    told = [task for task in left if task.is_open or task.status_on == scene.today]
    return tuple(sorted(told, key=lambda task: _turn(scene, task)))


def rows(scene: Scene) -> tuple[Row, ...]:
    """One section for each group at the table, in the order in which they tell."""
    shown: list[Row] = []
    last = -1
    for task in earlier_tasks(scene):
        turn = _turn(scene, task)
        if turn != last:
            name = _GROUPS[turn] if turn < len(_GROUPS) else "nobody"
            shown.append(Row(f"group-{turn}", scene.say(f"heading.tasks-of-{name}"), heading=True))
            last = turn
        shown.append(task_row(scene, task))
    done = [task for task in scene.shown.tasks if task.meeting == scene.meeting.id and task.status == "done"]
    if done:
        shown.append(Row("done-besides", scene.say("heading.done-besides"), heading=True))
    return (*shown, *(task_row(scene, task) for task in done))


def first(scene: Scene) -> str:
    """The first task of which nothing was said today."""
    return next((task.id for task in earlier_tasks(scene) if task.status_on != scene.today), "")


def keys(scene: Scene) -> tuple[StepKey, ...]:
    """A letter for each answer."""
    return tuple(StepKey(state, letter, scene.say(f"key.{state}")) for letter, state in _STATES.items())


def act(scene: Scene, key: str) -> Deed:
    """The answer to the selected task. A moved one has a new date, and is never counted as done."""
    task = scene.family.get(scene.selected)
    if not isinstance(task, Task):
        return Tell(scene.say("told.select-task"))
    if key == "moved":
        return _ask_day(scene, task)
    return Keep((put(task.changed(status=key, status_on=scene.today)),), next_row(scene))


def kept(scene: Scene, line: str) -> Deed:
    """Something that somebody did without being asked."""
    said = read_line(line, scene.tags)
    task = Task(
        words=Words(text=said.words),
        owners=said.people,
        meeting=scene.meeting.id,
        status="done",
        status_on=scene.today,
    )
    return Keep((put(task),), task.id)


def next_row(scene: Scene) -> str:
    """The next task that nothing was said of yet, so that one key after the other goes down the list."""
    tasks = earlier_tasks(scene)
    place = next((n for n, task in enumerate(tasks) if task.id == scene.selected), -1)
    for task in tasks[place + 1 :]:
        if task.status_on != scene.today:
            return task.id
    return scene.selected


def _ask_day(scene: Scene, task: Task) -> Deed:
    """A new day is a new promise: for somebody who is not here it is asked."""
    away = owners_away(scene, task)

    def answered(line: str) -> Deed:
        day = read_day(line, scene.today, scene.language)
        if day is None:
            return Tell(scene.say("told.no-day", said=line))
        moved = task.changed(
            status="moved",
            status_on=scene.today,
            moved_from=task.due or task.moved_from,
            due=day,
            due_said=line,
            consent="asked" if away else task.consent,
        )
        said = [scene.say("said.by-day", day=day_words(day, scene.language))]
        said += [scene.say("said.asked-away", who=", ".join(away))] if away else []
        return Keep((put(moved),), next_row(scene), said=" · ".join(said))

    return AskLine(scene.say("ask.new-day", task=str(task.words)), answered)


def _turn(scene: Scene, task: Task) -> int:
    """Whose turn it is to tell: professionals first, the family last of those who own a task, what nobody owns at the end."""
    groups = [group for who in task.owners if (group := group_of(scene.shown, who))]
    return min((_GROUPS.index(group) for group in groups), default=len(_GROUPS))
