"""Every page in the browser, at phone and desk size: nothing for axe to find, nothing too wide, no fault told.

Pages of mentors also stay light: at most 100 kB on the first load (F5, product 'Feel').
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from tests.habits.addresses import Address
from tests.habits.objects import Objects, own
from tests.habits.rounds import address_value, pages
from tests.habits.test_permission_matrix import PEOPLE as WALKERS
from tests.habits.test_permission_matrix import expected
from tests.journeys.conftest import DESKTOP, PHONE, Traffic
from tests.people import Cast

OPENED = expected()
PEOPLE = {
    roles.MENTOR: "ratna", roles.CHAIR: "ujang", roles.COORDINATOR: "yosef", roles.SECRETARIAT: "sarlin",
    roles.DINAS_REGENCY: "dominggus", roles.DINAS_PROVINCE: "petronela", roles.PMO: "paulus", roles.ASSESSOR: "agnes",
    roles.ADMIN: "anton",
}
LIGHT = 100_000
AT_ONCE = 8
"""Pages that are waited for together: each must be quiet for half a second before it counts as loaded."""
DOWNLOADS = ("_export", "_template", "_pdf", "_xlsx", "_xlsform", "_evidence", "_blank", "_file", "_faults")
NO_PAGE = {"health", "calendar_feed", "visit_photo", "home", "area_search", "area_search_level", "party_search",
           "evidence_file", "sheet_photo", "mentor_places", "apply_places",
           "field_app", "field_file", "field_worker", "material_deliveries", "micro_way", "loan_of_voucher",
           "loan_offer"}
"""Answers that are no page of their own: plain text, a calendar, a picture, a redirect, lines of a picker or of a
list, a link; the field app has journeys of its own."""
BEYOND = {(roles.CHAIR, "person"), (roles.CHAIR, "business"), (roles.ASSESSOR, "engagement"),
          *((roles.CHAIR, name) for name in ("assessment", "result", "result_point", "result_versions"))}
"""Records of the register that a role may open when they are its own; those of the round are not."""
ALIKE = {
    roles.DINAS_PROVINCE: roles.DINAS_REGENCY, roles.DINAS_REGENCY: roles.COORDINATOR,
    roles.PMO: roles.SECRETARIAT, roles.SECRETARIAT: roles.COORDINATOR,
}
"""Offices whose pages are another's with more territory: only what the other one does not open is looked at again."""
OF_WRITERS = {"fill", "fill_section"}
"""Pages of whoever fills in a round: here the mentor, nobody else."""
OF_OTHERS = {"job", "import_faults", "import_preview", "user_password", "result_pair", "candidate_marks"}
"""Pages that need a record of their own kind: they have their own tests."""


@pytest.mark.parametrize("role", [*PEOPLE, "public"])
def test_every_page_is_accessible_fits_and_keeps_quiet(
    cast: Cast, opened: Callable[..., Page], traffic: Callable[[Page], Traffic],
    violations: Callable[[Page], list[str]], role: str,
) -> None:
    objects = own(cast)
    page = opened(_who(cast, role))
    seen = traffic(page)
    faults: list[str] = []
    for address, url in _addresses(role, _who(cast, role), objects):
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict
        answer = page.goto(url)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        if answer.status != 200:
            faults.append(f"{address.name}: {answer.status}")
            continue
        faults += [f"{address.name} ({name}): {one}" for name, one in _seen_at_both_sizes(page, violations)]
    assert faults == []
    assert seen.faults == []


def _seen_at_both_sizes(page: Page, violations: Callable[[Page], list[str]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the page as it stands on a phone, and then on a desk."""
    for name, size in (("phone", PHONE), ("desk", DESKTOP)):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict
        yield from ((name, one) for one in violations(page))
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            yield name, "wider than the screen"


def test_the_pages_of_a_mentor_are_light_on_the_first_load(
    cast: Cast, opened: Callable[..., Page], traffic: Callable[[Page], Traffic]
) -> None:
    heavy, pages = {}, _addresses(roles.MENTOR, cast.ratna, own(cast))
    while some := [(address.name, url, opened(cast.ratna)) for address, url in islice(pages, AT_ONCE)]:
        fetched = [(name, page, traffic(page)) for name, _url, page in some]
        for _name, url, page in some:
            page.goto(url, wait_until="load")
        for name, page, seen in fetched:
            page.wait_for_load_state("networkidle")
            if seen.received > LIGHT:
                heavy[name] = seen.received
            page.context.close()
    assert heavy == {}


def _who(cast: Cast, role: str) -> User | None:
    return getattr(cast, PEOPLE[role]) if role in PEOPLE else None


def _addresses(role: str, who: User | None, objects: Objects) -> Iterator[tuple[Address, str]]:
    """The pages a role opens by GET, with objects of its own; downloads and actions are left to other tests."""
    for address in pages():
        if address.name in NO_PAGE | OF_OTHERS or address.name.endswith(DOWNLOADS) or not _opens(role, address):
            continue
        if _closed(who and who.username, address) or _seen_by_another(role, address):
            continue
        if (role, address.name) in BEYOND or (address.name in OF_WRITERS and role != roles.MENTOR):
            continue
        arguments = {name: address_value(address, name, objects) for name in address.arguments}
        yield address, reverse(address.name, kwargs=arguments)


def _seen_by_another(role: str, address: Address) -> bool:
    """Whether an office alike opens the page as well."""
    other = ALIKE.get(role)
    return other is not None and other in address.roles and not _closed(PEOPLE[other], address)


def _closed(name: str | None, address: Address) -> bool:
    """Whether the permission table says that this is no page, or that the own record stays closed to the person."""
    row = OPENED.get((address.name, "get"))
    return row is None or (name is not None and row[WALKERS.index(name)] in "xf-")


def _opens(role: str, address: Address) -> bool:
    if role == "public":
        return "public" in address.roles
    return role in address.roles or ("*" in address.roles and role == roles.MENTOR)
