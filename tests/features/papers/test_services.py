"""From a village visit to a received paper: opening, drafting, handing in, acting, copies; and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Refused
from sidamping.features.papers import services
from sidamping.features.papers.models import Act, Copy, Draft, Paper, Revision
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.features.papers import desk
from tests.people import Cast


def refused(call, *args: object, **named: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        call(*args, **named)
    return caught.value.codes


def test_a_visit_becomes_a_paper_that_passes_through_everybody(cast: Cast) -> None:
    seen = desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.passed(cast, paper)
    desk.acts(paper, people.look(cast.sarlin), "received")
    assert desk.history(paper) == [
        "1.1 submitted mentor Ratna Tefa",
        "1.2 acknowledged chair Ujang Mantap",
        "1.3 passed coordinator Yosef Nubatonis",
        "1.4 received secretariat Sarlin Ndoen",
    ]
    revision = Revision.objects.get(paper=paper)
    assert revision.sources == [str(seen)]
    assert revision.sha256 == digest(revision.content)
    assert revision.due_on == date(2026, 11, 10)
    assert {rule["path"] for rule in revision.rules} == {
        "papers/lap-kegiatan/2018-07-23.yaml", "programmes/tpk-ntt-2018/2018-07-23+1.yaml",
        "rules/R-LAPORAN-TPK/2018-07-23.53.yaml",
    }  # fmt: skip
    assert desk.number_of(paper) == "001/LBK/TPK-NTT/53.01/X/2026"


def test_opening_twice_finds_the_same_paper(cast: Cast) -> None:
    assert desk.opened(cast) == desk.opened(cast)
    assert Activity.objects.filter(action="papers.opened").count() == 1


def test_only_the_mentor_who_carried_the_mentee_opens_its_paper(cast: Cast) -> None:
    assert refused(desk.opened, cast, who=cast.maria) == ["PAPERS_002"]
    assert refused(desk.opened, cast, who=cast.yosef) == ["PAPERS_002"]


@pytest.mark.parametrize(
    ("kind", "period", "code"),
    [
        ("lap-kegiatan", "2026-13", "PAPERS_003"),
        ("lap-kegiatan", "2026-12", "PAPERS_003"),
        ("lap-kegiatan", "2026", "PAPERS_001"),
        ("lap-tahunan", "2026-10", "PAPERS_001"),
        ("monev-usaha-anggota", "2026-10", "PAPERS_001"),
        ("nothing", "2026-10", "PAPERS_001"),
        ("lap-kegiatan", "2025-10", "PAPERS_002"),
    ],
)
def test_a_paper_that_does_not_exist_is_not_opened(cast: Cast, kind: str, period: str, code: str) -> None:
    assert refused(desk.opened, cast, kind, period) == [code]


def test_next_months_plan_may_be_opened_before_the_month_begins(cast: Cast) -> None:
    assert desk.opened(cast, "rencana-kerja", "2026-12")


def test_a_business_has_no_development_report_of_a_cooperative(cast: Cast) -> None:
    shop = people.engagement(cast.keripik.party, cast.ratna)
    ratna = people.look(cast.ratna)
    named = {"by": ratna, "period": desk.OCTOBER, "on": people.TODAY, "engagement": shop.pk}
    assert refused(services.open_paper, kind="lap-perkembangan", **named) == ["PAPERS_001"]
    assert services.open_paper(kind="lap-kegiatan", **named)


def test_a_draft_is_saved_once_and_never_over_a_newer_one(cast: Cast) -> None:
    paper, ratna = desk.opened(cast), people.look(cast.ratna)
    named = {"by": ratna, "paper": paper, "on": people.TODAY}
    assert services.save_draft(seen=0, narrative={"note": "Hujan"}, **named) == 1
    assert services.save_draft(seen=0, narrative={"note": "Hujan"}, **named) == 1
    assert refused(services.save_draft, seen=0, narrative={"note": "Banjir"}, **named) == ["GENERAL_003"]
    assert Activity.objects.filter(action="papers.draft_saved").count() == 1


def test_nobody_else_writes_in_a_draft(cast: Cast) -> None:
    paper = desk.opened(cast)
    for who in (cast.maria, cast.yosef, cast.ujang):
        named = {"by": people.look(who), "paper": paper, "seen": 0, "narrative": {}, "on": people.TODAY}
        assert refused(services.save_draft, **named) == ["PAPERS_019"]


def test_every_missing_part_is_told_at_once(cast: Cast) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    named = {"by": people.look(cast.ratna), "paper": paper, "on": people.TODAY, "now": desk.noon(people.TODAY)}
    assert refused(services.submit_paper, **named) == ["PAPERS_010", "PAPERS_005"] * 15
    assert desk.number_of(paper) is None
    empty = desk.opened(cast)
    assert refused(services.submit_paper, **{**named, "paper": empty}) == ["PAPERS_009"]


def test_handing_in_twice_happens_once(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    again = services.submit_paper(by=people.look(cast.ratna), paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))
    assert again == Revision.objects.get(paper=paper).pk
    assert Activity.objects.filter(action="papers.submitted").count() == 1


def test_a_handed_in_paper_is_closed_for_writing(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    named = {"by": people.look(cast.ratna), "paper": paper, "seen": 0, "narrative": {"note": "x"}, "on": people.TODAY}
    assert refused(services.save_draft, **named) == ["PAPERS_017"]


def test_a_returned_paper_opens_a_new_revision_and_keeps_its_number(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.acts(paper, people.look(cast.ujang), "acknowledged")
    assert refused(desk.acts, paper, people.look(cast.yosef), "returned") == ["PAPERS_021"]
    desk.acts(paper, people.look(cast.yosef), "returned", remark="Kunjungan kedua belum ada")
    desk.visit(cast, date(2026, 10, 26))
    desk.submitted(cast)
    first, second = Revision.objects.filter(paper=paper).order_by("number")
    assert (first.number, second.number) == (1, 2)
    volumes = [one.content["sections"][0]["rows"][0]["cells"]["volume"]["value"] for one in (first, second)]
    assert volumes == [1, 2]
    assert desk.number_of(paper) == "001/LBK/TPK-NTT/53.01/X/2026"
    stale = {"by": people.look(cast.ujang), "paper": paper, "revision": first.pk, "ordinal": 4}
    assert refused(services.act, action="acknowledged", now=desk.noon(people.TODAY), **stale) == ["PAPERS_027"]


def test_acting_out_of_turn_or_out_of_role_is_refused(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    assert refused(desk.acts, paper, people.look(cast.yosef), "passed") == ["PAPERS_018"]
    assert refused(desk.acts, paper, people.look(cast.sarlin), "received") == ["PAPERS_018"]
    assert refused(desk.acts, paper, people.look(cast.ujang), "passed") == ["PAPERS_019"]
    assert refused(desk.acts, paper, people.look(cast.dominggus), "passed") == ["PAPERS_019"]
    assert refused(desk.acts, paper, people.look(cast.maria), "acknowledged") == ["PAPERS_019"]
    assert refused(desk.acts, paper, people.look(cast.ratna), "acknowledged") == ["PAPERS_022"]
    assert refused(desk.acts, paper, people.look(cast.yosef), "burned") == ["PAPERS_019"]


def test_a_coordinator_of_another_district_does_not_act(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.acts(paper, people.look(cast.ujang), "acknowledged")
    stranger = people.user("goris", "Goris Mone")
    people.appoint(stranger, "coordinator", area=places.TTS)
    assert refused(desk.acts, paper, people.look(stranger), "passed") == ["PAPERS_019"]


def test_the_same_act_sent_twice_happens_once(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    ujang = people.look(cast.ujang)
    assert desk.acts(paper, ujang, "acknowledged", ordinal=2) == desk.acts(paper, ujang, "acknowledged", ordinal=2)
    assert Act.objects.filter(revision__paper=paper).count() == 2
    assert Activity.objects.filter(action="papers.acknowledged").count() == 1


def test_a_mentors_own_journal_skips_chair_and_secretariat(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast, "jurnal-kerja")
    desk.acts(paper, people.look(cast.yosef), "passed")
    assert refused(desk.acts, paper, people.look(cast.sarlin), "received") == ["PAPERS_019"]
    assert desk.number_of(paper) == "001/JK/TPK-NTT/53.01/X/2026"


def test_each_copy_is_received_once_by_the_right_office(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    named = {"paper": paper, "now": desk.noon(people.TODAY)}
    yosef, ratna = people.look(cast.yosef), people.look(cast.ratna)
    assert refused(services.receive_copy, by=yosef, copy_no=2, **named) == ["PAPERS_026"]
    desk.passed(cast, paper)
    assert services.receive_copy(by=yosef, copy_no=2, **named) == services.receive_copy(by=yosef, copy_no=2, **named)
    assert refused(services.receive_copy, by=people.look(cast.dominggus), copy_no=2, **named) == ["PAPERS_025"]
    assert refused(services.receive_copy, by=yosef, copy_no=1, **named) == ["PAPERS_024"]
    assert refused(services.receive_copy, by=yosef, copy_no=9, **named) == ["PAPERS_024"]
    desk.acts(paper, people.look(cast.sarlin), "received")
    services.receive_copy(by=ratna, copy_no=3, **named)
    assert list(Copy.objects.order_by("copy_no").values_list("copy_no", "by__username")) == [
        (1, "sarlin"), (2, "yosef"), (3, "ratna"),
    ]  # fmt: skip


def test_the_shared_cost_of_a_group_visit_is_split_to_the_last_rupiah(cast: Cast) -> None:
    from sidamping.features.papers.queries.facts import _share

    class Part:
        def __init__(self, id: str) -> None:
            self.engagement_id = id

    class Line:
        cost, mentees = 100_000, [Part("b"), Part("a"), Part("c")]

    assert [_share(Line, one) for one in "abc"] == [33_334, 33_333, 33_333]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE papers_revision SET content = '{}'",
        "DELETE FROM papers_revision",
        "TRUNCATE papers_revision CASCADE",
        "UPDATE papers_act SET action = 'passed'",
        "DELETE FROM papers_act",
        "UPDATE papers_paper SET mentor_id = mentor_id, period_start = '2026-09-01'",
        "UPDATE papers_paper SET number = '002/LBK/TPK-NTT/53.01/X/2026'",
        "UPDATE papers_paper SET number = NULL",
    ],
)
def test_the_database_refuses_to_change_what_was_handed_in(cast: Cast, statement: str) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Revision.objects.get(paper=paper).content["kind"] == "lap-kegiatan"


def test_drafts_stay_after_submission_for_the_next_revision(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    assert Draft.objects.filter(paper=paper).exists()
    assert Paper.objects.get(pk=paper).token


def test_the_report_on_a_members_business_is_acknowledged_by_the_chair_of_the_cooperative(cast: Cast) -> None:
    programme = "usaha-anggota-ksp"
    for who, role, subject in ((cast.ratna, "mentor", None), (cast.ujang, "chair", cast.merah_putih.pk)):
        people.appoint(who, role, subject=subject, programme=programme)
    row = people.engagement(
        cast.keripik.party, cast.ratna, programme=programme, pinned="usaha-anggota-ksp/2025-12-01"
    )
    ratna, ujang = people.look(cast.ratna), people.look(cast.ujang)
    paper = services.open_paper(
        by=ratna, kind="monev-usaha-anggota", period="2026-10", on=people.TODAY, engagement=row.pk
    )
    cells = {key: "Sudah ditulis" for key in ("1.1", "1.2", "3.1", "4.1", "4.2")}
    services.save_draft(by=ratna, paper=paper, seen=0, narrative=cells, on=people.TODAY)
    services.submit_paper(by=ratna, paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))
    assert refused(desk.acts, paper, people.look(cast.yosef), "acknowledged") == ["PAPERS_019"]
    desk.acts(paper, ujang, "acknowledged")
    signers = Revision.objects.get(paper=paper).content["signers"]
    assert [one["name"] for one in signers] == ["Ujang Mantap", "Ratna Tefa"]
    assert services.receive_copy(by=ratna, paper=paper, copy_no=2, now=desk.noon(people.TODAY))
    assert desk.history(paper) == ["1.1 submitted mentor Ratna Tefa", "1.2 acknowledged chair Ujang Mantap"]


def test_a_returned_paper_comes_back_changed_or_with_an_answer(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.returned(cast, paper, "Biaya belum benar")
    named = {"by": people.look(cast.ratna), "paper": paper, "on": people.TODAY, "now": desk.noon(people.TODAY)}
    with pytest.raises(Refused) as caught:
        services.submit_paper(**named, answer=" ")
    (told,) = caught.value.problems
    assert (told.code, told.where, dict(told.values)) == (
        "PAPERS_036", "answer", {"revision": 1, "remark": "Biaya belum benar"},
    )  # fmt: skip
    services.submit_paper(**named, answer="Biaya sudah dicocokkan dengan nota; memang Rp50.000")
    acts = Act.objects.filter(revision__paper=paper, revision__number=2)
    assert [one.remark for one in acts] == ["Biaya sudah dicocokkan dengan nota; memang Rp50.000"]
    assert Activity.objects.filter(action="papers.submitted").latest("id").why.startswith("Biaya sudah")


def test_a_returned_paper_with_a_new_visit_needs_no_answer(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.returned(cast, paper, "Kunjungan tanggal 20?")
    desk.visit(cast, date(2026, 10, 20))
    services.submit_paper(by=people.look(cast.ratna), paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))
    assert Revision.objects.filter(paper=paper).count() == 2
