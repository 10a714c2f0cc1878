"""One module a screen: what a person sees, and the commands that work there."""
