"""Numbered letters of a programme: their text with named placeholders, and what a letter says once it is composed."""
