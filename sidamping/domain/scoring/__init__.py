"""Scores an instrument exactly: answers and amounts in, explained points out (E15, A12, B3).

Knows no regulation, clock or database: numbers come from rulebook/instruments, named functions from domain/formulas.
"""
