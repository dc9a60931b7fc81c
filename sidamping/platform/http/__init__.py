"""Requests, headers, clocks and pages of results."""
