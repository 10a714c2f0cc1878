"""A source of styles is read once for one set of colours, and anew for another."""

import pytest
from textual.css.errors import StylesheetError
from textual.css.stylesheet import StylesheetParseError

from teammeet.tui.read_once import ReadOnceStylesheet

BY_DAY, BY_NIGHT = {"primary": "#1f5f5b"}, {"primary": "#86c7bd"}


def sheet() -> ReadOnceStylesheet:
    made = ReadOnceStylesheet(variables=BY_DAY)
    made.add_source("Static { color: $primary; }", read_from=("a", "a"))
    made.parse()
    return made


def test_what_was_read_is_not_read_again_for_another_source_or_for_the_same_colours() -> None:
    styles = sheet()
    (first,) = styles.rules
    styles.add_source("Input { color: red; }", read_from=("b", "b"))
    styles.set_variables(dict(BY_DAY))
    styles.reparse()
    assert len(styles.rules) == 2
    assert styles.rules[0] is first


def test_other_colours_are_taken_up() -> None:
    styles = sheet()
    styles.set_variables(BY_NIGHT)
    styles.reparse()
    (rule,) = styles.rules
    assert rule.styles.color.hex.lower() == BY_NIGHT["primary"]


def test_a_fault_in_one_source_leaves_the_rules_as_they_were() -> None:
    styles = sheet()
    before = tuple(styles.rules)
    styles.add_source("Static { colour: red; }", read_from=("b", "b"))
    with pytest.raises((StylesheetError, StylesheetParseError)):
        styles.reparse()
    assert tuple(styles._rules) == before
