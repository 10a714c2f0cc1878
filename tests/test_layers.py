"""The house's walls: who may import whom, what is loaded when, how large a room may be."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PURE = ("teammeet.text", "teammeet.messages", "teammeet.errors", "teammeet.model", "teammeet.practice")
HEAVY = ("textual", "rich", "docx", "sqlcipher3", "lxml", "resvg_py")
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
LARGER = {
    "src/teammeet/tui/widgets/find_fields.py": "one control a field kind",
}
"""Modules that may be larger, with the reason."""
MODULES = [
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for room in ("model", "practice")
    for path in sorted((ROOT / "src" / "teammeet" / room).rglob("*.py"))
]
SOURCES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "exporters").rglob("*.py")])


def run(code: str) -> str:
    """What a fresh Python prints."""
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    return found.stdout.strip()


def loaded_by(modules: list[str]) -> set[str]:
    return set(run(f"import sys, {', '.join(modules)}; print(' '.join(sys.modules))").split())


def test_the_arrows_between_rooms_hold() -> None:
    pytest.importorskip("importlinter")
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[-3000:]


def test_model_and_practice_load_no_screen_no_document_no_graph_and_no_store() -> None:
    loaded = loaded_by(MODULES)
    assert {name.partition(".")[0] for name in loaded} & set(HEAVY) == set()
    assert {name for name in loaded if name.startswith("teammeet.") and not name.startswith(PURE)} == set()
    assert "teammeet.practice.coach" in loaded


def test_reading_agendas_and_giving_hints_loads_nothing_heavy_either() -> None:
    code = (
        "import sys; from teammeet.practice.agenda import agendas; from teammeet.practice.coach import hints;"
        "from teammeet.model.family_file import schema;"
        "agendas(); hints('need', 'therapy', 'es'); schema(); print(' '.join(sys.modules))"
    )
    assert {name.partition(".")[0] for name in run(code).split()} & set(HEAVY) == set()


def test_the_screen_to_unlock_waits_for_no_model_and_no_vault() -> None:
    code = (
        "import sys; from pathlib import Path; from teammeet.cli import parser, program; from teammeet.tui import start;"
        "program.need_a_terminal = lambda: None; start.make_ready = lambda: None; start.finish = lambda code: None;"
        "start.run = lambda *_, **__: 0; program.vault_path = lambda: Path(sys.executable);"
        "asked = parser.parse([]); asked.run(asked); import teammeet.tui.app, teammeet.tui.screens.unlock;"
        "print(' '.join(sys.modules))"
    )
    loaded = set(run(code).split())
    assert "teammeet.tui.screens.unlock" in loaded
    assert {"pydantic", "sqlcipher3", "teammeet.desk", "teammeet.model", "cryptography"} & loaded == set()


def test_a_room_that_loads_something_heavy_is_found() -> None:
    assert "textual" in {name.partition(".")[0] for name in loaded_by(["textual.content", "teammeet.text"])}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small(path: Path) -> None:
    if str(path.relative_to(ROOT)) not in LARGER:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_function_is_small(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    large = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
        and not _is_data(node)
    }
    assert large == {}


def _is_data(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function only puts words together: assignments and one return, no branch and no loop."""
    parts = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
    return not any(isinstance(part, parts) for part in ast.walk(node))


def test_no_room_is_called_by_a_name_that_says_nothing() -> None:
    for path in SOURCES:
        assert not {"utils", "helpers", "manager", "common", "misc"} & {*path.with_suffix("").parts[len(ROOT.parts) :]}, path
