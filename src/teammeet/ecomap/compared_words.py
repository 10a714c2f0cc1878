"""What became of a map, in words: one entry a support, member or home, for a screen, a file, or a phone call."""

from collections.abc import Iterator, Sequence
from datetime import date

from teammeet.ecomap.compared import CAME, CHANGED, FACTS, WENT, Comparison, Difference, ThingChange, TieChange
from teammeet.ecomap.compared_claims import Voice, moves
from teammeet.ecomap.graph import Claim, Home, Member, Support
from teammeet.ecomap.seating import domain_name
from teammeet.messages import count, text


def moment_words(kind: str, day: date, language: str, number: int = 0) -> str:
    """A moment in words: ``edition`` (with its ``number``), ``meeting``, ``began``, ``day``, ``now``."""
    month = text(f"word.month.{day.month}", language)
    said = text("word.date", language, month=month, day=day.day, year=day.year)
    return text(f"change.moment.{kind}", language, day=said, number=number)


def heading(language: str, since: str, until: str) -> str:
    """Which two moments are compared."""
    return text("change.heading", language, since=since, until=until)


def summary(comparison: Comparison, language: str = "en") -> str:
    """How many came, went and changed, in one sentence."""
    counts = [
        count(f"change.count.{what}", number, language) for what in (CAME, WENT, CHANGED) if (number := comparison.count(what))
    ]
    return text("change.summary", language, counts=", ".join(counts)) if counts else text("change.nothing", language)


def entries(comparison: Comparison, language: str = "en") -> tuple[str, ...]:
    """What became of each support, then of members and homes: "Aunt Lotte: closer (was tenuous, now strong)"."""
    return tuple(_entry(thing, comparison, language) for thing in comparison.told)


def as_text(comparison: Comparison, language: str = "en", *, since: str, until: str) -> str:
    """Which moments are compared, the summary, and all entries, as plain lines."""
    lines = [heading(language, since, until), summary(comparison, language)]
    return "\n".join([*lines, "", *(f"- {entry}" for entry in entries(comparison, language))]).strip()


def _entry(thing: ThingChange, comparison: Comparison, language: str) -> str:
    parts = [*_whole(thing, comparison, language)]
    of_the_map = [difference for difference in thing.differences if difference.what not in FACTS]
    parts += [_difference(difference, thing, comparison, language) for difference in of_the_map]
    if thing.change == CHANGED:
        parts += [_tie(tie, thing, comparison, language) for tie in thing.ties]
    beside = [difference for difference in thing.differences if difference.what in FACTS]
    parts += [_difference(difference, thing, comparison, language) for difference in beside]
    return text("change.entry", language, name=_name(thing.thing.id, comparison, language), what="; ".join(parts))


def _whole(thing: ThingChange, comparison: Comparison, language: str) -> Iterator[str]:
    """Whether it came or went, and with which ties it came."""
    if thing.change == CHANGED:
        return
    status = thing.thing.status if isinstance(thing.thing, Support) else "active"
    form = f"{thing.change}-{status}" if thing.change == CAME and status != "active" else thing.change
    yield text(f"change.{_sort(thing)}.{form}", language)
    if thing.change == CAME:
        for tie in thing.ties:
            kinds = "; ".join(_claim_words(voice.now, tie, language) for voice in tie.voices if voice.now)
            yield text("change.tie.with", language, name=_name(_other(tie, thing), comparison, language), said=kinds).rstrip(
                ": "
            )


def _claim_words(claim: Claim, tie: TieChange, language: str) -> str:
    said = _said(claim, language)
    several = len(tie.voices) > 1 and claim.said_by
    return text("change.voice.by", language, said=said, who=", ".join(claim.said_by)) if several else said


def _said(claim: Claim, language: str) -> str:
    """The kinds of a tie, and where its energy goes."""
    flow = text(f"change.energy.{claim.flow}", language)
    return ", ".join(part for part in (_kinds(claim.kinds, language), flow) if part)


