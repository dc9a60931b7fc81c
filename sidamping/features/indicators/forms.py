"""What people type of indicators: figures of others, names of views, addresses. The services decide what is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sidamping.features.indicators.services import FigureDraft, PublicationDraft
from sidamping.platform.database.ids import uuid7

LINES = 8
OPEN = 2
"""So many lines stand open before anything is typed."""
FIELDS = ("indicator", "count", "whole", "percent", "place")
CHOOSE = ("", _("— pilih —"))


class PublicationForm(forms.Form):
    """Where the figures stand, of whom they tell, and up to eight of them as printed."""

    use_required_attribute = False
    id = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Judul terbitan"), max_length=160)
    source = forms.CharField(
        label=_("Sumber"), max_length=240, help_text=_("Penerbit, nomor, halaman, atau alamatnya.")
    )
    published_on = forms.DateField(label=_("Tanggal terbit"))
    population = forms.CharField(
        label=_("Tentang siapa"), max_length=160, help_text=_("Misalnya: 3.000 peserta TKM Lanjutan tahun 2024.")
    )
    programme = forms.ChoiceField(label=_("Program"))
    area = forms.CharField(
        label=_("Kode wilayah"), max_length=5, required=False, help_text=_("Misalnya 53 atau 53.01; kosong = nasional.")
    )
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(
        self, *args: Any, programmes: tuple[tuple[str, str], ...] = (), titles: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"id": uuid7(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = [CHOOSE, *programmes]  # type: ignore[attr-defined]  # a choice field
        for place in range(1, LINES + 1):
            for name, field in _line_fields(titles or {}).items():
                field.label = format_lazy(_("{label}, baris {line}"), label=field.label, line=place)
                self.fields[f"{name}_{place}"] = field

    @property
    def lines(self) -> Iterator[tuple[int, list[BoundField], bool]]:
        """The fields of each figure, and whether they stand open: the first ones, and whatever was typed."""
        for place in range(1, LINES + 1):
            fields = [self[f"{name}_{place}"] for name in FIELDS]
            yield place, fields, place <= OPEN or any(field.value() for field in fields)

    def draft(self) -> PublicationDraft:
        """What was typed and could be read, every line in its place."""
        told = self.cleaned_data
        return PublicationDraft(
            told.get("id"), told.get("title", ""), told.get("source", ""), told.get("published_on"),
            told.get("population", ""), told.get("programme", ""), told.get("area", "").strip(), told.get("note", ""),
            tuple(FigureDraft(told.get(f"indicator_{place}", ""), told.get(f"whole_{place}"),
                              told.get(f"count_{place}"), told.get(f"percent_{place}", ""),
                              told.get(f"place_{place}", "")) for place in range(1, LINES + 1)),
        )


def _line_fields(titles: Mapping[str, str]) -> dict[str, forms.Field]:
    """The fields of a figure, by FIELDS."""
    numeric = {"inputmode": "numeric", "class": "num"}
    return {
        "indicator": forms.ChoiceField(label=_("Indikatornya"), required=False, choices=[CHOOSE, *titles.items()]),
        **{name: forms.IntegerField(label=label, required=False, min_value=0, localize=True,
                                    widget=forms.TextInput(attrs=numeric))
           for name, label in (("count", _("Banyaknya")), ("whole", _("Dari berapa")))},
        "percent": forms.CharField(label=_("Persen tercetak"), required=False, max_length=9,
                                   widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "num"})),
        "place": forms.CharField(label=_("Letaknya"), required=False, max_length=80),
    }


class WithdrawForm(forms.Form):
    """Why a publication was entered by mistake."""

    use_required_attribute = False
    why = forms.CharField(label=_("Alasan"), max_length=240, required=False)


class ViewForm(forms.Form):
    """A name for the board of a page and its query; whether it may be kept is decided by the service."""

    use_required_attribute = False
    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    page = forms.CharField(widget=forms.HiddenInput, required=False)
    query = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Nama tampilan"), required=False)


class SubscribeForm(forms.Form):
    """Where a board is sent every month; whether it is an address is decided by the service."""

    use_required_attribute = False
    email = forms.CharField(
        label=_("Alamat surel"), max_length=254, required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
