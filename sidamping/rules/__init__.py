"""Reads and checks the rulebook; answers what was in force on a date."""
