"""Who sends and signs a letter: the programme with the first of the letter's roles that it has, or an office itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.domain.letters.forms import LetterForm
from sidamping.domain.problems import Refused, problem
from sidamping.features.letters.queries.scope import reaches
from sidamping.platform.access.queries import officials
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.programme_forms import Programme


@dataclass(frozen=True)
class Signer:
    """The name printed under a letter; `electronic` when it was issued by that person."""

    role: str
    role_name: str
    name: str
    nip: str
    electronic: bool


@dataclass(frozen=True)
class Sender:
    """Whom a letter comes from: name, letterhead and place of who sends it, the roles there, and who signs."""

    title: str
    letterhead: tuple[str, ...]
    place: str
    roles: tuple[str, ...]
    signer: Signer


@dataclass(frozen=True)
class IssuingOffice:
    """An office that writes in its own name, outside any programme; `series` keeps its numbers apart.

    Its letters are reserved: the feature that issues them decides who reads them.
    """

    series: str
    sender: Sender


def issuing_office(
    *, role: str, area: str, name: str, letterhead: tuple[str, ...], place: str, title: str, signer: str, nip: str,
    electronic: bool,
) -> IssuingOffice:  # fmt: skip
    """The office of a role in an area by its own name, with who signs for it under which title."""
    signs = Signer(role, title, signer, nip, electronic)
    return IssuingOffice(f"{role}-{area}", Sender(name, letterhead, place, (role,), signs))


def sender_of(by: Viewer | None, programme: Programme, form: LetterForm, area: str, on: date) -> Sender:
    """The programme that a letter is of, with who signs it."""
    signer = signer_of(by, programme, form, area, on)
    return Sender(programme.title.id, programme.letterhead, programme.place, tuple(programme.roles), signer)


def signing_role(programme: Programme, form: LetterForm) -> tuple[str, str]:
    """The role that signs and what the programme calls it; Refused when it has none of the letter's roles."""
    found = next((role for role in form.signers if role in programme.roles), None)
    if found is None:
        raise Refused(problem("LETTERS_023", "signers", programme=programme.title.id))
    return found, programme.role(found)


def signer_of(by: Viewer | None, programme: Programme, form: LetterForm, area: str, on: date) -> Signer:
    """The issuer where the role is the issuer's; else who holds it nearest, to sign by hand."""
    role, called = signing_role(programme, form)
    held = officials(programme.code, role, area, on)
    own = next((one for one in held if by is not None and one.user_id == by.user_id), None)
    if by is not None and reaches(by, role, programme.code, area):
        return Signer(role, called, by.name, own.nip if own else "", True)
    nearest = next(iter(held), None)
    return Signer(role, called, nearest.name if nearest else "", nearest.nip if nearest else "", False)
