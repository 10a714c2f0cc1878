"""The steps of a meeting: what each shows, what a typed line becomes, what its keys do, as pure functions."""
