"""The files of the field app: public, asked anew, listed by their hash, small, in two languages (F1)."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.edges.field import shell
from tests.habits.tree import ROOT
from tools import field_shell

PWA = ROOT / "pwa"
SCRIPTS = sorted(PWA.rglob("*.js"))
SAID = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)*)"')
SPOKEN = re.compile(r"\bt\(\s*[^\"\s)]")
NEWER = re.compile(r"\?\.[\w(\[]|\?\?|\|\|=|&&=|\.replaceAll\(|\.at\(")
WORDS = re.compile(r'^  "((?:[^"\\]|\\.)*)": "((?:[^"\\]|\\.)*)",$', re.MULTILINE)
NAMED = re.compile(r"\{(\w+)\}")
NAME = re.compile(r"#\{\$([\w-]+)\}")
TOKEN = re.compile(r"(--[\w-]+): ([^;]+);")
BUDGET = 60_000
MOST_FILE_LINES = 400


def test_the_list_of_the_worker_is_up_to_date() -> None:
    assert (PWA / "precache.js").read_text() == field_shell.listed(), "run: python -m tools.field_shell"


def test_the_whole_shell_is_under_sixty_kilobytes() -> None:
    names = [*field_shell.kept(), shell.WORKER, field_shell.LIST]
    assert sum(len(gzip.compress(shell.served(name))) for name in names) <= BUDGET


def test_comments_stay_at_home_and_code_goes_out_whole() -> None:
    served = shell.served("js/store.js").decode()
    assert "/**" not in served
    assert "export function openPhone() {\nreturn open(PHONE, PHONE_STEPS);\n}" in served


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(PWA).as_posix())
def test_every_script_reads_and_tells_what_it_is_for(script: Path) -> None:
    text = script.read_text()
    assert len(text.splitlines()) <= MOST_FILE_LINES
    assert text.startswith(("/**", "self.SHELL"))
    assert not NEWER.search(text), "not in ES2019"
    assert ".innerHTML" not in text
    assert all(line.count("`") % 2 == 0 for line in text.splitlines()), "a text of several lines loses its indent"
    if node := shutil.which("node"):
        kind = [] if script.name in ("sw.js", "precache.js") else ["--input-type=module"]
        served = shell.served(script.relative_to(PWA).as_posix())
        subprocess.run([node, "--check", *kind, "-"], input=served, check=True)


def test_every_word_has_its_english_and_no_english_is_left_over() -> None:
    spoken = [path for path in SCRIPTS if path.name.startswith("words-en")]
    sources = [path.read_text() for path in SCRIPTS if path not in spoken and path.name != "words.js"]
    wanted = {word for text in sources for word in SAID.findall(text)}
    wanted |= set(re.findall(r'data-t="([^"]+)"', (PWA / "index.html").read_text()))
    english = {word: other for path in spoken for word, other in WORDS.findall(path.read_text())}
    assert wanted - set(english) == set()
    assert set(english) - wanted == set()
    assert [one for one, other in english.items() if set(NAMED.findall(one)) != set(NAMED.findall(other))] == []
    assert not [text for text in sources if SPOKEN.search(text)], "only plain texts can be gathered"


def test_the_colours_are_those_of_the_web_pages() -> None:
    theme = (ROOT / "tools/theme/_colours.scss").read_text()
    named = dict(re.findall(r"^\$([\w-]+): ([^;]+);", theme, re.MULTILINE))
    by_day, by_night = theme.split('[data-bs-theme="dark"]')
    own_day, own_night = (PWA / "style.css").read_text().split("@media (prefers-color-scheme: dark)")[:2]
    for web, own in ((by_day, own_day), (by_night, own_night)):
        tokens = {name: NAME.sub(lambda met: named[met[1]], value) for name, value in TOKEN.findall(web)}
        assert {name: value for name, value in TOKEN.findall(own) if name in tokens} == tokens


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [
        ("field_app", [], "text/html"),
        ("field_worker", [], "text/javascript"),
        ("field_file", ["style.css"], "text/css"),
        ("field_file", ["manifest.webmanifest"], "application/manifest+json"),
        ("field_file", ["icons/icon-192.png"], "image/png"),
    ],
)
def test_a_file_is_public_asked_anew_and_answered_shortly_when_it_is_the_same(
    client: Client, name: str, arguments: list[str], kind: str
) -> None:
    answer = client.get(reverse(name, args=arguments))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    again = client.get(reverse(name, args=arguments), headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["tidak-ada.js", "../pyproject.toml", "js/../../pyproject.toml", "js"])
def test_nothing_but_the_app_is_handed_out(client: Client, name: str) -> None:
    assert client.get(f"/lapangan/{name}").status_code == 404


def test_the_page_has_no_code_and_no_style_of_its_own() -> None:
    page = (PWA / "index.html").read_text()
    assert not re.search(r"<style|style=|\son\w+=", page)
    assert re.findall(r"<script[^>]*>", page) == ['<script type="module" src="/lapangan/js/app.js">']
    preloaded = set(re.findall(r'modulepreload" href="/lapangan/([^"]+)"', page))
    assert preloaded <= set(shell.names())
