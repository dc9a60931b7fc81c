"""What a phone downloads: whole, licensed, small, compressed."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django.urls import reverse

from sidamping.edges import web
from sidamping.edges.web import static_files

WEB = Path(web.__file__).parent
STATIC = WEB / "static/web"
LINES = [line.split() for line in (WEB / "vendored.sha256").read_text().splitlines()]


@pytest.mark.parametrize(("digest", "name"), LINES, ids=[name for _, name in LINES])
def test_vendored_files_are_those_of_the_list(digest: str, name: str):
    assert hashlib.sha256((WEB / name).read_bytes()).hexdigest() == digest


def test_every_icon_and_notice_is_on_the_list():
    listed = {name for _, name in LINES}
    kept = [*(WEB / "icons").iterdir(), *(WEB / "notices").iterdir()]
    assert {str(file.relative_to(WEB)) for file in kept} <= listed


def test_the_style_sheet_and_the_script_stay_small():
    assert len(gzip.compress((STATIC / "style.css").read_bytes())) <= 25_000
    assert len(gzip.compress((STATIC / "app.js").read_bytes())) <= 8_000


@pytest.mark.django_db
def test_the_first_load_of_a_page_is_under_a_hundred_kilobytes(sign_in, ratna):
    html = sign_in(ratna).get(reverse("help")).content.decode()
    linked = re.findall(r'(?:src|href)="/static/(web/[^"]+)"', html)
    wanted = {re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in linked}
    assert {"web/style.css", "web/app.js", "web/theme.js", "web/htmx-2.min.js"} <= wanted
    files = sum(len(gzip.compress((STATIC.parent / name).read_bytes())) for name in wanted)
    assert len(gzip.compress(html.encode())) + files <= 100_000


def test_gathered_files_have_hashed_names_and_come_compressed(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path / "static"
    assert static_files.prepare() is True
    assert static_files.prepare() is False
    names = [file.name for file in (settings.STATIC_ROOT / "web").iterdir()]
    assert any(re.fullmatch(r"style\.[0-9a-f]{12}\.css", name) for name in names)
    assert any(re.fullmatch(r"style\.[0-9a-f]{12}\.css\.gz", name) for name in names)
