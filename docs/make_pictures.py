"""Draw the pictures of the README: screens of the invented family, its map, and the first pages of its plan.

Run ``python docs/make_pictures.py``. The plan's pages need LibreOffice and poppler; DejaVu Sans Mono draws the screens.
"""

import asyncio
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py

from teammeet import demo
from teammeet.desk import Desk, Incoming, Settings
from teammeet.export import Options, exporter_named
from teammeet.model.family import Family, put
from teammeet.model.readers import team
from teammeet.tui.app import TeamMeetApp

PICTURES = Path(__file__).with_name("pictures")
WIDTH = 1400
"""Of each picture, in pixels."""


def main() -> None:
    """Draw them all."""
    with TemporaryDirectory() as folder:
        asyncio.run(_screens(Path(folder)))
        _plan(demo.family(date.today()), Path(folder))


async def _screens(folder: Path) -> None:
    desk = Desk.throw_away(folder / "demo.vault")
    family = demo.family(date.today())
    desk.accept(Incoming(family, True, tuple(put(item) for item in family.items())))
    desk.save_settings(Settings(theme="teammeet-light", language="en"))
    app = TeamMeetApp(desk=desk, open_family=family.header.id, start_meeting=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await pilot.pause(0.5)
        _draw(app.export_screenshot(title="teammeet"), "meeting")
        app.go("ecomap")
        await pilot.pause(0.5)
        _draw(app.export_screenshot(title="teammeet"), "map")


def _draw(screenshot: str, name: str) -> None:
    """A screenshot as a PNG, with a font of this machine: the one that it names would be fetched from outside."""
    plain = re.sub(r"@font-face\s*{[^}]*}", "", screenshot).replace("Fira Code", "DejaVu Sans Mono")
    picture = resvg_py.svg_to_bytes(svg_string=plain, width=WIDTH, font_family="DejaVu Sans Mono")
    (PICTURES / f"{name}.png").write_bytes(bytes(picture))


def _plan(family: Family, folder: Path) -> None:
    view = family.seen_by(team(family, date.today()))
    (folder / "plan.docx").write_bytes(exporter_named("word").write(view, "en", Options()).content)
    office, pages = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not pages:
        print("LibreOffice or poppler is not installed: the pages of the plan stay as they are.")
        return
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "plan.docx")]
    subprocess.run(convert, check=True, capture_output=True)
    for page, name in ((1, "plan"), (4, "plan-map")):
        command = [pages, "-f", str(page), "-l", str(page), "-singlefile", "-r", "60", "-png", str(folder / "plan.pdf")]
        subprocess.run([*command, str(PICTURES / name)], check=True)


if __name__ == "__main__":
    main()
