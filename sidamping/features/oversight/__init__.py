"""Monitoring by the office and the board of the programme."""
