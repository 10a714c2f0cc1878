"""A list that the map asks from: each line has a key of its own, and none is the key that opened the list."""

from types import SimpleNamespace
from typing import Any, cast

from teammeet.tui.ecomap.asking import PickByKey, one_of


async def test_a_key_that_opens_a_list_takes_nothing_of_it() -> None:
    shown: list[Any] = []

    async def push_screen_wait(screen: Any) -> None:
        shown.append(screen)

    app = cast(Any, SimpleNamespace(push_screen_wait=push_screen_wait))
    for number in (3, 20, 27, 40):
        assert await one_of(app, "Who?", [(f"s{n}", f"Support {n}") for n in range(number)]) is None
    letters = [[choice.letter for choice in screen._ask.choices] for screen in shown if isinstance(screen, PickByKey)]
    assert [len(each) for each in letters] == [3, 20, 27]
    assert all(len(set(each)) == len(each) for each in letters)
    assert set("abcdjmuv").isdisjoint(letters[-1])
