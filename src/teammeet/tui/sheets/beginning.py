"""What a sheet says before anything stands on it: which key comes first."""

from __future__ import annotations

from collections.abc import Iterable

from teammeet.tui.sheets.row import Look, Row


def with_beginning(look: Look, sheet: str, kinds: tuple[str, ...], rows: Iterable[Row]) -> tuple[Row, ...]:
    """``rows``, below a line that says what to press first if nothing stands there but what every family has.

    Enter on that line adds the first of ``kinds``, the lists that the sheet can add to.
    """
    held = tuple(rows)
    if any(row.item not in ("", look.family.header.id) for row in held):
        return held
    return (Row(f"beginning:{sheet}", look.say(f"empty.{sheet}"), "→", level=1, kind=kinds[0]), *held)
