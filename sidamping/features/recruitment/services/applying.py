"""Takes applications of mentors: from the public page, from contract staff, or from somebody with an account (B3, E18).

Every fault is told at once, files included. The receipt is a secret link; sent twice, there is one application.
Whether a NIK has applied already is told to recruiters of the call alone; they see both and decide.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sidamping.domain import parties as identity
from sidamping.domain.parties import digits, squeezed
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes import services as programmes
from sidamping.features.recruitment.models import Call, Candidacy, CandidateDocument, Position
from sidamping.features.recruitment.queries.books import MENTOR, book_for
from sidamping.features.recruitment.queries.candidates import document_word, standing_only
from sidamping.features.recruitment.queries.scope import candidacies_led
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import SoundFile, read_proof
from sidamping.platform.database.locks import broken_guard, take_turns
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import codes_of

TOKEN_BYTES = 24
MOST_DOCUMENTS = 12
REQUIRED = ("cv",)
LONGEST = {"name": 120, "employer": 160, "experience": 4000, "email": 254}
PUBLIC, CONTRACT = Candidacy.Origin.PUBLIC.value, Candidacy.Origin.CONTRACT.value


@dataclass(frozen=True)
class DocumentDraft:
    """A document as handed in; `where` is the field it came in."""

    kind: str
    name: str
    content: bytes
    title: str = ""
    issuer: str = ""
    number: str = ""
    issued_on: date | None = None
    expires: date | None = None
    where: str = "documents"


@dataclass(frozen=True)
class ApplicationDraft:
    """What a person says of themselves when applying; not `own` where somebody signed in fills it in for another."""

    position: UUID
    name: str
    nik: str
    phone: str
    village: str
    education: str
    experience: str = ""
    email: str = ""
    origin: str = PUBLIC
    employer: str = ""
    training_alumni: bool = False
    consent: bool = False
    own: bool = True
    documents: Sequence[DocumentDraft] = ()

    def tidy(self) -> ApplicationDraft:
        return replace(
            self, name=squeezed(self.name), nik=digits(self.nik), phone=digits(self.phone),
            email=self.email.strip(), experience=self.experience.strip(), employer=squeezed(self.employer),
        )


@transaction.atomic
def apply(*, by: Viewer | None, id: UUID, call: UUID, draft: ApplicationDraft, now: datetime, on: date) -> str:
    """The secret of the receipt. `by` is whoever is signed in: the applicant, or not `own` the one who helps."""
    take_turns(call)
    row = Call.objects.select_related("cohort__path").filter(pk=call).first()
    if row is None:
        raise Refused(problem("RECRUITMENT_001", "call"))
    tidy = draft.tidy()
    if there := Candidacy.objects.filter(pk=id).first():
        return _again(there, row, tidy)
    sound, faults = _documents(tidy)
    refuse_if([*_faults(by, row, tidy, on), *_document_faults(tidy), *faults])
    book = book_for(row.cohort)
    assert book is not None  # a call is only opened where the programme chooses mentors
    path = programmes.begin_path(
        by=by, subject=MENTOR, cohort=row.cohort_id, starts=on, person=_applicant(by, tidy), id=id
    )
    made = _add(by, id, row, path, tidy, now, on)
    for document, file in sound:
        _keep(by, made, document, file)
    programmes.record_step(
        by=by, path=path, step=book.apply_step, done_on=on, source_id=id, trusted=True, village=tidy.village
    )
    said: dict[str, Any] = {"call": str(call), "documents": len(sound), "origin": tidy.origin,
                            "assisted": by is not None and not tidy.own}
    journal.record("recruitment.applied", by=actor_of(by), subject=id, regency=tidy.village[:5], **said)
    return made.token


def _add(
    by: Viewer | None, id: UUID, row: Call, path: UUID, tidy: ApplicationDraft, now: datetime, on: date
) -> Candidacy:
    try:
        with transaction.atomic():
            return Candidacy.objects.create(
                id=id, call=row, position_id=tidy.position, path_id=path, origin=tidy.origin, employer=tidy.employer,
                name=tidy.name, nik=tidy.nik, phone=tidy.phone, email=tidy.email, village_id=tidy.village,
                education=tidy.education, experience=tidy.experience, training_alumni=tidy.training_alumni,
                user_id=_applicant(by, tidy), assisted_by_id=None if tidy.own else actor_of(by), applied_on=on,
                applied_at=now, token=secrets.token_urlsafe(TOKEN_BYTES),
            )
    except IntegrityError as error:
        if broken_guard(error) != "candidacy_user_once":
            raise
        raise Refused(problem("RECRUITMENT_008", "")) from error  # the same person came in between


def _applicant(by: Viewer | None, tidy: ApplicationDraft) -> UUID | None:
    """The account of whoever applies; none for a visitor and for somebody who is helped."""
    return by.user_id if by is not None and tidy.own else None


def _keep(by: Viewer | None, made: Candidacy, document: DocumentDraft, file: SoundFile) -> None:
    kept = store.keep_file(file, subject=made.pk, by=actor_of(by))[0].id
    CandidateDocument.objects.get_or_create(
        candidacy=made, attachment_id=kept, defaults={
            "kind": document.kind, "title": squeezed(document.title)[:160], "issuer": squeezed(document.issuer)[:160],
            "number": squeezed(document.number)[:80], "issued_on": document.issued_on, "expires": document.expires,
        },
    )  # fmt: skip


def _again(there: Candidacy, row: Call, tidy: ApplicationDraft) -> str:
    if (there.call_id, there.nik, there.name) != (row.pk, tidy.nik, tidy.name):
        raise Refused(problem("RECRUITMENT_006", "id"))
    return there.token


def _faults(by: Viewer | None, row: Call, tidy: ApplicationDraft, on: date) -> Iterator[Problem]:
    if not row.opens <= on <= row.closes:
        yield problem("RECRUITMENT_007", "", opens=row.opens, closes=row.closes)
    if not Position.objects.filter(pk=tidy.position, call=row).exists():
        yield problem("RECRUITMENT_013", "position")
    yield from _person_faults(tidy)
    yield from _twice(by, row, tidy)
    if tidy.origin not in Candidacy.Origin.values:
        yield problem("GENERAL_002", "origin", label=_("Asal pelamar"), seen=tidy.origin[:20])
    if tidy.origin == CONTRACT and not tidy.employer:
        yield problem("RECRUITMENT_012", "employer")
    if not tidy.consent:
        yield problem("RECRUITMENT_011", "consent")


def _twice(by: Viewer | None, row: Call, tidy: ApplicationDraft) -> Iterator[Problem]:
    """The own second application, and for a recruiter one of the same NIK; anybody else is told nothing."""
    if by is None:
        return
    if tidy.own and Candidacy.objects.filter(call=row, user_id=by.user_id).exists():
        yield problem("RECRUITMENT_008", "")
    same = candidacies_led(by).filter(call=row, nik=tidy.nik) if tidy.nik else Candidacy.objects.none()
    if earlier := standing_only(same).first():
        yield problem("RECRUITMENT_034", "nik", name=earlier.name, day=earlier.applied_on)


def _person_faults(tidy: ApplicationDraft) -> Iterator[Problem]:
    labels = {"name": _("Nama lengkap"), "nik": _("NIK"), "phone": _("Nomor ponsel")}
    for key, label in labels.items():
        if not getattr(tidy, key):
            yield problem("GENERAL_001", key, label=label)
    texts = {**labels, "employer": _("Instansi"), "experience": _("Pengalaman"), "email": _("Surel")}
    for key, most in LONGEST.items():
        if (length := len(getattr(tidy, key))) > most:
            yield problem("RECRUITMENT_033", key, label=texts[key], length=length, limit=most)
    if tidy.nik:
        yield from identity.nik_faults(tidy.nik)
    yield from identity.phone_faults(tidy.phone)
    if not territory.known_villages({tidy.village}):
        yield problem("AREAS_001", "village", seen=tidy.village[:60])
    if tidy.education not in codes_of("education-levels"):
        yield problem("GENERAL_002", "education", label=_("Pendidikan terakhir"), seen=tidy.education[:40])


def _document_faults(tidy: ApplicationDraft) -> Iterator[Problem]:
    if (count := len(tidy.documents)) > MOST_DOCUMENTS:
        yield problem("RECRUITMENT_036", "documents", count=count, most=MOST_DOCUMENTS)
    held = {one.kind for one in tidy.documents}
    for kind in REQUIRED:
        if kind not in held:
            yield problem("RECRUITMENT_009", kind, kind=document_word(kind))
    for one in tidy.documents:
        if one.kind == "certificate" and not squeezed(one.title):
            yield problem("GENERAL_001", one.where, label=_("Nama sertifikat"))
        if one.expires and one.issued_on and one.expires < one.issued_on:
            yield problem("RECRUITMENT_010", one.where, title=one.title, expires=one.expires, issued=one.issued_on)


def _documents(tidy: ApplicationDraft) -> tuple[list[tuple[DocumentDraft, SoundFile]], list[Problem]]:
    """The sound documents and everything that is wrong with the others."""
    found: list[tuple[DocumentDraft, SoundFile]] = []
    faults: list[Problem] = []
    for one in tidy.documents[:MOST_DOCUMENTS]:
        try:
            found.append((one, read_proof(one.name, one.content, one.where)))
        except Refused as refused:
            faults += refused.problems
    return found, faults
