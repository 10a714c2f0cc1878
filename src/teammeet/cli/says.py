"""How commands speak: plain lines for people, one JSON value for programs, the language that was asked for."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.system import spoken_language


def language_of(asked: argparse.Namespace) -> str:
    """The language that was asked for, else this machine's."""
    return asked.language or spoken_language()


def say(asked: argparse.Namespace, key: str, **values: object) -> None:
    """One line of the catalogue (``cli.KEY``) on stdout."""
    print(text(f"cli.{key}", language_of(asked), **values))


def tell(asked: argparse.Namespace, value: Any, lines: Iterable[str]) -> None:
    """``value`` as JSON if that was asked for, else ``lines``."""
    if asked.json:
        print(json.dumps(value, ensure_ascii=False))
        return
    for line in lines:
        print(line)


def contents(path: Path) -> bytes:
    """The bytes of a file that somebody named.

    Raises:
        TeammeetError: ``file-missing``.
    """
    try:
        return path.read_bytes()
    except OSError:
        raise TeammeetError("file-missing") from None


def standard_input() -> str:
    """Everything on stdin."""
    return sys.stdin.buffer.read().decode("utf-8", "replace")
