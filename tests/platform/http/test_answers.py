"""Pages of rooms: what was sent and is wrong answers 422 with the input kept; what was asked for is only shown."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.test import RequestFactory

from sidamping.domain.problems import problem
from sidamping.platform.http.answers import room_page

TEMPLATE = "{% for one in problems %}{{ one.code }} {% endfor %}{{ form.day.value|default:'' }}"


class DayForm(forms.Form):
    day = forms.DateField()


@pytest.fixture(autouse=True)
def room(settings: Any) -> None:
    loader = ("django.template.loaders.locmem.Loader", {"hall/page.html": TEMPLATE})
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [loader]}}
    ]


def test_a_form_with_faults_answers_422_and_keeps_its_input():
    answer = room_page("hall", RequestFactory().post("/"), "page.html", {"form": DayForm({"day": "kemarin"})})
    assert (answer.status_code, answer.content) == (422, b"kemarin")


def test_problems_answer_422_and_are_all_told():
    found = (problem("GENERAL_003"), problem("GENERAL_003"))
    answer = room_page("hall", RequestFactory().post("/"), "page.html", {}, iter(found))
    assert (answer.status_code, answer.content) == (422, b"GENERAL_003 GENERAL_003 ")


def test_what_was_sent_and_is_sound_is_shown():
    answer = room_page("hall", RequestFactory().post("/"), "page.html", {"form": DayForm({"day": "2026-11-05"})})
    assert answer.status_code == 200


def test_a_filter_in_the_address_is_shown_as_far_as_it_can_be_read():
    answer = room_page("hall", RequestFactory().get("/"), "page.html", {"form": DayForm({"day": "kemarin"})})
    assert answer.status_code == 200


def test_a_room_may_say_itself_that_something_is_wrong():
    assert room_page("hall", RequestFactory().get("/"), "page.html", {}, wrong=True).status_code == 422
