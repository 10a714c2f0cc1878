"""An hour's meeting as it is typed: seven people, twelve strengths, four needs, eight outcomes, twenty ideas, fifteen tasks.

The family is invented. A line is what is typed before Enter; a key goes elsewhere.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """What is typed at one step of the first meeting: the step's place, keys that turn the line to ``mode``, the lines."""

    step: str
    mode: str
    keys: tuple[str, ...]
    lines: tuple[str, ...]


PEOPLE: Final = (
    "Nadia Brook, mother",
    "Sam Brook, youth",
    "Opa Klaus, grandfather",
    "Mrs. Finch, neighbor",
    "Coach Lee, coach",
    "Ms. Adeyemi, therapist, Hillside Clinic",
    "Mr. Porter, teacher, Lake School",
)
STRENGTHS: Final = (
    "SB: draws whole comics when the house is quiet",
    "SB: swims every Tuesday, even in the rain",
    "SB: explains games to smaller children so that they get it",
    "NB: never misses a school meeting",
    "NB: knows what calms Sam within a minute",
    "NB: cooks for three families on Sundays",
    "Opa Klaus repairs radios with Sam in the cellar",
    "Opa Klaus tells the same story until everybody laughs",
    "Mrs. Finch keeps a light on for Sam after practice",
    "Coach Lee: picks Sam up when the bus is late",
    "The family eats together on Fridays, whatever happens",
    "Sam’s cousin writes to him every week",
)
NEEDS: Final = (
    "Sam needs to know who is home when he comes in at night",
    "Nadia needs one evening in the week that is hers",
    "Sam needs to be sure that a bad day at school stays a bad day",
    "The family needs to know what happens with the flat in May",
)
OUTCOMES: Final = (
    "Sam comes in by nine on five nights of seven",
    "Sam says at breakfast who will be home that night",
    "Nadia is out of the house on one evening a week",
    "Nadia sleeps six hours on four nights of seven",
    "Sam is in class four mornings of five",
    "Sam tells one grown-up at school when it gets too loud",
    "The family has the answer about the flat on paper",
    "The rent is paid before anybody has to ask",
)
IDEAS: Final = tuple(
    f"Idea {number}: {words}"
    for number, words in enumerate(
        (
            "a calendar on the fridge with faces",
            "Opa sleeps over on Wednesdays",
            "Sam has his own key on a red string",
            "a text at eight, always the same word",
            "Mrs. Finch and Nadia swap Thursdays",
            "the pool opens its door an hour longer",
            "Coach Lee drives both boys",
            "a corner in the library that is Sam’s",
            "Sam draws the day instead of telling it",
            "a card that says: I need ten minutes",
            "the clinic calls on Mondays, not in class",
            "two neighbors go along to the housing office",
            "the parish keeps a fund for the gap",
            "Friday supper moves to Opa’s",
            "a radio club in the cellar",
            "Sam helps the small ones swim",
            "the school sends the plan home on Fridays",
            "a list of who can come at night",
            "bus money in the blue tin",
            "somebody asks the cousin to visit",
        ),
        start=1,
    )
)
TASKS: Final = tuple(
    f"{words} {who} {when}"
    for words, who, when in (
        ("hang up the calendar", "@Nadia", "by Friday"),
        ("have the key cut", "@Opa", "by tomorrow"),
        ("ask the pool about Tuesdays", "@Coach", "in two weeks"),
        ("write the eight o’clock word down", "@Sam", "by Friday"),
        ("find out who decides about the flat", "@Adeyemi", "in 10 days"),
        ("swap Thursdays for one month", "@Finch", "next Tuesday"),
        ("print the ten-minute card", "@Porter", "by Friday"),
        ("move the Monday call", "@Adeyemi", "in two weeks"),
        ("ask the parish about the fund", "@Finch", "in two weeks"),
        ("clear a shelf in the cellar", "@Opa", "by Friday"),
        ("tell the library about the corner", "@Nadia", "in two weeks"),
        ("write to the cousin", "@Sam", "by Friday"),
        ("send the plan home", "@Porter", "by Friday"),
        ("make the list for the nights", "@Nadia", "tomorrow"),
        ("count the bus money", "@Sam", "tomorrow"),
    )
)
PARTS: Final = (
    Part("1 Welcome", "Who is here", (), PEOPLE),
    Part("3 What's going well", "Strength", ("NPage", "NPage"), STRENGTHS),
    Part("4 What we need", "Need", ("NPage",), NEEDS),
    Part("5 What will be different", "Outcome", ("NPage",), OUTCOMES),
    Part("6 Ideas", "Idea", ("NPage",), IDEAS),
    Part("6 Ideas", "Task", ("F3", "F3"), TASKS),
)
ALL: Final = tuple(line for part in PARTS for line in part.lines)
