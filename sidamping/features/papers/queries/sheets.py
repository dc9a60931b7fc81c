"""One paper as its page shows it: the sheet, its state, stamps, versions, copies, and what the viewer may do now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from sidamping.domain.papers.states import ACKNOWLEDGED, DRAFT, Turn, accepted, editable, turns
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem
from sidamping.domain.signatures.names import same_name
from sidamping.features.books.queries import readable
from sidamping.features.papers.models import Copy, Draft, Paper, Revision
from sidamping.features.papers.queries import chain
from sidamping.features.papers.queries.chain import Link
from sidamping.features.papers.queries.chairs import chair_account
from sidamping.features.papers.queries.composing import compose
from sidamping.features.papers.queries.facts import NAMES
from sidamping.features.papers.queries.lists import PaperLine, line
from sidamping.features.papers.queries.scope import reaches, visible
from sidamping.features.papers.queries.states import ActLine, acts_of
from sidamping.features.programmes.queries import reads_records
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.signatures.store import SealLine, has_seals, seals_of


@dataclass(frozen=True)
class Version:
    """One submission of a paper."""

    id: UUID
    number: int
    submitted_at: datetime
    sha256: str
    state: str


@dataclass(frozen=True)
class CopyLine:
    """One of the copies: for whom, through whom, who received it when; `mine` when the viewer may confirm it."""

    no: int
    recipient: str
    via: str
    role: str
    received_by: str
    at: datetime | None
    mine: bool


@dataclass(frozen=True)
class PaperPage:
    """Everything a paper's page shows. `version` 0 is the draft as it stands now.

    `seals` are what was signed on the mentor's phone, beside the version shown.
    `on_paper`: the viewer may record the signature of a chair who has no account; `reads_book`: figures came from a
    book that the viewer may read; `reads_records`: the viewer opens the records that the rows were composed of.
    """

    line: PaperLine
    token: str
    version: int
    revision_id: UUID | None
    ordinal: int
    content: Mapping[str, Any]
    sha256: str
    acts: tuple[ActLine, ...]
    versions: tuple[Version, ...]
    copies: tuple[CopyLine, ...]
    turns: tuple[Turn, ...]
    awaited: tuple[Turn, ...]
    missing: tuple[Problem, ...]
    chain: tuple[Link, ...]
    own: bool
    due_on: date
    days_left: int
    reads_records: bool
    on_paper: bool = False
    reads_book: bool = False
    seals: tuple[SealLine, ...] = ()

    @property
    def editable(self) -> bool:
        return self.own and editable(self.line.state)

    @property
    def newest(self) -> bool:
        return self.version == self.line.revision

    @property
    def stamps(self) -> tuple[ActLine, ...]:
        """The acts on the shown version."""
        return tuple(one for one in self.acts if one.revision == self.version)

    def seal_for(self, slot: str, name: str) -> SealLine | None:
        """The first seal that holds of whoever a signature block names, a drawn one before one by code."""
        theirs = (one for one in self.seals if one.holds and one.capacity == slot and same_name(one.signer, name))
        return min(theirs, key=lambda one: not one.path, default=None)


def paper_row(viewer: Viewer, id: UUID) -> Any:
    """The annotated row of a paper the viewer may see, with whether it was `signed` on a phone; None for a stranger."""
    return visible(viewer).filter(pk=id).annotate(signed=has_seals("pk")).select_related(*NAMES).first()


def paper(viewer: Viewer, id: UUID, version: int | None = None) -> PaperPage | None:
    """The page of a paper, of its newest submission unless a version is named; None for a stranger."""
    row = paper_row(viewer, id)
    return _page(viewer, row, version) if row is not None else None


def frozen(viewer: Viewer, id: UUID, version: int | None = None) -> tuple[Any, Revision] | None:
    """The row and a frozen revision (the newest unless named), for a viewer who may see the paper."""
    row = paper_row(viewer, id)
    if row is None or not row.revision:
        return None
    found = Revision.objects.filter(paper_id=id, number=version or row.revision).first()
    return (row, found) if found else None


def papers_behind(viewer: Viewer, revisions: Iterable[str]) -> dict[str, tuple[UUID, str]]:
    """The papers whose figures stand behind others: by revision the paper and its month, within the viewer's scope."""
    rows = Revision.objects.filter(pk__in=set(revisions), paper__in=visible(viewer).values("pk"))
    found = rows.order_by("paper__period_start").values_list("pk", "paper_id", "paper__period_start")
    return {str(pk): (paper_id, Month.of(start).label(get_language() or "id")) for pk, paper_id, start in found}


