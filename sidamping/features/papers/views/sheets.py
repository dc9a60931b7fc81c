"""The page of one paper: the sheet as it prints; beside it state, acts, versions, copies; whence each row comes."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.periods import Month
from sidamping.features.papers import queries
from sidamping.features.papers.forms import ActForm, OnPaperForm
from sidamping.features.papers.queries import PaperPage
from sidamping.features.papers.views.answers import READERS, found_page, viewer_of
from sidamping.features.papers.views.behind import behind
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.documents.qr import qr_svg
from sidamping.platform.http.language import day_text
from sidamping.rules.books import label

EARLIER = "earlier"
EVALUATED = {"schedule": "plan_item", "problems": "problem", "indicators": "", "reflection": "", "networks": "sheet"}
ORIGINS = {
    "rencana-kerja": {"rows": "plan_item"},
    "lap-perkembangan": {"lines": EARLIER},
    "lap-tahunan": {"obstacles": "problem", "development": EARLIER},
    "monev-usaha-anggota": EVALUATED,
    "monev-triwulan-usaha-anggota": EVALUATED,
    "akhir-usaha-anggota": EVALUATED,
}
"""What the sources of a section are, by the name of their page; everything else comes from visits."""
HEADS = ("item", "line", "month")
"""Columns that name their row: on a phone they head its card without a label beside them."""
WORDS = {"plan_item": gettext_lazy("Rencana"), "problem": gettext_lazy("Masalah"), "visit": gettext_lazy("Catatan"),
         "sheet": gettext_lazy("Lembar")}
VERBS = {
    "acknowledged": (gettext_lazy("Ketahui"), "signature"),
    "passed": (gettext_lazy("Teruskan"), "clipboard-check"),
    "returned": (gettext_lazy("Kembalikan dengan catatan"), "corner-up-left"),
    "received": (gettext_lazy("Terima"), "rubber-stamp"),
}
ICONS = {
    "submitted": ("send", "waiting"),
    "acknowledged": ("signature", "waiting"),
    "returned": ("corner-up-left", "returned"),
    "passed": ("clipboard-check", "done"),
    "received": ("rubber-stamp", "done"),
}


@allow(*READERS)
@require_safe
def paper(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The paper in its newest version, or the one asked for."""
    return sheet_page(request, found_page(request, paper))


def sheet_page(
    request: HttpRequest, page: PaperPage, *, problems: tuple[object, ...] = (), form: ActForm | None = None,
    on_paper: OnPaperForm | None = None,
) -> HttpResponse:
    """The page; with problems it keeps the remark and answers 422."""
    viewer = viewer_of(request)
    frozen = page.version > 0
    check = queries.check_url(page.token) if frozen else ""
    acts = [_act(page, turn.action, form) for turn in page.turns]
    earlier = _earlier(viewer, page)
    context = {
        "page": page,
        "line": page.line,
        "content": page.content,
        "sections": [_section(page, one, earlier) for one in page.content["sections"]],
        "blocks": _blocks(page),
        "moments": [_moment(one) for one in reversed(page.acts)],
        "acts": acts,
        "on_paper": on_paper or _on_paper(page),
        "on_paper_tried": on_paper is not None,
        "form": on_paper or next((one["form"] for one in acts if one["tried"]), None),
        "check": check,
        "qr": qr_svg(check) if check else "",
        "share": _share(page, check),
        "returned": page.acts[-1].remark if page.own and page.line.state == "returned" else "",
        "problems": problems,
        "queued": viewer.has(roles.COORDINATOR) and page.version > 0,
        "today": viewer.on,
        "gone": -page.days_left,
        "early": queries.early(date.fromisoformat(page.content["period"]["end"]), page.due_on, viewer.on),
    }
    return render(request, "papers/paper.html", context, status=422 if problems else 200)


def _earlier(viewer: Viewer, page: PaperPage) -> dict[str, tuple[str, str]]:
    """The earlier papers that figures of this one come from, by revision, as links."""
    kinds = ORIGINS.get(page.line.kind, {})
    sections = [one for one in page.content["sections"] if kinds.get(one["key"]) == EARLIER]
    revisions = [source for section in sections for row in section["rows"] for source in row["sources"]]
    found = queries.papers_behind(viewer, revisions) if revisions else {}
    return {key: (label_, reverse("paper", args=[paper_id])) for key, (paper_id, label_) in found.items()}


