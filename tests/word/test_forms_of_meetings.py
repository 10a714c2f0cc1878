"""A meeting that planned nothing says so in the plan of care, with the reason."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from tests.tui.meeting_scenes import small_family
from tests.word.conftest import Write

from teammeet.messages import text
from teammeet.model.meetings import Meeting


@pytest.mark.parametrize("form", ["update_only", "not_held"])
def test_it_says_so_with_the_reason(write: Write, form: str) -> None:
    held = Meeting.model_validate({"id": "now", "on": date(2026, 3, 2), "form": form, "update_reason": "Dani is ill."})
    with ZipFile(io.BytesIO(write(small_family(meetings=(held,), attendances=())))) as file:
        printed = file.read("word/document.xml").decode()
    said = text(f"word.{form}", "en", reason="")
    assert said.strip() in printed
    assert "Dani is ill." in printed
