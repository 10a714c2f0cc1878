"""What changed in a plan, in plain words: chapters in the order of the plan, for a page, a screen, or a phone call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from teammeet.messages import text
from teammeet.model.domains import DOMAINS
from teammeet.model.view import View
from teammeet.practice.arrangement import NO_NEED, arranged
from teammeet.practice.changed_fields import Choice, Difference, Said, called
from teammeet.practice.what_changed import PARTS, Changed, Part, what_changed

MOST_ON_A_LINE = 120
"""Old and new words that are longer together stand in two lines, not one."""
_NUMBERED = ("needs", "outcomes", "strategies")
_BY_NAME_ALONE = ("people", "households", "team", "strengths", "mandates", "risks", "agreements", "header", "transition")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing and what became of it. ``title`` is empty where the lines say it all; ``under`` a need it is set in."""

    title: str
    lines: tuple[str, ...]
    under: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the plan in which something changed."""

    part: Part
    heading: str
    told: tuple[Told, ...]


def what_changed_said(before: View, view: View, language: str, around: Sequence[str] = ()) -> tuple[Chapter, ...]:
    """Chapter by chapter what is otherwise in ``view`` than in ``before``; none if nothing is.

    ``around`` are lines of what became of the supports and their ties (:mod:`teammeet.ecomap.compared_for_plan`).
    """
    found = _Teller(before, view, language).told(what_changed(before, view))
    if around:
        found["map"] = tuple(Told("", (line,)) for line in around)
    return tuple(Chapter(part, text(f"changed.part.{part}", language), found[part]) for part in PARTS if found.get(part))


def as_lines(chapters: Sequence[Chapter]) -> tuple[str, ...]:
    """The chapters as plain lines: headings, then what became of each thing."""
    return tuple(line for chapter in chapters for line in ("", chapter.heading, *_lines(chapter)))


def _lines(chapter: Chapter) -> Iterator[str]:
    for told in chapter.told:
        inward = "  " if told.under else ""
        if told.title:
            yield f"{inward}{told.title}"
        yield from (f"{inward}{'  ' if told.title else ''}- {line}" for line in told.lines)


class _Teller:
    """What says one comparison in one language."""

    def __init__(self, before: View, view: View, language: str) -> None:
        self._before, self._view, self._language = before, view, language
        self._was, self._now = arranged(before), arranged(view)

    def told(self, changes: Sequence[Changed]) -> dict[Part, tuple[Told, ...]]:
        return {part: tuple(self._part(tuple(group))) for part, group in groupby(changes, key=lambda changed: changed.part)}

    def _part(self, changes: Sequence[Changed]) -> Iterator[Told]:
        for need, group in groupby(changes, key=lambda changed: changed.need):
            held = list(group)
            if held[0].kind != "needs" and held[0].part == "needs":
                title = self._need_title(need)
                yield from (Told(title, ()),) if title else ()
            yield from self._merged(held)

    def _merged(self, changes: Sequence[Changed]) -> Iterator[Told]:
        """One entry a thing: what was seen of an outcome stands with the outcome."""
        found: dict[str, list[str]] = {}
        under: dict[str, bool] = {}
        untitled: list[str] = []
        for changed in changes:
            title = self._title(changed)
            (found.setdefault(title, []) if title else untitled).extend(self._lines(changed))
            under[title] = changed.part == "needs" and changed.need != NO_NEED and changed.kind != "needs"
        yield from (Told("", (line,)) for line in untitled)
        yield from (Told(title, tuple(lines), under[title]) for title, lines in found.items())

    def _need_title(self, need: str) -> str:
        plan, seen = (self._now, self._view) if need in self._now.number else (self._was, self._before)
        if need not in plan.number:
            return self._say("changed.no-need") if self._now.needs else ""
        return self._say(
            "changed.kind.needs", number=plan.number[need], name=called(seen, need) or self._say("changed.unwritten")
        )

    def _title(self, changed: Changed) -> str:
        name = changed.name or ("" if changed.kind in ("header", "meetings") else self._say("changed.unwritten"))
        if changed.kind == "readings":
            return self._title_of_outcome(changed)
        if changed.kind in _NUMBERED:
            return self._say(f"changed.kind.{changed.kind}", number=changed.number, name=name)
        if changed.kind in _BY_NAME_ALONE or not name:
            return name
        return self._say(f"changed.kind.{changed.kind}", name=name)

    def _title_of_outcome(self, changed: Changed) -> str:
        plan, seen = (self._now, self._view) if changed.change != "gone" else (self._was, self._before)
        outcome = getattr(seen.get(changed.id), "outcome", "")
        name = changed.name or self._say("changed.unwritten")
        return self._say("changed.kind.outcomes", number=plan.number.get(outcome, 0), name=name)

    def _lines(self, changed: Changed) -> Iterator[str]:
        if changed.kind == "readings" and changed.change == "new":
            yield self._reading(changed)
            return
        if changed.change != "otherwise" and changed.kind != "agreements":
            yield self._say(f"changed.{changed.change}.{changed.kind}")
        if changed.became:
            when = self._say("changed.on", day=self._day(changed.on)) if changed.on else ""
            yield self._say(f"changed.became.{changed.became}") + when
        for difference in changed.differences:
            yield from self._difference(difference, is_new=changed.change == "new")

    def _reading(self, changed: Changed) -> str:
        """How somebody saw an outcome on a day."""
        held = {each.what: each.now for each in changed.differences}
        said = [self._value(name, held[name]) for name in ("value", "score") if held.get(name) is not None]
        by = self._value("by", held.get("by"))
        day = held.get("on")
        when = self._day(day) if isinstance(day, date) else ""
        return self._say("changed.reading.by" if by else "changed.reading.alone", day=when, by=by, said=" · ".join(said))

    def _difference(self, difference: Difference, *, is_new: bool) -> Iterator[str]:
        what = self._say(f"changed.field.{difference.what}")
        was, now = difference.was, difference.now
        if isinstance(was, tuple) and isinstance(now, tuple) and set(was) != set(now):
            yield from self._one_sided(difference.what, what, _without(was, now), "went")
            yield from self._one_sided(difference.what, what, _without(now, was), "came")
        elif was is None or now is None:
            yield from self._one_sided(difference.what, what, now if was is None else was, self._form(was, is_new))
        else:
            yield from self._both(what, self._value(difference.what, was), self._value(difference.what, now))

    def _form(self, was: Said, is_new: bool) -> str:
        return "went" if was is not None else "is" if is_new else "came"

    def _one_sided(self, name: str, what: str, said: Said, form: str) -> Iterator[str]:
        if said not in (None, ()):
            yield self._say(f"changed.line.{form}", what=what, said=self._value(name, said))

    def _both(self, what: str, was: str, now: str) -> Iterator[str]:
        if len(was) + len(now) <= MOST_ON_A_LINE and "\n" not in was + now:
            yield self._say("changed.line.both", what=what, was=was, now=now)
            return
        yield self._say("changed.line.before", what=what, said=was)
        yield self._say("changed.line.now", what=what, said=now)

    def _value(self, name: str, said: Said) -> str:
        if said is None:
            return ""
        if isinstance(said, bool):
            return self._say("changed.yes")
        if isinstance(said, tuple):
            return ", ".join(self._tongue(one) if name == "languages" else one for one in said)
        if isinstance(said, date):
            return self._day(said)
        if isinstance(said, time):
            return self._hour(said)
        if isinstance(said, Choice):
            known = said.kind != "domain" or said.value in DOMAINS
            return self._say(f"model.{said.kind}.{said.value}") if known else said.value
        return self._say("changed.score", number=said) if name == "score" else str(said)

    def _tongue(self, tag: str) -> str:
        from teammeet.messages import FALLBACK, keys

        key = f"word.language.{tag.split('-')[0].lower()}"
        return self._say(key) if key in keys(FALLBACK) else tag

    def _day(self, day: date) -> str:
        return self._say("word.date", day=day.day, month=self._say(f"word.month.{day.month}"), year=day.year)

    def _hour(self, at: time) -> str:
        half = self._say(f"word.{'before' if at.hour < 12 else 'after'}_noon")
        return self._say("word.time", hour=at.hour, hour_of_twelve=at.hour % 12 or 12, minute=f"{at.minute:02}", half=half)

    def _say(self, key: str, **values: object) -> str:
        return text(key, self._language, **values)


def _without(these: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in these if one not in others)
