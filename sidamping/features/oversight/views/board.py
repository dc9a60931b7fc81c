"""The board of a programme, the list behind each figure, and both as a workbook."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from sidamping.features.deliverables.queries import networks
from sidamping.features.oversight import queries
from sidamping.features.oversight.queries.board import (
    Board,
    BoardFilter,
    GroupCount,
    StepCount,
    board_list,
    boards,
    filter_of,
    step_words,
)
from sidamping.features.oversight.queries.board import board as board_of
from sidamping.features.oversight.queries.walked import Runner
from sidamping.features.oversight.views.answers import page
from sidamping.features.oversight.views.pictures import step_bar, target_bar
from sidamping.features.programmes.queries.walks import busiest
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import day_text, reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.books import labels

NAMES = {"region": "wilayah", "theme": "tema", "mentor": "pendamping", "step": "langkah", "state": "keadaan",
         "stage": "tahap"}
"""The filter's parts as they stand in the address."""
SHOWN = 300


@allow(*roles.OVERSEERS)
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """How the programme stands today; ?program= and ?kohort= choose, the other parts of the filter narrow.

    Without a programme it opens on the one with the most mentorings.
    """
    choices = boards(request.viewer)
    if len(choices) > 1 and "program" not in request.GET and (first := busiest(request.viewer)):
        return go(f"{reverse('board')}?{_query({'program': first})}")
    programme, cohort = _programme(request, choices), read_id(request.GET.get("kohort", ""))
    found = board_of(request.viewer, programme, cohort, _narrow(request)) if programme else None
    if found is None:
        return page(request, "board_empty.html", {})
    chosen = {"program": programme, "kohort": str(cohort) if cohort else ""} | _address(_narrow(request))
    context = {
        "board": found, "choices": choices, "cohort": cohort, "base": _query(chosen),
        "stages": _stages(found), "target": target_bar(found.reached), "groups": _groups(found),
        "list_url": f"{reverse('board_list')}?{_query(chosen)}", "chosen": chosen,
    }
    return page(request, "board.html", context)


@allow(*roles.OVERSEERS)
@require_safe
def board_mentees(request: HttpRequest) -> HttpResponse:
    """The mentees behind a figure of the board."""
    choices = boards(request.viewer)
    programme, cohort, wanted = _programme(request, choices), read_id(request.GET.get("kohort", "")), _narrow(request)
    rows = board_list(request.viewer, programme, cohort, wanted) if programme else None
    if rows is None:
        raise Http404
    chosen = {"program": programme, "kohort": str(cohort) if cohort else ""} | _address(wanted)
    context = {
        "rows": [(one, _step_word(programme, one, request)) for one in rows[:SHOWN]], "count": len(rows),
        "title": dict(choices)[programme], "said": _said(request, programme, wanted, rows), "query": _query(chosen),
        "back": f"{reverse('board')}?{_query({'program': programme, 'kohort': chosen['kohort']})}",
    }
    return page(request, "board_list.html", context)


@dataclass(frozen=True)
class Behind:
    """The mentorings behind the board as its address narrows it, and the way back to it."""

    title: str
    among: list[UUID]
    board_url: str


def found_behind(request: HttpRequest) -> Behind:
    """The same mentees as on the board; 404 where the viewer oversees nothing of the programme."""
    choices = boards(request.viewer)
    programme, cohort, wanted = _programme(request, choices), read_id(request.GET.get("kohort", "")), _narrow(request)
    rows = board_list(request.viewer, programme, cohort, wanted) if programme else None
    if rows is None:
        raise Http404
    chosen = {"program": programme, "kohort": str(cohort) if cohort else ""} | _address(wanted)
    among = [one.engagement_id for one in rows if one.engagement_id]
    return Behind(dict(choices)[programme], among, f"{reverse('board')}?{_query(chosen)}")


@allow(*roles.OVERSEERS)
@require_safe
def board_benefits(request: HttpRequest) -> HttpResponse:
    """The benefits behind a figure of the board; ?bidang= names the area."""
    behind, area = found_behind(request), request.GET.get("bidang", "")[:20]
    found = queries.benefits_page(request.viewer, area=area, among=behind.among, after=request.GET.get("after", ""))
    context = {"page": found, "title": behind.title, "back": behind.board_url,
               "sums": queries.unit_sums(request.viewer, behind.among).get(area, ()) if area else ()}
    return page(request, "board_benefits.html", context)


@allow(*roles.OVERSEERS)
@require_safe
def board_export(request: HttpRequest) -> FileResponse:
    """The board's figures and the mentees behind them, with the same filter."""
    choices = boards(request.viewer)
    programme, cohort, wanted = _programme(request, choices), read_id(request.GET.get("kohort", "")), _narrow(request)
    found = board_of(request.viewer, programme, cohort, wanted) if programme else None
    if found is None:
        raise Http404
    steps = [
        (one.label, one.passed, one.late, one.stopped, one.at, one.whole) for one in found.steps
    ]
    words = step_words(programme, request.today)
    return workbook(
        f"papan-{programme}.xlsx",
        table_of(_("Langkah"), _step_columns(), steps, f"{found.title} · {day_text(found.on)}"),
        table_of(_("Dampingan"), _row_columns(), [_row(one, words) for one in found.behind], found.title),
        table_of(_("Jaringan usaha"), _network_columns(), _network_rows(request, found), found.title),
    )


