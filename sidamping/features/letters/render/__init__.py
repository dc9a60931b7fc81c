"""Prints a letter from its frozen content; the same content gives the same bytes."""
