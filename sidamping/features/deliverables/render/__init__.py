"""Prints a sheet on one page from plain values; the same values give the same bytes."""
