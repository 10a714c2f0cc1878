"""Who is on the team: the people whom the family chose."""

from collections.abc import Iterator
from datetime import date

from teammeet.model.people import Person
from teammeet.model.supports import Support, TeamMember
from teammeet_word.markup import Row, Span, paragraph
from teammeet_word.sheet import Sheet


def team(sheet: Sheet) -> Iterator[str]:
    """The roster: name, part in the family's life, kind of support."""
    yield sheet.heading(1, sheet.say("heading.team"))
    if sheet.view.team:
        invited = {member.invited_on for member in sheet.view.team}
        together = invited.pop() if len(invited) == 1 else None
        if together:
            yield paragraph(sheet.say("invited", day=sheet.day(together)), "Quiet", keep_next=True)
        rows = [_row(sheet, member, together) for member in sheet.view.team]
        yield sheet.table(sheet.say("heading.team"), (("name", 2.6), ("role", 3.6), ("kind", 2)), rows)
    else:
        yield sheet.placeholder("team")


def part_of(sheet: Sheet, who: str) -> str:
    """What somebody is to the family: the role, and the agency or organisation they come from."""
    item = sheet.view.get(who)
    if isinstance(item, Person):
        role = item.role if item.used_name else ""
        return sheet.join(role, sheet.view.label(item.support))
    if isinstance(item, Support):
        role = item.role if item.name else ""
        return sheet.join(role, item.organisation if item.label != item.organisation else "")
    return ""


def kind_of(sheet: Sheet, who: str) -> str:
    """Family, or the kind of support that somebody is or comes from."""
    item = sheet.view.get(who)
    if isinstance(item, Person) and item.in_family:
        return sheet.say("of_the_family")
    support = sheet.view.get(item.support) if isinstance(item, Person) else item
    return sheet.word("support_kind", support.kind) if isinstance(support, Support) else ""


def _row(sheet: Sheet, member: TeamMember, together: date | None) -> Row:
    """A member; the day of the invitation is not said again if it was the same for all, ``together``."""
    name = Span(sheet.called(member.who), "Strong")
    notes = sheet.join(
        sheet.say("must_be_there") if member.must_be_there else "",
        sheet.say("invited", day=sheet.day(member.invited_on)) if member.invited_on and member.invited_on != together else "",
        sheet.say("left_team", day=sheet.day(member.left_on)) if member.left_on else "",
    )
    part = part_of(sheet, member.who)
    role = part if member.role_on_team in part else sheet.join(member.role_on_team, part)
    return ((name,), tuple(filter(None, (role, notes))), (kind_of(sheet, member.who),))
