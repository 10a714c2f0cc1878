"""A real terminal (tmux) with the program in it: type, look, wait, kill."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

PATIENCE: Final = 30.0
"""Seconds that a screen may take to show something: a bound against hanging, not a measure of speed."""


class Terminal:
    """One tmux session of its own server, with a shell that starts the program again and again."""

    def __init__(self, folder: Path, columns: int = 80, lines: int = 24, **environment: str) -> None:
        self._socket = folder / "tmux"
        self._pid_file = folder / "pid"
        self._folder = folder
        settings = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": str(folder), **environment}
        kept = {name: os.environ[name] for name in ("PATH",)}
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(lines), "sh", environment={**kept, **settings})
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-g", "escape-time", "5")

    def start(self, *arguments: str) -> None:
        """Start ``teammeet`` with these arguments, and note its process id."""
        command = shlex.join([sys.executable, "-m", "teammeet", *arguments])
        inner = f"cd {shlex.quote(str(self._folder))}; echo $$ > {shlex.quote(str(self._pid_file))}; exec {command}"
        self._pid_file.unlink(missing_ok=True)
        self.type(f"clear; sh -c {shlex.quote(inner)}; echo ended $?", "Enter")

    def kill(self) -> None:
        """Kill the program with -9, as a power cut would, and take a fresh shell: the old one's terminal is left raw."""
        os.kill(int(self._pid_file.read_text()), signal.SIGKILL)
        self.wait_for("ended 137")
        self._tmux("respawn-pane", "-k", "sh")

    def type(self, *keys: str) -> None:
        """Type each of ``keys``: a key's name (``Enter``, ``PPage``, ``C-z``) or a text, letter by letter."""
        for key in keys:
            if key in _NAMED or key.startswith(("C-", "M-", "S-")) or (key.startswith("F") and key[1:].isdigit()):
                self._tmux("send-keys", key)
            else:
                self._tmux("send-keys", "-l", "--", key)
            time.sleep(0.05)

    def paste(self, text: str) -> None:
        """Paste ``text`` with bracketed paste, as a terminal does."""
        subprocess.run(["tmux", "-S", self._socket, "load-buffer", "-"], input=text.encode(), check=True)
        self._tmux("paste-buffer", "-p", "-d")

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(lines))

    def screen(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def title(self) -> str:
        """What the program says that its window is called."""
        return self._tmux("display-message", "-p", "#{pane_title}")

    def wait_for(self, *texts: str) -> str:
        """Wait until all ``texts`` stand on the screen, and return it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            screen = self.screen()
            if all(text in screen for text in texts):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"not on the screen: {texts}\n{self.screen()}")

    def wait_without(self, text: str) -> str:
        """Wait until ``text`` no longer stands on the screen, and return it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            screen = self.screen()
            if text not in screen:
                return screen
            time.sleep(0.05)
        raise AssertionError(f"still on the screen: {text}\n{self.screen()}")

    def close(self) -> None:
        """End the terminal with all that runs in it."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        command = ["tmux", "-S", str(self._socket), "-f", "/dev/null", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


_NAMED: Final = frozenset(
    {"Enter", "Escape", "Tab", "BTab", "Up", "Down", "Left", "Right", "PPage", "NPage", "Home", "End", "BSpace", "DC", "Space"}
)
