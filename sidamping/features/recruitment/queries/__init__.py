"""Reads calls, candidates, interviews, ranked lists and induction within the viewer's scope."""

from sidamping.features.recruitment.queries.books import Book, book_for, book_of
from sidamping.features.recruitment.queries.calls import (
    CallCard,
    PositionLine,
    call_card,
    call_of_cohort,
    calls_page,
    cohorts_without_call,
    needs_by_theme,
    open_calls_for_mentors,
    public_call,
    tell_needs,
)
from sidamping.features.recruitment.queries.candidates import (
    CandidateCard,
    CandidateLine,
    Receipt,
    candidate_card,
    candidates_of,
    candidates_page,
    document_file,
    document_word,
    own_receipt,
    receipt_of,
)
from sidamping.features.recruitment.queries.induction import (
    Induction,
    SessionLine,
    induction_of,
    induction_of_call,
    induction_of_session,
    material_of,
    own_sessions,
)
from sidamping.features.recruitment.queries.interviews import (
    Appearance,
    Result,
    appearances,
    instrument_of,
    interviewers_for,
    own_seat,
    to_interview,
)
from sidamping.features.recruitment.queries.rankings import Ranking, RankLine, ranking_of
from sidamping.features.recruitment.queries.scope import INTERVIEWERS, RECRUITERS, recruits

__all__ = [
    "INTERVIEWERS", "RECRUITERS", "Appearance", "Book", "CallCard", "CandidateCard", "CandidateLine", "Induction",
    "PositionLine", "RankLine", "Ranking", "Receipt", "Result", "SessionLine", "appearances", "book_for", "book_of",
    "call_card", "call_of_cohort", "calls_page", "candidate_card", "candidates_of", "candidates_page",
    "cohorts_without_call", "document_file", "document_word", "induction_of", "induction_of_call",
    "induction_of_session", "instrument_of", "interviewers_for",
    "material_of", "needs_by_theme", "open_calls_for_mentors", "own_receipt", "own_seat", "own_sessions",
    "public_call", "ranking_of", "receipt_of", "recruits", "tell_needs", "to_interview",
]  # fmt: skip
