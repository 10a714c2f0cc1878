"""The program on a family with 25 supports, for timing its map.

python benchmarks/live_map.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Household
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui import start
from teammeet.tui.ecomap.changes import KINDS, TIE_KINDS

SUPPORTS = 25


def main() -> None:
    """The family's screen; ``e`` goes to the map."""
    with TemporaryDirectory() as folder:
        desk = Desk.throw_away(Path(folder) / "map.vault")
        family = desk.start_family("Rivera family").header.id
        edits = [put(Household(id="home", name="Home"))]
        for number in range(SUPPORTS):
            support = Support(id=f"s{number}", name=f"Support number {number}", kind=KINDS[number % len(KINDS)])
            claim = Claim(kinds=(TIE_KINDS[number % len(TIE_KINDS)],), flow="to")
            edits += [put(support), put(Tie(id=f"t{number}", support=support.id, to="home", claims=(claim,)))]
        desk.change(family, edits)
        start.run(desk=desk, open_family=family)


if __name__ == "__main__":
    main()
