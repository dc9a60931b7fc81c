"""Files a version of a paper, its file checked by content; an earlier version stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import FIRST_YEAR
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.licences.models import Paper
from sidamping.features.licences.queries.papers import AUDIT, PAPERS
from sidamping.features.licences.services.keeping import own, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import SoundFile, read_proof
from sidamping.rules.books import codes_of

MOST = {"number": 80, "issuer": 120, "note": 240}
LABELS = {"number": _("Nomor"), "issuer": _("Penerbit"), "note": _("Catatan")}
YEAR = _("Tahun buku")


@dataclass(frozen=True)
class PaperDraft:
    """A paper as it was issued; `file` is the name and content of a photo or PDF, `book_year` of an audit alone."""

    number: str
    issued_on: date
    issuer: str = ""
    expires_on: date | None = None
    note: str = ""
    file: tuple[str, bytes] | None = None
    book_year: int | None = None


@transaction.atomic
def file_paper(*, by: Viewer, id: UUID, cooperative: UUID, kind: str, draft: PaperDraft, now: datetime) -> UUID:
    """The next version of a paper. Sent twice, filed once."""
    of = own(by, cooperative)
    there = Paper.objects.filter(pk=id).values_list("cooperative_id", "kind").first()
    if there is not None:
        if there != (cooperative, kind):
            raise Refused(problem("LICENCES_006", "id"))
        return id
    refuse_if([*_faults(kind, draft, by.on)])
    attachment = _kept(draft, id, by.user_id)
    last = Paper.objects.filter(cooperative_id=cooperative, kind=kind).aggregate(last=Max("version"))["last"] or 0
    Paper.objects.create(
        pk=id, cooperative_id=cooperative, kind=kind, version=last + 1, number=draft.number.strip(),
        issuer=draft.issuer.strip(), issued_on=draft.issued_on, expires_on=draft.expires_on, note=draft.note.strip(),
        book_year=draft.book_year if kind == AUDIT else None, attachment=attachment, by_id=by.user_id, at=now,
    )  # fmt: skip
    tell("filed", by, of, kind=kind, version=last + 1)
    return id


def _kept(draft: PaperDraft, id: UUID, by: UUID) -> UUID | None:
    if draft.file is None:
        return None
    sound: SoundFile = read_proof(*draft.file, "file")
    return store.keep_file(sound, subject=id, by=by)[0].id


def _faults(kind: str, draft: PaperDraft, today: date) -> Iterator[Problem]:
    if kind not in codes_of(PAPERS):
        yield problem("LICENCES_002", "kind", seen=kind)
    if not draft.number.strip():
        yield problem("GENERAL_001", "number", label=LABELS["number"])
    for name, most in MOST.items():
        seen = len(getattr(draft, name).strip())
        if seen > most:
            yield problem("LICENCES_007", name, label=LABELS[name], seen=seen, most=most)
    if draft.issued_on > today:
        yield problem("LICENCES_003", "issued_on", day=draft.issued_on, today=today)
    if draft.expires_on is not None and draft.expires_on < draft.issued_on:
        yield problem("LICENCES_004", "expires_on", issued=draft.issued_on, expires=draft.expires_on)
    if kind == AUDIT:
        yield from _year_faults(draft)


def _year_faults(draft: PaperDraft) -> Iterator[Problem]:
    year, last = draft.book_year, draft.issued_on.year
    if year is None:
        yield problem("GENERAL_001", "book_year", label=YEAR)
    elif year > last:
        yield problem("GENERAL_009", "book_year", label=YEAR, seen=year, most=last)
    elif year <= FIRST_YEAR:
        yield problem("GENERAL_008", "book_year", label=YEAR, seen=year, least=FIRST_YEAR + 1)
