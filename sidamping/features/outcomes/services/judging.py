"""People judge: the result of a mentoring, and whether the cooperative may graduate, each with what was seen (B11).

The conditions explain; a verdict that differs from them says why. A later verdict may follow one of 'not yet'.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.cohorts.graduation import GRADUATE, verdict_faults
from sidamping.domain.cohorts.lengths import closing_faults
from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.letters import services as letters
from sidamping.features.needs.queries import acts_as
from sidamping.features.outcomes.models import Judgement
from sidamping.features.outcomes.queries import (
    Explanation,
    book_of,
    criteria_versions,
    explanation,
    judgements_of,
    may,
    step_of,
    verdict_on,
)
from sidamping.features.outcomes.queries.scope import RESULT, VERDICT
from sidamping.features.outcomes.services.shared import (
    code_faults,
    day_faults,
    locked_card,
    not_yours,
    tell,
    text_faults,
)
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

LONGEST = 4000


@transaction.atomic
def judge_result(
    *, by: Viewer, id: UUID, engagement: UUID, summary: str, on: date, override_why: str = ""
) -> UUID:
    """The result of the mentoring in words, with the conditions as they stand that day; marks the step `result`."""
    card = locked_card(by, engagement)
    explained = _explained(card, by)
    if not may(by, card, RESULT):
        raise Refused(not_yours(card, RESULT))
    there = Judgement.objects.filter(pk=id).first()
    if there is not None:
        return _again(there, engagement, "", summary)
    before = next(iter(judgements_of(card, Judgement.Kind.RESULT)), None)
    if before is not None:
        raise Refused(problem("OUTCOMES_018", "", day=day(before.decided_on)))
    said = [("summary", _("Ringkasan hasil"), summary, LONGEST, True)]
    refuse_if([*text_faults(said), *day_faults(card, by, on, "on", after_end=True)])
    row = Judgement.objects.create(
        id=id, engagement_id=card.id, kind=Judgement.Kind.RESULT, number=1, decided_on=on, reason=summary.strip(),
        explained=explained.kept(), by_id=by.user_id,
    )
    _mark(by, card, RESULT, row, override_why)
    tell("result_judged", by, card, row.pk, summary.strip())
    return row.pk


@transaction.atomic
def decide_verdict(
    *, by: Viewer, id: UUID, engagement: UUID, verdict: str, criteria: str, on: date, reason: str = "",
    carried_by: str = "", override_why: str = "",
) -> UUID:
    """The verdict of people on a version of the criteria; a graduation issues its letter. Sent twice, it is once.

    Nobody graduates while promises are open, unless somebody named carries them on.
    """
    card = locked_card(by, engagement)
    explained = _explained(card, by, carried_on=bool(carried_by.strip()))
    there = Judgement.objects.filter(pk=id).first()
    if there is not None:
        return _again(there, engagement, verdict, reason)
    last = verdict_on(card)
    if last is not None and last.graduates:
        raise Refused(problem("OUTCOMES_009", "verdict", day=day(last.decided_on)))
    refuse_if([
        *_verdict_faults(by, card, explained, verdict, criteria, reason),
        *closing_faults(explained.seen.promises if verdict == GRADUATE else (), carried_by=carried_by),
        *day_faults(card, by, on, "on", after_end=True),
        *text_faults([("reason", _("Alasan"), reason, LONGEST, False),
                      ("carried_by", _("Yang meneruskan"), carried_by, 120, False)]),
    ])  # fmt: skip
    row = Judgement.objects.create(
        id=id, engagement_id=card.id, kind=Judgement.Kind.VERDICT, number=last.number + 1 if last else 1,
        decided_on=on, verdict=verdict, criteria=criteria, reason=reason.strip(), carried_by=carried_by.strip(),
        explained=explained.kept(), by_id=by.user_id,
    )
    _mark(by, card, VERDICT, row, override_why)
    if verdict == GRADUATE:
        _letter(by, card, row, explained)
    tell("verdict_given", by, card, row.pk, reason.strip(), verdict=verdict, criteria=criteria)
    return row.pk


def _explained(card: EngagementCard, by: Viewer, *, carried_on: bool = False) -> Explanation:
    found = explanation(card, by, carried_on=carried_on)
    if found is None:
        raise Refused(problem("OUTCOMES_007", "engagement", what=_("Predikat wisuda")))
    return found


def _again(there: Judgement, engagement: UUID, verdict: str, reason: str) -> UUID:
    if (there.engagement_id, there.verdict, there.reason) != (engagement, verdict, reason.strip()):
        raise Refused(problem("OUTCOMES_001", "id"))
    return there.pk


def _verdict_faults(
    by: Viewer, card: EngagementCard, explained: Explanation, verdict: str, criteria: str, reason: str
) -> Iterator[Problem]:
    yield from code_faults("verdict", _("Predikat"), verdict, codes_of(explained.verdicts), explained.verdicts)
    known = [version for version, _title in criteria_versions(explained.criteria)]
    if criteria and criteria not in known:
        told = {"label": _("Kriteria"), "seen": criteria[:60], "known": ", ".join(known)}
        yield problem("OUTCOMES_008", "criteria", **told)
    book, language = book_of(card), reader_language()
    words = {one.code: one.label for one in explained.lines}
    words |= {role: book.role(role, language) for role in explained.deciders if role in book.roles}
    held = {role for role in explained.deciders if acts_as(by, card, (role,))}
    yield from verdict_faults(
        explained.explained, verdict=verdict, reason=reason, version=criteria, roles=held,
        deciders=explained.deciders, label=lambda code: words.get(code, code),
    )


def _mark(by: Viewer, card: EngagementCard, code: str, row: Judgement, override_why: str) -> None:
    if step_of(card, code) is None:
        return
    programmes.record_step(
        by=by, engagement=card.id, step=code, done_on=row.decided_on, outcome=row.verdict, source_id=row.pk,
        override_why=override_why, trusted=True,
    )


def _letter(by: Viewer, card: EngagementCard, row: Judgement, explained: Explanation) -> None:
    titles = dict(criteria_versions(explained.criteria))
    facts = {
        "mentee": card.mentee_name, "address": ", ".join(filter(None, (card.village, card.district, card.regency))),
        "verdict": labels(explained.verdicts, "id")[row.verdict], "decided_on": row.decided_on,
        "criteria": f"{titles.get(row.criteria, '')} ({row.criteria})",
        "conditions": [one.label for one in explained.lines if one.holds],
    }
    letters.issue(
        by=by, id=uuid5(row.pk, "graduation"), programme=card.programme, kind="graduation", engagement=card.id,
        recipient=card.mentee_name, place=card.regency or card.village, facts=facts, on=row.decided_on,
    )
