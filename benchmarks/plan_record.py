"""The record of which plans are made for the numbers of the Word file."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Outcome, Strategy, Strength, Task
from teammeet.model.sharing import Agreement
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Item, Words

TODAY: Final = date(2031, 5, 14)


def family() -> Family:
    """Ten needs, twenty outcomes, thirty strategies, sixty tasks, fifteen members of the team."""
    supports = [Support(id=f"s{n}", name=f"Helper {n}", role="mentor", kind="natural") for n in range(12)]
    people = [Person(id=f"p{n}", used_name=f"Person {n}", role="daughter", enrolled=n == 0) for n in range(3)]
    header = Header(
        id="bench", name="The Delgado-Ruiz family", vision=Words(text="We want to eat together and laugh.", verbatim=True)
    )
    meeting = Meeting(id="meeting", on=TODAY, place="Library, room 2")
    items: list[Item] = [*supports, *people, meeting]
    for who in (*(support.id for support in supports), *(person.id for person in people)):
        items.append(TeamMember(who=who, role_on_team="team member"))
        items.append(Attendance(meeting="meeting", who=who, how="room"))
        items.append(Agreement(who=who, meeting="meeting", degree=4))
        items.append(Strength(id=f"strength-{who}", words=Words(text="Keeps showing up, every week."), whose=(who,)))
    return Family(header=header).with_edits(map(put, (*items, *_needs())))


def _needs() -> Iterator[Item]:
    for n in range(10):
        yield Need(id=f"n{n}", words=Words(text=f"Need {n}: to know that the adults will stay."), rank=n + 1, domain="family")
    for n in range(20):
        words = Words(text=f"Both say that it gets better on 4 of 7 days ({n}).")
        yield Outcome(id=f"o{n}", words=words, needs=(f"n{n // 2}",), baseline="2 days", target="4 days", due=TODAY)
    for n in range(30):
        words = Words(text=f"Build on the love of drumming: one small success a day ({n}).")
        yield Strategy(id=f"t{n}", words=words, needs=(f"n{n // 3}",), leans_on=("strength-p0",), carried_by=("p1",))
    for n in range(60):
        words, due = Words(text=f"Call the coach and tell the team how it went ({n})."), TODAY + timedelta(days=n)
        yield Task(words=words, owners=(f"s{n % 12}",), strategy=f"t{n // 2}", due=due, consent="agreed")
