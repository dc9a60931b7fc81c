"""The pages of progress: each opens within ten queries, keeps refused input, and leads on after a write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.programmes import services as programmes
from sidamping.features.progress import queries, services
from sidamping.features.progress.services import ProfileDraft
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.progress import cases
from tests.people import Cast

SignIn = Callable[[User], Any]
MOST = 10


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    host = cases.participant(cast)
    draft = ProfileDraft(uuid7(), cases.START, sector="food", technology="weak", devices=("smartphone",))
    services.record_profile(by=people.look(cast.ratna), engagement=host.pk, draft=draft, on=people.TODAY)
    cases.met(cast, host, "2026-08-12", "2026-09-15")
    for month, amount in (("2026-06", 900_000), ("2026-07", 1_100_000), ("2026-09", 1_500_000), ("2026-10", 1_400_000)):
        cases.told(cast, host, month, amount, daily_kept=True, proof="photo", workers_full=1)
    return host


@pytest.mark.parametrize("name", ["participants", "contact_budget", "cohort_success", "turns", "gatherings"])
def test_a_list_opens_within_ten_queries(
    name: str, cast: Cast, host: Any, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    for number in range(6):
        cases.participant(cast, f"Usaha {number}")
    client = sign_in(cast.ratna)
    with at_most_queries(MOST):
        answer = client.get(reverse(name))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["participants", "contact_budget", "cohort_success"])
def test_a_list_of_an_office_with_cohorts_asks_once_more_for_all_cash_books(
    name: str, cast: Cast, host: Any, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    people.appoint(cast.paulus, roles.PMO, area=places.NTT, programme=cases.TKM)
    by = people.look(cast.paulus)
    opened = {"programme": cases.TKM, "name": "Angkatan 2", "area": places.KUPANG, "starts": cases.START}
    programmes.open_cohort(by=by, id=uuid7(), **opened)
    client = sign_in(cast.paulus)
    with at_most_queries(MOST + 1):
        answer = client.get(reverse(name))
    assert answer.status_code == 200


def test_the_page_of_a_participant_shows_months_contact_and_success(
    cast: Cast, host: Any, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    client = sign_in(cast.ratna)
    with at_most_queries(MOST):
        page = client.get(reverse("progress", args=[host.pk])).content.decode()
    assert "Rp1.400.000" in page and "<svg" in page and "Industri boga" in page
    assert sign_in(cast.maria).get(reverse("progress", args=[host.pk])).status_code == 404


def test_a_refused_month_keeps_what_was_typed(cast: Cast, host: Any, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    sent = {"id": str(uuid7()), "month": "2026-10", "turnover": "1.234.567", "source": "typed"}
    answer = client.post(reverse("month_add", args=[host.pk]), sent)
    assert answer.status_code == 422
    assert "PROGRESS_007" in answer.content.decode() and "1.234.567" in answer.content.decode()


def test_C9_a_scanned_sheet_leads_to_its_transcription(cast: Cast, host: Any, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    scan = reverse("sheet_scan", args=[queries.signed("lembar", host.pk.hex, "2026-08")])
    answer = client.get(scan)
    there = f"{reverse('month_add', args=[host.pk])}?lembar=1&bulan=2026-08"
    assert (answer.status_code, answer["Location"]) == (302, there)
    assert sign_in(cast.maria).get(scan).status_code == 404
    client = sign_in(cast.ratna)
    photo = SimpleUploadedFile("lembar.png", cases.photo_of("navy").content, "image/png")
    sent = {"id": str(uuid7()), "month": "2026-08", "turnover": "0", "source": "transcribed", "proof": "photo",
            "daily_kept": "ya", "days_recorded": "28", "photo": photo}  # fmt: skip
    assert client.post(answer["Location"], sent).status_code == 303
    line = next(one for one in queries.series_of([host.pk])[host.pk] if str(one.month) == "2026-08")
    assert (line.turnover, line.days_recorded, line.source) == (0, 28, "transcribed")
    (kept,) = queries.photos_of([line])
    assert client.get(reverse("month_photo_file", args=[line.id, kept.id])).status_code == 200
    assert sign_in(cast.maria).get(reverse("month_photo_file", args=[line.id, kept.id])).status_code == 404


@pytest.mark.parametrize("kind", ["harian", "bulanan"])
def test_C9_sheets_for_writing_by_hand_are_printed_on_one_page(
    kind: str, cast: Cast, host: Any, sign_in: SignIn
) -> None:
    answer = sign_in(cast.ratna).get(f"{reverse('record_sheet_pdf', args=[host.pk])}?jenis={kind}&bulan=2026-10")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF") and answer.content.count(b"/Type /Page\n") + answer.content.count(
        b"/Type /Page "
    ) <= 1


def test_C1_the_workbook_carries_the_filter_and_the_profile(cast: Cast, host: Any, sign_in: SignIn) -> None:
    cases.participant(cast, "Kue Lontar")
    answer = sign_in(cast.yosef).get(f"{reverse('participants_export')}?sektor=food")
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    text = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell is not None]
    assert "Keripik Mantap Jaya" in text and "Industri boga" in text and "Kue Lontar" not in text


def test_A7_a_group_is_written_down_as_one_visit_with_everybody_in_it(cast: Cast, host: Any, sign_in: SignIn) -> None:
    other = cases.participant(cast, "Kue Lontar")
    address = f"{reverse('visit_add')}?cara=group&dampingan={host.pk}&dampingan={other.pk}"
    page = sign_in(cast.ratna).get(address).content.decode()
    assert f'value="{host.pk}" selected' in page and f'value="{other.pk}" selected' in page
    assert 'value="group" ' in page and 'name="hadir-TOTAL_FORMS" value="2"' in page


def test_a_link_is_shown_with_its_code_and_closed_on_the_page(cast: Cast, host: Any, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    answer = client.post(reverse("link_add", args=[host.pk]), {"id": str(uuid7()), "purpose": "final"})
    assert answer.status_code == 303
    page = client.get(answer["Location"]).content.decode()
    assert "/peserta/" in page and "<svg" in page
    (link,) = queries.links_of(host.pk)
    assert client.post(reverse("link_revoke", args=[link.id])).status_code == 303
    assert "dicabut" in client.get(reverse("link", args=[link.id])).content.decode()
    assert sign_in(cast.maria).get(reverse("link", args=[link.id])).status_code == 404


def test_C1_the_profile_folds_its_parts_away_and_opens_those_with_a_fault(
    cast: Cast, host: Any, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.ratna), reverse("profile_add", args=[host.pk])
    assert [part.open for part in client.get(address).context["parts"]] == [True, False, False, False]
    answer = client.post(address, {"id": str(uuid7()), "as_of": "2026-10-01", "source": "typed", "loan_tenor": "9999"})
    assert answer.status_code == 422 and b"PROGRESS_004" in answer.content
    assert [part.open for part in answer.context["parts"]] == [True, False, False, True]
    assert [part.filled for part in answer.context["parts"]] == [0, 0, 0, 1]
