"""Numbered letters of a programme: their text, issuing with a number that never skips, acknowledgement, voiding."""
