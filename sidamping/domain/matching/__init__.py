"""Who should mentor whom: a proposal solved as one optimisation, explained pair by pair, changed by people (C13, A13).

It knows no database and decides nothing; fixed pairs are kept, conflicts of interest are left out.
"""
