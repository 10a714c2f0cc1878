"""Which fields of an item are told of when they changed, and what each holds as it can be said: words, days, names, numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from types import MappingProxyType
from typing import Final

from teammeet.model.crisis import CrisisPlan
from teammeet.model.people import Contact, DecisionRight, Household, Person
from teammeet.model.plan import Task
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import shape_of
from teammeet.model.supports import Support
from teammeet.model.values import Item, Words
from teammeet.model.view import View
from teammeet.practice.phase_said import phase_said


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words that a field may hold; ``kind`` is the room of the catalogue's ``model`` in which it is named."""

    kind: str
    value: str


Said = str | int | date | time | Choice | tuple[str, ...] | None
"""What a field says. Names, lines and translations are many; nothing is ``None`` or empty."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that says something else than before: ``what`` names it (``changed.field.*``)."""

    what: str
    was: Said
    now: Said


_WORDS: Final = ("words",)
FIELDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "header": (
            "name", "vision", "mission", "story", "culture", "phase", "agency", "facilitator", "monitored_by",
            "ground_rules", "confidentiality", "getting_help_again",
        ),
        "people": (
            "used_name", "role", "pronouns", "languages", "interpreter", "life", "born", "legal_name", "households", "contacts",
            "decision_rights", "note",
        ),
        "households": ("name", "kind", "address", "contacts", "note"),
        "team": ("role_on_team", "must_be_there"),
        "strengths": (*_WORDS, "whose", "setting", "domain"),
        "worries": (*_WORDS, "whose"),
        "needs": (*_WORDS, "rank", "whose", "domain", "behind", "gap", "note"),
        "outcomes": (*_WORDS, "baseline", "target", "measure", "starts_on", "due", "monitored_by", "needs"),
        "readings": ("value", "score", "on", "by"),
        "options": (*_WORDS, "proposed_by", "source"),
        "strategies": (
            *_WORDS, "carried_by", "source", "leans_on", "scope", "amount", "frequency", "duration", "provider", "starts_on",
            "ends_on", "needs",
        ),
        "tasks": (*_WORDS, "owners", "due", "due_said", "consent", "note", "strategy", "need"),
        "mandates": (*_WORDS, "said_by", "of", "until"),
        "risks": (*_WORDS, "backup", "whose", "watched_by"),
        "crisis_plans": (
            "whose", "definition", "triggers", "early_signs", "what_helps", "what_makes_it_worse", "over_when",
            "weapons_and_medicine", "where_siblings_go", "must_not_be_called", "tell_police_or_crisis_line",
        ),
        "crisis_stages": (*_WORDS, "who", "who_said", "place", "intensity"),
        "crisis_calls": ("name", "phone", "when", "day_and_night"),
        "past_crises": (*_WORDS, "on", "what_helped"),
        "transition": (*_WORDS, "support", "carried_by", "due"),
        "agreements": ("degree", "dissent", "not_yet_until", "said_on"),
    }
)  # fmt: skip
"""By list, in the order of the plan. What became of an item (done, met, left) is said first and apart."""
NEW_TELLS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "strengths": ("whose", "setting"),
        "needs": ("whose",),
        "outcomes": ("target", "due"),
        "readings": ("on", "value", "score", "by"),
        "strategies": ("carried_by",),
        "tasks": ("owners", "due", "due_said"),
        "mandates": ("said_by", "until"),
        "risks": ("backup",),
        "crisis_plans": FIELDS["crisis_plans"],
        "crisis_stages": ("who", "who_said", "place"),
        "crisis_calls": ("phone", "when", "day_and_night"),
        "past_crises": ("what_helped",),
        "transition": ("carried_by", "due"),
        "agreements": ("degree", "dissent", "not_yet_until", "said_on"),
    }
)
"""What is told of something new beside its words: so much that a family knows what it is and who carries it."""
_CHOICES: Final[Mapping[str, str]] = MappingProxyType(
    {"phase": "phase", "life": "life", "source": "support_kind", "consent": "task_consent", "place": "crisis_place"}
)
_OF_TRANSLATIONS: Final = "translations"


def differences(was: Item | None, now: Item, before: View, view: View) -> Iterator[Difference]:
    """The fields of ``now`` that say something else than in ``was``; of something new, those that tell what it is."""
    kind = LIST_OF[type(now)]
    fields = FIELDS[kind] if was is not None else NEW_TELLS.get(kind, ())
    for name in fields:
        held, former = getattr(now, name), getattr(was, name) if was is not None else None
        if held == former:
            continue
        if isinstance(held, Words):
            yield from _of_words(name, former if isinstance(former, Words) else Words(), held)
            continue
        then, this = _said(was, name, before) if was is not None else None, _said(now, name, view)
        if then != this:
            yield Difference(name, then, this)


def _of_words(name: str, was: Words, now: Words) -> Iterator[Difference]:
    """Their own words, the rewording, and what was put into another language."""
    then, this = was.text or was.reworded, now.text or now.reworded
    if then != this:
        yield Difference(name, then or None, this or None)
    for part, former, held in (("reworded", _beside(was), _beside(now)), (_OF_TRANSLATIONS, _put(was), _put(now))):
        if former != held:
            yield Difference(part, former or None, held or None)


def _beside(words: Words) -> str:
    return words.reworded if words.text and words.reworded != words.text else ""


def _put(words: Words) -> tuple[str, ...]:
    return tuple(translation.text for translation in words.translations)


def _said(item: Item, name: str, view: View) -> Said:
    """What a field says, with the names and words of what it refers to; what says nothing is ``None``."""
    said = _held(item, name, view)
    return None if said is False or said in ("", ()) else said


def _held(item: Item, name: str, view: View) -> Said:
    held = getattr(item, name)
    if name == "kind" and isinstance(item, Household):
        return Choice("household_kind", held)
    if name == "phase":
        held = phase_said(view)
    if name == "consent" and held == Task.model_fields["consent"].default:
        return None  # every task begins so: that anybody was asked is not known
    if name in _CHOICES:
        return Choice(_CHOICES[name], held) if held else None
    if name == "degree":
        return Choice("degree", str(held)) if held else None
    if name == "domain":
        return Choice("domain", held) if held else None
    if name == "name" and not held and (who := getattr(item, "who", None)):
        return called(view, who)
    if any(field.name == name and field.lists for field in shape_of(type(item))):
        ids = held if isinstance(held, tuple) else (held,) if held else ()
        return tuple(label for label in (called(view, one) for one in ids) if label)
    if isinstance(held, tuple):
        return tuple(line for part in held if (line := _line(part, view)))
    return held if isinstance(held, (str, int, date, time)) else None


def _line(part: object, view: View) -> str:
    if isinstance(part, Contact):
        return part.value
    if isinstance(part, DecisionRight):
        return ", ".join(filter(None, (called(view, part.held_by or "") or part.held_by_name, part.note)))
    return str(part)


def called(view: View, item_id: str) -> str:
    """How somebody or something is called: a name, or the words by which the plan calls it."""
    item = view.get(item_id)
    if item is None:
        return ""
    if isinstance(item, (Person, Household, Support)):
        return item.label
    if isinstance(item, CrisisPlan):
        return ", ".join(view.labels(item.whose))
    words = getattr(item, "words", None)
    return str(words) if isinstance(words, Words) else ""
