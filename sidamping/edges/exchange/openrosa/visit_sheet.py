"""The logbook entry as an XLSForm for standard clients: the mentor's own mentees to choose from, and three photos."""

from __future__ import annotations

from collections.abc import Iterable

from sidamping.domain.scoring.instrument import Words
from sidamping.edges.exchange.xlsform.columns import CHOICES, SETTINGS, SURVEY
from sidamping.edges.exchange.xlsform.write import Cells, spoken
from sidamping.features.fieldwork.queries.vocabulary import vocabulary
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.attachments.pictures import LONGEST_SIDE
from sidamping.rules.books import listing

FORM = "visit"
TITLE = Words("Catat kunjungan", "Record a visit")
MENTEES, MODES = "mentees", "visit-modes"
PHOTOS = ("photo_1", "photo_2", "photo_3")
SMALL = f"max-pixels={LONGEST_SIDE}"
"""The client makes a photo no larger than it would be kept here."""
SEALED = "sealed_at"
"""When the form was finished on the phone, which the client writes by itself."""
ASKED = (
    ("date", "visited_on", "Tanggal", "Date", True),
    ("time", "starts_at", "Jam mulai", "Begins at", True),
    ("time", "ends_at", "Jam selesai", "Ends at", True),
    (f"select_one {MODES}", "mode", "Cara", "How", True),
    (f"select_multiple {MENTEES}", "met", "Dampingan yang ditemui", "Mentees met", True),
    ("text", "place", "Tempat", "Place", False),
    ("text", "activity", "Kegiatan", "Activity", True),
    ("text", "purpose", "Tujuan", "Purpose", True),
    ("text", "material", "Materi", "Material", False),
    ("text", "result", "Hasil", "Result", True),
    ("text", "obstacles", "Kendala", "Obstacles", False),
    ("text", "advice", "Saran", "Advice", False),
    ("integer", "cost", "Biaya (Rp)", "Cost (Rp)", False),
)


def visit_rows(cards: Iterable[EngagementCard]) -> dict[str, list[Cells]]:
    """The rows of each sheet; the mentees are those carried today."""
    chosen = [{"list_name": MENTEES, "name": str(one.id), **spoken(_name(one))} for one in cards]
    allowed = vocabulary().codes[MODES]
    modes = [
        {"list_name": MODES, "name": one.code, **spoken(Words(one.id, one.en))}
        for one in listing(MODES) if one.code in allowed
    ]
    asked = [
        {"type": kind, "name": name, **spoken(Words(id, en)), "required": "yes" if required else ""}
        for kind, name, id, en, required in ASKED
    ]
    photos = [
        {"type": "image", "name": name, **spoken(Words(f"Foto {number}", f"Photo {number}")), "parameters": SMALL}
        for number, name in enumerate(PHOTOS, 1)
    ]
    return {SURVEY: [{"type": "end", "name": SEALED}, *asked, *photos], CHOICES: [*modes, *chosen], SETTINGS: [{}]}


def _name(card: EngagementCard) -> Words:
    return Words(f"{card.mentee_name} ({card.village})", f"{card.mentee_name} ({card.village})")
