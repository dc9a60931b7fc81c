"""Files of a round: the filled sheet with its result as PDF, the result as a workbook; drafts say that they are."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.domain.scoring.sheet import flat
from sidamping.features.assessments import queries
from sidamping.features.assessments.queries import FillingLine
from sidamping.features.assessments.render.filled import filled_pdf
from sidamping.features.assessments.render.sheet import FilledSheet, Hand, hash_of
from sidamping.features.assessments.render.workbook import workbook_of
from sidamping.features.assessments.views.answers import READERS, found_card
from sidamping.features.assessments.views.outcome import Shown, shown
from sidamping.features.assessments.views.shown import LOOKS, PURPOSES
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import made_file, plain
from sidamping.platform.http.language import reader_language

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(*READERS)
@require_safe
def assessment_pdf(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """The sheet as PDF/A; the same decided result gives the same bytes."""
    made = _found(request, assessment)
    return made_file(filled_pdf(_sheet(made)), PDF, _name(made, "pdf"))


@allow(*READERS)
@require_safe
def assessment_xlsx(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """The result as a workbook with live sums."""
    made = _found(request, assessment)
    return made_file(workbook_of(_sheet(made)), XLSX, _name(made, "xlsx"), inline=False)


def _found(request: HttpRequest, assessment: UUID) -> Shown:
    made = shown(found_card(request, assessment))
    if made.reading is None:
        raise Http404
    return made


def _sheet(made: Shown) -> FilledSheet:
    head, decided, filling = made.card.head, made.card.decided, made.filling
    files = queries.evidence_behind(made.card).get(filling.id, {}) if filling else {}
    assert made.reading is not None
    name, place = _subject(made)
    return FilledSheet(
        reading=made.reading, subject=name, place=place,
        purpose=str(PURPOSES[head.purpose]), state=str(LOOKS[head.state][1]), lead=filling.by if filling else head.lead,
        answered_by=filling.answered_by if filling else "", values=flat(made.given), notes=made.notes,
        evidence={item: tuple(one.filename for one in lines) for item, lines in files.items()},
        hands=_hands(made, filling), decided_by=decided.by if decided else "",
        decided_at=decided.at if decided else None, sha256=hash_of(_sealed(made)) if decided else "",
        language=reader_language(), simulated=head.simulated,
    )  # fmt: skip


def _subject(made: Shown) -> tuple[str, str]:
    """Name and place as they were sealed with the decision; as they are now where nothing is sealed."""
    live, decided = made.card.head.subject, made.card.decided
    sealed = decided.given.get("subject", {}) if decided else {}
    return sealed.get("name", live.name), sealed.get("place", live.place)


def _hands(made: Shown, filling: FillingLine | None) -> tuple[Hand, ...]:
    """Whom it is about signs on paper; the assessor's stamp is the moment of handing in."""
    about = (filling.answered_by if filling else "") or _subject(made)[0]
    name, at = (filling.by, filling.submitted_at) if filling else (made.card.head.lead, None)
    return Hand("sign_subject", about), Hand("sign_assessor", name, at, "filled" if at else "")


def _sealed(made: Shown) -> dict[str, object]:
    """What the hash of a decided result is taken of."""
    one = made.card.decided
    assert one is not None
    return {
        "version": one.version, "file": one.sha256, "method": one.method, "as_of": one.as_of.isoformat(),
        "given": one.given, "outcome": one.outcome,
    }  # fmt: skip


def _name(made: Shown, ending: str) -> str:
    """'ksp-health-2026-06-30-merah-putih.pdf', of plain letters only."""
    head = made.card.head
    return f"{plain(f'{head.instrument}-{head.as_of.isoformat()}-{head.subject.name}')}.{ending}"
