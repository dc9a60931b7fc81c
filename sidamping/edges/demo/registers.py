"""The registers of the demonstration: twelve cooperatives with their boards, forty businesses with their owners."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.people import add_chair, viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.parties import services as parties
from sidamping.platform.access.viewer import Viewer

BOARD = (("chair", "management"), ("secretary", "management"), ("treasurer", "management"))
TERM = timedelta(days=3 * 365)


def cooperative_id(key: str) -> UUID:
    return named("cooperative", key)


def chair_account(index: int) -> str:
    """'ketua01' for the first cooperative, and so on."""
    return f"ketua{index + 1:02d}"


def add_registers(starts: date) -> None:
    """Cooperatives, boards, chairs' accounts and businesses, entered by the administrator on the first day."""
    by = viewer("admin", starts)
    for index, one in enumerate(chapter("cooperatives")["cooperatives"]):
        _add_cooperative(by, one, index)
        _add_board(by, one, index, starts)
        add_chair(chair_account(index), one["chair"], cooperative_id(one["key"]), starts)
    for key, rows in chapter("businesses")["others"].items():
        for number, row in enumerate(rows):
            _add_business(by, key, number, row)
    _add_ujang(by, starts)
    _add_mentors(by)


def _add_cooperative(by: Viewer, one: dict[str, Any], index: int) -> None:
    legal_date = one.get("founded")
    draft = parties.CooperativeDraft(
        name=one["name"], village=one["village"], kind=one["kind"], standing=one.get("standing", "registered"),
        legal_number=one.get("legal", ""), legal_date=legal_date, founded_on=legal_date,
        nik_koperasi=f"530704{index + 1:07d}" if "legal" in one else "", phone=f"08523900{index + 1:04d}",
        account_number=f"0123-01-{index + 1:06d}-53-1", serves=tuple(one.get("serves", ())),
        address="Samping kantor desa",
    )
    parties.add_cooperative(by=by, party_id=cooperative_id(one["key"]), draft=draft, keep=True)


def _add_board(by: Viewer, one: dict[str, Any], index: int, starts: date) -> None:
    begun = starts - timedelta(days=300 + 60 * index)
    for seat, (position, organ) in enumerate(BOARD):
        person = named("person", one["key"], position)
        nik = f"530704{10 + seat}0{1 + index % 9}70{index:02d}{seat:02d}"
        phone = f"0813{index:04d}{seat:04d}"
        draft = parties.PersonDraft(name=one[position], village=one["village"], nik=nik, phone=phone)
        parties.add_person(by=by, party_id=person, draft=draft, keep=True)
        letter = f"BA-RAT/{begun.year}"
        term = parties.TermDraft(person, organ, position, starts=begun, ends=begun + TERM, letter=letter)
        parties.add_term(by=by, cooperative_id=cooperative_id(one["key"]), draft=term, term_id=named("term", person))


def _add_business(by: Viewer, key: str, number: int, row: list[str]) -> None:
    name, sector, product = row
    village = next(one["village"] for one in chapter("cooperatives")["cooperatives"] if one["key"] == key)
    owner = named("owner", key, number)
    owner_name, sex = _owner_of(key, number)
    person = parties.PersonDraft(name=owner_name, village=village, sex=sex, note=f"Pemilik {name}")
    parties.add_person(by=by, party_id=owner, draft=person, keep=True)
    draft = parties.BusinessDraft(
        name=name, village=village, owner=owner, sector=sector, product=product, cooperative=cooperative_id(key)
    )
    parties.add_business(by=by, party_id=named("business", key, number), draft=draft, keep=True)


def _owner_of(key: str, number: int) -> tuple[str, str]:
    """A name for each business of its own: those of the story in turn, later rounds with another family name."""
    told = chapter("businesses")
    before = [len(rows) for rows in told["others"].values()][: list(told["others"]).index(key)]
    turn, place = divmod(sum(before) + number, len(told["owners"]))
    name, sex = told["owners"][place]
    family = told["owners"][(place + 7 * turn) % len(told["owners"])][0].split()[-1]
    return f"{name.rsplit(' ', 1)[0]} {family}", sex


def _add_ujang(by: Viewer, starts: date) -> None:
    """Bapak Ujang and 'Keripik Mantap Jaya' of the practice case (S0 E.1.b): in business for three years."""
    told = chapter("businesses")["ujang"]
    village = chapter("cooperatives")["cooperatives"][0]["village"]
    person = parties.PersonDraft(
        name=told["owner"], village=village, nik=told["nik"], phone=told["phone"], sex="L", education="senior"
    )
    parties.add_person(by=by, party_id=named("owner", "ujang"), draft=person, keep=True)
    draft = parties.BusinessDraft(
        name=told["name"], village=village, owner=named("owner", "ujang"), sector=told["sector"],
        product=told["product"], cooperative=cooperative_id(told["cooperative"]),
        started_on=starts.replace(year=starts.year - 3),
    )
    parties.add_business(by=by, party_id=named("business", "ujang"), draft=draft, keep=True)


def _add_mentors(by: Viewer) -> None:
    """The mentors as persons of the registers, so that a conflict of interest can be found by NIK."""
    for one in chapter("people")["accounts"]:
        if one["role"] == "mentor":
            village = one.get("village", "53.07.04.2001")
            draft = parties.PersonDraft(name=one["name"], village=village, nik=one["nik"], phone=one["phone"])
            parties.add_person(by=by, party_id=named("person", one["username"]), draft=draft, keep=True)
