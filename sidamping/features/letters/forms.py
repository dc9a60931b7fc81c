"""Forms of letters: the filter of the list, and the text of a letter part by part as problems name the parts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from sidamping.domain.letters.forms import LetterText
from sidamping.features.letters.queries import LetterFilter
from sidamping.features.letters.queries.lines import ACKNOWLEDGED, VALID, VOID, WAITING
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules import books

STATES = (
    ("", _("Semua keadaan")), (VALID, _("Berlaku")), (WAITING, _("Menunggu diterima")),
    (ACKNOWLEDGED, _("Sudah diterima")), (VOID, _("Dibatalkan")),
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 2000, 2100


class FilterForm(forms.Form):
    """What the list of letters is narrowed to."""

    q = forms.CharField(label=_("Nomor atau penerima"), required=False)
    program = forms.ChoiceField(label=_("Program"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis surat"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=STATES)
    tahun = forms.IntegerField(label=_("Tahun"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    angkatan = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, viewer: Viewer) -> None:
        super().__init__(data)
        language = reader_language()
        programmes = [(one.code, one.title.text(language)) for one in books.programmes(viewer.on)]
        self._choices("program", [("", _("Semua program")), *programmes])
        self._choices("jenis", [("", _("Semua jenis")), *books.labels("programme-letters", language).items()])

    def wanted(self) -> LetterFilter:
        """The filter; what cannot be read is left out."""
        self.is_valid()
        said = self.cleaned_data
        return LetterFilter(
            said.get("program", ""), said.get("jenis", ""), said.get("keadaan", ""), said.get("tahun"),
            said.get("q", "").strip(), said.get("angkatan"),
        )

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class WordingForm(forms.Form):
    """The parts of a letter's text; the service tells what is wrong, in the words of the catalogue."""

    number = forms.CharField(
        label=_("Pola nomor"), help_text=_("{seq:03d} urutan tiga angka, {roman_month} bulan romawi, {year} tahun.")
    )
    subject = forms.CharField(label=_("Hal"))
    opening = forms.CharField(label=_("Pembuka"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    body = forms.CharField(
        label=_("Isi"), widget=forms.Textarea(attrs={"rows": 14, "cols": ""}),
        help_text=_("Pisahkan paragraf dengan satu baris kosong. Baris yang datanya tidak ada dilewati."),
    )  # fmt: skip
    closing = forms.CharField(label=_("Penutup"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    signer = forms.CharField(label=_("Penanda tangan"))
    copies = forms.CharField(
        label=_("Tembusan"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Satu penerima setiap baris."),
    )  # fmt: skip

    use_required_attribute = False

    def full_clean(self) -> None:
        """Nothing is judged here."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def text(self) -> LetterText:
        """What was written, with line ends as the rulebook has them."""
        said = {name: str(self.data.get(name, "")).replace("\r\n", "\n").strip() for name in self.fields}
        return LetterText(**said)

    @staticmethod
    def told(text: LetterText) -> dict[str, str]:
        """The text as the fields show it."""
        return asdict(text)
