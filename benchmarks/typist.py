"""Writes to a vault without end and prints each version once it is on disk, until it is killed.

    python benchmarks/typist.py PATH PASSPHRASE

Every change has two entries, so that a change of which only half was kept would show as an odd version.
"""

import json
import sys
from pathlib import Path

from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

FAMILY = "typed"
ACTOR = "typist"


def main(path: str, passphrase: str) -> None:
    """Write, acknowledge, and go on."""
    with Vault.open(Path(path), passphrase) as vault:
        version, _ = vault.journal.head(FAMILY)
        while True:
            task = Entry("task", f"task-{version % 7}", json.dumps({"text": "x" * 200, "version": version}))
            need = Entry("need", f"need-{version % 3}", json.dumps({"version": version}))
            version = vault.journal.change(FAMILY, version, (task, need), ACTOR)
            print(version, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
