"""The ratios of a book: inputs, value or why there is none, reading and trend; and what must be stated (E12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.sheets import HEAD, LINE, NOTE, TEXT, Cell, Column, Paper, Row, Sheet
from sidamping.domain.problems import Problem, Refused
from sidamping.domain.ratios.table import UNITS, Computed
from sidamping.domain.ratios.words import called
from sidamping.domain.scoring.numbers import written
from sidamping.features.books import queries, services
from sidamping.features.books.forms.stating import WORDS, StateForm
from sidamping.features.books.queries import BookCard
from sidamping.features.books.queries.ratios import RatioReading
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.features.books.views.reports import BY_NAME, REPORTS, XLSX, paper_of
from sidamping.features.books.views.trends import trend
from sidamping.features.books.views.unit_ways import asked_unit, unit_ways, unit_words
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import go, made_file
from sidamping.platform.http.days import DayForm
from sidamping.platform.http.language import reader_language
from sidamping.platform.xlsx.sheets import paper_xlsx


@dataclass(frozen=True)
class RatioLine:
    """A line of the table as its reader sees it."""

    code: str
    name: str
    group: str
    value: str
    why: str
    why_code: str
    reading: str
    formula: str
    inputs: tuple[tuple[str, str], ...]
    note: str
    warning: str
    picture: SafeString | str


@allow(*READERS)
@require_safe
def ratios(request: HttpRequest, book: UUID) -> HttpResponse:
    """The whole table at the end of a day."""
    found, form = found_book(request, book), DayForm(request.GET, today=request.today)
    read = queries.ratios(request.viewer, book, form.at, _unit(request, found))
    if read is None:
        raise Http404
    stated = [(WORDS[one.name], one) for one in read.stated.values()]
    context = {
        "book": found, "form": form, "read": read, "report": BY_NAME["rasio"], "reports": REPORTS,
        "groups": list(_groups(read)), "stated": stated, "query": request.GET.urlencode(),
        "units": [one for one in unit_ways(request, found) if one[0] != queries.BESIDE_EACH_OTHER],
    }  # fmt: skip
    return page(request, "ratios.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def ratio_figures(request: HttpRequest, book: UUID, year: int) -> HttpResponse:
    """Type what the ledger cannot know for a year."""
    found = own_book(request, book)
    known = queries.stated_figures(book, {year}).get(year, {})
    form = StateForm(request.POST or None, initial={name: one.amount for name, one in known.items()})
    context = {"book": found, "form": form, "year": year}
    if request.method != "POST" or not form.is_valid():
        return page(request, "ratio_figures.html", context)
    seen = form.cleaned_data
    try:
        services.state_figures(
            by=request.viewer, id=seen["id"], book=book, year=year, figures=form.figures(), source=seen["source"],
            now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "ratio_figures.html", context, refused.problems)
    messages.success(request, _("Angka disimpan dengan nama dan tanggal Anda."))
    return go(reverse("ratios", args=[book]))


@allow(*READERS)
@require_safe
def ratios_pdf(request: HttpRequest, book: UUID) -> HttpResponse:
    """The table as a paper."""
    paper, at = _paper(request, book)
    return made_file(paper_pdf(paper), "application/pdf", f"rasio-{at}.pdf")


@allow(*READERS)
@require_safe
def ratios_xlsx(request: HttpRequest, book: UUID) -> HttpResponse:
    """The table as a workbook."""
    paper, at = _paper(request, book)
    return made_file(paper_xlsx(paper), XLSX, f"rasio-{at}.xlsx", inline=False)


def _paper(request: HttpRequest, book: UUID) -> tuple[Paper, date]:
    found = found_book(request, book)
    unit = _unit(request, found)
    read = queries.ratios(request.viewer, book, DayForm(request.GET, today=request.today).at, unit)
    if read is None:
        raise Http404
    lead = [read.rule.cite, *([unit_words(found)[request.GET["unit"]]] if unit is not None else [])]
    return paper_of(found, (_sheet(read),), tuple(lead), read.at), read.at


def _unit(request: HttpRequest, book: BookCard) -> str | None:
    """The unit of the address; all of them together where it asks for them beside each other."""
    unit = asked_unit(request, book)
    return None if unit == queries.BESIDE_EACH_OTHER else unit


def _sheet(read: RatioReading) -> Sheet:
    """Ratios as rows of words, for paper and workbook."""
    rows = []
    for group, lines in _groups(read):
        rows.append(Row(HEAD, f"group-{group}", group, group))
        for one in lines:
            cells = (Cell(one.value or _("tidak dapat dihitung")), Cell(one.reading or one.why))
            rows.append(Row(LINE, one.code, one.name, one.name, cells, code=one.code))
            inputs = "; ".join(f"{name} {amount}" for name, amount in one.inputs)
            rows.append(Row(NOTE, f"{one.code}-inputs", f"{one.formula}: {inputs}", f"{one.formula}: {inputs}"))
    columns = (Column("Nilai", "Value", TEXT), Column("Bacaan", "Reading", TEXT))
    first = Column("Rasio", "Ratio", TEXT)
    return Sheet("rasio", "Rasio keuangan", "Financial ratios", columns, tuple(rows), first=first)


def _groups(read: RatioReading) -> Iterator[tuple[str, list[RatioLine]]]:
    language = reader_language()
    for code, (id, en) in read.table.groups.items():
        yield en if language == "en" else id, [
            _line(one, read, language) for one in read.lines if one.row.group == code
        ]


def _line(one: Computed, read: RatioReading, language: str) -> RatioLine:
    value = "" if one.value is None else f"{written(one.value, most=2)} {UNITS[one.row.unit]}"
    if one.row.formula == "times_interest_earned" and one.value is not None:
        value = f"{value} ({written(one.value * 100, most=2)} %)"
    name = one.row.en if language == "en" else one.row.id
    return RatioLine(
        one.row.code, name, one.row.group, value, _why(one.why, language),
        one.why.code if one.why else "", one.reading(language), one.formula.says,
        tuple((called(key, language), _amount(amount)) for key, amount in one.inputs.items()), one.row.note,
        one.warning.text(language) if one.warning else "",
        trend(read.days, read.trends[one.row.code], _("Perubahan %(name)s") % {"name": name}),
    )


def _why(why: Problem | None, language: str) -> str:
    """Why there is no value, with the amounts as people call them."""
    if why is None:
        return ""
    said = {name: called(str(value), language) for name, value in why.values.items()}
    return replace(why, values=said).text(language)


def _amount(amount: int | Fraction | None) -> str:
    return "–" if amount is None else written(Fraction(amount), most=2)
