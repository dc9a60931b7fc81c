"""Rows of letters as frozen lines and cards: state, who still has to acknowledge, what the viewer may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from sidamping.features.letters.models import Acknowledgement, Letter, Void
from sidamping.features.letters.queries.lines import (
    ACKNOWLEDGED,
    VALID,
    VOID,
    WAITING,
    AckLine,
    LetterCard,
    LetterLine,
)
from sidamping.features.letters.queries.scope import acknowledging, issues, keeps
from sidamping.features.programmes.queries import role_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels


def joined(rows: QuerySet[Letter, Any]) -> QuerySet[Letter, Any]:
    """With who issued, voided and acknowledged it: two queries in all."""
    return listed(rows).prefetch_related("acknowledgements__by")


def listed(rows: QuerySet[Letter, Any]) -> QuerySet[Letter, Any]:
    """With who issued and voided it and the roles that acknowledged it: one query."""
    roles = Acknowledgement.objects.filter(letter=OuterRef("pk")).values("role")
    return rows.select_related("void__by", "by").annotate(held_by=ArraySubquery(roles))


def check_url(token: str) -> str:
    """The public address that the QR code on the letter opens."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('letter_check', args=[token])}"


def voided(row: Any) -> Void | None:
    """The act that made the letter void, None while it is valid."""
    found: Void | None = getattr(row, "void", None)
    return found


def awaited_of(row: Any) -> tuple[str, ...]:
    """The roles that have not acknowledged the letter yet; nobody once it is void."""
    return () if voided(row) else tuple(role for role in row.content["acknowledged_by"] if role not in row.held_by)


def line_of(row: Any) -> LetterLine:
    """A letter in a list; its kind in the reader's language."""
    title = labels("programme-letters", reader_language()).get(row.kind, row.kind)
    return LetterLine(
        row.pk, row.programme, row.kind, title, row.number, row.on, row.recipient, row.content["subject"], _state(row),
        awaited_of(row), row.cohort_id, row.path_id, row.engagement_id, row.content["status"],
    )


def card_of(viewer: Viewer, row: Any) -> LetterCard:
    """A letter whole, for a viewer within scope."""
    void = voided(row)
    acks = tuple(
        AckLine(one.role, role_name(one.role, row.programme, row.on), str(one.by), one.at, one.remark)
        for one in row.acknowledgements.all()
    )
    return LetterCard(
        line_of(row), row.content, row.sha256, row.form, row.token, str(row.by) if row.by else "", row.created_at,
        row.area, acks, void.why if void else "", str(void.by) if void else "", void.at if void else None,
        row.reply_to_id, frozenset(_may(viewer, row)),
    )


def _state(row: Any) -> str:
    if voided(row):
        return VOID
    if not row.content["acknowledged_by"]:
        return VALID
    return ACKNOWLEDGED if row.held_by else WAITING


def _may(viewer: Viewer, row: Any) -> Iterator[str]:
    if voided(row):
        return
    if acknowledging(viewer, row.programme, row.area, awaited_of(row)):
        yield "acknowledge"
    if may_void(viewer, row):
        yield "void"


def may_void(viewer: Viewer, row: Any) -> bool:
    """The office that keeps the programme's letters, and who issued this one and still may."""
    own = row.by_id == viewer.user_id and issues(viewer, row.programme, row.area, row.engagement_id)
    return own or keeps(viewer, row.programme, row.area)
