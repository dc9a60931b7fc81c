"""Whose candidates a person sees: recruiters those of the cohorts in their area, interviewers those they interview.

Denies by default. Personal numbers of candidates are shown masked to everybody.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from sidamping.features.recruitment.models import Call, Candidacy, Session
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Grant, Viewer

RECRUITERS = (roles.PMO, roles.SECRETARIAT, roles.COORDINATOR)
"""Roles that call, read applications, appoint and keep attendance; which stage whom decides, the programme says."""
INTERVIEWERS = (roles.ASSESSOR, *RECRUITERS)
NOTHING = Q(pk__in=[])


def recruits(viewer: Viewer, programme: str, area: str) -> bool:
    """Whether the viewer recruits mentors for the programme in the area of a cohort."""
    return any(covers(grant, programme, area) for grant in viewer.holding(*RECRUITERS))


def calls_seen(viewer: Viewer) -> QuerySet[Call]:
    """Calls of cohorts within the reach of the viewer's recruiting roles."""
    return Call.objects.filter(_reached(viewer, "cohort__"))


def candidacies_led(viewer: Viewer) -> QuerySet[Candidacy]:
    """Candidates whose documents, decisions and interviews the viewer handles."""
    return Candidacy.objects.filter(_reached(viewer, "call__cohort__"))


def candidacies_seen(viewer: Viewer) -> QuerySet[Candidacy]:
    """Those, and the candidates whom the viewer interviews; never the own candidacy."""
    asked = Q(panel__user=viewer.user_id, panel__excused_why="") if viewer.has(*INTERVIEWERS) else NOTHING
    found = Candidacy.objects.filter(_reached(viewer, "call__cohort__") | asked)
    return found.exclude(user=viewer.user_id).distinct()


def sessions_seen(viewer: Viewer) -> QuerySet[Session]:
    """Sessions of cohorts where the viewer recruits, and those of the viewer's own cohort as a mentor."""
    own = Candidacy.objects.filter(user=viewer.user_id).values("call__cohort_id")
    taking = Q(cohort_id__in=own) if viewer.has(roles.MENTOR) else NOTHING
    return Session.objects.filter(_reached(viewer, "cohort__") | taking)


def _reached(viewer: Viewer, before: str) -> Q:
    found = NOTHING
    for grant in viewer.holding(*RECRUITERS):
        found |= _by(grant, before)
    return found


def _by(grant: Grant, before: str) -> Q:
    if grant.subject_id is not None:
        return NOTHING
    within = Q(**{f"{before}area__startswith": grant.area}) if grant.area else Q(**{f"{before}pk__isnull": False})
    return within & Q(**{f"{before}programme": grant.programme}) if grant.programme else within
