"""The three registers as one table: what each page of a register calls and shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.parties import queries, services
from sidamping.features.parties.forms import BusinessForm, CooperativeForm, PartyForm, PersonForm
from sidamping.platform.access import roles

READERS = tuple(role for role in roles.ALL if role != roles.TREASURER)
"""Everybody but a treasurer, who keeps the book and reads no register."""


@dataclass(frozen=True)
class Register:
    """Words, queries, services, form and export columns of one register."""

    kind: str
    title: str | Promise
    lead: str | Promise
    adding: str | Promise
    nothing: str | Promise
    icon: str
    list: str
    card: str
    page: Callable[..., Any]
    every: Callable[..., Any]
    find: Callable[..., Any]
    add: Callable[..., Any]
    change: Callable[..., Any]
    form: type[PartyForm]
    columns: tuple[tuple[str, str | Promise, int], ...]
    coded: dict[str, str]


COOPERATIVES = Register(
    kind="cooperative", title=_("Koperasi"), lead=_("Koperasi dan pra-koperasi di wilayah Anda."),
    adding=_("Catat koperasi"),
    nothing=_("Belum ada koperasi yang cocok. Catat satu per satu, atau impor dari Excel."), icon="building-community",
    list="cooperatives", card="cooperative", page=queries.cooperatives, every=queries.every_cooperative,
    find=queries.cooperative, add=services.add_cooperative, change=services.change_cooperative, form=CooperativeForm,
    columns=(
        ("name", _("Nama"), 36), ("kind", _("Jenis"), 26), ("form", _("Bentuk"), 12), ("standing", _("Kedudukan"), 22),
        ("legal_number", _("Nomor badan hukum"), 28), ("nik_koperasi", _("NIK koperasi"), 20),
    ),
    coded={"kind": "cooperative-kinds", "form": "cooperative-forms", "standing": "cooperative-standings"},
)
PERSONS = Register(
    kind="person", title=_("Orang"), lead=_("Pengurus, pemilik usaha dan orang lain yang ditemui."),
    adding=_("Catat orang"), nothing=_("Belum ada orang yang cocok. Catat satu per satu, atau impor dari Excel."),
    icon="users", list="persons", card="person", page=queries.persons, every=queries.every_person, find=queries.person,
    add=services.add_person, change=services.change_person, form=PersonForm,
    columns=(
        ("name", _("Nama"), 32), ("sex", _("Jenis kelamin"), 14), ("nik", _("NIK (tertutup)"), 22),
        ("phone", _("Telepon (tertutup)"), 20), ("education", _("Pendidikan terakhir"), 22),
    ),
    coded={"education": "education-levels"},
)
BUSINESSES = Register(
    kind="business", title=_("Usaha"), lead=_("Usaha mikro dan kecil di wilayah Anda."), adding=_("Catat usaha"),
    nothing=_("Belum ada usaha yang cocok. Catat satu per satu, atau impor dari Excel."), icon="building-store",
    list="businesses", card="business", page=queries.businesses, every=queries.every_business, find=queries.business,
    add=services.add_business, change=services.change_business, form=BusinessForm,
    columns=(
        ("name", _("Nama"), 32), ("owner", _("Pemilik"), 28), ("sector", _("Bidang usaha"), 26),
        ("product", _("Produk utama"), 28), ("cooperative", pgettext_lazy("satu", "Koperasi"), 30),
        ("nib", _("NIB"), 18),
    ),
    coded={"sector": "business-sectors"},
)
REGISTERS = {one.kind: one for one in (COOPERATIVES, PERSONS, BUSINESSES)}
