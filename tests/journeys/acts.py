"""How a person of the journeys fills in a form: by the names of its fields, then the button; a refusal fails aloud."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from playwright.sync_api import Locator, Page

CONTENT = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"


def move_to(day: date) -> None:
    """From now on it is this day."""
    settings.FIXED_TODAY = day


def submit(page: Page, address: str, values: dict[str, Any], button: str = "") -> None:
    """Open the page, fill in the form that has these fields, send it; what was refused is told."""
    opened = page.goto(address)
    assert opened is not None and opened.ok, f"{address}: {opened and opened.status}"
    fill(page, values)
    form = page.locator("main form[method=post]").filter(has=page.locator(f"[name='{next(iter(values))}']")).first
    send(page, form.get_by_role("button", name=button).first if button else form.locator("[type=submit]").first)


def fill(page: Page, values: dict[str, Any]) -> None:
    """Each field by its name: text, day, choice, ticks, file, or the picker of a village."""
    for name, value in values.items():
        found = page.locator(f"main [name='{name}']")
        assert found.count(), f"{page.url} has no field {name}: {_names(page)}"
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
    """Press it; the page that comes back must not tell a problem."""
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
