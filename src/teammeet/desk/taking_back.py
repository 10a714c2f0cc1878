"""A plan that comes back in a copy: its texts and facts beside those of the record, and what people chose to take.

A copy leaves things out by rule, so what it lacks is never taken away. What may come in says :mod:`teammeet.desk.admitted`.
"""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from teammeet.desk.admitted import FIELDS, NotTaken, admits_text, fit_for_a_new_family, new_items, title_in, why_not
from teammeet.desk.bounded import CopyFor, OfACopy
from teammeet.desk.otherwise import Otherwise, Said, same
from teammeet.desk.questions import ComingBack, Question, Side, Who
from teammeet.desk.values import Incoming
from teammeet.errors import ConflictingChange, FileRefused
from teammeet.model.facts import FACTS, fact_at, with_fact_at
from teammeet.model.family import Family, put
from teammeet.model.paths import text_at, with_text_at
from teammeet.model.readers import facilitator
from teammeet.model.record import LIST_OF
from teammeet.model.values import Item, Words

__all__ = ["ComingBack", "CopyFor", "Question", "Said", "Side", "Who", "coming_back", "taken"]


def coming_back(family: Family, otherwise: Otherwise, said: Sequence[Said], copy: CopyFor) -> ComingBack:
    """A plan in a copy beside the record, if the family has one here.

    Raises:
        FileRefused: ``plan-text-unfit``, ``plan-fact-unfit``: what a new item says does not fit there; it names the place.
            ``plan-of-agency``: the family is new here, and nobody can tell what was kept from whom in it.
    """
    present = otherwise.present
    if present is None:
        bounds = copy.bounds_of_a_new_family(family, facilitator(otherwise.today))
        fit, left_out = fit_for_a_new_family(family, bounds)
        asked = tuple(_asked(fit, otherwise, said))
        left_out = (*left_out, *_texts_left_out(family, otherwise, said))
        return ComingBack(fit, True, asked, left_out, is_part=copy.role != "facilitator", is_bound=bounds != OfACopy())
    bounds = copy.bounds(present, facilitator(otherwise.today))
    fresh, left_out = new_items(family, present, otherwise.gone, bounds)
    fresh = tuple(_as_the_file_says(item, said) for item in fresh)
    said = (*said, *otherwise.said_in_the_plan(family, said))
    new = (_of_new(item, family, otherwise) for item in fresh)
    left_out = (*left_out, *_texts_left_out(family, otherwise, said), *otherwise.other_fields(family))
    return ComingBack(family, False, (*_asked(family, otherwise, said), *new), left_out, fresh, present)


def _asked(family: Family, otherwise: Otherwise, said: Sequence[Said]) -> Iterator[Question]:
    """The texts and facts that are to be asked, in the order of the document."""
    for one, there in _known(family, otherwise.present, said):
        kind = LIST_OF[type(there)]
        if not _is_admitted(kind, one.path):
            continue
        path = _path_there(family, there, one)
        if path is None or not otherwise.can_take(family, there, one):
            continue
        held = held_at(there, path)
        if not same(held, one.now) and (one.was or one.now):
            yield Question(kind, one.item, path, one.was, one.now, held, otherwise.who(one, path, held))


def _is_admitted(kind: str, path: str) -> bool:
    return path in FACTS.get(kind, ()) or admits_text(kind, path)


def held_at(item: Item, path: str) -> str:
    """The text or the fact at ``path``; empty where nothing stands."""
    return fact_at(item, path) if path in FACTS.get(LIST_OF[type(item)], ()) else text_at(item, path) or ""


def _texts_left_out(family: Family, otherwise: Otherwise, said: Sequence[Said]) -> Iterator[NotTaken]:
    """What was changed in the file where no file changes anything, or where the record has no such place."""
    for one, there in _known(family, otherwise.present, said):
        kind = LIST_OF[type(there)]
        is_changed = not same(one.was, one.now)
        if _is_admitted(kind, one.path):
            path = _path_there(family, there, one)
            if (path is None and one.now) or (is_changed and not otherwise.can_take(family, there, one)):
                yield NotTaken(kind, title_in(family, there), why_not(kind, "text"), one.path.partition(".")[0])
        elif is_changed:
            yield NotTaken(kind, title_in(family, there), why_not(kind, "text"), one.path.partition(".")[0])


def _known(family: Family, present: Family | None, said: Sequence[Said]) -> Iterator[tuple[Said, Item]]:
    """Each text with the item of the record that it is of."""
    for one in said:
        item = family.get(one.item)
        there = present.get(one.item) if present is not None else item
        if item is not None and there is not None and type(there) is type(item):
            yield one, there


