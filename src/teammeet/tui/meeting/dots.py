"""Where the others would begin: advice beside the family's order, taken only after it, never counted into it."""

import re
from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Scene, Tell

_BETWEEN: Final = re.compile(r"[\s,;@]+")


def ask_dots(scene: Scene, need: Need) -> Deed:
    """Ask who of the others would begin with ``need``; not before the family has ranked. The answer stands for the old one."""
    if not any(each.rank for each in scene.shown.needs):
        return Tell(text("capture.told.rank-first", scene.language))
    before = " ".join(filter(None, map(scene.tags.tag, _shown(scene, need))))
    asked = text("capture.ask.dots", scene.language)
    return AskLine(asked, lambda line: _given(scene, need, line), start=before, may_be_blank=bool(before))


def dots_in_words(scene: Scene, need: Need) -> Iterator[str]:
    """Who would begin there; nothing if nobody would. It is no rank: the family's has a number."""
    who = [scene.tags.tag(each) or scene.shown.label(each) for each in _shown(scene, need)]
    if who:
        yield text(f"capture.row.dots.{'one' if len(who) == 1 else 'many'}", scene.language, who=", ".join(who))


def _given(scene: Scene, need: Need, line: str) -> Deed:
    said = [name for name in _BETWEEN.split(line) if name]
    found = {name: scene.tags.who_begins(name) for name in said}
    strange = [name for name, who in found.items() if who is None]
    if strange:
        return Tell(text("capture.told.no-initials", scene.language, who=", ".join(strange)))
    family = [scene.tags.tag(who) for who in found.values() if _ranks(scene, who)]
    if family:
        return Tell(text("capture.told.family-ranks", scene.language, who=", ".join(family)))
    dots = tuple(dict.fromkeys(who for who in found.values() if who))
    return Keep((put(need.changed(dots=scene.with_unseen(need.dots, dots))),), need.id)


def _shown(scene: Scene, need: Need) -> tuple[str, ...]:
    return tuple(who for who in need.dots if scene.shown.get(who) is not None)


def _ranks(scene: Scene, who: str | None) -> bool:
    """Whether somebody is of the family, who ranks."""
    person = scene.family.get(who)
    return isinstance(person, Person) and person.in_family
