"""Forms of the library: what a list is narrowed to, a piece to add, a piece to correct."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from sidamping.domain.materials import CODED, MaterialDraft
from sidamping.features.materials.queries import LibraryFilter, MaterialCard, programme_names
from sidamping.features.materials.queries.words import LABELS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

ALL = {"topik": _("Semua topik"), "bentuk": _("Semua bentuk"), "tingkat": _("Semua tingkat")}
CHOOSE = ("", _("Pilih…"))
TAKEN = ".pdf,.docx,.xlsx,image/jpeg,image/png,image/webp"


def choices(listing: str) -> list[tuple[str, str]]:
    """The codes one may choose, in the reader's words."""
    named = labels(listing, reader_language())
    return [(code, named[code]) for code in codes_of(listing)]


class FilterForm(forms.Form):
    """What the library is narrowed to."""

    q = forms.CharField(label=_("Kata"), required=False)
    topik = forms.ChoiceField(label=_("Topik"), required=False)
    bentuk = forms.ChoiceField(label=_("Bentuk"), required=False)
    tingkat = forms.ChoiceField(label=_("Tingkat"), required=False)
    program = forms.ChoiceField(label=_("Program"), required=False)
    ditarik = forms.BooleanField(label=_("Yang sudah ditarik"), required=False)

    def __init__(self, data: Any, viewer: Viewer) -> None:
        super().__init__(data)
        listed = zip(ALL.items(), CODED.values(), strict=True)
        given = {name: [("", word), *choices(listing)] for (name, word), listing in listed}
        given["program"] = [("", _("Semua program")), *programme_names(viewer.on).items()]
        for name, options in given.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]  # each is a choice field

    def wanted(self) -> LibraryFilter:
        """The filter; what cannot be read is left out."""
        self.is_valid()
        said = self.cleaned_data
        return LibraryFilter(
            said.get("topik", ""), said.get("bentuk", ""), said.get("tingkat", ""), said.get("program", ""),
            said.get("q", "").strip(), said.get("ditarik", False),
        )


class PieceForm(forms.Form):
    """The parts of a piece; the service tells what is wrong with them, in the words of the catalogue."""

    use_required_attribute = False

    title = forms.CharField(label=LABELS["title"])
    summary = forms.CharField(
        label=LABELS["summary"], widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Satu kalimat: untuk apa materi ini."),
    )
    topic = forms.CharField(label=LABELS["topic"], widget=forms.Select)
    format = forms.CharField(label=LABELS["format"], widget=forms.RadioSelect)
    level = forms.CharField(label=LABELS["level"], widget=forms.RadioSelect)
    programmes = forms.MultipleChoiceField(
        label=LABELS["programmes"], required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosongkan bila cocok untuk semua."),
    )
    body = forms.CharField(
        label=LABELS["body"], required=False, widget=forms.Textarea(attrs={"rows": 14, "cols": ""}),
        help_text=_("Awali baris dengan: # judul bagian, - butir, 1. langkah, [ ] kotak centang, | sel | tabel |. "
                    "Akhiri baris dengan ___ untuk isian tangan."),
    )
    file = forms.FileField(
        label=LABELS["file"], required=False, widget=forms.ClearableFileInput(attrs={"accept": TAKEN}),
        help_text=_("PDF, DOCX, XLSX, atau foto, paling besar 10 MB. Boleh bersama isi, boleh tanpa isi."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, listing in CODED.items():
            first = [CHOOSE] if name == "topic" else []
            self.fields[name].widget.choices = [*first, *choices(listing)]
        fits = list(programme_names(on).items())
        self.fields["programmes"].choices = fits  # type: ignore[attr-defined]  # a choice field

    def full_clean(self) -> None:
        """Nothing is judged here."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def said(self, name: str) -> str:
        """What was written in a field, with line ends as the rulebook has them."""
        return str(self.data.get(name, "")).replace("\r\n", "\n").strip()

    def draft(self) -> MaterialDraft:
        """What the form says."""
        words = ("title", "summary", "topic", "format", "level", "body")
        told: dict[str, Any] = {name: self.said(name) for name in words}
        return MaterialDraft(**told, programmes=tuple(self["programmes"].data))


class MaterialForm(PieceForm):
    """A new piece, for one of the writer's offices."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    area = forms.CharField(label=LABELS["area"], widget=forms.Select)

    def __init__(self, *args: Any, offices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].widget.choices = offices
        if len(offices) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.fields["area"].initial = offices[0][0]


class ChangeForm(PieceForm):
    """A correction: why, and against which edition it was written."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    drop_file = forms.BooleanField(label=_("Lepaskan berkas yang sekarang"), required=False)
    why = forms.CharField(
        label=_("Alasan perbaikan"), help_text=_("Tertulis di riwayat bersama nama Anda.")
    )

    @staticmethod
    def told(card: MaterialCard) -> dict[str, Any]:
        """The piece as the fields show it."""
        line = card.line
        same = {name: getattr(line, name) for name in ("title", "summary", "topic", "format", "level")}
        return {**same, "programmes": list(line.programmes), "body": card.body, "seen": card.newest}
