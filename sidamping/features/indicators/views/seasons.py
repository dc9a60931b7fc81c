"""Turnover at equal season, and where participants began and ended, each with the definition it is told by."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.cohorts.success import NO_BASELINE, NO_COUNT, NO_END, ZERO_BASELINE, Finding, Success
from sidamping.domain.indicators.seasons import Compared
from sidamping.features.indicators.queries.seasons import season_pairs, seasons
from sidamping.features.indicators.queries.spans import spans
from sidamping.features.indicators.queries.wanted import READERS, Wanted, address
from sidamping.features.indicators.queries.words import described, month_words, signed
from sidamping.features.indicators.views.boards import asked, page, setting
from sidamping.features.indicators.views.words import opened
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def figures_seasons(request: HttpRequest) -> HttpResponse:
    """Twelve months, each beside the same month a year before, over those who told both."""
    wanted = asked(request)
    told = [one for one in seasons(request.viewer, wanted) if one.pairs]
    on = request.viewer.on
    lines = [(month_words(one.month, on), one, change_of(one), _pairs_url(wanted, one)) for one in told]
    return page(request, "seasons.html", setting(request, wanted) | {"lines": lines})


@allow(*READERS)
@require_safe
def figures_season_list(request: HttpRequest) -> HttpResponse:
    """Who told the board's month and the same month a year before, with both."""
    wanted = asked(request)
    found = season_pairs(request.viewer, wanted, request.GET.get("after", ""))
    rows = [(card, *found.values[card.id]) for card in found.page.rows]
    back = f"{reverse('figures_seasons')}?{address(wanted)}"
    return page(request, "season_list.html", setting(request, wanted) | {
        "rows": rows, "page": found.page, "year_ago": replace(wanted.month, year=wanted.month.year - 1), "back": back,
    })


@allow(*READERS)
@require_safe
def figures_baseline(request: HttpRequest) -> HttpResponse:
    """Each participant at the beginning and at the end, after the rule by which both are told."""
    wanted = asked(request)
    found = spans(request.viewer, wanted, request.GET.get("after", ""))
    return page(request, "baseline.html", setting(request, wanted) | {
        "rules": found.rules, "page": found.page,
        "counts": [(described(one), opened(one, count, wanted)) for one, count in found.counts if count.population],
        "rows": [(card, *_told(found.reached.get(card.id))) for card in found.page.rows],
    })


def change_of(one: Compared) -> str:
    """'+12,5 %' or '+12.5%', '–' where nothing stood a year before. Rounded here and nowhere before."""
    return "–" if one.change is None else signed(f"{float(one.change):+.1f}")


def _pairs_url(wanted: Wanted, one: Compared) -> str:
    return f"{reverse('figures_season_list')}?{address(replace(wanted, month=one.month))}"


def _told(made: Success | None) -> tuple[Finding | None, str, str, Finding | None, str]:
    """Turnover and workers at both ends; why turnover cannot be told, at the end it lacks; why workers cannot."""
    if made is None:
        return None, "", "", None, ""
    no_base = _("bulan itu tahun lalu tidak dilaporkan"), _("tidak ada bulan sebelum mulai")
    first = {NO_BASELINE: no_base[0 if made.turnover.seasonal else 1], ZERO_BASELINE: _("belum ada omzet pada awalnya")}
    last = {NO_END: _("belum ada bulan yang dilaporkan")}
    count = {NO_COUNT: _("jumlah pekerja belum lengkap")}
    why = made.turnover.why
    return made.turnover, first.get(why, ""), last.get(why, ""), made.workers, count.get(made.workers.why, "")
