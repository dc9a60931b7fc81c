"""What is written about a mentor, as a form or a file gives it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sidamping.domain.parties import digits, squeezed


@dataclass(frozen=True)
class OwnDraft:
    """What mentors write about themselves: contact, themes, sectors, languages."""

    phone: str = ""
    address: str = ""
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def tidy(self) -> OwnDraft:
        return replace(self, phone=squeezed(self.phone), address=squeezed(self.address))


@dataclass(frozen=True)
class ProfileDraft(OwnDraft):
    """What the office writes besides: number of identity, village, education, an own limit of mentees."""

    nik: str = ""
    village: str = ""
    education: str = ""
    capacity: int | None = None
    capacity_why: str = ""
    note: str = ""

    def tidy(self) -> ProfileDraft:
        return replace(
            self, phone=squeezed(self.phone), address=squeezed(self.address), nik=digits(self.nik),
            capacity_why=squeezed(self.capacity_why), note=self.note.strip(),
        )


@dataclass(frozen=True)
class CertificateDraft:
    """A certificate as it is handed in, with the bytes of its file if there is one."""

    scheme: str
    number: str
    issued: date
    expires: date | None = None
    issuer: str = ""
    file_name: str = ""
    content: bytes = b""

    def tidy(self) -> CertificateDraft:
        return replace(
            self, scheme=squeezed(self.scheme), number=squeezed(self.number), issuer=squeezed(self.issuer)
        )
