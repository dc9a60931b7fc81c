"""Errors of the books by subject: vouchers, chart, months, opening, members, adjusting, bank, small business.

One series of numbers runs through all of them, so a new code takes the number after the last.
"""

from sidamping.domain.problems.books import adjusting, banking, chart, members, micro, opening, periods, vouchers

SUBJECTS = (adjusting, banking, chart, members, micro, opening, periods, vouchers)

ENTRIES = dict(sorted(row for subject in SUBJECTS for row in subject.ENTRIES.items()))
