"""``teammeet show``: the room's window, an application of its own that has no vault and no family."""
