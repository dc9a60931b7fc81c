"""The minutes of a meeting: quorum, the agenda as it went, decisions and ballots. Frozen when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from sidamping.domain.meetings import documents
from sidamping.domain.meetings.documents import Chapter
from sidamping.features.meetings.queries.cards import decisions, electors, items
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
from sidamping.features.meetings.queries.lines import ElectorLine, ItemLine, MeetingCard


def minutes(card: MeetingCard) -> dict[str, Any]:
    """The content as it stands now; the caller has scoped the meeting."""
    with override(WRITTEN_IN):
        chapters = (
            documents.chapter("meeting", "Rapat", [documents.facts(_facts(card))]),
            documents.chapter("items", "Jalannya rapat", [documents.sheet(_course(card))]),
            *_consents(card),
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
    told = f"{card.late} anggota, {card.agreed} di antaranya setuju membahasnya"
    late = [("Bahan terlambat diterima", told)] if card.late else []
    return [
        ("Anggota terdaftar pada hari undangan", card.registered or 0),
        ("Kuorum yang diperlukan", f"{card.quorum or '–'} ({quorum_source(card)})"),
        ("Anggota hadir", card.present), *late, ("Dibuka pukul", hour(card.opened_at)),
        ("Ditutup pukul", hour(card.closed_at)), *put_off, ("Ketua sidang", card.chair or "–"),
        ("Sekretaris sidang", card.secretary or "–"),
    ]  # fmt: skip


def _course(card: MeetingCard) -> Any:
    rows = [(f"{at}. {one.label}", (_finished(card, one), one.note)) for at, one in enumerate(items(card), 1)]
    return table("items", "Jalannya rapat", "Acara", ("Selesai", "Catatan"), rows)


def _finished(card: MeetingCard, one: ItemLine) -> str:
    """When the item was done; while the meeting runs, what was not reached may still be held."""
    ahead = one.done_at is None and card.closed_at is None
    return hour(one.done_at) if one.held or ahead else "Tidak dilaksanakan"


def _consents(card: MeetingCard) -> Iterator[Chapter]:
    """Who of those whose papers came late agreed, by name; before readers who see no single members it is left out."""
    if not card.agreed:
        return
    late = [one for one in electors(card) if one.late(card.head.day, card.rules["days"], card.head.day)]
    rows = [(f"{one.number}. {one.name}", (_answer(one),)) for one in late]
    sheet = documents.sheet(table("consents", "Bahan yang terlambat", "Anggota", ("Pembahasan",), rows))
    yield documents.chapter("consents", "Persetujuan atas bahan yang terlambat", [sheet], named=True)


def _answer(one: ElectorLine) -> str:
    """What a member whose papers came late said to it."""
    if not one.present:
        return "Tidak hadir"
    return "Setuju" if one.agreed else "Tidak menyatakan setuju"
