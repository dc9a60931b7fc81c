"""Reads open calls and applications. Officers' queries are scoped here; calls and receipts need no account."""

from sidamping.features.admissions.queries.calls import Call, call, calls
from sidamping.features.admissions.queries.cards import application_card, enrolment_desk
from sidamping.features.admissions.queries.facts import application_facts
from sidamping.features.admissions.queries.files import application_file, documents_of
from sidamping.features.admissions.queries.lines import ApplicationCard, ApplicationLine, Receipt
from sidamping.features.admissions.queries.lists import (
    ANY,
    ApplicationFilter,
    Board,
    applications_board,
    applications_page,
    every_application,
    funnel,
    named,
)
from sidamping.features.admissions.queries.reasons import Counted, counted_reasons
from sidamping.features.admissions.queries.receipts import own_receipts, own_token, receipt, token_of
from sidamping.features.admissions.queries.register import Match
from sidamping.features.admissions.queries.scope import ENROLLERS, READERS, REVEALERS, own_cooperative
from sidamping.features.admissions.queries.standing import CHOSEN, ENROLLED, OPEN, REFUSED, WITHDRAWN, Standing
from sidamping.features.admissions.queries.twins import numbered

__all__ = [
    "ANY",
    "CHOSEN",
    "ENROLLED",
    "ENROLLERS",
    "OPEN",
    "READERS",
    "REFUSED",
    "REVEALERS",
    "WITHDRAWN",
    "ApplicationCard",
    "ApplicationFilter",
    "ApplicationLine",
    "Board",
    "Call",
    "Counted",
    "Match",
    "Receipt",
    "Standing",
    "application_card",
    "application_facts",
    "application_file",
    "applications_board",
    "applications_page",
    "call",
    "calls",
    "counted_reasons",
    "documents_of",
    "enrolment_desk",
    "every_application",
    "funnel",
    "named",
    "numbered",
    "own_cooperative",
    "own_receipts",
    "own_token",
    "receipt",
    "token_of",
]  # fmt: skip
