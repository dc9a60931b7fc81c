"""One page with every component and a plausible content, rendered by the tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace as Thing
from typing import Any

from django import forms

from sidamping.domain.problems import problem


class VisitForm(forms.Form):
    """A form with one field of each kind a page may hold."""

    mentee = forms.ChoiceField(label="Dampingan", choices=[("", "Pilih…"), ("1", "Koperasi Merah Putih Tarus")])
    day = forms.DateField(label="Tanggal", help_text="Hari kunjungan berlangsung.", initial=date(2026, 11, 21))
    starts = forms.TimeField(label="Mulai", required=False)
    village = forms.CharField(label="Desa", max_length=60)
    result = forms.CharField(label="Hasil", widget=forms.Textarea)
    cost = forms.IntegerField(label="Biaya", required=False)
    mode = forms.ChoiceField(
        label="Cara", widget=forms.RadioSelect, choices=[("onsite", "Datang ke tempat"), ("phone", "Telepon")]
    )
    topics = forms.MultipleChoiceField(
        label="Pokok bahasan",
        widget=forms.CheckboxSelectMultiple,
        choices=[(str(n), word) for n, word in enumerate(["Organisasi", "Pembukuan", "Modal", "Pemasaran"])],
        help_text="Boleh lebih dari satu.",
    )
    agreed = forms.BooleanField(label="Dampingan setuju dengan catatan ini")
    photo = forms.ImageField(label="Foto", required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial="x")


STATIONS = [
    Thing(label="Pengamatan awal", state="done", on=date(2026, 9, 4), note=""),
    Thing(label="Profil dan kondisi awal", state="done", on=date(2026, 9, 18), note=""),
    Thing(label="Daftar masalah", state="late", on=None, note="seharusnya 15 Okt"),
    Thing(label="Rencana bersama", state="next", on=None, note=""),
    Thing(label="Evaluasi", state="waiting", on=None, note=""),
]
DAYS = [
    Thing(
        on=date(2026, 11, n),
        dots=["done"] * (n % 3 == 0) + ["planned"] * (n in (24, 27)) + ["late"] * (n == 10),
        words="1 kunjungan" if n % 3 == 0 else "",
        url="#" if n % 3 == 0 else "",
        today=n == 21,
        off=date(2026, 11, n).weekday() == 6,
    )
    for n in range(1, 31)
]
LINES = [
    Thing(
        when=datetime(2026, 11, 9, 1, 20, tzinfo=UTC),
        who="Ratna Bria",
        title="Diserahkan",
        icon="send",
        tone="waiting",
    ),
    Thing(
        when=datetime(2026, 11, 10, 3, 5, tzinfo=UTC),
        who="Yosef Nahak",
        title="Dikembalikan",
        note="Lengkapi kendala pada baris 3.",
        icon="corner-up-left",
        tone="returned",
    ),
    Thing(when=date(2026, 11, 12), who="", title="Lolos periksa", icon="clipboard-check", tone="done", url="#"),
]


def content() -> dict[str, Any]:
    form = VisitForm({"day": "2026-13-01", "cost": "12", "topics": ["0"], "token": "x"})
    return {
        "form": form,
        "problems": [
            problem("GENERAL_002", "mentee", label="Dampingan", seen="9"),
            problem("GENERAL_003"),
        ],
        "facts": [("Badan hukum", "AHU-0012345.AH.01.26", "per 1 Okt 2026"), ("Desa", "Tarus"), ("NIB", "")],
        "stations": STATIONS,
        "days": DAYS,
        "lines": LINES,
        "text": "Selamat pagi, Ibu. Besok pukul 09.00 saya berkunjung ke Koperasi Merah Putih Tarus untuk pembukuan.",
        "rows": [
            ("Koperasi Merah Putih Tarus", date(2026, 11, 18), 1250000, "passed"),
            ("Koperasi Merah Putih Oebelo", date(2026, 11, 12), 480000, "returned"),
            ("KSP Sehati Kupang Tengah", date(2026, 10, 30), 15250000, "submitted"),
        ],
        "states": [
            "draft",
            "submitted",
            "acknowledged",
            "returned",
            "passed",
            "received",
            "late",
            "done",
            "open",
            "decided",
            "solved",
            "overdue",
        ],
        "page": Thing(rows=(), next_key="abc"),
    }
