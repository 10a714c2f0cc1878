"""The commands. ``main`` is what ``teammeet`` runs; see :mod:`teammeet.cli.parser` for what may be said to it."""

import os
import sys
from collections.abc import Sequence

from teammeet.cli.parser import parse
from teammeet.errors import TeammeetError
from teammeet.system import spoken_language

DONE = 0
REFUSED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: refused, with the reason on stderr; 2: not a command (argparse says so)."""
    asked = parse(arguments)
    try:
        asked.run(asked)
        sys.stdout.flush()
    except TeammeetError as error:
        print(error.sentence(asked.language or spoken_language()), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return REFUSED
    return DONE
