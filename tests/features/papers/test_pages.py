"""Every page of papers: it works, a stranger gets nothing, wrong input gets its code, sent twice it happens once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.domain.problems import Refused
from sidamping.features.papers import services
from sidamping.features.papers.models import Act, Copy, Draft, Paper, Revision
from sidamping.platform.access.models import User
from tests import people
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]
FILES = ("paper_pdf", "paper_xlsx", "paper_evidence")


@pytest.fixture
def handed(cast: Cast) -> UUID:
    """The activity report of October, handed in."""
    desk.visit(cast, date(2026, 10, 12))
    return desk.submitted(cast)


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def post_act(client: Client, paper: UUID, action: str, **more: object):
    newest = Revision.objects.filter(paper=paper).order_by("-number")[0]
    said = {"revision": str(newest.pk), "ordinal": newest.acts.count() + 1, "action": action, **more}
    return client.post(reverse("paper_act", args=[paper]), said)


def test_the_mentor_sees_this_months_obligations_first(cast: Cast, sign_in: SignIn) -> None:
    shown = text_of(sign_in(cast.ratna).get(reverse("papers")))
    assert "Harus diserahkan" in shown
    assert "5 hari lagi, sampai 10 Nov 2026" in shown
    assert "Terlambat 26 hari, batasnya 10 Okt 2026" in shown


def test_the_list_shows_only_what_the_viewer_may_see(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    address = reverse("paper", args=[handed])
    for who in (cast.ratna, cast.ujang, cast.yosef, cast.dominggus, cast.petronela, cast.sarlin, cast.paulus):
        assert address in sign_in(who).get(reverse("papers")).content.decode(), who
    assert address not in sign_in(cast.maria).get(reverse("papers")).content.decode()
    assert sign_in(cast.agnes).get(reverse("papers")).status_code == 403


def test_drafts_are_nobody_elses(cast: Cast, sign_in: SignIn) -> None:
    draft = desk.opened(cast)
    for who in (cast.ujang, cast.yosef, cast.sarlin, cast.maria):
        client = sign_in(who)
        assert reverse("paper", args=[draft]) not in client.get(reverse("papers")).content.decode()
        assert client.get(reverse("paper", args=[draft])).status_code == 404
    assert "DRAF" in text_of(sign_in(cast.ratna).get(reverse("paper", args=[draft])))


@pytest.mark.parametrize("name", ["paper", *FILES])
def test_a_stranger_gets_nothing(cast: Cast, sign_in: SignIn, handed: UUID, name: str) -> None:
    assert sign_in(cast.maria).get(reverse(name, args=[handed])).status_code == 404
    assert sign_in(cast.yosef).get(reverse(name, args=[uuid4()])).status_code == 404
    assert Client().get(reverse(name, args=[handed])).status_code == 302


def test_the_sheet_shows_its_rows_and_where_they_come_from(cast: Cast, sign_in: SignIn) -> None:
    visit = desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    page = sign_in(cast.yosef).get(reverse("paper", args=[paper]))
    assert reverse("visit", args=[visit]) in page.content.decode()
    shown = text_of(page)
    assert "LAPORAN PENDAMPINGAN TPK" in shown and "Pembenahan buku kas" in shown and "Rp50.000" in shown
    assert "Yang ditunggu: Ketua koperasi" in shown


def test_the_page_of_a_paper_asks_the_database_seldom(
    cast: Cast, sign_in: SignIn, handed: UUID, at_most_queries: Callable
) -> None:
    client = sign_in(cast.yosef)
    with at_most_queries(10):
        client.get(reverse("paper", args=[handed]))
    with at_most_queries(10):
        client.get(reverse("papers"))


def test_chair_and_coordinator_act_with_one_button(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    page = reverse("paper", args=[handed])
    assert "Ketahui" in text_of(sign_in(cast.ujang).get(page))
    assert post_act(sign_in(cast.ujang), handed, "acknowledged").status_code == 303
    shown = text_of(sign_in(cast.yosef).get(page))
    assert "Teruskan" in shown and "Kembalikan dengan catatan" in shown
    assert post_act(sign_in(cast.yosef), handed, "passed", remark="Lengkap").status_code == 303
    assert "Terima" in text_of(sign_in(cast.sarlin).get(page))
    assert post_act(sign_in(cast.sarlin), handed, "received").status_code == 303
    assert [line.split()[1] for line in desk.history(handed)] == ["submitted", "acknowledged", "passed", "received"]


def test_a_return_without_a_remark_keeps_the_page_and_says_why(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    desk.acts(handed, people.look(cast.ujang), "acknowledged")
    answer = post_act(sign_in(cast.yosef), handed, "returned")
    assert answer.status_code == 422 and "PAPERS_021" in answer.content.decode()
    assert post_act(sign_in(cast.yosef), handed, "returned", remark="Tambah foto").status_code == 303
    assert "Tambah foto" in text_of(sign_in(cast.ratna).get(reverse("paper", args=[handed])))


def test_acting_out_of_turn_out_of_territory_or_twice(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    assert "PAPERS_018" in post_act(sign_in(cast.yosef), handed, "passed").content.decode()
    assert post_act(sign_in(cast.maria), handed, "passed").status_code == 403
    assert post_act(sign_in(cast.ratna), handed, "acknowledged").status_code == 403
    stranger = people.user("goris", "Goris Mone")
    people.appoint(stranger, "coordinator", area="53.02")
    assert post_act(sign_in(stranger), handed, "passed").status_code == 404
    newest = Revision.objects.get(paper=handed)
    said = {"revision": str(newest.pk), "ordinal": 2, "action": "acknowledged"}
    client = sign_in(cast.ujang)
    for _ in range(2):
        assert client.post(reverse("paper_act", args=[handed]), said).status_code == 303
    assert Act.objects.filter(revision=newest).count() == 2


def test_the_one_who_comes_second_is_told_who_did_what(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    other = people.user("nona", "Nona Lay")
    people.appoint(other, "coordinator", area="53.01")
    desk.acts(handed, people.look(cast.ujang), "acknowledged")
    newest = Revision.objects.get(paper=handed)
    said = {"revision": str(newest.pk), "ordinal": 3, "action": "passed"}
    assert sign_in(cast.yosef).post(reverse("paper_act", args=[handed]), said).status_code == 303
    answer = sign_in(other).post(reverse("paper_act", args=[handed]), said)
    assert answer.status_code == 422
    assert "PAPERS_020" in answer.content.decode() and "Yosef Nubatonis sudah lebih dahulu" in text_of(answer)


def test_opening_leads_to_the_draft_and_a_wrong_kind_is_told(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    said = {"kind": "lap-kegiatan", "period": "2026-10", "engagement": str(cast.engagement.pk)}
    first, second = (client.post(reverse("paper_open"), said) for _ in range(2))
    assert first.status_code == second.status_code == 303 and first.url == second.url
    assert Paper.objects.count() == 1
    wrong = client.post(reverse("paper_open"), {**said, "kind": "lap-x"}, follow=True)
    assert "PAPERS_001" in wrong.content.decode()
    foreign = {**said, "engagement": str(cast.foreign_engagement.pk)}
    assert client.post(reverse("paper_open"), foreign).status_code == 404
    assert client.post(reverse("paper_open"), {**said, "engagement": "x"}).status_code == 404
    assert sign_in(cast.yosef).post(reverse("paper_open"), said).status_code == 403


def test_the_draft_page_keeps_input_and_lists_what_is_missing(cast: Cast, sign_in: SignIn) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    client, address = sign_in(cast.ratna), reverse("paper_edit", args=[paper])
    assert "30 bagian belum lengkap" in text_of(client.get(address))
    answer = client.post(address, {"seen": "0", "now.members": "empat puluh", "opening.members": "-3"})
    assert answer.status_code == 422
    assert "PAPERS_008" in answer.content.decode() and 'value="empat puluh"' in answer.content.decode()
    answer = client.post(address, {"seen": "0", "now.members": "40", "opening.members": "-3"})
    assert answer.status_code == 422 and "PAPERS_007" in answer.content.decode()
    said = {"seen": "0", "now.members": "40", "opening.members": "38", "now.income": "Rp1.250.000"}
    assert client.post(address, said).status_code == 303
    assert Draft.objects.get(paper=paper).figures["now"] == {"members": 40, "income": 1_250_000}
    assert "GENERAL_003" in client.post(address, {**said, "now.members": "41"}).content.decode()
    assert "27 bagian belum lengkap" in text_of(client.get(address)), "30 less two of members and one of income"


def test_a_paper_with_missing_parts_is_not_handed_in(cast: Cast, sign_in: SignIn) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    client = sign_in(cast.ratna)
    answer = client.post(reverse("paper_submit", args=[paper]))
    assert answer.status_code == 422
    assert answer.content.decode().count("PAPERS_010") == 15 * 2
    answer = client.post(reverse("paper_edit", args=[paper]), {"seen": "0", "now.members": "40", "serahkan": "1"})
    assert answer.status_code == 422 and Draft.objects.get(paper=paper).figures["now"] == {"members": 40}
    assert Revision.objects.count() == 0


def test_handing_in_from_the_page_happens_once(cast: Cast, sign_in: SignIn) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    client = sign_in(cast.ratna)
    for _ in range(2):
        assert client.post(reverse("paper_submit", args=[paper])).status_code == 303
    assert Revision.objects.filter(paper=paper).count() == 1
    assert client.get(reverse("paper_edit", args=[paper])).status_code == 303
    assert sign_in(cast.maria).post(reverse("paper_submit", args=[paper])).status_code == 404
    assert sign_in(cast.maria).get(reverse("paper_edit", args=[paper])).status_code == 404


def test_words_of_a_row_may_be_rewritten_and_fall_back_to_the_record(cast: Cast, sign_in: SignIn) -> None:
    visit = desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    client, address = sign_in(cast.ratna), reverse("paper_edit", args=[paper])
    field = f"narrative.{visit}.suggestions"
    assert "Catat tiap hari" in client.get(address).content.decode()
    assert client.post(address, {"seen": "0", field: "Tutup buku tiap Sabtu"}).status_code == 303
    assert "Tutup buku tiap Sabtu" in text_of(client.get(reverse("paper", args=[paper])))
    assert client.post(address, {"seen": "1", field: ""}).status_code == 303
    assert "Catat tiap hari" in text_of(client.get(reverse("paper", args=[paper])))


def test_copies_are_confirmed_from_the_page(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    address = reverse("paper_copy", args=[handed])
    assert "PAPERS_026" in sign_in(cast.yosef).post(address, {"copy": "2"}).content.decode()
    desk.passed(cast, handed)
    for _ in range(2):
        assert sign_in(cast.yosef).post(address, {"copy": "2"}).status_code == 303
    assert Copy.objects.count() == 1
    assert "PAPERS_024" in sign_in(cast.yosef).post(address, {"copy": "x"}).content.decode()
    assert sign_in(cast.maria).post(address, {"copy": "2"}).status_code == 404


def test_the_same_version_is_printed_in_the_same_bytes(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    client = sign_in(cast.yosef)
    first, second = (client.get(reverse("paper_pdf", args=[handed])) for _ in range(2))
    assert first["Content-Type"] == "application/pdf" and first.content[:5] == b"%PDF-"
    assert first.content == second.content
    assert client.get(reverse("paper_xlsx", args=[handed])).content[:2] == b"PK"


def test_a_draft_prints_as_a_draft(cast: Cast, sign_in: SignIn) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    answer = sign_in(cast.ratna).get(reverse("paper_pdf", args=[paper]))
    assert answer.status_code == 200 and answer.content[:5] == b"%PDF-"
    assert sign_in(cast.ratna).get(reverse("paper_evidence", args=[paper])).status_code == 404


def test_the_approval_history_is_a_workbook(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    desk.passed(cast, handed)
    answer = sign_in(cast.ratna).get(reverse("paper_evidence", args=[handed]))
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert b"".join(sign_in(cast.yosef).get(reverse("papers_export")).streaming_content)[:2] == b"PK"


def test_the_exported_day_of_handing_in_is_the_offices_day(cast: Cast, sign_in: SignIn) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    early = desk.noon(people.TODAY).replace(hour=6)
    services.submit_paper(by=people.look(cast.ratna), paper=paper, on=people.TODAY, now=early)
    answer = sign_in(cast.yosef).get(reverse("papers_export"))
    values = [cell for row in load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values for cell in row]
    assert datetime(2026, 11, 5) in values and datetime(2026, 11, 4) not in values


def test_an_act_on_a_place_nobody_has_seen_is_refused(cast: Cast, handed: UUID) -> None:
    with pytest.raises(Refused) as caught:
        desk.acts(handed, people.look(cast.ujang), "acknowledged", ordinal=9)
    assert caught.value.codes == ["GENERAL_003"]
    assert Act.objects.count() == 1


def test_the_public_check_tells_number_date_state_and_hash_only(cast: Cast, handed: UUID) -> None:
    token = Paper.objects.get(pk=handed).token
    answer = Client().get(reverse("paper_check", args=[token]))
    shown = text_of(answer)
    assert "001/LBK/TPK-NTT/53.01/X/2026" in shown and "5 Nov 2026" in shown and "Diserahkan" in shown
    assert Revision.objects.get(paper=handed).sha256 in shown
    for secret in ("Ratna", "Ujang", "Merah Putih", "Bolok"):
        assert secret not in shown
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert Client().get(reverse("paper_check", args=["tidak-ada"])).status_code == 404


def test_a_draft_has_no_public_page(cast: Cast) -> None:
    draft = Paper.objects.get(pk=desk.opened(cast))
    assert Client().get(reverse("paper_check", args=[draft.token])).status_code == 404


def test_the_part_of_the_engagements_page(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    address = reverse("engagement_papers", args=[cast.engagement.pk])
    assert reverse("paper", args=[handed]) in sign_in(cast.yosef).get(address).content.decode()
    assert "<html" not in sign_in(cast.ratna).get(address, headers={"HX-Request": "true"}).content.decode()
    assert sign_in(cast.maria).get(address).status_code == 404


def test_older_versions_stay_readable(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    desk.acts(handed, people.look(cast.ujang), "acknowledged")
    desk.acts(handed, people.look(cast.yosef), "returned", remark="Tambah")
    desk.visit(cast, date(2026, 10, 26))
    desk.submitted(cast)
    page = sign_in(cast.yosef).get(reverse("paper", args=[handed]) + "?versi=1")
    assert "Anda membaca revisi 1" in text_of(page)
    assert sign_in(cast.yosef).get(reverse("paper", args=[handed]) + "?versi=7").status_code == 404
    assert sign_in(cast.yosef).get(reverse("paper", args=[handed]) + "?versi=draf").status_code == 404


def test_each_figure_opens_the_paper_it_started_from(cast: Cast, sign_in: SignIn, at_most_queries: Callable) -> None:
    september = desk.developed(cast, "2026-09", desk.figures(100, first=True))
    october = desk.developed(cast, "2026-10", desk.figures(30))
    client = sign_in(cast.yosef)
    with at_most_queries(10):
        page = client.get(reverse("paper", args=[october])).content.decode()
    assert page.count(f'href="{reverse("paper", args=[september])}"') == 15 + 1


def test_the_writing_page_of_a_returned_paper_asks_for_a_change_or_an_answer(cast: Cast, sign_in: SignIn) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.returned(cast, paper, "Biaya belum benar")
    client, address = sign_in(cast.ratna), reverse("paper_edit", args=[paper])
    assert 'name="answer"' in client.get(address).content.decode()
    refused = client.post(address, {"seen": "0", "serahkan": "1", "answer": ""})
    assert refused.status_code == 422 and 'href="#id_answer"' in refused.content.decode()
    said = {"seen": str(Draft.objects.get(paper=paper).revised), "serahkan": "1", "answer": "Sudah sesuai nota"}
    assert client.post(address, said).status_code == 303
    assert "Sudah sesuai nota" in text_of(client.get(reverse("paper", args=[paper])))


def test_the_coordinator_goes_from_one_waiting_paper_to_the_next(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable
) -> None:
    desk.visit(cast, date(2026, 9, 14))
    desk.visit(cast, date(2026, 10, 12))
    early, late = desk.submitted(cast, period="2026-09"), desk.submitted(cast)
    for paper in (early, late):
        desk.acts(paper, people.look(cast.ujang), "acknowledged")
    yosef = sign_in(cast.yosef)

    assert f'href="{reverse("paper_next", args=[early])}" rel="next"' in yosef.get(
        reverse("paper", args=[early])).content.decode()

    def following(paper: UUID) -> str:
        return yosef.get(reverse("paper_next", args=[paper])).headers.get("Location", "")

    assert [following(early), following(late)] == [reverse("paper", args=[late]), ""]
    assert "Akhir antrean" in text_of(yosef.get(reverse("paper_next", args=[late])))
    desk.acts(early, people.look(cast.yosef), "passed")
    assert following(early) == reverse("paper", args=[late])
    assert 'rel="next"' not in sign_in(cast.ratna).get(reverse("paper", args=[early])).content.decode()
    assert sign_in(cast.ratna).get(reverse("paper_next", args=[early])).status_code == 403
    with at_most_queries(10):
        yosef.get(reverse("paper_next", args=[late]))
