"""Composes the papers of a meeting from the records: the minutes, and the RAT book with reports and figures (E2-E4).

Everything comes from ledger, registers, plans and the meeting itself; people add their own words, never figures.
"""

from sidamping.features.meetings.queries.composing.ballots import CHAPTERS as BALLOT_CHAPTERS
from sidamping.features.meetings.queries.composing.ballots import unseated
from sidamping.features.meetings.queries.composing.book import rat_book
from sidamping.features.meetings.queries.composing.minutes import minutes
from sidamping.features.meetings.queries.composing.said import drafted_words

__all__ = ["BALLOT_CHAPTERS", "drafted_words", "minutes", "rat_book", "unseated"]
