"""The people of the demonstration: accounts with roles, the chairs of the cooperatives among them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password

from sidamping.edges.demo.story import chapter, named
from sidamping.features.programmes import services as programmes
from sidamping.platform.access.models import User
from sidamping.platform.access.services import add_user
from sidamping.platform.access.viewer import Viewer, viewer_of

TPK = "tpk-ntt-2018"
MEMBERS = "usaha-anggota-ksp"
OFFICE_WIDE = ("admin", "assessor", "pmo")
"""Roles held in every programme."""
BEFORE = timedelta(days=330)
"""So long before the first month are those in office who began the programmes told of from their start."""


def user_id(username: str) -> UUID:
    return named("user", username)


@lru_cache(maxsize=512)
def viewer(username: str, on: date) -> Viewer:
    """The person as they look on that day of the story; asked for only after all are appointed."""
    return viewer_of(User.objects.get(pk=user_id(username)), on)


@lru_cache(maxsize=1)
def hashed_password() -> str:
    """The one password of all accounts, hashed once: that takes longer than everything else of an account."""
    return make_password(chapter("people")["password"])


def add_people(starts: date) -> None:
    """Accounts of the office, each with its role from the start of the story."""
    hashed = hashed_password()
    for one in chapter("people")["accounts"]:
        add_user(
            by=None, id=user_id(one["username"]), username=one["username"], full_name=one["name"],
            nip=one.get("nip", ""), phone=one.get("phone", ""), hashed=hashed,
        )
        for programme in _programmes(one):
            programmes.appoint(
                by=None, user=user_id(one["username"]), role=one["role"], starts=_since(one, starts),
                programme=programme, area=one["area"], letter=f"SK/{one['username'].upper()}/{starts.year}",
                id=named("appointment", one["username"], programme),
            )


def add_chair(username: str, name: str, cooperative: UUID, starts: date) -> None:
    """The account with which the chair of a cooperative acknowledges papers."""
    add_board_account(username, name, "chair", cooperative, starts)


def add_board_account(username: str, name: str, role: str, cooperative: UUID, starts: date) -> None:
    """An account of chair or treasurer."""
    add_user(by=None, id=user_id(username), username=username, full_name=name, hashed=hashed_password())
    programmes.appoint(
        by=None, user=user_id(username), role=role, starts=starts, subject_id=cooperative,
        id=named("appointment", username, role),
    )


def _programmes(one: dict[str, Any]) -> tuple[str, ...]:
    if one["role"] in OFFICE_WIDE:
        return ("",)
    if "programmes" in one:
        return tuple(one["programmes"])
    return (TPK, MEMBERS) if one["username"] in ("ratna", "yosef", "sekretariat") else (TPK,)


def _since(one: dict[str, Any], starts: date) -> date:
    early = "programmes" in one or one["role"] in ("pmo", "assessor")
    return starts - BEFORE if early else starts
