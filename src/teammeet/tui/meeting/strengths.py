"""Strengths: what goes well, word for word, with whose it is. "JL: fixes bikes" and "fixes bikes @JL" are JL's."""

from teammeet.model.family import put, reordered
from teammeet.model.plan import Strength
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting import attendance, carried
from teammeet.tui.meeting.scene import Deed, Hint, Keep, Row, Scene, StepKey, StepPanel, Tell, heading, neighbour
from teammeet.tui.meeting.spoken import read_line


class Strengths(StepPanel):
    """The list of strengths; a review meeting sees who came here too."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """Strengths; who is here, where the step works on attendance."""
        return ("strength", "who") if "attendances" in scene.step.works_on else ("strength",)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """The strengths in the order that people gave them; who is here, in that mode."""
        if scene.mode == "who":
            return attendance.rows(scene)
        held = scene.shown.strengths
        listed = (heading(scene, "strength", len(held)), *(_row(scene, strength) for strength in held))
        return (*carried.rows(scene), *listed)

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """The letters for taking part, where people are listed."""
        return carried.keys(scene) or (attendance.keys(scene) if scene.mode == "who" else ())

    def first(self, scene: Scene) -> str:
        """The first person of whom nothing was said yet."""
        return attendance.first(scene) if scene.mode == "who" else ""

    def kept(self, scene: Scene, line: str) -> Deed:
        """A strength, word for word: a setting ("when …") stays in the words."""
        if scene.mode == "who":
            return attendance.kept(scene, line)
        said = read_line(line, scene.tags)
        strength = Strength(words=Words(text=said.words, verbatim=True), whose=said.people)
        return Keep((put(strength),), strength.id, Hint("strength", strength.id), scene.unknown(said.strange))

    def act(self, scene: Scene, key: str) -> Deed:
        """The letters are about people, or about a line that waited."""
        return carried.act(scene, key) or attendance.act(scene, key)

    def opened(self, scene: Scene) -> Deed:
        """The strength, or how somebody takes part."""
        return attendance.opened(scene) if scene.shown.label(scene.selected) else super().opened(scene)

    def removed(self, scene: Scene) -> Deed:
        """The strength; strategies that lean on it lean on it no more."""
        if scene.mode == "who":
            return attendance.removed(scene)
        gone = without(scene.family, scene.selected)
        return Keep(gone) if gone else Tell(scene.say("told.nothing-selected"))

    def moved(self, scene: Scene, by: int) -> Deed:
        """Strengths change places."""
        return moved_in(scene, "strengths", by) if scene.mode != "who" else Tell(scene.say("told.stays-in-place"))

    def summary(self, scene: Scene) -> str:
        """How many strengths no idea leans on yet: they stay in view."""
        if scene.mode == "who":
            return ""
        used = {strength for strategy in scene.shown.strategies for strength in strategy.leans_on}
        unused = sum(strength.id not in used for strength in scene.shown.strengths)
        return scene.count("summary.unused", unused) if unused and scene.shown.strategies else ""


def moved_in(scene: Scene, list_name: str, by: int, among: tuple[str, ...] = ()) -> Deed:
    """The selected item of a list a place up or down among its siblings (all of the list, unless ``among`` names them)."""
    items = getattr(scene.family, list_name)
    siblings = among or tuple(item.id for item in getattr(scene.shown, list_name))
    order = neighbour(siblings, scene.selected, by)
    if order is None:
        return Tell(scene.say("told.no-further"))
    fill = iter(order)
    ids = [next(fill) if item.id in siblings else item.id for item in items]
    by_id = {item.id: item for item in items}
    return Keep(reordered(tuple(by_id[each] for each in ids)), scene.selected)


def _row(scene: Scene, strength: Strength) -> Row:
    return Row(
        strength.id, str(strength.words), scene.whose(strength.whose) or "·", strength.setting, level=1, item=strength.id
    )
