"""Whose phones and records a viewer may see: the own ones, and as an overseer those of the own programme and area.

A record that names mentees is seen by who oversees all of them; one that names none, by who oversees everything that
its owner did then. A mentor of two programmes shows each coordinator the records of that one's mentees alone.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Least, TruncDate

from sidamping.edges.sync.models import Device, Record, Variant
from sidamping.features.programmes.queries import engagement_ids, out_of_sight
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Grant, Viewer

WATCHERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Roles that look after the phones of the mentors of their programme in their area."""
NOTHING = Q(pk__in=[])


class Among(Func):
    """Whether an id is one of an array."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def within(viewer: Viewer) -> Q:
    """A condition on `owner` of a phone."""
    own = Q(owner_id=viewer.user_id)
    watcher = _as_watcher(viewer)
    if not watcher.grants:
        return own
    return own | Q(owner__in=Appointment.objects.filter(_held(watcher, ("",))).values("user"))


def reachable(viewer: Viewer) -> QuerySet[Record]:
    """The records that the viewer may see and decide."""
    rows = Record.objects.filter(device__in=Device.objects.filter(within(viewer)))
    watcher, own = _as_watcher(viewer), Q(owner_id=viewer.user_id)
    if not watcher.grants:
        return rows.filter(own)
    hidden, seen = out_of_sight(watcher), engagement_ids(watcher)
    besides = Variant.objects.filter(record=OuterRef("pk"))
    noted = rows.alias(written=TruncDate(Least(F("sealed_at"), F("received_at"))))
    told = noted.alias(
        met=Exists(_named_in(seen)), elsewhere=Exists(_other_work(watcher)), shut=Exists(_named_in(hidden)),
        shut_besides=Exists(besides.filter(Exists(_named_in(hidden)))),
    )  # fmt: skip
    return told.filter(own | Q(shut=False, shut_besides=False) & (Q(met=True) | Q(elsewhere=False)))


def _as_watcher(viewer: Viewer) -> Viewer:
    """The viewer with the grants alone that look after phones."""
    held = tuple(one for one in viewer.holding(*WATCHERS) if one.subject_id is None)
    return Viewer(viewer.user_id, viewer.name, viewer.on, held)


def _named_in(engagements: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return engagements.filter(Among(F("pk"), OuterRef("named")))


def _other_work(watcher: Viewer) -> QuerySet[Appointment]:
    """What the owner of a record was appointed to when it was written, as far as the watcher does not oversee it."""
    written = OuterRef("written")
    lasting = Q(ends__isnull=True) | Q(ends__gte=written)
    then = Appointment.objects.filter(lasting, user=OuterRef("owner"), cancelled_on=None, starts__lte=written)
    return then.exclude(pk__in=Appointment.objects.filter(_held(watcher)).values("pk"))


def _held(watcher: Viewer, besides: tuple[str, ...] = ()) -> Q:
    """Appointments that the watcher oversees; `besides` are programmes that count as every one's."""
    found = Q(subject_id__in=engagement_ids(watcher).values("mentee_id"))
    for grant in watcher.grants:
        found |= _under(grant, besides)
    return found


def _under(grant: Grant, besides: tuple[str, ...]) -> Q:
    area = Q(area__code__startswith=grant.area) if grant.area else ~NOTHING
    return Q(subject_id=None) & area & (Q(programme__in=(grant.programme, *besides)) if grant.programme else ~NOTHING)
