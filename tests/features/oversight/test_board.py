"""The board of a programme (B14): figures by hand, each opening the mentees behind it, scoped to the viewer's area."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from sidamping.features.oversight import services
from sidamping.features.oversight.queries.board import Board, BoardFilter, board, board_list, boards
from sidamping.features.parties.models import Party
from sidamping.features.programmes.models import Cohort, Engagement, Path, StepRecord
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from tests import people, places
from tests.features.oversight.monitored import benefit
from tests.people import Cast, look

MODERN = "koperasi-modern-usulan"
PINNED = f"{MODERN}/2024-01-01"
START = people.START
SignIn = Callable[[User], Client]
UNTIL_BASELINE = (
    "apply", "admin_check", "contact_check", "dinas_check", "identify", "needs", "assign", "introduce_dinas",
    "introduce_coop", "baseline",
)


@pytest.fixture
def running(cast: Cast) -> dict[str, Engagement]:
    """A cohort: Satu up to its baseline, Dua not accepted by the Dinas, Tiga (other regency) graduated."""
    for who, role, area in (
        (cast.paulus, roles.PMO, places.NTT), (cast.dominggus, roles.DINAS_REGENCY, places.KUPANG),
        (cast.ratna, roles.MENTOR, places.NTT),
    ):
        people.appoint(who, role, area=area, programme=MODERN)
    led = Path.objects.create(subject="cohort", programme=MODERN, pinned=PINNED, starts=START)
    cohort = Cohort.objects.create(programme=MODERN, name="Kohort uji", area=places.NTT, starts=START, path=led)
    for step in ("socialise", "open_call", "needs_set", "call_mentors"):
        _step(led, step, START, cast.paulus)
    made = {}
    for word, village in (("Satu", places.BOLOK), ("Dua", places.BOLOK), ("Tiga", places.KUATAE)):
        made[word] = _mentoring(cast, cohort, word, village)
    for step in UNTIL_BASELINE:
        _step(made["Satu"].path, step, date(2026, 2, 2), cast.paulus)
    for step in ("apply", "admin_check", "contact_check"):
        _step(made["Dua"].path, step, date(2026, 2, 2), cast.paulus)
    _step(made["Dua"].path, "dinas_check", date(2026, 2, 9), cast.paulus, "not_confirmed")
    for step in (*UNTIL_BASELINE, "final", "presentation", "result"):
        _step(made["Tiga"].path, step, date(2026, 2, 2), cast.paulus)
    _step(made["Tiga"].path, "verdict", date(2026, 9, 1), cast.paulus, "graduate")
    made["Dua"].assignments.all().delete()
    return made


def shown(cast: Cast, who: User | None = None, **narrow: str) -> Board:
    found = board(look(who or cast.paulus), MODERN, None, BoardFilter(**narrow))
    assert found is not None
    return found


def counts(found: Board, step: str) -> tuple[int, int, int, int]:
    one = next(one for one in found.steps if one.code == step)
    return one.passed, one.late, one.stopped, one.whole


def test_each_step_counts_who_passed_is_late_or_was_stopped_of_all(
    cast: Cast, running: dict[str, Engagement]
) -> None:
    found = shown(cast)
    assert counts(found, "apply") == (3, 0, 0, 3)
    assert counts(found, "dinas_check") == (2, 0, 1, 3)
    assert counts(found, "baseline") == (2, 0, 0, 3)
    assert (found.reached.part, found.reached.whole, found.target) == (1, 500, 500)
    assert (found.whole, found.unassigned) == (3, 1)


def test_every_figure_opens_exactly_its_mentees(cast: Cast, running: dict[str, Engagement]) -> None:
    """For every step and state the list is as long as the figure; so for every group."""
    viewer, found = look(cast.paulus), shown(cast)
    for one in found.steps:
        figures = {"lewat": one.passed, "terlambat": one.late, "berhenti": one.stopped, "di": one.at}
        for state, figure in figures.items():
            rows = board_list(viewer, MODERN, None, BoardFilter(step=one.code, state=state))
            assert rows is not None and len(rows) == figure, (one.code, state)
    for part, groups in (
        ("region", found.groups.regions), ("theme", found.groups.themes), ("mentor", found.groups.mentors),
    ):
        for group in groups:
            rows = board_list(viewer, MODERN, None, BoardFilter(**{part: group.key}))
            assert rows is not None and len(rows) == group.whole
            late = board_list(viewer, MODERN, None, BoardFilter(**{part: group.key}, state="terlambat"))
            done = board_list(viewer, MODERN, None, BoardFilter(**{part: group.key}, state="wisuda"))
            assert (len(late or ()), len(done or ())) == (group.late, group.graduated)
        assert sum(group.whole for group in groups) == found.whole


def test_a_dinas_sees_its_own_regency_only(cast: Cast, running: dict[str, Engagement]) -> None:
    found = shown(cast, cast.dominggus)
    assert found.whole == 2
    assert [group.key for group in found.groups.regions] == [places.KUPANG]
    assert found.reached.part == 0, "Tiga graduated in another regency"
    rows = board_list(look(cast.dominggus), MODERN, None, BoardFilter())
    assert [one.name for one in rows or ()] == ["Koperasi Dua", "Koperasi Satu"]


def test_who_oversees_nothing_of_a_programme_gets_no_board(cast: Cast, running: dict[str, Engagement]) -> None:
    assert board(look(cast.yosef), MODERN) is None
    assert MODERN not in dict(boards(look(cast.yosef)))
    assert board(look(cast.ratna), MODERN) is None


def test_a_record_taken_back_is_not_counted(cast: Cast, running: dict[str, Engagement]) -> None:
    row = StepRecord.objects.get(path=running["Satu"].path, step="baseline")
    StepRecord.objects.create(
        path=row.path, step="baseline", done_on=date(2026, 3, 2), kind="reversed", why="Salah", takes_back=row,
        by=cast.paulus,
    )
    assert counts(shown(cast), "baseline") == (1, 1, 0, 3), "and it is late now"


def test_a_theme_a_mentor_and_a_region_narrow_the_board(cast: Cast, running: dict[str, Engagement]) -> None:
    assert shown(cast, region=places.KUPANG).whole == 2
    assert shown(cast, mentor=str(cast.ratna.pk)).whole == 2
    assert shown(cast, mentor="-").whole == 1
    assert shown(cast, theme="-").whole == 3


def test_benefits_are_counted_with_the_mentees_of_the_board(cast: Cast, running: dict[str, Engagement]) -> None:
    for word, host in running.items():
        draft = benefit(host, word)
        services.record_benefit(by=look(cast.paulus), draft=draft, on=people.TODAY)
    (market,) = shown(cast).benefits
    assert (market.area, market.count, market.mentees) == ("market", 3, 3)
    (own,) = shown(cast, cast.dominggus).benefits
    assert own.count == 2


def test_the_page_asks_little_and_shows_the_target(
    cast: Cast, running: dict[str, Engagement], sign_in: SignIn, at_most_queries: Callable[[int], object]
) -> None:
    client, url = sign_in(cast.paulus), reverse("board") + f"?program={MODERN}"
    client.get(url)
    with at_most_queries(10):  # type: ignore[attr-defined]  # a context manager
        page = client.get(url).content.decode()
    assert "dari 500" in " ".join(page.split()).replace('<span class="figure-unit">', "")
    listed = client.get(reverse("board_list") + f"?program={MODERN}&langkah=dinas_check&keadaan=berhenti")
    assert "Koperasi Dua" in listed.content.decode() and "Koperasi Satu" not in listed.content.decode()
    assert sign_in(cast.maria).get(url).status_code == 403


def test_odd_values_in_the_address_narrow_nothing(cast: Cast, running: dict[str, Engagement], sign_in: SignIn) -> None:
    client = sign_in(cast.paulus)
    for odd in ("?program=tidak-ada", f"?program={MODERN}&kohort=x&keadaan=y&langkah=z", "?wilayah=%00"):
        assert client.get(reverse("board") + odd).status_code in (200, 400)


def test_the_workbook_holds_the_steps_and_the_mentees(
    cast: Cast, running: dict[str, Engagement], sign_in: SignIn
) -> None:
    answer = sign_in(cast.paulus).get(reverse("board_export") + f"?program={MODERN}")
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer)))  # type: ignore[call-overload]  # streamed
    names = book.sheet_names
    rows = book.get_sheet_by_name(names[1]).to_python()
    assert {"Koperasi Satu", "Koperasi Dua", "Koperasi Tiga"} <= {str(row[0]) for row in rows}
    funnel = {str(row[0]): row[1:] for row in book.get_sheet_by_name(names[0]).to_python()}
    assert funnel["Verifikasi Dinas"][:3] == [2.0, 0.0, 1.0]


def test_the_api_tells_the_same(cast: Cast, running: dict[str, Engagement], sign_in: SignIn) -> None:
    told = sign_in(cast.paulus).get(f"/api/v1/board/{MODERN}").json()
    assert (told["reached"], told["target"], told["whole"]) == (1, 500, 3)
    assert sign_in(cast.yosef).get(f"/api/v1/board/{MODERN}").status_code == 404
    assert sign_in(cast.ratna).get(f"/api/v1/board/{MODERN}").status_code == 403


def _mentoring(cast: Cast, cohort: Cohort, word: str, village: str) -> Engagement:
    party = Party.objects.create(kind="cooperative", name=f"Koperasi {word}", village_id=village)
    path = Path.objects.create(subject="mentee", programme=MODERN, pinned=PINNED, starts=START, cohort=cohort)
    host = Engagement.objects.create(
        path=path, programme=MODERN, pinned=PINNED, mentee=party, village_id=village, regency=village[:5], starts=START
    )
    host.assignments.create(mentor=cast.ratna, starts=START)
    return host


def _step(path: Path, step: str, on: date, by: User, outcome: str = "") -> None:
    StepRecord.objects.create(path=path, step=step, done_on=on, outcome=outcome, by=by)
