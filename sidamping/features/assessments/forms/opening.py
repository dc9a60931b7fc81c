"""What to assess: whom, with which instrument, as of which day, and the baseline that a final round closes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.assessments.queries import AssessmentFilter, Baseline, InstrumentHead
from sidamping.features.assessments.queries.states import STATE_WORDS
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import day_text

PURPOSES = [
    ("single", _("Penilaian tunggal")),
    ("baseline", _("Keadaan awal (akan dibandingkan nanti)")),
    ("midterm", _("Tengah masa")),
    ("final", _("Keadaan akhir (dibandingkan dengan keadaan awal)")),
]
STATES = [("", _("Semua keadaan")), *STATE_WORDS.items()]


class FilterForm(forms.Form):
    """What the list is narrowed to."""

    q = forms.CharField(label=_("Nama yang dinilai"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=STATES)
    instrumen = forms.ChoiceField(label=_("Instrumen"), required=False)

    def __init__(self, data: Any, instruments: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        field = self.fields["instrumen"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Semua instrumen")), *instruments]

    def wanted(self) -> AssessmentFilter:
        """The filter; what cannot be read is left out."""
        self.is_valid()
        said = self.cleaned_data
        return AssessmentFilter(
            state=said.get("keadaan", ""), instrument=said.get("instrumen", ""), text=said.get("q", "").strip()
        )


class SubjectForm(forms.Form):
    """The first step: what kind of subject, and its name."""

    jenis = forms.CharField(required=False)
    q = forms.CharField(
        label=_("Nama"), required=False, help_text=_("Ketik paling sedikit dua huruf dari namanya."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, data: Any, kinds: Sequence[str]) -> None:
        super().__init__(data)
        self.kinds = kinds

    @property
    def kind(self) -> str:
        """The kind asked for, or the first that the viewer may assess; '' when there is none."""
        self.is_valid()
        said = str(self.cleaned_data.get("jenis", ""))
        return said if said in self.kinds else next(iter(self.kinds), "")

    @property
    def text(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("q", "")).strip()


class OpenForm(forms.Form):
    """The second step. The instrument's version follows from the day; the identifier is made with the form."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    as_of = forms.DateField(
        label=_("Keadaan per tanggal"), widget=forms.DateInput(),
        help_text=_("Tanggal laporan keuangan atau keadaan yang dinilai. Versi aturan mengikuti tanggal ini."),
    )  # fmt: skip
    instrument = forms.ChoiceField(label=_("Instrumen"), widget=forms.RadioSelect)
    topic = forms.CharField(label=_("Topik yang dinilai"), required=False, max_length=160)
    purpose = forms.ChoiceField(
        label=_("Untuk apa"), choices=PURPOSES, initial="single", widget=forms.RadioSelect, required=False
    )
    pair_id = forms.ChoiceField(
        label=_("Keadaan awal yang ditutup"), required=False,
        help_text=_("Hanya untuk keadaan akhir. Keduanya memakai versi aturan yang sama."),
    )  # fmt: skip
    method = forms.ChoiceField(
        label=_("Cara membaca aturan"), required=False, initial="table",
        choices=[("table", _("Tabel peraturan (baku)")), ("text", _("Bunyi peraturan per persen"))],
    )  # fmt: skip

    use_required_attribute = False

    def __init__(
        self, instruments: Sequence[InstrumentHead], pairs: Sequence[Baseline], data: Any = None, *,
        kind: str, on: date, initial: Any = None,
    ) -> None:
        super().__init__(data, initial={"id": uuid7(), "as_of": on, "purpose": "single", **(initial or {})})
        self.instruments = instruments
        listed = {
            "instrument": [(one.name, one.title) for one in instruments],
            "pair_id": [("", _("Tidak ada")), *((str(one.id), _told(one)) for one in pairs)],
        }
        for name, choices in listed.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices  # type: ignore[assignment]  # lazy words are texts
        if kind != "topic":
            del self.fields["topic"]
        if not pairs:
            del self.fields["pair_id"]

    def asked(self) -> dict[str, Any]:
        """What to open, from a valid form."""
        said = self.cleaned_data
        pair = str(said.get("pair_id") or "")
        return {
            "id": said["id"], "instrument": said["instrument"], "as_of": said["as_of"],
            "purpose": said.get("purpose") or "single", "topic": str(said.get("topic") or "").strip(),
            "pair_id": UUID(pair) if pair else None, "method": said.get("method") or "table",
        }


def _told(one: Baseline) -> str:
    return f"{one.title}, {day_text(one.as_of)}"
