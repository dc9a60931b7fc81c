"""Every template of the house reads, and what it names exists."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import sidamping
from sidamping.edges.web import icons, statuses

HOUSE = Path(sidamping.__file__).parent
TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))


def name_of(file: Path) -> str:
    return str(file).rpartition("/templates/")[2]


@pytest.mark.parametrize("file", TEMPLATES, ids=[name_of(file) for file in TEMPLATES])
def test_a_template_reads_and_names_only_what_exists(file: Path):
    text = file.read_text()
    get_template(name_of(file))
    for name in re.findall(r'{% include "([^"]+)"', text):
        get_template(name)
    for name in re.findall(r'{% icon "([^"]+)"|(?:action_icon|icon)="([^"]+)"', text):
        icons.icon("".join(name))
    for code in re.findall(r'{% status "([^"]+)"', text):
        statuses.look_of(code)
    assert not re.search(r'\sstyle="|\son(click|change|submit|load)="|<style', text), "no inline style or handler"
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*json)", text), "no inline script"
    assert not re.search(r'(src|href)="(https?:)?//', text), "nothing from elsewhere"
    assert not re.search(r"{{[^}|]*cite *}}", text), "a citation is told in words: |sumber"
