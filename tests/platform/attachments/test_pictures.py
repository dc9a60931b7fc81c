"""A photo is what really decodes as one: checked by content, made small, stripped, kept by its hash."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from PIL import Image

from sidamping.domain.problems import Refused
from sidamping.platform.attachments import store
from sidamping.platform.attachments.models import Attachment
from sidamping.platform.attachments.pictures import LARGEST_FILE, read_picture
from sidamping.platform.database.ids import uuid7
from tests.people import Cast


def image(form: str, size: tuple[int, int] = (400, 300), mode: str = "RGB", **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else (20, 120, 100, 90)[: len(mode)]).save(out, form, **more)
    return out.getvalue()


def refusal(content: bytes, name: str = "foto.jpg") -> list[str]:
    with pytest.raises(Refused) as refused:
        read_picture(name, content)
    return refused.value.codes


@pytest.mark.parametrize(
    ("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("JPEG", "L"), ("PNG", "RGB")]
)
def test_common_phone_pictures_become_small_jpegs(form: str, mode: str) -> None:
    kept = read_picture("a", image(form, (2400, 1200), mode))
    opened = Image.open(io.BytesIO(kept.content))
    assert (opened.format, opened.size) == ("JPEG", (1600, 800))
    assert max(Image.open(io.BytesIO(kept.thumbnail)).size) == 320
    assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()


def test_place_and_device_do_not_survive() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Merek Ponsel", {1: "S", 2: (10.0, 9.0, 0.0)}
    kept = read_picture("a.jpg", image("JPEG", exif=exif))
    assert not Image.open(io.BytesIO(kept.content)).getexif()
    assert b"Merek Ponsel" not in kept.content


def test_a_sideways_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    kept = read_picture("a.jpg", image("JPEG", (400, 300), exif=exif))
    assert Image.open(io.BytesIO(kept.content)).size == (300, 400)


@pytest.mark.parametrize(
    "content", [b"bukan foto", b"\xff\xd8\xff\xe0 rusak", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"]
)
def test_what_is_not_a_picture_is_refused(content: bytes) -> None:
    assert refusal(content) == ["FILES_001"]


def test_other_formats_and_cut_pictures_are_refused() -> None:
    assert refusal(image("GIF", mode="RGB")) == ["FILES_001"]
    assert refusal(image("PNG", (1200, 900))[:300]) == ["FILES_001"]


def test_an_empty_or_too_large_file_is_refused() -> None:
    assert refusal(b"") == ["FILES_004"]
    assert refusal(b"x" * (LARGEST_FILE + 1)) == ["FILES_002"]


def test_a_picture_that_unfolds_into_gigabytes_is_refused_unopened() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    bomb += struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    assert refusal(bomb) == ["FILES_003"]


def test_a_path_in_the_name_is_cut_off() -> None:
    assert read_picture("..\\..\\windows/../foto.jpg", image("JPEG")).name == "foto.jpg"


def test_the_same_picture_of_a_record_is_kept_once(cast: Cast, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    picture, subject = read_picture("a.jpg", image("JPEG")), uuid7()
    first, new = store.keep_picture(picture, subject=subject, by=cast.ratna.pk)
    second, again = store.keep_picture(picture, subject=subject, by=cast.ratna.pk)
    assert (first.id, new, again) == (second.id, True, False)
    assert store.pictures_of([subject]) == {subject: (first,)}
    assert store.content_of(first.sha256) == picture.content
    assert store.content_of(first.sha256, thumbnail=True) == picture.thumbnail
    assert store.picture(first.id, uuid7()) is None


def test_the_database_refuses_to_change_an_attachment(
    cast: Cast, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    store.keep_picture(read_picture("a.jpg", image("JPEG")), subject=uuid7(), by=cast.ratna.pk)
    with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE attachments_attachment SET sha256 = ''")
    assert Attachment.objects.count() == 1
