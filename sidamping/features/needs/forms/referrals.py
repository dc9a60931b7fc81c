"""A referral to somebody else's help, and its result."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.needs.services import ReferralDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels


class ReferralForm(forms.Form):
    """`id` is made with the form: sent twice, it is one referral."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(label=_("Jenis bantuan"), widget=forms.RadioSelect)
    topic = forms.ChoiceField(label=_("Bidang"), widget=forms.RadioSelect)
    wanted = forms.CharField(label=_("Yang dibutuhkan"), max_length=240, widget=forms.Textarea(attrs={"rows": 2}))
    provider = forms.CharField(
        label=_("Dirujuk kepada"), max_length=160, help_text=_("Lembaga, dinas, pembeli, atau orangnya.")
    )
    referred_on = forms.DateField(label=_("Tanggal rujukan"), widget=forms.DateInput)
    due = forms.DateField(label=_("Ditunggu hasilnya sampai"), widget=forms.DateInput)

    use_required_attribute = False

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"referred_on": today})
        for part, name in (("kind", "referral-kinds"), ("topic", "referral-topics")):
            words = labels(name, reader_language())
            self.fields[part].choices = [(one, words[one]) for one in codes_of(name)]  # type: ignore[attr-defined]  # choices

    def draft(self, engagement: UUID) -> ReferralDraft:
        """What to record, from a valid form."""
        return ReferralDraft(engagement=engagement, **self.cleaned_data)


class CloseForm(forms.Form):
    """What came of the referral."""

    result = forms.CharField(label=_("Hasilnya"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))

    use_required_attribute = False
