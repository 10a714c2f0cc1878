"""The wheel: built, installed where nothing else is, and put to its main job."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("teammeet-*.whl"))


def test_the_wheel_holds_the_rooms_their_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "teammeet/py.typed",
        "teammeet/agendas/review-meeting.toml",
        "teammeet/messages/es/errors.toml",
        "teammeet/demo/family.json",
        "teammeet_word/__init__.py",
        "teammeet_picture/__init__.py",
    ):
        assert wanted in names
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {"teammeet", "teammeet_word", "teammeet_picture"}


def test_a_clean_machine_exports_the_plan_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    run(scripts / "teammeet", "demo", "--file", "demo.json", cwd=tmp_path)
    others = {"ecomap-svg": b"<", "ecomap-png": b"\x89PNG", "ecomap-words": b"Ecomap of", "family-file": b"{"}
    for name, begins in ({"word": b"PK", "crisis-page": b"PK", "rating-sheet": b"PK"} | others).items():
        run(scripts / "teammeet", "export", "demo.json", "--to", name, "-o", name, cwd=tmp_path)
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "first-wraparound-meeting" in run(scripts / "teammeet", "agendas", cwd=tmp_path)
