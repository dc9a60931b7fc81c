"""What the office kept of a mentoring, for the walk over every address: a call and a benefit with its proof."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image

from sidamping.features.oversight.models import Benefit, Contact
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from sidamping.platform.database.ids import uuid7

DAY = date(2026, 10, 20)


def watched(mentor: User, host: Engagement, word: str) -> dict[str, Any]:
    """A call about the mentoring, and something that came of it."""
    call = Contact.objects.create(
        engagement=host, kind="call", held_on=DAY, spoke_with="Ketua", findings="Pembukuan berjalan", by=mentor
    )
    drawn, id = BytesIO(), uuid7()
    Image.new("RGB", (8, 8), "olive" if word == "own" else "orchid").save(drawn, "PNG")
    kept, _ = keep_picture(read_picture("bukti.png", drawn.getvalue()), subject=id, by=mentor.pk)
    benefit = Benefit.objects.create(
        id=id, engagement=host, area="market", happened_on=DAY, text="Dua toko baru", quantity=Decimal(2), unit="toko",
        attachment_id=kept.id, by=mentor,
    )
    return {"contact": call.pk, "benefit": benefit.pk}
