"""Forms of the work plan, of follow-ups, and of the filter above the logbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.domain.fieldwork import PlanDraft
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.forms.lenient import LenientForm, words
from sidamping.features.fieldwork.queries import ProblemHead, VisitFilter
from sidamping.features.fieldwork.queries.vocabulary import choices
from sidamping.features.programmes.queries import EngagementCard

REPEATS = (("", _("Tidak berulang")), ("weekly", _("Tiap minggu")), ("monthly", _("Tiap bulan")))


class PlanForm(LenientForm):
    """One planned activity; the same fields change it later."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    engagement = forms.ChoiceField(label=pgettext_lazy("satu", "Dampingan"))
    planned_on = forms.DateField()
    starts_at = forms.TimeField(required=False, widget=forms.TimeInput)
    minutes = forms.IntegerField(initial=90, widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}))
    problem = forms.ChoiceField(
        label=_("Dari catatan masalah"), required=False, help_text=_("Kosongkan bila rencana ini dari potensi.")
    )
    concern = forms.CharField()
    activity = forms.CharField()
    purpose = forms.CharField(widget=words(2))
    target = forms.CharField(help_text=_("Yang dapat dilihat atau dihitung, misalnya: 1 buku kas."))
    method = forms.ChoiceField()
    place = forms.CharField()
    agreed_by = forms.CharField(required=False, help_text=_("Nama dari pihak dampingan yang menyetujui jadwal ini."))

    def __init__(
        self, *args: Any, cards: Sequence[EngagementCard], problems: Sequence[ProblemHead] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fillings = {
            "engagement": [("", _("Pilih…")), *((str(card.id), card.mentee_name) for card in cards)],
            "problem": [("", _("Tidak ada")), *((str(one.id), f"{one.title} ({one.mentee_name})") for one in problems)],
            "method": choices("mentoring-methods"),
        }
        for name, options in fillings.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]  # each is a choice field

    def draft(self) -> PlanDraft:
        data = self.cleaned_data
        texts = ("concern", "activity", "purpose", "target", "place", "agreed_by")
        return PlanDraft(
            id=data["id"], engagement_id=UUID(data["engagement"]), planned_on=data["planned_on"],
            problem_id=UUID(data["problem"]) if data["problem"] else None, starts_at=data["starts_at"],
            minutes=data["minutes"], method=data["method"], **{name: data[name].strip() for name in texts},
        )


class AddPlanForm(PlanForm):
    """A new activity, once or several times."""

    repeat = forms.ChoiceField(label=_("Ulangi"), required=False, choices=REPEATS)
    until = forms.DateField(label=_("Ulangi sampai"), required=False)


class ChangePlanForm(PlanForm):
    """A change against the state that was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["engagement"].required = False
        self.fields["engagement"].widget = forms.HiddenInput()


class DropForm(LenientForm):
    reason = forms.CharField(label=_("Mengapa dibatalkan?"))


class CloseForm(LenientForm):
    """How a promise was kept."""

    closed_note = forms.CharField(help_text=_("Apa yang sudah dikerjakan."))


class VisitFilterForm(forms.Form):
    """What the logbook is narrowed to; odd values of the address count as empty."""

    bulan = forms.CharField(label=_("Bulan"), required=False, widget=forms.TextInput(attrs={"type": "month"}))
    dampingan = forms.ChoiceField(label=pgettext_lazy("satu", "Dampingan"), required=False)
    cari = forms.CharField(label=_("Kata atau nama"), required=False, max_length=80)
    wilayah = forms.RegexField(r"^[0-9.]+$", required=False, max_length=13, widget=forms.HiddenInput)
    pendamping = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, cards: Sequence[EngagementCard] = (), **kwargs: Any) -> None:
        kwargs["auto_id"] = "saring_%s"
        super().__init__(*args, **kwargs)
        self.fields["dampingan"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", _("Semua")), *((str(card.id), card.mentee_name) for card in cards)
        ]
        if not cards:
            del self.fields["dampingan"]

    def wanted(self) -> VisitFilter:
        self.is_valid()
        data = self.cleaned_data
        chosen = data.get("dampingan")
        return VisitFilter(
            month=_month(data.get("bulan", "")), engagement=UUID(chosen) if chosen else None,
            text=data.get("cari", "").strip(), area=data.get("wilayah", ""), mentor=data.get("pendamping"),
        )


def _month(text: str) -> Month | None:
    try:
        return Month.parse(text) if text else None
    except ValueError:
        return None


