"""An examination of a cooperative with everything it may have, and a paper of the cooperative, for habits."""

from __future__ import annotations

from typing import Any

from sidamping.features.licences import services as licences
from sidamping.features.licences.services import PaperDraft
from sidamping.features.parties.models import Cooperative
from sidamping.features.supervision import services
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.supervision.examining import DUE, FIRST, OPENED, SECOND, TEAM, TOLD, at, headed
from tests.features.supervision.examining import PLAN as EXAMINED
from tests.people import appoint, look, user

PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"


def supervised(cooperative: Cooperative, word: str) -> dict[str, Any]:
    """The office of the regency examines, the board answers, the office warns and files a paper."""
    party = cooperative.party
    office = user(f"office_{word}", "Pengawas Koperasi")
    appoint(office, roles.DINAS_REGENCY, area=party.village_id[:5])
    id, finding, answer, sanction = uuid7(), uuid7(), uuid7(), uuid7()
    by = look(office, OPENED)
    headed(by)
    services.open_examination(by=by, id=id, cooperative=party.pk, draft=EXAMINED, now=at(OPENED))
    services.assign(by=by, examination=id, team=TEAM)
    for one in (finding, uuid7()):
        services.write_finding(by=by, id=one, examination=id, draft=TOLD, now=at(OPENED))
    services.report(by=by, examination=id, summary="Kas perlu dibenahi.", now=at(OPENED))
    services.answer_finding(
        by=look(_chair(cooperative, word), DUE), id=answer, finding=finding, text="Kas dihitung", now=at(DUE),
        file=("bukti.pdf", PDF),
    )  # fmt: skip
    warning = services.SanctionDraft("warning", SECOND)
    services.give_sanction(by=look(office, FIRST), id=sanction, examination=id, draft=warning, now=at(FIRST))
    paper = licences.file_paper(
        by=look(office, FIRST), id=uuid7(), cooperative=party.pk, kind="nib", now=at(FIRST),
        draft=PaperDraft("1234567890123", OPENED, file=("nib.pdf", PDF)),
    )  # fmt: skip
    return {
        "examination": id, "finding": finding, "answer": answer, "sanction": sanction, "licence_paper": paper,
        "licence_kind": "nib", "licence_key": "capital",
    }  # fmt: skip


def _chair(cooperative: Cooperative, word: str) -> User:
    """A chair of the cooperative for the answer alone."""
    chair = user(f"chair_{word}", "Ketua Koperasi")
    party = cooperative.party
    appoint(chair, roles.CHAIR, area=party.village_id, subject=party.pk)
    return chair
