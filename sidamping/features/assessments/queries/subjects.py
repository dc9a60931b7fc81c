"""Whom a round may be about: parties and mentors within the viewer's reach, by name and place."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from sidamping.features.assessments.queries.lines import SubjectName
from sidamping.features.assessments.queries.opening import COOPERATIVE, MENTOR, OPENERS, PARTIES, TOPIC, opens_in
from sidamping.features.parties.queries import party_names, visible
from sidamping.platform.access import roles
from sidamping.platform.access.queries import Official, holders
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory

MOST = 500
REGENCY = 5
"""Length of a regency's code: '53.01'."""


def subjects_to_choose(viewer: Viewer, kind: str, text: str = "", most: int = MOST) -> tuple[SubjectName, ...]:
    """Parties or mentors of the kind about whom the viewer may open a round, by name; those whose name holds a text."""
    if kind == MENTOR:
        return tuple(one for one in _mentors(viewer) if text.lower() in one.name.lower())[:most]
    if kind == TOPIC or kind not in PARTIES:
        return ()
    rows = visible(viewer, kind).filter(_parties_within(viewer, kind), name__icontains=text)
    rows = rows.order_by("name", "id")[:most]
    held = list(rows.values_list("id", "name", "village_id"))
    places = territory.path_of(village for _, _, village in held)
    return tuple(SubjectName(kind, id, name, places.get(village, "")) for id, name, village in held)


def subject_named(viewer: Viewer, kind: str, id: UUID) -> SubjectName | None:
    """One party or mentor about whom the viewer may open a round; None for anybody else."""
    if kind == MENTOR:
        return next((one for one in _mentors(viewer) if one.id == id), None)
    found = visible(viewer).filter(pk=id).values_list("kind", "name", "village_id").first()
    if found is None or not (id in viewer.subjects(roles.CHAIR) or opens_in(viewer, found[0], found[2])):
        return None
    return SubjectName(found[0], id, found[1], territory.path_of([found[2]]).get(found[2], ""))


def place_of_party(viewer: Viewer, party_id: UUID) -> tuple[str, str] | None:
    """(kind, village) of a party about which the viewer may open a round; None for anybody else's."""
    named = party_names([party_id]).get(party_id)
    if named is None:
        return None
    reached = visible(viewer, named.kind).filter(_parties_within(viewer, named.kind), pk=party_id).exists()
    return (named.kind, named.village_code) if reached else None


def place_of_mentor(viewer: Viewer, mentor_id: UUID) -> str:
    """The area where a mentor works within the viewer's reach, '' when there is none; nobody judges oneself."""
    found = next((one for one in _officials(viewer) if one.user_id == mentor_id), None)
    return (found.area[:REGENCY] or own_area(viewer)) if found else ""


def own_area(viewer: Viewer) -> str:
    """The area of a round about a topic: the nearest of the viewer's own; '' when all are nationwide."""
    areas = viewer.areas(*OPENERS[TOPIC])
    return max(areas, key=len, default="")


def kind_word(kind: str) -> str:
    """What a kind of subject is called."""
    words = {COOPERATIVE: _("koperasi"), "business": _("usaha"), "person": _("orang"), MENTOR: _("pendamping"),
             TOPIC: _("topik")}
    return words.get(kind, kind)


def _parties_within(viewer: Viewer, kind: str) -> Q:
    seen = Q(pk__in=viewer.subjects(roles.CHAIR)) if kind == COOPERATIVE else Q(pk__in=[])
    for area in viewer.areas(*OPENERS[kind]):
        seen |= Q(village__code__startswith=area) if area else Q(pk__isnull=False)
    return seen


def _mentors(viewer: Viewer) -> tuple[SubjectName, ...]:
    found = _officials(viewer)
    places = territory.path_of(one.area for one in found)
    return tuple(SubjectName(MENTOR, one.user_id, one.name, places.get(one.area, "")) for one in found)


def _officials(viewer: Viewer) -> tuple[Official, ...]:
    """Mentors appointed within the viewer's areas, but for the viewer; a chair's own come through programmes."""
    areas = viewer.areas(*OPENERS[MENTOR])
    found = holders(roles.MENTOR, "", areas, viewer.on) if areas else ()
    return tuple(one for one in found if one.user_id != viewer.user_id)
