"""Photos and PDFs behind vouchers: kept with the draft, sealed with the posting (E10, issue 4 point 2)."""

from __future__ import annotations

import io
from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from sidamping.features.books import services
from sidamping.features.books.models import Proof, Voucher
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, drafted, opened, paid, refused_by_database
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def photo(name: str = "kuitansi.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def test_a_receipt_keeps_the_photo_of_its_proof_and_its_readers_see_it(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """E10: the voucher carries its proof; whoever reads the voucher opens it, strangers get 404."""
    id = uuid7()
    typed = {"id": str(id), "seen": "0", "day": "2026-10-05", "purse": "1110", "member": "", "text": "Jasa",
             "purpose_1": "4110", "amount_1": "5000", "proof": photo()}
    assert sign_in(cast.wati).post(reverse("money_in", args=[book]), typed).status_code == 303
    proof = Proof.objects.get(voucher=id)
    address = reverse("voucher_file", args=[id, proof.pk])
    for who in (cast.ujang, cast.wati, cast.ratna, cast.yosef):
        assert sign_in(who).get(address)["Content-Type"] == "image/jpeg"
        assert address in sign_in(who).get(reverse("voucher", args=[id])).content.decode()
    assert sign_in(cast.maria).get(address).status_code == 404
    assert sign_in(cast.ratna).get(address, {"ukuran": "kecil"}).status_code == 200
    kept = sign_in(cast.ujang).get(address)
    assert kept["Content-Disposition"] == f'inline; filename="bukti-{proof.pk}.jpg"'
    assert kept["Cache-Control"] == "private, no-store"


def test_a_file_that_is_no_photo_leaves_no_half_receipt(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    typed = {"id": str(uuid7()), "seen": "0", "day": "2026-10-05", "purse": "1110", "member": "", "text": "Jasa",
             "purpose_1": "4110", "amount_1": "5000", "proof": SimpleUploadedFile("catatan.txt", b"dua ribu")}
    answer = sign_in(cast.wati).post(reverse("money_in", args=[book]), typed)
    assert answer.status_code == 422 and "FILES_005" in answer.content.decode()
    assert not Voucher.objects.exists() and not Proof.objects.exists()


def test_a_proof_is_added_once_and_taken_away_while_it_is_a_draft(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    id = drafted(look(cast.wati), book, paid(5000))
    client, address = sign_in(cast.wati), reverse("voucher_proof", args=[id])
    for _ in range(2):
        assert client.post(address, {"proof": photo()}).status_code == 303
    assert client.post(address, {"proof": SimpleUploadedFile("nota.pdf", PDF)}).status_code == 303
    assert Proof.objects.filter(voucher=id).count() == 2
    first = Proof.objects.filter(voucher=id).order_by("id")[0]
    for _ in range(2):
        assert client.post(address, {"lepas": str(first.pk)}).status_code == 303
    assert Proof.objects.filter(voucher=id).count() == 1
    assert sign_in(cast.ratna).post(address, {"proof": photo()}).status_code == 403
    wrong = client.post(address, {"proof": SimpleUploadedFile("x.jpg", b"x")})
    assert wrong.status_code == 422 and "FILES_005" in wrong.content.decode()


def test_proofs_are_sealed_with_the_posting_even_against_raw_sql(cast: Cast, book: UUID) -> None:
    """E10: nothing posted is edited; the photo behind it neither."""
    id = drafted(look(cast.wati), book, paid(5000))
    proof = services.add_proof(by=look(cast.wati), voucher=id, name="nota.pdf", content=PDF, now=NOW)
    services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    add = "INSERT INTO books_proof (id, voucher_id, attachment, added_by_id, added_at) SELECT %s, voucher_id, %s," \
          " added_by_id, added_at FROM books_proof"
    assert refused_by_database((add, [uuid7(), uuid7()])) == "books_proof_frozen"
    assert refused_by_database(("DELETE FROM books_proof WHERE id = %s", [proof])) == "books_proof_frozen"
    assert refused_by_database(("UPDATE books_proof SET attachment = %s", [uuid7()])) == "books_proof_frozen"
    assert refused_by_database(("TRUNCATE books_proof", [])) == "sealed"
    late = codes(lambda: services.add_proof(by=look(cast.wati), voucher=id, name="n.pdf", content=PDF, now=NOW))
    assert late == ["BOOKS_021"]
    assert codes(lambda: services.remove_proof(by=look(cast.wati), voucher=id, proof=proof)) == ["BOOKS_021"]


def test_a_voucher_holds_at_most_ten_proofs(cast: Cast, book: UUID) -> None:
    by, id = look(cast.wati), drafted(look(cast.wati), book, paid(5000))
    for at in range(10):
        services.add_proof(by=by, voucher=id, name="n.pdf", content=PDF + b"%%EOF" * at, now=NOW)
    more = PDF + b"%%EOF\n\n"
    assert codes(lambda: services.add_proof(by=by, voucher=id, name="n.pdf", content=more, now=NOW)) == ["BOOKS_067"]


def test_a_discarded_draft_takes_its_proofs_along(cast: Cast, book: UUID) -> None:
    by, id = look(cast.wati), drafted(look(cast.wati), book, paid(5000))
    services.add_proof(by=by, voucher=id, name="n.pdf", content=PDF, now=NOW)
    services.discard_draft(by=by, voucher=id)
    assert not Proof.objects.exists()
