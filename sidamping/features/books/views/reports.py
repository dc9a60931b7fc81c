"""The statements as pages, papers and workbooks: one page for each, one menu to download it (E10, E11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sidamping.domain.ledger.sheets import Paper, Sheet, first_column
from sidamping.domain.periods import long_day
from sidamping.features.books import queries
from sidamping.features.books.forms.reading import ReportForm, SpanForm
from sidamping.features.books.queries import BookCard
from sidamping.features.books.views.answers import READERS, found_book, page
from sidamping.features.books.views.sheets import is_wide, shown
from sidamping.features.books.views.shown import shown_vouchers
from sidamping.features.books.views.unit_ways import asked_unit, unit_ways, unit_words
from sidamping.features.books.views.versions import version_of
from sidamping.platform.access.guard import allow
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import made_file, there
from sidamping.platform.http.language import reader_language
from sidamping.platform.xlsx.sheets import paper_xlsx
from sidamping.rules.layouts import layouts_on

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST_LAYOUTS = date(2024, 1, 16)
"""Days before take the layouts of this day: books opened here begin later than every standard."""


@dataclass(frozen=True)
class Report:
    """A statement in the list: its name among the statements, its page and address, its title and what it tells.

    `compared` stands beside another day, `laid` comes in the layouts of the rulebook.
    """

    name: str
    page: str
    address: str
    title: str | Promise
    tells: str | Promise
    compared: bool = False
    laid: bool = False


REPORTS = (
    Report("neraca", "balance_sheet", "neraca/", gettext_lazy("Neraca"),
           gettext_lazy("Apa yang dimiliki, apa yang diutang, dan modal koperasi."), compared=True, laid=True),
    Report("phu", "surplus", "phu/", gettext_lazy("Perhitungan hasil usaha"),
           gettext_lazy("Pendapatan dan beban, anggota dan bukan anggota, sampai SHU."), compared=True, laid=True),
    Report("arus-kas", "cash_flow", "arus-kas/", gettext_lazy("Arus kas"),
           gettext_lazy("Dari mana uang datang dan ke mana pergi; berakhir pada uang kas di buku."), compared=True,
           laid=True),
    Report("ekuitas", "equity_changes", "ekuitas/", gettext_lazy("Perubahan ekuitas"),
           gettext_lazy("Simpanan, cadangan dan SHU: awal, bertambah, berkurang, akhir.")),
    Report("promosi", "promotion", "promosi/", gettext_lazy("Promosi ekonomi anggota"),
           gettext_lazy("Apa yang dihemat anggota dari harga, dan bagian SHU mereka."), compared=True),
    Report("neraca-saldo", "trial_balance", "neraca-saldo/", gettext_lazy("Neraca saldo"),
           gettext_lazy("Saldo setiap akun; kedua sisinya sama.")),
    Report("neraca-lajur", "worksheet", "neraca-lajur/", gettext_lazy("Neraca lajur"),
           gettext_lazy("Lima pasang kolom dari neraca saldo ke laporan.")),
    Report("rasio", "ratios", "", gettext_lazy("Rasio"),
           gettext_lazy("Seluruh tabel rasio dengan bacaan dan perubahannya dari tahun ke tahun.")),
    Report("jurnal", "journal", "", gettext_lazy("Jurnal"),
           gettext_lazy("Setiap bukti yang dibukukan dengan akun debit dan kreditnya.")),
    Report("calk", "book_notes", "catatan/", gettext_lazy("Catatan (CALK)"),
           gettext_lazy("Dasar penyusunan, kebijakan, dan rincian setiap pos neraca."), compared=True, laid=True),
)  # fmt: skip
"""Ratios and journal have pages of their own; every other one is made by `report` alone."""
APPROVED = ("neraca", "phu", "arus-kas", "ekuitas", "promosi", "calk")
"""Statements that the annual meeting approves; the others are working papers."""
OF_DAYS = ("jurnal", "buku-besar", "buku-kas")
"""Books of some days, not of the year up to one."""
BY_NAME = {one.name: one for one in REPORTS}


@allow(*READERS)
@require_safe
def reports(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every report of the book, each with what it tells."""
    return page(request, "reports.html", {"book": found_book(request, book), "reports": REPORTS})


