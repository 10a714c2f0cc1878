"""What changed since a signed plan, on screen: from the plan that was signed, and from where the next one is."""

import pytest
from tests.tui.family_shown import DAY, go_to, shown, the_demo
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.plan import Strength
from teammeet.model.readers import facilitator, room
from teammeet.model.values import Words
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.plan_changes import Then, told_since
from teammeet.tui.screens.signed_plan import SignedPlan
from teammeet.tui.screens.what_changed import WhatChangedSince


def told(pilot: Pilot[None]) -> str:
    """The two moments and all that is said of them."""
    return "\n".join(str(pilot.app.screen.query_one(f"#{name}", Static).content) for name in ("moments", "told"))


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_signed_plan_says_what_changed_since(desk: Desk, size: tuple[int, int]) -> None:
    family = the_demo(desk)
    strength = family.strengths[0]
    desk.change(family.header.id, [put(strength.changed(words=strength.words.changed(text="Sings aloud")))])
    async with shown(desk, family, size=size) as pilot:
        await pilot.press("4")
        await go_to(pilot, family.editions[0].id)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, WhatChangedSince)
        said = told(pilot)
        assert "What changed. From plan 1" in said
        assert "→ Sings aloud" in said
        assert "This is done." in said
        scroll = pilot.app.screen.query_one("#changes")
        await pilot.press("end")
        await pilot.pause()
        assert scroll.scroll_y == scroll.max_scroll_y
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, WhatChangedSince), "another moment can be picked"
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, WhatChangedSince)
        assert "From the day this record began" in told(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SignedPlan)


async def test_where_the_next_plan_is_signed_the_room_reads_what_it_may_see(desk: Desk) -> None:
    family = the_demo(desk)
    hidden = Strength(id="hidden", words=Words(text="Qxsecret"), record="health")
    desk.change(family.header.id, [put(hidden)])
    async with shown(desk, family) as pilot:
        app = pilot.app
        assert isinstance(app, TeamMeetApp)
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(app.screen, WhatChangedSince)
        assert ("Qxsecret" in told(pilot)) == app.sharing.private


@pytest.mark.parametrize("then", [True, False])
def test_what_the_room_may_not_see_now_is_told_to_the_facilitator_alone(then: bool) -> None:
    family = demo.family(DAY)
    hidden = Strength(id="hidden", words=Words(text="Qxsecret"), kept_from=(family.people[0].id,))
    kept = family.editions[0].record_kept
    assert kept is not None
    if then:
        record = kept.model_copy(update={"strengths": (*kept.strengths, hidden)})
        family = family.with_edits([put(family.editions[0].model_copy(update={"record_kept": record}))])
        shown_now = hidden.changed(words=Words(text="Other words"))
        family = family.with_edits([put(shown_now)])
    else:
        family = family.with_edits([put(hidden)])
    signed = family.as_signed(1)
    assert signed is not None
    since = Then(signed, DAY, "plan 1")
    told = {
        reader.role: told_since(family, since, reader, (), "en").lines for reader in (facilitator(DAY), room(family, [], DAY))
    }
    assert "Qxsecret" in "\n".join(told["facilitator"])
    assert "Qxsecret" not in "\n".join(told["room"])
    assert "Other words" not in "\n".join(told["room"])
