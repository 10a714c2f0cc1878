"""Two lines that are one: the words of both are kept, and what referred to either refers to the one that stays.

Only lines of one kind that the same people may see are joined. Taking the narrower of two would hide a line from somebody
who has read it, and its going would tell them why; taking the wider would show what was not for them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypeVar

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.plan import Option, Task
from teammeet.model.shapes import referring, shape_of
from teammeet.model.values import Item, Translation, Value, Words
from teammeet.practice.consent import asked_anew
from teammeet.tui.meeting.ranks import counted_anew, ranked
from teammeet.tui.meeting.same_kind import SPOKEN, WHO_MAY_SEE, Spoken, same_readers

V = TypeVar("V", bound=Value)
Pair = tuple[Spoken, Spoken]
"""The line that stays, and the one that becomes part of it."""

BETWEEN: Final = " / "
"""Stands between the words of two people."""
_STAYS: Final = frozenset({"id", "position", *WHO_MAY_SEE})
_LATER: Final = frozenset({"ends_on", "status_on"})
"""Days of which the later one holds for both; of others (due, begun) it is the earlier."""
_ONLY_IF_BOTH: Final = frozenset({"settled", "reached_on"})
_WHO_SAID: Final = frozenset({"said_by", "proposed_by", "source"})
"""Where two differ nobody is named: words are put into nobody's mouth."""
_STATES: Final = frozenset({"status", "consent", "goes_to", "aspect"})
"""Where two differ it is what it is at first: open, asked, not decided."""
_ONE_ONLY: Final = frozenset({"domain", "need", "outcome", "option", "strategy", "meeting", "support"})
"""There can be one of them only: that of the line that stays."""
_NOTHING_SAID: Final = (None, "", "undecided")


def can_merge(family: Family, kept_id: str, other_id: str) -> bool:
    """Whether the second can become part of the first: another line of the same kind, for the same people."""
    return bool(_pairs(family, _pair(family.get(kept_id), family.get(other_id))))


def merged(family: Family, kept_id: str, other_id: str) -> tuple[Edit, ...]:
    """The edits that make one line of two, as one change; none if they cannot be one.

    The words are joined, whose it is and all links are those of both; the line ``kept_id`` stays where it is. Of two states
    the less settled holds: a task is agreed only if both were, by the same people, a need is met only if both were. What was
    chosen of two ideas becomes one too.

    Raises:
        pydantic.ValidationError: joined, they are too long for one line.
    """
    edits: dict[str, Edit] = {}
    for pair in _pairs(family, _pair(family.get(kept_id), family.get(other_id))):
        edits |= _one_of_two(family.with_edits(edits.values()), pair)
    edits |= _by_id(counted_anew(ranked(family.with_edits(edits.values()))) if edits else ())
    return (*(edit for edit in edits.values() if edit.after), *(edit for edit in edits.values() if edit.after is None))


def words_of_both(kept: Words, other: Words) -> Words:
    """The words of both, each once; what was word for word stands in quotes beside what was not.

    A rewording or a translation of one alone stands beside the other's words; read back is only what was so in both.
    """
    verbatim = kept.verbatim if not other.text else other.verbatim if not kept.text else kept.verbatim and other.verbatim
    quoted = kept.verbatim != other.verbatim and bool(kept.text and other.text)
    reworded = bool(kept.reworded or other.reworded)
    return Words(
        text=_beside(_quoted(kept, quoted), _quoted(other, quoted)),
        verbatim=verbatim,
        reworded=_beside(str(kept), str(other)) if reworded else "",
        language=kept.language if kept.language == other.language or not other.text else None,
        translations=_translations(kept, other),
    )


def repointed(value: V, old: str, new: str) -> V:
    """``value`` with every reference to ``old`` leading to ``new``, named once in a list; itself if it had none."""
    changes: dict[str, Any] = {}
    for field in referring(type(value)):
        held = getattr(value, field.name)
        if field.many:
            parts = tuple(_repointed_part(part, old, new) for part in held)
            turned = tuple(dict.fromkeys(parts)) if field.lists and old in held else parts
        else:
            turned = _repointed_part(held, old, new)
        if turned != held:
            changes[field.name] = turned
    return value.model_copy(update=changes) if changes else value


def _pair(kept: Item | None, other: Item | None) -> Pair | None:
    if not isinstance(kept, SPOKEN) or not isinstance(other, SPOKEN) or type(kept) is not type(other) or kept.id == other.id:
        return None
    return (kept, other) if same_readers(kept, other) else None


