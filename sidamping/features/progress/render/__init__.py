"""Prints record sheets from plain values; the same values give the same bytes."""
