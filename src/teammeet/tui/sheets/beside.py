"""The reading pane beside a sheet: what stands in the row under the cursor."""

from __future__ import annotations

from textual.content import Content

from teammeet.model.leaning import is_narrow
from teammeet.model.record import LIST_OF, Edition
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.facts import facts
from teammeet.tui.forms.naming import kind_name
from teammeet.tui.forms.privacy import for_the_wall, has_private
from teammeet.tui.sheets.row import Look


def beside(look: Look, item: Item, private: bool) -> Content:
    """The fields of ``item`` that say something; those that only the facilitator sees when ``private`` is wanted."""
    lines = [Content.styled(kind_name(LIST_OF[type(item)], look.language), "bold $primary")]
    if is_narrow(item):
        lines.append(Content.styled(f"◑ {look.say('not-for-everybody', why=why_narrow(look, item, private))}", "bold"))
    if not isinstance(item, Edition):
        shown = item if private else for_the_wall(item)
        told = facts(form_of(type(item)), shown, look.family, look.language)
        lines += [Content.styled(f"{fact.label}: ", "$quiet") + Content(fact.words) for fact in told]
        if not private and has_private(item):
            lines.append(Content.styled(look.say("more-private"), "$quiet"))
    return Content("\n").join(lines)


def why_narrow(look: Look, item: Item, private: bool) -> str:
    """Why not everybody sees ``item``; from whom it is kept is told only when ``private`` is wanted."""
    reasons = [look.say("narrow.record", kind=look.term(f"record_kind.{item.record}"))] if item.record != "none" else []
    for field, held in (("kept_from", item.kept_from), ("only_for", item.only_for)):
        if held:
            reasons.append(f"{look.say(f'field.{field}')}: {look.names(held)}" if private else look.say(f"narrow.{field}"))
    if item.taken_back:
        reasons.append(look.say("narrow.taken_back"))
    return "; ".join(reasons)
