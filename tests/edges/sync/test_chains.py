"""Chains sealed without a signal: later links wait, gaps stay visible, people may go on without a link (F1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.domain.problems import Refused, problem
from sidamping.edges.sync import kinds, queries, services, sweeping
from sidamping.edges.sync.kinds import Kind
from sidamping.edges.sync.models import Open, Record, Resolution, Verdict
from sidamping.edges.worker import tasks
from sidamping.features.fieldwork.models import Choice, Visit, VisitRevision
from sidamping.platform.activity.models import Activity
from tests.edges.sync.phones import Phone, changed, problem_body, visit_body
from tests.people import Cast, look

Results = list[dict[str, Any]]


def states(results: Results) -> list[str]:
    return [one["state"] for one in results]


def chain(phone: Phone, cast: Cast) -> list[dict[str, Any]]:
    """A problem, two ways out, the choice; each names what it needs."""
    first = phone.seal("fieldwork.problem", problem_body(cast.engagement))
    ways = [
        phone.seal("fieldwork.alternative", {"problem": first["id"], "text": text, "consequences": "Biaya kecil"},
                   after=[first["id"]])
        for text in ("Jual daring", "Titip kios")
    ]  # fmt: skip
    body = {"problem": first["id"], "alternative": ways[0]["id"], "chosen_by": "Ujang", "chosen_on": "2026-11-04"}
    return [first, *ways, phone.seal("fieldwork.choice", body, after=[one["id"] for one in ways])]


def revision(phone: Phone, cast: Cast, visit: str, replaces: str, **changes: Any) -> dict[str, Any]:
    body = visit_body(cast.engagement, visit=visit, reason="Salah tulis", **changes)
    return phone.seal("fieldwork.visit_revision", body, replaces=replaces)


def test_a_chain_sent_backwards_in_parts_comes_into_force_with_its_first_link(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    first, one, two, choice = chain(phone, cast)
    told = phone.send(choice, now=now)
    assert states(told) == ["waiting"] and told[0]["waits_for"] == [one["id"], two["id"]]
    assert states(phone.send(two, one, now=now)) == ["waiting", "waiting"]
    assert states(phone.send(first, now=now)) == ["accepted"]
    assert not Open.objects.exists() and Choice.objects.count() == 1
    assert states(phone.send(choice, now=now)) == ["accepted"]


def test_what_was_made_on_a_page_counts_as_an_earlier_link(cast: Cast, phone: Phone, now: datetime) -> None:
    first, one, *_ = chain(phone, cast)
    phone.send(first, now=now)
    assert kinds.standing([UUID(first["id"]), uuid4()]) == {UUID(first["id"])}
    assert states(phone.send(one, now=now)) == ["accepted"]


def test_an_update_before_its_create_waits_and_then_corrects_it(cast: Cast, phone: Phone, now: datetime) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    edit = revision(phone, cast, visit["id"], visit["id"], result="Benar")
    again = revision(phone, cast, visit["id"], edit["id"], result="Lebih benar")
    assert states(phone.send(again, edit, now=now)) == ["waiting", "waiting"]
    assert states(phone.send(visit, now=now)) == ["accepted"]
    assert [row.result for row in VisitRevision.objects.order_by("number")] == [
        "Buku Oktober disalin", "Benar", "Lebih benar",
    ]  # fmt: skip


def test_a_gap_that_is_never_filled_is_told_after_the_limit_and_forced_with_a_reason(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    edit = revision(phone, cast, visit["id"], visit["id"], result="Tertulis kemudian")
    phone.send(edit, now=now)
    yosef, edit_id = look(cast.yosef), UUID(edit["id"])
    line = queries.open_records(yosef, now=now).rows[0]
    assert (line.state, line.overdue, line.waits_for) == ("waiting", False, (UUID(visit["id"]),))
    assert queries.open_records(yosef, now=now + timedelta(days=7)).rows[0].overdue
    assert queries.devices_of(yosef)[0].statement.missing == (1,)
    for _ in range(2):
        assert services.force(by=yosef, record=edit_id, why="HP rusak", now=now) == "accepted"
    assert VisitRevision.objects.get().result == "Tertulis kemudian"
    last = Verdict.objects.filter(record=edit_id).order_by("-id").first()
    assert last and (last.by_id, last.why) == (cast.yosef.pk, "HP rusak")
    assert Activity.objects.filter(action="sync.forced").count() == 1


def test_a_create_that_arrives_after_its_forced_update_is_kept_beside_it(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    edit = revision(phone, cast, visit["id"], visit["id"], result="Diperbaiki")
    phone.send(edit, now=now)
    services.force(by=look(cast.ratna), record=UUID(edit["id"]), why="Dicoba", now=now)
    [told] = phone.send(visit, now=now)
    assert (told["state"], [one["code"] for one in told["problems"]]) == ("conflict", ["FIELDWORK_024"])
    assert Visit.objects.count() == 1 and VisitRevision.objects.get().result == "Diperbaiki"
    card = queries.record_card(look(cast.ratna), UUID(visit["id"]), now=now)
    assert card and ("result", "Diperbaiki", "Buku Oktober disalin") in [
        (one.field, one.kept, one.other) for one in card.differences
    ]


def test_nobody_forces_without_a_reason_or_what_does_not_wait(cast: Cast, phone: Phone, now: datetime) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(visit, now=now)

    def refused(who: Any, why: str) -> list[str]:
        with pytest.raises(Refused) as fault:
            services.force(by=look(who), record=UUID(visit["id"]), why=why, now=now)
        return fault.value.codes

    assert refused(cast.ratna, " ") == ["GENERAL_001"]
    assert refused(cast.ratna, "Perlu") == ["SYNC_021"]
    assert refused(cast.maria, "Perlu") == ["SYNC_022"]


def test_a_poisoned_record_goes_through_unedited_after_the_mend(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = kinds.KINDS["fieldwork.visit", 1]

    def broken(*_: Any) -> UUID:
        raise ZeroDivisionError

    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    later = phone.seal("fieldwork.problem", problem_body(cast.engagement))
    monkeypatch.setitem(kinds.KINDS, ("fieldwork.visit", 1), Kind(broken))
    told = phone.send(visit, later, now=now)
    assert states(told) == ["attention", "accepted"]
    assert [one["code"] for one in told[0]["problems"]] == ["SYNC_012"]
    sweeping.sweep(now=now, seconds=30, again=True)
    assert Verdict.objects.filter(record=visit["id"]).count() == 1, "the same verdict is not written again"
    monkeypatch.setitem(kinds.KINDS, ("fieldwork.visit", 1), sound)
    tasks.sweep_records(timestamp=60 * tasks.AGAIN_MINUTES)
    assert states(phone.send(visit, now=now)) == ["accepted"] and Visit.objects.count() == 1


def test_what_a_request_has_no_time_for_goes_to_the_worker(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidamping.edges.sync.receiving.SECONDS", -1)
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    assert states(phone.send(visit, now=now)) == ["received"] and not Visit.objects.exists()
    job = ProcrastinateJob.objects.get(task_name="understand_records")
    tasks.understand_records(**job.args)
    assert states(phone.send(visit, now=now)) == ["accepted"]


def test_a_refused_record_sent_again_with_corrected_content_goes_through(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    wrong = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="terbang"))
    still, right = changed(wrong, mode="renang"), changed(wrong, mode="onsite")
    for _ in range(2):
        assert states(phone.send(wrong, still, now=now)) == ["attention", "attention"]
    assert Verdict.objects.count() == 2, "what is tried in vain again is not written again"
    assert states(phone.send(right, wrong, still, now=now)) == ["accepted"] * 3
    assert Visit.objects.count() == 1 and Record.objects.get().body == wrong["body"]


def test_roles_and_mentees_are_those_of_the_day_of_the_seal(cast: Cast, phone: Phone, now: datetime) -> None:
    held = cast.ratna.appointments.get()
    held.ends = phone.start.date()
    held.save()
    assert states(phone.send(phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=now)) == ["accepted"]
    phone.start += timedelta(hours=16)
    later = visit_body(cast.engagement, starts_at="13:00", ends_at="14:00")
    [told] = phone.send(phone.seal("fieldwork.visit", later), now=now)
    assert [one["code"] for one in told["problems"]] == ["SYNC_013"]


@pytest.mark.parametrize(
    "at", ["1970-01-01T00:00:00+00:00", "2038-01-19T03:14:08Z", "2026-11-10T09:00:00+08:00", "kapan", None]
)
def test_an_odd_clock_refuses_nothing_and_is_told(cast: Cast, phone: Phone, now: datetime, at: str | None) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    visit["sealed"] = visit["sealed"] | {"at": at}
    [told] = phone.send(visit, now=now)
    assert [told[name] for name in ("state", "clock", "counts_on", "on_time")] == [
        "accepted", "doubtful", "2026-11-05", False,
    ]  # fmt: skip
    row = Record.objects.get()
    assert (row.sealed_at is None) == (at in ("kapan", None))


def test_a_clock_set_between_two_entries_is_told_at_the_second(cast: Cast, phone: Phone, now: datetime) -> None:
    one = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.start -= timedelta(hours=3)
    two = phone.seal("fieldwork.problem", problem_body(cast.engagement))
    two["sealed"]["server_seen"] = one["sealed"]["server_seen"]
    phone.send(two, one, now=now)
    assert dict(Record.objects.values_list("told_number", "doubts")) == {1: [], 2: ["jumped"]}


def test_two_phones_correct_the_same_visit_and_people_choose(cast: Cast, phone: Phone, now: datetime) -> None:
    other = Phone(cast.ratna).known(now)
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    mine = revision(phone, cast, visit["id"], visit["id"], result="Dari HP satu")
    theirs = revision(other, cast, visit["id"], visit["id"], result="Dari HP dua", place="Balai desa")
    phone.send(visit, mine, now=now)
    [told] = other.send(theirs, now=now)
    assert (told["state"], [one["code"] for one in told["problems"]]) == ("conflict", ["FIELDWORK_025"])
    ratna, id = look(cast.ratna), UUID(theirs["id"])
    card = queries.record_card(ratna, id, now=now)
    assert card and {one.field for one in card.differences} >= {"result", "place"}
    both = {"result": "Dari HP satu", "place": "Balai desa"}
    wanted = visit_body(cast.engagement, visit=visit["id"], reason="Gabungan", **both)
    for _ in range(2):
        services.choose(by=ratna, record=id, choice="merged", merged=wanted, why="Keduanya benar", now=now)
    stands = VisitRevision.objects.get(superseded_at=None)
    assert (stands.number, stands.result, stands.place) == (3, "Dari HP satu", "Balai desa")
    assert stands.reason == "Keduanya benar"
    assert states(other.send(theirs, now=now)) == ["accepted"] and not Open.objects.exists()


@pytest.mark.parametrize(("choice", "result", "number"), [("kept", "Buku Oktober disalin", 1), ("taken", "Lain", 2)])
def test_a_variant_is_chosen_with_its_history_kept(
    cast: Cast, phone: Phone, now: datetime, choice: str, result: str, number: int
) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    other = changed(visit, result="Lain")
    phone.send(visit, other, now=now)
    yosef, id = look(cast.yosef), UUID(visit["id"])
    card = queries.record_card(yosef, id, now=now)
    assert card and [(one.field, one.kept, one.other) for one in card.variants[0].differences] == [
        ("result", "Buku Oktober disalin", "Lain")
    ]
    services.choose(by=yosef, record=id, variant=card.variants[0].id, choice=choice, why="Sesuai mentor", now=now)
    stands = VisitRevision.objects.get(superseded_at=None)
    assert (stands.result, stands.number) == (result, number)
    told = phone.send(visit, other, now=now)
    assert states(told) == ["accepted", "accepted"]
    card = queries.record_card(yosef, id, now=now)
    assert card and (card.variants[0].choice, card.variants[0].chosen_by) == (choice, str(cast.yosef))
    with pytest.raises(Refused) as fault:
        other_choice = {"choice": "merged", "merged": {"result": "C"}}
        services.choose(by=yosef, record=id, variant=card.variants[0].id, why="x", now=now, **other_choice)
    assert fault.value.codes == ["SYNC_021"]


def test_strangers_see_and_change_nothing(cast: Cast, phone: Phone, now: datetime) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="terbang"))
    phone.send(visit, now=now)
    maria, id = look(cast.maria), UUID(visit["id"])
    assert queries.record_card(maria, id, now=now) is None
    assert queries.open_records(maria, now=now).rows == () and queries.devices_of(maria) == ()
    assert queries.open_counts(maria) == {"variant": 0}
    assert queries.open_counts(look(cast.yosef)) == {"attention": 1, "variant": 0}
    for act in (lambda: services.look_again(by=maria, record=id, now=now),
                lambda: services.revoke(by=maria, device=phone.id, why="x", now=now)):  # fmt: skip
        with pytest.raises(Refused) as fault:
            act()
        assert fault.value.codes == ["SYNC_022"]


def test_a_revoked_phone_hands_nothing_in_and_keeps_all_it_has(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    for _ in range(2):
        services.revoke(by=look(cast.yosef), device=phone.id, why="HP hilang", now=now)
    told = phone.post(client, phone.seal("fieldwork.visit", visit_body(cast.engagement))).json()["results"]
    assert states(told) == ["refused"] and [one["code"] for one in told[0]["problems"]] == ["SYNC_008"]
    assert Activity.objects.filter(action="sync.device_revoked").count() == 1 and not Record.objects.exists()


@pytest.mark.parametrize("way", ["sweep", "person"])
def test_a_mended_record_is_looked_at_again_by_its_newest_content(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def broken(*_: Any) -> UUID:
        raise ZeroDivisionError

    first = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="terbang"))
    contents = [changed(first, mode="onsite", result="Lama"), changed(first, mode="onsite", result="Baru")]
    assert states(phone.send(first, now=now)) == ["attention"]
    with monkeypatch.context() as patch:
        patch.setitem(kinds.KINDS, ("fieldwork.visit", 1), Kind(broken))
        for one in contents:
            assert states(phone.send(one, now=now)) == ["attention"]
    if way == "sweep":
        sweeping.sweep(now=now, seconds=30, again=True)
    else:
        services.look_again(by=look(cast.ratna), record=UUID(first["id"]), now=now)
    assert VisitRevision.objects.get().result == "Baru"
    chosen = Resolution.objects.order_by("variant__id").values_list("variant__sha256", "choice")
    assert list(chosen) == [(contents[0]["sha256"], "kept"), (contents[1]["sha256"], "taken")]
    assert states(phone.send(contents[1], now=now)) == ["accepted"]


def test_records_that_wait_do_not_starve_newer_ones(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = phone.seal("fieldwork.problem", problem_body(cast.engagement))
    phone.send(phone.seal("fieldwork.problem", problem_body(cast.engagement), after=[missing["id"]]), now=now)
    monkeypatch.setattr("sidamping.edges.sync.receiving.SECONDS", -1)
    newer = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(newer, now=now + timedelta(minutes=1))
    monkeypatch.setattr("sidamping.edges.sync.sweeping.MOST", 1)
    sweeping.sweep(now=now + timedelta(minutes=2), seconds=30)
    assert not Open.objects.filter(pk=newer["id"]).exists() and Visit.objects.count() == 1


def test_every_refused_record_has_its_turn_to_be_looked_at_again(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = [phone.seal("space.travel", {"to": place}) for place in ("Mars", "Venus", "Pluto")]
    phone.send(*refused, now=now)
    seen: list[UUID] = []
    monkeypatch.setattr("sidamping.edges.sync.sweeping.MOST", 1)
    monkeypatch.setitem(kinds.KINDS, ("space.travel", 1), Kind(_refusing(seen)))
    for minute in (30, 60, 90):
        sweeping.sweep(now=now + timedelta(minutes=minute), seconds=30, again=True)
    assert set(seen) == {UUID(one["id"]) for one in refused}


def _refusing(seen: list[UUID]) -> Any:
    def intake(by: Any, facts: Any, body: Any, now: datetime) -> UUID:
        seen.append(facts.id)
        raise Refused(problem("SYNC_012", "body"))

    return intake
