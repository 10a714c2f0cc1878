"""Whatever is typed in whatever order, the mode answers; nothing that it said as kept is missing; nothing ends it."""

import random
import re

import pytest
from tests.hostile import FIT
from tests.line_mode.talk import Talk

from teammeet.tui.line_mode.command_words import COMMANDS, word_of

ENDING = {"quit", "lock", "export", "leave"}
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
ANSWERS = ("", "1", "2", "3, 1", "0", "-", "yes", "no", "Mari", "all", "in two weeks", "next Friday at 4 pm", "4 pm", "/cancel")


def lines_by_chance(seed: int, number: int) -> list[str]:
    chance = random.Random(seed)
    commands = [word_of(command, language) for command in COMMANDS if command not in ENDING for language in ("en", "es")]
    hostile = [line for line in FIT.values() if "\n" not in line]
    typed = []
    for _ in range(number):
        kind = chance.randrange(10)
        if kind < 4:
            typed.append(f"/{chance.choice(commands)} {chance.choice(('', '', '1', '3', 'up', 'off', chance.choice(hostile)))}")
        elif kind < 6:
            typed.append(f"/{chance.choice(LETTERS)}")
        elif kind < 9:
            typed.append(chance.choice(ANSWERS))
        else:
            typed.append(chance.choice(hostile))
    return typed


@pytest.mark.parametrize("seed", range(8))
def test_any_lines_in_any_order_are_answered(demo_talk: Talk, seed: int) -> None:
    out = demo_talk.meet(*lines_by_chance(seed, 250))
    assert out.rstrip().endswith("Left. All that was said as kept is on disk.") or "Salió." in out.splitlines()[-1]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)
    assert demo_talk.desk.first_fault(demo_talk.family_id) is None


@pytest.mark.parametrize("seed", range(4))
def test_any_lines_at_a_new_family_are_answered(talk: Talk, seed: int) -> None:
    out = talk.meet(*lines_by_chance(1_000 + seed, 250))
    assert "Left." in out or "Salió." in out
