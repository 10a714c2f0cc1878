"""The parts of the ecomap's screen: each ``*_on_screen`` adds some keys to ``teammeet.tui.screens.ecomap``."""
