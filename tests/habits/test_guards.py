"""No page without a guard: each address says which roles open it; only the listed ones are public (house rule 47)."""

from __future__ import annotations

from sidamping.platform.access import roles
from tests.habits.addresses import every_address

PUBLIC = {
    "open_calls", "open_call", "apply", "apply_places", "applied", "applied_documents", "applied_withdraw",
    "applied_letter_pdf",
    "about", "help", "health", "language", "paper_check", "letter_check", "calendar_feed",
    "participant_form", "mentor_call", "field_app", "field_file", "field_worker",
    "mentor_calls", "mentor_places", "mentor_receipt", "view_leave", "vote", "api:api-root", "sync:api-root",
}


def test_every_address_names_who_may_open_it() -> None:
    assert not [one.route for one in every_address() if not one.roles]


def test_guards_name_real_roles() -> None:
    known = {*roles.ALL, "*", "public", "api"}
    assert not [one.route for one in every_address() if not set(one.roles) <= known]


def test_only_the_listed_pages_are_public() -> None:
    public = {one.name for one in every_address() if "public" in one.roles and not one.foreign}
    assert not sorted(public - PUBLIC)


def test_every_address_has_a_name_of_its_own() -> None:
    names = [(one.name, one.arguments) for one in every_address() if not one.foreign]
    assert not [arguments for name, arguments in names if not name]
    assert len(names) == len(set(names))
