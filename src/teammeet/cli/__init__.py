"""The commands. ``main`` is what ``teammeet`` runs; see :mod:`teammeet.cli.parser` for what may be said to it."""

import os
from collections.abc import Sequence

from teammeet.cli.parser import parse
from teammeet.cli.says import complain, flush, make_streams_ready, turn_away_output
from teammeet.errors import TeammeetError

DONE = 0
REFUSED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: refused, with the reason on stderr; 2: not a command (argparse says so)."""
    make_streams_ready()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # what checks records would hand them to any plugin that is installed
    language = ""
    try:
        asked = parse(arguments)
        language = asked.language or ""
        asked.run(asked)
        flush()
    except TeammeetError as error:
        complain(error, language)
        return REFUSED
    except BrokenPipeError:  # whoever read our output has enough
        turn_away_output()
    except KeyboardInterrupt:
        return REFUSED
    except Exception:  # a traceback would show what a record holds: of such a fault only that it was is told
        turn_away_output()
        complain(TeammeetError(), language)
        return REFUSED
    return DONE
