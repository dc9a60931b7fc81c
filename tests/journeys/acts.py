"""How a person of the journeys fills in a form: by the names of its fields, then the button; a refusal fails aloud."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from playwright.sync_api import Locator, Page, expect

CONTENT = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"
UNFOLD = "e => { while (e = e.parentElement?.closest('details:not([open])')) e.open = true }"
PATIENCE = 30_000
"""Milliseconds, as long as a page is waited for."""


def move_to(day: date) -> None:
    """From now on it is this day."""
    settings.FIXED_TODAY = day


def submit(page: Page, address: str, values: dict[str, Any], button: str = "") -> None:
    """Open the page, fill in the form that has these fields, send it; what was refused is told."""
    opened = page.goto(address)
    assert opened is not None and opened.ok, f"{address}: {opened and opened.status}"
    fill(page, values)
    send(page, _form_with(page, next(iter(values)), button))


def refused(page: Page, address: str, values: dict[str, Any], code: str, button: str = "") -> None:
    """Send the form, and be refused kindly: 422, the code of the message on the page, everything typed still there."""
    opened = page.goto(address)
    assert opened is not None and opened.ok, f"{address}: {opened and opened.status}"
    fill(page, values)
    press_refused(page, _form_with(page, next(iter(values)), button), values, code)


def press_refused(page: Page, button: Locator, values: dict[str, Any], code: str) -> None:
    """Press the button of a form that is filled in already; the answer is a refusal with this code."""
    with page.expect_navigation() as went:
        button.click()
    answer = went.value
    assert answer is not None and answer.status == 422, f"{page.url} answered {answer and answer.status}"
    told = page.locator("main").inner_text()
    assert code in told, told[:2000]
    assert not (gone := [name for name, value in values.items() if not _kept(page, name, value)]), gone


def _form_with(page: Page, name: str, button: str) -> Locator:
    form = page.locator("main form[method=post]").filter(has=page.locator(f"[name='{name}']")).first
    return form.get_by_role("button", name=button).first if button else form.locator("[type=submit]").first


def _kept(page: Page, name: str, value: Any) -> bool:
    """A browser never gives back the choice of a file; everything else stands as it was typed."""
    found = page.locator(f"main [name='{name}']")
    kind = str(found.first.evaluate("e => e.type"))
    if kind == "file":
        return True
    if kind in ("radio", "checkbox"):
        wanted = value if isinstance(value, (list, tuple)) else [value]
        return all(
            (found.first if one is True else page.locator(f"main [name='{name}'][value='{one}']")).is_checked()
            for one in wanted
        )
    return found.first.input_value() == (value.isoformat() if isinstance(value, date) else str(value))


def fill(page: Page, values: dict[str, Any]) -> None:
    """Each field by its name: text, day, choice, ticks, file, or the picker of a village; folded parts are opened."""
    for name, value in values.items():
        found = page.locator(f"main [name='{name}']")
        assert found.count(), f"{page.url} has no field {name}: {_names(page)}"
        found.first.evaluate(UNFOLD)
        kind = str(found.first.evaluate("e => e.type"))
        if kind in ("radio", "checkbox"):
            for one in value if isinstance(value, (list, tuple)) else [value]:
                (found.first if one is True else page.locator(f"main [name='{name}'][value='{one}']")).check()
        elif kind == "file":
            found.set_input_files(_paper(name) if value is True else value)
        elif kind == "select-one":
            found.select_option(str(value))
        elif kind == "hidden":
            found.evaluate("(e, told) => { e.value = told }", str(value))
        else:
            found.fill(value.isoformat() if isinstance(value, date) else str(value))


def send(page: Page, button: Locator) -> None:
    """Press it; the page that comes back must not tell a problem. It waits for parts that come later: no button moves
    away under the press."""
    expect(page.locator(".htmx-request")).to_have_count(0, timeout=PATIENCE)
    with page.expect_navigation() as went:
        button.click()
    answer = went.value
    if answer is not None and not answer.ok:
        told = page.locator("main").inner_text()
        raise AssertionError(f"{page.url} answered {answer.status}:\n{told[:3000]}")


def _paper(name: str) -> Any:
    """A file that no other field sends too."""
    return {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": CONTENT + name.encode()}


def _names(page: Page) -> list[str]:
    return [str(one.get_attribute("name")) for one in page.locator("main [name]").all()]
