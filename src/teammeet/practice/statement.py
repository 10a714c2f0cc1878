"""The statement that somebody reads before signing: in their own language where there is one, and which it was."""

from dataclasses import dataclass

from teammeet.messages import FALLBACK, LANGUAGES, text
from teammeet.model.sharing import Gives


@dataclass(frozen=True, slots=True)
class Statement:
    """The very words, paragraph by paragraph, and the language in which they are."""

    language: str
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """All of it in one line, as it is kept with a signature."""
        return " ".join(self.lines)


def statement(wanted: str, gives: Gives = "agreement", names: str = "") -> Statement:
    """What is read in the language ``wanted``, else in English; ``names`` are those for whom a guardian consents."""
    language = spoken_in(wanted)
    more = {
        "agreement": (),
        "assent": (text("signed.assent", language),),
        "consent": (text("signed.consent", language, names=names),),
    }[gives]
    return Statement(language, (text("signed.statement", language), *more))


def spoken_in(wanted: str) -> str:
    """The language of the program's own words that serves who speaks ``wanted``."""
    base = wanted.split("-")[0].lower()
    return base if base in LANGUAGES else FALLBACK
