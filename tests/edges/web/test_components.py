"""Every component renders with plausible content, and a form says what is wrong where it is wrong."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from sidamping.edges.web import icons, statuses
from tests.edges.web import showcase

HERE = Path(__file__).parent


@pytest.fixture
def page() -> str:
    request = RequestFactory().get("/hari-ini/", {"bulan": "2026-11"})
    request.user = SimpleNamespace(is_authenticated=False)
    with translation.override("id"):
        return engines["django"].from_string((HERE / "showcase.html").read_text()).render(showcase.content(), request)


def test_every_component_has_a_place_in_the_showcase():
    shown = (HERE / "showcase.html").read_text()
    folder = HERE.parents[2] / "sidamping/edges/web/templates/ui"
    parts_of_others = {"field_help.html", "field_faults.html", "trap.html"}
    assert {file.name for file in folder.glob("*.html")} - parts_of_others == set(re.findall(r"ui/(\w+\.html)", shown))


def test_each_field_names_its_help_and_its_fault(page):
    assert re.search(r'<input type="date"[^>]*aria-describedby="id_day_help id_day_fault"', page)
    assert 'id="id_day_help"' in page and 'id="id_day_fault"' in page
    assert re.search(r'<select name="mentee"[^>]*aria-invalid="true"', page)


def test_faults_are_listed_at_the_top_with_links_and_codes(page):
    top = page[page.index('class="faults"') : page.index("</ul>", page.index('class="faults"'))]
    assert 'href="#id_village"' in top and 'href="#id_mode"' in top
    assert "GENERAL_002" in top and "GENERAL_003" in top


def test_a_fault_without_a_place_stands_at_no_field(page):
    assert page.count("GENERAL_003") == 1
    assert page.count("GENERAL_002") == 2


def test_dates_and_times_use_the_pickers_of_the_device(page):
    assert re.search(r'<input type="date" name="day"', page)
    assert re.search(r'<input type="time" name="starts"', page)


def test_what_was_typed_stays(page):
    assert re.search(r'name="cost"[^>]*value="12"|value="12"[^>]*name="cost"', page)
    assert re.search(r'name="topics" value="0"[^>]*checked', page)


def test_a_state_has_a_word_and_an_icon_never_colour_alone():
    for code, look in statuses.LOOKS.items():
        assert str(look.word).strip(), code
        assert "<svg" in icons.icon(look.icon), code


def test_an_unknown_icon_is_refused_with_where_to_add_it():
    with pytest.raises(LookupError, match=r"tools/icons.txt"):
        icons.icon("no-such-drawing")


def test_pages_carry_no_inline_code_and_no_foreign_address(page):
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"\sstyle=|\son\w+=|<style", page)
    assert not re.search(r'(src|href)="(https?:)?//', page)
