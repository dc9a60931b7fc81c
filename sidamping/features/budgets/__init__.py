"""The cooperative's budget (RAPBK, S4 II.F): lines with quantities and rupiah, and what the ledger realised.

Stands above books, which it asks for the realisation.
"""
