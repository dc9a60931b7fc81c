"""Forms of a handover: a remark, handing over, confirming."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.platform.database.ids import uuid7


class RemarkForm(forms.Form):
    """What no record says."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    text = forms.CharField(
        label=_("Pesan untuk pendamping baru"), widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Yang tidak tercatat di mana pun: kebiasaan, hal yang peka, siapa yang sebaiknya ditemui dahulu."),
    )  # fmt: skip


class HandOverForm(forms.Form):
    """That nothing is left on the phone, or why somebody else hands over."""

    sent = forms.BooleanField(label=_("Semua catatan di ponsel saya sudah terkirim"), required=False)
    why = forms.CharField(label=_("Mengapa bukan pendamping itu sendiri"), required=False, max_length=260)

    def __init__(self, *args: object, for_another: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        del self.fields["sent" if for_another else "why"]


class ReadingForm(forms.Form):
    """What is still missing, if anything."""

    remark = forms.CharField(
        label=_("Yang masih kurang jelas"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
