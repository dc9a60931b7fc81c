"""What a person hands in for a register: plain values, tidied the same way wherever they come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sidamping.domain.parties import digits, legal_key, squeezed

D = TypeVar("D", "PersonDraft", "CooperativeDraft", "BusinessDraft")


@dataclass(frozen=True)
class PersonDraft:
    """A person; `village` is a village code, NIK and numbers may be written with blanks."""

    name: str
    village: str
    nik: str = ""
    sex: str = ""
    phone: str = ""
    account_number: str = ""
    education: str = ""
    address: str = ""
    note: str = ""

    def tidy(self) -> PersonDraft:
        return replace(_texts(self), nik=digits(self.nik), phone=digits(self.phone))


@dataclass(frozen=True)
class CooperativeDraft:
    """A cooperative or pra-koperasi; `serves` are village codes beyond its own."""

    name: str
    village: str
    kind: str
    form: str = "primary"
    standing: str = "registered"
    legal_number: str = ""
    legal_date: date | None = None
    nik_koperasi: str = ""
    nib: str = ""
    npwp: str = ""
    founded_on: date | None = None
    phone: str = ""
    account_number: str = ""
    address: str = ""
    note: str = ""
    serves: tuple[str, ...] = ()

    def tidy(self) -> CooperativeDraft:
        return replace(
            _texts(self),
            legal_number=legal_key(self.legal_number),
            nik_koperasi=digits(self.nik_koperasi),
            nib=digits(self.nib),
            npwp=digits(self.npwp),
            phone=digits(self.phone),
            serves=tuple(sorted({code.strip() for code in self.serves if code.strip()})),
        )


@dataclass(frozen=True)
class BusinessDraft:
    """A business of one owner, perhaps member of a cooperative."""

    name: str
    village: str
    owner: UUID
    sector: str
    cooperative: UUID | None = None
    product: str = ""
    started_on: date | None = None
    nib: str = ""
    address: str = ""
    note: str = ""

    def tidy(self) -> BusinessDraft:
        return replace(_texts(self), nib=digits(self.nib))


def _texts(draft: D) -> D:
    texts = {name: value for name, value in vars(draft).items() if isinstance(value, str) and name != "note"}
    tidied: dict[str, Any] = {name: squeezed(value) for name, value in texts.items()}
    return replace(draft, **tidied, note=draft.note.strip())
