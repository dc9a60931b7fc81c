"""The demonstration: one real district, everybody at work, papers in every state; the same day tells the same story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from sidamping.domain.papers.canonical import digest
from sidamping.edges.demo import diary
from sidamping.edges.demo.accounts import accounts, accounts_text
from sidamping.edges.demo.load import is_loaded, load
from sidamping.features.assessments.models import Assessment, Result, Step
from sidamping.features.budgets.models import Budget
from sidamping.features.deliverables.models import Sheet
from sidamping.features.fieldwork.models import Choice, Delivery, JointEvaluation, Problem, VisitRevision
from sidamping.features.fieldwork.queries import content_to_seal
from sidamping.features.materials.models import Material, Retirement
from sidamping.features.meetings.models import Document
from sidamping.features.papers.models import Act, Copy, Draft, Paper, Revision
from sidamping.features.parties.models import BoardTerm, Business, Cooperative
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.signatures.models import Seal
from sidamping.platform.territory.loader import load_areas

TOLD_ON = date(2026, 11, 20)
TOLD_AT = datetime(2026, 11, 20, 23, 0, tzinfo=diary.ZONE)
"""Late enough for whatever that day wrote; the clock of the machine would tell another story each time."""
OURS = {
    "parties", "programmes", "fieldwork", "papers", "access", "activity", "documents", "assessments", "deliverables",
    "mentors", "handovers", "letters", "admissions", "recruitment", "needs", "placements", "books", "progress",
    "outcomes", "oversight", "workdesk", "loans", "savings", "materials", "signatures", "registers", "meetings",
    "licences", "founding", "supervision", "budgets",
}  # fmt: skip
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("story")]
"""One worker tells the story, for telling it is what takes long."""


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The story told once for all tests of this file, and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_areas(on=TOLD_ON)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(diary, "now", lambda: TOLD_AT)
            load(TOLD_ON)
            yield
        transaction.set_rollback(True)


def test_the_office_is_complete(story: None) -> None:
    assert is_loaded()
    assert Cooperative.objects.count() == 12 + 3 + 1 + 1, "of the office, modern, an applicant's, founded"
    assert Business.objects.count() == 61
    assert len(set(Business.objects.values_list("owner__party__name", flat=True))) == 61, "no two owners of one name"
    assert BoardTerm.objects.count() == 37
    assert User.objects.count() == len(accounts()) + 11
    assert Engagement.objects.filter(programme="tkm-lanjutan-2024").count() == 21


def test_one_visit_is_signed_on_the_phone_and_one_draft_holds_remarks(story: None) -> None:
    seal = Seal.objects.get()
    assert seal.signer == "Bernadus Nong Sina" and seal.sha256 == digest(content_to_seal(seal.subject_id))
    assert Draft.objects.filter(figures__remarks__has_key="members", paper__number=None).exists()


def test_the_months_hold_visits_problems_and_choices(story: None) -> None:
    assert VisitRevision.objects.count() > 100
    assert VisitRevision.objects.filter(visited_on__gt=TOLD_ON).count() == 0
    assert Problem.objects.count() > 24
    assert 0 < Choice.objects.count() < Problem.objects.count()
    assert JointEvaluation.objects.exists()


def test_papers_stand_in_every_state(story: None) -> None:
    states = set()
    for paper in Paper.objects.all():
        last = Act.objects.filter(revision__paper=paper).order_by("-revision__number", "-ordinal").first()
        states.add(last.action if last else "draft")
    assert states == {"draft", "submitted", "acknowledged", "returned", "passed", "received"}
    assert Revision.objects.filter(number=2).exists()
    assert Copy.objects.exists()


def test_the_practice_case_of_bapak_ujang_is_told_to_its_evaluation(story: None) -> None:
    ujang = Engagement.objects.get(programme="usaha-anggota-ksp")
    assert ujang.mentee.name == "Keripik Mantap Jaya"
    assert Problem.objects.filter(engagement=ujang).count() == 2
    assert Choice.objects.filter(problem__engagement=ujang, chosen_by="Ujang Suherman").count() == 2


def test_rounds_stand_in_every_state_and_sheets_beside_them(story: None) -> None:
    acts = dict(Step.objects.order_by("ordinal").values_list("assessment", "act"))
    assert sorted(acts.values()).count("decided") == 9
    assert set(acts.values()) == {"submitted", "decided"}
    assert Assessment.objects.exclude(pk__in=acts).count() == 2, "one half filled, one final just begun"
    totals = Result.objects.filter(decided=True, assessment__instrument="ksp-health").order_by("as_of")
    assert [one.outcome["total"] for one in totals] == [63.35, 72.7]
    assert Sheet.objects.count() == 10


def test_the_library_holds_what_offices_added_and_visits_handed_over(story: None) -> None:
    assert (Material.objects.count(), Retirement.objects.filter(lifted_at=None).count()) == (3, 1)
    assert Delivery.objects.values("code").distinct().count() >= 8


def test_a_plan_is_approved_and_the_rat_book_of_a_year_that_goes_on_is_not_frozen(story: None) -> None:
    plans = [(one.year, one.approved_at is not None) for one in Budget.objects.order_by("year")]
    assert plans == [(2026, True), (2027, False)]
    assert list(Document.objects.order_by("kind").values_list("kind", "version")) == [("minutes", 1)]


def test_the_same_day_tells_the_same_story(story: None) -> None:
    first = _told()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what was told first is judged before it goes
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("SET session_replication_role = replica")
        for table in reversed(connection.introspection.django_table_names(only_existing=True)):
            if table.split("_")[0] in OURS:
                cursor.execute(f"DELETE FROM {table}")
        cursor.execute("SET session_replication_role = origin")
    load(TOLD_ON)
    assert _told() == first


def test_the_accounts_are_told_with_their_roles() -> None:
    text = accounts_text()
    assert "ratna" in text
    assert "Koordinator" in text


def _told() -> tuple[object, ...]:
    """What the story says, without the identifiers that the services make anew."""
    visits = VisitRevision.objects.order_by("visit_id", "number").values_list("visit_id", "visited_on", "result")
    papers = Paper.objects.order_by("number", "kind", "period_start").values_list("number", "kind", "period_start")
    acts = Act.objects.order_by("at", "signer_name", "revision__paper__number").values_list("at", "action", "remark")
    frozen = Revision.objects.order_by("paper__number", "number").values_list("content", flat=True)
    rows = tuple(str([row["cells"] for row in part.get("rows", ())]) for one in frozen for part in one["sections"])
    return tuple(visits), tuple(papers), tuple(acts), rows
