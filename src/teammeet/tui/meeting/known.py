"""A typed first name may be that of somebody who is known, or of somebody new: which of them is asked where it is in doubt."""

from collections.abc import Callable
from typing import Final

from teammeet.model.people import Person
from teammeet.model.supports import Support
from teammeet.text import folded
from teammeet.tui.meeting.relation import kind_of, relation_in
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Scene

NEW: Final = "new"


def in_doubt(scene: Scene, name: str, said: str) -> tuple[str, ...]:
    """Ids of those who may be meant by ``name``, where that is not certain; nobody where it is, or where nobody is known.

    Certain are a whole name of several words, initials in capitals, and a first name of which nothing else was said
    than what is known. Nobody whom the screen does not show is offered.
    """
    wanted = folded(name)
    if not wanted or " " in wanted:
        return ()
    exact = scene.tags.who(name)
    if exact is not None and name.isupper() and folded(scene.tags.tag(exact)) == wanted:
        return ()
    called = [who for who, label in scene.tags.labels.items() if wanted in folded(label).split()]
    found = tuple(who for who in dict.fromkeys([*filter(None, [exact]), *called]) if scene.shown.get(who) is not None)
    if len(found) > 1 and exact is None:
        return found
    return found if said and found and not _is_what_is_known(scene, found[0], said) else ()


def ask_which(scene: Scene, name: str, found: tuple[str, ...], then: Callable[[str | None], Deed]) -> AskPick:
    """Who is meant; ``then`` gets the id, or ``None`` for somebody new."""
    known = tuple(Choice(who, _in_words(scene, who)) for who in found)
    choices = (*known, Choice(NEW, scene.say("said.somebody-new")))
    question = scene.say("said.which-known", who=name)
    return AskPick(question, choices, lambda ids: then(None if ids[0] == NEW else ids[0]), many=False)


def _is_what_is_known(scene: Scene, who: str, said: str) -> bool:
    """Whether what was said of somebody is known of them, or is an age alone: that fits everybody."""
    item = scene.shown.get(who)
    if not isinstance(item, Person | Support):
        return False
    relation = relation_in(said)
    known = [item.role, item.note, *((item.organisation,) if isinstance(item, Support) else ())]
    if not relation.words or any(folded(relation.words) in folded(each) for each in known if each):
        return True
    kind = item.kind if isinstance(item, Support) else "family"
    return not item.role and kind_of(relation.words) == kind


def _in_words(scene: Scene, who: str) -> str:
    item = scene.shown.get(who)
    told = item.role if isinstance(item, Person | Support) else ""
    if isinstance(item, Support):
        told = told or item.organisation
    label = scene.shown.label(who)
    if not told or told == label:
        return scene.say("said.the-known-bare", who=label)
    return scene.say("said.the-known", who=label, told=told)
