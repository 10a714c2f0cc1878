"""The desk: the one door to the store. It opens a family, keeps changes, undoes them, fixes editions, takes files in.

A change is on disk when :meth:`Desk.change` returns; the family that it returns is what screens show next.
"""

from teammeet.desk.door import BARRIER, CLOCK, Desk, local_now, new_passphrase
from teammeet.desk.values import Change, Clock, FamilyLine, Incoming, NotedFile, Place, Settings

__all__ = [
    "BARRIER",
    "CLOCK",
    "Change",
    "Clock",
    "Desk",
    "FamilyLine",
    "Incoming",
    "NotedFile",
    "Place",
    "Settings",
    "local_now",
    "new_passphrase",
]
