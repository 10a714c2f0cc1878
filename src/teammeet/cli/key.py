"""The key that seals files: the command that makes one, and what an export is sealed with."""

import argparse
import getpass
import os
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from teammeet.cli.says import contents, language_of, tell
from teammeet.errors import TeammeetError
from teammeet.export import Exported, save
from teammeet.messages import text
from teammeet.text import refuse_unless_clean


def key(asked: argparse.Namespace) -> None:
    """Make a key file (PKCS#12) for the agency or the facilitator, and say how to keep it.

    Raises:
        TeammeetError: ``key-exists``: a key is never written over; ``key-name``; no passphrase, or two that differ.
    """
    from teammeet_word.seal import locked, new_key

    if os.path.lexists(asked.output):
        raise TeammeetError("key-exists", path=asked.output.name)
    language = language_of(asked)
    name = refuse_unless_clean(asked.name or text("seal.nameless", language), "--name").strip()
    made = new_key(name, _now())
    passphrase = _chosen_passphrase(asked)
    save(Exported(locked(made, passphrase)), asked.output)
    end = made.certificate.not_valid_after_utc.date()
    value = {"file": str(asked.output), "name": name, "fingerprint": made.fingerprint, "valid_until": end.isoformat()}
    tell(
        asked,
        value,
        (
            text("seal.key.made", language, path=asked.output, name=name, end=end),
            text("seal.key.keep", language),
            text("seal.key.tell", language, fingerprint=made.fingerprint),
        ),
    )


def seal_asked(asked: argparse.Namespace) -> Callable[[bytes], bytes] | None:
    """What seals the file, if that was asked for: the key is opened before anything is made.

    Raises:
        TeammeetError: see :func:`teammeet_word.seal.sealing`.
    """
    if asked.seal is None:
        return None
    from teammeet_word.seal import sealing

    return sealing(contents(asked.seal), _passphrase(asked, "seal.key.ask"), _now)


def _now() -> datetime:
    return datetime.now(UTC)


def _chosen_passphrase(asked: argparse.Namespace) -> str:
    """A passphrase for a new key: from the file, or typed twice alike.

    Raises:
        TeammeetError: ``key-passphrases-differ``, ``key-passphrase-missing``.
    """
    chosen = _passphrase(asked, "seal.key.ask-new")
    if asked.key_passphrase_file is None and _passphrase(asked, "seal.key.ask-again") != chosen:
        raise TeammeetError("key-passphrases-differ")
    return chosen


def _passphrase(asked: argparse.Namespace, question: str) -> str:
    """The passphrase from the file that was named or, hidden, from the keyboard.

    Raises:
        TeammeetError: ``key-passphrase-missing``: there is no keyboard to ask at, or nothing was said.
    """
    file: Path | None = asked.key_passphrase_file
    found = (
        contents(file).decode("utf-8-sig", "replace").strip()
        if file is not None
        else _typed(text(question, language_of(asked)))
    )
    if not found:
        raise TeammeetError("key-passphrase-missing")
    return found


def _typed(question: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown while it is typed
            return getpass.getpass(f"{question} ")
    except (EOFError, getpass.GetPassWarning):
        raise TeammeetError("key-passphrase-missing") from None
