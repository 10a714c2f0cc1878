"""Life domains: where a need, a support or a strength lives. Agencies differ, so these are data (PRACTICE.md section 7)."""

from typing import Final

DOMAINS: Final = (
    "living_situation",
    "money",
    "family",
    "emotional",
    "social",
    "community",
    "culture",
    "spiritual",
    "education",
    "legal",
    "health",
    "safety",
)
"""The default domains in the order that lists and maps use; their names are messages ``model.domain.ID``."""


def domain_order(domain: str | None) -> tuple[int, str]:
    """Where ``domain`` stands among the others: unknown ones after the known, nameless last."""
    if domain in DOMAINS:
        return DOMAINS.index(domain), ""
    return (len(DOMAINS), domain) if domain else (len(DOMAINS) + 1, "")
