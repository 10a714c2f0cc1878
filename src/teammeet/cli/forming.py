"""The form command: an agency's own form is looked through, or our layout written as one to start from."""

import argparse
from pathlib import Path

from teammeet.cli.says import contents, language_of, tell
from teammeet.export import Exported, save
from teammeet.messages import text


def check(asked: argparse.Namespace) -> None:
    """Say everything that keeps a form from being filled well. The process ends with 1 if one thing is a danger or a fault."""
    from teammeet_word.forms.check import checked

    language = language_of(asked)
    found = checked(contents(asked.file))
    said = [
        {
            "weight": finding.weight,
            "key": finding.key,
            "place": text(finding.place.key, language, **finding.place.values),
            "sentence": text(finding.sentence.key, language, **finding.sentence.values),
        }
        for finding in found
    ]
    weights = {weight: text(f"formcheck.weight-{weight}", language) for weight in ("danger", "fault", "hint")}
    lines = [f"{weights[one['weight']]}: {one['place']}: {one['sentence']}" for one in said]
    tell(asked, said, lines or [text("formcheck.nothing", language)])
    if any(finding.weight != "hint" for finding in found):
        raise SystemExit(1)


def new(asked: argparse.Namespace) -> None:
    """Write our own layout as a form."""
    from teammeet_word.forms.ours import new_form

    language = language_of(asked)
    content = new_form(language)
    path = asked.output or Path("form.docx")
    save(Exported(content), path, overwrite=asked.overwrite)
    tell(asked, {"file": str(path), "bytes": len(content)}, (text("formcheck.written", language, path=path),))
