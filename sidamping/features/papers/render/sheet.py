"""What a renderer is given: the frozen content of one revision and the acts, number and hash printed around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Stamp:
    """One act on the revision; `slot` names the signer's block it belongs to ('' = no block).

    A signature on paper has its day in `signed_on` and in `recorded_by` who wrote it down; else it was electronic.
    """

    slot: str
    action: str
    name: str
    nip: str
    role_label: str
    at: datetime
    remark: str = ""
    signed_on: date | None = None
    recorded_by: str = ""


@dataclass(frozen=True)
class Drawn:
    """A signature drawn on a phone under exactly this content: its SVG path, by whom, on which day."""

    path: str
    signer: str
    day: date


@dataclass(frozen=True)
class Sheet:
    """One paper ready to print. `pictures` holds the photo bytes by attachment id (JPEG, PNG or WebP).

    `drawn`: by slot, the signature that was drawn under exactly this content by the person the block names.
    """

    content: Mapping[str, object]
    number: str
    revision: int
    state: str
    state_label: str
    stamps: tuple[Stamp, ...]
    sha256: str
    check_url: str
    draft: bool
    language: str = "id"
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
