"""What an applicant hands in, as plain values; tidied the same way wherever it comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from sidamping.domain.parties import digits, legal_key, squeezed


@dataclass(frozen=True)
class FileDraft:
    """A file for a document the programme asks for; `size` where the caller read only as much as is allowed.

    `sha256` is the hash its sender counted; '' where nobody did.
    """

    code: str
    name: str
    content: bytes
    size: int | None = None
    sha256: str = ""


@dataclass(frozen=True)
class ApplicationDraft:
    """Who applies, how to reach them, what they answered. Numbers may be written with blanks and dots."""

    kind: str
    name: str
    village: str
    phone: str
    contact_name: str
    statement: str
    consent: bool = False
    contact_position: str = ""
    address: str = ""
    cooperative_kind: str = ""
    sector: str = ""
    product: str = ""
    legal_number: str = ""
    nik_koperasi: str = ""
    nik: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    priorities: tuple[str, ...] = ()
    party: UUID | None = None

    def tidy(self) -> ApplicationDraft:
        """Without stray blanks; a person is their own contact."""
        names = ("name", "contact_name", "contact_position", "address", "product")
        texts: dict[str, Any] = {name: squeezed(getattr(self, name)) for name in names}
        if self.kind == "person":
            texts["contact_name"] = texts["contact_name"] or texts["name"]
        return replace(
            self, **texts, village=self.village.strip(), statement=self.statement.strip(), phone=digits(self.phone),
            nik=digits(self.nik), nik_koperasi=digits(self.nik_koperasi), legal_number=legal_key(self.legal_number),
            priorities=tuple(sorted(set(self.priorities))), facts={k: v for k, v in self.facts.items() if v},
        )  # fmt: skip


def fingerprint(draft: ApplicationDraft) -> str:
    """The same for the same content, so that a repeated sending is recognised."""
    text = json.dumps(asdict(draft), default=str, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()
