"""Papers of cooperatives: the latest version of each kind with its state, every version, those that run out soon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.domain.licences.standing import MISSING, paper_state
from sidamping.features.licences.models import Paper
from sidamping.features.licences.queries.scope import in_sight, kept
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept
from sidamping.rules.books import listing
from sidamping.rules.licences import expiry_warning

PAPERS = "licence-papers"
IDENTITY, ARTICLES, LICENCE, REQUIREMENT = "identity", "articles", "licence", "requirement"
SAVINGS_LOAN = "savings_loan"
AUDIT = "audit"
MOST = 50


@dataclass(frozen=True)
class PaperLine:
    """A version of a paper; a kind of which none is there has version 0 and the state 'missing'."""

    id: UUID | None
    cooperative_id: UUID
    kind: str
    version: int
    number: str
    issuer: str
    issued_on: date | None
    expires_on: date | None
    book_year: int | None
    note: str
    has_file: bool
    by: str
    at: datetime | None
    state: str


@dataclass(frozen=True)
class EndingPaper:
    """A paper that has run out or soon will."""

    cooperative_id: UUID
    cooperative: str
    kind: str
    expires_on: date
    state: str


def latest(cooperatives: Iterable[UUID], on: date) -> Mapping[UUID, Mapping[str, PaperLine]]:
    """The latest version of each kind, by cooperative; the caller has scoped them. One query."""
    return {
        cooperative: {kind: lines[-1] for kind, lines in kinds.items()}
        for cooperative, kinds in every_version(cooperatives, on).items()
    }


def every_version(cooperatives: Iterable[UUID], on: date) -> Mapping[UUID, Mapping[str, Sequence[PaperLine]]]:
    """The versions of each kind, the oldest first, by cooperative; the caller has scoped them. One query."""
    rows = Paper.objects.filter(cooperative_id__in=set(cooperatives)).select_related("by")
    found: dict[UUID, dict[str, list[PaperLine]]] = {}
    warn = warn_days(on)
    for row in rows.order_by("version"):
        found.setdefault(row.cooperative_id, {}).setdefault(row.kind, []).append(_line(row, on, warn))
    return found


def papers_of(cooperative: UUID, on: date, parent: str) -> tuple[PaperLine, ...]:
    """Every kind of one part of the list with its latest version; the caller has scoped the cooperative."""
    return told(cooperative, latest([cooperative], on).get(cooperative, {}), parent)


def told(cooperative: UUID, there: Mapping[str, PaperLine], parent: str) -> tuple[PaperLine, ...]:
    """Every kind of one part of the list, those that are missing too."""
    kinds = [one.code for one in listing(PAPERS) if one.parent == parent and not one.retired]
    return tuple(there.get(kind) or missing(cooperative, kind) for kind in kinds)


def versions(cooperative: UUID, kind: str, on: date) -> tuple[PaperLine, ...]:
    """Every version of a paper, the latest first; the caller has scoped the cooperative."""
    warn = warn_days(on)
    rows = Paper.objects.filter(cooperative_id=cooperative, kind=kind).select_related("by").order_by("-version")
    return tuple(_line(row, on, warn) for row in rows)


def ending_papers(viewer: Viewer, on: date) -> tuple[EndingPaper, ...]:
    """Latest versions in sight whose end has passed or is near, the nearest first."""
    warn = warn_days(on)
    same = {"cooperative": OuterRef("cooperative"), "kind": OuterRef("kind")}
    later = Paper.objects.filter(**same, version__gt=OuterRef("version"))
    rows = Paper.objects.filter(~Exists(later), in_sight(viewer), expires_on__lte=on + timedelta(days=warn))
    return tuple(
        EndingPaper(row.cooperative_id, row.cooperative.name, row.kind, row.expires_on or on,
                    paper_state(row.expires_on, on, warn))
        for row in rows.select_related("cooperative").order_by("expires_on", "cooperative__name")[:MOST]
    )  # fmt: skip


def paper_file(viewer: Viewer, paper: UUID) -> Kept | None:
    """The file of a version, for whoever keeps the papers of the cooperative."""
    row = Paper.objects.filter(pk=paper, attachment__isnull=False).first()
    if row is None or row.attachment is None or kept(viewer, row.cooperative_id) is None:
        return None
    return store.kept([row.attachment]).get(row.attachment)


def missing(cooperative: UUID, kind: str) -> PaperLine:
    """A paper that is not there."""
    return PaperLine(None, cooperative, kind, 0, "", "", None, None, None, "", False, "", None, MISSING)


def warn_days(on: date) -> int:
    """How many days before its end a paper is told of; none where no rule says."""
    rule = expiry_warning(on)
    return int(rule.value) if rule is not None else 0


def _line(row: Paper, on: date, warn: int) -> PaperLine:
    return PaperLine(
        row.pk, row.cooperative_id, row.kind, row.version, row.number, row.issuer, row.issued_on, row.expires_on,
        row.book_year, row.note, row.attachment is not None, str(row.by), row.at,
        paper_state(row.expires_on, on, warn),
    )  # fmt: skip
