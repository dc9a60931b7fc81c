"""Reads of the registers. Lists and cards take the viewer and show nothing to strangers; names and boards are for
features that have scoped already.
"""

from sidamping.features.parties.queries.board import CHAIR, Officer, board_of, board_on, chair_on, has_term
from sidamping.features.parties.queries.cards import (
    BusinessCard,
    CooperativeCard,
    PersonCard,
    business,
    cooperative,
    cooperative_card,
    form_of,
    person,
)
from sidamping.features.parties.queries.duplicates import (
    LookAlike,
    holders_of_cooperative_number,
    holders_of_legal_number,
    holders_of_nik,
    look_alikes,
)
from sidamping.features.parties.queries.lists import (
    BusinessLine,
    CooperativeLine,
    Filters,
    PersonLine,
    businesses,
    cooperatives,
    every_business,
    every_cooperative,
    every_person,
    persons,
)
from sidamping.features.parties.queries.names import (
    PartyName,
    Recorded,
    known_parties,
    party_names,
    recorded,
    sectors_of,
)
from sidamping.features.parties.queries.picking import PartyHit, found_by_name, names_in_sight, places_in_sight
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.queries.searching import alike, first_found, found
from sidamping.features.parties.queries.ties import (
    Bound,
    account_of,
    belonging,
    is_business,
    niks_of_users,
    owned_by,
    owner_account,
    ties_of,
)

__all__ = [
    "CHAIR",
    "Bound",
    "BusinessCard",
    "BusinessLine",
    "CooperativeCard",
    "CooperativeLine",
    "Filters",
    "LookAlike",
    "Officer",
    "PartyHit",
    "PartyName",
    "PersonCard",
    "PersonLine",
    "Recorded",
    "account_of",
    "alike",
    "belonging",
    "board_of",
    "board_on",
    "business",
    "businesses",
    "chair_on",
    "cooperative",
    "cooperative_card",
    "cooperatives",
    "every_business",
    "every_cooperative",
    "every_person",
    "first_found",
    "form_of",
    "found",
    "found_by_name",
    "has_term",
    "holders_of_cooperative_number",
    "holders_of_legal_number",
    "holders_of_nik",
    "is_business",
    "known_parties",
    "look_alikes",
    "names_in_sight",
    "niks_of_users",
    "owned_by",
    "owner_account",
    "party_names",
    "person",
    "persons",
    "places_in_sight",
    "recorded",
    "sectors_of",
    "ties_of",
    "visible",
]
