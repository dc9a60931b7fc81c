"""Reads of supervision within the scope of the viewer."""
