"""The three looks. Warm and calm by day and by night, and one of plain black and white for tired or weak eyes."""

from typing import Final

from textual.theme import Theme

LIGHT: Final = "teammeet-light"
DARK: Final = "teammeet-dark"
CONTRAST: Final = "teammeet-contrast"

_LIGHT: Final = Theme(
    name=LIGHT,
    dark=False,
    primary="#1f5f5b",
    secondary="#6b4a7d",
    accent="#9a4021",
    foreground="#2a2724",
    background="#faf6ee",
    surface="#fffdf8",
    panel="#efe6d6",
    success="#2c6a3a",
    warning="#855300",
    error="#a1261d",
    variables={
        "quiet": "#685f54",
        "map-dim": "#8f867a",
        "line": "#cdbfa8",
        "chosen": "#cfe5df",
        "chosen-text": "#12312f",
        "tie-strong": "#1d4fa8",
        "tie-stressful": "#a8280c",
        "tie-cut-off": "#5b1a60",
        "block-cursor-foreground": "#12312f",
        "block-cursor-background": "#cfe5df",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#2a2724",
        "block-cursor-blurred-background": "#e7e2d6",
        "input-cursor-background": "#1f5f5b",
        "input-cursor-foreground": "#fffdf8",
        "input-selection-background": "#cfe5df",
        "scrollbar": "#cdbfa8",
        "scrollbar-background": "#f3ecdf",
        "border": "#1f5f5b",
    },
)
_DARK: Final = Theme(
    name=DARK,
    dark=True,
    primary="#86c7bd",
    secondary="#c9a9dc",
    accent="#eab088",
    foreground="#efe8db",
    background="#1d1b19",
    surface="#272421",
    panel="#343029",
    success="#94ca99",
    warning="#e9c46a",
    error="#f0958a",
    variables={
        "quiet": "#b3a898",
        "map-dim": "#857b6e",
        "line": "#5a5247",
        "chosen": "#2f5551",
        "chosen-text": "#f4f1e8",
        "tie-strong": "#8fb8ff",
        "tie-stressful": "#ff9a80",
        "tie-cut-off": "#dda3e2",
        "block-cursor-foreground": "#f4f1e8",
        "block-cursor-background": "#2f5551",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#efe8db",
        "block-cursor-blurred-background": "#383430",
        "input-cursor-background": "#86c7bd",
        "input-cursor-foreground": "#1d1b19",
        "input-selection-background": "#2f5551",
        "scrollbar": "#5a5247",
        "scrollbar-background": "#24211e",
        "border": "#86c7bd",
    },
)
_CONTRAST: Final = Theme(
    name=CONTRAST,
    dark=True,
    primary="#ffe45c",
    secondary="#e8c8ff",
    accent="#ffc48a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#9dff9d",
    warning="#ffe45c",
    error="#ffb3ab",
    variables={
        "quiet": "#e2e2e2",
        "map-dim": "#969696",
        "line": "#ffffff",
        "chosen": "#ffe45c",
        "chosen-text": "#000000",
        "tie-strong": "#a8d0ff",
        "tie-stressful": "#ffb3ab",
        "tie-cut-off": "#f2c2f6",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffe45c",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-background": "#444444",
        "input-cursor-background": "#ffe45c",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#4f4f00",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#1c1c1c",
        "border": "#ffffff",
    },
)
THEMES: Final = (_LIGHT, _DARK, _CONTRAST)
NAMES: Final = tuple(theme.name for theme in THEMES)


def known(name: str) -> str:
    """``name`` if it is one of the looks, else the one by night."""
    return name if name in NAMES else DARK
