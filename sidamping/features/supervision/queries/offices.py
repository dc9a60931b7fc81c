"""The offices a viewer writes for, and how each heads and signs its letters."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.features.supervision.models import Letterhead
from sidamping.features.supervision.queries.scope import offices_held
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.queries import names_of


@dataclass(frozen=True)
class Office:
    """The role of an office in an area, with the words by which an address names it."""

    role: str
    area: str
    region: str

    @property
    def key(self) -> str:
        return f"{self.role}-{self.area}"


@dataclass(frozen=True)
class Heading:
    """The lines over a letter, where it is dated, and who signs it with which title."""

    government: str
    name: str
    address: str
    place: str
    signer: str
    title: str
    nip: str


def offices_of(viewer: Viewer) -> tuple[Office, ...]:
    """The viewer's offices, the widest first."""
    held = sorted({(one.role, one.area) for one in offices_held(viewer)}, key=lambda one: (len(one[1]), one))
    regions = names_of([area for _role, area in held])
    return tuple(Office(role, area, regions[area]) for role, area in held)


def unheaded(viewer: Viewer) -> tuple[Office, ...]:
    """The viewer's offices that have not said how their letters are headed and signed."""
    offices = offices_of(viewer)
    rows = Letterhead.objects.filter(area__in={one.area for one in offices}).distinct()
    headed = set(rows.values_list("office", "area"))
    return tuple(one for one in offices if (one.role, one.area) not in headed)


def heading_of(role: str, area: str) -> Heading | None:
    """How the office heads and signs its letters; None until it said so. Unscoped: it stands on every letter."""
    rows = Letterhead.objects.filter(office=role, area=area).order_by("-at", "-id")
    row = rows.values_list(*Heading.__dataclass_fields__).first()
    return Heading(*row) if row is not None else None
