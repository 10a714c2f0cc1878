"""The share sheet: one page for somebody outside the team, such as primary care.

It carries what such a reader needs and no more: why the team meets, a diagnosis if the family wants it noted, the short plan,
whom to reach (Connecticut, Family Care Connections).
"""

from collections.abc import Iterator
from typing import Final

from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.people import Contact, Household, Person
from teammeet.model.plan import Need, Task
from teammeet.model.supports import Support
from teammeet.model.view import View
from teammeet_word.exporter import footer
from teammeet_word.markup import Column, Row, Span, paragraph
from teammeet_word.sections.beginning import place_and_time, youths
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet
from teammeet_word.single_page import page_sheet, single_page

_MOST_NEEDS: Final = 3
"""The needs that the family put first (one county works on the top three)."""
_MOST_TASKS: Final = 2
_MOST_PEOPLE: Final = 6
_LINE: Final = 560
"""How high a line is on which somebody writes, in twentieths of a point."""


class ShareSheet:
    """One page for primary care, or for another reader that is named."""

    name = "share-sheet"
    suffix = "docx"
    reader = "primary-care"
    heeds: frozenset[Heeded] = frozenset({"seal", "large"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("pages.share.describe", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The page, as ``view`` allows."""
        sheet = page_sheet(view, language, options)
        return single_page(sheet, _say(sheet, "title"), _body(sheet), footer(sheet))


def _body(sheet: Sheet) -> Iterator[str]:
    header = sheet.view.header
    yield sheet.heading(1, _say(sheet, "title"))
    yield sheet.facts(
        ("for", _who(sheet)),
        ("copy_for", sheet.view.label(sheet.view.reader) or sheet.word("circle", sheet.view.role)),
        ("facilitator", sheet.join(header.facilitator, header.agency) if header.facilitator else ""),
        ("agency", "" if header.facilitator else header.agency),
        ("next_meeting", place_and_time(sheet, sheet.to_come[0]) if sheet.to_come else ""),
        ("made_on", sheet.day(sheet.today)),
    )
    yield sheet.heading(2, _say(sheet, "reason"))
    yield from _reason(sheet)
    yield _diagnosis(sheet)
    yield from _short_plan(sheet)
    yield from _asked_of_you(sheet)
    yield from _people(sheet)
    yield from _left_out(sheet)


def _who(sheet: Sheet) -> str:
    """The youth, with the age where the reader may know it."""
    people = [person for person in sheet.view.people if person.enrolled and person.label]
    told = (sheet.join(p.label, _age(sheet, p)) for p in people)
    return ", ".join(told) or youths(sheet)


def _age(sheet: Sheet, person: Person) -> str:
    age = person.age_on(sheet.today)
    return text("pages.share.age", sheet.language, age=age) if age is not None else ""


def _needs(sheet: Sheet) -> tuple[Need, ...]:
    return tuple(need for need in sheet.plan.needs if need.status == "open")[:_MOST_NEEDS]


def _reason(sheet: Sheet) -> Iterator[str]:
    """Why the team meets: what the family said they need, in their words and their order."""
    needs = _needs(sheet)
    if needs:
        yield sheet.bullets(tuple(sheet.own(need.words) for need in needs))
    else:
        yield sheet.placeholder("needs")


def _diagnosis(sheet: Sheet) -> str:
    """Room to write one by hand: the record has no place for it, for it is the family's to say."""
    title = _say(sheet, "diagnosis")
    return sheet.table_under(title, (Column(title, 1),), [((),)], "InkTable", _LINE)


def _short_plan(sheet: Sheet) -> Iterator[str]:
    rows = [row for need in _needs(sheet) for row in _plan_rows(sheet, need)]
    if rows:
        title = _say(sheet, "plan")
        yield sheet.heading(2, title)
        yield sheet.table(title, (("task", 5), ("who", 3), ("by_when", 2)), rows)


def _plan_rows(sheet: Sheet, need: Need) -> Iterator[Row]:
    for outcome in sheet.plan.outcomes.get(need.id, ()):
        due = (sheet.short_day(outcome.due),) if outcome.due else ()
        yield ((Span(str(outcome.words), "Strong"),), (sheet.names(outcome.monitored_by),), due)
    for strategy in sheet.plan.strategies.get(need.id, ()):
        yield ((str(strategy.words),), (sheet.names(strategy.carried_by),), ())
    for task in [task for task in sheet.plan.tasks.get(need.id, ()) if task.is_open][:_MOST_TASKS]:
        yield _task_row(sheet, task)


def _task_row(sheet: Sheet, task: Task) -> Row:
    return ((str(task.words),), (sheet.names(task.owners),), (sheet.short_day(task.due),) if task.due else ())


def _asked_of_you(sheet: Sheet) -> Iterator[str]:
    """What the reader has taken on, or is asked for."""
    mine = [t for t in sheet.view.tasks if sheet.view.reader is not None and sheet.view.reader in t.owners and t.is_open]
    if mine:
        title = _say(sheet, "yours")
        yield sheet.heading(2, title)
        yield sheet.table(title, (("task", 5), ("who", 3), ("by_when", 2)), [_task_row(sheet, task) for task in mine])


def _people(sheet: Sheet) -> Iterator[str]:
    """The facilitator, with room for a number; then those whom this reader may reach, and how."""
    reached = [who for who in _ids(sheet) if sheet.view.label(who) and _ways(sheet, who)][:_MOST_PEOPLE]
    title, header = _say(sheet, "people"), sheet.view.header
    rows: list[Row] = [((header.facilitator or sheet.say("fact.facilitator"),), (header.agency,), ())]
    rows += [((sheet.view.label(who),), (part_of(sheet, who),), _ways(sheet, who)) for who in reached]
    yield sheet.heading(2, title)
    yield sheet.table(title, (("name", 3), ("role", 4), ("phone", 3)), rows, style="InkTable", row_height=_LINE)


def _ids(sheet: Sheet) -> tuple[str, ...]:
    family = [p.id for p in sheet.view.people if p.in_family and p.nature == "person" and p.life == "living"]
    return tuple(dict.fromkeys([*family, *(member.who for member in sheet.view.team if member.left_on is None)]))


def _ways(sheet: Sheet, who: str) -> tuple[str, ...]:
    item = sheet.view.get(who)
    contacts: tuple[Contact, ...] = item.contacts if isinstance(item, (Person, Support, Household)) else ()
    return tuple(sheet.join(contact.value, contact.note) for contact in contacts if contact.value)


def _left_out(sheet: Sheet) -> Iterator[str]:
    """Which kinds of fact such a reader never gets, in one line; and what the rule asks for with records that are here."""
    if sheet.view.withheld:
        kinds = sheet.join(*(sheet.word("withheld", kind) for kind in sheet.view.withheld))
        yield paragraph((Span(f"{sheet.say('heading.withheld')}: ", "Strong"), kinds), "Answer")
    if sheet.view.part_two:
        yield paragraph(sheet.say("part_two"), "Answer")


def _say(sheet: Sheet, key: str) -> str:
    return text(f"pages.share.{key}", sheet.language)


share_sheet: Final = ShareSheet()
"""What the entry point ``share-sheet`` leads to."""
