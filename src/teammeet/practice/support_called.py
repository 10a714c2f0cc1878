"""How figures of the map call those of whom they speak: names, homes, parts of life, needs in the family's own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from teammeet.messages import count, text
from teammeet.model.domains import DOMAINS
from teammeet.model.people import Household
from teammeet.model.plan import Need
from teammeet.model.view import View
from teammeet.practice.support_hands import Hands
from teammeet.practice.support_lines import SupportLine, support_of

MOST_NAMES: Final = 12
"""Names that one sentence says: who hears more of them keeps none."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Names in one language, from what one reader may see."""

    view: View
    language: str

    def say(self, key: str, **values: object) -> str:
        """A message of the figures."""
        return text(f"figures.{key}", self.language, **values)

    def name(self, who: str) -> str:
        """How somebody, a support or a home is called, also without a name."""
        if name := self.view.label(who):
            return name
        is_home = isinstance(self.view.get(who), Household)
        return text("ecomap.unnamed.household", self.language) if is_home else self.say("somebody")

    def names(self, ids: Iterable[str]) -> str:
        """Several names as one phrase; two who have one name are two."""
        return self.listed(map(self.name, dict.fromkeys(ids)))

    def listed(self, names: Iterable[str]) -> str:
        """Names as they are said: commas, and a word before the last; of very many the first, and how many more."""
        said = list(names) or [""]
        if len(said) > MOST_NAMES:
            return self.say("more", names=", ".join(said[: MOST_NAMES - 1]), number=len(said) - MOST_NAMES + 1)
        *first, last = said
        return self.say("and", first=", ".join(first), last=last) if first else last

    def domain(self, domain: str) -> str:
        """A part of life; an agency's own by its own name."""
        return (
            text(f"model.domain.{domain}", self.language) if domain in DOMAINS else domain.replace("_", " ").replace("-", " ")
        )

    def need(self, id: str) -> str:
        """A need in quotation marks."""
        need = self.view.get(id)
        return self.quoted(need.words.in_language(self.language) if isinstance(need, Need) else "")

    def quoted(self, words: str) -> str:
        """Words that somebody said."""
        return self.say("quoted", words=words)

    def formal_of(self, hands: Hands) -> str:
        """The formal hands of a need; a service that is not named is said so."""
        unnamed = [self.say("a-paid-service")] if "formal" in hands.unnamed else []
        return self.listed([*dict.fromkeys(map(self.name, hands.formal)), *unnamed])

    def kept_of(self, hands: Hands) -> str:
        """The hands of a need that are not formal, the family's last; sources that name nobody by their kind."""
        unnamed = [text(f"ecomap.kind.{kind}", self.language) for kind in sorted(hands.unnamed - {"formal"})]
        return self.listed([*dict.fromkeys(map(self.name, (*hands.others, *hands.family))), *unnamed])

    def energy_said(self, line: SupportLine) -> Iterator[str]:
        """Who says what of where energy goes, each thing once."""
        said: dict[str, list[str]] = {}
        for claim in line.claims:
            if claim.flow != "none":
                names, who = said.setdefault(claim.flow, []), self.view.label(claim.said_by) or self.say("energy.who")
                if who not in names:
                    names.append(who)
        for flow, names in said.items():
            yield self.say(f"energy.{'says' if len(names) == 1 else 'say'}.{flow}", who=self.listed(names))

    def speakers(self, line: SupportLine) -> tuple[str, ...]:
        """The names of those who say where the energy of a line goes, as far as they are named."""
        said = (self.view.label(claim.said_by) for claim in line.claims if claim.flow != "none")
        return tuple(dict.fromkeys(name for name in said if name))

    def as_said_by(self, who: tuple[str, ...], fact: str) -> str:
        """A sentence with those who say it; by itself where nobody is named."""
        return count("figures.energy.by", len(who), self.language, who=self.listed(who), fact=fact) if who else fact

    def on_map(self, whos: Iterable[str]) -> tuple[str, ...]:
        """The ids by which ``whos`` stand on the map: somebody of a support stands there as the support."""
        found = ((support_of(self.view, who), who) for who in whos)
        return tuple(dict.fromkeys(support.id if support else who for support, who in found))
