"""The paper of an official result: no more of it is read than is needed to refuse it."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from sidamping.features.assessments.forms.outside import OutsideForm
from sidamping.platform.attachments.documents import LARGEST_FILE


def test_one_byte_more_than_the_limit_is_read() -> None:
    form = OutsideForm([])
    form.cleaned_data = {"file": SimpleUploadedFile("surat.pdf", b"x" * (LARGEST_FILE + 5000))}
    paper = form.paper()
    assert paper is not None and len(paper[1]) == LARGEST_FILE + 1
