"""What an applicant sees of the own application: by its secret address, or signed in as whoever sent it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.cards import stage_lines
from sidamping.features.admissions.queries.files import checked_documents
from sidamping.features.admissions.queries.lines import Receipt, number_of
from sidamping.features.admissions.queries.scope import sent_by
from sidamping.features.admissions.queries.standing import standings, with_ends
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import pinned_programme


def receipt(token: str, on: date) -> Receipt | None:
    """The receipt at a secret address; None where there is none."""
    row = with_ends(Application.objects.filter(token=token)).select_related("cohort").first() if token else None
    return _receipt(row, on) if row else None


def own_receipts(viewer: Viewer) -> tuple[tuple[str, str, str], ...]:
    """Token, number and name of the applications the person sent, the newest first."""
    rows = sent_by(viewer).order_by("-applied_on", "-id")[:50]
    return tuple((one.token, number_of(one), one.name) for one in rows)


def own_token(viewer: Viewer, application: UUID) -> str:
    """The secret part of the address of an application the person sent; '' for anybody else's."""
    return sent_by(viewer).filter(pk=application).values_list("token", flat=True).first() or ""


def token_of(application: UUID) -> str:
    """The secret part of an applicant's address; for officers who have been let in already."""
    return Application.objects.values_list("token", flat=True).get(pk=application)


def _receipt(row: Application, on: date) -> Receipt:
    standing = standings([row], on)[row.pk]
    places = territory.path_of([row.village_id])
    title = pinned_programme(row.path.pinned).title.text(reader_language())
    return Receipt(
        row.pk, row.token, number_of(row), row.name, row.cohort_id, row.cohort.name, title, row.applied_on,
        places.get(row.village_id, ""), checked_documents(row), standing,
        stage_lines(row, standing, frozenset(), on), row.enrolment.engagement_id if hasattr(row, "enrolment") else None,
    )
