"""A field for a life domain: one of the list, found by typing, or an agency's own."""

from __future__ import annotations

from teammeet.model.domains import DOMAINS
from teammeet.text import folded
from teammeet.tui.forms.finding import Found
from teammeet.tui.forms.typed import Unreadable, domain_name, domain_of
from teammeet.tui.widgets.find_fields import FindRow


class DomainRow(FindRow):
    """A life domain: one of the list, or an agency's own, as it was typed."""

    def fitting(self, typed: str) -> tuple[Found, ...]:
        """Domains whose name holds what was typed."""
        wanted = folded(typed.strip())
        named = (Found(domain, domain_name(domain, self.setting.language), "") for domain in DOMAINS)
        return tuple(found for found in named if wanted in folded(found.name))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The domain, if there is one."""
        return (self.value,) if self.value else ()

    @property
    def chosen_words(self) -> str:
        """Its name."""
        return domain_name(self.value, self.setting.language)

    @property
    def nothing_fits(self) -> str:
        """The agency's own will be kept as typed."""
        return self.setting.say("family.find-own-domain")

    def toggle(self, found: str) -> None:
        """Choose the domain, or none."""
        self.give(None if found == self.value else found)

    def read_rest(self, typed: str) -> bool:
        """One of the list by its name, else an agency's own."""
        try:
            self.give(domain_of(typed, self.setting.language))
        except Unreadable as unreadable:
            self.remark(self.setting.say(unreadable.key, **unreadable.values))
            return False
        return True
