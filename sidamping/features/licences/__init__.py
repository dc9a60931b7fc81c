"""The legal standing of a cooperative (E5, E16): papers with versions, what a savings-and-loan licence asks.

Stands above registers and books, whose figures it judges by the rules of the day; it never changes them.
"""
