"""What is to be said of a form's controls: unknown fields, fields out of place, controls of the wrong kind, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from teammeet.messages import Message
from teammeet.text import mended
from teammeet_word.accessibility.document import W
from teammeet_word.forms.fields import DEEPEST, LONGEST_TAG, TOP
from teammeet_word.forms.found_controls import FoundControl
from teammeet_word.forms.marks import W15
from teammeet_word.forms.meant import why_lost

Weight = Literal["fault", "hint"]
Said = tuple[Weight, str, FoundControl | None, Message]
_SHOWN: Final = 40
MOST_OF_ONE: Final = 50
"""So many findings of one kind are told one by one; the rest are counted."""
_MOST_IN_EACH_OTHER: Final = 5
"""Sections of lists of ten that stand in each other so many times have more rows than a form may (50,000)."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a plan should have a place for: one of these scopes, or of these fields of the plan."""

    key: str
    scopes: frozenset[str]
    tags: frozenset[str] = frozenset()


_WANTED: Final = (
    _Wanted("name", frozenset({"person"}), frozenset({"family_name", "plan_code", "plan_name"})),
    _Wanted("vision", frozenset(), frozenset({"vision"})),
    _Wanted("strengths", frozenset({"strength"})),
    _Wanted("needs", frozenset({"need"})),
    _Wanted("outcomes", frozenset({"outcome"})),
    _Wanted("actions", frozenset({"strategy", "task"})),
    _Wanted("team", frozenset({"member", "attendance"})),
    _Wanted("crisis", frozenset({"crisis_plan", "stage"})),
    _Wanted("signatures", frozenset({"signer", "signature", "agreement"})),
    _Wanted("map", frozenset(), frozenset({"map"})),
    _Wanted("code", frozenset(), frozenset({"plan_code", "plan_name", "plan_number", "check_code"})),
    _Wanted("left-out", frozenset(), frozenset({"left_out"})),
    _Wanted("part-two", frozenset(), frozenset({"part_2_notice"})),
)


def of_the_controls(controls: tuple[FoundControl, ...], elsewhere: tuple[FoundControl, ...]) -> Iterator[Said]:
    """Everything to be said of the controls of a form; ``elsewhere`` are those in parts that nobody fills."""
    if not any(control.tag for control in controls):
        yield "fault", "no-controls", None, Message("formcheck.fault.no-controls")
        return
    lost = 0
    for control in controls:
        lost += bool(control.tag) and control.path is None
        yield from _of_one(control, seeks=lost <= MOST_OF_ONE)
    for control in elsewhere:
        yield "fault", "not-filled", control, Message("formcheck.fault.not-filled", {"tag": _shown(control.tag)})
    yield from _missing(controls)


def _of_one(control: FoundControl, *, seeks: bool) -> Iterator[Said]:
    """What is to be said of one control; ``seeks``: look for the field that a lost tag may have meant."""
    tag = _shown(control.tag)
    if not control.tag:
        if control.kind not in ("group", "foreign"):
            yield "fault", "no-tag", control, Message("formcheck.fault.no-tag", {"title": _shown(control.title)})
        return
    if len(control.tag) > LONGEST_TAG:
        yield "fault", "tag-too-long", control, Message("formcheck.fault.tag-too-long", {"tag": tag, "most": LONGEST_TAG})
    elif control.path is None:
        yield _unknown(control, seeks)
    else:
        yield from _wrong_kind(control)
    if not control.title.strip() and control.kind != "section":
        yield "hint", "no-title", control, Message("formcheck.hint.no-title", {"tag": tag})
    if control.multiplies and control.sections >= DEEPEST:
        yield "fault", "sections-too-deep", control, Message("formcheck.fault.sections-too-deep", {"most": DEEPEST})
    elif control.multiplies and control.sections + 1 == _MOST_IN_EACH_OTHER:
        yield "fault", "too-many-rows", control, Message("formcheck.fault.too-many-rows", {"tag": tag})
    if _is_bound(control):
        yield "hint", "bound", control, Message("formcheck.hint.bound", {"tag": tag})


def _unknown(control: FoundControl, seeks: bool) -> Said:
    """A tag that leads nowhere, with what may have been meant."""
    lost = why_lost(control.tag, control.inside, seeks=seeks)
    key = "unknown-field" if lost.why == "misspelt-field" else lost.why
    values = {"tag": _shown(control.tag), "section" if lost.why == "outside-section" else "field": lost.instead}
    return "fault", key, control, Message(f"formcheck.fault.{lost.why}", values)


def _wrong_kind(control: FoundControl) -> Iterator[Said]:
    path, kind = control.path, control.kind
    if path is None:
        return
    values = {"tag": _shown(control.tag)}
    field, narrowed = path.field if path.steps else None, bool(path.steps and path.steps[-1].narrowed)
    rows = field is not None and bool(field.of)
    if kind == "section" and (field is None or not rows):
        yield "fault", "no-list", control, Message("formcheck.fault.no-list", values)
    elif kind == "section" and control.element.find(f"{W}sdtContent/{W}sdt/{W}sdtPr/{W15}repeatingSectionItem") is None:
        yield "fault", "no-row", control, Message("formcheck.fault.no-row", values)
    elif field is None:
        yield "fault", "unknown-field", control, Message("formcheck.fault.unknown-field", values)
    elif (kind == "picture") != (field.kind == "picture"):
        key = "picture-control" if kind == "picture" else "picture-field"
        yield "fault", "wrong-kind", control, Message(f"formcheck.fault.{key}", values)
    elif kind == "date" and (field.kind != "date" or narrowed):
        yield "fault", "wrong-kind", control, Message("formcheck.fault.date-control", values)
    elif kind == "check" and not (field.kind == "check" or narrowed):
        yield "hint", "always-ticked", control, Message("formcheck.hint.always-ticked", values)
    elif not rows and ((control.holds and not path.if_any) or control.around_a_row):
        yield "fault", "unfit", control, Message("formcheck.fault.unfit", values)
    elif kind == "foreign":
        yield "fault", "wrong-kind", control, Message("formcheck.fault.foreign-control", values)


def _is_bound(control: FoundControl) -> bool:
    properties = control.properties
    return properties is not None and (
        properties.find(f"{W}dataBinding") is not None or properties.find(f"{W15}dataBinding") is not None
    )


def _missing(controls: tuple[FoundControl, ...]) -> Iterator[Said]:
    """What a plan of care should have a place for, and this form has not, with the reason."""
    scopes: set[str] = set()
    tags: set[str] = set()
    for control in controls:
        for step in control.path.steps if control.path is not None else ():
            scopes.add(step.field.of)
            if step.field.scope == TOP:
                tags.add(step.field.tag)
    for wanted in _WANTED:
        if not (wanted.scopes & scopes or wanted.tags & tags):
            yield "hint", f"missing-{wanted.key}", None, Message(f"formcheck.missing.{wanted.key}")


def _shown(said: str) -> str:
    """A tag or a title out of the form, as plain text, cut."""
    plain = mended(" ".join(said.split()))[0]
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain
