"""Long work: it runs once, its owner sees how far, a failure is told kindly and logged."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused, problem
from sidamping.platform.access.models import User
from sidamping.platform.jobs import running
from sidamping.platform.jobs.models import Job
from sidamping.platform.jobs.queries import job_card
from sidamping.platform.jobs.registry import KINDS, Run, job
from tests import people
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    """Kinds of work for these tests alone."""
    before = dict(KINDS)

    @job("test.count")
    def count(run: Run) -> dict[str, Any]:
        run.progress(3, 4)
        return {"by": run.by.name, "on": run.on.isoformat(), "asked": run.arguments["n"]}

    @job("test.break")
    def broken(run: Run) -> dict[str, Any]:
        raise RuntimeError("rahasia")

    @job("test.refuse")
    def refuse(run: Run) -> dict[str, Any]:
        raise Refused(problem("SHEETS_005", "file"))

    yield
    KINDS.clear()
    KINDS.update(before)


def test_a_job_runs_for_its_owner_and_keeps_its_result(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    card = job_card(ratna, running.start("test.count", by=ratna, arguments={"n": 7}, now=True))
    assert card is not None
    assert (card.state, card.percent) == ("done", 75)
    assert card.result == {"by": "Ratna Tefa", "on": people.TODAY.isoformat(), "asked": 7}


def test_a_job_runs_once_however_often_it_is_handed_out(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    new = running.start("test.count", by=ratna, arguments={"n": 7}, now=True)
    Job.objects.filter(pk=new).update(result={"kept": True})
    running.run(new)
    assert Job.objects.get(pk=new).result == {"kept": True}


def test_waiting_work_is_handed_to_the_worker_with_its_job(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    new = running.start("test.count", by=ratna, arguments={"n": 7})
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args ->> 'job_id' FROM procrastinate_jobs ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == ("sidamping.run_job", str(new))
    assert Job.objects.get(pk=new).state == "waiting"


def test_an_unknown_kind_is_a_programming_error(cast: Cast) -> None:
    with pytest.raises(KeyError):
        running.start("test.nothing", by=people.look(cast.ratna), arguments={})


def test_a_failure_is_logged_and_shows_no_secret(cast: Cast, sign_in: SignIn, caplog: pytest.LogCaptureFixture) -> None:
    ratna = people.look(cast.ratna)
    with caplog.at_level(logging.ERROR):
        new = running.start("test.break", by=ratna, arguments={}, now=True)
    assert "rahasia" in caplog.text
    shown = sign_in(cast.ratna).get(reverse("job", args=[new])).content.decode()
    assert "rahasia" not in shown and str(new) in shown


def test_a_refusal_shows_its_code(cast: Cast, sign_in: SignIn) -> None:
    ratna = people.look(cast.ratna)
    new = running.start("test.refuse", by=ratna, arguments={}, now=True)
    assert "SHEETS_005" in sign_in(cast.ratna).get(reverse("job", args=[new])).content.decode()


def test_only_its_owner_sees_a_job(cast: Cast, sign_in: SignIn) -> None:
    new = running.start("test.count", by=people.look(cast.ratna), arguments={"n": 1}, now=True)
    assert sign_in(cast.ratna).get(reverse("job", args=[new])).status_code == 200
    for who in (cast.yosef, cast.maria, cast.anton):
        assert sign_in(who).get(reverse("job", args=[new])).status_code == 404


def test_a_running_job_shows_how_far_it_is_with_and_without_script(cast: Cast, sign_in: SignIn) -> None:
    new = running.start("test.count", by=people.look(cast.ratna), arguments={"n": 1})
    Job.objects.filter(pk=new).update(state="running", done=2500, total=10000)
    client = sign_in(cast.ratna)
    page = client.get(reverse("job", args=[new])).content.decode()
    assert "2.500" in page and "http-equiv" in page
    part = client.get(reverse("job", args=[new]), headers={"HX-Request": "true"}).content.decode()
    assert "2.500" in part and "<html" not in part
    Job.objects.filter(pk=new).update(state="done")
    polled = client.get(reverse("job", args=[new]), headers={"HX-Request": "true"})
    assert polled.headers["HX-Redirect"] == reverse("job", args=[new])
