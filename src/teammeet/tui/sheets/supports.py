"""Supports by kind and part of life, each with its people and ties, and with who says what of a tie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from teammeet.model.domains import domain_order
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.forms.typed import domain_name
from teammeet.tui.sheets.row import Look, Row, joined

KINDS = ("supports", "ties", "people")
"""What can be added here."""
_ORDER: Final = ("natural", "peer", "community", "formal")
_STATUS_MARKS: Final = {"active": "•", "possible": "?", "ended": "–"}


def rows(look: Look) -> Iterator[Row]:
    """Natural supports first, formal ones last; ended ones at the end of their kind."""
    for kind in _ORDER:
        held = [support for support in look.family.supports if support.kind == kind]
        yield Row(f"kind:{kind}", look.term(f"support_kind.{kind}"), detail=str(len(held) or ""), heading=True, kind="supports")
        for support in sorted(held, key=lambda one: (one.status == "ended", domain_order(one.domain))):
            yield from _support(look, support)
    own = {one.id for one in (*look.family.supports, *look.family.people) if not getattr(one, "in_family", False)}
    for tie in look.family.ties:
        if tie.support not in own:
            yield from _tie(look, tie, 1)


def _support(look: Look, support: Support) -> Iterator[Row]:
    yield look.row(
        support,
        _STATUS_MARKS[support.status],
        domain_name(support.domain, look.language),
        support.role if support.name else "",
        support.organisation if support.name or support.role else "",
        look.term(f"support_status.{support.status}") if support.status != "active" else "",
        _helpfulness(look, support),
    )
    people = [person for person in look.family.people if person.support == support.id]
    for tie in look.family.ties:
        if tie.support == support.id:
            yield from _tie(look, tie, 2)
    for person in people:
        yield look.row(person, "·", person.role, level=2)
        for tie in look.family.ties:
            if tie.support == person.id:
                yield from _tie(look, tie, 3)


def _helpfulness(look: Look, support: Support) -> str:
    helpful = support.helpfulness
    if helpful is None:
        return ""
    score = look.say("helps", number=helpful.score) if helpful.score is not None else ""
    return joined((score, f"“{helpful.words}”" if helpful.words else ""))


def _tie(look: Look, tie: Tie, level: int) -> Iterator[Row]:
    """One claim stands on the tie's own line; when two people say something, each has a line below."""
    to = look.say("tie-to", name=look.name(tie.to))
    if len(tie.claims) == 1:
        yield Row(tie.id, to, "→", _claim(look, tie.claims[0]), level, item=tie.id)
        return
    yield Row(tie.id, to, "→", "" if tie.claims else look.term("tie_kind.unsaid"), level, item=tie.id)
    for number, claim in enumerate(tie.claims):
        yield Row(f"claim/{tie.id}/{number}", _claim(look, claim), "“", "", level + 1, item=tie.id, field="claims")


def _claim(look: Look, claim: Claim) -> str:
    kinds = ", ".join(look.term(f"tie_kind.{kind}") for kind in claim.kinds) or look.term("tie_kind.unsaid")
    by = look.say("says", name=look.name(claim.said_by)) if claim.said_by else ""
    flow = look.term(f"flow.{claim.flow}") if claim.flow != "none" else ""
    return joined((f"{by} {kinds}".strip(), flow, look.day(claim.said_on)))
