"""Fixtures of every test: the day, the people, signed-in clients, counted queries; sealed tables can be flushed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, settings

from sidamping.platform.access.models import User
from tests import people
from tests.people import Cast

FILLED_BY_MIGRATE = {"django_migrations", "django_content_type", "auth_permission"}


def pytest_configure(config: pytest.Config) -> None:
    """The tests live on one fixed day, hash passwords fast and never cache in the database."""
    django_settings.FIXED_TODAY = people.TODAY
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django_settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")  # each gathers its own static files
    django_settings.STATIC_ROOT = Path(django_settings.STATIC_ROOT).with_name(f"static-{worker}")
    django_settings.STATIC_ROOT.mkdir(exist_ok=True)
    settings.register_profile("house", suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
    settings.load_profile("house")
    TransactionTestCase._fixture_teardown = _empty_filled  # type: ignore[attr-defined]  # tests alone may empty sealed tables


def _empty_filled(_: TransactionTestCase) -> None:
    """Delete what a test with real commits wrote (TRUNCATE is slower); sealing triggers sleep meanwhile."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name not in FILLED_BY_MIGRATE]
        cursor.execute(" UNION ALL ".join(f"(SELECT '{name}' FROM {name} LIMIT 1)" for name in tables))
        filled = [name for (name,) in cursor.fetchall()]
        cursor.execute("SET session_replication_role = replica")
        for name in filled:
            cursor.execute(f"DELETE FROM {name}")
        cursor.execute("SET session_replication_role = origin")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No test sees the sign-in attempts that another one made."""
    cache.clear()


@pytest.fixture
def today() -> date:
    return people.TODAY


@pytest.fixture
def now() -> datetime:
    """Nine in the morning of the fixed day, aware."""
    return timezone.make_aware(datetime(people.TODAY.year, people.TODAY.month, people.TODAY.day, 9))


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody: `cast.ratna`, `cast.ujang`, …, `cast.engagement`, `cast.foreign_engagement`."""
    return people.gather()


@pytest.fixture
def ujang(cast: Cast) -> User:
    """Chair of Merah Putih, the mentee."""
    return cast.ujang


@pytest.fixture
def ratna(cast: Cast) -> User:
    """Mentor of Merah Putih in Kupang."""
    return cast.ratna


@pytest.fixture
def yosef(cast: Cast) -> User:
    """Coordinator of Kupang."""
    return cast.yosef


@pytest.fixture
def maria(cast: Cast) -> User:
    """Mentor in another district: a stranger to everything of Ratna."""
    return cast.maria


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """`sign_in(ratna)` is a client that is Ratna."""

    def signed_in(who: User) -> Client:
        client = Client()
        client.force_login(who)
        return client

    return signed_in


@pytest.fixture
def at_most_queries() -> Callable[[int], AbstractContextManager[CaptureQueriesContext]]:
    """`with at_most_queries(10): …` fails with the statements when a block asks the database more often."""

    @contextmanager
    def counted(limit: int) -> Iterator[CaptureQueriesContext]:
        with CaptureQueriesContext(connection) as seen:
            yield seen
        listed = "\n".join(f"{number}. {query['sql'][:200]}" for number, query in enumerate(seen, 1))
        assert len(seen) <= limit, f"{len(seen)} queries, at most {limit} allowed:\n{listed}"

    return counted
