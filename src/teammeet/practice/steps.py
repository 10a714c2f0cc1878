"""What an agenda is: the ordered steps of a kind of meeting, as data. The agenda proposes, the family decides."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import ItemId, LanguageTag, Line, Value

FALLBACK: Final = "en"

StepPhase = Literal["engagement", "strengths", "needs", "outcomes", "tasks", "crisis", "closing"]
"""Which part of the meeting's work a step belongs to, whatever an agency calls the step."""

Days = Annotated[int, Field(ge=1, le=1_000)]
Minutes = Annotated[int, Field(ge=1, le=600)]


def _is_said(words: str) -> str:
    if not words.strip():
        raise PydanticCustomError("blank_text", "says nothing")
    return words


def _is_a_list(name: str) -> str:
    if name not in ITEM_KINDS:
        raise PydanticCustomError("unknown_list", "is no list of the record")
    return name


SaidLine = Annotated[Line, AfterValidator(_is_said)]
ListName = Annotated[str, AfterValidator(_is_a_list)]


class Wording(RootModel[Annotated[Mapping[LanguageTag, SaidLine], Field(min_length=1), AfterValidator(MappingProxyType)]]):
    """The same words in one or several languages, as a table by language tag: ``{ en = "Welcome", es = "Bienvenida" }``."""

    model_config = ConfigDict(frozen=True, strict=True)

    def __hash__(self) -> int:
        return hash(frozenset(self.root.items()))

    def in_language(self, language: str) -> str:
        """The words for a language tag; else for its base language, else in English, else in whatever language there is."""
        base = language.split("-")[0].lower()
        for wanted in (language, base, FALLBACK):
            if wanted in self.root:
                return self.root[wanted]
        return next(iter(self.root.values()))

    @property
    def languages(self) -> frozenset[str]:
        """The language tags in which the words stand."""
        return frozenset(self.root)


class Limits(Value):
    """Time limits in days (and minutes of one meeting). None is universal, so each is a setting, and may be left out.

    ``notice_days`` is how long before a meeting its team is told; ``days_to_copies`` counts from the signature; the first two
    count from enrolment.
    """

    minutes: Minutes | None = None
    days_to_first_meeting: Days | None = None
    days_to_first_plan: Days | None = None
    days_between_meetings: Days | None = None
    days_between_plans: Days | None = None
    notice_days: Days | None = None
    days_to_copies: Days | None = None


class Step(Value):
    """One step of a meeting: what it is called, why it matters, what to ask, and which lists of the record it works on.

    The minutes of a ``reserved`` step (the crisis plan, the closing) are kept free at the end, however long the rest takes.
    """

    id: ItemId
    name: Wording
    phase: StepPhase
    works_on: Annotated[tuple[ListName, ...], Field(min_length=1)]
    why: Wording
    prompts: Annotated[tuple[Wording, ...], Field(min_length=1)]
    minutes: Minutes
    reserved: bool = False


class Opening(Value):
    """What is read aloud at the beginning: why people meet, what stays among them, that nothing is recorded.

    What an agenda leaves out is said in the house's words; what the family agreed on goes before both.
    """

    purpose: Wording | None = None
    confidentiality: Wording | None = None
    recording: Wording | None = None


class Agenda(Value):
    """A kind of meeting: its steps in the order that is proposed, its time limits, and where it comes from."""

    id: ItemId
    title: Wording
    for_whom: Wording
    description: Wording
    source: tuple[SaidLine, ...] = ()
    limits: Limits = Limits()
    opening: Opening = Opening()
    pause: tuple[Wording, ...] = ()
    """What to keep in mind when a meeting is interrupted to look after people, in an agency's own words."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _step_ids_differ(self) -> Self:
        doubled = [step for step, times in Counter(step.id for step in self.steps).items() if times > 1]
        if doubled:
            raise PydanticCustomError("doubled_step", "stands twice", {"step": doubled[0]})
        return self

    @property
    def minutes(self) -> int:
        """The minutes of all steps together."""
        return sum(step.minutes for step in self.steps)

    @property
    def reserved_minutes(self) -> int:
        """The minutes that are kept for the reserved steps."""
        return sum(step.minutes for step in self.steps if step.reserved)

    def step(self, step_id: str) -> Step | None:
        """The step with this id, if the agenda has it."""
        return next((step for step in self.steps if step.id == step_id), None)

    def wordings(self) -> Iterator[tuple[str, Wording]]:
        """Every text of the agenda with its place, to check or to translate it."""
        for name in ("title", "for_whom", "description"):
            yield name, getattr(self, name)
        for name, said in self.opening:
            if said is not None:
                yield f"opening.{name}", said
        for number, reminder in enumerate(self.pause):
            yield f"pause[{number}]", reminder
        for step in self.steps:
            yield f"{step.id}.name", step.name
            yield f"{step.id}.why", step.why
            for number, prompt in enumerate(step.prompts):
                yield f"{step.id}.prompts[{number}]", prompt
