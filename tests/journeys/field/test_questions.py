"""Forms that the server describes, filled in without a signal: assessments, figures, cash books (F1, C3, C4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import expect

from sidamping.domain.periods import Month
from sidamping.features.assessments.models import Filling
from sidamping.features.books import services as books
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.proofs import proofs_of
from sidamping.features.progress.models import MonthRecord
from sidamping.platform.access.models import User
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import uuid7
from tests.features.assessments import rounds
from tests.features.progress import cases
from tests.journeys.field.conftest import Phone, photo, worker
from tests.people import Cast, engagement, look

PROBLEMS = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    const outbox = await import('/lapangan/js/outbox.js');
    return Promise.all((await outbox.rows(person)).map((row) => outbox.saidOf(person, row)));
}"""
PhoneOf = Callable[[User], Phone]


@pytest.fixture
def small_book(cast: Cast, now: datetime) -> None:
    """Ujang's Keripik Mantap Jaya, which Ratna carries, keeps a cash book."""
    engagement(cast.keripik.party, cast.ratna)
    books.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=now
    )


def test_an_assessment_filled_in_twice_without_a_signal_arrives_as_one_change_after_the_other(
    cast: Cast, phone_of: PhoneOf
) -> None:
    rounds.opened(look(cast.ratna), cast.engagement.mentee_id)
    phone = phone_of(cast.ratna)
    phone.offline()
    phone.go("isian").locator("main a.work").first.click()
    page = phone.page
    page.locator("main input[inputmode=decimal]").first.fill("1.250.000")
    page.get_by_label("Ya", exact=True).first.check()
    expect(page.get_by_text("Belum dapat dihitung: 17 bagian")).to_be_visible()
    _keep(phone)
    phone.go("isian").locator("main a.work").first.click()
    expect(page.locator("main input[inputmode=decimal]").first).to_have_value("1250000")
    page.locator("main input[inputmode=decimal]").nth(1).fill("5.000.000")
    expect(page.get_by_text("Belum dapat dihitung: 16 bagian")).to_be_visible()
    _keep(phone)
    _send(phone, 2)
    filling = Filling.objects.get()
    data: dict[str, Any] = filling.data
    assert {1_250_000, 5_000_000} <= set(data["inputs"].values())
    assert [answer for group in data["answers"].values() for answer in group.values()] == ["ya"]
    assert filling.revised == 2


def test_the_figures_of_a_month_travel_with_the_photo_of_their_proof(cast: Cast, phone_of: PhoneOf) -> None:
    cases.appoint_all(cast)
    host = cases.participant(cast)
    phone = phone_of(cast.ratna)
    phone.offline()
    page = phone.go(f"dampingan/{host.pk}")
    page.get_by_role("link", name="Angka bulanan").click()
    page.locator("input[type=month]").fill("2026-10")
    page.get_by_label("Omzet").first.fill("1.500.000")
    chosen = {"name": "buku.jpg", "mimeType": "image/jpeg", "buffer": photo(800, 600)}
    page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]  # a plain dict
    expect(page.get_by_alt_text("Foto 1")).to_be_visible()
    _keep(phone)
    _send(phone)
    worker()
    record = MonthRecord.objects.get()
    assert (record.turnover, len(store.pictures_of([record.pk])[record.pk])) == (1_500_000, 1)


def test_an_entry_of_a_small_cash_book_is_written_in_the_field(
    cast: Cast, small_book: None, phone_of: PhoneOf
) -> None:
    phone = phone_of(cast.ratna)
    phone.offline()
    page = phone.go("dampingan")
    page.get_by_text("Keripik Mantap Jaya").click()
    page.get_by_role("link", name="Buku kas").click()
    page.get_by_label("Uang masuk", exact=True).check()
    page.get_by_label("Jumlah (rupiah)").fill("75.000")
    page.get_by_label("Dari apa?").select_option(index=1)
    page.get_by_role("group", name="Lewat mana?").get_by_role("radio").first.check()
    page.get_by_label("Keterangan").fill("Menjual keripik di pasar")
    chosen = {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": photo(800, 600)}
    page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]  # a plain dict
    expect(page.get_by_alt_text("Foto 1")).to_be_visible()
    _keep(phone)
    _send(phone)
    entry = Voucher.objects.get()
    assert entry.posted
    worker()
    assert [one.later for one in proofs_of(look(cast.ratna), entry.pk)] == [True]
    assert proofs_of(look(cast.maria), entry.pk) == ()


def _keep(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Simpan di HP").click()
    phone.page.wait_for_function("() => !document.querySelector('form')")


def _send(phone: Phone, written: int = 1) -> None:
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * written, phone.page.evaluate(PROBLEMS)
