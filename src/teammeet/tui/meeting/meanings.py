"""What a typed line or a key of a step means: something is kept, asked, opened or told. A screen carries it out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from teammeet.model.family import Edit
from teammeet.model.values import Item


@dataclass(frozen=True, slots=True)
class Hint:
    """A line that the coach should look at once it is kept: ``kind`` is need, outcome, strength or task."""

    kind: str
    item: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep these edits as one change, then select the row ``select``; ``said`` is told beside; ``then`` is asked after it."""

    edits: tuple[Edit, ...]
    select: str = ""
    hint: Hint | None = None
    said: str = ""
    then: "AskLine | None" = None


@dataclass(frozen=True, slots=True)
class AskLine:
    """Ask for one more line, which starts as ``start``; ``may_be_blank`` when Enter alone is an answer.

    ``read_aloud`` stays in sight until the answer is there. The path of a file (``is_path``) may begin with a slash.
    """

    question: str
    then: Callable[[str], "Deed"]
    start: str = ""
    may_be_blank: bool = False
    read_aloud: tuple[str, ...] = ()
    is_path: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be picked. ``letter`` takes it at once where one of them is picked."""

    id: str
    words: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class AskPick:
    """Ask to pick among ``choices``, ``many`` or one; ``chosen`` are picked already. ``beside`` is a word of help to one."""

    question: str
    choices: tuple[Choice, ...]
    then: Callable[[tuple[str, ...]], "Deed"]
    chosen: tuple[str, ...] = ()
    many: bool = True
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """Open this item in the editor."""

    item: Item


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """Show the whole plan, to be read back."""

    title: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Hand the keyboard over, so that somebody rates the meeting in private."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Let the line add something else from now on; ``said`` is told beside."""

    mode: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """Nothing is changed; say why."""

    words: str


Deed: TypeAlias = Keep | AskLine | AskPick | Edited | ReadPlan | Rate | Turn | Tell
