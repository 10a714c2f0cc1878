"""A whole first meeting as a script of lines: seven people, from the welcome to the Word file."""

from typing import Final

WELCOME: Final = (
    "Ana Diaz, mother",
    "Leo Diaz, youth",
    "Nana Rosa, grandmother",
    "Marcus Hill, coach",
    "Pat Lane, parent partner",
    "Ms. Ito, teacher, Lincoln School",
    "Dr. Sen, therapist",
    "/add rule",
    "One person talks at a time",
    "/next",
    "/add vision",
    "We eat supper together again",
    "/add mission",
    "Leo stays home and in school",
)
STRENGTHS: Final = (
    "/step 3",
    "Leo: fixes bikes with anybody who asks",
    "Ana: knows every bus driver by name",
    "/add who",
    "/add strength",
)
NEEDS: Final = (
    "/next",
    "! hits the wall at night",
    "Leo: needs a calm place to sleep",
    "Ana: needs to know who will answer at night",
    "Leo: needs a friend at school",
    "/select friend",
    "/1",
    "/select calm",
    "/do worry behind it",
    "1",
    "/select answer",
    "/move up",
)
OUTCOMES: Final = (
    "/next",
    "/select friend",
    "Leo eats lunch with somebody 3 days a week by June 1",
    "/select calm",
    "Leo sleeps 7 hours each night",
)
IDEAS: Final = (
    "/next",
    "/select friend",
    "Marcus: bike club on Wednesdays",
    "Ms. Ito: a lunch table with two others",
    "/add choose",
    "/select bike",
    "/community",
    "/c",
    "/do strengths it uses",
    "1",
    "/add task",
    "/select bike",
    "Take Leo to the bike club @Marcus by next Wednesday",
    "/do agreed",
    "Ask two pupils to keep a seat @Ito in two weeks",
    "Call the clinic about sleep @Ana by tomorrow",
)
CRISIS: Final = (
    "/next",
    "Leo shouts and the little ones are scared",
    "/add trigger",
    "the phone rings late",
    "/add helps",
    "a walk round the block",
    "/add home",
    "Nana takes the little ones upstairs",
    "/add call",
    "Nana Rosa, 555 0101, any time",
)
CLOSING: Final = (
    "/step closing",
    "in two weeks at 4 pm, library",
    "/park who pays for the bus",
    "/read needs",
)
SIGNING: Final = (
    "/sign",
    "Leo",
    "/5",
    "Ana",
    "/4",
    "Dr. Sen",
    "/2",
    "I would start with the sleep",
    "2",
    "/fix",
    "yes",
    "Leo",
    "/t",
    "1",
    "Leo Diaz",
    "",
    "",
    "Ana",
    "/t",
    "Ana D.",
    "",
    "Nana Rosa",
    "Nana",
    "/v",
    "1",
    "Pat Lane",
    "Dr. Sen",
    "/h",
    "/leave",
)
MEETING: Final = (*WELCOME, *STRENGTHS, *NEEDS, *OUTCOMES, *IDEAS, *CRISIS, *CLOSING, *SIGNING)


def export_to(folder: str) -> tuple[str, ...]:
    """Word, for the team, as signed, in English, with names and nothing else, into that folder."""
    return ("/export word", "", "", "", "", "", folder)
