"""The core of the cooperative's books (E10, E11): entries that balance, and every form of reading them as a view.

Amounts are whole rupiah with a sign, debit above zero. Knows no database, no chart of its own and no clock.
"""
