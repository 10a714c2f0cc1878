"""The screens: they show a family, and ask the desk for every change. Nothing here opens the store."""
