"""Mentors for other programs: the list, a profile with certificates and interests; scope as on the pages (A13).

The NIK stays masked; opening it is an act of a person on the page, with a reason.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.mentors import queries, services
from sidamping.features.mentors.queries import ProfileCard
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["pendamping"])


class MentorOut(Schema):
    """A mentor of the list; `recorded` says whether anybody has written the profile."""

    user_id: UUID
    name: str
    place: str
    themes: list[str]
    languages: list[str]
    recorded: bool


class MentorsOut(Schema):
    """A page of mentors by name; `next_key` goes into `after` for the next one, '' on the last."""

    rows: list[MentorOut]
    next_key: str


class CertificateOut(Schema):
    """A certificate with its state today: valid, expiring, expired, replaced or withdrawn."""

    id: UUID
    user_id: UUID
    name: str
    scheme: str
    number: str
    issuer: str
    issued: date
    expires: date | None
    state: str
    days_left: int | None
    has_file: bool


class InterestOut(Schema):
    """What binds a mentor to a party by declaration."""

    id: UUID
    party_id: UUID
    party_name: str
    kind: str
    note: str
    starts: date
    ends: date | None


class ProfileOut(Schema):
    """A mentor with certificates and interests; `revised` counts the changes of the profile."""

    user_id: UUID
    name: str
    nik: str
    village_code: str
    place: str
    phone: str
    education: str
    themes: list[str]
    sectors: list[str]
    languages: list[str]
    capacity: int | None
    capacity_why: str
    revised: int
    recorded: bool
    certificates: list[CertificateOut]
    interests: list[InterestOut]


class InterestIn(Schema):
    """An interest to declare; `id` is made by whoever writes it and makes a repetition harmless."""

    id: UUID
    party: UUID
    kind: str
    note: str
    starts: date
    ends: date | None = None


class Declared(Schema):
    id: UUID


@router.get("/mentors", response=MentorsOut, summary=_("Pendamping di wilayah saya"))
def mentors(request: HttpRequest, text: str = "", theme: str = "", after: str = "") -> dict[str, Any]:
    page = queries.mentors_page(_viewer(request, *queries.READERS), text=text[:80], theme=theme, after=after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/mentors/{uuid:id}", response=ProfileOut, summary=_("Profil, sertifikat, dan kepentingan pendamping"))
def mentor(request: HttpRequest, id: UUID) -> dict[str, Any]:
    viewer = _viewer(request, *queries.VISITORS)
    card = _found(viewer, id)
    names = [name for name in ProfileOut.model_fields if name not in ("certificates", "interests")]
    return {
        **{name: getattr(card, name) for name in names},
        "certificates": queries.certificates_of([id], viewer.on).get(id, ()),
        "interests": queries.interests_declared(id),
    }


@router.get("/certificates/expiring", response=list[CertificateOut], summary=_("Sertifikat yang habis atau akan habis"))
def expiring(request: HttpRequest) -> Any:
    viewer = _viewer(request, *queries.VISITORS)
    return queries.expiring_certificates(viewer, viewer.on)


@router.post("/mentors/{uuid:id}/interests", response=Declared, summary=_("Nyatakan kepentingan; dua kali tetap satu"))
def declare(request: HttpRequest, id: UUID, said: InterestIn) -> dict[str, Any]:
    viewer = _viewer(request, *queries.VISITORS)
    _found(viewer, id)
    made = services.declare_interest(
        by=viewer, id=said.id, user=id, party=said.party, kind=said.kind, note=said.note, starts=said.starts,
        ends=said.ends,
    )
    return {"id": made}


def _found(viewer: Viewer, id: UUID) -> ProfileCard:
    """The profile; a stranger is told that there is none."""
    card = queries.profile(viewer, id)
    if card is None:
        raise Http404
    return card


def _viewer(request: HttpRequest, *wanted: str) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*wanted):
        raise PermissionDenied
    return viewer
