"""The map in the room's window: whole at its size, what is spoken of in sight, nothing of it left when it is blank."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.tui.test_room_map import demo_sight
from tests.tui.test_room_window import (
    BLANK,
    CALM,
    LARGE_FONT,
    NEEDS,
    ROOMY,
    SMALL,
    contrast,
    painted,
    see,
    until,
    window,
    words_of,
)
from textual.color import Color
from textual.theme import Theme

from teammeet.model.supports import Spotlight
from teammeet.room_window.link import RoomLink
from teammeet.tui import themes
from teammeet.tui.ecomap.room_map import Glance, RoomSight
from teammeet.tui.room.map import RoomMapView, graph_of, groups_of


async def test_the_map_is_whole_at_every_size_and_goes_without_a_trace(tmp_path: Path) -> None:
    link = RoomLink.begin(tmp_path / "room")
    sight = demo_sight()
    spoken_of = next(support for support in sight.graph.supports if support.name == "Patience")
    page = sight.page(Glance(selected=spoken_of.id), "en")
    async with window(link, tmp_path, SMALL) as pilot:
        screen = await see(pilot, link, page, page.title)
        for support in sight.graph.supports:
            assert support.name.split()[0] in screen, support.name
        assert "B Blank T Colors Q End" in words_of(screen)
        await pilot.resize_terminal(*ROOMY)
        await until(pilot, lambda: "(Mrs. Bea next door)" in painted(pilot))
        assert max(map(len, painted(pilot).splitlines())) > 112, "the map takes all of a wide window"
        await pilot.resize_terminal(*LARGE_FONT)
        await pilot.pause()
        assert "Patience" in painted(pilot), "what is spoken of is in sight"
        assert page.title not in painted(pilot), "all rows are the map's"
        seen = painted(pilot)
        for key in ("home", "pagedown", "end", "up", "down"):
            await pilot.press(key)
            await pilot.pause()
            seen += painted(pilot)
        for support in sight.graph.supports:
            assert support.name in seen, "names stay whole with large letters too"
        assert "● Mari" in seen
        light = Spotlight(kinds=("natural", "peer", "community"), alone=True)
        assert "Without paid services" in await see(pilot, link, sight.page(Glance("", light), "en"), "Without")
        assert "Okafor" not in painted(pilot)
        await see(pilot, link, BLANK, CALM)
        view = pilot.app.query_one(RoomMapView)
        assert (view._graph, view._look, view._canvas, view.canvas) == (None, None, None, None)
        assert "step 4 of 8" in await see(pilot, link, NEEDS, "step 4 of 8")
        await see(pilot, link, page, "Patience")
        await pilot.press("b")
        assert "Patience" not in painted(pilot)
        assert view._graph is None
        await pilot.press("b")
        assert "Patience" in painted(pilot)
        link.close()
        await until(pilot, lambda: CALM in painted(pilot))


def test_very_many_supports_stand_in_groups_until_one_of_them_is_opened() -> None:
    graph = demo_sight().graph
    kinds = ("natural", "formal")
    many = replace(
        graph,
        supports=tuple(
            replace(graph.supports[0], id=f"s{n}", kind=kinds[n % 2], domain=("health", "social")[n // 2 % 2])
            for n in range(90)
        ),
        ties=(),
    )
    page = RoomSight(many, {}).page(Glance(selected="natural/social"), "en")
    assert page.map is not None
    assert page.map.chosen == len(many.homes) + len(many.members) + 2
    assert len(groups_of(graph_of(page.map))) == 4
    opened = RoomSight(many, {}).page(Glance("", Spotlight(kinds=("formal",), domain="health", alone=True)), "en")
    assert opened.map is not None
    assert groups_of(graph_of(opened.map)) == ()


def test_the_painter_of_the_window_loads_no_record() -> None:
    page = demo_sight().page(Glance(), "en").as_json()
    code = (
        "import sys; from teammeet.room_window.page import RoomPage; from teammeet.tui.room.map import graph_of, look_of;"
        "from teammeet.ecomap.terminal import painted; page = RoomPage.from_json(sys.stdin.buffer.read());"
        "assert painted(graph_of(page.map), 80, 24, look_of(page.map, page.language)).rows;"
        "import teammeet.tui.widgets.map_view; print(' '.join(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, input=page, check=True).stdout.decode().split()
    assert [name for name in told if name.startswith(("teammeet.desk", "teammeet.store", "teammeet.practice"))] == []
    assert {name for name in told if name.startswith("teammeet.model")} <= {"teammeet.model", "teammeet.model.domains"}
    assert {name.partition(".")[0] for name in told} & {"sqlcipher3", "docx", "lxml"} == set()


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_what_is_dim_can_still_be_read_and_is_told_apart_from_afar(theme: Theme) -> None:
    dim, ground = Color.parse(theme.variables["map-dim"]), Color.parse(theme.background or "")
    bright = Color.parse(theme.foreground or "")
    assert contrast(dim, ground) >= 3
    assert contrast(bright, ground) >= 2 * contrast(dim, ground)
