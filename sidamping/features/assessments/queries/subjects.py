"""Whom a round may be about: parties and mentors within the viewer's reach, by name and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
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
OwnMentors = Callable[[Iterable[UUID], date], frozenset[UUID]]
_own_mentors: list[OwnMentors] = []


def ask_for_mentors(found_by: OwnMentors) -> None:
    """Who carries cooperatives on a day is known by a higher storey; it leaves its function here once."""
    if found_by not in _own_mentors:
        _own_mentors.append(found_by)


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


def place_of_mentor(viewer: Viewer, mentor_id: UUID, respondent: str) -> str:
    """The area where a mentor works within the viewer's reach, '' when there is none; nobody judges oneself."""
    if mentor_id == viewer.user_id:
        return ""
    found = {one.user_id: one for one in _officials(viewer, respondent)}
    one = found.get(mentor_id)
    return _workplace(viewer, one) if one else ""


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
    found = [one for one in _officials(viewer, "") if one.user_id != viewer.user_id]
    places = territory.path_of(one.area for one in found)
    return tuple(SubjectName(MENTOR, one.user_id, one.name, places.get(one.area, "")) for one in found)


def _officials(viewer: Viewer, respondent: str) -> tuple[Official, ...]:
    """Mentors appointed within the viewer's areas; for a chair those who carry the own cooperative."""
    areas = viewer.areas(*OPENERS[MENTOR])
    by_area = holders(roles.MENTOR, "", areas, viewer.on) if areas else ()
    chaired = viewer.subjects(roles.CHAIR)
    if not chaired or respondent not in ("", "chair"):
        return by_area
    villages = {one.village_code for one in party_names(chaired).values()}
    carrying = {id for ask in _own_mentors for id in ask(chaired, viewer.on)}
    own = [one for one in holders(roles.MENTOR, "", villages, viewer.on) if one.user_id in carrying]
    return (*by_area, *(one for one in own if one.user_id not in {known.user_id for known in by_area}))


def _workplace(viewer: Viewer, one: Official) -> str:
    """The regency of the appointment; of the own cooperative's village where the mentor is appointed wider."""
    if len(one.area) >= REGENCY:
        return one.area[:REGENCY]
    villages = sorted(named.village_code for named in party_names(viewer.subjects(roles.CHAIR)).values())
    return villages[0][:REGENCY] if villages else one.area or own_area(viewer)
