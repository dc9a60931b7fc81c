"""How often a page may ask the database: ten times; session, person and roles are three of them."""

from __future__ import annotations

MOST = 10
GATHERED, WITH_BOOKS, WITH_NETWORKS, WITH_LABELS, WHOLE_YEAR, WITH_FIGURES = 25, 11, 11, 11, 60, 14
WITH_TIES, JUDGED = 11, 14
MORE = {
    "handover": GATHERED,
    "handover_pdf": GATHERED,
    "participants": WITH_BOOKS,
    "participants_export": WITH_BOOKS,
    "board_export": WITH_NETWORKS,
    "contact_budget": WITH_BOOKS,
    "cohort_success": WITH_BOOKS,
    "book": WITH_LABELS,
    "voucher": JUDGED,
    "licence": WITH_BOOKS,
    "assignment_change": WITH_TIES,
    "rat_book_pdf": WHOLE_YEAR,
    "rat_passage": WITH_FIGURES,
}
"""Until it is handed over, the dossier gathers what nine rooms keep of a mentee; afterwards it is frozen. Lists of
participants ask once more for all their cash books, beside the cohorts and districts that an office chooses from; the
board's workbook lists the networks besides. Before offices, the first page of a book asks once more for the members
whose names it takes out of what was typed. A draft is judged anew whenever it is opened: against its months, its
members and what each of them has. The legal standing asks once more for a mentor's carrying. Whoever chooses
a mentor sees what ties each one to the mentee. The annual meeting's book gathers a whole year from ledger, registers
and plans until it is frozen; a passage of it begins with what the registers say."""


def most_of(page: str) -> int:
    """The most that a page may ask."""
    return MORE.get(page, MOST)
