"""A plan back from Word: the plan that a document carries, and what the document says now in place of what it said.

``document.py`` reads the text and the controls, ``beside.py`` lays text beside text where controls are gone, ``compared.py``
is the way in. Pure: bytes go in, values come out; nothing is kept here.
"""

from teammeet_word.back.compared import ReadBack, Said, Seal, read_back
from teammeet_word.back.told import told

__all__ = ["ReadBack", "Said", "Seal", "read_back", "told"]
