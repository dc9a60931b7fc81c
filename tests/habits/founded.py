"""A founding with a founder, a paper and a frozen pack, for each side of the permission matrix."""

from __future__ import annotations

from typing import Any

from sidamping.features.founding import services
from sidamping.features.founding.models import Founding, Pack
from sidamping.features.parties.models import Cooperative
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.habits.books import NOW, PDF


def founded(mentor: User, cooperative: Cooperative, word: str) -> dict[str, Any]:
    """The mentor keeps the founding of the cooperative, whose chair keeps it too."""
    row = Founding.objects.create(party=cooperative, level="regency", begun_by=mentor, begun_at=NOW)
    told = {"by": people.look(mentor), "founding": row.pk, "now": NOW}
    founder = services.add_founder(
        id=uuid7(), draft=services.FounderDraft(f"Pendiri {word}", "5301051200000001"), **told
    )  # fmt: skip
    piece = services.hand_in(id=uuid7(), kind="capital-proof", file=("bukti.pdf", PDF), **told)
    content = {"name": cooperative.party.name, "place": "Batakte", "papers": []}
    pack = Pack.objects.create(founding=row, version=1, content=content, sha256="0" * 64, made_by=mentor, made_at=NOW)
    return {"founding": row.pk, "founder": founder, "piece": piece, "pack": pack.pk, "gathering": "preparation",
            "article_part": "purpose"}  # fmt: skip
