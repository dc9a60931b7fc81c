"""Foundings."""
