"""Periodic and final reports of monitoring and evaluation on a member's business (A11, D4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.papers import queries, services
from sidamping.features.papers.models import Paper, Revision
from sidamping.features.papers.services import IndicatorDraft, MeasurementDraft
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries import carried_between
from sidamping.platform.access.models import User
from tests import people
from tests.features.papers import desk
from tests.features.papers.test_render_records import pages_of
from tests.people import Cast, look

SignIn = Callable[[User], Client]
MEMBERS = "usaha-anggota-ksp"
FIXED, MEASURED, LAST_DAY = date(2026, 6, 2), date(2026, 10, 30), date(2026, 11, 2)
WHOLE = f"{people.START:%Y-%m-%d}--2026-11-02"
CELLS = ("1.1", "1.2", "1.3", "3.1", "4.1", "4.2", "4.3", "4.4", "4.5")
MONTH_CELLS = ("1.1", "1.2", "3.2", "4.1", "4.2")


@pytest.fixture
def mentored(cast: Cast) -> Engagement:
    """Ratna mentors Ujang's chips business under the programme for members' businesses."""
    for who, role, subject in ((cast.ratna, "mentor", None), (cast.ujang, "chair", cast.merah_putih.pk)):
        people.appoint(who, role, subject=subject, programme=MEMBERS)
    return people.engagement(cast.keripik.party, cast.ratna, programme=MEMBERS, pinned="usaha-anggota-ksp/2025-12-01+1")


@pytest.fixture
def over(mentored: Engagement) -> Engagement:
    """The same mentoring, ended on 2 November."""
    Engagement.objects.filter(pk=mentored.pk).update(ends=LAST_DAY)
    Assignment.objects.filter(engagement=mentored).update(ends=LAST_DAY)
    mentored.refresh_from_db()
    return mentored


def opened(cast: Cast, host: Engagement, kind: str, period: str) -> UUID:
    return services.open_paper(
        by=look(cast.ratna), kind=kind, period=period, on=people.TODAY, engagement=host.pk, programme=MEMBERS
    )


def handed_in(cast: Cast, paper: UUID, cells: dict[str, str]) -> Revision:
    ratna = look(cast.ratna)
    services.save_draft(by=ratna, paper=paper, seen=0, narrative=cells, on=people.TODAY)
    services.submit_paper(by=ratna, paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))
    return Revision.objects.get(paper=paper)


def fixed(cast: Cast, host: Engagement) -> tuple[UUID, UUID]:
    names = (uuid4(), uuid4())
    drafts = [IndicatorDraft(names[0], "Omzet", "juta rupiah", Decimal(4)),
              IndicatorDraft(names[1], "Pembeli tetap", "orang", Decimal(3))]
    services.fix_indicators(by=look(cast.ratna, FIXED), engagement=host.pk, drafts=drafts, on=FIXED)
    return names


def measured(cast: Cast, host: Engagement, indicator: UUID, value: int, *, day: date = MEASURED) -> None:
    draft = MeasurementDraft(uuid4(), indicator, Decimal(value))
    services.measure(by=look(cast.ratna), engagement=host.pk, drafts=[draft], measured_on=day, on=people.TODAY)


def codes(call: Callable[..., object], *args: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value.codes


def sections(revision: Revision) -> dict[str, dict]:
    return {one["key"]: one for one in revision.content["sections"]}


def test_a11_a_quarter_is_summed_up_in_four_chapters(cast: Cast, mentored: Engagement) -> None:
    paper = opened(cast, mentored, "monev-triwulan-usaha-anggota", "2026-Q3")
    row = Paper.objects.get(pk=paper)
    assert (row.period_start, row.period_end) == (date(2026, 7, 1), date(2026, 9, 30))
    assert opened(cast, mentored, "monev-triwulan-usaha-anggota", "2026-Q3") == paper
    revision = handed_in(cast, paper, dict.fromkeys(CELLS, "Sudah ditulis"))
    heads = [one["heading"] for one in revision.content["sections"] if one.get("level") == 1]
    assert [head[0] for head in heads] == ["1", "2", "3", "4"]
    assert revision.content["period"]["label"] == "Triwulan III 2026"
    assert (revision.due_on, desk.number_of(paper)) == (date(2026, 10, 10), "001/LMET/UA-KSP/53.01/IX/2026")
    desk.acts(paper, look(cast.ujang), "acknowledged")
    assert desk.history(paper)[-1] == "1.2 acknowledged chair Ujang Mantap"


def test_a_quarter_is_asked_of_nobody_and_a_final_report_only_after_the_end(cast: Cast, mentored: Engagement) -> None:
    owed = {one.kind for one in queries.due_papers(look(cast.ratna), people.TODAY) if one.programme == MEMBERS}
    assert owed == {"monev-usaha-anggota"}


def test_a11_d4_the_final_report_compares_before_and_after(cast: Cast, over: Engagement) -> None:
    sales, buyers = fixed(cast, over)
    measured(cast, over, sales, 6)
    measured(cast, over, buyers, 8)
    (duty,) = [one for one in queries.due_papers(look(cast.ratna), people.TODAY) if one.kind == "akhir-usaha-anggota"]
    assert (duty.period_key, duty.due_on) == (WHOLE, date(2026, 11, 12))
    paper = opened(cast, over, "akhir-usaha-anggota", duty.period_key)
    revision = handed_in(cast, paper, dict.fromkeys(CELLS, "Sudah ditulis"))
    told = sections(revision)
    assert [
        (row["cells"]["name"], row["cells"]["start"], row["cells"]["now"], row["cells"]["change"])
        for row in told["indicators"]["rows"]
    ] == [("Omzet", "4", "6", "+2"), ("Pembeli tetap", "3", "8", "+5")]
    assert [told[key]["heading"] for key in ("4.2", "4.3", "4.4", "4.5")] == [
        "4.2. Apa yang berhasil", "4.3. Apa yang tidak berhasil", "4.4. Pembelajaran", "4.5. Rekomendasi tindak lanjut",
    ]  # fmt: skip
    assert revision.content["period"]["end"] == "2026-11-02"
    assert not [one for one in queries.due_papers(look(cast.ratna), people.TODAY) if one.kind == "akhir-usaha-anggota"]


def test_an_indicator_without_a_comparison_is_measured_or_explained(cast: Cast, over: Engagement) -> None:
    _, buyers = fixed(cast, over)
    measured(cast, over, buyers, 8)
    paper = opened(cast, over, "akhir-usaha-anggota", WHOLE)
    cells = dict.fromkeys(CELLS, "Sudah ditulis")
    assert codes(handed_in, cast, paper, cells) == ["PAPERS_042"]
    page = queries.edit_page(look(cast.ratna), paper)
    assert page is not None and [one.where for one in page.missing] == ["narrative.3.1.1"]
    services.save_draft(
        by=look(cast.ratna), paper=paper, seen=1, narrative={**cells, "3.1.1": "Catatan penjualan hilang."},
        on=people.TODAY,
    )
    services.submit_paper(by=look(cast.ratna), paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))
    rows = sections(Revision.objects.get(paper=paper))["indicators"]["rows"]
    assert [row["cells"]["now"] for row in rows] == ["—", "8"]


def test_without_indicators_the_final_report_says_why(cast: Cast, over: Engagement) -> None:
    paper = opened(cast, over, "akhir-usaha-anggota", WHOLE)
    assert codes(handed_in, cast, paper, dict.fromkeys(CELLS, "Sudah ditulis")) == ["PAPERS_043"]


@pytest.mark.parametrize(("period", "code"), [
    ("2026-11", "PAPERS_001"), ("2026-06-01--2026-11-02", "PAPERS_045"), ("2026-11-05--2026-06-01", "PAPERS_003"),
    ("2026-Q5", "PAPERS_003"), ("kapan", "PAPERS_003"),
])  # fmt: skip
def test_a_final_report_has_the_days_of_its_mentoring(cast: Cast, over: Engagement, period: str, code: str) -> None:
    assert codes(opened, cast, over, "akhir-usaha-anggota", period) == [code]


def test_while_the_mentoring_runs_no_final_report_is_opened(
    cast: Cast, mentored: Engagement, sign_in: SignIn
) -> None:
    assert codes(opened, cast, mentored, "akhir-usaha-anggota", WHOLE) == ["PAPERS_044"]
    said = {"susun": "1", "kind": "akhir-usaha-anggota", "engagement": str(mentored.pk), "period": ""}
    answer = sign_in(cast.ratna).post(reverse("paper_open"), said)
    assert answer.status_code == 422 and "PAPERS_044" in answer.content.decode()


def test_the_list_opens_a_quarter_by_a_month_and_a_final_report_without_one(
    cast: Cast, over: Engagement, sign_in: SignIn
) -> None:
    client, said = sign_in(cast.ratna), {"susun": "1", "engagement": str(over.pk)}
    asked = [("monev-triwulan-usaha-anggota", "2026-08"), ("akhir-usaha-anggota", "")]
    for kind, period in asked:
        assert client.post(reverse("paper_open"), {**said, "kind": kind, "period": period}).status_code == 303
    rows = Paper.objects.order_by("period_end").values_list("kind", "period_start", "period_end")
    assert list(rows) == [
        ("monev-triwulan-usaha-anggota", date(2026, 7, 1), date(2026, 9, 30)),
        ("akhir-usaha-anggota", people.START, LAST_DAY),
    ]


def test_after_the_end_only_what_was_measured_in_ones_own_days_is_written_down(cast: Cast, over: Engagement) -> None:
    sales, _ = fixed(cast, over)
    measured(cast, over, sales, 5, day=LAST_DAY)
    assert codes(lambda: measured(cast, over, sales, 5, day=date(2026, 11, 3))) == ["PAPERS_038"]


def test_a_stranger_finds_no_final_report(cast: Cast, over: Engagement, sign_in: SignIn) -> None:
    paper = opened(cast, over, "akhir-usaha-anggota", WHOLE)
    for who in (cast.maria, cast.yosef):
        assert sign_in(who).get(reverse("paper", args=[paper])).status_code == 404
    assert carried_between(people.START, people.TODAY, mentor_id=cast.maria.pk) != ()


def test_the_final_report_prints_and_opens_as_a_workbook(cast: Cast, over: Engagement, sign_in: SignIn) -> None:
    paper = opened(cast, over, "akhir-usaha-anggota", WHOLE)
    handed_in(cast, paper, {**dict.fromkeys(CELLS, "Sudah ditulis"), "3.1.1": "Belum ditetapkan."})
    client = sign_in(cast.ratna)
    printed = pages_of(client.get(reverse("paper_pdf", args=[paper])).content)
    assert "LAPORAN AKHIR PENDAMPINGAN" in printed and "Pembelajaran" in printed
    assert client.get(reverse("paper_xlsx", args=[paper])).content[:2] == b"PK"


def test_the_chair_of_a_members_cooperative_reads_the_report_without_doors_to_the_visits(
    cast: Cast, mentored: Engagement, sign_in: SignIn
) -> None:
    """Visits to a member's business are no record of the cooperative's."""
    visit = desk.visit(cast, date(2026, 10, 7), host=mentored.pk)
    paper = opened(cast, mentored, "monev-usaha-anggota", "2026-10")
    handed_in(cast, paper, dict.fromkeys(MONTH_CELLS, "Sudah ditulis"))
    door, address = reverse("visit", args=[visit]), reverse("paper", args=[paper])
    assert door in sign_in(cast.ratna).get(address).content.decode()
    read = sign_in(cast.ujang)
    assert door not in read.get(address).content.decode()
    assert read.get(door).status_code == 404
