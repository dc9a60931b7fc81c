"""The minutes of a meeting: quorum, the agenda as it went, decisions and ballots. Frozen when it is closed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import override

from sidamping.domain.meetings import documents
from sidamping.features.meetings.queries.cards import decisions, items
from sidamping.features.meetings.queries.composing.ballots import ballot_chapters
from sidamping.features.meetings.queries.composing.words import (
    WRITTEN_IN,
    decisions_table,
    held_at,
    hour,
    quorum_source,
    table,
    titled,
)
from sidamping.features.meetings.queries.lines import MeetingCard


def minutes(card: MeetingCard) -> dict[str, Any]:
    """The content as it stands now; the caller has scoped the meeting."""
    with override(WRITTEN_IN):
        chapters = (
            documents.chapter("meeting", "Rapat", [documents.facts(_facts(card))]),
            documents.chapter("items", "Jalannya rapat", [documents.sheet(_course(card))]),
            documents.chapter("decisions", "Keputusan", [documents.sheet(decisions_table(decisions(card)))]),
            *ballot_chapters(card),
        )
    return {
        "title": "Berita Acara " + titled(card), "owner": card.book.name, "lead": [held_at(card)], "cover": False,
        "chapters": list(chapters), "signers": ["Ketua sidang", "Sekretaris sidang"],
        "signed_by": [card.chair, card.secretary],
    }  # fmt: skip


def _facts(card: MeetingCard) -> list[tuple[str, str | int]]:
    put_off = [(f"Ditunda dari {one.was_on:%d-%m-%Y}", one.why) for one in card.postponements]
    return [
        ("Anggota terdaftar pada hari undangan", card.registered or 0),
        ("Kuorum yang diperlukan", f"{card.quorum or '–'} ({quorum_source(card)})"),
        ("Anggota hadir", card.present), ("Dibuka pukul", hour(card.opened_at)),
        ("Ditutup pukul", hour(card.closed_at)), *put_off, ("Ketua sidang", card.chair or "–"),
        ("Sekretaris sidang", card.secretary or "–"),
    ]  # fmt: skip


def _course(card: MeetingCard) -> Any:
    rows = [(f"{at}. {one.label}", (hour(one.done_at), one.note)) for at, one in enumerate(items(card), 1)]
    return table("items", "Jalannya rapat", "Acara", ("Selesai", "Catatan"), rows)
