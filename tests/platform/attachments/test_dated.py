"""A file is dated by the act that brought it; by its keeping where the act tells no moment."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.attachments.store import keep_file
from sidamping.platform.database.ids import uuid7

PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"
AUGUST = datetime(2026, 8, 3, 2, tzinfo=UTC)


@pytest.mark.django_db
def test_a_file_is_dated_by_the_act_that_brought_it() -> None:
    file, subject = read_proof("akta.pdf", PDF, "document"), uuid7()
    one, new = keep_file(file, subject=subject, by=None, at=AUGUST)
    assert (one.added_at, new) == (AUGUST, True)
    again, new = keep_file(file, subject=subject, by=None)
    assert (again.added_at, new) == (AUGUST, False)


@pytest.mark.django_db
def test_without_a_moment_it_is_dated_by_its_keeping() -> None:
    one, _new = keep_file(read_proof("akta.pdf", PDF, "document"), subject=uuid7(), by=None)
    assert one.added_at.tzinfo is not None and one.added_at > AUGUST
