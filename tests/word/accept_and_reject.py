"""Run by the Python that LibreOffice comes with: what documents say as they are, and after accepting or rejecting all changes.

Arguments: a folder for the profile, then files. It prints one JSON object: by file, the number of changes, three texts, and
the pictures with each; of a file without changes what it says as it is.
"""

import json
import os
import subprocess
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def started(profile: str) -> tuple["subprocess.Popen[bytes]", Any]:
    pipe = f"teammeet{os.getpid()}"
    asked = [
        "soffice",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
        f"-env:UserInstallation=file://{profile}",
    ]
    office = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(300):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start")


def lines(text: Any) -> list[str]:
    found: list[str] = []
    portions = text.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.supportsService("com.sun.star.text.TextTable"):
            for name in portion.getCellNames():
                found += lines(portion.getCellByName(name))
        elif portion.getString().strip():
            found.append(portion.getString())
    return found


def changes(document: Any) -> int:
    found, each = 0, document.getRedlines().createEnumeration()
    while each.hasMoreElements():
        each.nextElement()
        found += 1
    return found


def pictures(document: Any) -> list[str]:
    """What is said of each picture for those who do not see it, with its size: two maps never say quite the same."""
    held = document.getGraphicObjects()
    shown = [held.getByIndex(number) for number in range(held.getCount())]
    return sorted(f"{each.Description} {each.Size.Width}x{each.Size.Height}" for each in shown)


def main(profile: str, files: list[str]) -> None:
    office, context = started(profile)
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    dispatcher = create("com.sun.star.frame.DispatchHelper", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    told = {}
    try:
        for file in files:
            said: dict[str, Any] = {}
            for how in ("", "Accept", "Reject"):
                if how and not said["changes"]:
                    continue
                document = desktop.loadComponentFromURL(f"file://{file}", "_blank", 0, (hidden,))
                if how:
                    frame = document.CurrentController.Frame
                    dispatcher.executeDispatch(frame, f".uno:{how}AllTrackedChanges", "", 0, ())
                said[how or "text"] = lines(document.Text)
                said[f"{how} pictures".strip()] = pictures(document)
                if not how:
                    said["changes"] = changes(document)
                document.close(True)
            told[os.path.basename(file)] = said
    finally:
        desktop.terminate()
        office.wait(30)
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
