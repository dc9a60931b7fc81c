"""Errors of the books: vouchers, chart, months, opening, members, adjusting, bank, small business."""

from sidamping.domain.problems.books import adjusting, banking, chart, members, micro, opening, periods, vouchers

# One series of numbers runs through all subjects, so a new code takes the number after the last.
SUBJECTS = (adjusting, banking, chart, members, micro, opening, periods, vouchers)

ENTRIES = dict(sorted(row for subject in SUBJECTS for row in subject.ENTRIES.items()))
