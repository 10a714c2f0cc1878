"""What differs between systems and terminals: environment that would leak, and starting the process anew."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import Final

_SIDE_DOORS: Final = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS", "TEXTUAL_DEBUG", "TEXTUAL_DRIVER")
"""Variables by which Textual writes what is on the screen to a file, to another program, or types by itself."""
_WATCHED: Final = "TEAMMEET_WATCHED"
_LOCKED: Final = "TEAMMEET_LOCKED"
START_AGAIN: Final = 75
"""The exit code by which the program asks its small parent to start it again (where a process cannot replace itself)."""


def close_side_doors(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take away the variables that would make Textual write the screen or the keys somewhere. Call before importing it."""
    for name in _SIDE_DOORS:
        environment.pop(name, None)


def needs_watching(environment: Mapping[str, str] = os.environ, system: str = os.name) -> bool:
    """Whether this process must be the small parent: where a process cannot replace itself, and this is not the child."""
    return system == "nt" and _WATCHED not in environment


def watch(command: Sequence[str]) -> int:
    """Run ``command`` as a child, again each time that it asks to be locked; the exit code of the last run."""
    environment = {**os.environ, _WATCHED: "1"}
    code = subprocess.run(command, env=environment, check=False).returncode
    while code == START_AGAIN:
        code = subprocess.run(command, env={**environment, _LOCKED: "1"}, check=False).returncode
    return code


def was_locked(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this program was locked and began anew: a lock opens for nobody who does not type the passphrase."""
    return _LOCKED in environment


def start_anew(
    command: Sequence[str] | None = None,
    *,
    system: str = os.name,
    replace: Callable[[str, list[str]], object] = os.execv,
    environment: MutableMapping[str, str] = os.environ,
) -> int:
    """Replace this process by the same command, so that nothing that was read stays in its memory.

    Returns only where a process cannot replace itself: the code by which the small parent starts it again.
    """
    if system == "nt":
        return START_AGAIN
    environment[_LOCKED] = "1"
    words = list(command or (sys.executable, *sys.orig_argv[1:]))
    sys.stdout.flush()
    sys.stderr.flush()
    replace(words[0], words)
    return START_AGAIN
