"""Tables of savings."""
