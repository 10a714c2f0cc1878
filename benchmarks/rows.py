"""One line of the table of numbers: ours, beside an anchor measured in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and what it should reach.

    ``anchor`` is the same work done the plain way, in the same ``unit``, or None where there is nothing to compare with;
    ``reach`` says in words what is asked, ``met`` whether it was reached.
    """

    name: str
    ours: float
    anchor: float | None
    unit: str
    reach: str
    met: bool

    @property
    def ratio(self) -> float | None:
        """Ours by the anchor."""
        return self.ours / self.anchor if self.anchor else None

    def __str__(self) -> str:
        anchor = "—" if self.anchor is None else f"{self.anchor:.3f}"
        ratio = "—" if self.ratio is None else f"{self.ratio:.2f}×"
        return f"{self.name} | {self.ours:.3f} {self.unit} | {anchor} | {ratio} | {self.reach}{'' if self.met else ' MISSED'}"
