"""How commands speak: plain lines for people, one JSON value for programs, the language that was asked for."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from teammeet.errors import FileRefused, TeammeetError
from teammeet.messages import text
from teammeet.system import spoken_language
from teammeet.text import NOTE_LIMIT, mended


def make_streams_ready() -> None:
    """Let no name stop a command: what the terminal has no sign for is written as its number; a closed stream takes all."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115  # open as long as the process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def printing() -> Iterator[None]:
    """Around what writes to stdout.

    Raises:
        TeammeetError: ``output-unwritten``: the disk that it goes to is full, for one.
        BrokenPipeError: whoever read it has gone.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        turn_away_output()
        raise TeammeetError("output-unwritten") from None


def flush() -> None:
    """Let what was printed go out, now; raises as :func:`printing`."""
    with printing():
        sys.stdout.flush()


def turn_away_output() -> None:
    """Nobody takes what is printed any more: it goes nowhere, so that the interpreter does not complain at its end."""
    if sys.__stdout__ is not None and sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())


def language_of(asked: argparse.Namespace) -> str:
    """The language that was asked for, else this machine's."""
    return asked.language or spoken_language()


def complain(error: TeammeetError, language: str) -> None:
    """One line on stderr: what happened, what was kept, what to do now."""
    _print(error.sentence(language or spoken_language()), sys.stderr)


def say(asked: argparse.Namespace, key: str, **values: object) -> None:
    """One line of the catalogue (``cli.KEY``) on stdout."""
    _print(text(f"cli.{key}", language_of(asked), **values), sys.stdout)


def remark(line: str) -> None:
    """Something that a person must be told beside the result."""
    _print(line, sys.stderr)


def tell(asked: argparse.Namespace, value: Any, lines: Iterable[str]) -> None:
    """``value`` as JSON if that was asked for, else ``lines``."""
    if asked.json:
        print_json(value)
        return
    for line in lines:
        _print(line, sys.stdout)


def print_json(value: Any, indent: int | None = None) -> None:
    """``value`` as JSON that stdout can write, whatever signs it has."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    with printing():
        print(json.dumps(value, ensure_ascii=not unicode, indent=indent))


def contents(path: Path) -> bytes:
    """The bytes of a file that somebody named. A pipe will do; no more is read of it than a family file may have.

    Raises:
        TeammeetError: ``file-missing`` or ``file-too-large``.
    """
    try:
        with path.open("rb") as file:
            return _within_limit(file)
    except OSError:
        raise TeammeetError("file-missing") from None


def standard_input() -> str:
    """Everything on stdin.

    Raises:
        FileRefused: ``file-too-large``.
    """
    return _within_limit(sys.stdin.buffer).decode("utf-8-sig", "replace")


def _within_limit(file: BinaryIO) -> bytes:
    from teammeet.model.family_file import MOST_BYTES  # late: the way to the screens does without it

    size = os.fstat(file.fileno()).st_size
    found = b"" if size > MOST_BYTES else file.read(MOST_BYTES + 1)
    if max(size, len(found)) > MOST_BYTES:
        raise FileRefused("file-too-large", size=max(size, len(found)), limit=MOST_BYTES)
    return found


def _print(line: str, stream: Any) -> None:
    """A line without anything that a terminal would obey: a path or a name may hold it."""
    with printing():
        print(mended(line, limit=NOTE_LIMIT)[0], file=stream)
