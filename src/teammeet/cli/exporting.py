"""The export command: a family of the vault, or a family file, to a document for one reader; or many of them."""

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from teammeet.cli.key import seal_asked
from teammeet.cli.says import contents, language_of, printing, remark, tell
from teammeet.cli.since import compared_with_then, refuse_since, since_asked
from teammeet.cli.vault import unlocked
from teammeet.desk import Desk
from teammeet.errors import TeammeetError
from teammeet.export import NOWHERE, Exported, Exporter, Options, exporter_named, file_name, made, refuse_unheeded, save
from teammeet.map_places import with_places_without_gaps
from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.family_file import read_family
from teammeet.model.readers import reader_named
from teammeet.model.roles import both_in_roles, with_roles
from teammeet.model.since import seen_since
from teammeet.model.view import View
from teammeet.noted import Shown, noted_as


def export(asked: argparse.Namespace) -> None:
    """Write families with one exporter."""
    exporter = exporter_named(asked.to)
    refuse_since(asked)
    options = _options(asked)
    refuse_unheeded(exporter, options.asked)
    if asked.all or len(asked.sources) > 1:
        from teammeet.cli.exporting_many import export_many  # whoever writes one file does without it

        export_many(asked, exporter, options)
    elif is_file(asked.sources[0]):
        _deliver(asked, exporter, options, *from_file(asked, exporter, asked.sources[0], options))
    else:
        with unlocked(asked) as desk:
            _deliver(asked, exporter, options, *from_vault(asked, exporter, desk, asked.sources[0], options))


def from_file(asked: argparse.Namespace, exporter: Exporter, source: str, options: Options) -> tuple[View, Exported]:
    """What the reader sees of the family in a family file, and the file made of it."""
    family = read_family(contents(Path(source)))
    view, exported = _made(asked, exporter, family, replace(options, in_vault=False))
    if options.seal is not None:
        exported = replace(exported, remarks=(*exported.remarks, text("seal.no-vault", language_of(asked))))
    return view, exported


def from_vault(asked: argparse.Namespace, exporter: Exporter, desk: Desk, code: str, options: Options) -> tuple[View, Exported]:
    """The same of a family in the vault. It is noted in the chain of accesses before anybody gets the file."""
    family = desk.open(desk.id_of(code))
    reader = asked.reader or exporter.reader
    places = NOWHERE if asked.roles else desk.map_places(family.header.id, reader)
    view, exported = _made(asked, exporter, family, replace(options, places=places), desk)
    shown = Shown(reader, asked.language or "", asked.edition, _since_in_words(asked))
    desk.note_access(family.header.id, noted_as(exporter, view, exported.content, options, shown))
    if asked.edition is None and not asked.roles:  # a signed edition may lack what has a place by now
        desk.save_map_places(family.header.id, reader, exported.places)
    return view, exported


def _options(asked: argparse.Namespace) -> Options:
    """What is asked of the exporter besides the view."""
    return Options(
        fonts=tuple(asked.fonts),
        large=asked.large,
        second=asked.beside_language,
        form=contents(asked.form) if asked.form is not None else None,
        seal=seal_asked(asked),
    )


def is_file(source: str) -> bool:
    """Whether a file is meant, not a family's code: what bears that name, be it a folder, is never looked up as a code."""
    return source.lower().endswith(".json") or os.path.lexists(source)


def _made(
    asked: argparse.Namespace, exporter: Exporter, family: Family, options: Options, desk: Desk | None = None
) -> tuple[View, Exported]:
    """What the reader sees, and the file made of it."""
    reader = reader_named(family, asked.reader or exporter.reader, date.today())  # today's: a release that ended opens nothing
    shown = _edition(family, asked.edition)
    since = since_asked(asked, exporter, family, reader, desk)
    if since is not None:
        view, options = compared_with_then(since, asked, family, shown, reader, desk, options)
    elif asked.edition is not None:
        view = seen_since(shown, family, reader, desk.gone(family.header.id) if desk is not None else ())
    else:
        view = family.seen_by(reader)
    language = asked.language or view.header.language
    options = with_places_without_gaps(options, family, reader)
    if asked.roles and options.before is not None:
        view, before = both_in_roles(view, options.before, language)
        options = replace(options, before=before)
    elif asked.roles:
        view = with_roles(view, language)
    return view, made(exporter, view, language, options)


def _edition(family: Family, number: int | None) -> Family:
    if number is None:
        return family
    signed = family.as_signed(number)
    if signed is None:
        raise TeammeetError("edition-unknown", number=number)
    return signed


def usual_name(asked: argparse.Namespace, exporter: Exporter, view: View, options: Options) -> str:
    """What the file is called if nobody says it."""
    return file_name(exporter, view, asked.language or "", _since_in_words(asked), options)


def _since_in_words(asked: argparse.Namespace) -> str:
    return f"{asked.since}{'-beside' if asked.beside else ''}" if asked.since is not None else ""


def _deliver(asked: argparse.Namespace, exporter: Exporter, options: Options, view: View, exported: Exported) -> None:
    """Put the file where it was asked for, and say what must be told of it."""
    for line in exported.remarks:
        remark(line)
    if asked.roles:
        remark(text("roles.read-first", language_of(asked)))
    if asked.output == Path("-"):
        with printing():
            sys.stdout.buffer.write(exported.content)
        return
    path = asked.output or Path(usual_name(asked, exporter, view, options))
    save(exported, path, overwrite=asked.overwrite)
    value = {"file": str(path), "bytes": len(exported.content), "remarks": list(exported.remarks)}
    tell(asked, value, (text("cli.written", language_of(asked), path=path),))
