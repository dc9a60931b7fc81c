"""Founding a cooperative (E19): from the first meeting of its founders to the notary's pack and the living cooperative.

Stands above meetings, books, programmes and parties: on the day of ratification it makes their records at once. The
growth helper (E9) lives here too.
"""
