"""Reads participants' links. The address carries the link's id with the server's signature; nothing else is told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer

from sidamping.features.programmes.queries import engagement_ids
from sidamping.features.progress.models import Link
from sidamping.features.progress.queries.lines import LinkLine
from sidamping.platform.access.viewer import Viewer

SALT = "progress.participant"
PLAIN = ("id", "engagement_id", "purpose", "made_on", "until", "by_id", "revoked_at", "used_at", "assessment")


def signed(*parts: object) -> str:
    """An address part that only this server makes: the parts, then their signature."""
    return Signer(salt=SALT, sep="~").sign(".".join(map(str, parts)))


def unsigned(token: str) -> tuple[str, ...]:
    """The parts of an address part; nothing when somebody made it up."""
    try:
        return tuple(Signer(salt=SALT, sep="~").unsign(token).split("."))
    except BadSignature:
        return ()


def open_link(token: str) -> LinkLine | None:
    """The link behind an address, open or not; None when it is not one of ours. For the participant's page."""
    parts = unsigned(token)
    if len(parts) != 1:
        return None
    row = Link.objects.filter(pk=parts[0]).select_related("by").first()
    return _line(row) if row else None


def links_of(engagement_id: UUID) -> tuple[LinkLine, ...]:
    """The links of an engagement, newest first. Unscoped: the caller has scoped the engagement."""
    rows = Link.objects.filter(engagement_id=engagement_id).select_related("by")
    return tuple(_line(row) for row in rows.order_by("-created_at", "-id")[:20])


def link(viewer: Viewer, id: UUID) -> LinkLine | None:
    """One link; None for a stranger."""
    row = Link.objects.filter(pk=id, engagement_id__in=engagement_ids(viewer)).select_related("by").first()
    return _line(row) if row else None


def _line(row: Any) -> LinkLine:
    return LinkLine(**{name: getattr(row, name) for name in PLAIN}, by=str(row.by))
