"""Puts photos and PDFs of the proof behind a voucher, and takes them away again, until the voucher is posted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.books.models import Book, Proof, Voucher
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.keeping import kept_voucher, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import SoundFile, read_proof

MOST_PROOFS = 10


@transaction.atomic
def add_proof(*, by: Viewer, voucher: UUID, name: str, content: bytes, now: datetime) -> UUID:
    """A photo or PDF of the proof; the same file of the same voucher is kept once."""
    row, book = _open(by, voucher)
    return keep_proof(by, row, book, read_proof(name, content, "proof"), now)


@transaction.atomic
def follow_proof(*, by: Viewer, voucher: UUID, name: str, content: bytes) -> UUID:
    """A photo that the sealed entry of a phone announced and that came after posting: kept beside the voucher.

    The proofs it was posted with stay as they were (decision 0030). The same photo twice is one.
    """
    row, book = kept_voucher(by, voucher)
    kept, new = store.keep_file(read_proof(name, content, "proof"), subject=row.pk, by=by.user_id)
    if new:
        tell("proof_followed", by, voucher, book, sha256=kept.sha256)
    return kept.id


@transaction.atomic
def remove_proof(*, by: Viewer, voucher: UUID, proof: UUID) -> None:
    """Take a proof from a draft; the file itself and the activity stay. Taken twice, it is taken once."""
    row, book = _open(by, voucher)
    found = Proof.objects.filter(pk=proof, voucher=row).first()
    if found is not None:
        attachment = str(found.attachment)
        found.delete()
        tell("proof_removed", by, voucher, book, attachment=attachment)


def keep_proof(by: Viewer, row: Voucher, book: Book, file: SoundFile, now: datetime) -> UUID:
    """Within a service that holds the draft: the file on record, and behind the voucher."""
    held = Proof.objects.filter(voucher=row).count()
    kept, _new = store.keep_file(file, subject=row.pk, by=by.user_id)
    there = Proof.objects.filter(voucher=row, attachment=kept.id).first()
    if there is not None:
        return there.pk
    if held >= MOST_PROOFS:
        raise Refused(problem("BOOKS_067", "proof", count=held, most=MOST_PROOFS))
    made = Proof.objects.create(voucher=row, attachment=kept.id, added_by_id=by.user_id, added_at=now)
    tell("proof_added", by, row.pk, book, proof=str(made.pk), sha256=kept.sha256)
    return made.pk


def _open(by: Viewer, voucher: UUID) -> tuple[Voucher, Book]:
    """The draft with its book; Refused once it is posted."""
    row, book = kept_voucher(by, voucher)
    if row.posted:
        raise Refused(problem("BOOKS_021", "proof", voucher=written(row.kind, row.day, row.number)))
    return row, book
