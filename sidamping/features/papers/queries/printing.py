"""What the renderers and the public check are given: frozen content with its stamps, or a draft marked as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from sidamping.domain.papers.states import DRAFT, SLOT_OF
from sidamping.features.papers.models import Act, Paper, Revision
from sidamping.features.papers.queries.sheets import PaperPage, paper
from sidamping.features.papers.queries.states import ActLine
from sidamping.features.papers.render.sheet import Drawn, Sheet, Stamp
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.store import content_of
from sidamping.rules.books import label


@dataclass(frozen=True)
class PublicCheck:
    """All that a stranger may learn from a paper's code: number, date, state, hash."""

    number: str
    submitted_at: datetime
    state: str
    revision: int
    sha256: str


@dataclass(frozen=True)
class EvidenceLine:
    """One act as evidence for the honorarium."""

    number: str
    title: str
    period: str
    mentee: str
    revision: int
    action: str
    role: str
    name: str
    nip: str
    at: datetime
    remark: str
    sha256: str
    due_on: str
    late_days: int
    signed_on: date | None
    recorded_by: str


def sheet_of(viewer: Viewer, id: UUID, version: int | None = None) -> Sheet | None:
    """The sheet to print; None for a stranger."""
    page = paper(viewer, id, version)
    return sheet_from(page) if page else None


def sheet_from(page: PaperPage) -> Sheet:
    """The sheet of a paper's page. A draft carries no number, no stamp and no hash."""
    draft = page.version == 0
    state = DRAFT if draft else page.stamps[-1].action
    return Sheet(
        content=page.content,
        number="" if draft else page.line.number,
        revision=page.version,
        state=state,
        state_label=label("paper-states", state),
        stamps=() if draft else tuple(_stamp(one) for one in page.stamps),
        sha256=page.sha256,
        check_url="" if draft else check_url(page.token),
        draft=draft,
        pictures=_pictures(page.content),
        drawn=_drawn(page),
    )


def _drawn(page: PaperPage) -> dict[str, Drawn]:
    """By slot what the person named in the block drew on the phone."""
    signers = ((one["slot"], page.seal_for(one["slot"], one["name"])) for one in page.content["signers"])
    return {slot: Drawn(seal.path, seal.signer, seal.sealed_on) for slot, seal in signers if seal and seal.path}


def check_url(token: str) -> str:
    """The public address that the QR code on the sheet opens."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('paper_check', args=[token])}"


def public_check(token: str) -> PublicCheck | None:
    """What anybody may learn from the code; None for a code that was never printed."""
    found = Paper.objects.filter(token=token, number__isnull=False).first()
    newest = Revision.objects.filter(paper=found).order_by("-number").first() if found else None
    if found is None or newest is None:
        return None
    last = Act.objects.filter(revision=newest).order_by("-ordinal").first()
    state = last.action if last else DRAFT
    return PublicCheck(found.number or "", newest.submitted_at, state, newest.number, newest.sha256)


def evidence(page: PaperPage) -> tuple[EvidenceLine, ...]:
    """The approval history of a paper, for the papers that go with the honorarium."""
    hashes = {one.number: one.sha256 for one in page.versions}
    head = page.line
    return tuple(
        EvidenceLine(
            head.number, head.title, head.period, head.mentee, one.revision, label("paper-states", one.action),
            label("roles", one.role), one.name, one.nip, one.at, one.remark, hashes.get(one.revision, ""),
            page.due_on.isoformat(), head.late_days, one.signed_on, one.recorded_by,
        )
        for one in page.acts
    )


def _stamp(one: ActLine) -> Stamp:
    role = label("roles", one.role)
    return Stamp(SLOT_OF.get(one.action, ""), one.action, one.name, one.nip, role, one.at, one.remark, one.signed_on,
                 one.recorded_by)


def _pictures(content: Mapping[str, Any]) -> dict[str, bytes]:
    """The photos by attachment; one that the files folder has lost is left out and its caption stays."""
    found = {}
    for section in content["sections"]:
        for item in section.get("items", ()):
            try:
                found[item["attachment"]] = content_of(item["sha256"])
            except FileNotFoundError:
                continue
    return found
