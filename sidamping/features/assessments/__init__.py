"""Assessments: instruments of the rulebook filled by people, scored, explained, decided (A12, B3, B6, E15, E16)."""
