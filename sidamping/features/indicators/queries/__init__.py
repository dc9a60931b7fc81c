"""Reads of indicators as frozen dataclasses, scoped by the viewer; a stranger gets nothing."""
