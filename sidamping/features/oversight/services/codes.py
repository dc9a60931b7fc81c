"""Hands out cards of codes, and takes the code by which a mentee agrees to a visit (B10).

Only added to: a new card replaces a lost one, a right code confirms once, wrong ones are counted per mentor and day.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.cohorts.visit_codes import read_code
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.fieldwork.queries import VisitLine
from sidamping.features.oversight.models import CodeCard, CodeEntry
from sidamping.features.oversight.queries.codes import card_on, cards_of, issues_codes, matching_card, wrong_tries
from sidamping.features.oversight.queries.visits import visit_within
from sidamping.features.oversight.services.standing import seen, text_faults
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

MOST_WRONG = 8
"""Wrong codes of one mentor in a day; our own reading, shown as 'contoh'."""
LATEST_DAYS = 14
"""A code is taken so many days after the visit; our own reading too."""


@transaction.atomic
def issue_codes(*, by: Viewer, id: UUID, engagement: UUID, on: date, why: str = "") -> UUID:
    """A card from today on; a further one says why. Sent twice, it is handed out once."""
    card = seen(by, engagement)
    take_turns(engagement)
    if there := CodeCard.objects.filter(pk=id).first():
        if (there.engagement_id, there.by_id) != (engagement, by.user_id):
            raise Refused(problem("OVERSIGHT_007", "id"))
        return there.pk
    faults = [] if issues_codes(by, card) else [problem("OVERSIGHT_015")]
    replaces = CodeCard.objects.filter(engagement_id=engagement).exists()
    refuse_if([*faults, *text_faults("why", _("Alasan"), why, 240, required=replaces)])
    CodeCard.objects.create(id=id, engagement_id=engagement, starts=on, why=why.strip(), by_id=by.user_id)
    about = {"starts": str(on), "replaces": str(replaces)}
    journal.record("oversight.codes_issued", by=by.user_id, subject=id, regency=card.regency_code, **about)
    return id


def enter_code(
    *, by: Viewer, id: UUID, visit: UUID, typed: str, on: date, tried_on: date | None = None
) -> UUID:
    """The code the mentee read out. Right twice confirms once; a wrong one is kept and counted, then refused.

    `tried_on`: the server's day, where `on` is a day told by a phone.
    """
    day = tried_on or on
    with transaction.atomic():
        take_turns(by.user_id)
        line = _own_visit(by, visit)
        if done := CodeEntry.objects.filter(visit_id=visit, card__isnull=False).first():
            return done.pk
        code = read_code(typed)
        refuse_if(_faults(line, code, typed, on, wrong_tries(by.user_id, day, id)))
        card = matching_card((one.engagement_id for one in line.mentees), str(code), line.visited_on)
        entry, new = CodeEntry.objects.get_or_create(
            id=id, defaults={"visit_id": visit, "card_id": card, "by_id": by.user_id, "on": on}
        )
        if new:
            about = {"visit": str(visit), "right": str(card is not None)}
            regency = line.village_code[:5]
            journal.record("oversight.code_entered", by=by.user_id, subject=id, regency=regency, **about)
    if entry.card_id is None:
        left = max(MOST_WRONG - wrong_tries(by.user_id, day, id) - 1, 0)
        raise Refused(problem("OVERSIGHT_018", "code", visited=line.visited_on, left=left))
    return entry.pk


def late_faults(visited_on: date, on: date) -> list[Problem]:
    """A code that comes too long after its visit is not even compared."""
    last = visited_on + timedelta(days=LATEST_DAYS)
    return [problem("OVERSIGHT_017", "code", most=LATEST_DAYS, last=last)] if on > last else []


def _own_visit(by: Viewer, visit: UUID) -> VisitLine:
    found = visit_within(by, visit)
    if found is None or found[0].mentor_id != by.user_id:
        raise Refused(problem("OVERSIGHT_013", "visit"))
    return found[0]


def _faults(line: VisitLine, code: str | None, typed: str, on: date, wrong: int) -> list[Problem]:
    faults = late_faults(line.visited_on, on)
    if faults:
        return faults
    if not any(card_on(cards_of(one.engagement_id), line.visited_on) for one in line.mentees):
        faults.append(problem("OVERSIGHT_016", "code", mentees=line.names, visited=line.visited_on))
    elif wrong >= MOST_WRONG:
        faults.append(problem("OVERSIGHT_020", "code", most=MOST_WRONG))
    elif code is None:
        faults.append(problem("OVERSIGHT_019", "code", seen=typed.strip()[:20]))
    return faults
