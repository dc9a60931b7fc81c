"""The board of the reader's own mentorings, one of its indicators, and the mentorings behind a number."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.periods import Month
from sidamping.features.indicators.queries import boards
from sidamping.features.indicators.queries.asking import STATES, YES
from sidamping.features.indicators.queries.boards import Behind, Figure, Tile
from sidamping.features.indicators.queries.narrowing import narrowing, programmes_of, province_first
from sidamping.features.indicators.queries.saved import saved_views
from sidamping.features.indicators.queries.wanted import (
    BY_PROVINCE,
    HELD,
    READERS,
    Wanted,
    address,
    as_of,
    months_to_choose,
    one_group,
    read_wanted,
)
from sidamping.features.indicators.queries.words import (
    Described,
    by_words,
    counted,
    day_words,
    described,
    group_words,
    month_words,
)
from sidamping.features.indicators.views import maps, pictures
from sidamping.features.indicators.views.words import Opened, opened, state_words
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go, room_page
from sidamping.platform.http.pages import page_at_hand
from sidamping.platform.territory.queries import names_of
from sidamping.rules.indicators import indicators

page = partial(room_page, "indicators")
OPENS = {"visits": "engagement", "progress": "progress", "papers": "engagement", "health": "engagement",
         "path": "engagement"}
"""Which page of a mentoring shows the records behind an indicator."""

NARROWS = ("wilayah", "indikator", "pendamping", *HELD.values())
"""What the form of a board does not ask, and keeps."""


@allow(*READERS)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Every indicator of the month; ?bulan=, ?program=, ?kohort= and ?wilayah= set the board."""
    wanted = asked(request)
    found = boards.board(request.viewer, wanted)
    words = group_words()
    groups = [(words[group], [_card(tile, wanted) for tile in told])
              for group, tiles in found.groups if (told := [tile for tile in tiles if tile.count.whole])]
    silent = [(described(tile.indicator), opened(tile.indicator, tile.count, wanted))
              for tile in found.tiles if not tile.count.whole]
    context = setting(request, wanted) | {
        "board": found, "groups": groups, "silent": silent, "views": saved_views(request.viewer),
    }
    return page(request, "figures.html", context)


@allow(*READERS)
@require_safe
def figure(request: HttpRequest, indicator: str) -> HttpResponse:
    """One indicator: what it counts, its year, its areas on a map and in a table."""
    wanted = asked(request)
    too_wide = province_first(request.viewer, wanted, wanted.by)
    found = boards.figure(request.viewer, replace(wanted, by=BY_PROVINCE) if too_wide else wanted, indicator)
    if found is None:
        raise Http404
    shown = page_at_hand(() if too_wide else found.by, attrgetter("key"), request.GET.get("after", ""))
    groups = [(line, one_group(wanted, line.key)) for line in shown.rows]
    context = setting(request, wanted) | {
        "indicator": described(found.indicator), "whole": opened(found.indicator, found.whole, wanted),
        "lines": [(line, address(own), opened(found.indicator, line.counts[0], own)) for line, own in groups],
        "running": str(Month.of(request.viewer.on)),
        "series": [(str(month), month_words(month, request.viewer.on),
                    opened(found.indicator, count, replace(wanted, month=month)))
                   for month, count in reversed(found.series) if count.population],
        "choices": [described(one) for one in indicators(as_of(request.viewer, wanted.month), wanted.programme)],
        "year": pictures.year(found.series, request.viewer.on), "months_shown": len(found.series), "by": by_words(),
        "official": request.viewer.has(*roles.OVERSEERS), "page": shown,
        "provinces": [(line.name, address(replace(wanted, area=line.key))) for line in found.by] if too_wide else [],
    } | _map(found, wanted)
    return page(request, "figure.html", context)


@allow(*READERS)
@require_safe
def figures_map(request: HttpRequest) -> HttpResponse:
    """To the map of an indicator: the one that ?nilai= names, else the first of the board; to the board without any."""
    wanted = asked(request)
    codes = [one.code for one in indicators(as_of(request.viewer, wanted.month), wanted.programme)]
    if not codes:
        return go(f"{reverse('figures')}?{address(wanted)}")
    named = request.GET.get("nilai", "")
    return go(f"{reverse('figure', args=[named if named in codes else codes[0]])}?{address(wanted)}#peta")


@allow(*READERS)
@require_safe
def figure_list(request: HttpRequest, indicator: str) -> HttpResponse:
    """The mentorings behind a number; ?keadaan= says which."""
    wanted, state = asked(request), request.GET.get("keadaan", YES)
    state = state if state in STATES else YES
    found = boards.mentorings(request.viewer, wanted, indicator, state, request.GET.get("after", ""))
    if found is None:
        raise Http404
    rows = [(card, _said(found, card.id), reverse(OPENS[found.indicator.opens], args=[card.id]))
            for card in found.page.rows]
    context = setting(request, wanted) | {
        "indicator": described(found.indicator), "rows": rows, "page": found.page, "state": state,
        "states": state_words(), "count": opened(found.indicator, found.count, wanted),
        "back": f"{reverse('figure', args=[indicator])}?{address(wanted)}",
    }
    return page(request, "figure_list.html", context)


def _said(found: Behind, id: UUID) -> str:
    """The value of a mentoring, of records with their whole; 'yes' or 'no' where one value is asked for; '' of none."""
    value, whole = found.values[id]
    part = found.indicator.definition.part
    if value is None:
        return ""
    if part.one_value:
        return _("ya") if part.holds(value) else _("tidak")
    return counted(value) if whole is None else f"{counted(value)}/{counted(whole)}"


def _map(found: Figure, wanted: Wanted) -> dict[str, Any]:
    """The map, and the table that says the same."""
    shown = found.map

    def opens(code: str) -> str:
        return f"?{address(replace(wanted, area=code))}"

    names = shown.names or names_of({*maps.TILES, *shown.counts})
    drawn = (maps.outlines(shown.outlines, shown.counts, opens) if shown.outlines
             else maps.tiles(shown.counts, names, opens))
    lines = sorted((names.get(code, code), code) for code, count in shown.counts.items() if count.population)
    told = [(name, opens(code), opened(found.indicator, shown.counts[code], replace(wanted, area=code)))
            for name, code in lines]
    return {"map": drawn, "map_lines": told}


def asked(request: HttpRequest) -> Wanted:
    """What the address sets the board to."""
    return read_wanted(request.viewer, dict(request.GET.lists()))  # type: ignore[attr-defined]  # set by middleware


def setting(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    """What every board shows of its own setting, and the way back to the first of them."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    query, on, programmes = address(wanted), viewer.on, programmes_of(viewer)
    title = dict(programmes).get(wanted.programme, "")
    widened = replace(wanted, cohort=None, area="", mentor=None, held=())
    return {
        "wanted": wanted, "programmes": programmes, "programme": title, "query": query,
        "kept": [one for one in parse_qsl(query) if one[0] in NARROWS],
        "narrowing": narrowing(viewer, wanted),
        "widened": address(widened if title else replace(widened, programme="")),
        "back": f"{reverse('figures')}?{query}", "fresh_id": uuid7(),
        "day": day_words(wanted.month, on), "months": months_to_choose(on),
    }


def _card(tile: Tile, wanted: Wanted) -> tuple[Described, Opened, Opened, SafeString]:
    before = replace(wanted, month=wanted.month.previous)
    return (described(tile.indicator), opened(tile.indicator, tile.count, wanted),
            opened(tile.indicator, tile.before, before), pictures.bar(tile.count))
