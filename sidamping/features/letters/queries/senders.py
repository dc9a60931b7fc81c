"""Who signs a letter: the first of its roles that the programme has, held by the issuer or by the nearest official."""

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
