"""Where a short form of a name is plainly an everyday word: "Will call the school", "a first-aid Kit", "un tono tranquilo".

A copy about one child leaves out what names a sibling: what is not told here counts as the name ("Will helps", "ask Kit").
English and Spanish, in folded text (:func:`teammeet.text.folded`).
"""

import re
import unicodedata
from typing import Final

from teammeet.text import folded

_SAID_OF_WILL: Final = (
    "you|he|she|they|we|it|i|this|that|there|someone|somebody|everyone|not|"
    "be|have|do|call|talk|meet|ask|help|check|keep|try|give|take|bring|send|tell|share|make|go|come|need|get|use|start|stop|"
    "learn|practice|write|visit|look|find|join|attend|continue|follow|provide|support|sit|walk|eat|sleep|see|show|speak|listen|"
    "review|update|remind|report|arrange|plan|offer|explain|teach|receive|pick|drive|play|return|wait|work|stay|leave|"
    "schedule|discuss|decide|choose|complete|finish|begin|attempt|remain|become|sign|apply|pay|cook"
)
_SURROUNDED: Final = {
    "will": ("", rf"\s+(?:{_SAID_OF_WILL})(?!\w)"),
    "bill": (r"(?:the|an?|electric|water|gas|medical|hospital|rent)\s+", ""),
    "frank": ("", r"\s+(?:talk|words|conversations?|discussions?|feedback)(?!\w)"),
    "drew": ("", r"\s+(?:an?|the|his|her|their|pictures?)(?!\w)"),
    "dan": ("", r"\s+(?:una?|miedo|ganas|permiso|apoyo|clases?)(?!\w)"),
    "pat": ("", r"\s+(?:on\s+the\s+(?:back|shoulder)|down)(?!\w)"),
    "kit": (r"(?<!\w)an?\s+(?:[a-z]+-[a-z]+\s+)?|(?:first[- ]aid|tool|sewing)\s+", ""),
    "sally": ("", r"\s+ports?(?!\w)"),
    "teddy": ("", r"[\s-]+bears?(?!\w)"),
    "harry": ("", r"\s+potter(?!\w)"),
    "polly": ("", r"\s+pocket(?!\w)"),
    "nacho": ("", r"\s+(?:cheese|chips)(?!\w)"),
    "patty": (r"(?:burger|beef|veggie|chicken)\s+", ""),
    "poncho": (r"(?:an?|un|rain|rainy|wool)\s+", ""),
    "mike": (r"(?:an?|open|hot)\s+", ""),
    "rico": (r"(?:puerto|muy|algo|tan)\s+", ""),
    "chico": (r"(?:un|este|ese|otro|cada|ningun|algun)\s+", r"\s+state(?!\w)"),
    "concha": (r"(?:una|cada)\s+", ""),
    "paca": (r"una\s+", r"\s+de\s+(?:paja|heno|ropa)(?!\w)"),
    "tono": (
        r"(?:un|el|ese|este|mismo|otro|buen|mal|cada|su|tu)\s+",
        r"\s+(?:de\s+voz|tranquilo|suave|bajo|alto|calmado|amable|firme|carinoso|agresivo|fuerte|neutro)(?!\w)",
    ),
    "tina": (
        r"(?:una|otra|esta|esa|en\s+la)\s+",
        r"\s+(?:de|con|para)\s+(?:agua|bano|banarse|hidromasaje|espuma|hielo|hielos)(?!\w)",
    ),
    "neto": (r"(?:peso|ingresos?|salario|sueldo|pago|valor|total|monto|precio|contenido)\s+", ""),
}
"""What stands right before such a word, or else right after it, where it is no name."""
_BEFORE: Final = {word: re.compile(rf"(?:(?<!\w)(?:{before}))$") for word, (before, _) in _SURROUNDED.items() if before}
_AFTER: Final = {word: re.compile(after) for word, (_, after) in _SURROUNDED.items() if after}
_NEAR: Final = 40
_DOES: Final = re.compile(r"\s+(?:[^\W\d_]{2,}(?<!s)s|is|was|has|and|y|can|had|could|said)(?!\w)|['’]s(?!\w)")
"""What somebody does, after a name: "A wind-down Kit likes"; not after "first aid Kit"."""


_OPENING: Final = frozenset({"will", "frank", "drew", "dan"})
"""Of these, those that are so only where a sentence begins: "Let Will help" tells of Will."""
_SMALL: Final = frozenset({"tono", "tina", "neto", "concha", "paca", "chico"})
"""Of these, those that with a capital are a name after such words too: "el Neto", "esta Tina"."""


def is_plainly_everyday(written: str, before: str, after: str, *, begins: bool) -> bool:
    """Whether ``written`` is an everyday word for sure, by what stands ``before`` and ``after`` it.

    ``begins``: a sentence begins there. "Toño" is no tone of voice.
    """
    word = folded(written)
    if word not in _SURROUNDED or "ñ" in unicodedata.normalize("NFC", written).casefold() or (word in _OPENING and not begins):
        return False
    near, follows, leads = folded(after[:_NEAR]), _AFTER.get(word), _BEFORE.get(word)
    if follows is not None and follows.match(near):
        return True
    if leads is None or (word in _SMALL and written[0].isupper()):
        return False
    return leads.search(folded(before[-_NEAR:])) is not None and _DOES.match(near) is None
