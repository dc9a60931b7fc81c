"""Backups are verified, rotate by age and come back whole."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from sidamping.domain.problems import Refused
from sidamping.platform.access.models import User
from sidamping.platform.database import backups
from tests.people import Cast


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "data_folder", lambda: tmp_path)


@pytest.mark.django_db(transaction=True)
def test_a_restored_backup_brings_back_what_was_deleted(cast: Cast, now: datetime) -> None:
    made = backups.dump(now=now, why="uji")
    User.objects.filter(username="anton").update(full_name="Salah Ketik")
    connection.close()
    backups.restore(made)
    assert User.objects.get(username="anton").full_name == "Anton Haning"


@pytest.mark.django_db(transaction=True)
def test_a_second_folder_gets_the_same_backup(
    cast: Cast, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIDAMPING_BACKUP_COPY", str(tmp_path / "usb"))
    made = backups.dump(now=now, why="uji")
    assert (tmp_path / "usb" / made.name).read_bytes() == made.read_bytes()
    assert backups.newest() == datetime(2026, 11, 5, 9)


@pytest.mark.django_db
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "foto.dump").write_bytes(b"PGDMP but not really")
    with pytest.raises(Refused) as refused:
        backups.verify(tmp_path / "foto.dump")
    assert refused.value.codes == ["DATABASE_002"]


def test_seven_days_five_weeks_and_twelve_months_are_kept() -> None:
    nightly = [datetime(2026, 11, 5, 2, 30) - timedelta(days=back) for back in range(400)]
    kept = _kept([_file(when, "malam") for when in nightly])
    assert kept[:7] == [f"202611{day:02}" for day in (5, 4, 3, 2, 1)] + ["20261031", "20261030"]
    assert kept[7:10] == ["20261025", "20261018", "20261011"]
    assert kept[10:] == ["20260930", "20260831", "20260731", "20260630", "20260531", "20260430", "20260331",
                         "20260228", "20260131", "20251231"]


def test_every_backup_of_the_newest_day_is_kept() -> None:
    today = [_file(datetime(2026, 11, 5, hour), "diminta") for hour in (8, 12, 16)]
    yesterday = [_file(datetime(2026, 11, 4, hour), "diminta") for hour in (8, 16)]
    assert backups.expired([*today, *yesterday]) == [yesterday[0]]


def _file(when: datetime, why: str) -> Path:
    return Path(f"{when.strftime(backups.PATTERN)}-{why}.dump")


def _kept(files: list[Path]) -> list[str]:
    gone = set(backups.expired(files))
    return [file.name[:8] for file in files if file not in gone]
