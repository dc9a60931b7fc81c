"""Examinations from plan to sanction: in their order, once, by the office alone (E14)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from sidamping.domain.problems import Refused
from sidamping.features.letters.models import Letter
from sidamping.features.parties.models import Cooperative
from sidamping.features.supervision import queries, services
from sidamping.features.supervision.models import Answer, Examination, Letterhead, Member, Report, Sanction, Verdict
from sidamping.features.supervision.queries import Heading
from sidamping.features.supervision.services import ExaminationDraft, SanctionDraft, TeamDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database as refused
from tests.features.supervision.examining import (
    DUE,
    FIRST,
    HEAD,
    OPENED,
    PLAN,
    SECOND,
    TEAM,
    TOLD,
    answer,
    assigned,
    at,
    codes,
    found,
    headed,
    numbers,
    office,
    planned,
    reported,
    warned,
)
from tests.people import Cast, appoint, look


def refused_by_database(statement: str) -> str:
    return refused((statement, []))


ACTS = Activity.objects.filter(action__startswith="supervision.")


def test_an_examination_is_of_the_own_area_and_one_of_each_pair(cast: Cast) -> None:
    def plan(by: object, cooperative: object, **wrong: object) -> list[str]:
        draft = ExaminationDraft(**{**PLAN.__dict__, **wrong})  # type: ignore[arg-type]  # fields by name
        return codes(lambda: services.open_examination(
            by=by, id=uuid7(), cooperative=cooperative, draft=draft, now=at(OPENED),  # type: ignore[arg-type]  # made here
        ))  # fmt: skip

    own, foreign = cast.merah_putih.party_id, cast.foreign_cooperative.party_id
    assert plan(office(cast), foreign) == ["SUPERVISION_002"]
    assert plan(look(cast.ratna), own) == plan(look(cast.yosef), own) == ["SUPERVISION_002"]
    wrong = plan(office(cast), own, way="routine", matter=" ", ends=OPENED - timedelta(days=1))
    assert wrong == ["SUPERVISION_004", "GENERAL_001", "SUPERVISION_003"]
    assert plan(office(cast), own, matter="x" * 241) == ["SUPERVISION_021"]
    assert not Examination.objects.exists()


def test_opening_and_assigning_twice_happen_once(cast: Cast) -> None:
    id, by = uuid7(), office(cast)
    headed(by)
    for _ in range(2):
        services.open_examination(by=by, id=id, cooperative=cast.merah_putih.party_id, draft=PLAN, now=at(OPENED))
        services.assign(by=by, examination=id, team=TEAM)
    assert (Examination.objects.count(), Letter.objects.count(), Member.objects.count(), ACTS.count()) == (1, 1, 2, 3)
    letter = Letter.objects.get()
    assert (letter.number, letter.reserved, letter.content["recipient"]) == (
        "001/ST-WAS/53.01/IX/2026", True, "Pengurus Merah Putih"
    )  # fmt: skip
    other = services.open_examination
    assert codes(lambda: other(by=by, id=id, cooperative=uuid7(), draft=PLAN, now=at(OPENED))) == ["SUPERVISION_020"]
    assert codes(lambda: services.assign(by=by, examination=id, team=TEAM[:1])) == ["SUPERVISION_006"]


def test_a_team_has_one_head(cast: Cast) -> None:
    id = planned(cast)
    for team in ((), (TeamDraft("Marselina"),), (TEAM[0], TeamDraft("Anton", "", "lead"))):
        assert codes(lambda team=team: services.assign(by=office(cast), examination=id, team=team)) == [  # type: ignore[misc]  # a tuple of drafts
            "SUPERVISION_005"
        ]
    short = (TeamDraft("Dominggus Lay", "123", "lead"), TeamDraft("Anton", "12", "member"))
    assert codes(lambda: services.assign(by=office(cast), examination=id, team=short)) == ["SUPERVISION_024"] * 2


def test_findings_stand_between_assignment_and_report(cast: Cast) -> None:
    def write(id: object, draft: object = TOLD) -> list[str]:
        return codes(lambda: services.write_finding(
            by=office(cast), id=uuid7(), examination=id, draft=draft, now=at(OPENED),  # type: ignore[arg-type]  # made here
        ))  # fmt: skip

    assert write(planned(cast)) == ["SUPERVISION_007"]
    id = assigned(cast)
    late = TOLD.__class__(**{**TOLD.__dict__, "text": "", "area": "moon", "due": OPENED})
    assert write(id, late) == ["GENERAL_001", "GENERAL_001", "SUPERVISION_009"]
    assert write(id) == []
    services.report(by=office(cast), examination=id, summary="Baik.", now=at(OPENED))
    assert write(id) == ["SUPERVISION_008"]
    assert numbers(id) == [1]


def test_a_struck_finding_leaves_the_report_and_stays_readable(cast: Cast) -> None:
    id, wrong = found(cast)
    kept = services.write_finding(by=office(cast), id=uuid7(), examination=id, draft=TOLD, now=at(OPENED))
    assert codes(lambda: services.strike_finding(by=office(cast), finding=wrong, why=" ", now=at(OPENED))) == [
        "GENERAL_001"
    ]
    for _ in range(2):
        services.strike_finding(by=office(cast), finding=wrong, why="Salah koperasi", now=at(OPENED))
    services.report(by=office(cast), examination=id, summary="Satu temuan.", now=at(OPENED))
    assert ACTS.filter(action="supervision.struck").count() == 1
    assert [one["number"] for one in Report.objects.get().content["findings"]] == [2]
    board = queries.examination(look(cast.ujang), id)
    assert board is not None and [one.id for one in board.findings] == [kept]
    assert queries.finding_of(look(cast.ujang), wrong) is None


def test_the_report_is_issued_once_and_never_changes(cast: Cast) -> None:
    id = planned(cast)
    assert codes(lambda: services.report(by=office(cast), examination=id, summary="Baik.", now=at(OPENED))) == [
        "SUPERVISION_007"
    ]
    id, _ = reported(cast)
    services.report(by=office(cast), examination=id, summary="Lain.", now=at(OPENED))
    assert Report.objects.get().content["summary"] == "Kas perlu dibenahi."
    assert refused_by_database("UPDATE supervision_report SET sha256 = 'x'")


def test_the_board_answers_with_proof_and_the_office_judges(cast: Cast) -> None:
    def say(text: str = "Kas dihitung tiap sore", by: object = None, **more: object) -> list[str]:
        who = by or look(cast.wati, DUE)
        return codes(lambda: services.answer_finding(
            by=who, id=uuid7(), finding=finding, text=text, now=at(DUE), **more,  # type: ignore[arg-type]  # made here
        ))  # fmt: skip

    _, finding = reported(cast)
    assert say(by=look(cast.ratna)) == say(by=look(cast.maria)) == say(by=office(cast)) == ["SUPERVISION_001"]
    assert say(" ") == ["GENERAL_001"]
    assert say(file=("bukti.pdf", b"not a file")) == ["FILES_005"]
    assert say() == []
    assert say() == ["SUPERVISION_012"]
    first = answer(finding)
    judge = services.judge_answer
    assert codes(lambda: judge(by=office(cast), answer=first.pk, settled=False, remark="", now=at(DUE))) == [
        "GENERAL_001"
    ]
    assert codes(lambda: judge(by=look(cast.ujang), answer=first.pk, settled=True, remark="", now=at(DUE))) == [
        "SUPERVISION_001"
    ]
    for _ in range(2):
        judge(by=office(cast), answer=first.pk, settled=False, remark="Tanpa bukti", now=at(DUE))
    assert codes(lambda: judge(by=office(cast), answer=first.pk, settled=True, remark="", now=at(DUE))) == [
        "SUPERVISION_017"
    ]
    assert say("Berita acara terlampir") == []
    second = Answer.objects.exclude(pk=first.pk).get()
    judge(by=office(cast), answer=second.pk, settled=True, remark="", now=at(DUE))
    assert say() == ["SUPERVISION_011"]
    assert (Verdict.objects.count(), ACTS.filter(action="supervision.judged").count()) == (2, 2)


def test_a_sanction_follows_its_order(cast: Cast) -> None:
    def give(id: object, kind: str, day: date, **more: object) -> list[str]:
        draft = SanctionDraft(kind, **more)  # type: ignore[arg-type]  # fields by name
        return codes(lambda: services.give_sanction(
            by=office(cast, day), id=uuid7(), examination=id, draft=draft, now=at(day),  # type: ignore[arg-type]  # made here
        ))  # fmt: skip

    assert give(found(cast)[0], "warning", FIRST, until=SECOND) == ["SUPERVISION_010"]
    id, _ = reported(cast)
    assert give(id, "warning", DUE, until=SECOND) == ["SUPERVISION_013"]
    assert give(id, "exile", FIRST) == ["SUPERVISION_016"]
    assert give(id, "revocation", FIRST, reason="Segera") == ["SUPERVISION_014"]
    assert give(id, "warning", FIRST) == ["GENERAL_001"]
    assert give(id, "warning", FIRST, until=FIRST) == ["SUPERVISION_009"]
    assert give(id, "warning", FIRST, until=SECOND - timedelta(days=1)) == []
    early = give(id, "warning", SECOND - timedelta(days=1), until=SECOND)
    assert early == ["SUPERVISION_022"]
    assert give(id, "ban", SECOND, reason="Segera") == ["SUPERVISION_014"]
    assert give(id, "warning", SECOND, until=date(2026, 12, 1)) == []
    assert give(id, "revocation", date(2026, 12, 1), reason="Segera") == ["SUPERVISION_022"]
    third = date(2026, 12, 2)
    assert give(id, "revocation", third) == ["GENERAL_001"]
    assert give(id, "revocation", third, reason="Dua teguran tidak ditindaklanjuti") == []
    kinds = list(Sanction.objects.order_by("number").values_list("kind", "letter__number"))
    assert kinds == [
        ("warning", "001/TT-WAS/53.01/IX/2026"), ("warning", "002/TT-WAS/53.01/X/2026"),
        ("revocation", "001/SA-WAS/53.01/XII/2026"),
    ]  # fmt: skip


def test_no_letter_leaves_an_office_that_has_not_said_its_name(cast: Cast) -> None:
    id = planned(cast)
    assert codes(lambda: services.assign(by=office(cast), examination=id, team=TEAM)) == ["SUPERVISION_023"]
    nameless = replace(HEAD, name=" ", title="", nip="1970")

    def head(heading: Heading, by: Viewer | None = None, area: str = "53.01") -> list[str]:
        return codes(lambda: services.head_letters(
            by=by or office(cast), office="dinas_regency", area=area, heading=heading, now=at(OPENED)
        ))  # fmt: skip

    assert head(nameless) == ["GENERAL_001", "GENERAL_001", "SUPERVISION_024"]
    assert head(HEAD, look(cast.ratna)) == head(HEAD, area="53.07") == ["SUPERVISION_001"]
    assert head(HEAD) == head(HEAD) == []
    assert (Letterhead.objects.count(), ACTS.filter(action="supervision.headed").count()) == (1, 1)
    assert refused_by_database("UPDATE supervision_letterhead SET name = 'x'")


@pytest.mark.parametrize("part", ["area", "government", "name", "address", "place", "signer", "title", "nip"])
def test_no_letterhead_lacks_a_part_of_it(cast: Cast, part: str) -> None:
    parts = {"office": "dinas_regency", "area": "53.01", **asdict(HEAD), part: ""}
    with pytest.raises(IntegrityError, match="letterhead_whole"), transaction.atomic():
        Letterhead.objects.create(by=cast.dominggus, at=at(OPENED), **parts)


def test_a_page_with_several_offices_asks_for_their_letterheads_once(cast: Cast) -> None:
    appoint(cast.dominggus, "dinas_province", area="53")
    for lacking in (2, 0):
        with CaptureQueriesContext(connection) as asked:
            assert len(queries.unheaded(office(cast))) == lacking
        assert sum("supervision_letterhead" in one["sql"] for one in asked) == 1
        headed(office(cast))


def test_a_letter_carries_the_office_and_whoever_signs_it_for_good(cast: Cast) -> None:
    id, _ = reported(cast)
    sanction = warned(cast, id)
    _head_again(cast, signer="Dominggus Lay, S.Sos", nip="196912312000031009")
    card = queries.examination(office(cast), id)
    assert card is not None
    first, later = Sanction.objects.get(pk=sanction).letter.content, Sanction.objects.get(
        pk=warned(cast, id, SECOND)
    ).letter.content  # fmt: skip
    assert first["letterhead"] == [
        "PEMERINTAH KABUPATEN KUPANG", "DINAS KOPERASI, USAHA KECIL DAN MENENGAH",
        "Jalan Timor Raya 36, Oelamasi 85362",
    ]  # fmt: skip
    assert (first["sent_from"], first["signer"]) == ("Oelamasi", {
        "label": "Kepala Dinas Koperasi Kabupaten Kupang", "name": "Ir. Yeskiel Nenotek, M.Si",
        "nip": "197001011995031002", "electronic": False,
    })  # fmt: skip
    assert (later["signer"]["name"], later["signer"]["electronic"]) == ("Dominggus Lay, S.Sos", True)


def test_a_name_on_the_letterhead_signs_for_nobody(cast: Cast) -> None:
    """A namesake with another NIP is somebody else: the letter is left to be signed by hand."""
    id, _ = reported(cast)
    _head_again(cast, signer="Dominggus Lay")
    assert Sanction.objects.get(pk=warned(cast, id)).letter.content["signer"]["electronic"] is False


def _head_again(cast: Cast, **other: str) -> None:
    heading = replace(HEAD, **other)
    services.head_letters(by=office(cast), office="dinas_regency", area="53.01", heading=heading, now=at(FIRST))


@pytest.mark.parametrize("standing", ["pre", "in_process"])
def test_a_group_that_is_still_being_founded_is_not_examined(cast: Cast, standing: str) -> None:
    Cooperative.objects.filter(pk=cast.merah_putih.pk).update(standing=standing)
    assert codes(lambda: planned(cast)) == ["SUPERVISION_025"]
    offered = queries.cooperatives_to_choose(office(cast), text="Merah")
    assert cast.merah_putih.party_id not in [one.id for one in offered.rows]


def test_a_sanction_sent_twice_is_given_once_and_lifting_it_counts(cast: Cast) -> None:
    id, _ = reported(cast)
    key, draft = uuid7(), SanctionDraft("warning", SECOND)
    for _ in range(2):
        services.give_sanction(by=office(cast, FIRST), id=key, examination=id, draft=draft, now=at(FIRST))
    assert (Sanction.objects.count(), ACTS.filter(action="supervision.sanctioned").count()) == (1, 1)
    for _ in range(2):
        services.lift_sanction(by=office(cast, SECOND), sanction=key, why="Sudah dipenuhi", now=at(SECOND))
    assert ACTS.filter(action="supervision.lifted").count() == 1
    warned(cast, id, FIRST + timedelta(days=1))
    card = queries.examination(office(cast), id)
    assert card is not None and [one.lifted_why for one in card.sanctions] == ["Sudah dipenuhi", ""]


def test_a_closed_examination_takes_nothing_more(cast: Cast) -> None:
    id, finding = reported(cast)
    close = services.close_examination
    assert codes(lambda: close(by=office(cast), examination=id, why="", now=at(DUE))) == ["SUPERVISION_019"]
    for _ in range(2):
        close(by=office(cast), examination=id, why="Dilanjutkan tahun depan", now=at(DUE))
    assert ACTS.filter(action="supervision.closed").count() == 1
    assert codes(lambda: warned(cast, id)) == ["SUPERVISION_018"]
    assert codes(lambda: services.answer_finding(
        by=look(cast.ujang), id=uuid7(), finding=finding, text="Terlambat", now=at(DUE)
    )) == ["SUPERVISION_018"]  # fmt: skip


def test_the_day_of_closing_is_that_of_the_place(cast: Cast) -> None:
    """Six in the morning in Kupang is still the day before in Greenwich."""
    id, finding = reported(cast)
    services.close_examination(by=office(cast), examination=id, why="Pindah kantor", now=at(DUE, 6))
    for late in (
        lambda: warned(cast, id),
        lambda: services.answer_finding(by=look(cast.ujang), id=uuid7(), finding=finding, text="Usai", now=at(FIRST)),
    ):
        with pytest.raises(Refused) as refusal:
            late()
        assert [one.values["day"] for one in refusal.value.problems] == [DUE]


def test_the_trail_tells_that_something_happened_and_not_what(cast: Cast) -> None:
    id, _ = reported(cast)
    warned(cast, id)
    told = [f"{row.why} {row.data}" for row in ACTS]
    assert len(told) == 6
    assert not any(word in line for line in told for word in ("Kas", "kas", "Bendahara"))


@pytest.mark.parametrize(
    "kind, on, warnings, broken",
    [
        ("ban", "2026-12-31", 2, "sanction_in_order"), ("warning", "2026-09-20", 2, "sanction_after_its_interval"),
        ("warning", "2026-10-20", 2, "sanction_after_its_promise"),
    ],
)  # fmt: skip
def test_the_database_refuses_a_sanction_out_of_order(
    cast: Cast, kind: str, on: str, warnings: int, broken: str
) -> None:
    id, _ = reported(cast)
    draft = SanctionDraft("warning", date(2026, 10, 20))
    first = services.give_sanction(by=office(cast, FIRST), id=uuid7(), examination=id, draft=draft, now=at(FIRST))
    assert broken == refused_by_database(
        "INSERT INTO supervision_sanction (id, examination_id, number, kind, \"on\", until, reason, warnings, interval,"
        f" rule, letter_id, by_id, at, lifted_why) SELECT gen_random_uuid(), examination_id, 2, '{kind}', '{on}',"
        f" CASE '{kind}' WHEN 'warning' THEN date '{on}' + 9 END, 'x', {warnings}, interval, rule, letter_id, by_id,"
        f" at, '' FROM supervision_sanction WHERE id = '{first}'"
    )


def test_the_database_refuses_what_comes_too_early_or_too_late(cast: Cast) -> None:
    id, finding = found(cast)
    early = (
        "INSERT INTO supervision_answer (id, finding_id, text, by_id, at)"
        f" SELECT gen_random_uuid(), '{finding}', 'x', written_by_id, written_at FROM supervision_finding"
    )
    assert refused_by_database(early) == "answer_after_the_report"
    services.report(by=office(cast), examination=id, summary="Baik.", now=at(OPENED))
    assert refused_by_database(
        "UPDATE supervision_finding SET struck_at = now(), struck_why = 'x'"
    ) == "finding_before_the_report"
    for table in ("supervision_member", "supervision_finding", "supervision_examination", "supervision_report"):
        assert refused_by_database(f"DELETE FROM {table}")
    assert refused_by_database(
        f"INSERT INTO supervision_member (id, examination_id, name, nip, duty) VALUES (gen_random_uuid(), '{id}', 'x',"
        " '', 'member')"
    ) == "team_before_the_assignment"
