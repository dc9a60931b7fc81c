"""Candidates: the list of a call by where they stand, one with documents, stages and decisions, the public receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from sidamping.domain.parties import masked
from sidamping.domain.selection import stages as selection
from sidamping.domain.selection.stages import CHOSEN, OPEN, Standing
from sidamping.features.programmes.queries import Stop, stations_of, stops_of_path
from sidamping.features.recruitment.models import Candidacy, CandidateDocument, Decision, Panelist
from sidamping.features.recruitment.queries.books import Book, book_for
from sidamping.features.recruitment.queries.interviews import Result, result_of, theme_label
from sidamping.features.recruitment.queries.scope import candidacies_led, candidacies_seen
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import labels

REASONS = "refusal-reasons"
APPOINTED = "appointed"


@dataclass(frozen=True)
class DecisionLine:
    """One decision as shown: stage, outcome, reasons in words, who and when."""

    stage: str
    label: str
    passed: bool
    withdrawn: bool
    criteria: tuple[tuple[str, bool], ...]
    reasons: tuple[str, ...]
    remark: str
    on: date
    by: str


@dataclass(frozen=True)
class DocumentLine:
    """A document of an application; `ends_soon` and `ended` say how a certificate stands today."""

    id: UUID
    kind: str
    title: str
    issuer: str
    number: str
    issued_on: date | None
    expires: date | None
    ended: bool


@dataclass(frozen=True)
class CandidateLine:
    """A candidate in a list: where the application stands, and at which stage."""

    id: UUID
    name: str
    position: str
    theme: str
    origin: str
    applied_on: date
    state: str
    stage: str
    stage_label: str
    reasons: tuple[str, ...]
    waiting_for: tuple[str, ...] = ()
    user_id: UUID | None = None
    path_id: UUID | None = None
    alumni: bool = False
    twins: int = 0

    @property
    def open(self) -> bool:
        return self.state == OPEN


@dataclass(frozen=True)
class Twin:
    """Another application of the same call under the same NIK that still stands."""

    id: UUID
    name: str
    applied_on: date


@dataclass(frozen=True)
class CandidateCard:
    """One candidate with everything the viewer may read; an interviewer reads no decisions of others."""

    line: CandidateLine
    call_id: UUID
    cohort_id: UUID
    cohort: str
    programme: str
    employer: str
    nik: str
    phone: str
    email: str
    village: str
    education: str
    experience: str
    applied_at: datetime
    documents: tuple[DocumentLine, ...]
    decisions: tuple[DecisionLine, ...]
    stops: tuple[Stop, ...]
    result: Result | None
    book: Book
    leads: bool
    seat: Panelist | None
    account: str
    helper: str
    twins: tuple[Twin, ...]


@dataclass(frozen=True)
class Receipt:
    """What an applicant reads by the secret link: what was received, where it stands, the reasons if it ended."""

    name: str
    cohort: str
    title: str
    position: str
    applied_at: datetime
    number: str
    documents: tuple[DocumentLine, ...]
    decisions: tuple[DecisionLine, ...]
    state: str
    stage_label: str
    interview_on: date | None
    interview_place: str


def candidates_of(viewer: Viewer, call: UUID) -> tuple[CandidateLine, ...]:
    """Every candidate of a call the viewer leads, in the order they applied; four queries for any number."""
    rows = list(_listed(candidacies_led(viewer).filter(call_id=call)).order_by("applied_at", "id"))
    return lines_of(rows, viewer.on)


def candidates_page(viewer: Viewer, call: UUID, after: str = "") -> Page:
    """The same, page by page."""
    rows = _listed(candidacies_led(viewer).filter(call_id=call))
    page = page_of(rows, order=("applied_at", "id"), after=after)
    return Page(lines_of(list(page.rows), viewer.on), page.next_key)


def lines_of(rows: list[Any], on: date) -> tuple[CandidateLine, ...]:
    """Where each candidate stands; an appointment is read from the path of those who were chosen."""
    stops = stations_of([row.path_id for row in rows if _chosen(row)], on)
    return tuple(_line(row, stops.get(row.path_id, ())) for row in rows)


def candidate_card(viewer: Viewer, id: UUID) -> CandidateCard | None:
    """One candidate; None for a stranger, and for the candidate."""
    led = Exists(candidacies_led(viewer).filter(pk=OuterRef("pk")))
    row = joined(candidacies_seen(viewer).filter(pk=id)).annotate(led=led).first()
    if row is None:
        return None
    book = book_for(row.call.cohort)
    assert book is not None  # a call is only opened where the programme chooses mentors
    stops, leads = stops_of_path(row.path, viewer.on, viewer), row.led
    seat = next((one for one in row.panel.all() if one.user_id == viewer.user_id and not one.excused_why), None)
    cohort = row.call.cohort
    return CandidateCard(
        _line(row, stops), row.call_id, cohort.pk, cohort.name, cohort.programme, row.employer,
        masked(row.nik) if leads else "", row.phone if leads else "", row.email if leads else "",
        territory.path_of([row.village_id]).get(row.village_id, ""),
        labels("education-levels", reader_language()).get(row.education, row.education), row.experience,
        row.applied_at, _documents(row, viewer.on), _decisions(row, book) if leads else (),
        tuple(one for one in stops if one.code in {step.code for step in book.programme.steps_of("mentor")}),
        result_of(row, book), book, leads, seat, row.user.username if row.user else "",
        row.assisted_by.full_name if row.assisted_by else "", same_nik(row) if leads and row.twins else (),
    )  # fmt: skip


def own_receipt(viewer: Viewer | None, call: UUID) -> str:
    """The secret of the own receipt in a call, for somebody who applied with an account; '' for everybody else."""
    own = Candidacy.objects.filter(call_id=call, user=viewer.user_id) if viewer else Candidacy.objects.none()
    return own.values_list("token", flat=True).first() or ""


def receipt_of(token: str, on: date) -> Receipt | None:
    """What the holder of a receipt may know; public by its secret."""
    row = joined(Candidacy.objects.filter(token=token)).first() if token else None
    if row is None:
        return None
    book = book_for(row.call.cohort)
    assert book is not None  # as above
    line = _line(row, stations_of([row.path_id], on).get(row.path_id, ()))
    met = getattr(row, "interview", None)
    return Receipt(
        row.name, row.call.cohort.name, book.programme.title.text(book.language), line.position, row.applied_at,
        str(row.pk)[-8:].upper(), _documents(row, on), _decisions(row, book), line.state, line.stage_label,
        met.on if met else None, met.place if met else "",
    )  # fmt: skip


def document_file(viewer: Viewer, candidacy: UUID, document: UUID) -> store.Kept | None:
    """A document; None for a stranger."""
    if not candidacies_seen(viewer).filter(pk=candidacy).exists():
        return None
    row = CandidateDocument.objects.filter(pk=document, candidacy_id=candidacy).first()
    return store.kept([row.attachment_id]).get(row.attachment_id) if row else None


def decided(row: Candidacy) -> list[selection.Decision]:
    """The decisions on a candidate as the rules read them."""
    return [
        selection.Decision(one.stage, one.passed, str(one.by_id), one.on, tuple(one.reasons), one.remark, one.withdrawn)
        for one in row.decisions.all()
    ]


def same_nik(row: Candidacy) -> tuple[Twin, ...]:
    """The other applications of the call under the same NIK that still stand; the caller has scoped the row."""
    others = standing_only(Candidacy.objects.filter(call_id=row.call_id, nik=row.nik).exclude(pk=row.pk))
    return tuple(Twin(one.pk, one.name, one.applied_on) for one in others.order_by("applied_at", "id"))


def standing_only(rows: QuerySet[Candidacy]) -> QuerySet[Candidacy]:
    """Without those refused or withdrawn: they ended with a decision that was not passed."""
    return rows.exclude(decisions__passed=False)


def standing_of(row: Candidacy, book: Book) -> Standing:
    return selection.standing(book.stages, decided(row))


def reasons(codes: Iterable[str]) -> tuple[str, ...]:
    words = labels(REASONS, reader_language())
    return tuple(words.get(code, code) for code in codes)


def document_word(kind: str) -> str:
    """What a kind of document is called."""
    return {
        "cv": _("Daftar riwayat hidup"), "certificate": _("Sertifikat"), "diploma": _("Ijazah"), "other": _("Lainnya"),
    }[kind]  # fmt: skip


def joined(rows: QuerySet[Candidacy]) -> QuerySet[Any]:
    """The rows with everything a card or a line shows of them."""
    return judged(rows).prefetch_related("documents")


def judged(rows: QuerySet[Candidacy]) -> QuerySet[Any]:
    """The rows with their interview and decisions."""
    panel = Panelist.objects.select_related("user").order_by("user__full_name", "id")
    return _decided(rows).prefetch_related(Prefetch("panel", queryset=panel))


def _listed(rows: QuerySet[Candidacy]) -> QuerySet[Any]:
    """The rows as a list shows them: of the panel only the names of who still owes marks."""
    owing = Panelist.objects.filter(candidacy=OuterRef("pk"), handed_at__isnull=True, excused_why="")
    name = Coalesce(NullIf("user__full_name", Value("")), "user__username")
    names = owing.order_by("user__full_name", "id").annotate(name=name).values("name")
    found: QuerySet[Any] = _decided(rows).annotate(owing=ArraySubquery(names))
    return found


def _decided(rows: QuerySet[Candidacy]) -> QuerySet[Any]:
    made = Decision.objects.select_related("by").order_by("on", "at")
    related = rows.select_related("position", "call__cohort__path", "path__cohort", "interview", "user", "assisted_by")
    same = Candidacy.objects.filter(call=OuterRef("call"), nik=OuterRef("nik")).exclude(pk=OuterRef("pk"))
    counted = standing_only(same).order_by().values("nik").annotate(n=Count("pk")).values("n")
    told = related.annotate(twins=Coalesce(Subquery(counted), 0))
    return told.prefetch_related(Prefetch("decisions", queryset=made))


def _owing(row: Any) -> tuple[str, ...]:
    """Interviewers whose marks are awaited."""
    if hasattr(row, "owing"):
        return tuple(row.owing)
    return tuple(str(one.user) for one in row.panel.all() if one.handed_at is None and not one.excused_why)


def _chosen(row: Any) -> bool:
    book = book_for(row.call.cohort)
    return book is not None and standing_of(row, book).state == CHOSEN


def _line(row: Any, stops: Iterable[Stop]) -> CandidateLine:
    book = book_for(row.call.cohort)
    assert book is not None  # as above
    now = standing_of(row, book)
    done = {one.code for one in stops if one.passed}
    state = APPOINTED if now.state == CHOSEN and book.appoint_step in done else now.state
    return CandidateLine(
        row.pk, row.name, theme_label(row.position.theme, book.language), row.position.theme, row.origin,
        row.applied_on, state, now.stage, book.label(now.stage) if now.stage else "", reasons(now.reasons),
        _owing(row) if now.stage == selection.INTERVIEW else (), row.user_id, row.path_id, row.training_alumni,
        row.twins,
    )


def _documents(row: Any, on: date) -> tuple[DocumentLine, ...]:
    return tuple(
        DocumentLine(
            one.pk, one.kind, one.title or document_word(one.kind), one.issuer, one.number, one.issued_on, one.expires,
            one.expires is not None and one.expires < on,
        )
        for one in sorted(row.documents.all(), key=lambda one: (one.kind != "cv", str(one.pk)))
    )


def _decisions(row: Any, book: Book) -> tuple[DecisionLine, ...]:
    return tuple(
        DecisionLine(
            one.stage, book.label(one.stage), one.passed, one.withdrawn,
            tuple((book.label(code), met) for code, met in one.criteria.items()), reasons(one.reasons), one.remark,
            one.on, str(one.by),
        )
        for one in row.decisions.all()
    )
