"""The continuity lock over three months: openings, corrections, gaps, and a month that changes afterwards."""

from __future__ import annotations

import pytest

from sidamping.domain.papers.continuity import Correction, Figures
from sidamping.domain.problems import Refused
from sidamping.features.papers import queries, services
from sidamping.features.papers.models import Revision
from tests import people
from tests.features.papers import desk
from tests.people import Cast


def refused(call, *args: object, **named: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        call(*args, **named)
    return caught.value.codes


def printed(paper, code: str) -> str:
    content = Revision.objects.filter(paper=paper).order_by("-number")[0].content
    row = next(one for one in content["sections"][0]["rows"] if one["key"] == code)
    cells = [row["cells"][key]["text"] for key in ("before", "month", "to_date")]
    return " | ".join([*cells, row["cells"]["remarks"]])


def test_three_months_hang_together_and_a_correction_flows_forward(cast: Cast) -> None:
    august = desk.developed(cast, "2026-08", desk.figures(100, first=True))
    fix = Correction("income", 200, 150, "nota ganda")
    september = desk.developed(cast, "2026-09", desk.figures(10, corrections=(fix,)))
    october = desk.developed(cast, "2026-10", desk.figures(30))
    assert [printed(one, "income") for one in (august, september, october)] == [
        "Rp100 | Rp100 | Rp200 | ",
        "Rp150 | Rp10 | Rp160 | Dikoreksi: semula Rp200 menjadi Rp150 karena nota ganda",
        "Rp160 | Rp30 | Rp190 | ",
    ]
    assert [printed(one, "members") for one in (august, september, october)] == [
        "100 | 0 | 100 | ", "100 | -90 | 10 | ", "10 | +20 | 30 | ",
    ]  # fmt: skip


def test_a_locked_figure_is_not_typed_over(cast: Cast) -> None:
    desk.developed(cast, "2026-09", desk.figures(100, first=True))
    paper = desk.opened(cast, "lap-perkembangan")
    typed = Figures({"income": 1}, {"members": -2})
    named = {"by": people.look(cast.ratna), "paper": paper, "seen": 0, "narrative": {}, "on": people.TODAY}
    assert refused(services.save_draft, figures=typed, **named) == ["PAPERS_007", "PAPERS_011"]


def test_a_correction_is_logged_with_old_new_and_reason(cast: Cast) -> None:
    from sidamping.platform.activity.models import Activity

    desk.developed(cast, "2026-09", desk.figures(100, first=True))
    desk.developed(cast, "2026-10", desk.figures(1, corrections=(Correction("income", 200, 150, "nota ganda"),)))
    told = Activity.objects.get(action="papers.corrected").data["corrections"]
    assert told == [{"line": "income", "old": 200, "new": 150, "reason": "nota ganda"}]


def test_the_month_before_must_be_handed_in_first(cast: Cast) -> None:
    desk.developed(cast, "2026-08", desk.figures(100, first=True))
    assert refused(desk.developed, cast, "2026-10", desk.figures(1)) == ["PAPERS_016"]
    desk.opened(cast, "lap-perkembangan", "2026-09")
    assert refused(desk.developed, cast, "2026-10", desk.figures(1)) == ["PAPERS_016"]


def test_a_returned_month_before_must_come_back_first(cast: Cast) -> None:
    september = desk.developed(cast, "2026-09", desk.figures(100, first=True))
    desk.acts(september, people.look(cast.ujang), "acknowledged")
    desk.acts(september, people.look(cast.yosef), "returned", remark="Periksa anggota")
    assert refused(desk.developed, cast, "2026-10", desk.figures(1)) == ["PAPERS_016"]


def test_a_report_does_not_pass_when_the_month_before_changed_afterwards(cast: Cast) -> None:
    september = desk.developed(cast, "2026-09", desk.figures(100, first=True))
    october = desk.developed(cast, "2026-10", desk.figures(30))
    desk.acts(september, people.look(cast.ujang), "acknowledged")
    desk.acts(september, people.look(cast.yosef), "returned", remark="Periksa anggota")
    changed = desk.figures(100, first=True)
    desk.developed(cast, "2026-09", Figures(changed.opening, {**changed.now, "members": 101}))
    desk.passed(cast, september)
    desk.acts(october, people.look(cast.ujang), "acknowledged")
    assert refused(desk.acts, october, people.look(cast.yosef), "passed") == ["PAPERS_023"]
    desk.acts(october, people.look(cast.yosef), "returned", remark="Angka awal berubah")
    desk.developed(cast, "2026-10", desk.figures(31))
    assert printed(october, "members") == "101 | -70 | 31 | "


def test_a_report_waits_until_the_month_before_is_approved(cast: Cast) -> None:
    september = desk.developed(cast, "2026-09", desk.figures(100, first=True))
    october = desk.developed(cast, "2026-10", desk.figures(30))
    desk.acts(october, people.look(cast.ujang), "acknowledged")
    assert refused(desk.acts, october, people.look(cast.yosef), "passed") == ["PAPERS_034"]
    desk.passed(cast, september)
    desk.acts(october, people.look(cast.yosef), "passed")
    assert "passed" in desk.history(october)[-1]


def test_the_page_shows_the_chain_of_months(cast: Cast) -> None:
    desk.developed(cast, "2026-09", desk.figures(100, first=True))
    october = desk.developed(cast, "2026-10", desk.figures(30))
    page = queries.paper(people.look(cast.yosef), october)
    assert page is not None
    assert [(f"{one.month:%Y-%m}", one.state, one.holds) for one in page.chain] == [
        ("2026-09", "submitted", True), ("2026-10", "submitted", True),
    ]  # fmt: skip


def test_no_data_needs_a_reason_and_is_never_zero(cast: Cast) -> None:
    filled = desk.figures(100, first=True)
    now = {code: value for code, value in filled.now.items() if code != "grant_fund"}
    paper = desk.developed(cast, "2026-10", Figures(filled.opening, now, {"grant_fund": "belum ada dana hibah"}))
    assert printed(paper, "grant_fund") == (
        "Rp100 | tidak ada data | tidak ada data | Tidak ada data: belum ada dana hibah"
    )
