"""Choosing mentors, taking in mentees: screening, duplicates, stages, interviews by a panel, ranking (B1, B3, C8, D5).

Nothing here decides; it says what stands, what is missing, and which rule broke a tie.
"""
