"""Records official results of others as facts with their paper; never computed, corrected by a replacement (E16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.numbers import written
from sidamping.features.assessments.models import OutsideResult
from sidamping.features.assessments.queries.instruments import every_version, instrument_on
from sidamping.features.assessments.queries.opening import PARTIES, decides_in, opens_in
from sidamping.features.assessments.services.evidence import kept_file
from sidamping.features.assessments.services.locked import REGENCY, not_yours
from sidamping.features.parties.queries import PartyName, party_names
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

LIMITS = {"issuer": 160, "number": 80, "predicate": 80, "note": 1000}
NEEDED = ("issuer", "number", "predicate")


@dataclass(frozen=True)
class OutsideDraft:
    """An official result as it stands on its paper; `replaces_id` names the record it corrects."""

    id: UUID
    party_id: UUID
    instrument: str
    issuer: str
    number: str
    issued_on: date
    predicate: str
    valid_until: date | None = None
    total: Decimal | None = None
    note: str = ""
    replaces_id: UUID | None = None


@transaction.atomic
def record_outside(*, by: Viewer, draft: OutsideDraft, file: tuple[str, bytes] | None = None, on: date) -> UUID:
    """The fact on record with its paper (name and bytes of a PDF or photo). Sent twice, it is recorded once."""
    take_turns(draft.party_id)
    party = party_names([draft.party_id]).get(draft.party_id)
    if party is None or not _may(by, party):
        raise Refused(not_yours("record"))
    there = OutsideResult.objects.filter(pk=draft.id).first()
    if there is not None:
        return _again(by, there, draft)
    refuse_if([*_faults(draft, on), *_known(draft)])
    paper = kept_file(draft.id, by, *file).id if file else _paper_of(draft.replaces_id)
    row = OutsideResult.objects.create(
        id=draft.id, party_id=draft.party_id, instrument=draft.instrument, issued_on=draft.issued_on,
        valid_until=draft.valid_until, total=draft.total, replaces_id=draft.replaces_id, by_id=by.user_id,
        attachment=paper, **{name: getattr(draft, name).strip() for name in LIMITS},
    )
    journal.record(
        "assessments.outside_recorded", by=by.user_id, subject=row.pk, regency=party.village_code[:REGENCY],
        party=str(row.party_id), instrument=row.instrument, issuer=row.issuer, number=row.number,
        predicate=row.predicate,
    )
    return row.pk


def _may(by: Viewer, party: PartyName) -> bool:
    by_area = party.kind in PARTIES and opens_in(by, party.kind, party.village_code)
    return by_area or decides_in(by, party.village_code) or party.id in by.subjects(roles.CHAIR)


def _again(by: Viewer, there: OutsideResult, draft: OutsideDraft) -> UUID:
    same = (there.party_id, there.number, there.by_id) == (draft.party_id, draft.number.strip(), by.user_id)
    if not same:
        raise Refused(problem("ASSESSMENTS_008", "id"))
    return there.pk


def _faults(draft: OutsideDraft, on: date) -> Iterator[Problem]:
    for name, limit in LIMITS.items():
        text = getattr(draft, name).strip()
        if not text and name in NEEDED:
            yield problem("GENERAL_001", name, label=field_word(name))
        if len(text) > limit:
            yield problem("ASSESSMENTS_027", name, label=field_word(name), length=len(text), limit=limit)
    if not every_version(draft.instrument):
        yield problem("GENERAL_002", "instrument", label=field_word("instrument"), seen=draft.instrument[:60])
    if draft.issued_on > on:
        yield problem("ASSESSMENTS_005", "issued_on", day=day(draft.issued_on), today=day(on))
    if draft.valid_until is not None and draft.valid_until < draft.issued_on:
        told = {"until": day(draft.valid_until), "issued": day(draft.issued_on)}
        yield problem("ASSESSMENTS_025", "valid_until", **told)
    most = _highest(draft)
    if draft.total is not None and most is not None and not 0 <= draft.total <= most:
        yield problem("SCORING_007", "total", key="total", seen=draft.total, within=f"[0, {written(most, 0)}]")


def _highest(draft: OutsideDraft) -> Fraction | None:
    """What the instrument gives at most by the version of the day of issue, or by its first one before that."""
    versions = every_version(draft.instrument)
    if not versions:
        return None
    try:
        return instrument_on(draft.instrument, draft.issued_on).total
    except Refused:
        return versions[0].total


def _known(draft: OutsideDraft) -> Iterator[Problem]:
    """The same paper twice, or the correction of one that is not there."""
    rows = OutsideResult.objects.filter(party=draft.party_id, replaced_by__isnull=True)
    if draft.replaces_id is not None:
        if not rows.filter(pk=draft.replaces_id).exists():
            yield problem("ASSESSMENTS_026", "replaces_id")
        rows = rows.exclude(pk=draft.replaces_id)
    issuer, number = draft.issuer.strip(), draft.number.strip()
    if number and rows.filter(issuer__iexact=issuer, number__iexact=number).exists():
        yield problem("ASSESSMENTS_024", "number", issuer=issuer, number=number)


def _paper_of(replaced: UUID | None) -> UUID | None:
    """A correction without a file of its own is of the same paper."""
    if replaced is None:
        return None
    return OutsideResult.objects.filter(pk=replaced).values_list("attachment", flat=True).first()


def field_word(name: str) -> str:
    """What a field of an outside result is called."""
    words = {
        "issuer": _("penerbit"), "number": _("nomor"), "predicate": _("predikat"), "note": _("catatan"),
        "instrument": _("instrumen"),
    }
    return words[name]
