"""A visit signed on the phone with a finger, without a signal; then the seal stands on the server's page (F1, B10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import Page, expect

from sidamping.domain.papers.canonical import canonical
from sidamping.features.fieldwork.models import Visit
from sidamping.platform.signatures.models import Seal
from tests.features.papers import desk
from tests.journeys.field.conftest import Phone
from tests.people import Cast

TRICKY = {"b": '\u001f\b\n"\\/\x7fé\U0001f95a', "a": [1, None, True, -5, {}, []], "B": {"z": "", "y": 0}}
CANONICAL = "async (content) => (await import('/lapangan/js/sealing.js')).canonical(content)"

FULL = """async () => {
    const { drawingField } = await import('/lapangan/js/drawing.js');
    Element.prototype.setPointerCapture = () => {};
    Element.prototype.hasPointerCapture = () => true;
    let strokes = [];
    const { element } = drawingField((now) => { strokes = now; })({}, null, () => {});
    document.querySelector('main').append(element);
    const pad = element.querySelector('svg');
    const box = pad.getBoundingClientRect();
    const fire = (name, place) => pad.dispatchEvent(new PointerEvent(name, {
        pointerId: 1, clientX: box.left + (place % 2) * box.width, clientY: box.top + box.height / 2,
    }));
    const draw = (points) => {
        fire('pointerdown', 0);
        for (let place = 1; place < points; place += 1) fire('pointermove', place);
        fire('pointerup', 0);
        return strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
    };
    const drawn = [draw(3100), draw(10)];
    element.querySelector('button').click();
    return [...drawn, draw(10)];
}"""


def sign(page: Any) -> None:
    """A hand draws one long line and a short one."""
    pad = page.locator(".pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    for way in ([(0.1, 0.5), (0.3, 0.2), (0.6, 0.7)], [(0.7, 0.5), (0.9, 0.5)]):
        points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in way]
        page.mouse.move(*points[0])
        page.mouse.down()
        for point in points[1:]:
            page.mouse.move(*point, steps=4)
        page.mouse.up()


def test_a_pad_that_was_drawn_full_takes_lines_again_once_it_is_cleared(phone: Phone) -> None:
    assert phone.page.evaluate(FULL) == [3000, 3000, 10]


def test_a_visit_and_a_paper_signed_without_a_signal_are_seen_on_their_pages(
    cast: Cast, phone: Phone, violations: Callable[[Page], list[str]]
) -> None:
    assert phone.page.evaluate(CANONICAL, TRICKY) == canonical(TRICKY).decode()
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    assert phone.sync() == "done"
    phone.offline()
    phone.write_visit("08:00", "09:00")
    [visit] = phone.rows()
    page = phone.go(f"dampingan/{cast.engagement.pk}/kunjungan/{visit['id']}")
    page.get_by_role("link", name="Minta tanda tangan").click()
    expect(page.get_by_text("Bendahara menghitung saldo kas sendiri.")).to_be_visible()
    page.get_by_label("Nama penanda tangan").fill("Ujang Mantap")
    page.get_by_label("Ketua koperasi").check()
    page.get_by_role("button", name="Segel di HP").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum ditandatangani.")
    assert violations(page) == []
    sign(page)
    page.get_by_role("button", name="Segel di HP").click()
    expect(page.get_by_role("heading", name="Tanda tangan", exact=True)).to_be_visible()
    page = phone.go(f"laporan/{paper}")
    page.get_by_role("link", name="Minta tanda tangan").click()
    page.get_by_label("Nama penanda tangan").fill("Ujang Mantap")
    page.get_by_label("Ketua koperasi").check()
    sign(page)
    page.get_by_role("button", name="Segel di HP").click()
    expect(page.get_by_label("Tanda tangan Ujang Mantap")).to_be_visible()
    assert violations(page) == [] and phone.states() == ["saved"] * 3
    phone.offline(False)
    assert phone.sync() == "done" and phone.states() == ["accepted"] * 3
    assert set(Seal.objects.values_list("subject_id", flat=True)) == {Visit.objects.latest("created_at").pk, paper}
    for address in (f"/jurnal/{visit['id']}/", f"/laporan/{paper}/"):
        page.goto(address)
        expect(page.get_by_text("Segel cocok")).to_be_visible()
        assert violations(page) == []
