"""The documents tell the truth: every command is in the README, every link leads somewhere, every example can be used."""

import argparse
import importlib.util
import re
import textwrap
from pathlib import Path

from teammeet.cli import main
from teammeet.cli.parser import parser
from teammeet.model.readers import CIRCLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    return [name for action in parser()._actions if isinstance(action, argparse._SubParsersAction) for name in action.choices]


def test_every_command_is_in_the_readme() -> None:
    assert len(commands()) >= 9
    for name in commands():
        assert re.search(rf"teammeet [^\n]*\b{name}\b", README), name


def test_the_readme_names_no_command_that_is_not_there() -> None:
    said = re.findall(r"^    teammeet ([a-z]+)", README, re.MULTILINE)
    assert set(said) <= set(commands())


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_agenda_in_the_documents_can_be_used(tmp_path: Path) -> None:
    blocks = re.findall(r"(?:^    .*\n|^\n)+", (ROOT / "docs/agendas.md").read_text(encoding="utf-8"), re.MULTILINE)
    example = next(block for block in blocks if "id =" in block)
    file = tmp_path / "home-visit.toml"
    file.write_text(textwrap.dedent(example), encoding="utf-8")
    assert main(["agendas", "check", str(file)]) == 0


def test_every_key_is_listed_as_it_is() -> None:
    loader = importlib.util.spec_from_file_location("make_keys", ROOT / "docs/make_keys.py")
    assert loader is not None
    assert loader.loader is not None
    make_keys = importlib.util.module_from_spec(loader)
    loader.loader.exec_module(make_keys)
    assert make_keys.page() == (ROOT / "docs/keys.md").read_text(encoding="utf-8"), "run: python docs/make_keys.py"


def test_every_circle_is_explained() -> None:
    told = (ROOT / "docs/readers.md").read_text(encoding="utf-8")
    for circle in CIRCLES:
        assert f"| {circle} |" in told


def test_ci_runs_the_readmes_own_test_command() -> None:
    (command,) = re.findall(r"&& (\S+python -m pytest)$", README, re.MULTILINE)
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8")
