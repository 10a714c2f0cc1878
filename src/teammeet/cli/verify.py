"""The command that checks a sealed file: what holds, which part does not, and whether this vault wrote this very file."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from teammeet.cli.says import contents, language_of, tell
from teammeet.cli.vault import unlocked
from teammeet.errors import DocumentRefused, FileRefused, TeammeetError
from teammeet.messages import text

if TYPE_CHECKING:
    from teammeet.desk import NotedFile
    from teammeet_word.seal import Verdict

PlanInside: TypeAlias = Literal["agrees", "none", "altered"]
_PLAN: Final[dict[PlanInside, str]] = {"agrees": "seal.plan.agrees", "none": "seal.plan.none", "altered": "seal.fault.plan"}


def verify(asked: argparse.Namespace) -> None:
    """Judge one file, its seal and the plan inside it; the vault is asked only where that was said.

    Raises:
        TeammeetError: ``seal-does-not-hold``: not all holds; what does not was told; ``seal-missing``;
            ``seal-other-key``; ``fingerprint-foreign``. Or the file cannot be judged: see :func:`teammeet_word.seal.verified`.
    """
    from teammeet_word.seal import fingerprint_said, verified

    language, content = language_of(asked), contents(asked.file)
    verdict = verified(content, fingerprint_said(asked.fingerprint) if asked.fingerprint else "")
    plan, noted = _plan_inside(content), _noted(asked, verdict.sha256)
    is_noted = noted is not None and bool(noted) and all(each.chain_holds for each in noted)
    holds = verdict.holds and plan != "altered" and (noted is None or is_noted)
    value: dict[str, Any] = {"file": str(asked.file), **verdict.as_value(language), "plan": plan, "holds": holds}
    lines = verdict.lines(language, is_noted)
    if verdict.holds or plan == "altered":  # that it agrees with a sum which anybody can make proves nothing without a seal
        lines += ["", text(_PLAN[plan], language)]
    if noted is not None:
        value["vault"] = [asdict(each) for each in noted]
        lines += ["", *_noted_lines(noted, language)]
    tell(asked, value, lines)
    if not holds:
        raise TeammeetError(_refusal(verdict))


def _refusal(verdict: "Verdict") -> str:
    """The error of a file that does not hold: it has no seal, or it is only another key's, or it was changed."""
    if not verdict.seals:
        return "seal-missing"
    return "seal-other-key" if {fault.kind for fault in verdict.all_faults} == {"other-key"} else "seal-does-not-hold"


def _noted(asked: argparse.Namespace, sha256: str) -> tuple["NotedFile", ...] | None:
    """Where the vault notes the making of this very file; nothing if it is not to be asked."""
    if not (asked.in_vault or asked.store or asked.passphrase_file):
        return None
    with unlocked(asked) as desk:
        return desk.noted_files(sha256)


def _plan_inside(content: bytes) -> PlanInside:
    """Whether the plan that the file carries is what its own sum says."""
    from teammeet_word.embedded import embedded_plan
    from teammeet_word.forms.opening import opened

    try:
        embedded_plan(opened(content))
    except FileRefused as refused:
        return "none" if refused.message_key == "plan-not-inside" else "altered"
    except DocumentRefused:
        return "altered"
    return "agrees"


def _noted_lines(noted: tuple["NotedFile", ...], language: str) -> list[str]:
    if not noted:
        return [text("seal.not-noted", language)]
    told = [text("seal.noted", language, code=each.code, at=each.at, what=each.what) for each in noted]
    broken = dict.fromkeys(each.code for each in noted if not each.chain_holds)
    return [*told, *(text("seal.chain-broken", language, code=code) for code in broken)]
