"""Commands that need no vault: exporters, agendas, schema, coach."""

import argparse
from pathlib import Path
from typing import Any

from teammeet.cli.says import contents, language_of, print_json, standard_input, tell
from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.system import agenda_folders
from teammeet.text import mended


def list_exporters(asked: argparse.Namespace) -> None:
    """What a family can be exported to."""
    from teammeet.export import exporters

    found = [(e.name, e.suffix, e.describe(language_of(asked))) for e in exporters()]
    value = [{"name": name, "suffix": suffix, "about": about} for name, suffix, about in found]
    tell(asked, value, (f"{name:17} .{suffix:5} {about}" for name, suffix, about in found))


def list_agendas(asked: argparse.Namespace) -> None:
    """The agendas that can be used; with ``check FILE``, whether that one can be read."""
    from teammeet.practice.agenda import read_agenda, shelf

    language = language_of(asked)
    if asked.action == "check":
        if asked.file is None:
            raise TeammeetError("file-unnamed")
        agenda = read_agenda(asked.file)
        facts = {"name": agenda.title.in_language(language), "number": len(agenda.steps), "minutes": agenda.minutes}
        value = {"id": agenda.id, "title": facts["name"], "steps": facts["number"], "minutes": facts["minutes"]}
        tell(asked, value, (text("cli.agenda-good", language, **facts),))
        return
    found = shelf(agenda_folders())
    shown = [
        {"id": a.id, "title": a.title.in_language(language), "steps": len(a.steps), "minutes": a.minutes} for a in found.agendas
    ]
    lines = [f"{a.id:28} {a.minutes:3} min  {a.title.in_language(language)}" for a in found.agendas]
    tell(asked, shown, [*lines, *(refusal.sentence(language) for refusal in found.refusals)])


def schema(asked: argparse.Namespace) -> None:
    """The JSON Schema of a family file."""
    from teammeet.model.family_file import schema

    print_json(schema(), indent=None if asked.json else 1)


def coach(asked: argparse.Namespace) -> None:
    """Hints on the lines of a file, each with its reason; a line is never called wrong, and nothing is kept."""
    from teammeet.practice.coach import hints

    source = standard_input() if asked.file == "-" else contents(Path(asked.file)).decode("utf-8-sig", "replace")
    language = language_of(asked)
    value: list[dict[str, Any]] = []
    for line in source.splitlines():
        words, _ = mended(line)
        found = hints(asked.kind, words, language)
        shown = [{"rule": h.rule, "phrase": h.phrase, "reason": h.reason, "ask": h.ask} for h in found]
        value.append({"text": words, "hints": shown})
    lines = [part for entry in value for part in _coached(entry)]
    tell(asked, value, lines)


def _coached(entry: dict[str, Any]) -> list[str]:
    return [entry["text"], *(f"    {h['phrase']}: {h['reason']} {h['ask']}" for h in entry["hints"])]
