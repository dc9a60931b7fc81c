"""Walks every address as one person: what opens, with own objects and with those of another district."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sidamping.platform.access.models import User
from tests.habits.addresses import Address, every_address
from tests.habits.objects import Objects
from tests.habits.query_budget import most_of

PLAIN = {
    "month": "2026-11", "field": "phone", "kind": "cooperative", "level": 4, "token": "tidak-dikenal",
    "name": "ksp-health", "section": "mu", "component": "mu", "year": "2026", "way": "perlengkapan", "side": "masuk",
    "direction": "out", "indicator": "visited",
    "code": "1110", "programme": "tpk-ntt-2018", "letter_kind": "refused", "sheet_kind": "bmc",
    "statement": "neraca", "shell_file": "style.css",
}
PARTY_OF = {
    "koperasi": "cooperative", "orang": "person", "usaha": "business", "buka-data": "cooperative",
    "asesmen": "cooperative", "benturan": "cooperative",
}
SECRET = {
    "applied": "applied", "applied_documents": "applied", "applied_letter_pdf": "applied",
    "applied_withdraw": "applied", "letter_check": "letter_check", "mentor_receipt": "mentor_receipt",
    "paper_check": "paper_check", "participant_form": "participant_form", "view_leave": "view_leave",
}
"""The object that holds the secret part of an address; the token of any other is one that nobody gave out."""
OF_PROGRAMS = ("api/", "sync/v1/", "openrosa/")
OPEN_TO_ALL = "pendaftaran/"
OF_A_DRAFT = {"paper_edit", "paper_submit"}
OF_AN_OPEN_ROUND = {"fill", "fill_section", "evidence_add", "assessment_submit", "health_from_book"}
NO_SUCH_METHOD = 405


class _Undo(Exception):
    """Takes back what a request changed."""


@dataclass(frozen=True)
class Opened:
    """What a request answered: the address, the method, whose object ('' when it names none), the status.

    `asked`: how often it asked the database.
    """

    name: str
    method: str
    side: str
    status: int
    asked: int


def pages() -> list[Address]:
    """The addresses of our own pages; the APIs and the sign-in library have their own tests."""
    return [one for one in every_address() if not one.foreign and not one.route.startswith(OF_PROGRAMS)]


def walk(who: User | None, sides: dict[str, Objects]) -> Iterator[Opened]:
    """Every address by GET and POST, as that person; a method that an address does not have is left out."""
    client = Client(raise_request_exception=False)
    if who is not None:
        client.force_login(who)
    for address in pages():
        named = set(address.arguments) - set(PLAIN)
        for side, objects in sides.items() if named else [("", sides["own"])]:
            url = url_of(address, objects)
            for method in ("get", "post"):
                status, asked = _ask(client, method, url)
                if asked > most_of(address.name):
                    status, asked = _ask(client, method, url)  # what a process reads once and keeps is not asked again
                if status != NO_SUCH_METHOD:
                    yield Opened(address.name, method, side, status, asked)


def url_of(address: Address, objects: Objects) -> str:
    """The address with what it names."""
    return reverse(address.name, kwargs={name: address_value(address, name, objects) for name in address.arguments})


def _ask(client: Client, method: str, url: str) -> tuple[int, int]:
    """The status, 500 for a fault of ours, and how often it asked; nothing stays changed."""
    status, seen = 0, CaptureQueriesContext(connection)
    try:
        with transaction.atomic():
            with seen:
                status = getattr(client, method)(url).status_code
            raise _Undo
    except _Undo:
        return status, len(seen)


def address_value(address: Address, name: str, objects: Objects) -> object:
    """What stands for an argument of the address."""
    if name == "party":
        return objects[PARTY_OF[address.route.split("/")[0]]]
    if name == "token" and address.name in SECRET:
        return objects[SECRET[address.name]]
    if name == "cohort" and address.route.startswith(OPEN_TO_ALL):
        return objects["open_call"]
    if name == "paper" and address.name in OF_A_DRAFT:
        return objects["draft"]
    if name == "assessment" and address.name in OF_AN_OPEN_ROUND:
        return objects["open_round"]
    return objects[name] if name in objects else PLAIN[name]
