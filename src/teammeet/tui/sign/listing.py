"""The list of the signing: each person with what they said and how they signed, as far as those who look may see it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from teammeet.model.meetings import Meeting
from teammeet.model.sharing import Agreement, Signature
from teammeet.practice.groups import Group, group_of
from teammeet.practice.outstanding import Awaited
from teammeet.practice.signers import is_welcome_to_sign, minors_without_anybody_deciding
from teammeet.practice.statement import names_in_words
from teammeet.tui.meeting.called import called
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.scene import Row
from teammeet.tui.sign.facts import degree_is_seen, said_of_the_plan, signature_of, signers, still_to_come, words_are_seen
from teammeet.tui.sign.scene import AWAITED, SignScene

HIDDEN: Final = "✓"
"""Stands for a degree that was said, but is not for everybody who looks."""


def rows(scene: SignScene) -> tuple[Row, ...]:
    """Each person with the degree, a dissent, how they signed, a copy; then what is outstanding; then the signed editions."""
    shown: list[Row] = []
    last: Group | None = None
    asked = signers(scene.seen, scene.meeting)
    if not asked:
        shown.append(Row("nobody", scene.say("nobody"), heading=True))
    for who in asked:
        group = group_of(scene.family, who)
        if group != last:
            shown.append(Row(f"group:{group}", scene.say(f"group.{group}"), heading=True))
            last = group
        shown.append(_row(scene, who))
    shown += still_to_come_rows(scene)
    editions = sorted(scene.family.editions, key=lambda edition: -edition.number)
    if editions:
        shown.append(Row("editions", scene.say("heading.editions"), heading=True))
    for edition in editions:
        day = day_words(edition.fixed_at.astimezone(scene.now.tzinfo).date(), scene.language, scene.today)
        shown.append(Row(edition.id, scene.say("edition", number=edition.number), "§", day, level=1, item=edition.id))
    return tuple(shown)


def _row(scene: SignScene, who: str) -> Row:
    said = said_of_the_plan(scene, who)
    how_far = said[-1]
    degree = str(how_far.degree) if degree_is_seen(scene, how_far) else HIDDEN if how_far.degree else "·"
    mark = f"{scene.tags.tag(who):<4}{degree}"
    told = (*_told_of_the_plan(scene, said), *_told(scene, who))
    return Row(who, called(scene.family, who), mark, " · ".join(told), level=1, item=who)


def _told_of_the_plan(scene: SignScene, said: tuple[Agreement, ...]) -> Iterator[str]:
    """What somebody said of it, the newest first; only the oldest may have a degree."""
    how_far, seen = said[-1], [held for held in said if words_are_seen(scene, held)]
    if degree_is_seen(scene, how_far):
        yield _said_when(scene, how_far)
    if seen:
        yield scene.say("said.dissent")
    if any(held.dissent.text for held in said if held not in seen) or (how_far.degree and not degree_is_seen(scene, how_far)):
        yield scene.say_agree("said.privately" if scene.seen is scene.family else "said.not-shown")
    wanted = next((held.not_yet_until for held in said if held.not_yet_until is not None), None)
    if wanted is not None:
        yield scene.say("said.not-yet", day=day_words(wanted, scene.language, scene.today))


def _told(scene: SignScene, who: str) -> Iterator[str]:
    """How somebody signed the last edition, and which copy they have."""
    last = scene.family.last_edition
    signature = signature_of(scene.family, who, last.number) if last else None
    if signature is not None and last is not None:
        way = _way(scene, signature)
        yield way if scene.edition else scene.say("said.for-edition", how=way, number=last.number)
    elif is_welcome_to_sign(scene.family, who, scene.today):
        yield scene.say("said.may-sign")
    yield from _copy(scene, who)


def _said_when(scene: SignScene, agreement: Agreement) -> str:
    """The degree in words; with the day on which it was said where that is not today, for a plan may have changed since."""
    said = scene.term(f"degree.{agreement.degree}")
    meeting = scene.family.get(agreement.meeting) if agreement.meeting else None
    day = meeting.on if isinstance(meeting, Meeting) else agreement.said_on
    if day is None or day == scene.today:
        return said
    return scene.say("said.on-day", said=said, day=day_words(day, scene.language, scene.today))


def _copy(scene: SignScene, who: str) -> Iterator[str]:
    """Of which plan they have a copy, else since when: it may be an older one than that which is signed now."""
    given = [copy for copy in scene.family.copies if copy.to == who and copy.given_on is not None]
    if not given:
        return
    last = max(given, key=lambda copy: (copy.edition or 0, copy.given_on or date.min))
    if last.edition is not None:
        yield scene.say("said.has-copy-of", number=last.edition)
    elif last.given_on is not None and last.given_on != scene.today:
        yield scene.say("said.has-copy-on", day=day_words(last.given_on, scene.language, scene.today))
    else:
        yield scene.say("said.has-copy")


def _way(scene: SignScene, signature: Signature) -> str:
    """How it was signed, with the name that was typed, so that one on the wrong line is noticed; for whom; the page."""
    way = scene.term(f"signature_method.{signature.method}")
    seen = scene.seen.get(signature.id)
    if not isinstance(seen, Signature):
        return way
    name = seen.typed_name or (seen.witness if seen.method == "verbal" else "")
    return ", ".join((f"{way}: {name}" if name else way, *_of_the_page(scene, seen)))


def _of_the_page(scene: SignScene, seen: Signature) -> Iterator[str]:
    if seen.gives == "assent":
        yield scene.told("told.assent")
    if seen.signed_for:
        yield scene.told("told.for", names=names_in_words(scene.seen.labels(seen.signed_for), scene.language))
    if seen.witness and seen.method != "verbal":
        yield scene.told("told.witness", name=seen.witness)
    if seen.interpreter:
        yield scene.told("told.interpreter", name=seen.interpreter)
    if seen.expected_by and seen.is_outstanding:
        yield scene.told("told.back-by", day=day_words(seen.expected_by, scene.language, scene.today))
    if seen.received_on and seen.method == "ink":
        yield scene.told("told.received", day=day_words(seen.received_on, scene.language, scene.today))
    if seen.received_by:
        yield scene.told("told.received-by", name=seen.received_by)
    if seen.scan_digest:
        yield scene.told("told.scan")


def still_to_come_rows(scene: SignScene) -> list[Row]:
    """What is outstanding, with its days: what is due first stands first."""
    waits = still_to_come(scene)
    if not waits:
        return []
    last = scene.family.last_edition
    of_which = scene.told("heading.awaited-of", number=last.number) if last is not None and scene.edition is None else ""
    rows = [Row("awaited", of_which or scene.told("heading.awaited"), detail=str(len(waits)), heading=True)]
    for number, one in enumerate(waits):
        mark = "!" if one.is_late(scene.today) else "○"
        row = f"{AWAITED}{one.who}:{number}"
        rows.append(Row(row, awaited_in_words(scene, one), mark, " · ".join(_days(scene, one)), level=1, item=one.who))
    return rows


def awaited_in_words(scene: SignScene, one: Awaited) -> str:
    """What is still to come, from whom or for whom."""
    name = scene.seen.label(one.who) or one.name or scene.told("awaited.somebody")
    return scene.told(f"awaited.{one.what}", name=name)


def _days(scene: SignScene, one: Awaited) -> Iterator[str]:
    if one.method is not None and one.what == "signature":
        yield scene.term(f"signature_method.{one.method}")
    if one.what == "consent" and one.who in minors_without_anybody_deciding(scene.family, scene.today):
        yield scene.told("awaited.nobody-decides")
    if one.by is not None:
        yield scene.told("awaited.by", day=day_words(one.by, scene.language, scene.today))
    if one.since is not None:
        yield scene.told("awaited.since", day=day_words(one.since, scene.language, scene.today))
    if one.is_late(scene.today):
        yield scene.told("awaited.late")
