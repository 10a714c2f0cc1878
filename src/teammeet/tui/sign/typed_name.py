"""A name that is typed: what the page says that is handed over, what may not stand on it, and what is kept of it."""

from dataclasses import dataclass
from typing import Any, Final

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import Edit, Family, put
from teammeet.model.sharing import Gives
from teammeet.model.values import Circle, Words
from teammeet.practice.statement import Statement, spoken_in, statement
from teammeet.tui.meeting.scene import Keep
from teammeet.tui.sign import whom
from teammeet.tui.sign.facts import agreement_of, interpreter_of, language_of, next_to_sign, signed
from teammeet.tui.sign.own_names import known_names, staff_named
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.tongues import tongue_named

DEGREES: Final = ("", "1", "2", "3", "4", "5")
"""What may be typed for how far somebody agrees."""


@dataclass(frozen=True, slots=True)
class SignPage:
    """The page of one person: who they are, what they sign, in which language they want to read it."""

    family: Family
    who: str
    edition: int
    wanted: str
    gives: Gives = "agreement"
    names: tuple[str, ...] = ()
    """Those for whom they consent."""
    interpreter: str = ""

    @property
    def name(self) -> str:
        """How the person is called."""
        return self.family.label(self.who)

    @property
    def known(self) -> tuple[str, ...]:
        """The names by which they go."""
        return known_names(self.family, self.who)

    def read_in(self, language: str) -> Statement:
        """The statement."""
        return statement(language, self.gives, self.names)

    def in_other_words(self, language: str) -> str:
        """That their own language is not there yet, and which one they read; empty where it is."""
        if self.wanted.split("-")[0].lower() in LANGUAGES:
            return ""
        shown = tongue_named(language, language)
        return text("signed.no-own-language", language, tongue=tongue_named(self.wanted, language), shown=shown)


@dataclass(frozen=True, slots=True)
class TypedName:
    """What somebody signed: the own name, who interpreted, who saw it, what they say of the plan; only the name is a must."""

    name: str
    read: Statement
    interpreter: str = ""
    witness: str = ""
    degree: str = ""
    dissent: str = ""
    shown_to: Circle = "facilitator"


def page_for(scene: SignScene, who: str, given: dict[str, Any]) -> SignPage:
    """The page of ``who``; ``given`` says for whom they sign."""
    names, wanted = whom.names(scene, given), language_of(scene.family, who)
    return SignPage(scene.family, who, scene.edition or 0, wanted, given["gives"], names, interpreter_of(scene, who))


def what_is_wrong(page: SignPage, typed: TypedName) -> str:
    """Why this may not be signed so, in the language that is read; empty if it may."""
    language = typed.read.language
    if staff := staff_named(page.family, page.who, typed.name):
        return text("signed.why.staff", language, name=staff, who=page.name)
    if typed.degree not in DEGREES:
        return text("signed.why.not-a-degree", language)
    if typed.witness and typed.witness.casefold() in (typed.name.casefold(), *(name.casefold() for name in page.known)):
        return text("signed.why.own-witness", language)
    return ""


def next_language(language: str) -> str:
    """The language that comes after ``language``."""
    return LANGUAGES[(LANGUAGES.index(spoken_in(language)) + 1) % len(LANGUAGES)]


def kept(scene: SignScene, who: str, given: dict[str, Any], typed: TypedName) -> Keep:
    """The signature, and what they say of the plan where they said something; the next person is selected."""
    named = {"typed_name": typed.name, "interpreter": typed.interpreter, "witness": typed.witness}
    read = {"language": typed.read.language, "statement": typed.read.words}
    edits: tuple[Edit, ...] = (put(signed(scene, who, "typed", **given, **named, **read)),)
    if typed.degree or typed.dissent:
        edits += (put(agreement_of(scene, who).changed(**_of_the_plan(typed))),)
    return Keep(edits, next_to_sign(scene))


def _of_the_plan(typed: TypedName) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if typed.degree:
        said |= {"degree": int(typed.degree), "degree_shown_to": typed.shown_to}
    if typed.dissent:
        said |= {"dissent": Words(text=typed.dissent, verbatim=True), "dissent_shown_to": typed.shown_to}
    return said
