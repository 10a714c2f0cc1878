"""The map larger than the screen, and a map of very many supports."""

import pytest
from tests.ecomap.families import graph

from teammeet.ecomap.folding import folded, holding, opened
from teammeet.ecomap.rail import rail
from teammeet.ecomap.spotlight import narrowed
from teammeet.ecomap.terminal import Look
from teammeet.ecomap.zoom import Zoom, following, levels, magnified, moved, noted


def test_there_are_larger_pictures_only_than_the_screen() -> None:
    assert levels(80, 19) == 4
    assert levels(160, 40) == 2
    assert levels(400, 100) == 0


@pytest.mark.parametrize("many", [3, 25, 60])
def test_the_window_follows_whatever_is_selected(many: int) -> None:
    family = graph(many, homes=2)
    whole = magnified(family, 80, 19, Look(), 1)
    assert whole is not None
    zoom = Zoom(1)
    for support in family.supports:
        zoom = following(zoom, whole, support.id, 80, 18)
        shown = noted(whole, zoom, (80, 19), 4, "en")
        spots = [spot for spot in shown.spots if spot.id == support.id]
        assert spots
        assert all(spot.x >= 0 and spot.x + spot.width <= 80 and spot.y < 18 for spot in spots)
        assert shown.at(spots[0].x, spots[0].y) == support.id


def test_the_window_stays_on_the_picture_and_says_where_it_is() -> None:
    whole = magnified(graph(9), 80, 19, Look(), 2)
    assert whole is not None
    far = moved(Zoom(2), whole, (999, 999), 80, 18)
    assert (far.x, far.y) == (whole.width - 80, whole.height - 18)
    assert moved(far, whole, (-999, -999), 80, 18) == Zoom(2)
    assert "larger, step 2 of 4" in noted(whole, far, (80, 19), 4, "en").text.split("\n")[-1]


@pytest.mark.parametrize("many", [61, 200, 1000])
def test_many_supports_stand_in_rows_of_one_kind_and_domain_that_count_all(many: int) -> None:
    family = graph(many)
    drawn, groups = folded(family, None)
    canvas = rail(drawn, 80, 24, Look(groups=groups))
    assert canvas.hidden == 0
    assert sum(len(group.supports) for group in groups) == many
    assert {group.id for group in groups} <= {spot.id for spot in canvas.spots}
    for group in groups:
        for kind, number in group.kinds:
            assert f"{number}{Look().glyphs.sample(kind)}" in canvas.text


def test_an_opened_group_shows_its_supports_one_by_one() -> None:
    family = graph(1000, odd=True)
    _, groups = folded(family, None)
    for group in groups:
        spotlight = opened(group)
        drawn, left = folded(narrowed(family, spotlight), spotlight)
        assert holding(left, group.supports[0].id) is None
        assert {support.id for support in group.supports} <= {support.id for support in drawn.supports}


def test_a_map_of_sixty_is_drawn_one_by_one() -> None:
    assert folded(graph(60), None) == (graph(60), ())


def test_what_is_selected_below_the_screen_is_scrolled_to() -> None:
    family = graph(60)
    canvas = rail(family, 80, 19, Look(selected=family.supports[40].id))
    assert any(spot.id == family.supports[40].id for spot in canvas.spots)
