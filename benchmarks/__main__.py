"""Print the table of numbers: all rooms, or those that are named.

These figures depend on the machine and on what else it does, so only the ratios count. What an anchor needs that is not
installed (graphviz, docxtpl, matplotlib) is said in its row.
"""

import argparse
import sys
from importlib import import_module

ROOMS = ("store", "desk", "screens", "room", "ecomap", "word", "changes", "forms", "seal")


def main() -> int:
    """Run the rooms in turn and print each row as it is measured; 1 if a number was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    asked = parser.parse_args().rooms or ROOMS
    if unknown := [room for room in asked if room not in ROOMS]:
        parser.error(f"unknown: {', '.join(unknown)}; there is {', '.join(ROOMS)}")
    print("what | ours | anchor | ratio | reach")
    print("---|---|---|---|---")
    missed = 0
    for room in asked:
        for row in import_module(f"benchmarks.{room}").rows():
            print(row, flush=True)
            missed += not row.met
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
