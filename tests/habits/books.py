"""A book with a member and a draft, for each side of the permission matrix."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.domain.ledger.budgeting import ALL_MONTHS, BudgetLine
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import IN, OUT, Part, Told
from sidamping.domain.periods import Month
from sidamping.features.books import services
from sidamping.features.books.models import Proof
from sidamping.features.budgets import services as budgets
from sidamping.features.parties.models import Business, Cooperative
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.rules.charts import MICRO
from tests import people

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"
NOW = timezone.make_aware(datetime(2026, 11, 5, 12))


def book_of(cooperative: Cooperative, word: str) -> dict[str, Any]:
    """The treasurer opens the book, takes in a member, and leaves a receipt as a draft."""
    by, book, member, draft = people.look(_treasurer(cooperative, word)), uuid7(), uuid7(), uuid7()
    services.open_book(by=by, id=book, cooperative=cooperative.pk, chart="ksp", starts=Month(2026, 1), now=NOW)
    services.open_unit(by=by, id=uuid7(), book=book, code="TOKO", name="Toko", chart="sektor-riil", now=NOW)
    services.admit_member(by=by, id=member, book=book, joined=date(2026, 2, 1), name=f"Anggota {word}")
    receipt = services.VoucherDraft("BKM", date(2026, 10, 5), "Jasa", (Line("1110", 5000), Line("4110", -5000)))
    services.draft_voucher(by=by, id=draft, book=book, draft=receipt, now=NOW)
    proof = services.add_proof(by=by, voucher=draft, name="nota.pdf", content=PDF, now=NOW)
    template, power = uuid7(), Told(OUT, "1110", (Part("6122", 0),))
    services.keep_template(by=by, id=template, book=book, name="Listrik", told=power, text="Listrik", now=NOW)
    kept = {"book": book, "member": member, "voucher": draft, "voucher_proof": proof, "template": template}
    return {**kept, **_small_book_of(cooperative, word), **_budget(by, book)}


def _budget(by: Viewer, book: UUID) -> dict[str, Any]:
    """The draft of a budget with one line."""
    budget, line = uuid7(), uuid7()
    budgets.open_budget(by=by, id=budget, book=book, year=2026, now=NOW)
    plan = BudgetLine("business", "in", "Jasa pinjaman", 12_000, "bulan", 5000, ALL_MONTHS, ("4110",))
    budgets.save_line(by=by, id=line, budget=budget, line=plan)
    return {"budget": budget, "budget_line": line}


def _small_book_of(cooperative: Cooperative, word: str) -> dict[str, UUID]:
    """The owner of a business of the cooperative opens its cash book and sells something, with a note."""
    business = Business.objects.filter(cooperative=cooperative, owner__user__isnull=False).first()
    if business is None:
        village, account = cooperative.party.village_id, people.user(f"pemilik-{word}", f"Pemilik {word}")
        owner = people.person(f"Pemilik {word}", village, user=account)
        business = people.business(f"Usaha kecil {word}", owner, village, member_of=cooperative)
    by, id, entry = people.look(business.owner.user), uuid7(), uuid7()  # type: ignore[arg-type]  # has an account
    services.open_book(by=by, id=id, cooperative=business.pk, chart=MICRO, starts=Month(2026, 1), now=NOW)
    sale = services.SmallEntry(IN, date(2026, 10, 5), "1110", "4210", 5000, "Penjualan")
    services.write_small(by=by, id=entry, book=id, entry=sale, proof=("nota.pdf", PDF), now=NOW)
    return {"small": id, "entry": entry, "entry_proof": Proof.objects.get(voucher=entry).pk}


def _treasurer(cooperative: Cooperative, word: str) -> User:
    """The treasurer of the cast, or one made where the cooperative has none."""
    keeps = {"appointments__role": roles.TREASURER, "appointments__subject_id": cooperative.pk}
    if named := User.objects.filter(**keeps).first():
        return named
    made = people.user(f"bendahara-{word}", f"Bendahara {word}")
    village = cooperative.party.village_id
    people.appoint(made, roles.TREASURER, programme="", area=village, subject=cooperative.pk)
    return made
