"""What every test has: a home of its own, English, no colour setting; and a run that fails where nothing may be skipped."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)  # no test asserts on time
settings.load_profile("house")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: a test of a screen or a terminal waits for half of its time."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the vault of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("LANGUAGE", "LANG", "LC_MESSAGES", "NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_installed_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture depends on the fonts of the machine: a test that wants some says where they are."""
    monkeypatch.setattr("teammeet.system.font_folders", tuple)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where ``TEAMMEET_NOTHING_SKIPPED`` is set, a skipped test fails the run: its program should have been installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("TEAMMEET_NOTHING_SKIPPED"):
        return
    if skipped := reporter.stats.get("skipped"):
        for report in skipped:
            reporter.write_line(f"skipped where nothing may be: {report.nodeid}: {report.longrepr}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
