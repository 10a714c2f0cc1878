"""What may be said to ``teammeet``: the commands and their options, each with its help."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from teammeet import __version__
from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.system import spoken_language

Run = Callable[[argparse.Namespace], None]


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command that was asked for; ``run`` in it does the work. Wrong usage ends the process with code 2."""
    known = parser()
    asked = known.parse_args(arguments)
    if hasattr(asked, "sources") and asked.all == bool(asked.sources):
        known.error(_words("nothing-named"))
    return asked


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    top = argparse.ArgumentParser(prog="teammeet", description=_words("about"), allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"teammeet {__version__}")
    top.set_defaults(run=_later("program", "program"))
    top.add_argument("--plain", action="store_true", help=_words("option.plain"))
    _add_common(top, first=True)
    commands = top.add_subparsers(title=_words("commands"), metavar="COMMAND")
    _add_screens(commands)
    _add_vault_commands(commands)
    _add_plain_commands(commands)
    _add_seal_commands(commands)
    return top


def _words(key: str) -> str:
    """Help in this machine's language: what was asked for is not known before it is parsed."""
    return text(f"cli.{key}", spoken_language())


def _later(module: str, name: str) -> Run:
    """A command whose module is imported when it runs, so that none pays for the others."""
    return lambda asked: getattr(import_module(f"teammeet.cli.{module}"), name)(asked)


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: Commands, name: str, run: Run) -> argparse.ArgumentParser:
    help_text = _words(f"help.{name}")
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    parser.set_defaults(run=run)
    _add_common(parser)
    return parser


def _add_common(parser: argparse.ArgumentParser, first: bool = False) -> None:
    """The options that every command takes; said before the command they hold unless said again after it."""
    absent = None if first else argparse.SUPPRESS
    parser.add_argument("--store", type=_place_of_vault, default=absent, metavar="PATH", help=_words("option.store"))
    parser.add_argument("--passphrase-file", type=Path, default=absent, metavar="PATH", help=_words("option.passphrase-file"))
    parser.add_argument("--language", default=absent, metavar="TAG", help=_words("option.language"))
    parser.add_argument("--json", action="store_true", default=absent or False, help=_words("option.json"))


def _place_of_vault(said: str) -> Path:
    """Where ``--store`` says that the vault is.

    Raises:
        TeammeetError: ``store-elsewhere``: an address (which may hold a password) is no path, and is not shown.
    """
    if "://" in said:
        raise TeammeetError("store-elsewhere")
    return Path(said)


def _add_screens(commands: Commands) -> None:
    demo = _command(commands, "demo", _later("program", "demo"))
    demo.add_argument("--meeting", action="store_true", help=_words("option.meeting"))
    demo.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=_words("option.plain"))
    demo.add_argument("--file", type=Path, metavar="OUT.json", help=_words("option.demo-file"))
    demo.add_argument("--overwrite", action="store_true", help=_words("option.overwrite"))
    rehearse = _command(commands, "rehearse", _later("program", "rehearse"))
    rehearse.add_argument("--faster", type=int, choices=(1, 4, 12, 30), default=4, help=_words("option.faster"))
    rehearse.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=_words("option.plain"))
    _command(commands, "show", _later("program", "show"))


def _add_vault_commands(commands: Commands) -> None:
    _command(commands, "list", _later("vault", "list_families"))
    importing = _command(commands, "import", _later("vault", "import_files"))
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--accept-changes", action="store_true", help=_words("option.accept-changes"))
    export = _command(commands, "export", _later("exporting", "export"))
    export.add_argument("sources", nargs="*", metavar="CODE|FILE", help=_words("option.source"))
    export.add_argument("--all", action="store_true", help=_words("option.all"))
    export.add_argument("--to", required=True, metavar="NAME", help=_words("option.to"))
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help=_words("option.output"))
    export.add_argument("--for", dest="reader", metavar="READER", help=_words("option.for"))
    export.add_argument("--roles", action="store_true", help=text("roles.option", spoken_language()))
    export.add_argument("--edition", type=int, metavar="N", help=_words("option.edition"))
    export.add_argument("--since", metavar="N|DATE", help=text("change.option.since", spoken_language()))
    export.add_argument("--beside", action="store_true", help=text("change.option.beside", spoken_language()))
    export.add_argument(
        "--font", dest="fonts", type=Path, action="append", default=[], metavar="FILE", help=_words("option.font")
    )
    export.add_argument("--large", action="store_true", help=_words("option.large"))
    export.add_argument("--beside-language", metavar="TAG", default="", help=_words("option.beside-language"))
    export.add_argument("--form", type=Path, metavar="FORM.docx", help=_words("option.form"))
    export.add_argument("--seal", type=Path, metavar="KEY.p12", help=text("seal.option.seal", spoken_language()))
    _add_key_passphrase(export)
    export.add_argument("--overwrite", action="store_true", help=_words("option.overwrite"))
    _command(commands, "passphrase", _later("vault", "passphrase"))


def _add_plain_commands(commands: Commands) -> None:
    _command(commands, "exporters", _later("plain", "list_exporters"))
    agendas = _command(commands, "agendas", _later("plain", "list_agendas"))
    agendas.add_argument("action", nargs="?", choices=["check"], help=_words("option.check"))
    agendas.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_words("option.agenda-file"))
    _add_forms(commands)
    _command(commands, "schema", _later("plain", "schema"))
    coach = _command(commands, "coach", _later("plain", "coach"))
    coach.add_argument("kind", choices=["need", "outcome", "strength", "task"], help=_words("option.kind"))
    coach.add_argument("--file", required=True, metavar="LINES.txt|-", help=_words("option.lines"))


def _add_seal_commands(commands: Commands) -> None:
    language = spoken_language()
    key = _command(commands, "key", _later("key", "key"))
    key.add_argument("action", choices=["new"], help=text("seal.option.key-action", language))
    key.add_argument(
        "-o", "--output", type=Path, required=True, metavar="KEY.p12", help=text("seal.option.key-output", language)
    )
    key.add_argument("--name", default="", metavar="NAME", help=text("seal.option.key-name", language))
    _add_key_passphrase(key)
    verify = _command(commands, "verify", _later("verify", "verify"))
    verify.add_argument("file", type=Path, metavar="FILE.docx", help=text("seal.option.verify-file", language))
    verify.add_argument("--fingerprint", default="", metavar="AB:CD:…", help=text("seal.option.fingerprint", language))
    verify.add_argument("--in-vault", action="store_true", help=text("seal.option.in-vault", language))


def _add_key_passphrase(parser: argparse.ArgumentParser) -> None:
    told = text("seal.option.key-passphrase-file", spoken_language())
    parser.add_argument("--key-passphrase-file", type=Path, metavar="PATH", help=told)


def _add_forms(commands: Commands) -> None:
    """``form check FORM.docx`` and ``form new``."""
    about = text("formcheck.help.form", spoken_language())
    actions = commands.add_parser("form", help=about, description=about, allow_abbrev=False).add_subparsers(
        metavar="check|new", required=True
    )
    for name in ("check", "new"):
        said = text(f"formcheck.help.{name}", spoken_language())
        action = actions.add_parser(name, help=said, description=said, allow_abbrev=False)
        action.set_defaults(run=_later("forming", name))
        _add_common(action)
        if name == "check":
            action.add_argument("file", type=Path, metavar="FORM.docx", help=text("formcheck.help.file", spoken_language()))
        else:
            output = text("formcheck.help.output", spoken_language())
            action.add_argument("-o", "--output", type=Path, metavar="FORM.docx", help=output)
            action.add_argument("--overwrite", action="store_true", help=_words("option.overwrite"))
