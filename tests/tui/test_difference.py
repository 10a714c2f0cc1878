"""Undo and redo say what they took back and what they brought back."""

from tests.tui.family_shown import a_family, now, shown

from teammeet.desk import Desk
from teammeet.messages import text
from teammeet.model.family import drop, put
from teammeet.model.people import Household
from teammeet.model.plan import Need
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Words
from teammeet.tui.forms.difference import in_few_words


def test_what_came_or_went_is_called_by_its_first_words(desk: Desk) -> None:
    family = a_family(desk)
    need = Need(id="need", words=Words(text="to feel safe on the bus in the morning, and on the way home"))
    more = family.with_edits([put(need)])
    assert in_few_words(more, family, "en") == "Need “to feel safe on the bus in the morning,…”"
    assert in_few_words(family, more, "es").startswith("Necesidad “to feel safe")
    assert in_few_words(family, family, "en") == ""


def test_a_changed_field_is_named_but_never_what_stands_in_private_ones(desk: Desk) -> None:
    family = a_family(desk)
    youth = family.people[0]
    changed = family.with_edits([put(youth.changed(private_note="she drinks"))])
    assert in_few_words(changed, family, "en") == "Person “Ty”: Private note"
    renamed = family.with_edits([put(youth.changed(used_name="Tyrone"))])
    assert in_few_words(renamed, family, "en") == "Person “Tyrone”"


def test_of_many_the_first_is_named_and_the_others_are_counted(desk: Desk) -> None:
    family = a_family(desk)
    assert in_few_words(family, family.with_edits([drop(family.people[0]), put(Need(id="n"))]), "en").endswith("and 1 more")


async def test_undo_and_redo_say_it_in_the_heading(desk: Desk) -> None:
    family = a_family(desk)
    desk.change(family.header.id, [put(Need(id="need", words=Words(text="to sleep")))])
    async with shown(desk, family, (120, 40)) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now(pilot).needs == ()
        assert "Taken back: Need “to sleep”" in pilot.app.status
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "Brought back: Need “to sleep”" in pilot.app.status


def test_what_became_of_a_line_is_said_in_its_kinds_and_fits_the_heading(desk: Desk) -> None:
    tie = Tie(id="t", support="s", to="h")
    line = (Support(id="s", name="Abuela Inés"), Household(id="h", name="Lola's home"), tie)
    family = a_family(desk).with_edits([put(item) for item in line])
    strong = family.with_edits([put(tie.changed(claims=(Claim(kinds=("strong",)),)))])
    both = family.with_edits([put(tie.changed(claims=(Claim(kinds=("strong",)), Claim(kinds=("cut_off",), said_by="s"))))])
    gives = strong.with_edits([put(tie.changed(claims=(Claim(kinds=("strong",), flow="to"),)))])
    assert in_few_words(strong, family, "en") == "the line Abuela Inés – Lola's home, strong"
    assert in_few_words(both, strong, "es") == "la línea Abuela Inés – Lola's home, cortado"
    assert in_few_words(gives, strong, "en") == "the line Abuela Inés – Lola's home, energy"
    assert in_few_words(strong, strong.with_edits([drop(tie)]), "en") == "the line Abuela Inés – Lola's home, strong"
    assert in_few_words(family, family.with_edits([drop(tie)]), "en") == "the line Abuela Inés – Lola's home"
    moved = family.with_edits([put(tie.changed(to="s"))])
    assert in_few_words(moved, family, "en").endswith("where it leads")
    long = both.with_edits([put(Support(id="s", name="A very long name indeed " * 3)), put(Need(id="n"))])
    for language in ("en", "es"):
        what = in_few_words(long, long.with_edits([drop(tie), drop(Need(id="n"))]), language)
        told = max((text(f"family.{way}-told", language, what=what) for way in ("undo", "redo")), key=len)
        assert len(told) <= 78, told


def test_who_sees_a_kind_changed_but_no_kind_is_said(desk: Desk) -> None:
    tie = Tie(id="t", support="s", to="h", claims=(Claim(kinds=("stressful",)),))
    family = a_family(desk).with_edits([put(Support(id="s", name="Sam")), put(Household(id="h", name="Home")), put(tie)])
    released = family.with_edits([put(tie.changed(shown_to="room"))])
    unseen = family.with_edits([put(tie.changed(claims=()))])
    for was, now_is in ((released, unseen), (unseen, released)):
        assert in_few_words(was, now_is, "en") == "the line Sam – Home, who sees its kind"
