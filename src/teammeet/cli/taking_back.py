"""A plan that comes back in a Word file: what the file says otherwise than the record is asked text by text."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teammeet.cli.says import language_of, remark, say
from teammeet.desk import Desk
from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.practice.text_names import text_name

if TYPE_CHECKING:
    from teammeet.desk.asking import Answer
    from teammeet.desk.taking_back import ComingBack, Question
    from teammeet_word.back import ReadBack


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
    coming = desk.look_at_copy(back.plan.raw, back.said, back.plan.reader)
    for line in coming.left_out(language):
        remark(line)
    value = {"file": str(path), "code": coming.family.code, "new": coming.is_new, "changes": 0, "seal": back.seal}
    done.append(value | _told_to_programs(coming, back, language))
    chosen = _chosen(asked, coming)
    if chosen is None:
        remark(text("back.stopped", language))
        return
    incoming = desk.taking(coming, chosen)
    family = desk.accept(incoming)
    done[-1]["changes"] = len(incoming.edits)
    if not asked.json:
        number = len(incoming.edits) if coming.is_new else len(chosen) - len(coming.loose(chosen))
        key = "imported-new" if coming.is_new else f"imported-texts.{'one' if number == 1 else 'many'}"
        say(asked, key, code=family.code, number=number)


def _told_to_programs(coming: "ComingBack", back: "ReadBack", language: str) -> dict[str, Any]:
    """What is asked, what is not taken, and with which keys the file was sealed."""
    return {
        "questions": [_as_value(coming, question, language) for question in coming.questions],
        "not_taken": [asdict(one) for one in coming.not_taken],
        "lost": [one._asdict() for one in back.lost],
        "other": [{"place": place, "was": was, "now": now} for place, was, now in back.other],
        "besides": [one._asdict() for one in back.besides],
        "pictures": back.pictures,
        "keys": [{"name": name, "fingerprint": fingerprint} for name, fingerprint in back.keys],
    }


def _chosen(asked: argparse.Namespace, coming: "ComingBack") -> "list[Question] | None":
    """What is taken: as answered at the keyboard, or all that was changed in the file where that was said beforehand.

    ``None`` if somebody stopped. Unasked nothing is emptied.
    """
    language = language_of(asked)
    if not coming.questions:
        return []
    if asked.accept_changes:
        fit = (one for one in coming.questions if one.changed != "record" and not (one.empties or one.is_name))
        chosen = [one for one in fit if not coming.rivals(one)]
        names = (one for one in coming.questions if one.is_name)
        _tell(text("back.name-unasked", language, name=coming.heading(one, language)) for one in names)
        _tell(coming.rivals_told(language))
        for question in chosen:
            if question.is_new:
                _tell(coming.told(question, language))
        _tell(coming.loose_told(chosen, language))
        return chosen
    if asked.json or not (sys.stdin and sys.stdin.isatty()):
        raise TeammeetError("plan-to-ask", number=len(coming.questions))
    return _answered(coming, language)


def _tell(lines: "Iterable[str]") -> None:
    for line in lines:
        remark(line)


def _answered(coming: "ComingBack", language: str) -> "list[Question] | None":
    """The questions that were answered with the file's words; ``None`` if somebody stopped."""
    from teammeet.desk.asking import answered, how_to_stop

    remark(how_to_stop(language))
    return answered(coming, lambda lines: _answer(lines, language), remark, language)


def _answer(lines: "Iterable[str]", language: str) -> "Answer":
    """The answer to what is told in ``lines``; an empty one keeps the record's.

    Raises:
        TeammeetError: ``plan-left``: nobody types any more.
    """
    from teammeet.desk.asking import answer_in, how_to_answer

    _tell(("", *lines))
    while True:
        remark(how_to_answer(language))
        line = sys.stdin.readline()
        if not line:
            raise TeammeetError("plan-left")
        if answer := answer_in(line, language):
            return answer


def _as_value(coming: "ComingBack", question: "Question", language: str) -> dict[str, Any]:
    whole = coming.whole(question, language) if question.is_new else ()
    return {**asdict(question), "name": text_name(question.kind, question.path, language), "whole": list(whole)}