def _sort(thing: ThingChange) -> str:
    return {Support: "support", Member: "member", Home: "home"}[type(thing.thing)]


def _other(tie: TieChange, thing: ThingChange) -> str:
    return tie.tie.support if tie.tie.to == thing.thing.id else tie.tie.to


def _name(thing_id: str, comparison: Comparison, language: str) -> str:
    """What something is called now; where it went, what it was called."""
    for graph in (comparison.after, comparison.before):
        for thing in graph.things:
            if thing.id == thing_id:
                sort = "home" if isinstance(thing, Home) else "support"
                return thing.name or text(f"ecomap.unnamed.{sort}", language)
    return text("ecomap.unnamed.no-home", language)


def _difference(difference: Difference, thing: ThingChange, comparison: Comparison, language: str) -> str:
    """One field in words; a status, a life and a home say by themselves what they were."""
    what, was, now = difference.what, difference.was, difference.now
    if what in ("status", "life"):
        return text(f"change.{what}.{now}", language)
    if what in ("home", "also_in"):
        homes = ", ".join(_name(home, comparison, language) for home in now.split())
        return text(f"change.lives.{what if homes else 'one-home'}", language, now=homes)
    if what == "kind":
        room = "home" if isinstance(thing.thing, Home) else "kind"
        was, now = (text(f"ecomap.{room}.{kind}", language) for kind in (was, now))
    elif what == "domain":
        was, now = (domain_name(domain, language) if domain else "" for domain in (was, now))
    form = "came" if now and not was else "went" if was and not now else "changed"
    return text(f"change.{what}.{form}", language, was=was, now=now)


def _tie(tie: TieChange, thing: ThingChange, comparison: Comparison, language: str) -> str:
    """What became of a tie; which tie, where there are several."""
    name = _name(_other(tie, thing), comparison, language)
    if tie.change == WENT:
        said = text("change.tie.went", language, name=name)
    else:
        several = len(tie.voices) > 1 or any(voice.was is None or voice.now is None for voice in tie.voices)
        voices = [_voice(voice, name, several, language) for voice in tie.voices]
        told = "; ".join(voice for voice in voices if voice)
        if tie.change == CAME:
            said = text("change.tie.came", language, name=name, said=told).rstrip(": ")
        else:
            said = text("change.tie.with", language, name=name, said=told) if thing.tie_count > 1 else told
    return text("ecomap.words.by", language, person=tie.tie.by, tie=said) if tie.tie.by else said


def _voice(voice: Voice, name: str, several: bool, language: str) -> str:
    """What one person says otherwise; where several speak, each is followed by who they are."""
    if voice.now is None:
        said = text("change.voice.went", language, kinds=_kinds(voice.was.kinds if voice.was else (), language))
    elif voice.was is None:
        said = _said(voice.now, language)
    else:
        said = "; ".join(_moved(voice.was, voice.now, name, language)) or text(
            "change.voice.same", language, kinds=_kinds(voice.now.kinds, language)
        )
    return text("change.voice.by", language, said=said, who=voice.who) if several and voice.who else said


def _moved(was: Claim, now: Claim, name: str, language: str) -> Iterator[str]:
    if set(was.kinds) != set(now.kinds):
        moved = [text(f"change.moved.{word}", language) for word in moves(was.kinds, now.kinds)]
        form = "came" if not was.kinds else "went" if not now.kinds else "changed"
        kinds = {"was": _kinds(was.kinds, language), "now": _kinds(now.kinds, language)}
        if moved:
            yield text("change.kinds.moved", language, moved=text("ecomap.words.and", language).join(moved), **kinds)
        else:
            yield text(f"change.kinds.{form}", language, **kinds)
    if was.flow != now.flow and not (now.flow == "none" and "cut_off" in now.kinds):
        yield text(f"change.flow.{now.flow}", language, name=name)


def _kinds(kinds: Sequence[str], language: str) -> str:
    words = [text(f"ecomap.tie.{kind}", language) for kind in kinds]
    return text("ecomap.words.and", language).join(words) or text("ecomap.tie.unsaid", language)
