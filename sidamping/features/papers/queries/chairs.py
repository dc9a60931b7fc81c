"""Whether the chair of a paper's cooperative has an account; only where none has, the signature on paper counts."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from sidamping.features.papers.models import Paper
from sidamping.features.papers.queries.scope import cooperative_of
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, in_force

SUBJECTS = ("engagement__mentee_id", "engagement__mentee__business__cooperative_id")


def chair_account(paper: Paper, on: date) -> str:
    """The name of the account that signs for the paper's cooperative on the day; '' when there is none."""
    rows = Appointment.objects.filter(
        in_force(on), role=roles.CHAIR, programme__in=("", paper.programme), subject_id=cooperative_of(paper),
        user__is_active=True,
    )  # fmt: skip
    found = rows.select_related("user").first()
    return str(found.user) if found else ""


def has_chair_account(on: date) -> Exists:
    """The same for every row of a list of papers, to annotate."""
    subject = Q(subject_id=OuterRef(SUBJECTS[0])) | Q(subject_id=OuterRef(SUBJECTS[1]))
    rows = Appointment.objects.filter(
        in_force(on), subject, Q(programme="") | Q(programme=OuterRef("programme")), role=roles.CHAIR,
        user__is_active=True,
    )
    return Exists(rows)
