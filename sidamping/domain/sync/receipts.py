"""The receipt of a record: short enough to read out, made from what never changes, so a retry gets the same one."""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

LONGEST_NAME = 12


def receipt(name: str, number: int, record: UUID, sha256: str) -> str:
    """'RATNA-42-8f3a91c0': whose, which number of the phone, and a mark of record and content."""
    said = re.sub(r"[^A-Z0-9]+", "", name.upper())[:LONGEST_NAME] or "HP"
    mark = hashlib.sha256(f"{record} {sha256}".encode()).hexdigest()[:8]
    return f"{said}-{number}-{mark}"
