"""A round of the recommended model for modern cooperatives: PMO, office, mentor and a mentee in Kupang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.programmes import queries, services
from sidamping.features.programmes.queries import Stop
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from tests import people, places
from tests.people import Cast, look

MODERN = "koperasi-modern-usulan"
OPENED = date(2026, 6, 1)
COHORT = UUID("0190e7a0-0000-7000-8000-0000000000c1")
SAID = "di map PMO"


@dataclass(frozen=True)
class Round:
    """The cohort with the path of one cooperative and of one mentor; nothing recorded but the cohort's own steps."""

    cast: Cast
    cohort: UUID
    path: UUID
    mentor_path: UUID

    @property
    def pmo(self) -> User:
        return self.cast.paulus

    @property
    def mentor(self) -> User:
        return self.cast.ratna


def begin(cast: Cast, *, called: bool = True) -> Round:
    """Open the cohort on the first of June, call and settle the needs; begin both paths on the tenth."""
    for who, role, area in ((cast.paulus, roles.PMO, places.NTT), (cast.ratna, roles.MENTOR, places.KUPANG),
                            (cast.dominggus, roles.DINAS_REGENCY, places.KUPANG)):
        people.appoint(who, role, area=area, programme=MODERN)
    people.appoint(cast.ujang, roles.CHAIR, area=places.BOLOK, programme=MODERN, subject=cast.merah_putih.party_id)
    by = look(cast.paulus, OPENED)
    cohort = services.open_cohort(
        by=by, id=COHORT, programme=MODERN, name="Angkatan 1", area=places.NTT, starts=OPENED, call_opens=OPENED,
        call_closes=date(2026, 12, 31), target=12, mentors_wanted=2,
    )
    if called:
        proof = (services.EvidenceDraft("attendance", SAID),)
        services.record_step(by=by, path=cohort, step="socialise", done_on=OPENED, evidence=proof)
        for step in ("open_call", "needs_set", "call_mentors"):
            services.record_step(by=by, path=cohort, step=step, done_on=OPENED)
    start = date(2026, 6, 10)
    mentee = services.begin_path(by=None, subject="mentee", cohort=cohort, starts=start)
    mentor = services.begin_path(by=by, subject="mentor", cohort=cohort, starts=start, person=cast.ratna.id)
    return Round(cast, cohort, mentee, mentor)


def inducted(round_: Round, on: date = date(2026, 7, 1)) -> None:
    """The mentor was chosen, appointed and briefed."""
    for step, outcome in (("mentor_apply", ""), ("mentor_admin", "passed"), ("mentor_competence", "passed"),
                          ("mentor_interview", "passed"), ("appoint", ""), ("induction", "")):
        services.record_step(
            by=look(round_.pmo, on), path=round_.mentor_path, step=step, done_on=on, outcome=outcome, trusted=True
        )


def accepted(round_: Round, on: date = date(2026, 7, 1)) -> UUID:
    """The cooperative came in by every check, its needs are determined, the mentor is assigned; its engagement."""
    by = look(round_.pmo, on)
    for step, outcome in (("apply", ""), ("admin_check", "passed"), ("contact_check", "confirmed"),
                          ("dinas_check", "confirmed"), ("identify", "passed"), ("needs", "")):
        services.record_step(by=by, path=round_.path, step=step, done_on=on, outcome=outcome, trusted=True)
    return services.open_engagement(
        by=by, mentee_id=round_.cast.merah_putih.party_id, programme=MODERN, starts=on, path=round_.path,
        mentor_id=round_.mentor.id,
    )


def stops(path: UUID, who: User | None = None, on: date = people.TODAY) -> dict[str, Stop]:
    """The stations of a path by code, as the person sees them."""
    found = queries.path_stations(path, on, None, look(who) if who else None)
    return {stop.code: stop for stop in found}
