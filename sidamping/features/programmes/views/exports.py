"""The lists of programmes as workbooks: the same scope and filters as on the page (E1)."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import FileResponse, HttpRequest
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from sidamping.features.programmes import queries
from sidamping.features.programmes.forms import ActivityFilterForm, FilterForm, UserFilterForm
from sidamping.features.programmes.queries import EngagementCard, EngagementFilter
from sidamping.platform.access import queries as access
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.workbooks import Columns, table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value


@allow(roles.MENTOR, *roles.OVERSEERS, roles.ASSESSOR)
@require_safe
def mentees_export(request: HttpRequest) -> FileResponse:
    """The mentees the viewer may see."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return _engagements(queries.every_engagement(viewer, _wanted(request, viewer)), _("Dampingan"), "dampingan")


@allow(roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN)
@require_safe
def assignments_export(request: HttpRequest) -> FileResponse:
    """Who carries whom."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return _engagements(queries.every_administered(viewer, _wanted(request, viewer)), _("Penugasan"), "penugasan")


@allow(roles.ADMIN, roles.SECRETARIAT)
@require_safe
def users_export(request: HttpRequest) -> FileResponse:
    """Everybody who may sign in, one line for each role in force."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    columns = [
        (_("Nama"), Kind.TEXT, 28), (_("Nama pengguna"), Kind.TEXT, 18), (_("NIP"), Kind.CODE, 22),
        (_("Peran"), Kind.TEXT, 28), (pgettext("satu", "Wilayah"), Kind.TEXT, 28), (_("Program"), Kind.TEXT, 20),
        (_("Mulai"), Kind.DATE, 12), (_("Sampai"), Kind.DATE, 12),
    ]
    accounts = access.every_user(viewer, **UserFilterForm(request.GET).wanted())
    rows = (row for account in accounts for row in _user_rows(account, viewer))
    return _file(_("Pengguna"), columns, rows, "pengguna")


@allow(roles.ADMIN)
@require_safe
def activities_export(request: HttpRequest) -> FileResponse:
    """The filtered trail."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    lines = queries.every_activity(viewer, ActivityFilterForm(request.GET).wanted())
    labels = (_("Waktu"), _("Siapa"), _("Kegiatan"), _("Alasan"), _("Kode"), _("Nomor catatan"))
    rows = (
        (f"{localtime(one.when):%Y-%m-%d %H:%M:%S}", one.who, one.title, one.note, one.action, str(one.subject))
        for one in lines
    )
    return _file(_("Aktivitas"), [(label, Kind.TEXT, 24) for label in labels], rows, "aktivitas")


def _wanted(request: HttpRequest, viewer: Viewer) -> EngagementFilter:
    return FilterForm(request.GET, viewer=viewer).wanted()


def _engagements(cards: Iterable[EngagementCard], title: str, name: str) -> FileResponse:
    columns = [
        (pgettext("satu", "Dampingan"), Kind.TEXT, 32), (_("Desa"), Kind.TEXT, 20), (_("Kecamatan"), Kind.TEXT, 20),
        (_("Kabupaten/Kota"), Kind.TEXT, 24), (_("Kode desa"), Kind.CODE, 16), (_("Program"), Kind.TEXT, 20),
        (_("Pendamping"), Kind.TEXT, 24), (_("Mulai"), Kind.DATE, 12), (_("Sampai"), Kind.DATE, 12),
        (_("Prioritas"), Kind.NUMBER, 10), (_("Langkah selesai"), Kind.NUMBER, 10),
        (_("Jumlah langkah"), Kind.NUMBER, 10), (_("Langkah berikutnya"), Kind.TEXT, 28),
    ]
    return _file(title, columns, (_engagement_row(card) for card in cards), name)


def _engagement_row(card: EngagementCard) -> tuple[Value, ...]:
    place = (card.mentee_name, card.village, card.district, card.regency, card.village_code)
    ahead = card.next_stop.label if card.next_stop else ""
    days = (card.programme, card.mentor_name, card.starts, card.ends)
    return (*place, *days, card.priority, card.done, card.total, ahead)


def _user_rows(account: access.Account, viewer: Viewer) -> list[tuple[Value, ...]]:
    who = (account.name, account.username, account.nip)
    if not account.current:
        return [(*who, "", "", "", None, None)]
    names = [queries.role_name(one.role, one.programme, viewer.on) for one in account.current]
    held = zip(names, account.current, strict=True)
    return [(*who, name, one.area_name, one.programme, one.starts, one.ends) for name, one in held]


def _file(title: str, columns: Columns, rows: Iterable[tuple[Value, ...]], name: str) -> FileResponse:
    return workbook(f"{name}.xlsx", table_of(title, columns, rows))
