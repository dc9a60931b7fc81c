"""What a meeting's papers show, as sheets: the meeting, who came, the agenda as it went, the decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from sidamping.domain.ledger.sheets import LINE, TEXT, Cell, Column, Row, Sheet
from sidamping.features.meetings.forms import WAYS
from sidamping.features.meetings.queries import DecisionLine, ElectorLine, ItemLine, MeetingCard
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import label
from sidamping.rules.citing import source_words

EXAMPLE = "contoh"
"""The status of a rule that stands for one nobody has given yet."""


def facts_sheet(card: MeetingCard) -> Sheet:
    """Members registered and present, the quorum and where it comes from, the hours."""
    rows = (
        (_("Anggota terdaftar pada hari undangan"), str(card.registered or "–")),
        (_("Kuorum yang diperlukan"), f"{card.quorum or '–'} ({_quorum_source(card)})"),
        (_("Anggota hadir"), str(card.present)),
        (_("Dibuka"), _hour(card.opened_at)), (_("Ditutup"), _hour(card.closed_at)),
    )  # fmt: skip
    return _sheet("meeting", _("Berita acara rapat"), (_("Isi"),), [(name, (value,)) for name, value in rows])


def attendance_sheet(lines: Iterable[ElectorLine]) -> Sheet:
    """Every member with a voice, and room to sign."""
    rows = [(f"{one.number} · {one.name}", (_("hadir") if one.present else "", "................")) for one in lines]
    return _sheet("attendance", _("Daftar hadir"), (_("Kehadiran"), _("Tanda tangan")), rows, _("Anggota"))


def items_sheet(items: Iterable[ItemLine]) -> Sheet:
    """The items in their order with what was noted."""
    rows = [(f"{at}. {one.label}", (_hour(one.done_at), one.note)) for at, one in enumerate(items, 1)]
    return _sheet("items", _("Jalannya rapat"), (_("Selesai"), _("Catatan")), rows, _("Acara"))


def decisions_sheet(decisions: Iterable[DecisionLine]) -> Sheet:
    """What was decided, how, with which votes."""
    language, ways = reader_language(), {code: str(word) for code, word in WAYS}
    rows = []
    for one in decisions:
        votes = f"{one.tally.yes} / {one.tally.no} / {one.tally.abstained}"
        outcome = label("decision-outcomes", one.outcome, language)
        rows.append((
            f"{one.number}. {label('decision-subjects', one.subject, language)}: {one.text}",
            (ways[one.way], votes, f"{outcome}. {one.notes}" if one.notes else outcome),
        ))  # fmt: skip
    columns = (_("Cara"), _("Setuju / tidak / abstain"), _("Hasil"))
    return _sheet("decisions", _("Keputusan Rapat Anggota"), columns, rows, _("Keputusan"))


def _quorum_source(card: MeetingCard) -> str:
    """Where the quorum stands, in words, and whether that rule is only an example."""
    quorum = card.rules.get("quorum", {})
    cite = quorum.get("cite", "")
    told = source_words(cite, reader_language()) or cite or "–"
    return f"{told}; {_('contoh')}" if quorum.get("status") == EXAMPLE else told


def _sheet(
    name: str, title: str, columns: Iterable[str], rows: Iterable[tuple[str, tuple[str, ...]]], first: str = ""
) -> Sheet:
    """A sheet in the reader's words."""
    return Sheet(
        name, title, title, tuple(Column(word, word, TEXT) for word in columns),
        tuple(
            Row(LINE, f"{name}-{at}", words, words, tuple(Cell(value) for value in cells))
            for at, (words, cells) in enumerate(rows)
        ),
        first=Column(first or _("Hal"), first or _("Hal"), TEXT),
    )  # fmt: skip


def _hour(moment: datetime | None) -> str:
    """'09.15' by the clock on the wall, or a dash."""
    return f"{moment.astimezone(timezone.get_current_timezone()):%H.%M}" if moment else "–"
