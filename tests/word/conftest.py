"""How the tests of this room get a document from a family."""

from collections.abc import Callable

import pytest

from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.readers import reader_named
from teammeet_word import plan_of_care

from .records import TODAY

Write = Callable[..., bytes]


@pytest.fixture
def write() -> Write:
    """The plan of care of a family for a reader, as bytes."""

    def written(family: Family, reader: str = "facilitator", language: str = "en", options: Options | None = None) -> bytes:
        view = family.seen_by(reader_named(family, reader, TODAY))
        return plan_of_care.write(view, language, options or Options(today=TODAY)).content

    return written
