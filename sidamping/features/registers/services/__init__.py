"""Writes of registers: one transaction and one activity row each; the board keeps them, the mentor reads along."""

from sidamping.features.registers.services.articles import set_clause
from sidamping.features.registers.services.entries import strike_entry, write_entry
from sidamping.features.registers.services.seeing import Seen, see_book

__all__ = ["Seen", "see_book", "set_clause", "strike_entry", "write_entry"]
