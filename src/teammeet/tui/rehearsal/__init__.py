"""The rehearsal: a whole meeting alone, with an invented family, a clock that can run faster, and things to try."""
