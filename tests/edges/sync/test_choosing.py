"""F1, promise 2: whichever kind a record is, people may put the other content in the place of the one in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.edges.sync import services as sync
from sidamping.edges.sync.models import Open, Record, Resolution
from sidamping.features.books import services as books
from sidamping.features.books.models import Voucher
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.fieldwork.models import Alternative, Choice, FollowUp, Observation, Outcome, PlanItem, Problem
from sidamping.features.fieldwork.queries import open_follow_ups
from sidamping.features.progress.models import MonthRecord
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.edges.sync.phones import Phone, changed, problem_body
from tests.features.fieldwork.writing import observation_draft, problem_with_alternatives
from tests.people import Cast, look

PLAN = {
    "planned_on": "2026-11-18", "concern": "Buku kas", "activity": "Mencatat bersama", "purpose": "Terisi",
    "target": "30 hari", "method": "on_the_job", "place": "Kios",
}  # fmt: skip
PROMISE = {"text": "Menyalin buku", "owner_side": "mentee", "owner_name": "Ujang", "due": "2026-11-20"}
SALE = {"side": "in", "day": "2026-11-04", "purse": "1110", "category": "4210", "amount": 5_000, "text": "Telur"}


def differing(phone: Phone, now: datetime, kind: str, body: Mapping[str, Any], **other: Any) -> UUID:
    """A record in force and other content under its name."""
    first = phone.seal(kind, dict(body))
    states = [phone.send(one, now=now)[0]["state"] for one in (first, changed(first, **other))]
    assert states == ["accepted", "conflict"]
    return UUID(first["id"])


def take(cast: Cast, record: UUID, now: datetime) -> None:
    """Yosef takes the other content; asked twice, it is taken once."""
    variant = Record.objects.get(pk=record).variants.get()
    for _ in range(2):
        sync.choose(
            by=look(cast.yosef), record=record, choice="taken", why="Salah ketik", now=now, variant=variant.pk
        )
    assert Resolution.objects.get(variant=variant).choice == "taken"


@pytest.fixture
def about(cast: Cast) -> dict[str, str]:
    return {"engagement": str(cast.engagement.pk)}


def test_a_problem_reads_as_chosen_and_keeps_its_past(cast: Cast, phone: Phone, now: datetime) -> None:
    other = {"title": "Bahan mahal", "side": "system", "found_on": "2026-11-01"}
    take(cast, differing(phone, now, "fieldwork.problem", problem_body(cast.engagement), **other), now)
    row = Problem.objects.get()
    assert (row.title, row.side, row.found_on.isoformat(), row.revised) == (*other.values(), 1)


def test_a_planned_activity_is_changed(cast: Cast, phone: Phone, now: datetime, about: dict[str, str]) -> None:
    fieldwork.record_observation(by=look(cast.ratna), draft=observation_draft(cast.engagement), on=people.TODAY)
    take(cast, differing(phone, now, "fieldwork.plan_item", {**PLAN, **about}, place="Rumah"), now)
    assert (PlanItem.objects.get().place, PlanItem.objects.get().revised) == ("Rumah", 1)


def test_an_observation_is_replaced(cast: Cast, phone: Phone, now: datetime, about: dict[str, str]) -> None:
    draft = observation_draft(cast.engagement)
    body = {**about, "observed_on": draft.observed_on.isoformat(), "findings": dict(draft.findings)}
    take(cast, differing(phone, now, "fieldwork.observation", body, needs="Timbangan"), now)
    assert Observation.objects.get(replaced_by=None).needs == "Timbangan" and Observation.objects.count() == 2


def test_a_promise_in_force_is_exchanged_and_counts_as_neither_kept_nor_open(
    cast: Cast, phone: Phone, now: datetime, about: dict[str, str]
) -> None:
    record = differing(phone, now, "fieldwork.follow_up", {**PROMISE, **about}, due="2026-11-27")
    take(cast, record, now)
    old = FollowUp.objects.get(pk=record)
    assert old.replaced_by is not None
    assert (old.due.isoformat(), old.closed_on, old.replaced_by.due.isoformat()) == ("2026-11-20", None, "2026-11-27")
    assert [one.id for one in open_follow_ups(look(cast.ratna))] == [old.replaced_by_id]
    fieldwork.close_follow_up(by=look(cast.ratna), follow_up_id=record, note="Sudah dibeli", on=people.TODAY)
    assert FollowUp.objects.get(closed_on__isnull=False) == old.replaced_by
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.filter(pk=record).update(closed_on=people.TODAY, closed_note="Ditepati")


def test_a_promise_that_was_kept_is_not_exchanged(
    cast: Cast, phone: Phone, now: datetime, about: dict[str, str]
) -> None:
    record = differing(phone, now, "fieldwork.follow_up", {**PROMISE, **about}, due="2026-11-27")
    fieldwork.close_follow_up(by=look(cast.ratna), follow_up_id=record, note="Sudah dibeli", on=people.TODAY)
    with pytest.raises(Refused) as refused:
        take(cast, record, now)
    assert refused.value.codes == ["FIELDWORK_031"] and FollowUp.objects.count() == 1


def test_a_way_out_and_what_came_of_it_stand_beside_the_first(cast: Cast, phone: Phone, now: datetime) -> None:
    problem, first, _second = problem_with_alternatives(look(cast.ratna), cast.engagement)
    body = {"problem": str(problem), "text": "Jual daring", "consequences": "Biaya kecil"}
    take(cast, differing(phone, now, "fieldwork.alternative", body, consequences="Perlu HP"), now)
    assert set(Alternative.objects.filter(text="Jual daring").values_list("consequences", flat=True)) == {
        "Biaya kecil", "Perlu HP",
    }  # fmt: skip
    decided = {"problem": str(problem), "alternative": str(first), "chosen_by": "Ujang", "chosen_on": "2026-11-04"}
    record = differing(phone, now, "fieldwork.choice", decided, chosen_by="Wati")
    with pytest.raises(Refused) as refused:
        take(cast, record, now)
    assert refused.value.codes == ["FIELDWORK_024"] and Choice.objects.get().chosen_by == "Ujang"
    seen = {"problem": str(problem), "seen_on": "2026-11-04", "text": "Laku 10"}
    take(cast, differing(phone, now, "fieldwork.outcome", seen, text="Laku 12"), now)
    assert set(Outcome.objects.values_list("text", flat=True)) == {"Laku 10", "Laku 12"}


def test_a_month_is_corrected(cast: Cast, phone: Phone, now: datetime, about: dict[str, str]) -> None:
    take(cast, differing(phone, now, "progress.month", {**about, "month": "2026-10", "turnover": 1}, turnover=2), now)
    row = MonthRecord.objects.get(replaced_by=None)
    assert (row.turnover, row.why, MonthRecord.objects.count()) == (2, "Salah ketik", 2)


def test_a_month_told_by_two_is_settled_for_the_later_one(
    cast: Cast, phone: Phone, now: datetime, about: dict[str, str]
) -> None:
    both = [phone.seal("progress.month", {**about, "month": "2026-10", "turnover": amount}) for amount in (1, 2)]
    phone.send(*both, now=now)
    record = UUID(both[1]["id"])
    sync.choose(by=look(cast.ratna), record=record, choice="taken", why="Angka di buku", now=now)
    assert MonthRecord.objects.get(replaced_by=None).turnover == 2 and not Open.objects.exists()


def test_an_entry_of_the_cash_book_is_reversed_and_written_anew(cast: Cast, phone: Phone, now: datetime) -> None:
    people.engagement(cast.keripik.party, cast.ratna)
    book = books.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=now
    )
    record = differing(phone, now, "books.small", {**SALE, "book": str(book)}, amount=50_000)
    take(cast, record, now)
    rows = Voucher.objects.filter(book=book)
    assert rows.filter(reverses=record).count() == 1 and rows.count() == 3
