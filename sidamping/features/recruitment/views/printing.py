"""The ranked list as plain words for page, workbook and paper; figures with two decimals, as the source writes them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.scoring.numbers import exact, written
from sidamping.domain.selection.ranking import APPLIED
from sidamping.features.recruitment.queries import Ranking, RankLine, Result
from sidamping.features.recruitment.render.shown import ShownAspect, ShownRank, ShownRanking
from sidamping.features.recruitment.views.calls import WORDS


def printed(found: Ranking, on: date) -> ShownRanking:
    """The list in words."""
    aspects = tuple(
        ShownAspect(one.label, written(one.weight, 0), f"{written(one.share * 100, 2, 2)} %") for one in found.aspects
    )
    return ShownRanking(
        found.call.cohort, found.call.title, day(on), aspects, tuple(_row(one, found) for one in found.lines),
        found.tie_rule, found.places, found.notices[0] if found.notices else "",
        tuple((one.name, ", ".join(missing) or _("belum ada pewawancara")) for one, missing in found.waiting),
        found.straddles,
    )  # fmt: skip


def _row(one: RankLine, found: Ranking) -> ShownRank:
    return ShownRank(
        one.candidate.id, one.place.rank, one.candidate.name, one.candidate.position,
        tuple(figure(mark) for mark in one.marks), figure(one.place.total), _how(one), str(WORDS[one.candidate.state]),
        one.place.within, one.place.people_decide,
    )  # fmt: skip


def shown_result(found: Result | None) -> dict[str, Any] | None:
    """The panel's result in words: figures with two decimals, marks as they were given."""
    if found is None:
        return None
    panel = [{**vars(one), "total": figure(one.total)} for one in found.panel]
    aspects = [
        {"label": one.label, "weight": written(one.weight, 0), "share": f"{written(one.share * 100, 2, 2)} %",
         "mark": figure(one.mark), "spread": written(exact(one.spread), 0),
         "marks": [written(exact(mark), 0) for mark in one.marks]} for one in found.aspects
    ]
    total = figure(found.total) if found.total is not None else ""
    return {**vars(found), "panel": panel, "aspects": aspects, "total": total}


def figure(value: Fraction | None) -> str:
    """Two decimals; a dash where there is nothing."""
    return written(value, 2, 2)


def _how(one: RankLine) -> str:
    """Why the place is what it is."""
    if one.place.people_decide:
        return _("Seri pada batas: diputuskan orang dengan alasan")
    if one.place.shared:
        return _("Peringkat bersama")
    if one.decided_by == APPLIED:
        return _("Nilai sama: lamaran lebih dahulu didahulukan")
    return _("Nilai sama: dibedakan oleh %(aspect)s") % {"aspect": one.decided_by} if one.decided_by else ""