def _page(viewer: Viewer, row: Any, version: int | None) -> PaperPage | None:
    own = row.mentor_id == viewer.user_id
    revisions = list(Revision.objects.filter(paper_id=row.pk).order_by("-number"))
    wanted = row.revision if version is None else version
    if not wanted:
        return _draft(viewer, row, revisions) if own else None
    shown = next((one for one in revisions if one.number == wanted), None)
    if shown is None:
        return None
    return _frozen(viewer, row, revisions, shown)


def _draft(viewer: Viewer, row: Any, revisions: list[Revision]) -> PaperPage:
    draft = Draft.objects.filter(paper_id=row.pk).first() or Draft(paper=row)
    made = compose(row, draft, viewer.on)
    acts = acts_of(row.pk) if revisions else ()
    return PaperPage(
        line(row), row.token, 0, None, 0, made.composed.content, "", acts, _versions(revisions, acts), (), (), (),
        made.composed.missing, _chain(row), True, made.form.due_on, (made.form.due_on - viewer.on).days, True,
        reads_book=made.booked.book is not None, seals=_seals(row, made.composed.content),
    )


def _frozen(viewer: Viewer, row: Any, revisions: list[Revision], shown: Revision) -> PaperPage:
    acts = acts_of(row.pk)
    newest = shown.number == row.revision
    awaited = turns(row.state, shown.content) if newest else ()
    own = row.mentor_id == viewer.user_id
    allowed = () if own else tuple(turn for turn in awaited if may(viewer, row, turn.role))
    copies = _copies(viewer, row, shown) if newest and accepted(row.state, shown.content) else ()
    ordinal = max((one.ordinal for one in acts if one.revision == shown.number), default=0)
    return PaperPage(
        line(row), row.token, shown.number, shown.pk, ordinal, shown.content, shown.sha256, acts,
        _versions(revisions, acts), copies, allowed, awaited, (), _chain(row), own, shown.due_on,
        (shown.due_on - viewer.on).days, own or reads_records(viewer, row.engagement_id),
        not own and _on_paper(viewer, row, awaited), _reads_book(viewer, shown), _seals(row, shown.content),
    )


def _seals(row: Any, content: Mapping[str, Any]) -> tuple[SealLine, ...]:
    """What was signed on the mentor's phone, beside the content shown."""
    return seals_of(row.pk, lambda: content) if row.signed else ()


def _reads_book(viewer: Viewer, shown: Revision) -> bool:
    """Whether figures came from a book of the cooperative that the viewer may read."""
    books = {row["book"] for section in shown.content["sections"] for row in section.get("rows", ()) if "book" in row}
    return bool(books) and readable(viewer).filter(pk__in=books).exists()


def _on_paper(viewer: Viewer, row: Paper, awaited: tuple[Turn, ...]) -> bool:
    """Whether the chair is waited for, has no account, and the viewer coordinates here."""
    waits = Turn(ACKNOWLEDGED, roles.CHAIR) in awaited and may(viewer, row, roles.COORDINATOR)
    return waits and not chair_account(row, viewer.on)


def may(viewer: Viewer, row: Paper, role: str) -> bool:
    """Whether one of the viewer's grants of a role covers the paper."""
    return any(reaches(grant, row) for grant in viewer.holding(role))


def _versions(revisions: list[Revision], acts: tuple[ActLine, ...]) -> tuple[Version, ...]:
    states = {one.revision: one.action for one in acts}
    return tuple(
        Version(one.pk, one.number, one.submitted_at, one.sha256, states.get(one.number, DRAFT)) for one in revisions
    )


def _copies(viewer: Viewer, row: Any, shown: Revision) -> tuple[CopyLine, ...]:
    received = {one.copy_no: one for one in Copy.objects.filter(revision=shown).select_related("by")}
    lines = []
    for copy in shown.content["copies"]:
        got = received.get(copy["no"])
        mine = got is None and may_receive(viewer, row, copy["role"])
        lines.append(CopyLine(
            copy["no"], copy["recipient"], copy["via"], copy["role"], str(got.by) if got else "",
            got.at if got else None, mine,
        ))
    return tuple(lines)


RECEIVERS = {
    "secretariat": ("secretariat", "dinas_province"),
    "coordinator": ("coordinator", "dinas_regency"),
    "mentor": ("chair",),
    "chair": ("chair",),
}
"""Who may confirm a copy that goes by way of a role: the way-station itself or the office it is for."""


def may_receive(viewer: Viewer, row: Paper, role: str) -> bool:
    """Whether the viewer may confirm the receipt of a copy for a role; the archive copy is also the mentor's own."""
    own = role == "mentor" and row.mentor_id == viewer.user_id
    return own or any(may(viewer, row, one) for one in RECEIVERS.get(role, (role,)))


def _chain(row: Any) -> tuple[Link, ...]:
    if row.kind != chain.KIND or row.engagement_id is None:
        return ()
    return chain.links(row.engagement_id, row.period_start)

