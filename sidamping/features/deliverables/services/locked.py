"""Takes a sheet for writing: one writer at a time, refused to strangers with a code."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.problems import Refused, problem
from sidamping.features.deliverables.models import Sheet
from sidamping.features.deliverables.queries import SheetCard, sheet
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

REFUSALS = {"write": "DELIVERABLES_002", "hand_in": "DELIVERABLES_002", "review": "DELIVERABLES_016"}


def locked(by: Viewer, sheet_id: UUID, act: str) -> tuple[Sheet, SheetCard]:
    """The sheet as it stands once the lock is held, when the viewer may do that to it now."""
    take_turns(sheet_id)
    found = sheet(by, sheet_id)
    if found is None:
        raise Refused(problem(REFUSALS[act]))
    if act not in found.may:
        raise Refused(_too_late(found, act) if found.may or _ever(by, found, act) else problem(REFUSALS[act]))
    return Sheet.objects.select_related("draft").get(pk=sheet_id), found


def tell(verb: str, by: Viewer, sheet_id: UUID, card: EngagementCard, *, why: str = "", **data: Any) -> None:
    """The activity row of a write on a sheet."""
    journal.record(
        f"deliverables.{verb}", by=by.user_id, subject=sheet_id, why=why, regency=card.regency_code,
        engagement=str(card.id), **data,
    )


def _ever(by: Viewer, found: SheetCard, act: str) -> bool:
    """Whether only the moment is wrong, not the person."""
    return act != "review" and found.card.mentor_id == by.user_id


def _too_late(found: SheetCard, act: str) -> Any:
    states = {"draft": _("masih ditulis"), "submitted": _("menunggu ditinjau"), "returned": _("dikembalikan"),
              "accepted": _("sudah diterima")}  # fmt: skip
    acts = {"write": _("diubah"), "hand_in": _("diserahkan"), "review": _("ditinjau")}
    return problem("DELIVERABLES_014", "", state=states[found.state], act=acts[act])
