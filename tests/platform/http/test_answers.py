"""Answers of rooms: what was sent and is wrong answers 422 with the input kept; files are shown, never run."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.test import RequestFactory

from sidamping.domain.problems import problem
from sidamping.platform.attachments.documents import PDF
from sidamping.platform.attachments.office import XLSX
from sidamping.platform.attachments.store import JPEG
from sidamping.platform.http.answers import kept_file, made_file, plain, room_page

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


def test_a_file_handed_in_is_named_and_shown_by_what_it_is_and_never_run():
    shown, put = kept_file(b"x", JPEG, "Foto Kios É.exe"), kept_file(b"x", XLSX, "neraca", stays=False)
    assert shown["Content-Disposition"] == 'inline; filename="foto-kios-exe.jpg"'
    assert put["Content-Disposition"] == 'attachment; filename="neraca.xlsx"'
    assert ("immutable" in shown["Cache-Control"], put["Cache-Control"]) == (True, "private, no-store")
    for answer in (shown, put):
        assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


def test_a_made_file_is_kept_by_nobody_in_between():
    assert made_file(b"x", PDF, "surat.pdf")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("name", "written"), [
    ("estafet-KSP “Mekar” Jaya", "estafet-ksp-mekar-jaya"), ('x"; filename=y', "x-filename-y"), ("", ""),
])  # fmt: skip
def test_a_name_of_a_file_is_of_plain_letters(name: str, written: str):
    assert plain(name) == written
