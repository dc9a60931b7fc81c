"""Writes of calls: open the call of a cohort with its positions, which marks the cohort's own step, and change it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import CohortCard, cohort_by_id, path_stations
from sidamping.features.recruitment.models import Call, Position
from sidamping.features.recruitment.queries.books import Book, book_of
from sidamping.features.recruitment.queries.calls import THEMES
from sidamping.features.recruitment.queries.interviews import theme_label
from sidamping.features.recruitment.queries.scope import recruits
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import codes_of

MOST_SOUGHT = 999
LONGEST_TEXT, LONGEST_NEED = 4000, 400


@dataclass(frozen=True)
class PositionDraft:
    """So many mentors for a theme, and the need behind it."""

    theme: str
    wanted: int
    need: str = ""


@dataclass(frozen=True)
class CallDraft:
    """A call as it is written."""

    opens: date
    closes: date
    positions: Sequence[PositionDraft]
    requirements: str = ""


@transaction.atomic
def open_call(*, by: Viewer, id: UUID, cohort: UUID, draft: CallDraft, on: date, override_why: str = "") -> UUID:
    """The call of a cohort; marks the step of the cohort that candidates wait for. Sent twice, it is opened once."""
    take_turns(cohort)
    host = cohort_by_id(cohort)
    if host is None or not recruits(by, host.programme, host.area):
        raise Refused(problem("RECRUITMENT_001", "cohort"))
    book = book_of(host.pinned)
    if book is None:
        raise Refused(problem("RECRUITMENT_002", "cohort", programme=host.programme))
    there = Call.objects.filter(pk=id).first() or Call.objects.filter(cohort_id=cohort).first()
    if there is not None:
        return _again(there, id, host, draft)
    refuse_if(_faults(draft))
    row = Call.objects.create(
        id=id, cohort_id=cohort, opens=draft.opens, closes=draft.closes, requirements=draft.requirements.strip(),
        created_by_id=by.user_id,
    )
    for one in draft.positions:
        Position.objects.create(call=row, theme=one.theme, wanted=one.wanted, need=one.need.strip())
    _announce(by, host, book, row, on, override_why)
    _tell("recruitment.call_opened", by, row, closes=str(row.closes), places=sum(p.wanted for p in draft.positions))
    return row.pk


@transaction.atomic
def change_call(*, by: Viewer, call: UUID, draft: CallDraft, why: str) -> None:
    """Change days, requirements and positions; a position somebody applied for stays. The same content counts once."""
    take_turns(call)
    row = Call.objects.select_related("cohort").filter(pk=call).first()
    if row is None or not recruits(by, row.cohort.programme, row.cohort.area):
        raise Refused(problem("RECRUITMENT_001", "call"))
    held = {one.theme: one for one in row.positions.all()}
    before = _plain(row, held.values())
    missing = [] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))]
    gone = [one for theme, one in held.items() if theme not in {new.theme for new in draft.positions}]
    if before == _drafted(draft):
        return
    refuse_if([*missing, *_faults(draft), *_applied_faults(gone)])
    row.opens, row.closes, row.requirements = draft.opens, draft.closes, draft.requirements.strip()
    row.save(update_fields=["opens", "closes", "requirements"])
    for one in gone:
        one.delete()
    for new in draft.positions:
        Position.objects.update_or_create(
            call=row, theme=new.theme, defaults={"wanted": new.wanted, "need": new.need.strip()}
        )
    _tell("recruitment.call_changed", by, row, why=why.strip(), before=before)


def _announce(by: Viewer, host: CohortCard, book: Book, row: Call, on: date, why: str) -> None:
    """The cohort's step of the call, unless somebody has recorded it."""
    done = {one.code for one in path_stations(host.path_id, on) if one.passed}
    for step in book.call_steps:
        if step not in done:
            programmes.record_step(
                by=by, path=host.path_id, step=step, done_on=on, source_id=row.pk, override_why=override(why)
            )


def override(why: str) -> str:
    """The reason of an override as it is kept."""
    return " ".join(why.split())


def _faults(draft: CallDraft) -> Iterable[Problem]:
    if draft.closes < draft.opens:
        yield problem("RECRUITMENT_003", "closes", opens=draft.opens, closes=draft.closes)
    if not draft.positions:
        yield problem("RECRUITMENT_004", "positions")
    themes = [one.theme for one in draft.positions]
    for theme in dict.fromkeys(themes):
        if theme not in codes_of(THEMES) or themes.count(theme) > 1:
            yield problem("RECRUITMENT_005", "positions", seen=theme[:40])
    for one in draft.positions:
        if not 1 <= one.wanted <= MOST_SOUGHT:
            yield problem("GENERAL_002", f"wanted-{one.theme}", label=_("Jumlah dicari"), seen=str(one.wanted))
        if (length := len(one.need.strip())) > LONGEST_NEED:
            yield problem("RECRUITMENT_033", f"need-{one.theme}", label=_("Kebutuhan"), length=length,
                          limit=LONGEST_NEED)
    if (length := len(draft.requirements.strip())) > LONGEST_TEXT:
        yield problem("RECRUITMENT_033", "requirements", label=_("Syarat"), length=length, limit=LONGEST_TEXT)


def _applied_faults(gone: Iterable[Position]) -> Iterable[Problem]:
    for one in gone:
        if count := one.candidacies.count():
            yield problem("RECRUITMENT_029", f"wanted-{one.theme}", theme=theme_label(one.theme, "id"), count=count)


def _again(there: Call, id: UUID, host: CohortCard, draft: CallDraft) -> UUID:
    """The same call sent twice is a success; a second call of the cohort is refused."""
    if there.pk != id:
        raise Refused(problem("RECRUITMENT_032", "cohort", cohort=host.name))
    if there.cohort_id != host.id or _plain(there, there.positions.all()) != _drafted(draft):
        raise Refused(problem("RECRUITMENT_006", "id"))
    return there.pk


def _plain(row: Call, positions: Iterable[Position]) -> dict[str, Any]:
    rows = sorted([one.theme, one.wanted, one.need] for one in positions)
    return {"opens": str(row.opens), "closes": str(row.closes), "requirements": row.requirements, "positions": rows}


def _drafted(draft: CallDraft) -> dict[str, Any]:
    rows = sorted([one.theme, one.wanted, one.need.strip()] for one in draft.positions)
    return {
        "opens": str(draft.opens), "closes": str(draft.closes), "requirements": draft.requirements.strip(),
        "positions": rows,
    }  # fmt: skip


def _tell(action: str, by: Viewer, row: Call, why: str = "", **data: Any) -> None:
    journal.record(action, by=by.user_id, subject=row.pk, why=why, regency=row.cohort.area[:5], **data)
