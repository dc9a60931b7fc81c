"""What the law asks on its day, what the order of steps asks, and what the database refuses whoever writes (E19)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection

from sidamping.features.founding import queries, services
from sidamping.features.founding.models import Founder, Founding, Gathering, Pack
from sidamping.features.founding.queries import StepLine
from sidamping.features.founding.services import FounderDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.founding.group import FORMED, TERMS, begun, nik, ready
from tests.features.meetings.meeting import at, said
from tests.people import TODAY, Cast, cooperative, look


def test_a_deadline_follows_the_rule_of_the_day_it_runs_from() -> None:
    """The name was approved a day before the regulation, the deed signed a month after: 60 days bind from the deed."""
    done = {"name_approved": date(2019, 6, 24), "deed": date(2019, 7, 30)}
    way = queries.way({kind: StepLine(kind, day) for kind, day in done.items()}, TODAY)
    assert {one.step: one.due for one in way if one.due} == {"submitted": date(2019, 9, 28)}


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "count", "codes"), [
    (date(2023, 3, 30), 19, ["FOUNDING_009"]), (date(2023, 3, 30), 20, []),
    (date(2023, 3, 31), 8, ["FOUNDING_009"]), (date(2023, 3, 31), 9, []),
    (date(1992, 10, 20), 20, ["FOUNDING_010"]),
])  # fmt: skip
def test_founders_on_the_day_before_and_the_day_of_the_law(
    cast: Cast, day: date, count: int, codes: list[str]
) -> None:
    group = begun(cast)
    group.add(count)
    group.meet("preparation", date(1992, 1, 1))
    assert said(lambda: group.meet("formation", day)) == codes
    assert Gathering.objects.filter(founding_id=group.id, kind="formation").count() == (0 if codes else 1)


@pytest.mark.django_db
def test_a_secondary_cooperative_is_founded_by_three_registered_ones(cast: Cast) -> None:
    group = begun(cast, form="secondary", name="Koperasi Produsen Induk Tenun Timor")
    for number in (1, 2, 3):
        cooperative(f"Koperasi Anggota {number}", "53.01.05.1002", legal_number=f"BH/{number}/2020")
    told = {"by": group.by(), "founding": group.id, "now": at(TODAY)}
    draft = FounderDraft("Wakil 1", nik(1), represents="BH/9/2020")
    assert said(lambda: services.add_founder(id=uuid7(), draft=draft, **told)) == ["FOUNDING_007"]
    for number in (1, 2):
        draft = FounderDraft(f"Wakil {number}", nik(number), represents=f"BH/{number}/2020")
        services.add_founder(id=uuid7(), draft=draft, **told)
    again = FounderDraft("Wakil lain", nik(7), represents="BH/1/2020")
    assert said(lambda: services.add_founder(id=uuid7(), draft=again, **told)) == ["FOUNDING_008"]
    group.meet("preparation", FORMED)
    assert said(lambda: group.meet("formation", FORMED)) == ["FOUNDING_009"]
    services.add_founder(id=uuid7(), draft=FounderDraft("Wakil 3", nik(3), represents="BH/3/2020"), **told)
    group.meet("formation", FORMED)
    assert {one.represents for one in queries.founders(group.id)} == {f"Koperasi Anggota {one}" for one in (1, 2, 3)}


@pytest.mark.django_db
def test_a_short_name_is_not_approved_and_a_taken_legal_number_is_refused(cast: Cast) -> None:
    group = begun(cast, name="Koperasi Produsen Tenun")
    assert said(lambda: group.reach("name_approved")) == ["FOUNDING_016"]
    other = ready(cast)
    cooperative("Pemilik nomor", "53.01.05.1002", legal_number="AHU-0000123.AH.01.26.2026")
    assert said(other.reach) == ["FOUNDING_034"]


@pytest.mark.django_db
def test_a_meeting_told_anew_may_not_overtake_what_followed_it(cast: Cast) -> None:
    group = ready(cast)
    assert said(lambda: group.meet("preparation", date(2026, 10, 1))) == ["FOUNDING_017"]
    group.meet("preparation", date(2026, 9, 2))
    assert queries.steps(group.id)["preparation"].day == date(2026, 9, 2)


@pytest.mark.django_db
def test_little_capital_of_a_savings_cooperative_is_warned_of(cast: Cast) -> None:
    group = begun(cast, kind="savings_loan", name="Koperasi Simpan Pinjam Sonbai Indah Jaya")
    group.add(9)
    group.agree()
    assert [one.code for one in queries.warnings(group.card(), 9, TODAY)] == ["FOUNDING_038"]


@pytest.mark.django_db
def test_savings_that_do_not_follow_the_founders_are_a_gap(cast: Cast) -> None:
    group = ready(cast)
    services.release_founder(by=group.by(), founder=group.founders[8], why="Pindah")
    told = said(lambda: services.freeze_pack(by=group.by(), id=uuid7(), founding=group.id, now=at(TODAY)))
    assert told == ["FOUNDING_020", "FOUNDING_032"]


@pytest.mark.django_db
def test_unknown_words_and_impossible_terms_are_refused_together(cast: Cast) -> None:
    group = begun(cast)
    told = {"by": group.by(), "founding": group.id, "now": at(TODAY)}
    wrong = replace(TERMS, principal=0, board_years=6, shares={"hadiah": 90})
    assert said(lambda: services.set_terms(id=uuid7(), draft=wrong, **told)) == [
        "FOUNDING_018", "FOUNDING_011", "FOUNDING_012", "FOUNDING_013"
    ]  # fmt: skip


@pytest.mark.django_db
def test_whoever_does_not_keep_the_founding_writes_nothing(cast: Cast) -> None:
    group = begun(cast)
    for who in (cast.maria, cast.dominggus, cast.agnes, cast.wati):
        draft = FounderDraft("X", nik(1))
        told = {"by": look(who), "founding": group.id, "now": at(TODAY)}
        assert said(lambda told=told, draft=draft: services.add_founder(id=uuid7(), draft=draft, **told)) == [
            "FOUNDING_001"
        ]


ILLEGAL = {
    "opening_balances": "INSERT INTO founding_opening (id, founding_id, made_by_id, made_at, cash, bank, stock, "
    "equipment, principal, mandatory, grants, debts) VALUES (gen_random_uuid(), %s, %s, now(), 5,0,0,0,4,0,0,0)",
    "terms_shares_make_a_hundred": "INSERT INTO founding_terms (id, founding_id, made_by_id, made_at, principal, "
    "mandatory, board_years, supervisors_years, shares) "
    """VALUES (gen_random_uuid(), %s, %s, now(), 1, 1, 5, 5, '{"cadangan": 99}')""",
    "gathering_of_enough": "INSERT INTO founding_gathering (id, founding_id, made_by_id, made_at, kind, day, begins, "
    "place, led_by, official, office, minutes, came, needed) VALUES (gen_random_uuid(), %s, %s, now(), 'formation', "
    "'2026-09-20', '09:00', 'x', 'x', 'x', 'x', 'x', ARRAY[gen_random_uuid()], 9)",
    "gathering_formation_is_attended": "INSERT INTO founding_gathering (id, founding_id, made_by_id, made_at, kind, "
    "day, begins, place, led_by, official, office, minutes, came, needed) VALUES (gen_random_uuid(), %s, %s, now(), "
    "'formation', '2026-09-20', '09:00', 'x', 'x', '', '', 'x', ARRAY[gen_random_uuid()], 1)",
}


@pytest.mark.django_db
@pytest.mark.parametrize("guard", ILLEGAL)
def test_the_database_refuses_what_founders_may_not_agree(cast: Cast, guard: str) -> None:
    group = begun(cast)
    assert refused_by_database((ILLEGAL[guard], [group.id, cast.ratna.pk])) == guard


@pytest.mark.django_db
def test_the_database_keeps_what_was_said_and_one_chair_and_one_life(cast: Cast) -> None:
    group = ready(cast)
    services.freeze_pack(by=group.by(), id=uuid7(), founding=group.id, now=at(TODAY))
    one, two = group.founders[:2]
    sealed: dict[str, list[Any]] = {
        "UPDATE founding_pack SET sha256 = 'x' WHERE id = %s": [Pack.objects.get(founding_id=group.id).pk],
        "UPDATE founding_gathering SET needed = 0 WHERE founding_id = %s": [group.id],
        "DELETE FROM founding_part WHERE founding_id = %s": [group.id],
        "UPDATE founding_founder SET nik = '5301051200000077' WHERE id = %s": [one],
    }
    for sql, values in sealed.items():
        assert refused_by_database((sql, values)) == "sealed", sql
    chair = "UPDATE founding_founder SET position = 'chair' WHERE id = %s"
    assert refused_by_database((chair, [two])) == "founder_one_chair"
    half = "UPDATE founding_founding SET living_on = '2026-11-05' WHERE id = %s"
    assert refused_by_database((half, [group.id])) == "founding_living_whole"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM founding_pack")
        assert cursor.fetchone() == (1,)
    assert Founder.objects.get(pk=one).position == "chair" and Founding.objects.get(pk=group.id).living_on is None