@allow(*READERS)
@require_safe
def report(request: HttpRequest, book: UUID, report: str) -> HttpResponse:
    """One statement of the book at the end of a day, as the table of reports names it."""
    found = found_book(request, book)
    form, ask = asked(request, found)
    sheets = _sheets(request, found, report, ask)
    context = {
        "book": found, "form": form, "ask": ask, "report": BY_NAME[report], "reports": REPORTS,
        "query": request.GET.urlencode(), "sheets": [shown(one) for one in sheets],
        "wide": any(is_wide(one) for one in sheets), "faults": [fault for one in sheets for fault in one.faults],
        "units": unit_ways(request, found), "version": version_of(book, ask.at) if report in APPROVED else "",
    }  # fmt: skip
    return page(request, "report.html", context)


@allow(*READERS)
@require_safe
def journal(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every posted voucher of some days with its lines; the month up to today when no days are asked for."""
    found = found_book(request, book)
    form = SpanForm(request.GET, today=request.today)
    since, until = form.span
    read = queries.journal_page(request.viewer, book, since, until, request.GET.get("after", ""))
    context = {
        "book": found, "form": form, "since": since, "until": until, "page": read, "report": BY_NAME["jurnal"],
        "reports": REPORTS, "query": request.GET.urlencode(),
        "rows": shown_vouchers(book, read.rows),
    }  # fmt: skip
    return page(request, "journal.html", context)


@allow(*READERS)
@require_safe
def report_pdf(request: HttpRequest, book: UUID, statement: str) -> HttpResponse:
    """A statement as a paper in the look of the annexes."""
    paper, file = _paper(request, book, statement)
    return made_file(paper_pdf(paper), "application/pdf", f"{file}.pdf")


@allow(*READERS)
@require_safe
def report_xlsx(request: HttpRequest, book: UUID, statement: str) -> HttpResponse:
    """A statement as a workbook whose sums are formulas."""
    paper, file = _paper(request, book, statement)
    return made_file(paper_xlsx(paper), XLSX, f"{file}.xlsx", inline=False)


def asked(request: HttpRequest, book: BookCard, *, days: bool = False) -> tuple[ReportForm, queries.Ask]:
    """What the address asks for."""
    layouts = layouts_on(max(request.today, FIRST_LAYOUTS))
    form = ReportForm(request.GET, today=request.today, layouts=layouts)
    at, chosen, first = form.at, form.layout(), None
    if days:
        first, at = SpanForm(request.GET, today=request.today).span
    cash = chosen if chosen.cash else next(one for one in reversed(layouts) if one.cash)
    unit = asked_unit(request, book)
    return form, queries.Ask(at, form.before(), chosen, cash, first, request.GET.get("akun", ""), unit)


def _sheets(request: HttpRequest, book: BookCard, name: str, ask: queries.Ask) -> tuple[Sheet, ...]:
    """The sheets of a statement; days before the book began have no column of nothing."""
    if name not in queries.STATEMENTS:
        raise Http404
    found = there(queries.statement(request.viewer, book.id, name, ask))
    compared = name in BY_NAME and BY_NAME[name].compared and not ask.beside
    return tuple(first_column(one) for one in found) if compared and ask.before < book.starts.start else found


def _paper(request: HttpRequest, book: UUID, name: str) -> tuple[Paper, str]:
    found = found_book(request, book)
    days = name in OF_DAYS
    _form, ask = asked(request, found, days=days)
    sheets = _sheets(request, found, name, ask)
    language = reader_language()
    lead = [_("Per %(day)s") % {"day": long_day(ask.at, language)}]
    if days:
        lead = [f"{long_day(ask.since, language)} – {long_day(ask.at, language)}"]
    if name in BY_NAME and BY_NAME[name].laid:
        chosen = ask.cash if name == "arus-kas" else ask.layout
        lead.append(_("Susunan: %(layout)s") % {"layout": chosen.en if language == "en" else chosen.id})
    if name in APPROVED and (version := version_of(book, ask.at)):
        lead.append(version)
    if found.units:
        lead.append(unit_words(found)[request.GET.get("unit", "") if ask.unit is not None else ""])
    return paper_of(found, sheets, tuple(lead), ask.at), f"{name}-{ask.at}"


def paper_of(book: BookCard, sheets: tuple[Sheet, ...], lead: tuple[str, ...], at: date) -> Paper:
    """Sheets of a book as a paper that chair and treasurer sign."""
    place = f"................, {long_day(at, reader_language())}"
    words = {"page": _("Halaman"), "of": _("dari"), "place": place, "fault": _("Belum cocok")}
    return Paper(book.name, lead, sheets, reader_language(), words, (_("Ketua"), _("Bendahara")))