def taken(coming: ComingBack, present: Family | None, chosen: Sequence[Question]) -> Incoming:
    """The edits that take what was chosen; for a family that is new all of its items, with what was chosen in them.

    A new item whose own was not chosen (:meth:`ComingBack.loose`) does not come in.

    Raises:
        ConflictingChange: somebody changed what was asked since it was shown.
        FileRefused: ``plan-text-unfit``: a text does not fit where it would go; ``plan-fact-unfit``: nor does a fact;
            ``plan-two-ways``: two were chosen for one place. It names the place.
    """
    _refuse_what_was_overtaken(present, chosen)
    for question in chosen:
        if any(rival in chosen for rival in coming.rivals(question)):
            raise FileRefused("plan-two-ways", kind=question.kind, item=question.item, path=question.path)
    base = present if present is not None else coming.family
    changed: dict[str, Item] = {}
    fresh = {item.id: item for item in coming.fresh}
    loose = {question for question, _ in coming.loose(chosen)}
    for question in sorted(chosen, key=_later_lines_first):
        item = changed.get(question.item) or base.get(question.item)
        if question.is_new and item is None and question not in loose:
            changed[question.item] = fresh[question.item]
        elif not question.is_new and item is not None:
            path = _place_now(question.path, base.get(question.item), item)
            changed[question.item] = _with_what_is_said(item, Said(item.id, path, "", question.now))
    if present is None:
        return Incoming(coming.family, True, tuple(put(changed.get(item.id, item)) for item in coming.family.items()))
    return Incoming(present, False, tuple(map(put, changed.values())))


def _refuse_what_was_overtaken(present: Family | None, chosen: Iterable[Question]) -> None:
    """Nobody takes the file's words for others than those that were shown beside them."""
    for question in chosen if present is not None else ():
        there = present.get(question.item) if present is not None else None
        if question.is_new != (there is None) or (there is not None and held_at(there, question.path) != question.present):
            raise ConflictingChange(question.item)


def _of_new(item: Item, family: Family, otherwise: Otherwise) -> Question:
    """Whether to take in an item that the record does not have, or has no more."""
    who: Who = "record" if item.id in otherwise.gone else "file"
    return Question(LIST_OF[type(item)], item.id, "", "", title_in(family, item), "", who, is_new=True)


def _path_there(family: Family, there: Item, one: Said) -> str | None:
    """Where the text stands in the record today; ``None`` if there is no place for it.

    Lists grow and shrink; a line that is gone goes last. A translation is where its language is.
    """
    field, _, place = one.path.partition(".")
    if place.startswith("translations."):
        return _translation_there(family.get(one.item), there, one.path)
    if not place.isdigit():
        return one.path
    lines = getattr(there, field)
    if text_at(there, one.path) == one.was:
        return one.path
    return f"{field}.{lines.index(one.was) if one.was in lines else len(lines)}"


def _translation_there(item: Item | None, there: Item, path: str) -> str | None:
    field, _, number, name = path.split(".")
    words, held = getattr(item, field, None), getattr(there, field, None)
    if not (isinstance(words, Words) and isinstance(held, Words)):
        return None
    language = words.translations[int(number)].language
    same_tongue = (place for place, one in enumerate(held.translations) if one.language == language)
    found = next(same_tongue, None)
    return None if found is None else f"{field}.translations.{found}.{name}"


def _later_lines_first(question: Question) -> int:
    """A line that goes out of a list moves those after it, so these are changed first."""
    place = question.path.rpartition(".")[2]
    return -int(place) if place.isdigit() else 0


def _place_now(path: str, before: Item | None, item: Item) -> str:
    """Where a line of a list goes in an item that took some already: each line that is new goes after the last."""
    field, _, place = path.partition(".")
    if not place.isdigit() or int(place) < len(getattr(before, field, ())):
        return path
    return f"{field}.{len(getattr(item, field))}"


def _as_the_file_says(item: Item, said: Iterable[Said]) -> Item:
    """A new item with the texts and facts of it that the file says otherwise than the plan in it."""
    kind = LIST_OF[type(item)]
    fits = (one for one in said if one.item == item.id and (admits_text(kind, one.path) or one.path in FIELDS[kind]))
    found = (one for one in fits if not same(one.was, one.now))
    for one in sorted(found, key=lambda one: one.path, reverse=True):
        item = _with_what_is_said(item, one)
    return item


def _with_what_is_said(item: Item, said: Said) -> Item:
    """``item`` with the text or the fact of the file; a break where no line may have one is a blank."""
    kind = LIST_OF[type(item)]
    fact = FACTS.get(kind, {}).get(said.path)
    if fact:
        try:
            return with_fact_at(item, said.path, said.now, fact)
        except ValueError:
            raise FileRefused("plan-fact-unfit", kind=kind, item=item.id, path=said.path) from None
    try:
        return with_text_at(item, said.path, said.now)
    except ValidationError:
        pass
    try:
        return with_text_at(item, said.path, " ".join(said.now.split()))
    except ValueError:
        raise FileRefused("plan-text-unfit", kind=kind, item=item.id, path=said.path) from None
