"""Takes in what was signed on a field phone: a visit or a paper, drawn or by the mentee's code (F1, B10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from sidamping.domain.sync import Facts
from sidamping.features.oversight import services
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.bodies import read_body


class SealIn(Schema):
    """A seal as a phone writes it: `visit` or `paper`, `strokes` or `code`."""

    id: UUID
    visit: UUID | None = None
    paper: UUID | None = None
    content: dict[str, Any]
    sha256: str
    signer: str
    capacity: str
    strokes: list[Any] | None = None
    code: str = ""

    def draft(self) -> services.SealDraft:
        return services.SealDraft(**self.dict())


def seal(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """The seal, on the day that counts by the evidence of the phone's clock."""
    sent = read_body(SealIn, body, id=facts.id)
    return services.keep_seal(by=by, draft=sent.draft(), on=by.on, now=now)
