"""Adds certificates with their file, checked by content, and withdraws them with a reason; nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.mentors.models import Certificate, MentorProfile
from sidamping.features.mentors.queries.scope import keeps
from sidamping.features.mentors.services.drafts import CertificateDraft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.database.locks import take_turns

LONGEST = {"scheme": 160, "number": 80, "issuer": 160}
LABELS = {"scheme": _("Skema sertifikat"), "number": _("Nomor sertifikat"), "issuer": _("Penerbit")}


@transaction.atomic
def add_certificate(
    *, by: Viewer, id: UUID, user: UUID, draft: CertificateDraft, trusted: bool = False
) -> UUID:
    """Record a certificate of a mentor, by the mentor or who keeps the profile. Sent twice, it is there once."""
    if not (trusted or keeps(by, user) or (by.user_id == user and by.has(roles.MENTOR))):
        raise Refused(problem("MENTORS_001", "user"))
    take_turns(user)
    tidy = draft.tidy()
    if earlier := Certificate.objects.filter(pk=id).first():
        return _same(earlier, user, tidy)
    refuse_if([*_faults(user, tidy, by.on), *file_faults(tidy)])
    kept = kept_file(id, by.user_id, tidy.file_name, tidy.content) if tidy.content else None
    Certificate.objects.create(
        id=id, user_id=user, scheme=tidy.scheme, number=tidy.number, issuer=tidy.issuer, issued=tidy.issued,
        expires=tidy.expires, attachment_id=kept.id if kept else None, added_by_id=by.user_id,
    )
    said = {"certificate": str(id), "scheme": tidy.scheme, "expires": str(tidy.expires or "")}
    journal.record("mentors.certificate_added", by=by.user_id, subject=user, regency=regency_of(user), **said)
    return id


@transaction.atomic
def withdraw_certificate(*, by: Viewer | None, certificate: UUID, on: date, why: str) -> None:
    """Take a certificate out of force on a day; it stays readable. Only who keeps the profile."""
    row = Certificate.objects.select_for_update().filter(pk=certificate).first()
    if row is None or not (by is None or keeps(by, row.user_id)):
        raise Refused(problem("MENTORS_006", "certificate"))
    if row.withdrawn_on is not None:
        if row.withdrawn_on == on and row.withdrawn_why == why.strip():
            return
        raise Refused(problem("MENTORS_010", "certificate", day=row.withdrawn_on))
    refuse_if([] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))])
    row.withdrawn_on, row.withdrawn_why, row.withdrawn_by_id = on, why.strip(), actor_of(by)
    row.save(update_fields=["withdrawn_on", "withdrawn_why", "withdrawn_by"])
    said = {"certificate": str(certificate), "on": str(on)}
    regency = regency_of(row.user_id)
    journal.record(
        "mentors.certificate_withdrawn", by=actor_of(by), subject=row.user_id, why=why.strip(), regency=regency, **said
    )


def kept_file(subject: UUID, by: UUID, name: str, content: bytes) -> store.Kept:
    """A photo or PDF on record, by what it is, not by what it is called."""
    return store.keep_file(read_proof(name, content), subject=subject, by=by)[0]


def file_faults(draft: CertificateDraft) -> list[Problem]:
    """Whether the file is a sound photo or PDF, told together with everything else."""
    if not draft.content:
        return []
    try:
        read_proof(draft.file_name, draft.content)
    except Refused as refused:
        return list(refused.problems)
    return []


def regency_of(user: UUID) -> str:
    """The regency a mentor lives in; empty while nobody has written it."""
    village = MentorProfile.objects.filter(pk=user).values_list("village_id", flat=True).first()
    return (village or "")[:5]


def _faults(user: UUID, draft: CertificateDraft, on: date) -> Iterator[Problem]:
    for field, most in LONGEST.items():
        value = getattr(draft, field)
        if not value and field != "issuer":
            yield problem("GENERAL_001", field, label=str(LABELS[field]))
        if len(value) > most:
            yield problem("MENTORS_021", field, label=str(LABELS[field]), seen=len(value), most=most)
    if draft.issued > on:
        yield problem("MENTORS_007", "issued", day=draft.issued)
    if draft.expires is not None and draft.expires < draft.issued:
        yield problem("MENTORS_008", "expires", starts=draft.issued, ends=draft.expires)
    same = Certificate.objects.filter(user_id=user, scheme=draft.scheme, number=draft.number)
    if same.filter(withdrawn_on__isnull=True).exists():
        yield problem("MENTORS_009", "number", scheme=draft.scheme, number=draft.number)


def _same(earlier: Certificate, user: UUID, draft: CertificateDraft) -> UUID:
    said = (earlier.user_id, earlier.scheme, earlier.number, earlier.issued, earlier.expires)
    if said != (user, draft.scheme, draft.number, draft.issued, draft.expires):
        raise Refused(problem("MENTORS_020"))
    return earlier.pk
