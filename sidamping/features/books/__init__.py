"""The cooperative's books (E10, E11): vouchers that are drafted, posted once and never changed, and reading them.

Stands above programmes, because a mentor reads the books of a mentee only; field work and papers may ask it for
figures.
"""
