"""The caseload."""

from teammeet.tui.screens.base import HouseScreen


class CaseloadScreen(HouseScreen):
    """The families of this vault."""
