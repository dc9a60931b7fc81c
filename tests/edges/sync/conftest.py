"""A test never runs out of the time for understanding, however busy the machine; the test of the time sets its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from sidamping.platform.access.models import User
from tests.edges.sync.phones import Phone
from tests.people import Cast


@pytest.fixture(autouse=True)
def _time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sidamping.edges.sync.receiving.SECONDS", 60)


@pytest.fixture
def phone(cast: Cast, now: datetime) -> Phone:
    """Ratna's phone, known to the server."""
    return Phone(cast.ratna).known(now)


@pytest.fixture
def client(cast: Cast, sign_in: Callable[[User], Client]) -> Client:
    """Ratna, signed in."""
    return sign_in(cast.ratna)