def _step_columns() -> list[tuple[str, Kind, int]]:
    return [(_("Langkah"), Kind.TEXT, 40), (_("Lewat"), Kind.NUMBER, 10), (_("Terlambat"), Kind.NUMBER, 10),
            (_("Berhenti"), Kind.NUMBER, 10), (_("Sedang di sini"), Kind.NUMBER, 14), (_("Dari"), Kind.NUMBER, 10)]


def _network_columns() -> list[tuple[str, Kind, int]]:
    return [(_("Fungsi"), Kind.TEXT, 24), (_("Nama"), Kind.TEXT, 32), (_("Pihak"), Kind.TEXT, 40)]


def _network_rows(request: HttpRequest, found: Board) -> list[tuple[Value, ...]]:
    """A line per contact: its function, the mentee, the name."""
    among = [one.engagement_id for one in found.behind if one.engagement_id]
    mentees = networks(request.viewer, among).mentees if among else ()  # type: ignore[attr-defined]  # set by middleware
    return [(label, one.mentee, name) for one in mentees for label, names in one.lines for name in names]


def _row_columns() -> list[tuple[str, Kind, int]]:
    return [(_("Nama"), Kind.TEXT, 32), (_("Kabupaten/Kota"), Kind.TEXT, 24),
            (pgettext("satu", "Angkatan"), Kind.TEXT, 24),
            (_("Tema"), Kind.TEXT, 20), (_("Pendamping"), Kind.TEXT, 24), (_("Langkah selesai"), Kind.NUMBER, 12),
            (_("Sedang di langkah"), Kind.TEXT, 32), (_("Terlambat di"), Kind.TEXT, 32)]


def _row(one: Runner, words: dict[str, str]) -> tuple[Value, ...]:
    late = ", ".join(words.get(code, code) for code in one.lap.late)
    theme = labels("mentoring-themes", reader_language()).get(one.theme, one.theme)
    return (one.name, one.regency_name, one.cohort, theme, one.mentor, len(one.lap.passed),
            words.get(one.lap.at, ""), late)


def _programme(request: HttpRequest, choices: tuple[tuple[str, str], ...]) -> str:
    """The programme of the address where the viewer oversees it; else the first of them."""
    wanted = request.GET.get("program", "")
    known = [code for code, _title in choices]
    return wanted if wanted in known else next(iter(known), "")


def _narrow(request: HttpRequest) -> BoardFilter:
    return filter_of({part: request.GET.get(name, "") for part, name in NAMES.items()})


def _address(wanted: BoardFilter) -> dict[str, str]:
    return {NAMES[part]: value for part, value in asdict(wanted).items() if value}


def _query(values: dict[str, str]) -> str:
    return urlencode({name: value for name, value in values.items() if value})


def _stages(found: Board) -> list[tuple[str, list[tuple[StepCount, object]]]]:
    """The steps under their stages, each with its bar."""
    names = dict(found.stages)
    grouped: dict[str, list[tuple[StepCount, object]]] = {}
    for one in found.steps:
        grouped.setdefault(names.get(one.stage, ""), []).append((one, step_bar(one)))
    return list(grouped.items())


def _groups(found: Board) -> list[tuple[str, str, tuple[GroupCount, ...]]]:
    """Title, name in the address, lines."""
    made = found.groups
    return [
        (_("Per wilayah"), "wilayah", made.regions), (_("Per tema"), "tema", made.themes),
        (_("Per pendamping"), "pendamping", made.mentors), (_("Per angkatan"), "kohort", made.cohorts),
    ]


def _step_word(programme: str, one: Runner, request: HttpRequest) -> str:
    return step_words(programme, request.today).get(one.lap.at, "")


def _said(request: HttpRequest, programme: str, wanted: BoardFilter, rows: tuple[Runner, ...]) -> str:
    """What the list is narrowed to, in words."""
    states = {"lewat": _("sudah melewati"), "terlambat": _("terlambat di"), "berhenti": _("berhenti di"),
              "di": _("sedang di"), "wisuda": _("sudah layak wisuda")}
    parts = []
    if wanted.state or wanted.step:
        step = step_words(programme, request.today).get(wanted.step, "")
        parts.append(f"{states[wanted.state or 'lewat']} {step}".strip())
    if wanted.region:
        parts.append(next((one.regency_name for one in rows), wanted.region))
    if wanted.theme:
        parts.append(labels("mentoring-themes", reader_language()).get(wanted.theme, _("tanpa tema")))
    if wanted.mentor:
        parts.append(next((one.mentor for one in rows if one.mentor), _("tanpa pendamping")))
    return " · ".join(parts)
