"""Looks of the official papers: frozen content in, PDF or XLSX bytes out. Reads no record and no clock (E17, F9)."""
