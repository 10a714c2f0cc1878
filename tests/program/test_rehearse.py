"""A rehearsal in a real terminal: its own keys arrive, the heading tells the speed, and it says that nothing was kept."""

from tests.program.terminal import Terminal


def test_a_rehearsal_from_its_welcome_to_its_end(terminal: Terminal) -> None:
    terminal.start("rehearse", "--faster", "12")
    terminal.wait_for("A rehearsal, just for you", "Nothing is kept")
    terminal.type("Enter")
    terminal.wait_for("rehearsal · 12×", "Open the card")
    terminal.type("S-F2")
    terminal.wait_for("rehearsal · 30×")
    terminal.type("S-F4")
    terminal.wait_for("Mark three people")
    terminal.type("S-F1")
    terminal.wait_for("What to try in a meeting", "– Open with the card")
    terminal.type("Escape")
    terminal.wait_without("What to try in a meeting")
    terminal.type("C-q")
    terminal.wait_for("The rehearsal ends here", "What you tried")
    terminal.type("Enter")
    terminal.wait_for("The rehearsal is over. Nothing of it was kept.", "ended 0")
