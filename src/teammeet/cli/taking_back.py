"""A plan that comes back in a Word file: what the file says otherwise than the record is asked text by text."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teammeet.cli.says import language_of, remark, say
from teammeet.desk import Desk
from teammeet.errors import TeammeetError
from teammeet.messages import count, text
from teammeet.practice.text_names import text_name

if TYPE_CHECKING:
    from teammeet.desk.taking_back import ComingBack, Question


def is_word_file(raw: bytes) -> bool:
    """Whether it is to be read as a Word file."""
    return raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def import_copy(asked: argparse.Namespace, desk: Desk, path: Path, raw: bytes, done: list[dict[str, Any]]) -> None:
    """Take a plan back, and say so; what was asked and what became of it goes to ``done``, also if it is refused then.

    Raises:
        TeammeetError: ``plan-to-ask``: there is something to ask, nobody at a keyboard, and it was not accepted beforehand;
            or see :func:`teammeet_word.back.read_back` and :meth:`teammeet.desk.Desk.look_at_copy`.
    """
    from teammeet_word.back import read_back, told

    language = language_of(asked)
    back = read_back(raw)
    for line in told(back, language):
        remark(line)
    coming = desk.look_at_copy(back.plan.raw, back.said)
    if coming.signed:
        remark(count("back.signed", coming.signed, language))
    value = {"file": str(path), "code": coming.family.code, "new": coming.is_new, "changes": 0, "seal": back.seal}
    done.append(value | {"questions": [_as_value(question, language) for question in coming.questions]})
    incoming = desk.taking(coming, _chosen(asked, coming))
    number = len(incoming.edits)
    family = desk.accept(incoming)
    done[-1]["changes"] = number
    if not asked.json:
        say(asked, "imported-new" if coming.is_new else "imported-changes", code=family.code, number=number)


def _chosen(asked: argparse.Namespace, coming: "ComingBack") -> "list[Question]":
    """What is taken: as answered at the keyboard, or all that was changed in the file where that was said beforehand."""
    if not coming.questions:
        return []
    if asked.accept_changes:
        return [question for question in coming.questions if question.changed != "record"]
    if asked.json or not (sys.stdin and sys.stdin.isatty()):
        raise TeammeetError("plan-to-ask", number=len(coming.questions))
    return list(_answered(coming, language_of(asked)))


def _answered(coming: "ComingBack", language: str) -> "Iterator[Question]":
    total = len(coming.questions)
    for number, question in enumerate(coming.questions, start=1):
        remark("")
        remark(text("back.number", language, number=number, total=total))
        for line in question.told(coming.title_of(question), language):
            remark(line)
        if _takes(language):
            yield question


def _takes(language: str) -> bool:
    """Whether the words of the file are taken; an empty answer keeps the record's."""
    keep, take = (text(f"back.key.{name}", language) for name in ("keep", "take"))
    while True:
        remark(text("back.ask", language, keep=keep, take=take))
        line = sys.stdin.readline()
        if not line:
            raise TeammeetError("plan-left")
        answer = line.strip().casefold()
        if answer in ("", keep, take):
            return answer == take


def _as_value(question: "Question", language: str) -> dict[str, Any]:
    return {**asdict(question), "name": text_name(question.kind, question.path, language)}
