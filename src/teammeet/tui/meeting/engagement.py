"""Engagement: who is here, the ground rules, the family's story, its vision and the team's mission."""

from typing import Final

from teammeet.model.family import put
from teammeet.model.people import Mandate
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting import attendance, carried
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Row, Scene, StepKey, StepPanel, Tell, heading
from teammeet.tui.meeting.written import Written, place_in

WRITTEN: Final = (
    Written("rule", "ground_rules", "lines"),
    Written("vision", "vision", "words"),
    Written("mission", "mission", "words"),
    Written("story", "story", "note"),
    Written("culture", "culture", "note"),
)
_BY_MODE: Final = {written.mode: written for written in WRITTEN}
_MEETING_FIRST: Final = ("who", "rule", "mandate", "vision", "mission", "story", "culture")
_STORY_FIRST: Final = ("story", "vision", "mission", "culture", "rule", "mandate", "who")


class Engagement(StepPanel):
    """A step that works on attendance begins with who is here; one on the family alone begins with its story."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """Who is here first, or the story first."""
        return _MEETING_FIRST if "attendances" in scene.step.works_on else _STORY_FIRST

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """What waits since last time, then one section for each mode, in their order."""
        return (*carried.rows(scene), *(row for mode in self.modes(scene) for row in self._section(scene, mode)))

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """The letters for taking part, when a person is selected or a name is typed."""
        if waits := carried.keys(scene):
            return waits
        return attendance.keys(scene) if scene.mode == "who" or scene.shown.label(scene.selected) else ()

    def first(self, scene: Scene) -> str:
        """The first person of whom nothing was said yet."""
        return attendance.first(scene) if scene.mode == "who" else ""

    def kept(self, scene: Scene, line: str) -> Deed:
        """Somebody who came, a mandate, or a line of the header: that keeps nobody beside it, so names are spelt out."""
        if scene.mode == "who":
            return attendance.kept(scene, line)
        line = scene.spelt_out(line)
        if scene.mode == "mandate":
            mandate = Mandate(words=Words(text=line))
            return Keep((put(mandate),), mandate.id)
        written = _BY_MODE[scene.mode]
        header = written.with_line(scene.family.header, line)
        return Keep((put(header),), f"{written.mode}:{len(written.texts(header)) - 1}")

    def act(self, scene: Scene, key: str) -> Deed:
        """The letters are about people, or about a line that waited."""
        return carried.act(scene, key) or attendance.act(scene, key)

    def opened(self, scene: Scene) -> Deed:
        """A person's attendance, a mandate, or a line of the header to be corrected."""
        if scene.shown.label(scene.selected):
            return attendance.opened(scene)
        spot = place_in(scene.selected)
        if spot is None or spot[0] not in _BY_MODE:
            return super().opened(scene)
        written, place = _BY_MODE[spot[0]], spot[1]

        def corrected(line: str) -> Deed:
            return Keep((put(written.with_line_at(scene.family.header, place, line)),), scene.selected)

        return AskLine(scene.say(f"mode.{written.mode}"), corrected, start=written.texts(scene.family.header)[place])

    def removed(self, scene: Scene) -> Deed:
        """A person off the list, a mandate, or a line of the header."""
        if scene.shown.label(scene.selected):
            return attendance.removed(scene)
        spot = place_in(scene.selected)
        if spot is not None and spot[0] in _BY_MODE:
            return Keep((put(_BY_MODE[spot[0]].with_line_at(scene.family.header, spot[1], "")),))
        gone = without(scene.family, scene.selected)
        return Keep(gone) if gone else Tell(scene.say("told.nothing-selected"))

    def moved(self, scene: Scene, by: int) -> Deed:
        """Lines of the header change places."""
        spot = place_in(scene.selected)
        if spot is None or spot[0] not in _BY_MODE:
            return Tell(scene.say("told.stays-in-place"))
        written, place = _BY_MODE[spot[0]], spot[1]
        if not 0 <= place + by < len(written.texts(scene.family.header)):
            return Tell(scene.say("told.no-further"))
        header = written.with_order(scene.family.header, place, place + by)
        return Keep((put(header),), f"{written.mode}:{place + by}")

    def summary(self, scene: Scene) -> str:
        """Where the family tells of itself, who helps is best drawn."""
        return scene.say("summary.ties") if "people" in scene.step.works_on else ""

    def _section(self, scene: Scene, mode: str) -> tuple[Row, ...]:
        if mode == "who":
            return attendance.rows(scene)
        if mode == "mandate":
            mandates = scene.shown.mandates
            rows = [Row(m.id, str(m.words), "·", m.said_by, level=1, item=m.id) for m in mandates]
            return (heading(scene, "mandate", len(rows)), *rows)
        return _BY_MODE[mode].rows(scene, scene.family.header)
