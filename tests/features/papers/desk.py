"""The desk of the tests of papers: Ratna's visits, her papers, and everybody who acts on them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from sidamping.domain.fieldwork.drafts import PresenceDraft, VisitDraft
from sidamping.domain.papers.continuity import Correction, Figures
from sidamping.features.fieldwork.services import record_visit
from sidamping.features.papers import services
from sidamping.features.papers.models import Act, Draft, Paper, Revision
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast

OCTOBER = "2026-10"
LINES = (
    "management", "supervisors", "members", "principal_savings", "mandatory_savings", "voluntary_savings",
    "member_receivables", "other_receivables", "loans_given", "instalments", "income", "costs", "surplus",
    "grant_fund", "total_assets",
)  # fmt: skip


def noon(day: date) -> datetime:
    """Noon of a day, aware."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def visit(
    cast: Cast, day: date, *, activity: str = "Pembenahan buku kas", cost: int = 50_000, host: UUID | None = None
) -> UUID:
    """A visit of Ratna's, to Merah Putih unless another mentoring is named."""
    draft = VisitDraft(
        uuid7(), day, time(9), time(10, 30), "onsite", places.BOLOK, activity, "Buku kas tersusun", "Saldo cocok",
        (PresenceDraft(host or cast.engagement.pk, ("Ujang Mantap",)),), advice="Catat tiap hari", cost=cost,
    )
    return record_visit(by=people.look(cast.ratna, day), draft=draft, on=day, now=noon(day))


def opened(cast: Cast, kind: str = "lap-kegiatan", period: str = OCTOBER, who: User | None = None) -> UUID:
    """Ratna's paper for a period; of Merah Putih unless it is her own plan or journal."""
    own = kind in ("rencana-kerja", "jurnal-kerja")
    return services.open_paper(
        by=people.look(who or cast.ratna), kind=kind, period=period, on=people.TODAY,
        engagement=None if own else cast.engagement.pk,
    )


def submitted(cast: Cast, kind: str = "lap-kegiatan", period: str = OCTOBER, on: date = people.TODAY) -> UUID:
    """A paper handed in by Ratna."""
    paper = opened(cast, kind, period)
    services.submit_paper(by=people.look(cast.ratna, on), paper=paper, on=on, now=noon(on))
    return paper


def figures(value: int, *, first: bool = False, corrections: tuple[Correction, ...] = ()) -> Figures:
    """The same figure in every line, so no surplus; opening figures too in a first report."""
    filled = dict.fromkeys(LINES, value) | {"surplus": 0}
    return Figures(filled if first else {}, filled, corrections=corrections)


def developed(cast: Cast, period: str, typed: Figures) -> UUID:
    """A development report of Merah Putih, handed in."""
    paper = opened(cast, "lap-perkembangan", period)
    ratna = people.look(cast.ratna)
    seen = Draft.objects.get(paper=paper).revised
    services.save_draft(by=ratna, paper=paper, seen=seen, narrative={}, figures=typed, on=people.TODAY)
    services.submit_paper(by=ratna, paper=paper, on=people.TODAY, now=noon(people.TODAY))
    return paper


def acts(paper: UUID, by: Viewer, action: str, *, ordinal: int | None = None, remark: str = "") -> UUID:
    """An act on the newest revision, on the next place unless one is named."""
    newest = Revision.objects.filter(paper=paper).order_by("-number")[0]
    place = ordinal or Act.objects.filter(revision=newest).count() + 1
    return services.act(
        by=by, paper=paper, revision=newest.pk, ordinal=place, action=action, remark=remark, now=noon(people.TODAY)
    )


def passed(cast: Cast, paper: UUID) -> UUID:
    """The paper acknowledged by Ujang, where he signs, and passed on by Yosef."""
    newest = Revision.objects.filter(paper=paper).order_by("-number")[0]
    if any(step["role"] == "chair" for step in newest.content["steps"]):
        acts(paper, people.look(cast.ujang), "acknowledged")
    acts(paper, people.look(cast.yosef), "passed")
    return paper


def returned(cast: Cast, paper: UUID, remark: str) -> UUID:
    """The paper acknowledged by Ujang and sent back by Yosef."""
    acts(paper, people.look(cast.ujang), "acknowledged")
    acts(paper, people.look(cast.yosef), "returned", remark=remark)
    return paper


def history(paper: UUID) -> list[str]:
    """'1.1 submitted mentor Ratna Tefa': every act in order."""
    rows = Act.objects.filter(revision__paper=paper).order_by("revision__number", "ordinal")
    return [
        f"{row.revision.number}.{row.ordinal} {row.action} {row.role} {row.signer_name}"
        for row in rows.select_related("revision")
    ]


def days_later(day: date, count: int) -> date:
    return day + timedelta(days=count)


def number_of(paper: UUID) -> str | None:
    return Paper.objects.get(pk=paper).number
