"""The command that checks a sealed file: what holds, which part does not, and whether this vault wrote this very file."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from teammeet.cli.says import contents, language_of, tell
from teammeet.cli.vault import unlocked
from teammeet.errors import TeammeetError
from teammeet.messages import text

if TYPE_CHECKING:
    from teammeet.desk import NotedFile


def verify(asked: argparse.Namespace) -> None:
    """Judge one file; the vault is asked only where that was said.

    Raises:
        TeammeetError: ``seal-does-not-hold``: not all holds; what does not was told. Or the file cannot be judged: see
            :func:`teammeet_word.seal.verified`.
    """
    from teammeet_word.seal import verified

    language = language_of(asked)
    verdict = verified(contents(asked.file))
    value: dict[str, Any] = {"file": str(asked.file), **verdict.as_value(language)}
    lines, holds = verdict.lines(language), verdict.holds
    if asked.in_vault or asked.store or asked.passphrase_file:
        with unlocked(asked) as desk:
            noted = desk.noted_files(verdict.sha256)
        value["vault"] = [asdict(each) for each in noted]
        lines += ["", *(_noted_lines(noted, language))]
        holds = holds and bool(noted) and all(each.chain_holds for each in noted)
    tell(asked, {**value, "holds": holds}, lines)
    if not holds:
        raise TeammeetError("seal-does-not-hold")


def _noted_lines(noted: tuple["NotedFile", ...], language: str) -> list[str]:
    if not noted:
        return [text("seal.not-noted", language)]
    told = [text("seal.noted", language, code=each.code, at=each.at, what=each.what) for each in noted]
    broken = dict.fromkeys(each.code for each in noted if not each.chain_holds)
    return [*told, *(text("seal.chain-broken", language, code=code) for code in broken)]
