"""Any paper may be opened from the list: a month missed long ago is no dead end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.papers.models import Paper
from sidamping.platform.access.models import User
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]


def ask(client: Client, **said: object):
    return client.post(reverse("paper_open"), {"susun": "1", **said})


def test_a_month_missed_long_ago_is_opened_from_the_list(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    assert "Susun laporan lain" in client.get(reverse("papers")).content.decode()
    said = {"kind": "lap-perkembangan", "period": "2026-05", "engagement": str(cast.engagement.pk)}
    first, second = (ask(client, **said) for _ in range(2))
    assert first.status_code == 303 and first.url == second.url
    assert [str(one.period_start) for one in Paper.objects.all()] == ["2026-05-01"]


def test_a_paper_of_a_year_takes_the_year_and_an_own_paper_no_mentee(cast: Cast, sign_in: SignIn) -> None:
    client, mentee = sign_in(cast.ratna), str(cast.engagement.pk)
    assert ask(client, kind="lap-tahunan", period="2026-03", engagement=mentee).status_code == 303
    assert ask(client, kind="jurnal-kerja", period="2026-03", engagement=mentee).status_code == 303
    assert ask(client, kind="rencana-kerja", period="2026-03", engagement="").status_code == 303
    found = Paper.objects.order_by("kind").values_list("kind", "period_start__month", "period_end__month", "engagement")
    assert list(found) == [
        ("jurnal-kerja", 3, 3, None), ("lap-tahunan", 1, 12, cast.engagement.pk), ("rencana-kerja", 3, 3, None),
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "code"), [
    ({"engagement": ""}, "PAPERS_028"),
    ({"engagement": "foreign"}, "PAPERS_028"),
    ({"period": ""}, "PAPERS_003"),
    ({"period": "2027-05"}, "PAPERS_003"),
    ({"period": "2025-05"}, "PAPERS_002"),
    ({"kind": "lap-x"}, "PAPERS_001"),
])  # fmt: skip
def test_what_cannot_be_opened_is_told_in_the_form(cast: Cast, sign_in: SignIn, said: dict, code: str) -> None:
    whole = {"kind": "lap-kegiatan", "period": "2026-05", "engagement": str(cast.engagement.pk), **said}
    if whole["engagement"] == "foreign":
        whole["engagement"] = str(cast.foreign_engagement.pk)
    answer = ask(sign_in(cast.ratna), **whole)
    shown = answer.content.decode()
    assert answer.status_code == 422 and code in shown
    kept = re.search(r'<input[^>]*id="susun_period"[^>]*>', shown)
    assert kept and re.findall(r'value="([^"]*)"', kept[0]) == [whole["period"]] * bool(whole["period"])
    assert not Paper.objects.exists()


def test_nobody_but_a_mentor_is_offered_the_form(cast: Cast, sign_in: SignIn, at_most_queries: Callable) -> None:
    assert "Susun laporan lain" not in sign_in(cast.yosef).get(reverse("papers")).content.decode()
    assert ask(sign_in(cast.yosef), kind="lap-kegiatan", period="2026-05").status_code == 403
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        client.get(reverse("papers"))


def test_a_report_that_waits_for_an_earlier_one_leads_there(cast: Cast, sign_in: SignIn) -> None:
    desk.opened(cast, "lap-perkembangan", "2026-08")
    later = desk.opened(cast, "lap-perkembangan", "2026-09")
    client = sign_in(cast.ratna)
    shown = client.get(reverse("paper_edit", args=[later])).content.decode()
    link = f"{reverse('papers')}?kind=lap-perkembangan&amp;engagement={cast.engagement.pk}&amp;period=2026-08#susun"
    assert link in shown
    listed = client.get(link.replace("&amp;", "&")).content.decode()
    assert 'value="2026-08"' in listed and '<details class="filter-fold" open>' in listed


def test_a_period_that_still_runs_is_told_before_it_is_handed_in(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    desk.visit(cast, date(2026, 11, 3))
    running, over = desk.opened(cast, period="2026-11"), desk.opened(cast)
    plan = desk.opened(cast, "rencana-kerja", "2026-11")
    said = "November 2026 belum berakhir"
    assert said in client.get(reverse("paper_edit", args=[running])).content.decode()
    assert said in client.get(reverse("paper", args=[running])).content.decode()
    assert "belum berakhir" not in client.get(reverse("paper_edit", args=[over])).content.decode()
    assert "belum berakhir" not in client.get(reverse("paper_edit", args=[plan])).content.decode()
