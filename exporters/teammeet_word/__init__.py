"""The plan of care as a Word document: designed for the family that takes it home, complete for whoever checks it.

``template/`` and ``template.py`` are the styles, ``package.py`` the file around them, ``markup.py`` the pieces of which a
body is made, ``sheet.py`` what the ``sections/`` write on, ``exporter.py`` the way in; ``pages.py`` are the single pages.
"""

from typing import Final

from teammeet_word.changed_page import WhatChanged
from teammeet_word.changes import PlanWithChanges
from teammeet_word.exporter import PlanOfCare
from teammeet_word.pages import CrisisPage, RatingSheet

plan_of_care: Final = PlanOfCare()
"""What the entry point ``word`` leads to."""
crisis_page: Final = CrisisPage()
"""What the entry point ``crisis-page`` leads to."""
rating_sheet: Final = RatingSheet()
"""What the entry point ``rating-sheet`` leads to."""
plan_with_changes: Final = PlanWithChanges()
"""What the entry point ``word-changes`` leads to."""
what_changed: Final = WhatChanged()
"""What the entry point ``what-changed`` leads to."""
