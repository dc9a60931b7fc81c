"""Twenty mentees and thirty-six months on one phone: the first page opens none of it, and lists stay short (F1)."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.field.conftest import Phone

MENTEES, MONTHS, VISITS, WINDOW = 20, 36, 4, 25
STORE = """async ([mentees, months, visits]) => {
    const person = (await import('/lapangan/js/person.js')).me();
    const { transact } = await import('/lapangan/js/store.js');
    const documents = [];
    for (let m = 0; m < mentees; m += 1) {
        const id = `dampingan-${m}`;
        documents.push([`mentee:${id}`, { id, name: `Kelompok ${m + 10}`, village_name: 'Bolok', months: [] }]);
        for (let at = 0; at < months; at += 1) {
            const month = `${2023 + Math.floor((at + 11) / 12)}-${String((at + 11) % 12 + 1).padStart(2, '0')}`;
            const met = [{ engagement: id, attendees: ['Ujang Mantap'], headcount: 1 }];
            documents.push([`visits:${id}:${month}`, { visits: Array.from({ length: visits }, (_, day) => ({
                id: `${id}-${month}-${day}`, revision: 'r', visited_on: `${month}-1${day}`, starts_at: '09:00',
                ends_at: '10:00', mode: 'onsite', activity: 'Pendampingan pembukuan', purpose: 'Buku kas terisi',
                result: 'Buku kas disalin '.repeat(12), topics: [], roles: [], materials: [], presences: met })) }]);
        }
        documents.push([`plan:2026-11-${m}`, { items: [{
            id: `rencana-${m}`, engagement: id, mentee: `Kelompok ${m + 10}`, planned_on: '2027-11-20',
            activity: 'Menutup buku', purpose: 'Buku ditutup', place: 'Bolok' }] }]);
    }
    const closed = await Promise.all(documents.map(async ([key, body]) =>
        ({ key, seq: 1, secret: await person.vault.close(body) })));
    await transact(person.db, ['documents'], 'readwrite', (stores) =>
        closed.forEach((one) => stores.documents.put(one)));
    return documents.length;
}"""
COUNT = """() => {
    window.opened = 0;
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    crypto.subtle.decrypt = (...told) => { window.opened += 1; return decrypt(...told); };
    const parse = JSON.parse;
    JSON.parse = (...told) => { window.opened += 1; return parse(...told); };
}"""


def test_twenty_mentees_with_three_years_of_visits_open_piece_by_piece(phone: Phone) -> None:
    phone.offline()
    stored = phone.page.evaluate(STORE, [MENTEES, MONTHS, VISITS])
    assert stored == MENTEES * (1 + MONTHS + 1)
    phone.page.context.add_init_script(f"({COUNT})()")
    page = phone.restart()
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    expect(page.locator("main[data-address]")).to_have_count(1)
    assert opened(page) < stored / 6, "the first page reads mentees and plans, no visit"
    page = phone.go("dampingan")
    expect(page.locator("main a.work")).to_have_count(MENTEES + 1)
    before = opened(page)
    page = phone.go("dampingan/dampingan-3")
    assert opened(page) - before <= 3 * MONTHS, "the months of one mentee, once each"
    shown = page.locator("main a.work", has_text="Pendampingan pembukuan")
    expect(shown).to_have_count(WINDOW)
    page.get_by_role("button", name=f"Tampilkan {WINDOW} lagi").click()
    expect(shown).to_have_count(2 * WINDOW)
    assert page.evaluate("document.querySelectorAll('main *').length") < 1000


def test_a_visit_carries_out_a_plan_of_whoever_was_met_and_no_other(phone: Phone) -> None:
    phone.offline()
    phone.page.evaluate(STORE, [2, 1, 1])
    page = phone.restart()
    page = phone.go("catat")
    plans: Any = page.locator("label.choice", has_text="Menutup buku")
    expect(plans.locator("visible=true")).to_have_count(0)
    page.get_by_role("checkbox", name="Kelompok 11").check()
    expect(plans.locator("visible=true")).to_have_count(1)
    expect(plans.locator("visible=true")).to_contain_text("Kelompok 11")


def opened(page: Page) -> int:
    """How many texts were read so far on this page: what lies closed costs nothing."""
    return int(page.evaluate("window.opened"))
