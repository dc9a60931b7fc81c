"""The facts of a card, in order, as (label, value) for the page; a masked number brings its link to open it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from sidamping.features.parties.queries import BusinessCard, CooperativeCard, PersonCard
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

Fact = tuple[str, Any]


def facts_of(card: CooperativeCard | PersonCard | BusinessCard, writable: bool) -> list[tuple[str, list[Fact]]]:
    """Groups of facts with their headings."""
    if isinstance(card, CooperativeCard):
        return _cooperative(card, writable)
    return _person(card, writable) if isinstance(card, PersonCard) else _business(card)


def _cooperative(card: CooperativeCard, writable: bool) -> list[tuple[str, list[Fact]]]:
    identity = [
        (_("Jenis"), _word("cooperative-kinds", card.kind)), (_("Bentuk"), _word("cooperative-forms", card.form)),
        (_("Kedudukan"), _word("cooperative-standings", card.standing)), (_("Berdiri"), _day(card.founded_on)),
        *_place(card),
        (_("Telepon"), _secret(card.id, "phone", card.phone, writable)),
        (_("Nomor rekening"), _secret(card.id, "account_number", card.account_number, writable)),
        (_("Catatan"), card.note),
    ]
    legal = [
        (_("Nomor badan hukum"), card.legal_number), (_("Tanggal badan hukum"), _day(card.legal_date)),
        (_("NIK koperasi"), card.nik_koperasi), (_("NIB"), card.nib), (_("NPWP"), card.npwp),
    ]
    return [(_("Identitas"), identity), (_("Legalitas"), legal)]


def _person(card: PersonCard, writable: bool) -> list[tuple[str, list[Fact]]]:
    identity = [
        (_("NIK"), _secret(card.id, "nik", card.nik, writable)), (_("Jenis kelamin"), _sex(card.sex)),
        (_("Telepon"), _secret(card.id, "phone", card.phone, writable)),
        (_("Nomor rekening"), _secret(card.id, "account_number", card.account_number, writable)),
        (_("Pendidikan terakhir"), _word("education-levels", card.education)), *_place(card), (_("Catatan"), card.note),
    ]
    return [(_("Identitas"), identity)]


def _business(card: BusinessCard) -> list[tuple[str, list[Fact]]]:
    cooperative = card.cooperative
    identity = [
        (_("Pemilik"), _link("person", card.owner.id, card.owner.name)),
        (_("Anggota koperasi"), _link("cooperative", cooperative.id, cooperative.name) if cooperative else ""),
        (_("Bidang usaha"), _word("business-sectors", card.sector)), (_("Produk utama"), card.product),
        (_("Mulai usaha"), _day(card.started_on)), (_("NIB"), card.nib), *_place(card), (_("Catatan"), card.note),
    ]
    return [(_("Identitas"), identity)]


def _place(card: CooperativeCard | PersonCard | BusinessCard) -> list[Fact]:
    return [(_("Desa"), card.place), (_("Alamat"), card.address)]


def _link(name: str, party: UUID, words: str) -> Any:
    return format_html('<a href="{}">{}</a>', reverse(name, args=[party]), words)


def _secret(party: UUID, field: str, mask: str, writable: bool) -> Any:
    if not mask or not writable:
        return mask
    address = reverse("reveal", args=[party, field])
    return format_html('<span class="num">{}</span> <a href="{}">{}</a>', mask, address, _("Buka"))


def _sex(code: str) -> str:
    return {"L": _("Laki-laki"), "P": _("Perempuan")}.get(code, "")


def _word(name: str, code: str) -> str:
    language = reader_language()
    return labels(name, language).get(code, code)


def _day(day: Any) -> str:
    return date_format(day, "j F Y") if day else ""
