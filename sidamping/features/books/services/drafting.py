"""Keeps a voucher as somebody writes it. A draft may be faulty: its faults are told, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sidamping.domain.ledger.entries import CLOSING, GENERAL, KINDS, OPENING, REVERSING, Line
from sidamping.domain.ledger.units import evened
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import MOST_NOTE, MOST_TEXT, Book, EarlierDraft, Voucher
from sidamping.features.books.queries.cards import lines_of, stored
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import keeps
from sidamping.features.books.services.banking import take_line
from sidamping.features.books.services.floors import too_much
from sidamping.features.books.services.judging import Judge, entry_of
from sidamping.features.books.services.keeping import kept_book, kept_voucher, refuse_unseen, tell, too_long
from sidamping.features.books.services.proofs import keep_proof
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.database.locks import broken_guard, take_turns

NATURES = tuple(one for one in KINDS if one != REVERSING)
"""What a voucher may be; a reversal comes from reversing another one."""
VOUCHER_KINDS = tuple(Voucher.Kind.values)


@dataclass(frozen=True)
class VoucherDraft:
    """A voucher as written: kind (BKM, BKK, BPK, BJK, BM), day, what for, signed lines by account code."""

    kind: str
    day: date
    text: str
    lines: tuple[Line, ...]
    nature: str = GENERAL


@dataclass(frozen=True)
class Drafted:
    """How often the draft was changed, and everything that keeps it from being posted."""

    revised: int
    problems: tuple[Problem, ...]


@transaction.atomic
def draft_voucher(
    *, by: Viewer, id: UUID, book: UUID, draft: VoucherDraft, now: datetime, seen: int = 0
) -> Drafted:
    """The draft is kept with its faults, and with what units owe each other for it.

    `seen` is the count it was written against; the same content counts once. Whoever changes it has written it from
    then on, so that somebody else posts it; what it said before stays readable (decision 0046).
    """
    kept = kept_book(by, book)
    refuse_if(head_faults(draft))
    take_turns(id)
    judge = Judge(kept, by.on)
    draft = replace(draft, lines=evened(draft.lines, judge.chart))
    row = Voucher.objects.select_related("made_by").filter(pk=id).first()
    if row is None:
        refuse_if(_second_opening(kept, draft))
        row = Voucher(id=id, book=kept)
    elif not _changed(row, kept, draft, seen):
        return Drafted(row.revised, _faults(judge, row))
    else:
        _keep_earlier(row)
    row.kind, row.day, row.text, row.nature = draft.kind, draft.day, draft.text, draft.nature
    row.lines, row.revised = stored(draft.lines), row.revised + 1
    row.made_by_id, row.made_at = by.user_id, now
    _write(row)
    tell("drafted" if row.revised == 1 else "draft_changed", by, id, kept, kind=row.kind, revised=row.revised)
    return Drafted(row.revised, _faults(judge, row))


@transaction.atomic
def draft_with_proof(
    *, by: Viewer, id: UUID, book: UUID, draft: VoucherDraft, proof: tuple[str, bytes] | None, now: datetime,
    seen: int = 0, line: UUID | None = None,
) -> Drafted:
    """The draft with the photo or PDF of its proof, and the line of a bank statement it was made of; all or nothing."""
    file = read_proof(*proof, "proof") if proof else None
    made = draft_voucher(by=by, id=id, book=book, draft=draft, now=now, seen=seen)
    row, kept = kept_voucher(by, id)
    if line is not None:
        take_line(kept, line, row)
    if file is not None and not row.posted:
        keep_proof(by, row, kept, file, now)
    return made


@transaction.atomic
def change_draft(
    *, by: Viewer, voucher: UUID, draft: VoucherDraft, proof: tuple[str, bytes] | None, now: datetime, seen: int
) -> Drafted:
    """A draft that is there says something else, and may get one proof more. Sent twice, it is changed once."""
    row, book = kept_voucher(by, voucher)
    draft = replace(draft, nature=row.nature)
    refuse_if(_reckoned_elsewhere(row, draft))
    return draft_with_proof(by=by, id=row.pk, book=book.pk, draft=draft, proof=proof, now=now, seen=seen)


@transaction.atomic
def discard_draft(*, by: Viewer, voucher: UUID, seen: int | None = None) -> None:
    """A draft is no record yet: it is deleted, and the trail tells who did it; `seen` as for posting it."""
    row, book = kept_voucher(by, voucher)
    if row.posted:
        raise Refused(problem("BOOKS_021", "", voucher=written(row.kind, row.day, row.number)))
    refuse_unseen(row, seen)
    row.delete()
    tell("discarded", by, voucher, book, kind=row.kind)


def draft_faults(by: Viewer, voucher: UUID) -> tuple[Problem, ...]:
    """Everything that keeps a draft from being posted as things stand now; nothing of a posted voucher."""
    row = Voucher.objects.select_related("book").filter(pk=voucher, posted=False).first()
    return _faults(Judge(row.book, by.on), row) if row is not None and keeps(by, row.book) else ()


def _reckoned_elsewhere(row: Voucher, draft: VoucherDraft) -> list[Problem]:
    """Other pages reckon an opening balance and a closing; of an adjustment and the like day and words change here."""
    kept = (draft.kind, draft.lines) == (row.kind, lines_of(row.lines)) and row.nature not in (OPENING, CLOSING)
    if row.posted or row.nature == GENERAL or kept or same(row, draft):
        return []
    return [problem("BOOKS_081", "", voucher=written(row.kind, row.day, None))]


def head_faults(draft: VoucherDraft) -> list[Problem]:
    """What no draft can be kept with: kinds that a voucher cannot have, more words than it holds."""
    texts = [("text", _("Keterangan"), draft.text, MOST_TEXT)]
    texts += [(f"lines[{at}]", _("Catatan"), one.note, MOST_NOTE) for at, one in enumerate(draft.lines, 1)]
    return [*(fault for one in texts for fault in too_long(*one)), *_unknown_kinds(draft)]


def _unknown_kinds(draft: VoucherDraft) -> list[Problem]:
    if draft.kind in VOUCHER_KINDS and draft.nature in NATURES:
        return []
    name, found = written(draft.kind[:10], draft.day, None), []
    if draft.kind not in VOUCHER_KINDS:
        told = {"voucher": name, "seen": draft.kind[:20], "known": ", ".join(VOUCHER_KINDS)}
        found.append(problem("BOOKS_029", "kind", **told))
    if draft.nature not in NATURES:
        told = {"voucher": name, "seen": draft.nature[:20], "known": ", ".join(NATURES)}
        found.append(problem("BOOKS_029", "nature", **told))
    return found


def same(row: Voucher, draft: VoucherDraft) -> bool:
    """Whether a voucher says what the draft says."""
    stored = (row.kind, row.day, row.text, lines_of(row.lines), row.nature)
    return stored == (draft.kind, draft.day, draft.text, draft.lines, draft.nature)


def _second_opening(book: Book, draft: VoucherDraft) -> list[Problem]:
    """A book has one draft of its opening balance; whoever began it is told."""
    if draft.nature != OPENING:
        return []
    take_turns(book.pk)
    there = Voucher.objects.select_related("made_by").filter(book=book, nature=OPENING, posted=False).first()
    if there is None:
        return []
    return [problem("BOOKS_019", "", voucher=written(there.kind, there.day, None), name=str(there.made_by))]


def _changed(row: Voucher, book: Book, draft: VoucherDraft, seen: int) -> bool:
    """Whether there is something to write; Refused when it must not be written."""
    name = written(row.kind, row.day, row.number)
    if row.book_id != book.pk:
        raise Refused(problem("BOOKS_020", "id", seen=row.pk))
    if same(row, draft):
        return False
    if row.posted:
        raise Refused(problem("BOOKS_021", "", voucher=name))
    if draft.nature == OPENING != row.nature:
        refuse_if(_second_opening(book, draft))
    refuse_unseen(row, seen)
    return True


def _keep_earlier(row: Voucher) -> None:
    EarlierDraft.objects.create(
        voucher=row, revised=row.revised, kind=row.kind, day=row.day, text=row.text, lines=row.lines,
        made_by_id=row.made_by_id, made_at=row.made_at,
    )  # fmt: skip


def _write(row: Voucher) -> None:
    """Refused where a room above keeps what it told members by this draft."""
    try:
        row.save()
    except IntegrityError as error:
        if broken_guard(error) != "books_draft_bound":
            raise
        raise Refused(problem("BOOKS_076", "", voucher=written(row.kind, row.day, row.number))) from error


def _faults(judge: Judge, row: Voucher) -> tuple[Problem, ...]:
    return () if row.posted else (*judge.faults(row.pk, entry_of(row)), *too_much(row, *judge.known))
