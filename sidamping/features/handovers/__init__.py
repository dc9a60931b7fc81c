"""Handing a mentee from mentor to mentor."""
