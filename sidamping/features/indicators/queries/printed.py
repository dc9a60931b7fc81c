"""A board as a paper: the figures of the page with their wholes and what is not reported, and what each one means."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sidamping.domain.ledger.sheets import HEAD, LINE, NOTE, TEXT, Cell, Column, Paper, Row, Sheet
from sidamping.features.indicators.queries.boards import Board, Tile
from sidamping.features.indicators.queries.narrowing import narrowed_to
from sidamping.features.indicators.queries.wanted import READERS
from sidamping.features.indicators.queries.words import counted, day_words, described, group_words, percent
from sidamping.features.programmes.queries import role_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.queries import names_of
from sidamping.rules.citing import source_words

COLUMNS = (
    gettext_noop("Memenuhi"), gettext_noop("Dapat ditentukan"), gettext_noop("Bagian"),
    gettext_noop("Belum dilaporkan"), gettext_noop("Bulan sebelumnya"),
)  # fmt: skip


def board_paper(board: Board, viewer: Viewer) -> Paper:
    """Two sheets: the figures as the viewer may see them, then how each is counted and where it comes from."""
    words = {"page": _("Halaman"), "of": _("dari"), "place": "", "fault": ""}
    return Paper(_office(viewer), _lead(board, viewer), (_figures(board), _meanings(board)), reader_language(), words)


def _office(viewer: Viewer) -> str:
    """The office whose board it is: the role by which its reader sees boards first, and where."""
    main = next(role for role in READERS if viewer.has(role))
    held = viewer.holding(main)
    named = names_of({grant.area for grant in held if grant.area})
    programme = held[0].programme if len({grant.programme for grant in held}) == 1 else ""
    return ", ".join((role_name(main, programme, viewer.on), *sorted(named.values())))


def _lead(board: Board, viewer: Viewer) -> tuple[str, ...]:
    """The day, what the board is narrowed to, and whose eyes it was made for."""
    narrowed = narrowed_to(viewer, board.wanted)
    day = _("Keadaan per %(day)s") % {"day": day_words(board.wanted.month, viewer.on)}
    return (day, *([narrowed] if narrowed else []), _("Dibuka oleh %(name)s") % {"name": viewer.name})


def _figures(board: Board) -> Sheet:
    rows = []
    for group, tiles in board.groups:
        rows += [_said(HEAD, group, group_words()[group]), *(_row(tile) for tile in tiles)]
    return Sheet("figures", _("Papan angka"), _("Papan angka"), tuple(Column(_(word), _(word)) for word in COLUMNS),
                 tuple(rows), first=_first())


def _row(tile: Tile) -> Row:
    count, before = tile.count, tile.before
    ago = f"{counted(before.part)} / {counted(before.whole)} ({percent(before.share)})" if before.whole else "–"
    cells = (counted(count.part), counted(count.whole), percent(count.share), counted(count.unreported), ago)
    title = described(tile.indicator).title
    return Row(LINE, tile.indicator.code, title, title, tuple(map(Cell, cells)))


def _meanings(board: Board) -> Sheet:
    rows = []
    for tile in board.tiles:
        one = described(tile.indicator)
        cited = source_words(one.cite, reader_language()) or one.cite
        told = (f"{_('Pembilang')}: {one.numerator}.", f"{_('Penyebut')}: {one.denominator}.",
                f"{_('Sumber')}: {one.origin} {cited} · {one.status} · {one.version}")
        rows += [_said(HEAD, one.code, one.title), *(_said(NOTE, one.code, text) for text in told)]
    title = _("Cara menghitung")
    return Sheet("meanings", title, title, (), tuple(rows), first=_first())


def _first() -> Column:
    return Column(_("Indikator"), _("Indikator"), TEXT)


def _said(level: str, key: str, text: str) -> Row:
    """Words alone, already in the reader's language."""
    return Row(level, key, text, text)