def _pairs(family: Family, pair: Pair | None) -> tuple[Pair, ...]:
    """The two lines; with two ideas, what was chosen of them as well. None if that cannot become one."""
    if pair is None or not isinstance(pair[0], Option):
        return (pair,) if pair else ()
    chosen = [[s for s in family.strategies if s.option == option.id] for option in pair]
    if not all(chosen):
        return (pair,)
    first, second = chosen
    both = _pair(first[0], second[0]) if len(first) == len(second) == 1 else None
    return (pair, both) if both else ()


def _one_of_two(family: Family, pair: Pair) -> dict[str, Edit]:
    """The kept line with what the other adds, what referred to the other, and the other taken out."""
    kept, other = (type(one).model_validate(family.get(one.id)) for one in pair)
    fields = {
        field.name: _of_both(field.name, getattr(kept, field.name), getattr(other, field.name), field.blank)
        for field in shape_of(type(kept))
        if field.name not in _STAYS
    }
    if "due_said" in fields and getattr(kept, "due", None) != fields["due"]:
        fields["due_said"] = getattr(other, "due_said", "")
    joined = _promised_by_all(repointed(kept.changed(**fields), other.id, kept.id), (kept, other))
    others = (item for item in family.items() if item.id not in (kept.id, other.id))
    turned = ((item, repointed(item, other.id, kept.id)) for item in others)
    return _by_id((put(joined), *(put(new) for old, new in turned if new is not old), drop(other)))


def _promised_by_all(joined: Spoken, of: Pair) -> Spoken:
    """A task stays agreed only where everybody agreed to both parts of it: nobody said yes to the part of another."""
    for one in of:
        if isinstance(joined, Task) and isinstance(one, Task):
            joined = asked_anew(one, joined)
    return joined


def _of_both(name: str, kept: Any, other: Any, blank: Any) -> Any:
    """One value of two: what was said in one alone, or in both alike, stands; lists and texts are joined."""
    if isinstance(kept, Words):
        return words_of_both(kept, other)
    if isinstance(kept, tuple):
        return tuple(dict.fromkeys((*kept, *other)))
    if name in _ONLY_IF_BOTH:
        return kept and other
    if kept == other or other in _NOTHING_SAID:
        return kept
    if kept in _NOTHING_SAID:
        return other
    return _of_two(name, kept, other, blank)


def _of_two(name: str, kept: Any, other: Any, blank: Any) -> Any:
    """One value of two that differ."""
    if isinstance(kept, bool):
        return True
    if isinstance(kept, date):
        return max(kept, other) if name in _LATER else min(kept, other)
    if isinstance(kept, int):
        return min(kept, other)
    if name in _STATES:
        return blank
    if name in _WHO_SAID:
        return None
    return kept if name in _ONE_ONLY else _beside(kept, other)


def _beside(one: str, other: str) -> str:
    """Both texts, each once."""
    return BETWEEN.join(dict.fromkeys(text for text in (one, other) if text))


def _quoted(words: Words, wanted: bool) -> str:
    return f"“{words.text}”" if wanted and words.verbatim else words.text


def _translations(kept: Words, other: Words) -> tuple[Translation, ...]:
    """For each language that either is in: both parts in it, or the other part as it was said."""
    tongues = dict.fromkeys(each.language for each in (*kept.translations, *other.translations))
    return tuple(_translation(kept, other, tongue) for tongue in tongues)


def _translation(kept: Words, other: Words, tongue: str) -> Translation:
    parts = [tuple(each for each in words.translations if each.language == tongue) for words in (kept, other)]
    texts = [_joined(part) if part else words.text for part, words in zip(parts, (kept, other), strict=True)]
    said = [each for part in parts for each in part]
    whole = all(part or not words.text for part, words in zip(parts, (kept, other), strict=True))
    by = ", ".join(dict.fromkeys(each.by for each in said if each.by))
    return Translation(language=tongue, text=_beside(*texts), by=by, read_back=whole and all(each.read_back for each in said))


def _joined(part: tuple[Translation, ...]) -> str:
    """Somebody may have put the same words into a language twice."""
    return BETWEEN.join(dict.fromkeys(each.text for each in part if each.text))


def _repointed_part(part: Any, old: str, new: str) -> Any:
    if isinstance(part, Value):
        return repointed(part, old, new)
    return new if part == old else part


def _by_id(edits: Iterable[Edit]) -> dict[str, Edit]:
    return {edit.id: edit for edit in edits}
