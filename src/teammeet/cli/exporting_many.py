"""Many families in one call: each to a file of its usual name in one folder. One that cannot be written holds up no other."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from pathlib import Path
from typing import Any

from teammeet.cli.exporting import from_file, from_vault, is_file, usual_name
from teammeet.cli.says import language_of, remark, tell
from teammeet.cli.vault import unlocked
from teammeet.desk import Desk
from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Exporter, Options, save
from teammeet.messages import Message, count, text


def export_many(asked: argparse.Namespace, exporter: Exporter, options: Options) -> None:
    """Write every family that was named, or the whole vault.

    Raises:
        TeammeetError: ``exported-some``: not all of them could be written; why is said of each.
        ExportRefused: there is no such folder.
    """
    folder = _folder(asked.output)
    needs_vault = asked.all or not all(map(is_file, asked.sources))
    with unlocked(asked) if needs_vault else nullcontext() as desk:
        sources = [line.code for line in desk.families(date.today())] if asked.all and desk else asked.sources
        done, refused = _written(asked, exporter, options, desk, sources, folder)
    said = count("cli.written-many", len(done), language_of(asked), folder=folder)
    tell(asked, done, (said,))
    for source, error in refused:
        remark(f"{source}: {error.sentence(language_of(asked))}")
    if asked.roles:
        remark(text("roles.read-first", language_of(asked)))
    if refused:
        raise TeammeetError("exported-some", number=len(refused), of=len(sources))


def _folder(output: Path | None) -> Path:
    """The folder that was named; this one if none was. One that is not there is made, for its owner alone, if its parent is."""
    folder = output or Path()
    with suppress(OSError):  # what is no folder afterwards is refused
        folder.mkdir(mode=0o700)
    if not folder.is_dir():
        raise ExportRefused(why=Message("export.fault.no-folder"))
    return folder


def _written(
    asked: argparse.Namespace, exporter: Exporter, options: Options, desk: Desk | None, sources: list[str], folder: Path
) -> tuple[list[dict[str, Any]], list[tuple[str, TeammeetError]]]:
    """What was written, and what could not be, each with the reason."""
    done: list[dict[str, Any]] = []
    refused: list[tuple[str, TeammeetError]] = []
    with _progress(sources, asked) as following:
        for source in following:
            try:
                done.append(_one(asked, exporter, options, desk, source, folder))
            except TeammeetError as error:
                refused.append((source, error))
    return done, refused


def _one(
    asked: argparse.Namespace, exporter: Exporter, options: Options, desk: Desk | None, source: str, folder: Path
) -> dict[str, Any]:
    if desk is None or is_file(source):
        view, exported = from_file(asked, exporter, source, options)
    else:
        view, exported = from_vault(asked, exporter, desk, source, options)
        desk.let_go(view.header.id)
    path = folder / usual_name(asked, exporter, view, options)
    save(exported, path, overwrite=asked.overwrite)
    for line in exported.remarks:
        remark(f"{path.name}: {line}")
    return {"file": str(path), "bytes": len(exported.content), "remarks": list(exported.remarks)}


@contextmanager
def _progress(sources: list[str], asked: argparse.Namespace) -> Iterator[Iterable[str]]:
    """The sources one after the other, with a bar on the terminal; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield sources
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    told = text("cli.writing-many", language_of(asked))
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(sources, description=told)
