"""The record as it stood: by the journal at any moment, as it was signed, and which moments there are."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.desk.looking_back import Moment, moments
from teammeet.model.family import Family, drop, put
from teammeet.model.meetings import Meeting
from teammeet.model.supports import Support
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

START = datetime(2026, 1, 5, 17, 0, tzinfo=UTC)
WORDS = "plum otter lamp river cedar moss"


class SlowClock:
    """Each look is an hour later."""

    def __init__(self) -> None:
        self.hours = 0

    def __call__(self) -> datetime:
        self.hours += 1
        return at(self.hours)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = Vault.create(tmp_path / "families.vault", WORDS)
    vault.journal._clock = SlowClock()
    yield vault
    vault.close()


@pytest.fixture
def desk(vault: Vault) -> Desk:
    return Desk(vault)


def names(family: Family | None) -> list[str] | None:
    return [support.name for support in family.supports] if family else None


def test_the_family_stands_as_it_did_at_any_moment(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    aunt, club = Support(name="Aunt Lotte"), Support(name="Chess club")
    desk.change(family_id, [put(aunt)])
    desk.change(family_id, [put(club), put(aunt.changed(status="ended"))])
    desk.change(family_id, [drop(aunt)])
    stood = [names(desk.as_it_stood(family_id, at(hours))) for hours in (0.5, 1, 2.5, 3, 4)]
    assert stood == [None, [], ["Aunt Lotte"], ["Aunt Lotte", "Chess club"], ["Chess club"]]
    assert desk.began(family_id) == at(1)
    assert desk.began("nobody") is None
    assert desk.as_it_stood("nobody", at(9)) is None
    assert desk.gone(family_id) == (aunt.changed(status="ended"),)


def test_what_was_withheld_since_is_not_in_it_and_breaks_nothing(desk: Desk, vault: Vault) -> None:
    family = desk.start_family("The Ash family")
    aunt, club = Support(name="Aunt Lotte"), Support(name="Chess club")
    desk.change(family.header.id, [put(aunt), put(club)])
    desk.change(family.header.id, [drop(aunt)])
    vault.journal.withhold(family.header.id, 2)
    assert names(desk.as_it_stood(family.header.id, at(2))) == ["Chess club"]
    assert desk.gone(family.header.id) == ()
    vault.journal.change(family.header.id, 4, [Entry("header", family.header.id, '{"id":"x"}')], "somebody")
    vault.journal.withhold(family.header.id, 1)
    assert desk.as_it_stood(family.header.id, at(2)) is None


def test_moments_are_editions_held_meetings_the_beginning_and_now() -> None:
    """A meeting with an edition is that edition's; one from before the record began, or not yet ended, has none of its own."""
    held: dict[str, Any] = {"started_at": at(0), "on": date(2026, 1, 5)}
    family = demo.family(date(2026, 3, 2))
    signed = family.editions[0]
    meetings = (
        *family.meetings,
        Meeting(id="before", ended_at=at(-50), **held),
        Meeting(id="after", ended_at=at(2000), **held),
        Meeting(id="open", **held),
    )
    record = Family.model_construct(**{**dict(family), "meetings": meetings})
    assert moments(record, record, at(1900), at(2400)) == (
        Moment("edition", signed.fixed_at, 1, "me-1"),
        Moment("began", at(1900)),
        Moment("meeting", at(2000), meeting="after"),
        Moment("now", at(2400)),
    )
    assert moments(record, record, None, at(2400))[-1] == Moment("now", at(2400))


def test_an_edition_is_looked_back_to_also_in_a_family_that_was_imported(desk: Desk) -> None:
    told = demo.family(date(2026, 3, 2))
    family = desk.accept(Incoming(told, True, tuple(put(item) for item in told.items())))
    signed = next(each for each in moments(family, family, None, at(9)) if each.kind == "edition")
    then = desk.at_moment(family, signed)
    assert then is not None
    assert "pantry" not in {support.id for support in then.supports}
    assert desk.at_moment(family, Moment("now", at(9))) is family
    assert desk.at_moment(family, Moment("began", at(1))) == family
    assert desk.at_moment(family, Moment("edition", at(1), number=7)) is None
