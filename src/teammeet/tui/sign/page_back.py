"""The signed page is here: whose it is, on which day it came, who saw it, and the fingerprint of a scan that is not kept."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import put
from teammeet.model.sharing import Signature
from teammeet.text import folded
from teammeet.tui.meeting.days import read_day
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, Tell
from teammeet.tui.sign.facts import page_without_note, silent
from teammeet.tui.sign.scan import ScanRefused, digest_of
from teammeet.tui.sign.scene import SignScene

_WEEK: Final = timedelta(days=7)
_HALF_A_YEAR: Final = timedelta(days=183)


def ask_page(scene: SignScene, who: str) -> Deed:
    """Whose page came back, of those that are out; one sheet may hold the signatures of all.

    Of the selected person it need not have been noted that it was out: a page may come unannounced, also after the plan
    has changed.
    """
    out = {held.who: held for held in pages_out(scene)}
    last = scene.family.last_edition
    if last is not None and who in silent(scene):
        out |= {who: page_without_note(scene, who, last.number)}
    if not out:
        return Tell(scene.told("why.no-page"))
    if tuple(out) == (who,):
        return _ask_day(scene, tuple(out.values()))
    first = sorted(out, key=lambda one: one != who)
    choices = tuple(Choice(one, scene.family.label(one)) for one in first)
    return AskPick(scene.told("ask.whose-page"), choices, lambda ids: _ask_day(scene, tuple(out[one] for one in ids)))


def pages_out(scene: SignScene) -> tuple[Signature, ...]:
    """What was signed by hand, or taken home, for the edition that was closed last, and did not come back yet."""
    last = scene.family.last_edition
    of_it = [held for held in scene.family.signatures if last is not None and held.edition == last.number]
    is_out = (held for held in of_it if held.page_is_awaited or (held.is_outstanding and held.method != "absent"))
    return tuple(held for held in is_out if scene.family.label(held.who))


def ask_seen_by(scene: SignScene, signed_by: tuple[str, ...], question: str, then: Callable[[str], Deed]) -> AskLine:
    """Who saw it: somebody else than who signed. Enter alone is the facilitator, where that is known."""
    usual = scene.family.header.facilitator

    def seen(line: str) -> Deed:
        known = scene.tags.who_begins(line or usual)
        if known in signed_by:
            return Tell(scene.say("told.own-witness"))
        return then(scene.family.label(known) if known else line or usual)

    asked = f"{question} {scene.told('ask.or-enter', name=usual)}" if usual else question
    return AskLine(asked, seen, may_be_blank=bool(usual))


def ask_scan(scene: SignScene, then: Callable[[str], Deed]) -> AskLine:
    """The path of a scan, whose SHA-256 goes to ``then``; it is empty where there is none."""

    def named(line: str) -> Deed:
        if not line:
            return then("")
        try:
            return then(digest_of(Path(line).expanduser()))
        except ScanRefused as refused:
            return Tell(scene.told(f"why.{refused.why}"))

    return AskLine(scene.told("ask.scan"), named, may_be_blank=True, is_path=True)


def past_day(said: str, today: date, language: str) -> date | None:
    """The day on which something came, as people say it: "yesterday", "Friday" for the last one, "Nov 20" without a year.

    A day that is to come is given as it is: whoever asks says that it cannot be.
    """
    words = folded(said).split()
    if words in ([folded(text("signed.words.yesterday", tongue))] for tongue in LANGUAGES):
        return today - timedelta(days=1)
    before = {word for tongue in LANGUAGES for word in text("signed.words.last", tongue).split()}
    day = read_day(" ".join(word for word in words if word not in before), today, language)
    if day is None or day <= today:
        return day
    if not any(letter.isdigit() for letter in said) and timedelta(days=1) < day - today <= _WEEK:
        return day - _WEEK
    return day.replace(year=day.year - 1) if day - today > _HALF_A_YEAR and (day.month, day.day) != (2, 29) else day


def _ask_day(scene: SignScene, held: tuple[Signature, ...]) -> AskLine:
    def said(line: str) -> Deed:
        day = past_day(line, scene.today, scene.language) if line else scene.today
        if day is None:
            return Tell(scene.told("why.no-such-day", said=line))
        if day > scene.today:
            return Tell(scene.told("why.later-day"))
        whos = tuple(one.who for one in held)
        came = tuple(one.changed(method="ink", saw_the_plan=True, received_on=day) for one in held)
        return ask_seen_by(scene, whos, scene.told("ask.who-saw"), lambda name: _ask_scan(scene, came, name))

    names = ", ".join(scene.family.label(one.who) for one in held)
    return AskLine(scene.told("ask.day-back", names=names), said, may_be_blank=True)


def _ask_scan(scene: SignScene, came: tuple[Signature, ...], seen_by: str) -> AskLine:
    def kept(digest: str) -> Deed:
        edits = tuple(put(one.changed(received_by=seen_by, scan_digest=digest)) for one in came)
        names = ", ".join(scene.family.label(one.who) for one in came)
        return Keep(edits, came[0].who, said=scene.told("why.page-kept", names=names))

    return ask_scan(scene, kept)
