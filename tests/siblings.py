"""Two youths of one family, each with a school, a doctor and a court of their own; the one's every text is a mark."""

from typing import Any, Final

from tests.word.records import BEFORE, full

from teammeet.model.family import Family, put
from teammeet.model.people import Household, Mandate, Person
from teammeet.model.plan import Need, Outcome, Reading, Strategy, Strength, Task
from teammeet.model.sharing import Release
from teammeet.model.supports import Support, Tie
from teammeet.model.values import Item, Words

COPIES: Final = ("school:hill:tyrone", "primary-care:clinic:tyrone", "court:bench:tyrone", "child-welfare:office:tyrone")
"""The copies about Tyrone, whose own words all begin with ``Own``."""
SIBLING: Final = "people-1"
TOLD: Final = ("header.agency", "header.facilitator")
"""What a copy says of the family as a whole."""


def said(words: str) -> Words:
    return Words(text=words)


def of_tyrone() -> tuple[Item, ...]:
    """What Tyrone's school may know, each item with words of his own."""
    return (
        Person(id="tyrone", used_name="Tyrone", role="son", enrolled=True, households=("home",)),
        Person(id="mom", used_name="Ama", role="mother", households=("home",)),
        Household(id="home", name="Own home"),
        Support(id="hill", name="Hill School", kind="formal", service="school", serves=("tyrone",)),
        Support(id="clinic", name="Dr. Wen", kind="formal", service="primary_care", serves=("tyrone",)),
        Support(id="bench", name="Judge Ames", kind="formal", service="court", serves=("tyrone",)),
        Support(id="office", name="County office", kind="formal", service="child_welfare", serves=("tyrone",)),
        Person(id="aide", used_name="Mx. Vale", role="aide", support="hill"),
        Tie(id="tie", support="hill", to="tyrone"),
        Strength(id="strength", words=said("Own strength"), whose=("tyrone",)),
        Need(id="need", words=said("Own need"), whose=("tyrone",), rank=2),
        Need(id="both", words=said("Own need of both"), whose=("tyrone", SIBLING), rank=3),
        Outcome(id="outcome", words=said("Own outcome"), needs=("need",), monitored_by=("aide", SIBLING)),
        Reading(id="reading", outcome="outcome", on=BEFORE, value="Own reading", by="aide"),
        Strategy(id="strategy", words=said("Own strategy"), needs=("need", "needs-1"), carried_by=("aide", "clinic", SIBLING)),
        Task(id="task", words=said("Own task with Ama"), strategy="strategy", owners=("aide", "bench", "clinic", "mom")),
        Task(id="task-of-office", words=said("Own task of both"), need="both", owners=("office", SIBLING)),
        Mandate(id="mandate", words=said("Own mandate"), of=("tyrone",)),
        Release(id="release", records=("school",), record_of="tyrone", to=("hill",), signed_on=BEFORE),
        Need(id="opened", words=said("Own record"), whose=("tyrone",), record="school", record_of="tyrone"),
        Task(id="task-opened", words=said("Own task on the record"), need="opened", owners=("hill",)),
    )


def of_both(sibling: str) -> tuple[Item, ...]:
    """Items of Tyrone's that name the sibling, or say in other words that there is one."""
    name = f"{sibling}'s"
    return (
        Strength(id="named-strength", words=said("Plays"), setting=f"In {name} room", whose=("tyrone",)),
        Need(id="named-need", words=said("Quiet"), whose=("tyrone",), domain=f"{sibling.lower()}-days"),
        Task(id="named-task", words=said(f"Ask {sibling} too"), need="need", owners=("aide", "clinic", "bench")),
        Task(id="kin-task", words=said("Ask his little Sister too"), need="need", owners=("aide", "clinic", "bench")),
        Task(id="said-task", words=said("Call"), due_said=f"before {name} day", need="need", owners=("aide", "bench")),
        Mandate(id="named-mandate", words=said("Report"), said_by=f"The court of {sibling}", of=("tyrone",)),
    )


def siblings(**of_sibling: Any) -> tuple[Family, dict[str, str]]:
    """The family, and the marks that stand in what is the sibling's, with their places."""
    family, marks = full()
    family = family.with_edits([put(item.changed(taken_back=False)) for item in family.items()])
    sister = next(person for person in family.people if person.id == SIBLING)
    sister = sister.changed(**({"enrolled": True} | of_sibling))
    theirs = next(support for support in family.supports if support.id == "supports-1")
    mine = (sister, theirs.changed(service="school", serves=(SIBLING,), status="active"))
    tie = Tie(id="tie-of-sibling", support=theirs.id, to=SIBLING)
    family = family.with_edits([put(item) for item in (*mine, tie, *of_tyrone(), *of_both(sister.used_name))])
    return family, {mark: place for mark, place in marks.items() if place not in TOLD}
