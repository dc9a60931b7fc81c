"""The table of financial ratios of a cooperative (E12): inputs, value or why not, unit and a reading in plain words.

These are the ratios of the guideline's chapter II.L; the health instruments have others under similar names.
"""
