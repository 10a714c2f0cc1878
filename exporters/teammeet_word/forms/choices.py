"""The values that a choice may be, and the words by which a list is narrowed: what the list of fields is made of."""

from collections.abc import Mapping
from typing import Final

AREA: Final = ("AREA", "other")
"""Narrowed by life domains; ``other`` are those that no other section of the same form takes."""
ALONE: Final = "no_need"
"""Narrowed to what hangs on no need."""
SUPPORT: Final = ("formal", "community", "natural", "peer")
PART: Final = ("family", *SUPPORT)
SIGNERS: Final = ("youth", "guardian", "facilitator", *PART)
PEOPLE: Final = ("living", "unborn", "deceased", "pet", "everyone")
"""A list of people has those who live or are not yet born, unless it is narrowed by one of these."""
PLACES: Final = ("home", "school", "community", "anywhere")
ASPECTS: Final = ("benchmark", "fading", "help_again", "celebration")
HOW: Final = ("ink", "drawn", "typed", "email", "verbal", "taken_home", "refused", "absent")
CAME: Final = ("expected", "room", "phone", "video", "sent_word", "absent")
NEED: Final = ("open", "met", "set_aside")
OUTCOME: Final = ("open", "reached", "partly", "set_aside")
TASK: Final = ("open", "done", "moved", "still_hard", "no_longer_needed")

CHOICES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("plan", "phase"): ("engagement", "initial_plan", "implementation", "transition"),
    ("person", "life"): ("living", "deceased", "unborn"),
    ("household", "kind"): ("home", "foster_home", "kinship_home", "facility", "other"),
    ("way", "kind"): ("phone", "email", "address", "other"),
    ("decision", "about"): ("medical", "education", "placement", "other"),
    ("member", "kind"): PART,
    ("member", "took_part"): CAME,
    ("support", "kind"): SUPPORT,
    ("support", "status"): ("possible", "active", "ended"),
    ("need", "status"): NEED,
    ("outcome", "status"): OUTCOME,
    ("strategy", "source"): SUPPORT,
    ("option", "source"): SUPPORT,
    ("task", "status"): TASK,
    ("task", "consent"): ("asked", "agreed"),
    ("stage", "where"): PLACES,
    ("moving_on", "aspect"): ASPECTS,
    ("meeting", "mode"): ("in_person", "phone", "video", "mixed"),
    ("meeting", "form"): ("planning", "update_only", "not_held"),
    ("attendance", "took_part"): CAME,
    ("agreement", "how_far"): ("1", "2", "3", "4", "5"),
    ("signer", "method"): HOW,
    ("signer", "gives"): ("agreement", "assent", "consent"),
    ("signature", "method"): HOW,
    ("signature", "gives"): ("agreement", "assent", "consent"),
    ("copy", "what"): ("plan", "crisis_page", "share_sheet", "other"),
    ("copy", "how"): ("paper", "email", "portal", "post", "other"),
    ("release", "law"): ("hipaa", "part_2", "ferpa", "other"),
    ("contact", "how"): ("visit", "phone", "video", "message", "other"),
    ("parked", "goes_to"): ("next_agenda", "private_follow_up", "somebody_else", "undecided"),
}
"""The fields that say one of a few values."""
