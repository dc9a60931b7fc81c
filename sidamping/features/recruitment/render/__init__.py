"""Workbooks and papers of recruitment."""
