"""LibreOffice as judge of signatures: one start for all files, asked through its own interface (python3-uno).

Run by the Python of the system, which has ``uno``: ``/usr/bin/python3 libreoffice_judge.py FOLDER FILE…``. FOLDER is for its
profile; the first file is opened and saved again there, as ``saved.docx``, and judged too. It prints one JSON object: for each
file, each signature as LibreOffice sees it, or what it said against the file.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno

PIPE = "teammeet-seal"
TRIES = 300
PAUSE = 0.2


def main() -> None:
    """Start LibreOffice, ask it about every file, end it."""
    folder, files = Path(sys.argv[1]).resolve(), [Path(said).resolve() for said in sys.argv[2:]]
    name = f"{PIPE}-{folder.name}"
    asked = ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={name};urp;"]
    program = subprocess.Popen([*asked, f"-env:UserInstallation={(folder / 'profile').as_uri()}"])
    try:
        context = connected(name, program)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        files.append(saved_again(desktop, files[0], folder / "saved.docx"))
        print(json.dumps({file.name: judged(context, file) for file in files}))
        desktop.terminate()
        program.wait(30)
    finally:
        program.kill()


def connected(name: str, program: "subprocess.Popen[bytes]") -> Any:
    """The running LibreOffice, once it answers."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if program.poll() is not None:
                raise SystemExit("LibreOffice ended before it answered") from None
            time.sleep(PAUSE)
    raise SystemExit("LibreOffice did not answer")


def saved_again(desktop: Any, file: Path, to: Path) -> Path:
    """A file as LibreOffice writes it once it has read it."""
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (setting("Hidden", True),))
    document.storeToURL(to.as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    return to


def setting(name: str, value: object) -> Any:
    """One thing that LibreOffice is told."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def judged(context: Any, file: Path) -> Any:
    """The signatures of one file, or the name of what LibreOffice threw at it."""
    make = context.ServiceManager.createInstanceWithContext
    try:
        stream = make("com.sun.star.ucb.SimpleFileAccess", context).openFileRead(file.as_uri())
        as_zip = uno.Any("[]com.sun.star.beans.PropertyValue", (setting("StorageFormat", "ZipFormat"),))
        how = (stream, 1, as_zip)  # 1: to be read only
        storage = uno.invoke(make("com.sun.star.embed.StorageFactory", context), "createInstanceWithArguments", (how,))
        kind = "com.sun.star.security.DocumentDigitalSignatures"
        judge = context.ServiceManager.createInstanceWithArgumentsAndContext(kind, ("1.2", True), context)
        return [told(signature) for signature in judge.verifyDocumentContentSignatures(storage, None)]
    except uno.getClass("com.sun.star.uno.Exception") as error:
        return type(error).__name__


def told(signature: Any) -> dict[str, Any]:
    """What LibreOffice says of one signature. That one is partial it says of every Office file, so it is not asked."""
    return {"valid": signature.SignatureIsValid, "signer": signature.Signer.SubjectName if signature.Signer else ""}


main()
