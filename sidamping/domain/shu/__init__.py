"""Shares the surplus of a year (SHU): funds by percentages, then the members' part to the rupiah (E13).

Knows no regulation, clock or database; that funds total 100 comes from rulebook/rules/R-SHU.
"""
