"""The order of a plan on paper is the one in which the house tells it everywhere: :mod:`teammeet.practice.arrangement`."""

from teammeet.practice.arrangement import NO_NEED, Arrangement, arranged

__all__ = ["NO_NEED", "Arrangement", "arranged"]
