"""Reads of licences within the scope of the viewer."""
