"""The trail of every write, for administrators: filtered, in pages, as a workbook (F2)."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.programmes import queries
from sidamping.features.programmes.forms import ActivityFilterForm
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.queries import user_names
from sidamping.platform.xlsx.columns import Column
from sidamping.platform.xlsx.write import Table, write_book


@allow(roles.ADMIN)
@require_safe
def activities(request: HttpRequest) -> HttpResponse:
    """Who did what, when and why, the newest first."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = ActivityFilterForm(request.GET)
    wanted = form.wanted()
    page = queries.activities(viewer, wanted, request.GET.get("after", ""))
    actor = user_names([wanted.actor]).get(wanted.actor, "") if wanted.actor else ""
    return render(request, "programmes/activities.html", {"page": page, "form": form, "actor": actor})


@allow(roles.ADMIN)
@require_safe
def activities_export(request: HttpRequest) -> FileResponse:
    """The filtered trail as a workbook."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    lines = queries.every_activity(viewer, ActivityFilterForm(request.GET).wanted())
    labels = [_("Waktu"), _("Siapa"), _("Kegiatan"), _("Alasan"), _("Kode"), _("Nomor catatan")]
    columns = [Column(str(place), text, width=24) for place, text in enumerate(labels)]
    rows = (
        (f"{localtime(one.when):%Y-%m-%d %H:%M:%S}", one.who, one.title, one.note, one.action, str(one.subject))
        for one in lines
    )
    book = write_book([Table(tab=_("Aktivitas"), columns=columns, rows=rows, title=_("Aktivitas"))])
    return FileResponse(book, as_attachment=True, filename="aktivitas.xlsx")
