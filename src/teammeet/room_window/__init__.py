"""The room's window: what everybody present may see, handed from the facilitator's process to ``teammeet show``.

The facilitator's side makes a :class:`RoomPage` of what the room may see and puts it on a link; the room's side joins by a
short code and holds no key of the vault. What lies between them is one small encrypted file that only its owner can read.
"""
