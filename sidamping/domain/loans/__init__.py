"""Loans to members: schedules that sum exactly to the principal, eligibility and ceilings with their reasons (E8).

Knows no regulation, clock or database; criteria and ceilings come from the rulebook and the articles.
"""
