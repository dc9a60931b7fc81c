"""The forms that write: a profile, the figures of a month and its correction, a link, an extension."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import Month
from sidamping.features.progress.forms.reading import (
    ReadingForm,
    RupiahField,
    YesNoField,
    count,
    month_choices,
    offered,
    one_of,
)
from sidamping.features.progress.services import MonthDraft, ProfileDraft
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

MONTHS_OFFERED = 18
PURPOSES = (
    ("figures", _("Mengirim angka bulanan sendiri")),
    ("final", _("Penilaian mandiri")),
    ("baseline", _("Penilaian mandiri awal, untuk dibandingkan nanti")),
)
PARTS = (
    (_("Usaha dan cara bekerja"),
     ("sector", "income", "technology", "devices", "signal", "cycle_months", "cycle_note")),
    (_("Orang yang bekerja"), ("workers_full", "workers_part", "workers_family")),
    (_("Orangnya"), ("education", "behaviour", "motivation")),
    (_("Modal dan pinjaman"), ("capital", "turnover", "track_record", "loan_plafond", "loan_tenor")),
)  # fmt: skip
"""The profile in parts, each folded away on its own."""
WRITERS = ("typed", "transcribed", "assisted", "imported")


def _text(rows: int = 2) -> forms.CharField:
    return forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": rows}))


@dataclass(frozen=True)
class Part:
    """Some fields of a long form that fold away together; how many of them are filled."""

    title: Any
    fields: tuple[BoundField, ...]
    filled: int
    open: bool


class ProfileForm(ReadingForm):
    """A participant as of a day; whatever was not asked stays empty."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    as_of = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    sector = one_of()
    income = one_of()
    technology = one_of()
    devices = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    signal = one_of()
    cycle_months = count()
    cycle_note = forms.CharField(required=False, help_text=_("Misalnya: panen jagung bulan Maret dan Agustus."))
    workers_full = count()
    workers_part = count()
    workers_family = count()
    education = one_of()
    behaviour = _text()
    capital = RupiahField(required=False)
    turnover = RupiahField(required=False, help_text=_("Rata-rata sebulan menurut peserta."))
    track_record = _text()
    loan_plafond = RupiahField(required=False, help_text=_("0 bila tidak meminjam."))
    loan_tenor = count()
    motivation = _text()
    source = one_of(required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {"sector": "tkm-sectors", "income": "income-types", "technology": "technology-levels",
                 "signal": "signal-levels", "education": "education-levels"}  # fmt: skip
        for name, listing in lists.items():
            self.fields[name].choices = offered(listing)  # type: ignore[attr-defined]  # a choice field
        self.fields["devices"].choices = offered("devices")[1:]  # type: ignore[attr-defined]  # a choice field
        self.fields["source"].choices = _sources()  # type: ignore[attr-defined]  # a choice field

    def parts(self, wrong: Collection[str]) -> list[Part]:
        """The fields by part; the first stands open, and any that a fault is in."""
        made: list[Part] = []
        for title, names in PARTS:
            held = tuple(self[name] for name in names)
            filled = sum(one.value() not in (None, "", []) for one in held)
            made.append(Part(title, held, filled, not made or bool(set(wrong) & set(names))))
        return made

    def draft(self) -> ProfileDraft:
        data = {**self.cleaned_data, "devices": tuple(self.cleaned_data["devices"])}
        return ProfileDraft(**{one.name: _worded(data[one.name]) for one in fields(ProfileDraft)})


class MonthForm(ReadingForm):
    """The figures of a month with a photo of the records."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    month = one_of(required=True)
    turnover = RupiahField(required=False, label=_("Omzet bulan ini"),
                           help_text=_("Semua uang penjualan. 0 bila tidak ada; kosongkan bila belum tahu."))
    daily_kept = YesNoField()
    days_recorded = count(max=31)
    monthly_kept = YesNoField()
    proof = one_of()
    photo = forms.Field(
        required=False, label=_("Foto catatan"), help_text=_("Foto lembar atau buku kas. Datanya hemat."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    workers_full = count()
    workers_part = count()
    workers_family = count()
    note = forms.CharField(required=False)
    source = one_of(required=True)

    def __init__(self, *args: Any, until: Month, months: int = MONTHS_OFFERED, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = {"month": month_choices(until, months), "proof": offered("record-proofs"), "source": _sources()}
        for name, choices in options.items():
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    def draft(self, source: str = "") -> MonthDraft:
        data = {**self.cleaned_data, "month": Month.parse(self.cleaned_data["month"])}
        data["source"] = source or data["source"]
        return MonthDraft(**{one.name: _worded(data[one.name]) for one in fields(MonthDraft)})


class CorrectForm(MonthForm):
    """A correction: what was wrong."""

    why = forms.CharField(required=False, help_text=_("Tertulis di riwayat bersama nama Anda."))


class LinkForm(ReadingForm):
    """A link for the participant."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    purpose = forms.ChoiceField(label=_("Untuk apa?"), choices=PURPOSES, widget=forms.RadioSelect)
    until = forms.DateField(label=_("Berlaku sampai"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
                            help_text=_("Kosongkan: penilaian dua minggu, angka bulanan empat bulan."))


class ExtendForm(ReadingForm):
    """A longer mentoring."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    until = forms.DateField(label=_("Hari terakhir yang baru"), widget=forms.DateInput(attrs={"type": "date"}))
    reason = forms.CharField(label=_("Alasan"), required=False, help_text=_("Misalnya: panen baru bulan depan."))


def _sources() -> list[tuple[str, str]]:
    known = labels("entry-sources", reader_language())
    return [(code, known[code]) for code in codes_of("entry-sources") if code in WRITERS]


def _worded(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value
