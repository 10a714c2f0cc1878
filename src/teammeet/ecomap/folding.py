"""A map of many supports in a terminal: those of one kind and domain stand as one, until a spotlight opens them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.grouping import MOST, Group, grouped, groups
from teammeet.model.supports import Spotlight

_REST: Final = ("", "+")
"""The groups of a kind that no one domain names: without a domain, and of rarer ones."""


def folded(graph: EcomapGraph, spotlight: Spotlight | None, most: int = MOST) -> tuple[EcomapGraph, tuple[Group, ...]]:
    """The map with groups in place of supports where there are more than ``most``, and those groups.

    A group that ``spotlight`` has opened is not folded again.
    """
    found = tuple(replace(group, id=f"{group.kind}/{group.domain}") for group in groups(graph, most))
    shut = tuple(group for group in found if not _is_open(group, spotlight))
    return (grouped(graph, shut), shut) if shut else (graph, ())


def opened(group: Group) -> Spotlight:
    """The spotlight that shows what is in a group, one by one."""
    domain = None if group.domain in _REST else group.domain
    return Spotlight(kinds=(group.kind,), domain=domain, alone=True)  # type: ignore[arg-type]  # a kind of support from the record


def holding(groups_: Sequence[Group], support: str) -> Group | None:
    """The group in which ``support`` is, or that has that id itself."""
    return next((group for group in groups_ if group.id == support or any(s.id == support for s in group.supports)), None)


def lit_groups(groups_: Sequence[Group], lit: frozenset[str]) -> frozenset[str]:
    """What stands out, with the groups of which a support does."""
    return lit | {group.id for group in groups_ if any(support.id in lit for support in group.supports)}


def _is_open(group: Group, spotlight: Spotlight | None) -> bool:
    if spotlight is None or not spotlight.alone or spotlight.kinds != (group.kind,):
        return False
    return spotlight.domain == group.domain or (not spotlight.domain and group.domain in _REST)
