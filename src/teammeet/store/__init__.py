"""Keeps the families: an append-only journal in an encrypted vault.

The store keeps JSON bodies and knows nothing of what an item means. Its one caller is ``teammeet.desk``.
"""
