"""What the office types: calls and visits, checks of visits, benefits. What is right is decided by the services."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, problem
from sidamping.features.fieldwork.queries import VisitLine
from sidamping.features.oversight.services import Answer, BenefitDraft, CheckDraft, ContactDraft
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import day_text, reader_language
from sidamping.rules.books import codes_of, labels

NOT_ASKED = ("", _("Tidak ditanyakan"))
CHOOSE = ("", _("— pilih —"))


def choices(listing: str) -> list[tuple[str, str]]:
    """The codes one may choose today with their words."""
    known = labels(listing, reader_language())
    return [(code, known[code]) for code in codes_of(listing)]


def words(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class OpenForm(forms.Form):
    """Reads what can be read; `unreadable` tells the rest by code, everything else is told by the service."""

    use_required_attribute = False
    id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})
        kwargs["initial"].setdefault("id", uuid7())
        super().__init__(*args, **kwargs)

    @property
    def unreadable(self) -> list[Problem]:
        """Values of the form that are no date or no identifier; the form's own sentences are dropped."""
        _ = self.errors
        wrong = [name for name in self.errors if str(self.data.get(self.add_prefix(name), "")).strip()]
        return [self._told(name) for name in wrong if not isinstance(self.fields[name], forms.ChoiceField)]

    def typed(self, name: str) -> Any:
        """What was read of a field, the raw words where the list does not know them, '' when nothing."""
        _ = self.errors
        return self.cleaned_data.get(name) or str(self.data.get(self.add_prefix(name), ""))

    def known(self, name: str) -> Any:
        """What was read of a field; None when nothing could be."""
        _ = self.errors
        return self.cleaned_data.get(name) or None

    def silence(self) -> None:
        """Faults are told by code at the top and at the field; Django's own sentences would say them twice."""
        self._errors = forms.utils.ErrorDict()

    def _told(self, name: str) -> Problem:
        seen = str(self.data.get(self.add_prefix(name), ""))[:80]
        return problem("GENERAL_004", name, label=self.fields[name].label or name, seen=seen, example="21/11/2026")


class ContactForm(OpenForm):
    """A call or visit: when, how, with whom, what was found, and what was said of each of the mentor's last visits."""

    kind = forms.ChoiceField(label=_("Cara"), widget=forms.RadioSelect)
    held_on = forms.DateField(label=_("Tanggal"))
    spoke_with = forms.CharField(label=_("Berbicara dengan"), help_text=_("Nama orang yang menjawab."))
    capacity = forms.CharField(label=_("Jabatan"), required=False)
    findings = forms.CharField(label=_("Temuan"), widget=words(4))
    said = forms.CharField(label=_("Kata dampingan"), required=False, widget=words(3))
    follow_up = forms.CharField(label=_("Tindak lanjut"), required=False, widget=words(2))

    def __init__(self, *args: Any, visits: Iterable[VisitLine] = (), hidden: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visits = tuple(visits)
        self.fields["kind"].choices = choices("monitoring-kinds")  # type: ignore[attr-defined]  # a choice field
        if hidden:
            self.fields["said"].help_text = _("Program ini menyembunyikannya dari pendamping.")
        for one in self.visits:
            self.fields[f"visit-{one.id}"] = forms.ChoiceField(
                label=f"{day_text(one.visited_on)} · {one.activity}", required=False,
                choices=[NOT_ASKED, *choices("check-results")],
            )

    @property
    def asked(self) -> list[Any]:
        """The fields of the visits."""
        return [self[f"visit-{one.id}"] for one in self.visits]

    def draft(self, engagement: UUID) -> ContactDraft:
        told = ((one.id, self.typed(f"visit-{one.id}")) for one in self.visits)
        return ContactDraft(
            self.known("id") or uuid7(), engagement, self.typed("kind"), self.known("held_on"),
            self.typed("spoke_with"), self.typed("findings"), self.typed("capacity"), self.typed("said"),
            self.typed("follow_up"), tuple(Answer(visit, result) for visit, result in told if result),
        )


class CheckForm(OpenForm):
    """Whether one visit was made."""

    way = forms.ChoiceField(label=_("Cara"), widget=forms.RadioSelect)
    result = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    checked_on = forms.DateField(label=_("Tanggal"))
    note = forms.CharField(label=_("Catatan"), required=False, widget=words(2))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, listing in {"way": "monitoring-kinds", "result": "check-results"}.items():
            self.fields[name].choices = choices(listing)  # type: ignore[attr-defined]  # a choice field

    def draft(self, visit: UUID, *, of_sample: bool) -> CheckDraft:
        return CheckDraft(
            self.known("id") or uuid7(), visit, self.typed("way"), self.typed("result"), self.known("checked_on"),
            self.typed("note"), of_sample,
        )


class BenefitForm(OpenForm):
    """A benefit that can be counted."""

    area = forms.ChoiceField(label=_("Bidang"))
    happened_on = forms.DateField(label=_("Tanggal"))
    text = forms.CharField(label=_("Apa yang didapat"), help_text=_("Satu kalimat yang dapat diperiksa orang lain."))
    quantity = forms.CharField(label=_("Jumlah"), widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    unit = forms.CharField(label=_("Satuan"), help_text=_("Misalnya: pembeli baru, rupiah, orang, dokumen."))
    file = forms.FileField(label=_("Bukti (foto atau PDF)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [CHOOSE, *choices("benefit-areas")]  # type: ignore[attr-defined]  # a choice field

    def draft(self, engagement: UUID) -> BenefitDraft:
        sent = self.known("file")
        content = sent.read(LARGEST_FILE + 1) if isinstance(sent, UploadedFile) else b""
        typed = str(self.typed("quantity")).strip()
        return BenefitDraft(
            self.known("id") or uuid7(), engagement, self.typed("area"), self.known("happened_on"), self.typed("text"),
            decimal(typed), self.typed("unit"), typed, sent.name or "" if content else "", content,
        )


class WithdrawForm(OpenForm):
    """Why a benefit no longer counts."""

    why = forms.CharField(label=_("Alasan"), help_text=_("Catatannya tetap terbaca, hanya tidak dihitung."))


def decimal(text: str) -> Decimal | None:
    """1.250,5 as people type it; None when it is no number."""
    plain = text.replace(" ", "")
    plain = plain.replace(".", "").replace(",", ".") if "," in plain or plain.count(".") > 1 else plain
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
