"""A proof is a photo or a PDF by its content; every other thing is refused by its code, at the field it came from."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from sidamping.domain.problems import Refused
from sidamping.platform.attachments.documents import LARGEST_FILE, Document
from sidamping.platform.attachments.pictures import Picture
from sidamping.platform.attachments.proofs import read_proof

PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4), "teal").save(out, "PNG")
    return out.getvalue()


def test_a_proof_is_known_by_its_content_and_not_by_its_name() -> None:
    assert isinstance(read_proof("foto.jpg", PDF), Document)
    assert isinstance(read_proof("surat.pdf", photo()), Picture)


@pytest.mark.parametrize(("content", "size", "code"), [
    (b"", None, "FILES_004"), (b"halo", None, "FILES_005"), (PDF[:-6], None, "FILES_005"),
    (PDF.replace(b"1 0 obj", b"/JavaScript"), None, "FILES_006"), (photo(), LARGEST_FILE + 1, "FILES_002"),
    (PDF + b" " * LARGEST_FILE, None, "FILES_002"),
])  # fmt: skip
def test_what_is_no_sound_proof_is_refused_at_its_field(content: bytes, size: int | None, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_proof("berkas.pdf", content, "evidence-letter", size)
    assert [(one.code, one.where) for one in refused.value.problems] == [(code, "evidence-letter")]
