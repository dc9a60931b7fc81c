"""C4, C9: months are told raw, corrected with a reason, verified by somebody else, and never twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.programmes.models import StepRecord
from sidamping.features.progress import queries, services
from sidamping.features.progress.models import MonthRecord
from sidamping.features.progress.services import MonthDraft, Photo
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.progress import cases
from tests.people import Cast

OCTOBER = Month(2026, 10)


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def record(cast: Cast, host: Any, who: str = "ratna", **values: Any) -> Any:
    draft = MonthDraft(values.pop("id", None) or uuid7(), values.pop("month", OCTOBER), **values)
    by = people.look(getattr(cast, who))
    return services.record_month(by=by, engagement=host.pk, draft=draft, on=people.TODAY)


def refused(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as error:
        act(*args, **kwargs)
    return set(error.value.codes)


def test_a_month_sent_twice_is_kept_once_with_one_activity(cast: Cast, host: Any) -> None:
    id = uuid7()
    assert record(cast, host, id=id, turnover=500_000) == record(cast, host, id=id, turnover=500_000) == id
    assert MonthRecord.objects.count() == 1
    assert Activity.objects.filter(action="progress.month_recorded").count() == 1
    assert refused(record, cast, host, id=id, turnover=600_000) == {"PROGRESS_018"}


def test_a_stranger_and_the_wrong_territory_are_refused(cast: Cast, host: Any) -> None:
    assert refused(record, cast, host, "maria", turnover=1) == {"PROGRESS_001"}
    assert refused(record, cast, host, "dominggus", turnover=1) == {"PROGRESS_001"}
    assert refused(record, cast, host, "agnes", turnover=1) == {"PROGRESS_001"}


def test_all_faults_of_a_month_are_told_at_once(cast: Cast, host: Any) -> None:
    told = {"turnover": -5, "days_recorded": 32, "proof": "photo", "source": "dreamt", "month": Month(2027, 1)}
    wanted = {"PROGRESS_003", "PROGRESS_004", "PROGRESS_006", "PROGRESS_011"}
    assert refused(record, cast, host, **told) == wanted
    assert refused(record, cast, host) == {"PROGRESS_002"}
    assert refused(record, cast, host, turnover=1, source="transcribed") == {"PROGRESS_012"}
    assert refused(record, cast, host, turnover=1, month=Month(2025, 4)) == {"PROGRESS_006"}
    assert record(cast, host, turnover=1, month=Month(2025, 5))


def test_a_month_told_already_is_corrected_with_a_reason_and_both_versions_stay(cast: Cast, host: Any) -> None:
    first = record(cast, host, turnover=500_000)
    assert refused(record, cast, host, turnover=550_000) == {"PROGRESS_007"}
    by, draft = people.look(cast.ratna), MonthDraft(uuid7(), OCTOBER, 550_000)
    asked = {"by": by, "record": first, "draft": draft, "on": people.TODAY}
    assert refused(services.correct_month, **asked, why=" ") == {"PROGRESS_009"}
    second = services.correct_month(**asked, why="Satu nota tertinggal")
    assert services.correct_month(**asked, why="Satu nota tertinggal") == second
    late = {**asked, "draft": MonthDraft(uuid7(), OCTOBER, 1)}
    assert refused(services.correct_month, **late, why="lagi") == {"PROGRESS_008"}
    (line,) = queries.series_of([host.pk])[host.pk]
    assert (line.turnover, line.why) == (550_000, "Satu nota tertinggal")
    assert [one.turnover for one in queries.versions_of(line)] == [550_000, 500_000]


def test_figures_are_verified_by_somebody_else_who_says_how(cast: Cast, host: Any) -> None:
    id = record(cast, host, turnover=500_000)
    ratna, yosef, maria = (people.look(one) for one in (cast.ratna, cast.yosef, cast.maria))
    assert refused(services.verify_month, by=ratna, record=id, how="x", on=people.TODAY) == {"PROGRESS_010"}
    assert refused(services.verify_month, by=maria, record=id, how="x", on=people.TODAY) == {"PROGRESS_001"}
    assert refused(services.verify_month, by=yosef, record=id, how=" ", on=people.TODAY) == {"PROGRESS_019"}
    for _ in range(2):
        services.verify_month(by=yosef, record=id, how="Buku kas dilihat", on=people.TODAY)
    (line,) = queries.series_of([host.pk])[host.pk]
    assert (line.state, line.verified_by) == ("verified", "Yosef Nubatonis")
    sarlin = people.look(cast.sarlin)
    assert refused(services.verify_month, by=sarlin, record=id, how="x", on=people.TODAY) == {"PROGRESS_020"}
    assert Activity.objects.filter(action="progress.month_verified").count() == 1


@pytest.mark.parametrize(("proof", "marked"), [("book", True), ("", False)])
def test_C9_a_checked_month_written_down_daily_shows_that_bookkeeping_began(
    cast: Cast, host: Any, proof: str, marked: bool
) -> None:
    StepRecord.objects.create(path=host.path, step="first_visit", done_on=host.starts)
    id = record(cast, host, turnover=500_000, daily_kept=True, proof=proof)
    services.verify_month(by=people.look(cast.yosef), record=id, how="Buku kas dilihat", on=people.TODAY)
    assert StepRecord.objects.filter(path=host.path, step="records", source_id=id).exists() is marked


def test_the_database_keeps_what_was_told(cast: Cast, host: Any) -> None:
    id = record(cast, host, turnover=500_000)
    with pytest.raises(DatabaseError), transaction.atomic():
        MonthRecord.objects.filter(pk=id).update(turnover=1)
    twice = {"engagement": host, "month": OCTOBER.start, "source": "typed", "told_on": people.TODAY, "by": cast.ratna}
    with pytest.raises(IntegrityError, match="month_told_once"), transaction.atomic():
        MonthRecord.objects.create(**twice)
    with pytest.raises(IntegrityError, match="month_turnover_not_negative"), transaction.atomic():
        MonthRecord.objects.create(**{**twice, "month": Month(2026, 9).start}, turnover=-1)
    with pytest.raises(IntegrityError, match="month_by_its_first_day"), transaction.atomic():
        MonthRecord.objects.create(**{**twice, "month": people.TODAY})


def test_C9_a_transcribed_sheet_keeps_its_photo_through_a_correction(cast: Cast, host: Any) -> None:
    id = cases.told(cast, host, "2026-10", 400_000, source="transcribed", daily_kept=True, proof="photo")
    draft = MonthDraft(uuid7(), OCTOBER, 410_000, daily_kept=True, proof="photo", source="transcribed")
    services.correct_month(by=people.look(cast.ratna), record=id, draft=draft, why="salah jumlah", on=people.TODAY)
    (line,) = queries.series_of([host.pk])[host.pk]
    assert line.records_kept is True
    assert len(queries.photos_of(queries.versions_of(line))) == 1


def test_a_photo_that_is_none_does_not_hide_the_other_faults(cast: Cast, host: Any) -> None:
    cases.told(cast, host, "2026-10", 500_000)
    draft = MonthDraft(uuid7(), OCTOBER, turnover=-1, daily_kept=True, proof="photo")
    sent = {"by": people.look(cast.ratna), "draft": draft, "on": people.TODAY, "photo": Photo("a.jpg", b"bukan foto")}
    found = refused(services.record_month, engagement=host.pk, **sent)
    assert found == {"FILES_001", "PROGRESS_004", "PROGRESS_007"}
