"""Interest on savings by its named methods, tax on it, and what members can bring together (E6, E7).

Knows no regulation, clock or database; the year's days and the tax come from the rulebook or from the case.
"""
