"""A plan in Word that comes back in plain lines: each question answered by a key, one back, or a stop."""

from pathlib import Path

import pytest
from tests.line_mode.talk import Talk
from tests.word.back.papers import plan, retyped

from teammeet.model.family import Family, put
from teammeet.model.plan import Need, Task
from teammeet.model.values import Words

NEED = Need(id="their-need", words=Words(text="Sleep"))
TASK = Task(id="their-task", need=NEED.id, words=Words(text="Call the clinic"))


def file_of(folder: Path, family: Family) -> str:
    """The plan as somebody changed it: words, a day; a new need with its task."""
    texts = {f"{family.needs[0].id}/words.text": "Somebody who listens", f"{family.tasks[0].id}/due": "July 1, 2031"}
    path = folder / "plan.docx"
    path.write_bytes(retyped(plan(family.with_edits([put(NEED), put(TASK)]), "facilitator"), texts))
    return str(path)


@pytest.mark.parametrize(
    ("answers", "taken", "said"),
    [
        (("t", "b", "k", "t", "k", "k"), {"due"}, "1 text taken from the file."),
        (("yes", "no", "q"), set(), "You stopped. Nothing was taken."),
        (("k", "k", "k", "t", "t"), {"need", "task"}, "You took Task: Call the clinic."),
        (
            ("k", "k", "k", "t", "k"),
            set(),
            "Task: Call the clinic: not taken, since it belongs to something that was not taken",
        ),
        (("k", "k", "k", "k"), set(), "Nothing was taken. The vault is as it was."),
        (("what?", "b", "t", "k", "k", "k"), {"words"}, "1 text taken"),
    ],
)
def test_questions_are_answered_by_keys(
    demo_talk: Talk, tmp_path: Path, answers: tuple[str, ...], taken: set[str], said: str
) -> None:
    before = demo_talk.family
    out = demo_talk.say("/leave", f"/import {file_of(tmp_path, before)}", *answers)
    assert said in out
    after = demo_talk.family
    found = {
        "words": after.needs[0].words.text == "Somebody who listens",
        "due": after.tasks[0].due != before.tasks[0].due,
        "need": after.get(NEED.id) is not None,
        "task": after.get(TASK.id) is not None,
    }
    assert {name for name, is_so in found.items() if is_so} == taken
