"""Indicators: the summary of what is measured, boards that open down to records, figures others published."""
