"""LibreOffice opens the file and shows all of its text."""

import shutil
import subprocess
from pathlib import Path

import pytest

from .accessibility import package_of, text_of
from .conftest import Write
from .records import demo, full

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")


def shown_by_libreoffice(content: bytes, folder: Path) -> str:
    """The text of a document as LibreOffice reads it, with a profile of its own."""
    (folder / "plan.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*asked, str(folder / "plan.docx")], check=True, capture_output=True, timeout=180)
    return " ".join((folder / "plan.txt").read_text(encoding="utf-8-sig").split())


@pytest.mark.parametrize("name", ["full", "demo"])
def test_all_of_the_text_is_shown(write: Write, name: str, tmp_path: Path) -> None:
    content = write(full()[0] if name == "full" else demo())
    shown = shown_by_libreoffice(content, tmp_path)
    for paragraph in package_of(content).paragraphs:
        assert " ".join(text_of(paragraph).split()) in shown
