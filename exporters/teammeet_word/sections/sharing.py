"""Who gets a copy, which releases are in force, what this copy leaves out, and when the team meets again."""

from collections.abc import Iterator

from teammeet.messages import text
from teammeet.model.sharing import Copy, Release
from teammeet_word.markup import Row, Span, paragraph
from teammeet_word.sections.meetings import meeting_lines, who_took_part
from teammeet_word.sheet import Sheet


def distribution(sheet: Sheet) -> Iterator[str]:
    """Who got a copy, when and how; and the releases that say what may be shared."""
    if sheet.view.copies:
        yield sheet.heading(1, sheet.say("heading.distribution"))
        rows = [_copy_row(sheet, copy) for copy in sheet.view.copies]
        columns = (("to", 3), ("what", 2.4), ("how", 2), ("when", 2.6))
        yield sheet.table(sheet.say("heading.distribution"), columns, rows)
    if sheet.view.releases:
        yield sheet.heading(1, sheet.say("heading.releases"))
        for release in sheet.view.releases:
            yield from _release(sheet, release)


def next_meeting(sheet: Sheet) -> Iterator[str]:
    """When and where the team meets again."""
    if sheet.to_come:
        yield sheet.heading(1, sheet.say("heading.next_meeting"))
    for number, meeting in enumerate(sheet.to_come):
        first, *others = meeting_lines(sheet, meeting)
        yield paragraph(Span(first, "" if number else "Strong"), keep_next=bool(others))
        yield paragraph(sheet.join(*others)) if others else ""
        yield sheet.bullets(tuple(who_took_part(sheet, meeting)))


def notice(sheet: Sheet) -> Iterator[str]:
    """Which kinds of fact this copy leaves out by rule, whether the family has such facts or not."""
    if sheet.view.withheld:
        yield sheet.heading(2, sheet.say("heading.withheld"))
        yield paragraph(sheet.say("withheld_why"), "Quiet", keep_next=True)
        yield sheet.bullets(tuple(_not_here(sheet, kind) for kind in sheet.view.withheld))
    if sheet.view.part_two:
        yield from _part_two(sheet)


def _not_here(sheet: Sheet, kind: str) -> str:
    """A kind of fact that stands in no copy for such a reader ("Substance use record: not in this copy")."""
    name = sheet.word("withheld", kind)
    return text("copies.not-here", sheet.language, kind=name[:1].upper() + name[1:])


def _part_two(sheet: Sheet) -> Iterator[str]:
    """What goes with substance use records that somebody's consent opens: the rule's short statement, then what it means.

    The statement is the one of 42 CFR 2.32(a)(2); the rule asks for those very words.
    """
    yield sheet.heading(2, text("copies.part-two.heading", sheet.language))
    yield paragraph(sheet.say("part_two"), "OwnWords", keep_next=True)
    yield sheet.bullets(tuple(text(f"copies.part-two.{name}", sheet.language) for name in ("against", "on", "consent")))


def _copy_row(sheet: Sheet, copy: Copy) -> Row:
    name = ", ".join(part for part in dict.fromkeys((sheet.view.label(copy.to), copy.to_name)) if part)
    when = [
        sheet.say("given_on", day=sheet.short_day(copy.given_on)) if copy.given_on else "",
        sheet.say("owed_by", day=sheet.short_day(copy.owed_by)) if copy.owed_by and not copy.given_on else "",
    ]
    what = [sheet.word("copy_what", copy.what), sheet.say("of_plan", number=copy.edition) if copy.edition else ""]
    how = sheet.word("copy_how", copy.how)
    return ((name or sheet.say("somebody"),), tuple(filter(None, what)), (how,), tuple(filter(None, when)))


def _release(sheet: Sheet, release: Release) -> Iterator[str]:
    of = sheet.view.label(release.record_of)
    title = ", ".join(sheet.word("record_kind", record) for record in release.records) or sheet.say("release")
    yield paragraph((Span(title, "Strong"), f" ({of})" if of else ""), "ListBullet", keep_next=True)
    yield "".join(paragraph(line, "ListContinue") for line in _release_lines(sheet, release))


def _release_lines(sheet: Sheet, release: Release) -> Iterator[str]:
    to = sheet.names(release.to)
    says = (("discloser", release.discloser), ("released", release.what), ("to", to), ("purpose", release.purpose))
    yield from (sheet.say(f"release_{name}", said=said) for name, said in says if said)
    days = (("starts", release.starts_on), ("ends", release.ends_on), ("revoked", release.revoked_on))
    dates = sheet.join(*(sheet.say(f"release_{name}", day=sheet.day(day)) for name, day in days if day))
    yield from filter(None, (dates, sheet.say(f"law.{release.law}")))
    signed = sheet.join(release.signed_by, sheet.day(release.signed_on) if release.signed_on else "")
    yield from (sheet.say("release_signed", said=signed),) if signed else ()
