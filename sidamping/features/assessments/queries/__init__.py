"""Reads rounds, fillings, results and instruments. Every list is scoped here, from the viewer."""