def _section(page: PaperPage, section: dict[str, Any], earlier: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """A section for the template: cells in the order of the columns, sources as links."""
    kind = _origin(page, section["key"])
    if section["type"] == "photos":
        items = [{**one, "from": _links(kind, one["sources"], earlier)} for one in section["items"]]
        return {**section, "items": items}
    if section["type"] != "table":
        return section
    rows = [
        {"cells": [_cell(row, column) for column in section["columns"]],
         "from": [*_links(kind, row["sources"], earlier), *_booked(page, row)], "measure": row.get("measure", "")}
        for row in section["rows"]
    ]  # fmt: skip
    return {**section, "rows": rows, "wide": len(section["columns"]) > 8}


def _booked(page: PaperPage, row: dict[str, Any]) -> list[tuple[str, str]]:
    """The accounts behind a figure that came from the cooperative's book, for whoever reads that book."""
    if not page.reads_book or not row.get("accounts"):
        return []
    return behind(row["book"], row["accounts"], row["measure"] == "stock", Month.of(page.line.period_start))


def _origin(page: PaperPage, section: str) -> str:
    """What the sources of the section are; '' where their pages are closed to whoever reads the paper."""
    kind = ORIGINS.get(page.line.kind, {}).get(section, "visit")
    opened = page.own if kind == "plan_item" else page.reads_records or kind == EARLIER
    return kind if opened else ""


def _cell(row: dict[str, Any], column: dict[str, Any]) -> dict[str, Any]:
    value = row["cells"].get(column["key"], "")
    words = value["text"] if isinstance(value, dict) else value
    head = column["key"] in HEADS and column["align"] != "right"
    label = "" if head else column["label"]
    return {"text": words, "label": label, "align": column["align"]}


def _links(kind: str, sources: list[str], earlier: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """'Catatan 1' → the visit's page; 'September 2026' → the earlier paper whose figures were taken over."""
    if not kind:
        return []
    if kind == EARLIER:
        return [earlier[one] for one in sources if one in earlier]
    return [(f"{WORDS[kind]} {place}", reverse(kind, args=[one])) for place, one in enumerate(sources, 1)]


def _blocks(page: PaperPage) -> list[dict[str, Any]]:
    """The signature blocks with the stamp of whoever has signed."""
    stamped = {one.role: one for one in page.stamps if one.action not in ("returned", "received")}
    return [_signature(page, signer, stamped.get(signer["slot"])) for signer in page.content["signers"]]


def _signature(page: PaperPage, signer: dict[str, Any], stamp: Any) -> dict[str, Any]:
    """One block; a seal stands in it only under the name that is printed there."""
    seal = page.seal_for(signer["slot"], stamp.name if stamp else signer["name"])
    return {**signer, "stamp": stamp, "seal": seal}


def _moment(one: Any) -> dict[str, Any]:
    icon, tone = ICONS[one.action]
    return {
        "when": one.at, "who": one.name, "title": _state(one.action), "note": _note(one), "icon": icon,
        "tone": tone,
    }  # fmt: skip


def _note(one: Any) -> str:
    """The remark; for a signature on paper first its day and who wrote it down."""
    if not one.signed_on:
        return str(one.remark)
    seen = {"day": day_text(one.signed_on), "name": one.recorded_by}
    lead = _("Ditandatangani di atas kertas pada %(day)s, dicatat oleh %(name)s.") % seen
    return f"{lead} {one.remark}"


def _state(code: str) -> str:
    """A state or act in the reader's language."""
    return label("paper-states", code, get_language() or "id")


def _act(page: PaperPage, action: str, form: ActForm | None) -> dict[str, Any]:
    """One possible act: its button, and a form that carries what was seen."""
    verb, icon = VERBS[action]
    seen = {"revision": page.revision_id, "ordinal": page.ordinal + 1, "action": action}
    tried = form is not None and form.data.get("action") == action
    remark = form.data.get("remark", "") if form is not None and tried else ""
    fresh = ActForm(initial={**seen, "remark": remark}, auto_id=f"id_{action}_%s")
    return {"action": action, "verb": verb, "icon": icon, "form": fresh, "tried": tried}


def _on_paper(page: PaperPage) -> OnPaperForm | None:
    """The form for the signature of a chair without an account, with the name as printed."""
    if not page.on_paper:
        return None
    chair = next((one["name"] for one in page.content["signers"] if one["slot"] == roles.CHAIR), "")
    return OnPaperForm(initial={"revision": page.revision_id, "ordinal": page.ordinal + 1, "chair": chair})


def _share(page: PaperPage, check: str) -> str:
    """The words to send by WhatsApp: what, where it stands, how to check it."""
    head = page.line
    about = f"{head.title} {head.period}" + (f" – {head.mentee}" if head.mentee else "")
    if page.version == 0:
        due = day_text(page.due_on)
        return _("%(about)s belum diserahkan. Batas waktu: %(due)s.") % {"about": about, "due": due}
    lines = [about, _("Nomor: %(number)s") % {"number": head.number},
             _("Keadaan: %(state)s") % {"state": _state(head.state)}]  # fmt: skip
    if head.state == "returned" and page.acts:
        lines.append(_("Catatan: %(remark)s") % {"remark": page.acts[-1].remark})
    return "\n".join([*lines, _("Periksa keaslian: %(check)s") % {"check": check}])
