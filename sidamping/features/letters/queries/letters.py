"""Letters in lists and one by one, for people within scope; and the one page that anybody may open by its code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from sidamping.features.letters.models import Acknowledgement, Letter
from sidamping.features.letters.queries.cards import awaited_of, card_of, check_url, joined, line_of, listed, voided
from sidamping.features.letters.queries.lines import (
    ACKNOWLEDGED,
    VOID,
    WAITING,
    LetterCard,
    LetterLine,
    PublicCheck,
    ToldLetter,
)
from sidamping.features.letters.queries.scope import acknowledging, visible
from sidamping.features.letters.render.pdf import Sheet, pdf_of
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules.books import labels

MOST = 50


@dataclass(frozen=True)
class LetterFilter:
    """What a list asks for; empty means no limit."""

    programme: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    text: str = ""
    cohort: UUID | None = None


NO_FILTER = LetterFilter()


def letters_page(viewer: Viewer, wanted: LetterFilter = NO_FILTER, after: str = "") -> Page:
    """A page of the letters a viewer may see, the newest first."""
    page = page_of(listed(_filtered(visible(viewer), wanted)), order=("-on", "-id"), after=after)
    return replace(page, rows=tuple(line_of(row) for row in page.rows))


def letters_of(
    viewer: Viewer, path: UUID | None = None, engagement: UUID | None = None, cohort: UUID | None = None
) -> tuple[LetterLine, ...]:
    """The letters of a path, a mentoring (with those of its path) or a cohort, the newest first, at most fifty."""
    about = Q(path_id=path) if path else Q(engagement_id=engagement) if engagement else Q(cohort_id=cohort)
    if engagement and not path:
        about |= Q(path__engagement=engagement)
    rows = listed(visible(viewer).filter(about)).order_by("-on", "-id")[:MOST]
    return tuple(line_of(row) for row in rows)


def letters_told(viewer: Viewer) -> Combinable:
    """The letters of a mentoring and its path that the viewer may read, as an expression on the engagement."""
    about = Q(engagement=OuterRef("pk")) | Q(path__engagement=OuterRef("pk"))
    rows = visible(viewer).filter(about).order_by("-on", "-id").values(
        line=JSONObject(id="id", kind="kind", number="number", on="on")
    )
    return ArraySubquery(rows[:MOST])


def told_letters(told: Iterable[Mapping[str, str]]) -> tuple[ToldLetter, ...]:
    """The lines of `letters_told`, in the reader's language."""
    titles = labels("programme-letters", reader_language())
    return tuple(
        ToldLetter(UUID(one["id"]), titles.get(one["kind"], one["kind"]), one["number"], date.fromisoformat(one["on"]))
        for one in told
    )


def waiting_letters(viewer: Viewer) -> tuple[LetterLine, ...]:
    """Letters that wait for an acknowledgement the viewer may give, the oldest first."""
    rows = listed(visible(viewer).filter(_waits_for(viewer), void__isnull=True)).order_by("on", "id")[:MOST]
    return tuple(line_of(row) for row in rows if acknowledging(viewer, row.programme, row.area, awaited_of(row)))


def letter_card(viewer: Viewer, id: UUID) -> LetterCard | None:
    """One letter; None for a stranger."""
    row = joined(visible(viewer).filter(pk=id)).first()
    return card_of(viewer, row) if row is not None else None


def sheet_of(card: LetterCard) -> Sheet:
    """What is printed of a letter."""
    return Sheet(card.content, card.sha256, check_url(card.token), card.void_at is not None, card.issued_at)


def check_of(card: LetterCard) -> str:
    """The address of the public check page."""
    return check_url(card.token)


def letter_file(id: UUID) -> bytes | None:
    """The PDF of a letter. Unscoped: the caller has decided who may have it, such as an applicant with a secret."""
    row = joined(Letter.objects.filter(pk=id)).first()
    if row is None:
        return None
    return pdf_of(Sheet(row.content, row.sha256, check_url(row.token), voided(row) is not None, row.created_at))


def public_check(token: str) -> PublicCheck | None:
    """What anybody may learn from the code; None for a code that was never printed."""
    row = Letter.objects.select_related("void").filter(token=token).first()
    if row is None:
        return None
    void = voided(row)
    kind = labels("programme-letters", reader_language()).get(row.kind, row.kind)
    return PublicCheck(kind, row.number, row.on, void is None, _day(void.at) if void else None, row.sha256)


def _filtered(rows: QuerySet[Letter, Any], wanted: LetterFilter) -> QuerySet[Letter, Any]:
    exact = {"programme": wanted.programme, "kind": wanted.kind, "year": wanted.year, "cohort_id": wanted.cohort}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.text:
        rows = rows.filter(Q(number__icontains=wanted.text) | Q(recipient__icontains=wanted.text))
    if not wanted.state:
        return rows
    rows = rows.filter(void__isnull=wanted.state != VOID)
    if wanted.state == WAITING:
        return rows.exclude(content__acknowledged_by=[]).exclude(_is_acknowledged())
    return rows.filter(_is_acknowledged()) if wanted.state == ACKNOWLEDGED else rows


def _is_acknowledged() -> Exists:
    return Exists(Acknowledgement.objects.filter(letter=OuterRef("pk")))


def _waits_for(viewer: Viewer) -> Any:
    """Letters on which a role of the viewer has not answered yet."""
    found: Any = Q(pk__in=[])
    for role in {grant.role for grant in viewer.grants}:
        done = Acknowledgement.objects.filter(letter=OuterRef("pk"), role=role)
        found |= Q(content__acknowledged_by__contains=[role]) & ~Exists(done)
    return found


def _day(at: datetime) -> date:
    """The day in the office's time."""
    return at.astimezone(timezone.get_current_timezone()).date()
