"""The board says what it did about a finding, with proof; the office judges whether that settles it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.supervision.findings import ANSWERED, SETTLED
from sidamping.features.supervision.models import Answer, Finding, Verdict
from sidamping.features.supervision.queries.cards import examination_of_answer, finding_of
from sidamping.features.supervision.services.keeping import missing, own, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def answer_finding(
    *, by: Viewer, id: UUID, finding: UUID, text: str, now: datetime, file: tuple[str, bytes] | None = None
) -> UUID:
    """What the board did about a finding. Sent twice, kept once."""
    examination = Finding.objects.filter(pk=finding).values_list("examination_id", flat=True).first()
    if examination is None:
        raise Refused(problem("SUPERVISION_001"))
    take_turns(examination)
    there = Answer.objects.filter(pk=id).values_list("finding_id", flat=True).first()
    if there is not None:
        if there != finding:
            raise Refused(problem("SUPERVISION_020", "id"))
        return id
    found = finding_of(by, finding)
    if found is None or not found[0].answers:
        raise Refused(problem("SUPERVISION_001"))
    card, line = found
    faults: list[Problem] = [*missing({"text": text}, {"text": _("Tindak lanjut")}, {"text": 2000})]
    if card.closed_at is not None:
        faults.append(problem("SUPERVISION_018", day=card.closed_at.astimezone(timezone.get_current_timezone()).date()))
    if line.standing.state == SETTLED:
        faults.append(problem("SUPERVISION_011", number=line.number))
    if line.standing.state == ANSWERED:
        faults.append(problem("SUPERVISION_012", number=line.number))
    refuse_if(faults)
    attachment = store.keep_file(read_proof(*file, "file"), subject=id, by=by.user_id)[0].id if file else None
    Answer.objects.create(pk=id, finding_id=finding, text=text.strip(), attachment=attachment, by_id=by.user_id, at=now)
    tell("answered", by, finding, card.village_code, card.line.id)
    return id


@transaction.atomic
def judge_answer(*, by: Viewer, answer: UUID, settled: bool, remark: str, now: datetime) -> None:
    """Whether an answer settles its finding; sent back with a word on what is missing. Judged twice alike, once."""
    examination = examination_of_answer(by, answer)
    if examination is None:
        raise Refused(problem("SUPERVISION_001"))
    row = own(by, examination)
    there = Verdict.objects.filter(pk=answer).first()
    if there is not None:
        if there.settled != settled or there.by_id != by.user_id:
            raise Refused(problem("SUPERVISION_017", day=there.at.astimezone(timezone.get_current_timezone()).date()))
        return
    if remark.strip() or not settled:
        refuse_if([*missing({"remark": remark}, {"remark": _("Catatan kantor")}, {"remark": 240})])
    Verdict.objects.create(answer_id=answer, settled=settled, remark=remark.strip(), by_id=by.user_id, at=now)
    tell("judged", by, answer, row.cooperative.village_id, examination)
